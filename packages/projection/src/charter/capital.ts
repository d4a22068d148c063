import { assert } from "@jointfund/core/base/assert.ts";
import { fiscalYearOf } from "@jointfund/core/calendar/fiscal-year.ts";
import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import { shareOfCapital } from "@jointfund/core/fund/terms.ts";
import type { Num } from "../kernel/program.ts";
import { withParty, type Books, type Holders } from "./books.ts";
import {
  callPrice,
  calledClasses,
  calledShare,
  classesWithResult,
  dealtClasses,
  foundersClass,
  hasPrice,
  issueUnits,
  openedClasses,
  promisedBy,
  unitsFor,
} from "./classes.ts";
import { initialCapital } from "./figures.ts";
import type { FundWriter } from "./fund-writer.ts";
import { outputOf } from "./fund-outputs.ts";
import { inMinorUnits } from "./minor-units.ts";

/** Everyone who has a share of the initial capital, in the charter's order. */
export function payersOf({ charter }: FundWriter): readonly string[] {
  return charter.parties
    .map(({ id }) => id)
    .filter((id) => shareOfCapital(charter, id) !== undefined);
}

/** Of what and whom the books of a step are. */
export function holdersOf(w: FundWriter): Holders {
  const [opened, called, dealt] = [openedClasses(w), calledClasses(w), dealtClasses(w)].map(
    (classes) => classes.map(({ id }) => id),
  ) as [string[], string[], string[]];
  const payers = payersOf(w);
  const hasUnits = opened.length > 0;
  return {
    projects: w.assumptions.projects.map(({ id }) => id),
    parties: [...payers, ...called],
    reserves: (w.charter.reserves ?? []).flatMap(({ id, vehicle }) =>
      vehicle === w.vehicle.id ? [id] : [],
    ),
    units: hasUnits ? [...payers, ...opened] : [],
    unitsOwed: hasUnits ? payers : [],
    ownResults: classesWithResult(w),
    ...{ feederUnits: dealt, feederCash: dealt, feederIncome: dealt },
    ...{ ordersMoney: dealt, ordersUnits: dealt },
  };
}

export function shareOf(w: FundWriter, party: string): Num {
  return w.parameter(`share:${party}`);
}

/** What a party, or the holders of a class that is open, have promised. */
export function committedBy(w: FundWriter, holder: string): Num {
  const initial = w.b.constant(initialCapital(w));
  return calledClasses(w).some(({ id }) => id === holder)
    ? promisedBy(w, holder, initial)
    : w.b.multiply(shareOf(w, holder), initial);
}

/**
 * As a step opens the year of the yearly cap begins anew, what is unpaid has borne interest, and
 * who stops paying for good stops [PJ90].
 */
export function openCapital(w: FundWriter, books: Books): Books {
  const { b } = w;
  const isNew = b.less(b.constant(0), b.schedule("capYearBegins"));
  let next: Books = { ...books, calledInYear: b.choose(isNew, b.constant(0), books.calledInYear) };
  const lateYears = b.schedule("lateYears");
  for (const party of payersOf(w)) {
    const { called, paidIn, lateInterest } = next.parties.get(party)!;
    const late = b.multiply(b.subtract(called, paidIn), lateYears);
    next = {
      ...withParty(next, party, { lateInterest: b.add(lateInterest, late) }),
      income: b.add(next.income, late),
    };
    const chance = w.inputs.parameters.get(`stops:${party}`) ?? 0;
    if (chance === 0) continue;
    const stops = b.less(b.uniform(`stops ${party}`), b.parameter(`stops:${party}`));
    const { stopped } = next.parties.get(party)!;
    next = withParty(next, party, { stopped: b.choose(stops, b.constant(1), stopped) });
  }
  return next;
}

/**
 * By step: 1 where a fiscal year of the cap begins after the day before and up to its own [PJ90].
 */
export function capYears(
  { charter }: FundWriter,
  opens: LocalDate,
  dates: readonly LocalDate[],
): number[] {
  const cap = charter.capital.yearlyCap;
  if (cap === undefined) return dates.map(() => 0);
  const definition = charter.calendars.fiscal[cap.fiscalYear];
  assert(definition !== undefined, "the yearly cap names a fiscal year of the charter");
  const startOf = (date: LocalDate): LocalDate => {
    const year = fiscalYearOf({ calendarId: cap.fiscalYear, ...definition }, date);
    assert(year.ok, `a projection ends before the calendar, not on ${date}`);
    return year.value.start;
  };
  return dates.map((date, step) => (startOf(dates[step - 1] ?? opens) === startOf(date) ? 0 : 1));
}

export type Called = {
  readonly books: Books;
  /** What has come in. */
  readonly received: Num;
};

/**
 * Calls what is wanted, as far as it is not called yet and the yearly cap allows; everyone is
 * called by its share, and who has stopped pays nothing [PJ90].
 */
export function call(
  w: FundWriter,
  books: Books,
  wanted: Num,
  purpose: "charges" | "cure" | "projects",
): Called {
  const { b } = w;
  // Whole minor units, rounded up: a call is never short by a rounding of doubles.
  const whole = w.when(b.less(b.constant(0), wanted), b.add(b.floor(wanted), b.constant(1)));
  const amount = w.positive(b.minimum(whole, callable(w, books)));
  let next: Books = { ...books, calledInYear: b.add(books.calledInYear, amount) };
  const price = openedClasses(w).length === 0 ? undefined : foundersPrice(w);
  const received: Num[] = [];
  for (const party of payersOf(w)) {
    const { called, paidIn, stopped } = books.parties.get(party)!;
    const part = b.multiply(shareOf(w, party), amount);
    const pays = b.multiply(w.factors.pays(party), b.subtract(b.constant(1), stopped));
    const paid = b.multiply(part, pays);
    received.push(paid);
    w.add(outputOf("paidIn", party), paid);
    w.add(outputOf("missed", party), b.subtract(part, paid));
    next = withParty(next, party, { called: b.add(called, part), paidIn: b.add(paidIn, paid) });
    if (price === undefined) continue;
    next = issueUnits(w, next, party, unitsFor(w, paid, price));
    const owed = b.add(next.unitsOwed.get(party)!, unitsFor(w, b.subtract(part, paid), price));
    next = { ...next, unitsOwed: new Map(next.unitsOwed).set(party, owed) };
  }
  const sum = b.sum(received);
  w.add(`called:${purpose}`, amount);
  return { books: { ...next, cash: b.add(next.cash, sum) }, received: sum };
}

function callable(w: FundWriter, books: Books): Num {
  const { b } = w;
  const called = b.sum(payersOf(w).map((party) => books.parties.get(party)!.called));
  const rest = w.positive(b.subtract(b.constant(initialCapital(w)), called));
  if (openedClasses(w).length === 0) return withinCap(w, books, rest);
  return w.when(hasPrice(w, foundersPrice(w)), withinCap(w, books, rest));
}

/** The founders' price, and from the first units of others on the price struck at the notice. */
function foundersPrice(w: FundWriter): Num {
  return callPrice(w, foundersClass(w)?.id ?? "");
}

function withinCap(w: FundWriter, books: Books, rest: Num): Num {
  const { yearlyCap, currency } = w.charter.capital;
  if (yearlyCap === undefined) return rest;
  const cap = w.b.constant(inMinorUnits(currency, yearlyCap.amount));
  return w.b.minimum(rest, w.positive(w.b.subtract(cap, books.calledInYear)));
}

/**
 * Classes that are open are called for what is due of their promises, as far as the yearly cap
 * allows, and pay: units at the price struck on the day of the notice [PJ96].
 */
export function callClasses(w: FundWriter, books: Books): Books {
  const { b } = w;
  let next = books;
  for (const { id } of calledClasses(w)) {
    const { called, paidIn } = next.parties.get(id)!;
    const due = b.multiply(calledShare(w, id), committedBy(w, id));
    const price = callPrice(w, id);
    const wanted = w.positive(b.subtract(due, called));
    const amount = w.when(hasPrice(w, price), withinCap(w, next, wanted));
    next = withParty(next, id, { called: b.add(called, amount), paidIn: b.add(paidIn, amount) });
    next = issueUnits(w, next, id, unitsFor(w, amount, price));
    next = {
      ...next,
      cash: b.add(next.cash, amount),
      calledInYear: b.add(next.calledInYear, amount),
    };
    w.add(outputOf("paidIn", id), amount);
  }
  return next;
}
