import { later, never, type RejectionFacts } from "./facts.ts";

/** Why commitments, calls and receipts are refused, in order of precedence. */
export const CAPITAL_REJECTIONS = {
  // commitment.accept, commitment.increase
  increase_of_nothing: never(),
  commitment_of_other_party: never("actual", "required"),
  commitment_not_in_charter: never("party", "currency"),
  commitment_beyond_share: never("actual", "required", "currency"),
  commitment_below_least: never("actual", "required", "currency"),
  commitments_beyond_limit: later("actual", "required", "currency"),
  budget_authority_missing: never("party"),
  // capital.call
  call_without_taker: never("class", "vehicle"),
  class_unknown: never("actual"),
  wrong_currency: never("actual", "required"),
  effective_date_differs: never("actual", "required"),
  notice_period_too_short: never("actual", "required", "noticeDaysMin", "calendar"),
  commitment_unknown: { facts: ["actual"], sometimes: ["party"], retry: "later" },
  commitment_exceeded: never("party", "currency", "actual", "required"),
  budget_authority_exceeded: {
    facts: ["actual", "required", "currency"],
    sometimes: ["party"],
    retry: "never",
  },
  budget_authority_expired: never("party", "actual", "required"),
  party_not_eligible: never("party", "class", "actual", "required"),
  nav_not_struck: later("actual"),
  price_not_as_charter: later("actual", "required"),
  class_total_exceeded: never("actual", "required"),
  yearly_cap_exceeded: later("actual", "required", "currency", "fiscalYear"),
  // capital.receive, and acts on a party's item of a call
  call_unknown: later("actual"),
  party_not_called: never("actual"),
  call_paid: never("actual", "party"),
  // capital.optOut, capital.defer
  no_right_to_opt_out: never("actual", "required"),
  call_not_for_investment: never("actual"),
  no_right_to_defer: never("actual", "required"),
  deferral_too_late: never("actual", "required"),
  deferral_too_long: never("actual", "required"),
  // capital.fundShortfall, capital.remedy
  due_date_past: never("actual", "required"),
  funder_in_default: never("actual"),
  party_not_in_default: later("actual", "party"),
  shortfall_exceeded: later("actual", "required", "currency"),
  call_still_unpaid: later("party", "actual", "currency"),
  // capital.return, capital.trueUp
  return_beyond_paid_in: later("actual", "required", "currency"),
  true_up_open: later("actual"),
  class_without_true_up: never("actual", "required"),
  nothing_to_true_up: later("actual", "party"),
  // capital.contributeInKind
  appraisal_unknown: later("actual"),
  appraisal_used: never("actual", "by"),
  appraisal_differs: never("actual", "required"),
  vehicle_differs: never("actual", "required"),
  in_kind_beyond_call: later("actual", "required", "currency"),
} as const satisfies { readonly [code: string]: RejectionFacts };
