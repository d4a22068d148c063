import { later, never, type RejectionFacts } from "./facts.ts";

/** Why commitments, calls and receipts are refused, in order of precedence. */
export const CAPITAL_REJECTIONS = {
  // commitment.accept
  commitment_of_other_party: never("actual", "required"),
  commitment_not_in_charter: never("party", "currency"),
  commitment_beyond_share: never("actual", "required", "currency"),
  // capital.call
  class_unknown: never("actual"),
  wrong_currency: never("actual", "required"),
  effective_date_differs: never("actual", "required"),
  notice_period_too_short: never("actual", "required", "noticeDaysMin", "calendar"),
  commitment_unknown: later("actual", "party"),
  commitment_exceeded: never("party", "currency", "actual", "required"),
  budget_authority_exceeded: {
    facts: ["actual", "required", "currency"],
    sometimes: ["party"],
    retry: "never",
  },
  budget_authority_expired: never("party", "actual", "required"),
  nav_not_struck: later("actual"),
  price_not_as_charter: later("actual", "required"),
  class_total_exceeded: never("actual", "required"),
  // capital.receive
  party_not_called: never("actual"),
  call_unknown: later("actual"),
} as const satisfies { readonly [code: string]: RejectionFacts };
