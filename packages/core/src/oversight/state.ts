import { assert } from "../base/assert.ts";
import { evolveClaims, noClaims, type ClaimEvent, type ClaimsState } from "./claims.ts";
import { evolveAudit, noAudit, type AuditEvent, type AuditState } from "./audit.ts";
import {
  evolveSideLetters,
  noSideLetters,
  type SideLetterEvent,
  type SideLetters,
} from "./side-letters.ts";
import { evolveExits, noExits, type ExitEvent, type ExitsState } from "./exits.ts";
import type { WindUp, WindUpEvent } from "./wind-up.ts";
import { evolveDisputes, noDisputes, type DisputeEvent, type Disputes } from "./disputes.ts";

/** What comes from outside, what is claimed and disputed, found and granted. */
export type OversightState = ClaimsState &
  ExitsState &
  AuditState & {
    readonly sideLetters: SideLetters;
    readonly disputes: Disputes;
    readonly windUp?: WindUp;
  };

export const noOversight: OversightState = {
  ...noClaims,
  ...noExits,
  ...noAudit,
  sideLetters: noSideLetters,
  disputes: noDisputes,
};

export type OversightEvent =
  | ClaimEvent
  | DisputeEvent
  | WindUpEvent
  | ExitEvent
  | AuditEvent
  | SideLetterEvent;

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
    case "findingMade":
    case "findingAnswered":
    case "findingClosed":
    case "opinionGiven":
      return { ...state, ...evolveAudit(state, event) };
    case "sideLetterGranted":
    case "sideLetterElected":
      return { ...state, sideLetters: evolveSideLetters(state.sideLetters, event) };
    case "unitsPassed":
    case "exitNoticeGiven":
    case "exitOffered":
    case "exitAccepted":
    case "exitSettled":
      return { ...state, ...evolveExits(state, event) };
    case "windUpStarted":
      return { ...state, windUp: event.windUp };
    case "windUpClosed": {
      assert(state.windUp !== undefined, "what is closed has been wound up");
      return { ...state, windUp: { ...state.windUp, closedOn: event.on } };
    }
  }
}

const KINDS: ReadonlySet<string> = new Set<OversightEvent["kind"]>([
  "externalEventRecorded",
  "claimFiled",
  "claimSettled",
  "disputeOpened",
  "disputeMoved",
  "escrowSet",
  "disputeAwarded",
  "findingMade",
  "findingAnswered",
  "findingClosed",
  "opinionGiven",
  "sideLetterGranted",
  "sideLetterElected",
  "unitsPassed",
  "exitNoticeGiven",
  "exitOffered",
  "exitAccepted",
  "exitSettled",
  "windUpStarted",
  "windUpClosed",
]);

export const isOversightEvent = (event: { readonly kind: string }): event is OversightEvent =>
  KINDS.has(event.kind);
