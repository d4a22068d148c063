import { assert } from "@jointfund/core/base/assert.ts";
import { meanOf } from "./spread.ts";
import type { StakeValues } from "./stake-values.ts";

/** Amounts of one party by fiscal year and path: `values[year * paths + path]`. */
export type PartyAmounts = {
  /** Paid into the fund in the year. */
  readonly paidIn: Float64Array;
  /** Paid out to the party in the year, returned capital among it. */
  readonly distributed: Float64Array;
  /** Of that, capital that comes back. */
  readonly returned: Float64Array;
  /** What its stake is worth at the end of the year, by the fund's own reported values. */
  readonly worth: Float64Array;
};

/** One party's futures, in units of currency (not minor units). */
export type PartyFutures = {
  readonly party: string;
  readonly currency: string;
  /** The party's own fiscal years, by the calendar year that names them, one after the other. */
  readonly years: readonly number[];
  readonly inBase: PartyAmounts;
  /** The same in the party's currency at the rates of the days; absent where it is the base. */
  readonly inOwn?: PartyAmounts;
};

/**
 * What a charter pays and takes in many futures: the only thing that a comparison knows of the fund
 * (PO8). It comes from a projection, or from what a finished record has really paid, which is one
 * path.
 */
export type FundFutures = {
  readonly from: "projection" | "record";
  readonly baseCurrency: string;
  readonly paths: number;
  readonly parties: readonly PartyFutures[];
};

/**
 * The futures, and what stakes are worth in the same with every asset expected to earn no more than
 * a loan to the treasury: the mean of that is the fair value (PO9). A record has none.
 */
export type PricedFutures = {
  readonly real: FundFutures;
  readonly priced?: StakeValues;
  /** Priced, with no excess return of any asset and no cost: a fund without skill. */
  readonly withoutSkill?: StakeValues;
  /** Of regimes that come with a stress of the assumptions (PO18). */
  readonly stressed?: readonly StressedFutures[];
};

export type StressedFutures = {
  readonly regime: string;
  readonly real: FundFutures;
  readonly priced?: StakeValues;
};

/** Why futures do not fit a policy file; a value, since files are the user's. */
export type FuturesMisfit =
  | { readonly code: "party_not_in_fund"; readonly party: string }
  | { readonly code: "currency_differs"; readonly expected: string; readonly actual: string }
  | {
      readonly code: "years_not_covered";
      readonly party: string;
      readonly first: number;
      readonly last: number;
      readonly needed: number;
    };

/** A party's amounts in the years that are compared, by `[year * paths + path]`. */
export function windowOf(
  { years }: PartyFutures,
  amounts: Float64Array,
  of: { readonly first: number; readonly count: number; readonly paths: number },
): Float64Array {
  const at = of.first - (years[0] ?? of.first);
  assert(at >= 0 && at + of.count <= years.length, "futures cover the years compared");
  return amounts.subarray(at * of.paths, (at + of.count) * of.paths);
}

/** Futures of one path: what each amount is on average. */
export function meanFutures(futures: FundFutures): FundFutures {
  const { paths } = futures;
  const mean = (values: Float64Array): Float64Array =>
    Float64Array.from({ length: values.length / paths }, (_each, year) =>
      meanOf(values.subarray(year * paths, (year + 1) * paths)),
    );
  const means = ({ paidIn, distributed, returned, worth }: PartyAmounts): PartyAmounts => ({
    ...{ paidIn: mean(paidIn), distributed: mean(distributed) },
    ...{ returned: mean(returned), worth: mean(worth) },
  });
  return {
    ...futures,
    paths: 1,
    parties: futures.parties.map((party) => ({
      ...party,
      inBase: means(party.inBase),
      ...(party.inOwn === undefined ? {} : { inOwn: means(party.inOwn) }),
    })),
  };
}
