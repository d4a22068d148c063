import { assert } from "../base/assert.ts";
import { PersistentMap } from "../base/persistent-map.ts";
import type { LocalDate } from "../calendar/date.ts";

/** The law or budget that lets the party promise it. */
export type GuaranteeAuthority = {
  readonly law: string;
  readonly fiscalYear: string;
  /** Minor units of the guarantee's currency. */
  readonly minor: bigint;
  readonly expires: LocalDate;
};

/** A party's promise to pay a lender in a vehicle's place. */
export type Guarantee = {
  /** Id of the act that granted it. */
  readonly id: string;
  readonly party: string;
  readonly facility: string;
  readonly currency: string;
  /** Minor units; what was paid on it is taken off. */
  readonly left: bigint;
  readonly paid: bigint;
  /** The last day on which it may be called. */
  readonly expires: LocalDate;
  readonly authority: GuaranteeAuthority;
  readonly ended: boolean;
};

export type GuaranteeEvent =
  | { readonly kind: "guaranteeGranted"; readonly guarantee: Guarantee }
  | {
      readonly kind: "guaranteePaid";
      readonly id: string;
      readonly minor: bigint;
      readonly on: LocalDate;
    }
  | { readonly kind: "guaranteeEnded"; readonly id: string };

export type Guarantees = PersistentMap<Guarantee>;

export const noGuarantees: Guarantees = PersistentMap.empty;

export function evolveGuarantees(guarantees: Guarantees, event: GuaranteeEvent): Guarantees {
  if (event.kind === "guaranteeGranted") {
    return guarantees.set(event.guarantee.id, event.guarantee);
  }
  const guarantee = guarantees.get(event.id);
  assert(guarantee !== undefined, `guarantee ${event.id} was never granted`);
  if (event.kind === "guaranteeEnded") {
    return guarantees.set(event.id, { ...guarantee, left: 0n, ended: true });
  }
  const { minor } = event;
  return guarantees.set(event.id, {
    ...guarantee,
    left: guarantee.left - minor,
    paid: guarantee.paid + minor,
  });
}
