import { assert } from "../base/assert.ts";
import { PersistentMap } from "../base/persistent-map.ts";
import type { LocalDate } from "../calendar/date.ts";
import type { CharacterShare } from "./characters.ts";
import type { TierResult } from "./waterfall.ts";

/** What the charter's formula lets a vehicle pay out, and what was paid of it to whom. */
export type Distribution = {
  /** Id of the determination. */
  readonly id: string;
  readonly vehicle: string;
  readonly currency: string;
  /** Whose money it is, where capital is returned investment by investment. */
  readonly investment?: string;
  readonly determinedOn: LocalDate;
  readonly minor: bigint;
  readonly declaredOn?: LocalDate;
  /** How the amount went through the tiers. */
  readonly tiers?: readonly TierResult[];
  readonly shares?: readonly DistributionShare[];
};

/** One party's part by character; they sum to the distribution. */
export type DistributionShare = CharacterShare & {
  /** Of the part, carried interest: it is kept on the holder's account and paid by `carry.pay`. */
  readonly carry: bigint;
};

/** By id of the determination. */
export type Distributions = PersistentMap<Distribution>;

export const noDistributions: Distributions = PersistentMap.empty;

export type DistributionEvent =
  | { readonly kind: "distributionDetermined"; readonly distribution: Distribution }
  | {
      readonly kind: "distributionDeclared";
      readonly id: string;
      readonly on: LocalDate;
      readonly tiers: readonly TierResult[];
      readonly shares: readonly DistributionShare[];
    };

export function evolveDistributions(
  distributions: Distributions,
  event: DistributionEvent,
): Distributions {
  if (event.kind === "distributionDetermined") {
    return distributions.set(event.distribution.id, event.distribution);
  }
  const { id, on: declaredOn, tiers, shares } = event;
  const determined = distributions.get(id);
  assert(determined !== undefined, `distribution ${id} was never determined`);
  return distributions.set(id, { ...determined, declaredOn, tiers, shares });
}
