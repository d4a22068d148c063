import { assert } from "../base/assert.ts";
import { Ratio } from "../base/ratio.ts";
import type { Charter } from "../charter/charter.ts";
import { perMajorUnit } from "../fund/terms.ts";
import { DailyRates } from "../ledger/daily-rates.ts";
import { codesOf } from "./account-groups.ts";
import { checkBooks, checkGroup, checkInvestments, type Compared } from "./agreement.ts";
import { groupBooks } from "./consolidation.ts";
import { dayBefore, type StatementPeriod } from "./period.ts";
import type { PeriodBook } from "./period-book.ts";
import type { StatementInput } from "./statement-input.ts";
import { TranslatedBook, translateBook } from "./translated-book.ts";

/** Currencies that figures are read in: those that the charter shows and its books keep. */
function reportingCurrencies({ currencies, vehicles }: Charter): ReadonlySet<string> {
  return new Set([...currencies.display, ...vehicles.map(({ currency }) => currency)]);
}

/**
 * The rates of the record, the first of each pair also for the days before it: statements must
 * agree at any rates, and without that none that begins with the fund could be looked at.
 */
function ratesForChecking({ state, chronicle }: Pick<StatementInput, "state" | "chronicle">) {
  const { base: via } = state.charter.currencies;
  const stated = new DailyRates(chronicle.fixings, { via }).earliest();
  return new DailyRates(chronicle.fixings, { via, stated });
}

/**
 * A vehicle's statements in every currency that there is a rate for agree as its own do; and what
 * it owns and owes is what its own net assets are at the rate of the day, but for rounding [ST75].
 */
export function checkTranslated(input: StatementInput, own: PeriodBook, compare: Compared): void {
  const { state, chronicle } = input;
  const rates = ratesForChecking(input);
  for (const currency of reportingCurrencies(state.charter)) {
    if (currency === own.currency) continue;
    const translated = translateBook(chronicle, own, { currency, rates });
    if (!translated.ok) continue;
    const book = translated.value;
    const compared: Compared = {
      same: (of, actual, required) => compare.same(`${of} in ${currency}`, actual, required),
      holds: (of, ...rest) => compare.holds(`${of} in ${currency}`, ...rest),
    };
    checkBooks(input, book, compared);
    checkInvestments(input, book, compared);
    if (book instanceof TranslatedBook) checkRates(state.charter, book, rates, compared);
  }
}

/** Net assets at each end against the own ones at that day's rate: half a unit for each balance. */
function checkRates(
  charter: Charter,
  book: TranslatedBook,
  rates: DailyRates,
  compare: Compared,
): void {
  const { own, currency, period } = book;
  const accounts = codesOf(charter, "asset", "liability");
  const balances = own.turnovers.filter(({ account }) => accounts.includes(account)).length;
  for (const [of, day] of [
    ["opening", dayBefore(period)],
    ["closing", period.to],
  ] as const) {
    const kept = own.sum({ accounts, of, sign: 1n });
    if (day === undefined || kept === 0n) continue;
    const rate = rates.rateOn(own.currency, currency, day);
    assert(rate !== undefined, "what was translated had a rate");
    const inMajor = Ratio.div(Ratio.make(kept), perMajorUnit(own.currency));
    const exact = Ratio.mul(Ratio.mul(inMajor, rate.rate), perMajorUnit(currency));
    const worth = book.sum({ accounts, of, sign: 1n });
    const apart = Ratio.abs(Ratio.sub(Ratio.make(worth), exact));
    const isNear = Ratio.compare(apart, Ratio.make(BigInt(balances), 2n)) <= 0;
    const required = `${Ratio.floor(exact)} ± ${balances}/2`;
    compare.holds(`net assets at the rate of ${day}`, isNear, String(worth), required);
  }
}

/** The group's statements in every such currency agree too [ST75]. */
export function checkGroupTranslated(
  input: Pick<StatementInput, "state" | "chronicle">,
  period: StatementPeriod,
  compare: Compared,
): void {
  const rates = ratesForChecking(input);
  for (const currency of reportingCurrencies(input.state.charter)) {
    const group = groupBooks({ ...input, period }, { currency, rates });
    if (group.ok && group.value.used.length > 0) checkGroup(input, group.value.book, compare);
  }
}
