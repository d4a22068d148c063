import type { PolicyComparison } from "./comparison.ts";
import type { PricedFutures } from "./fund-futures.ts";
import type { Policy } from "./policy-schema.ts";
import { fairMean } from "./present-values.ts";
import { stakeOf, type StakeValues } from "./stake-values.ts";

type FairStakes = NonNullable<PolicyComparison["fairStakes"]>;

/**
 * Where the fair values of both treasuries' stakes come from, in the base currency (PO25): what the
 * charter itself moves, by futures without skill and costs; what costs and skill change of it, by
 * the same futures with them; and what both treasuries have together, and the host has more. Errors
 * are those of differences and sums in each future, since the futures are the same.
 */
export function fairStakesOf(
  { host, partner }: Policy,
  { priced, withoutSkill }: PricedFutures,
): FairStakes | undefined {
  if (priced === undefined || withoutSkill === undefined) return undefined;
  const treasuries = [host.treasury, partner.treasury];
  const told = (values: (of: StakeValues) => Float64Array): FairStakes["sum"] => {
    const [stake, charter] = [values(priced), values(withoutSkill)];
    return {
      charter: fairMean(charter),
      costs: fairMean(stake.map((value, path) => value - charter[path]!)),
      stake: fairMean(stake),
    };
  };
  return {
    sides: treasuries.map(({ id, party }) => ({ id, ...told((of) => stakeOf(of, party)) })),
    sum: told((of) => {
      const [first, second] = treasuries.map(({ party }) => stakeOf(of, party));
      return first!.map((value, path) => value + second![path]!);
    }),
    difference: told((of) => {
      const [first, second] = treasuries.map(({ party }) => stakeOf(of, party));
      return first!.map((value, path) => value - second![path]!);
    }),
  };
}
