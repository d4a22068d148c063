import { assert } from "../base/assert.ts";
import { PersistentMap } from "../base/persistent-map.ts";
import type { LocalDate } from "../calendar/date.ts";

/** What the charter's formula lets the fund pay out, and what was paid of it to whom. */
export type Distribution = {
  /** Id of the determination. */
  readonly id: string;
  readonly vehicle: string;
  readonly unitClass: string;
  readonly currency: string;
  readonly determinedOn: LocalDate;
  readonly minor: bigint;
  readonly declaredOn?: LocalDate;
  readonly shares?: readonly DistributionShare[];
};

export type DistributionShare = { readonly party: string; readonly minor: bigint };

/** By id of the determination. */
export type Distributions = PersistentMap<Distribution>;

export const noDistributions: Distributions = PersistentMap.empty;

export type DistributionEvent =
  | { readonly kind: "distributionDetermined"; readonly distribution: Distribution }
  | {
      readonly kind: "distributionDeclared";
      readonly id: string;
      readonly on: LocalDate;
      readonly shares: readonly DistributionShare[];
    };

export function evolveDistributions(
  distributions: Distributions,
  event: DistributionEvent,
): Distributions {
  if (event.kind === "distributionDetermined") {
    return distributions.set(event.distribution.id, event.distribution);
  }
  const determined = distributions.get(event.id);
  assert(determined !== undefined, `distribution ${event.id} was never determined`);
  return distributions.set(event.id, { ...determined, declaredOn: event.on, shares: event.shares });
}
