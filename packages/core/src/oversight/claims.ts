import { assert } from "../base/assert.ts";
import { PersistentMap } from "../base/persistent-map.ts";
import type { LocalDate } from "../calendar/date.ts";

export const EXTERNAL_EVENT_KINDS = [
  "sanction",
  "tax",
  "tariff",
  "lawChange",
  "disaster",
  "breach",
] as const;
export type ExternalEventKind = (typeof EXTERNAL_EVENT_KINDS)[number];

/** Something from outside the fund that touches it: recorded, never booked by itself (OV3). */
export type ExternalEvent = {
  /** Id of the act that recorded it. */
  readonly id: string;
  readonly nature: ExternalEventKind;
  /** Parties, vehicles and investments that it touches. */
  readonly affected: readonly string[];
  readonly text: string;
  readonly on: LocalDate;
};

/** What one party asks of another, or of a vehicle, in compensation (OV4). */
export type Claim = {
  readonly id: string;
  readonly claimant: string;
  /** The party or vehicle that it is asked of. */
  readonly against: string;
  /** In whose book the memorandum stands: the vehicle that it is asked of, or else the main one. */
  readonly vehicle: string;
  readonly event?: string;
  readonly text: string;
  readonly currency: string;
  /** What is asked, minor units. */
  readonly minor: bigint;
  readonly filedOn: LocalDate;
  /** What came of it: how much was agreed or awarded, minor units, and when. */
  readonly settled?: { readonly on: LocalDate; readonly minor: bigint };
};

export type ClaimEvent =
  | { readonly kind: "externalEventRecorded"; readonly external: ExternalEvent }
  | { readonly kind: "claimFiled"; readonly claim: Claim }
  | {
      readonly kind: "claimSettled";
      readonly id: string;
      readonly on: LocalDate;
      readonly minor: bigint;
    };

export type ClaimsState = {
  readonly externals: PersistentMap<ExternalEvent>;
  readonly claims: PersistentMap<Claim>;
};

export const noClaims: ClaimsState = {
  externals: PersistentMap.empty,
  claims: PersistentMap.empty,
};

export function evolveClaims(state: ClaimsState, event: ClaimEvent): ClaimsState {
  switch (event.kind) {
    case "externalEventRecorded":
      return { ...state, externals: state.externals.set(event.external.id, event.external) };
    case "claimFiled":
      return { ...state, claims: state.claims.set(event.claim.id, event.claim) };
    case "claimSettled": {
      const claim = state.claims.get(event.id);
      assert(claim !== undefined, `claim ${event.id} was filed`);
      const settled = { on: event.on, minor: event.minor };
      return { ...state, claims: state.claims.set(claim.id, { ...claim, settled }) };
    }
  }
}

/** Claims of which nothing has come yet. */
export function openClaims({ claims }: ClaimsState): readonly Claim[] {
  return [...claims.values()].filter(({ settled }) => settled === undefined);
}
