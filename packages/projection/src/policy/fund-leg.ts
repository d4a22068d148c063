import { windowOf, type PartyAmounts, type PartyFutures } from "./fund-futures.ts";
import type { FairValue, Part } from "./part.ts";
import type { Policy, PolicyTreasury } from "./policy-schema.ts";
import { requiredReturn } from "./portfolio.ts";
import { fairMean, presentValues } from "./present-values.ts";
import { stakeOf, type StakeValues } from "./stake-values.ts";
import { exchangeOf, firstYearOf, futuresOf, type World } from "./world.ts";

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
  priced: StakeValues | undefined,
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
  const stake = {
    revenue: spreadOver(window.distributed, count),
    invested: spreadOver(window.paidIn, count),
    stake: spreadOver(window.worth.subarray((count - 1) * real.paths), 1),
  };
  return {
    ...{ id: "stake", ...stake },
    returned: spreadOver(window.returned, count),
    fair:
      priced === undefined
        ? fairByRate(policy, stake, paths)
        : { by: "pricing", ...pricedStake(policy, treasury, priced) },
  };
}

/** The fair value of a stake in a record, which has no futures of other returns (PO9). */
function fairByRate(
  policy: Policy,
  stake: Pick<Part, "revenue" | "invested" | "stake">,
  paths: number,
): Part["fair"] {
  const { premium, assets } = policy.fairValue;
  const beta = assets.value * policy.projects.assetsPerCapital.value;
  const riskless = policy.host.treasury.fundingRate.value;
  const rate = requiredReturn({ riskless, beta, premium: premium.value });
  const of = { years: policy.years.count, paths, timing: policy.timing };
  return { by: "rate", ...fairMean(presentValues(stake, rate, of)) };
}

/**
 * What a stake is worth less what is paid for it: the mean of the futures under the pricing
 * measure, at today's rate of exchange in the party's own currency. That its own money costs a
 * treasury less than the base currency's is no gain at fair value: it is what markets ask for the
 * risk of the exchange rate.
 */
export const pricedStake = (
  policy: Policy,
  treasury: PolicyTreasury,
  priced: StakeValues,
): FairValue =>
  fairMean(stakeOf(priced, treasury.party), { exchange: exchangeOf(policy, treasury) });
