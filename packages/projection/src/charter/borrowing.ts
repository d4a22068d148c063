import type { Bool, Num } from "../kernel/program.ts";
import type { Books } from "./books.ts";
import { formula, mayBorrowOrPay } from "./conditions.ts";
import { debtOf, totalAssets, undrawnLine } from "./figures.ts";
import type { FundWriter } from "./fund-writer.ts";

/** The share of total assets that is owed, as wanted. */
export const targetShare = (w: FundWriter): Num => w.parameter("borrowing.target");

/**
 * Borrows towards the target share of assets, no more than wanted, in the assumed mix, within the
 * charter's most of each kind and the line's limit, and only if incurrence tests hold with it and
 * nothing is locked [PJ89].
 */
export function borrow(w: FundWriter, books: Books, wanted: Num, unlocked: Bool): Books {
  const { b } = w;
  const amount = b.minimum(wanted, towardsTarget(w, books, wanted));
  const ofBonds = w.parameter("borrowing.bonds");
  const bonds = w.positive(
    b.minimum(b.multiply(ofBonds, amount), room(w, books, "bond", books.bonds)),
  );
  const rest = b.multiply(b.subtract(b.constant(1), ofBonds), amount);
  const lineRoom = b.minimum(room(w, books, "nav", books.line), undrawnLine(w, books));
  const line = w.positive(b.minimum(rest, lineRoom));
  const allowed = b.and(unlocked, mayBorrowOrPay(w, borrowed(w, books, line, bonds)));
  const [lent, issued] = [w.when(allowed, line), w.when(allowed, bonds)];
  w.add("line:drawn", lent);
  w.add("bonds:issued", issued);
  return borrowed(w, books, lent, issued);
}

function borrowed(w: FundWriter, books: Books, line: Num, bonds: Num): Books {
  const { b } = w;
  const spread = w.parameter("borrowing.bondSpread");
  const rate = b.add(w.factors.nextShortRate, spread);
  return {
    ...books,
    cash: b.add(books.cash, b.add(line, bonds)),
    line: b.add(books.line, line),
    bonds: b.add(books.bonds, bonds),
    coupons: b.add(books.coupons, b.multiply(rate, bonds)),
  };
}

/** What brings debt to its share of the assets that the wanted amount will have bought. */
function towardsTarget(w: FundWriter, books: Books, wanted: Num): Num {
  const { b } = w;
  const assets = b.add(totalAssets(w, books), wanted);
  return w.positive(b.subtract(b.multiply(targetShare(w), assets), debtOf(w, books)));
}

/** How much more of a kind the charter allows; nothing of a kind that it does not have. */
function room(w: FundWriter, books: Books, kind: "bond" | "nav", owed: Num): Num {
  const facilities = w.charter.leverage?.facilities ?? [];
  const index = facilities.findIndex((each) => each.kind === kind);
  const terms = facilities[index];
  const canDraw = ["facility.enter", "facility.draw"].every((act) => act in w.charter.acts);
  if (terms === undefined || !canDraw) return w.b.constant(0);
  if (terms.most === undefined) return w.b.constant(Infinity);
  const path = ["leverage", "facilities", index, "most"];
  const most = formula(w, path, books);
  return w.b.subtract(most.value, owed);
}

/** Why lenders are repaid: which part of the step does it. */
export type RepaidFor = "swept" | "cured" | "sold" | "liquidated" | "ended";

/** Pays lenders from cash, line and bonds by what is owed on each, no more than is owed. */
export function repay(w: FundWriter, books: Books, wanted: Num, purpose: RepaidFor): Books {
  const { b } = w;
  const debt = debtOf(w, books);
  const amount = w.positive(b.minimum(wanted, debt));
  const hasDebt = b.less(b.constant(0), debt);
  const part = w.when(hasDebt, b.divide(amount, debt));
  const [line, bonds] = [b.multiply(books.line, part), b.multiply(books.bonds, part)];
  w.add(`line:${purpose}`, line);
  w.add(`bonds:${purpose}`, bonds);
  return {
    ...books,
    cash: b.subtract(books.cash, b.add(line, bonds)),
    line: b.subtract(books.line, line),
    bonds: b.subtract(books.bonds, bonds),
    coupons: b.subtract(books.coupons, b.multiply(books.coupons, part)),
  };
}
