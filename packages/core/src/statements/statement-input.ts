import type { Ratio } from "../base/ratio.ts";
import type { Recorded } from "../fund/chronicle.ts";
import { vehicleOf } from "../fund/figures.ts";
import type { FundState } from "../fund/state.ts";
import { DailyRates, type StatedRate } from "../ledger/daily-rates.ts";
import { PeriodBook } from "./period-book.ts";
import type { StatementPeriod } from "./period.ts";

/** What a statement is made from: the record as replayed, and what it is asked about. */
export type StatementInput = {
  readonly state: FundState;
  readonly chronicle: Recorded;
  readonly vehicle: string;
  readonly period: StatementPeriod;
  /** What a government says its money costs it a year, for revenue net of that [ST40]. */
  readonly fundingRates?: { readonly [party: string]: Ratio };
  /** Units of a government's own currency for one of the vehicle's, as it states them. */
  readonly ownCurrencyRates?: { readonly [currency: string]: Ratio };
  /** Rates of exchange for days of which the record has none [ST74]. */
  readonly statedRates?: readonly StatedRate[];
};

/** The rates of every day, as the record has them and, where it has none, as they are stated. */
export function ratesOf({
  state,
  chronicle,
  statedRates = [],
}: Pick<StatementInput, "state" | "chronicle" | "statedRates">): DailyRates {
  const { base: via } = state.charter.currencies;
  return new DailyRates(chronicle.fixings, { via, stated: statedRates });
}

/** The book of the vehicle over the period, or over another. */
export function bookOf(
  { state, chronicle, vehicle, period }: StatementInput,
  other: StatementPeriod = period,
): PeriodBook {
  const { currency } = vehicleOf(state.charter, vehicle);
  return new PeriodBook(chronicle, { vehicle, currency, period: other });
}
