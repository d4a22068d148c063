import { findDistributionTerms } from "@jointfund/core/fund/terms.ts";
import type { Bool, Num } from "../kernel/program.ts";
import { withParty, type Books } from "./books.ts";
import { dealtClasses, issueUnits } from "./classes.ts";
import { formula, limitsHold, mayBorrowOrPay } from "./conditions.ts";
import { undistributedGains, undistributedIncome } from "./figures.ts";
import { receiveInFeeder } from "./feeders.ts";
import type { FundWriter } from "./fund-writer.ts";
import { outputOf } from "./fund-outputs.ts";
import { shareOut, type Sharing } from "./sharing.ts";

/** Reserves of the main vehicle are set to their targets on dates of distribution (DL24) [PJ91]. */
export function setReserves(w: FundWriter, books: Books, unlocked: Bool): Books {
  const { b } = w;
  let next = books;
  for (const [index, { id, vehicle }] of (w.charter.reserves ?? []).entries()) {
    if (vehicle !== w.vehicle.id) continue;
    const { value } = formula(w, ["reserves", index, "target"], next);
    const held = b.choose(isDate(w, unlocked), w.positive(value), next.reserves.get(id)!);
    next = { ...next, reserves: new Map(next.reserves).set(id, held) };
  }
  return next;
}

const isDate = (w: FundWriter, unlocked: Bool): Bool =>
  w.b.and(unlocked, w.b.less(w.b.constant(0), w.b.schedule("distributes")));

/** Books after a distribution, and each party's part of net assets by the waterfall. */
export type Distributed = { readonly books: Books; readonly worth: Sharing["worth"] };

/**
 * What the charter's formula gives is paid out by its waterfall, if nothing is locked and what is
 * left meets incurrence tests and limits [PJ91].
 */
export function distribute(w: FundWriter, books: Books, unlocked: Bool): Distributed {
  const { b } = w;
  const wanted = w.when(isDate(w, unlocked), w.positive(formulaOf(w, books)));
  const after = paidOut(w, books, wanted);
  const allowed = b.and(
    mayBorrowOrPay(w, after),
    limitsHold(w, "distribution.declare", after, { amount: wanted }),
  );
  return payOut(w, books, w.when(allowed, wanted));
}

/** An amount is paid out; a party that owes pays its calls with its part (CP23). */
export function payOut(w: FundWriter, books: Books, amount: Num): Distributed {
  const { b } = w;
  const { income, gains, capital } = charactersOf(w, books, amount);
  const shareOf = (part: Num): Num => w.when(b.less(b.constant(0), amount), b.divide(part, amount));
  const incomeShare = shareOf(income);
  w.add("distribution", amount);
  w.add("incomeShare", incomeShare);
  w.add("gainsShare", shareOf(gains));
  w.add("capitalShare", shareOf(capital));
  const isDue = b.less(b.constant(0), b.schedule("distributes"));
  const { parts, worth } = shareOut(w, books, amount, isDue);
  let next = paidOut(w, books, amount);
  const feeders = dealtClasses(w).map(({ id }) => id);
  for (const [party, part] of parts) {
    next = feeders.includes(party)
      ? receiveInFeeder(w, next, party, { part, incomeShare })
      : receive(w, next, party, part);
  }
  return { books: next, worth };
}

/** What the main vehicle's formula says; nothing where it has no value. */
export function formulaOf(w: FundWriter, books: Books): Num {
  const terms = findDistributionTerms(w.charter, w.vehicle);
  if (terms === undefined) return w.b.constant(0);
  const path = ["distributions", w.charter.distributions.indexOf(terms), "formula"];
  const { value, hasValue } = formula(w, path, books);
  return w.when(hasValue, value);
}

type Characters = { readonly income: Num; readonly gains: Num; readonly capital: Num };

/** Of an amount, income first, then realised gains, then capital (WF13). */
function charactersOf(w: FundWriter, books: Books, amount: Num): Characters {
  const { b } = w;
  const income = b.minimum(amount, w.positive(undistributedIncome(w, books)));
  const rest = b.subtract(amount, income);
  const gains = b.minimum(rest, w.positive(undistributedGains(w, books)));
  return { income, gains, capital: b.subtract(rest, gains) };
}

function paidOut(w: FundWriter, books: Books, amount: Num): Books {
  const { b } = w;
  const { income, gains } = charactersOf(w, books, amount);
  return {
    ...books,
    cash: b.subtract(books.cash, amount),
    distributedIncome: b.add(books.distributedIncome, income),
    distributedGains: b.add(books.distributedGains, gains),
    distributed: b.add(books.distributed, amount),
  };
}

/** Whether the charter turns what a party would get to what it owes; to some kinds only (CP23). */
function isDiverted({ charter }: FundWriter, party: string): boolean {
  const kind = charter.parties.find(({ id }) => id === party)?.kind;
  return (charter.capital.late?.ladder ?? []).some(
    ({ step, of }) =>
      step === "divert" && (of === undefined || (kind !== undefined && of.includes(kind))),
  );
}

/** What a party gets; what it owed as the step opened comes first, capital before interest. */
function receive(w: FundWriter, books: Books, party: string, part: Num): Books {
  const { b } = w;
  w.add(outputOf("distributed", party), part);
  const holder = books.parties.get(party);
  if (holder === undefined) return books;
  const { called, paidIn, lateInterest } = holder;
  // Only what was unpaid before this step: the charter's days have run since.
  const before = w.owedAtOpening(party);
  const owed = b.minimum(b.subtract(called, paidIn), before.capital);
  const isOwing = b.less(b.constant(0), b.add(before.capital, before.interest));
  const diverts = isDiverted(w, party);
  const capital = diverts ? b.minimum(part, w.positive(owed)) : b.constant(0);
  const interest = diverts
    ? w.when(isOwing, b.minimum(b.subtract(part, capital), lateInterest))
    : b.constant(0);
  w.add(outputOf("paidIn", party), capital);
  w.add(`diverted:${party}`, b.add(capital, interest));
  w.add(`lateInterestPaid:${party}`, interest);
  const paying = withParty(books, party, {
    paidIn: b.add(paidIn, capital),
    lateInterest: b.subtract(lateInterest, interest),
  });
  const late = { capital, owed: before.capital, waiting: before.units };
  const next = unitsForOwed(w, paying, party, late);
  return { ...next, cash: b.add(next.cash, b.add(capital, interest)) };
}

/** What is paid of what was owed brings its part of the units that were owed with it (CP23). */
export function unitsForOwed(
  w: FundWriter,
  books: Books,
  party: string,
  of: { readonly capital: Num; readonly owed: Num; readonly waiting: Num | undefined },
): Books {
  const { b } = w;
  const { capital, owed, waiting } = of;
  if (waiting === undefined) return books;
  const part = w.when(b.less(b.constant(0), owed), b.divide(capital, owed));
  const units = b.multiply(waiting, part);
  const unitsOwed = new Map(books.unitsOwed);
  unitsOwed.set(party, b.subtract(books.unitsOwed.get(party)!, units));
  return issueUnits(w, { ...books, unitsOwed }, party, units);
}
