import { Ratio } from "../base/ratio.ts";

/** What a party has still to pay in, as a lender looks at it. */
export type UncalledCommitment = {
  readonly party: string;
  /** Minor units of the facility's currency. */
  readonly uncalled: bigint;
  /** Whether the lender counts it: the party is not in default, its authority has not expired. */
  readonly eligible: boolean;
  /** The part of it that the lender lends against. */
  readonly advanceRate: Ratio;
};

/**
 * The most that a subscription line may have out: advance rate × uncalled over the commitments that
 * count, each rounded down to a minor unit [LV9].
 */
export function borrowingBase(commitments: readonly UncalledCommitment[]): bigint {
  return commitments.reduce(
    (sum, { eligible, uncalled, advanceRate }) =>
      eligible && uncalled > 0n
        ? sum + Ratio.floor(Ratio.mul(Ratio.make(uncalled), advanceRate))
        : sum,
    0n,
  );
}
