import { later, never, type RejectionFacts } from "./facts.ts";

/** Why claims and disputes are refused, in order of precedence. */
export const DISPUTES_REJECTIONS = {
  // claim.file, dispute.open
  respondent_unknown: never("actual", "claimant"),
  external_event_unknown: later("actual"),
  // claim.settle
  claim_unknown: later("actual"),
  claim_settled: never("actual", "on"),
  claim_in_dispute: later("actual", "dispute"),
  sum_beyond_claim: never("actual", "required", "currency"),
  // dispute.open
  disputed_act_unknown: later("actual"),
  dispute_not_as_claim: never("actual", "required"),
  not_party_to_dispute: never("actual", "required"),
  // dispute.escalate, dispute.escrow, dispute.award
  dispute_unknown: later("actual"),
  dispute_over: never("actual", "on"),
  last_stage_reached: never("actual", "required"),
  escrow_not_provided: later(),
  escrow_vehicle_unknown: later("actual"),
  escrow_beyond_dispute: never("actual", "required", "currency"),
  escrow_beyond_free_cash: later("actual", "required", "currency"),
  award_beyond_dispute: never("actual", "required"),
} as const satisfies { readonly [code: string]: RejectionFacts };
