import { Ratio } from "../base/ratio.ts";
import { err, ok, type Result } from "../base/result.ts";
import type { LocalDate } from "../calendar/date.ts";
import type { Recorded } from "../fund/chronicle.ts";
import { perMajorUnit } from "../fund/terms.ts";
import { ACCOUNTS, kindOfAccount } from "../ledger/accounts.ts";
import type { DailyRates, KnownRate, RateMissing } from "../ledger/daily-rates.ts";
import { isMemoAccount, type Posting } from "../ledger/journal.ts";
import { TRANSLATION } from "./account-groups.ts";
import { dayBefore, type StatementPeriod } from "./period.ts";
import {
  addPosting,
  type RunningTurnover,
  closingOf,
  inOrder,
  partsOf,
  subjectsOf,
  sumOf,
  type PeriodBook,
  type PostedPart,
  type PostingSelection,
  type Turnover,
} from "./period-book.ts";
import { atRate, translatedDays } from "./translated-days.ts";

/** Into which currency books are translated, and at which rates. */
export type Translation = { readonly currency: string; readonly rates: DailyRates };

/** A rate that translations used, and the first and the last day that they used it for. */
export type RateUse = {
  readonly rate: KnownRate;
  readonly from: LocalDate;
  readonly to: LocalDate;
};

type Rows = Pick<Recorded, "postings" | "acts">;

/**
 * A vehicle's book in another currency than the one in which it is kept (IAS 21.39, ASC 830-30):
 * every posting at the rate of its day, and what is owned, owed and promised at the rate of the day
 * that it is looked at. What that changes is the translation difference [ST70] [ST71].
 */
export class TranslatedBook {
  /** The book as it is kept. */
  readonly own: PeriodBook;
  readonly vehicle: string;
  /** The currency into which it is translated. */
  readonly currency: string;
  readonly period: StatementPeriod;
  readonly turnovers: readonly Turnover[];
  readonly used: readonly RateUse[];
  readonly #converter: Converter;

  constructor(own: PeriodBook, turnovers: readonly Turnover[], converter: Converter) {
    this.own = own;
    this.vehicle = own.vehicle;
    this.currency = converter.currency;
    this.period = own.period;
    this.turnovers = turnovers;
    this.used = converter.used();
    this.#converter = converter;
  }

  /** The figure that a selection makes, minor units of the translated book's currency. */
  sum(selection: PostingSelection): bigint {
    return sumOf(this.turnovers, selection, this.currency);
  }

  /** Subjects that have any turnover or balance under the accounts, in order. */
  subjects(accounts: readonly string[]): readonly string[] {
    return subjectsOf(this.turnovers, accounts);
  }

  /**
   * The journal entries that a figure is made of, each with its part at the rate of its day. What
   * they leave of a balance is what rates of exchange changed.
   */
  parts(chronicle: Rows, { currency: _, ...selection }: PostingSelection): readonly PostedPart[] {
    return partsOf(chronicle, this.own, selection, ({ minor }, on) =>
      this.#converter.convert(minor, on),
    );
  }
}

/**
 * The book of a vehicle in another currency, or the earliest day that needs a rate and has none.
 * A book that is kept in that currency is as it is.
 */
export function translateBook(
  chronicle: Rows,
  own: PeriodBook,
  translation: Translation,
): Result<PeriodBook | TranslatedBook, RateMissing> {
  if (own.currency === translation.currency) return ok(own);
  const converter = new Converter(own.currency, translation);
  const flows = atDayRates(chronicle, own, converter);
  if (converter.missing !== undefined) return err(converter.missing);
  const turnovers = atCurrentRates(own, flows, converter);
  if (converter.missing !== undefined) return err(converter.missing);
  return ok(new TranslatedBook(own, turnovers, converter));
}

/** Turnovers by "<account>/<currency>/<subject>". */
type Turnovers = Map<string, Turnover>;

type Line = Omit<Posting, "minor">;

const keyOf = ({ account, currency, subject }: Line): string => `${account}/${currency}/${subject}`;

/** Every posting at the rate of its day; see `translatedDays`. */
function atDayRates(chronicle: Rows, own: PeriodBook, converter: Converter): Turnovers {
  const { vehicle, currency: from, period } = own;
  const sums = new Map<string, RunningTurnover>();
  const of = { vehicle, from, to: converter.currency };
  const asked = { to: period.to, rateOn: (on: LocalDate) => converter.perMinorOn(on) };
  for (const { on, lines } of translatedDays(chronicle, of, asked)) {
    for (const line of lines) addPosting(sums, line, on, period);
  }
  return sums;
}

/** Capital, income and expenses stay as they were on their days [ST70]. */
const isHistorical = (account: string): boolean =>
  account !== ACCOUNTS.calledUnpaid &&
  ["equity", "income", "expense"].includes(kindOfAccount(account));

/**
 * Where what rates of exchange do to a balance has its other side: in the translation difference.
 * Of capital that is called and unpaid in paid-in capital, which stands net of it, so that what was
 * paid in stays at the rate of the day on which it came [ST70].
 */
function otherSide({ account, subject, currency }: Line): Line {
  if (account === ACCOUNTS.calledUnpaid) {
    return { account: ACCOUNTS.paidInCapital, subject, currency };
  }
  const difference = isMemoAccount(account) ? TRANSLATION.memo : TRANSLATION.book;
  return { account: difference, subject: "", currency };
}

/**
 * Opening and closing balances of what is owned, owed and promised at the rates of these days, and
 * the other side of that.
 */
function atCurrentRates(
  own: PeriodBook,
  flows: Turnovers,
  converter: Converter,
): readonly Turnover[] {
  const { currency } = converter;
  const eve = dayBefore(own.period);
  const turnovers: Turnovers = new Map();
  for (const [key, flow] of flows) turnovers.set(key, { ...flow, ...NO_EXCHANGE });
  const change = (line: Line, exchangeBefore: bigint, exchange: bigint): void => {
    const of = turnovers.get(keyOf(line)) ?? { ...line, ...NOTHING };
    turnovers.set(keyOf(line), {
      ...of,
      opening: of.opening + exchangeBefore,
      exchangeBefore: (of.exchangeBefore ?? 0n) + exchangeBefore,
      exchange: (of.exchange ?? 0n) + exchange,
    });
  };
  for (const kept of own.turnovers) {
    const { account, subject } = kept;
    if (kept.currency !== own.currency || isHistorical(account)) continue;
    const line = { account, subject, currency };
    const flow = flows.get(keyOf(line)) ?? { ...line, ...NOTHING };
    const opening = eve === undefined ? 0n : converter.convert(kept.opening, eve);
    const closing = converter.convert(closingOf(kept), own.period.to);
    const exchangeBefore = opening - flow.opening;
    const exchange = closing - closingOf({ ...flow, opening });
    change(line, exchangeBefore, exchange);
    change(otherSide(line), -exchangeBefore, -exchange);
  }
  return [...turnovers.values()].toSorted(inOrder);
}

const NO_EXCHANGE = { exchange: 0n, exchangeBefore: 0n } as const;
const NOTHING = { opening: 0n, debits: 0n, credits: 0n, postings: 0, ...NO_EXCHANGE } as const;

/** Amounts of one currency in another, day by day, and what that took of rates. */
class Converter {
  readonly currency: string;
  readonly #from: string;
  readonly #rates: DailyRates;
  readonly #days = new Map<LocalDate, Day | undefined>();
  #missing: RateMissing | undefined;

  constructor(from: string, { currency, rates }: Translation) {
    this.currency = currency;
    this.#from = from;
    this.#rates = rates;
  }

  /** The earliest day for which a rate was asked and none is known. */
  get missing(): RateMissing | undefined {
    return this.#missing;
  }

  /** Minor units at the rate of a day, rounded once [ST70]; nothing where there is no rate. */
  convert(minor: bigint, on: LocalDate): bigint {
    const rate = minor === 0n ? undefined : this.perMinorOn(on);
    return rate === undefined ? 0n : atRate(minor, rate);
  }

  /** Minor units of the currency for one of the book's on a day. */
  perMinorOn(on: LocalDate): Ratio | undefined {
    const day = this.#day(on);
    if (day === undefined && (this.#missing === undefined || on < this.#missing.on)) {
      const [base, quote] = [this.#from, this.currency];
      this.#missing = { code: "rate_missing", base, quote, on };
    }
    return day?.perMinor;
  }

  /** Each rate that was used, by the first day that it was used for. */
  used(): readonly RateUse[] {
    const uses = new Map<KnownRate, RateUse>();
    for (const [on, day] of this.#days) {
      for (const rate of day?.madeOf ?? []) {
        const { from, to } = uses.get(rate) ?? { from: on, to: on };
        uses.set(rate, { rate, from: on < from ? on : from, to: on > to ? on : to });
      }
    }
    return [...uses.values()];
  }

  #day(on: LocalDate): Day | undefined {
    if (this.#days.has(on)) return this.#days.get(on);
    const found = this.#rates.rateOn(this.#from, this.currency, on);
    const day = found && {
      madeOf: found.madeOf,
      perMinor: Ratio.mul(
        found.rate,
        Ratio.div(perMajorUnit(this.currency), perMajorUnit(this.#from)),
      ),
    };
    this.#days.set(on, day);
    return day;
  }
}

type Day = { readonly perMinor: Ratio; readonly madeOf: readonly KnownRate[] };
