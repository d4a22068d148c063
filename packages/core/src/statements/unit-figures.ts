import { Ratio } from "../base/ratio.ts";
import type { LocalDate } from "../calendar/date.ts";
import type { Charter } from "../charter/charter.ts";
import type { Recorded } from "../fund/chronicle.ts";
import { ACCOUNTS, DISTRIBUTION_ACCOUNTS } from "../ledger/accounts.ts";
import type { Posting } from "../ledger/journal.ts";
import { codesOf, REALISED_ACCOUNTS, UNREALISED_ACCOUNTS } from "./account-groups.ts";
import { dayBefore } from "./period.ts";
import { entriesOfPeriod, type PeriodBook } from "./period-book.ts";
import { holdingsOfClass, holdingsOfVehicle, totalOf } from "./unit-holdings.ts";
import { perUnit } from "./unit-prices.ts";

/** Figures of one unit over the period in main units, exact; the gain is what the others leave. */
export type UnitFigures = {
  readonly opening: Ratio;
  readonly income: Ratio;
  readonly gain: Ratio;
  readonly distributed: Ratio;
  readonly closing: Ratio;
};

/** Income and expenses that are no gains. */
export function netInvestmentIncomeAccounts(charter: Charter): readonly string[] {
  const gains: readonly string[] = [...REALISED_ACCOUNTS, ...UNREALISED_ACCOUNTS];
  return codesOf(charter, "income", "expense").filter((code) => !gains.includes(code));
}

/**
 * A unit of a class: what it is worth at both ends, and between them what each entry earned and
 * distributed over the units of that evening [ST28]. What a class alone earned or bore (DL2) is its
 * own units', the rest is every unit's. The gain is what is left, the effect of units bought and
 * sold within the period in it. Nothing for a class without units at the end.
 */
export function unitFigures(
  charter: Charter,
  chronicle: Recorded,
  book: PeriodBook,
  unitClass: string,
): UnitFigures | undefined {
  const units = new UnitCount(charter, chronicle, book, unitClass);
  const eve = dayBefore(book.period);
  if (units.ofClass(book.period.to) === 0n) return undefined;
  const opening = eve === undefined ? Ratio.zero : worthOfUnit(charter, units, "opening", eve);
  const closing = worthOfUnit(charter, units, "closing", book.period.to);
  const nominal = netInvestmentIncomeAccounts(charter);
  let [income, distributed] = [Ratio.zero, Ratio.zero];
  const accounts = [...nominal, ...DISTRIBUTION_ACCOUNTS];
  for (const { journal } of entriesOfPeriod(chronicle, book, accounts)) {
    const { effectiveDate: on, postings } = journal;
    const own = postings.filter(({ currency }) => currency === book.currency);
    const earned = -sumOf(own, nominal);
    if (earned !== 0n) income = Ratio.add(income, earnedByUnit(units, own, { earned, on }));
    const paid = sumOf(own, DISTRIBUTION_ACCOUNTS);
    distributed = Ratio.add(distributed, units.share(paid, units.ofAll(on)));
  }
  const gain = Ratio.sub(Ratio.add(Ratio.sub(closing, opening), distributed), income);
  return { opening, income, gain, distributed, closing };
}

/** Units of one class and of all classes of its vehicle at the end of days. */
class UnitCount {
  readonly book: PeriodBook;
  readonly unitClass: string;
  readonly #charter: Charter;
  readonly #chronicle: Recorded;
  readonly #all = new Map<LocalDate, bigint>();
  readonly #own = new Map<LocalDate, bigint>();

  constructor(charter: Charter, chronicle: Recorded, book: PeriodBook, unitClass: string) {
    this.book = book;
    this.unitClass = unitClass;
    this.#charter = charter;
    this.#chronicle = chronicle;
  }

  ofClass(on: LocalDate): bigint {
    return kept(this.#own, on, () => totalOf(holdingsOfClass(this.#chronicle, this.unitClass, on)));
  }

  ofAll(on: LocalDate): bigint {
    const { vehicle } = this.book;
    return kept(this.#all, on, () =>
      totalOf(holdingsOfVehicle(this.#charter, this.#chronicle, { vehicle, on })),
    );
  }

  /** An amount per unit; nothing where there are no units. */
  share(minor: bigint, microUnits: bigint): Ratio {
    if (minor === 0n || microUnits <= 0n) return Ratio.zero;
    return perUnit(minor, this.book.currency, microUnits);
  }
}

/** Most entries are of a day that others are of too. */
function kept(days: Map<LocalDate, bigint>, on: LocalDate, count: () => bigint): bigint {
  let known = days.get(on);
  if (known === undefined) days.set(on, (known = count()));
  return known;
}

function worthOfUnit(
  charter: Charter,
  units: UnitCount,
  of: "opening" | "closing",
  on: LocalDate,
): Ratio {
  const { book, unitClass: subject } = units;
  const sum = (accounts: readonly string[]): bigint => book.sum({ accounts, of, sign: 1n });
  const results = [ACCOUNTS.classResults];
  const own = book.sum({ accounts: results, subject, of, sign: 1n });
  const worth = sum(codesOf(charter, "asset", "liability")) + sum([ACCOUNTS.carriedInterest]);
  return Ratio.add(
    units.share(worth - sum(results), units.ofAll(on)),
    units.share(own, units.ofClass(on)),
  );
}

function earnedByUnit(
  units: UnitCount,
  postings: readonly Posting[],
  { earned, on }: { readonly earned: bigint; readonly on: LocalDate },
): Ratio {
  const results = postings.filter(({ account }) => account === ACCOUNTS.classResults);
  const ofOneClass = results.reduce((sum, { minor }) => sum + minor, 0n);
  const own = results.reduce(
    (sum, { subject, minor }) => (subject === units.unitClass ? sum + minor : sum),
    0n,
  );
  return Ratio.add(
    units.share(earned - ofOneClass, units.ofAll(on)),
    units.share(own, units.ofClass(on)),
  );
}

function sumOf(postings: readonly Posting[], accounts: readonly string[]): bigint {
  return postings.reduce(
    (sum, { account, minor }) => (accounts.includes(account) ? sum + minor : sum),
    0n,
  );
}
