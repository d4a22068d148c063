import type { Part, PartId } from "./part.ts";
import type { Policy, PolicyTreasury } from "./policy-schema.ts";
import { requiredReturn } from "./portfolio.ts";
import { fairMean, laterValues, presentValues } from "./present-values.ts";
import { exchangeOf, type World } from "./world.ts";

/** What markets ask of a kind of flow, by its beta. */
export const rateFor = ({ host, fairValue }: Policy, beta: "taxes" | "tariff" | "assets"): number =>
  requiredReturn({
    riskless: host.treasury.fundingRate.value,
    beta: fairValue[beta].value,
    premium: fairValue.premium.value,
  });

/** Flows of a part in the base currency, and what they are worth at fair value by their rate. */
export type MadeFlows = {
  readonly id: PartId;
  readonly rate: number;
  /** By `[year * paths + path]`, in the years compared and after them. */
  readonly revenue: Float64Array;
  readonly later?: Float64Array;
};

/**
 * A part made of flows in the base currency, as a treasury sees it: in another currency its flows
 * move with the rate of exchange, and their fair value is at today's (PO9).
 */
export function madePart(world: World, treasury: PolicyTreasury, flows: MadeFlows): Part {
  const { policy, exchange: quotes } = world;
  const of = { years: policy.years.count, paths: world.uncertain.paths, timing: policy.timing };
  const { id, rate, revenue, later } = flows;
  const exchange = exchangeOf(policy, treasury);
  const fair = fairMean(presentValues({ revenue }, rate, of), { exchange });
  const isForeign = treasury.currency !== policy.currency;
  const own = isForeign ? revenue.map((flow, at) => flow * quotes.onDay[at]!) : revenue;
  const part: Part = { id, revenue: own, fair: { by: "rate", ...fair } };
  if (later === undefined) return part;
  return { ...part, later, fairLater: fairMean(laterValues(later, rate, of), { exchange }) };
}

/** A part made of one value for each year and path. */
export function partOf(
  world: World,
  treasury: PolicyTreasury,
  of: {
    readonly id: PartId;
    readonly rate: number;
    readonly value: (year: number) => (path: number) => number;
  },
): Part {
  const { count } = world.policy.years;
  const { paths } = world.uncertain;
  const revenue = new Float64Array(count * paths);
  for (let year = 0; year < count; year++) {
    const value = of.value(year);
    for (let path = 0; path < paths; path++) revenue[year * paths + path] = value(path);
  }
  return madePart(world, treasury, { id: of.id, rate: of.rate, revenue });
}
