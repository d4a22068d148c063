import type { Bool, Num } from "../kernel/program.ts";
import type { Books } from "./books.ts";
import { repay, targetShare } from "./borrowing.ts";
import { call } from "./capital.ts";
import { leastCash } from "./charges.ts";
import { debtOf, reportedValue, totalAssets } from "./figures.ts";
import type { FundWriter } from "./fund-writer.ts";
import type { Project } from "../assumptions/assumptions.ts";
import { leave, returnedByAge, sell } from "./projects.ts";

/** How far down the ladder the fund stands, over all covenants. */
export type Measures = { readonly cure: Bool; readonly sale: Bool; readonly default: Bool };

/** Debt comes down from cash and calls, then by sales, as the ladder asks [PJ86]. */
export function deleverage(w: FundWriter, books: Books, measures: Measures): Books {
  const cured = w.whenever(measures.cure, books, (at) => {
    const called = cureByCall(w, cureByCash(w, at));
    return w.whenever(measures.sale, called, (short) => forceSale(w, short));
  });
  return w.whenever(measures.default, cured, (at) => liquidate(w, at));
}

const curedTo = (w: FundWriter): Num => w.parameter("selling.curedTo");
const haircut = (w: FundWriter): Num => w.parameter("selling.haircut");

/** What is owed beyond a share of assets. */
function excessOver(w: FundWriter, books: Books, share: Num): Num {
  const { b } = w;
  const allowed = b.multiply(share, totalAssets(w, books));
  return w.positive(b.subtract(debtOf(w, books), allowed));
}

function cureByCash(w: FundWriter, books: Books): Books {
  const { b } = w;
  // What is paid lowers the assets too: D - p = θ (A - p).
  const needed = b.divide(excessOver(w, books, curedTo(w)), b.subtract(b.constant(1), curedTo(w)));
  const spare = w.positive(b.subtract(books.cash, leastCash(w)));
  return repay(w, books, b.minimum(needed, spare), "cured");
}

function cureByCall(w: FundWriter, books: Books): Books {
  const wanted = excessOver(w, books, curedTo(w));
  const { books: called, received } = call(w, books, wanted, "cure");
  return repay(w, called, received, "cured");
}

/** S = (D - θA) / ((1 - h) - θ); where the haircut is 1 - θ or more, no sale cures: everything. */
function forceSale(w: FundWriter, books: Books): Books {
  const { b } = w;
  const value = reportedValue(w, books);
  const excess = excessOver(w, books, curedTo(w));
  const room = b.subtract(b.subtract(b.constant(1), haircut(w)), curedTo(w));
  const isCurable = b.less(b.constant(0), room);
  const wanted = b.choose(isCurable, b.divide(excess, room), value);
  const isNeeded = b.less(b.constant(0), excess);
  const hasValue = b.less(b.constant(0), value);
  const share = w.when(
    b.and(isNeeded, hasValue),
    b.minimum(b.constant(1), b.divide(wanted, value)),
  );
  w.add("forcedSales", b.multiply(share, value));
  const sold = sell(w, books, () => share, { haircut: haircut(w), why: "sold" });
  return repay(w, sold, b.subtract(sold.cash, books.cash), "sold");
}

/** In default everything is sold and lenders are paid as far as it goes. */
function liquidate(w: FundWriter, books: Books): Books {
  const { b } = w;
  w.add("forcedSales", reportedValue(w, books));
  const sold = sell(w, books, () => b.constant(1), { haircut: haircut(w), why: "liquidated" });
  const over = leave(w, sold, () => b.lessOrEqual(b.constant(0), b.constant(0)));
  const paid = repay(w, over, w.positive(over.cash), "liquidated");
  w.add("shortfall", debtOf(w, paid));
  return paid;
}

/**
 * Books as they are before the last unit of a forced sale of everything is gone: a ratio by what is
 * owned has no value afterwards, and would stand where it did before the sale [PJ86].
 */
export function beforeLastLot(w: FundWriter, books: Books): Books {
  const { b } = w;
  const { totals } = books;
  const isAll = b.and(
    b.less(b.constant(0), w.flow("forcedSales")),
    b.less(totals.reported, b.constant(1)),
  );
  const reported = b.choose(isAll, b.constant(1), totals.reported);
  return { ...books, totals: { ...totals, reported } };
}

/** Debt beyond the target share is repaid from what a sale has brought [PJ87]. */
function repayFromSale(w: FundWriter, books: Books, proceeds: Num): Books {
  const { b } = w;
  const needed = b.divide(
    excessOver(w, books, targetShare(w)),
    b.subtract(b.constant(1), targetShare(w)),
  );
  return repay(w, books, b.minimum(w.positive(proceeds), needed), "ended");
}

/**
 * Projects at the end of their lives are sold without a haircut, and of those that pay themselves
 * back by a pace their part of the step [PJ87].
 */
export function sellAtEnd(w: FundWriter, books: Books): Books {
  const { b } = w;
  const { projects } = w.assumptions;
  const stepsPerYear = 12 / w.assumptions.stepMonths;
  const lives = new Map(
    projects.map(({ id, life, returned }) => [
      id,
      returned === undefined ? life : (returned.years - 1) * stepsPerYear,
    ]),
  );
  const isOver = (id: string): Bool =>
    b.lessOrEqual(b.constant(lives.get(id) ?? Infinity), books.projects.get(id)!.age);
  const shares = new Map(projects.map((each) => [each.id, shareEnding(w, books, each, isOver)]));
  const ending = [...lives].flatMap(([id, life]) => (life === undefined ? [] : [shares.get(id)!]));
  if (ending.length === 0) return books;
  const any = b.less(b.constant(0), b.sum(ending));
  return w.whenever(any, books, (at) => {
    const sold = sell(w, at, (id) => shares.get(id)!, { haircut: b.constant(0), why: "ended" });
    return repayFromSale(w, leave(w, sold, isOver), b.subtract(sold.cash, at.cash));
  });
}

function shareEnding(
  w: FundWriter,
  books: Books,
  { id, returned }: Project,
  isOver: (id: string) => Bool,
): Num {
  const { b } = w;
  const whole = b.indicator(isOver(id));
  if (returned === undefined) return whole;
  const name = `returned:${id}`;
  w.inputs.tables.set(name, returnedByAge(returned, 12 / w.assumptions.stepMonths));
  const { age } = books.projects.get(id)!;
  return w.when(b.lessOrEqual(b.constant(0), age), b.lookup(name, age));
}
