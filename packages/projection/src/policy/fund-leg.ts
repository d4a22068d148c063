import { discountFactor, discountToStart, type Timing } from "./discount.ts";
import {
  windowOf,
  type FundFutures,
  type PartyAmounts,
  type PartyFutures,
} from "./fund-futures.ts";
import type { FairMethod, Part } from "./part.ts";
import type { Policy, PolicyTreasury } from "./policy-schema.ts";
import { requiredReturn } from "./portfolio.ts";
import { deviationOf, meanOf } from "./spread.ts";
import { firstYearOf, futuresOf, type World } from "./world.ts";

/** The amounts of one party in the years compared, and how they stand in its own currency. */
type Window = {
  readonly paidIn: Float64Array;
  readonly distributed: Float64Array;
  readonly returned: Float64Array;
  readonly worth: Float64Array;
};

function windowsOf(
  policy: Policy,
  treasury: PolicyTreasury,
  {
    party,
    amounts,
    paths,
  }: { readonly party: PartyFutures; readonly amounts: PartyAmounts; readonly paths: number },
): Window {
  const of = { first: firstYearOf(policy, treasury), count: policy.years.count, paths };
  return {
    paidIn: windowOf(party, amounts.paidIn, of),
    distributed: windowOf(party, amounts.distributed, of),
    returned: windowOf(party, amounts.returned, of),
    worth: windowOf(party, amounts.worth, of),
  };
}

/**
 * The stake of a treasury in the fund, as the futures of the charter have it: what it is paid out,
 * what it pays in, and what the stake is worth at the end (PO8). No offset is taken from it, since
 * it is no tax: receipts of a businesslike transaction count in full (CBO 58549).
 */
export function stakePart(
  { policy, futures: real, uncertain }: World,
  treasury: PolicyTreasury,
  priced: FundFutures | undefined,
): Part {
  const { paths } = uncertain;
  const party = futuresOf(real, treasury.party);
  const own = party.inOwn ?? party.inBase;
  const factor =
    party.inOwn === undefined && treasury.currency !== policy.currency
      ? policy.exchange.rate.value
      : 1;
  const window = windowsOf(policy, treasury, { party, amounts: own, paths: real.paths });
  const { count } = policy.years;
  const spreadOver = (values: Float64Array, years: number): Float64Array => {
    const spread = new Float64Array(years * paths);
    for (let year = 0; year < years; year++) {
      for (let path = 0; path < paths; path++) {
        spread[year * paths + path] = values[year * real.paths + (path % real.paths)]! * factor;
      }
    }
    return spread;
  };
  return {
    id: "stake",
    revenue: spreadOver(window.distributed, count),
    invested: spreadOver(window.paidIn, count),
    returned: spreadOver(window.returned, count),
    stake: spreadOver(window.worth.subarray((count - 1) * real.paths), 1),
    fair: fairOfStake(policy, treasury, priced),
  };
}

/** The fair value of a stake, by futures under the pricing measure where there are any (PO9). */
function fairOfStake(
  policy: Policy,
  treasury: PolicyTreasury,
  priced: FundFutures | undefined,
): FairMethod {
  if (priced !== undefined) return { by: "pricing", ...pricedStake(policy, treasury, priced) };
  const { premium, assets } = policy.fairValue;
  const beta = assets.value * policy.projects.assetsPerCapital.value;
  const riskless = policy.host.treasury.fundingRate.value;
  return { by: "rate", rate: requiredReturn({ riskless, beta, premium: premium.value }) };
}

/**
 * What a stake is worth less what is paid for it: the mean of the futures under the pricing
 * measure, discounted at the base currency's riskless rate, at today's rate of exchange in the
 * party's own currency. That its own money costs a treasury less than the base currency's is no
 * gain at fair value: it is what markets ask for the risk of the exchange rate.
 */
export function pricedStake(
  policy: Policy,
  treasury: PolicyTreasury,
  priced: FundFutures,
): { readonly value: number; readonly standardError: number } {
  const party = futuresOf(priced, treasury.party);
  const { paths } = priced;
  const window = windowsOf(policy, treasury, { party, amounts: party.inBase, paths });
  const rate = policy.host.treasury.fundingRate.value;
  const timing: Timing = policy.timing;
  const { count } = policy.years;
  const values = new Float64Array(paths);
  for (let year = 0; year < count; year++) {
    const factor = discountFactor(rate, year, timing);
    const last = year === count - 1 ? discountToStart(rate, year) : 0;
    for (let path = 0; path < paths; path++) {
      const at = year * paths + path;
      values[path]! +=
        factor * (window.distributed[at]! - window.paidIn[at]!) + last * window.worth[at]!;
    }
  }
  const exchange = treasury.currency === policy.currency ? 1 : policy.exchange.rate.value;
  return {
    value: meanOf(values) * exchange,
    standardError: paths > 1 ? (deviationOf(values) / Math.sqrt(paths)) * exchange : 0,
  };
}
