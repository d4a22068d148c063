import { fileURLToPath } from "node:url";
import { keyOfSeed } from "@jointfund/projection/outcomes/seed-key.ts";
import type { FundFutures, PartyFutures } from "@jointfund/projection/policy/fund-futures.ts";
import { philoxDraws } from "@jointfund/projection/policy/philox-draws.ts";
import type { Policy } from "@jointfund/projection/policy/policy-schema.ts";
import type { StakeValues } from "@jointfund/projection/policy/stake-values.ts";
import { readPolicy } from "@jointfund/server/policy/policy-file.ts";
import type { Setting } from "@jointfund/server/scenario/settings.ts";

export const POLICY_FILE = fileURLToPath(new URL("../../policies/us-japan.yaml", import.meta.url));

/** The policy file that comes along, with some values set otherwise. */
export function shippedPolicy(settings: readonly Setting[] = []): Policy {
  const read = readPolicy(POLICY_FILE, settings);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

export const drawsOf = (seed: string) => philoxDraws(keyOfSeed(seed));

/** What a hand-made fund does in every future. */
export type HandMade = {
  readonly paths: number;
  readonly years: number;
  /** Paid in by each of the two treasuries in each of the first years, in units of currency. */
  readonly paidIn: readonly number[];
  /** Yearly return of the fund's assets, before chance. */
  readonly expected: number;
  readonly volatility: number;
  /** Paid out each year, of what there is. */
  readonly payout: number;
};

/**
 * Futures of a fund that only buys assets with what it is paid: grows, pays out, is paid in, in
 * this order, at the end of each year. Its own little arithmetic, not the model's.
 */
export function handMadeFutures(fund: HandMade): FundFutures {
  const party = (id: string, currency: string, first: number): PartyFutures => ({
    ...{ party: id, currency },
    years: Array.from({ length: fund.years }, (_each, year) => first + year),
    inBase: amountsOf(fund),
  });
  return {
    ...{ from: "projection", baseCurrency: "USD", paths: fund.paths },
    parties: [party("US", "USD", 2026), party("JP", "JPY", 2025)],
  };
}

function amountsOf({ paths, years, paidIn, expected, volatility, payout }: HandMade) {
  const normal = drawsOf("hand-made").normal("hand-made");
  const drift = Math.log(1 + expected) - volatility ** 2 / 2;
  const amounts = {
    paidIn: new Float64Array(years * paths),
    distributed: new Float64Array(years * paths),
    returned: new Float64Array(years * paths),
    worth: new Float64Array(years * paths),
  };
  for (let path = 0; path < paths; path++) {
    let assets = 0;
    for (let year = 0; year < years; year++) {
      const at = year * paths + path;
      assets *= Math.exp(drift + volatility * normal(path, year));
      amounts.distributed[at] = assets * payout;
      amounts.paidIn[at] = paidIn[year] ?? 0;
      assets += amounts.paidIn[at] - amounts.distributed[at];
      amounts.worth[at] = assets;
    }
  }
  return amounts;
}

/**
 * What the same fund's stake is worth to each treasury over its first twenty years, at a rate: each
 * flow is discounted from the end of its year, when it falls.
 */
export function handMadeStakes(fund: HandMade, rate: number): StakeValues {
  const { paidIn, distributed, worth } = amountsOf(fund);
  const values = new Float64Array(fund.paths);
  for (let path = 0; path < fund.paths; path++) {
    for (let year = 0; year < 20; year++) {
      const at = year * fund.paths + path;
      const last = year === 19 ? worth[at]! : 0;
      values[path]! += (distributed[at]! - paidIn[at]! + last) / (1 + rate) ** (year + 1);
    }
  }
  return { paths: fund.paths, parties: ["US", "JP"].map((party) => ({ party, values })) };
}
