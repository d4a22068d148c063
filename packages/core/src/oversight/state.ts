import { evolveClaims, noClaims, type ClaimEvent, type ClaimsState } from "./claims.ts";
import { evolveDisputes, noDisputes, type DisputeEvent, type Disputes } from "./disputes.ts";

/** What comes from outside, what is claimed and disputed, found and granted. */
export type OversightState = ClaimsState & { readonly disputes: Disputes };

export const noOversight: OversightState = { ...noClaims, disputes: noDisputes };

export type OversightEvent = ClaimEvent | DisputeEvent;

export function evolveOversight(state: OversightState, event: OversightEvent): OversightState {
  switch (event.kind) {
    case "externalEventRecorded":
    case "claimFiled":
    case "claimSettled":
      return { ...state, ...evolveClaims(state, event) };
    case "disputeOpened":
    case "disputeMoved":
    case "escrowSet":
    case "disputeAwarded":
      return { ...state, disputes: evolveDisputes(state.disputes, event) };
  }
}
