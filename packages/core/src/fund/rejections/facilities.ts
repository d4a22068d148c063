import { later, never, type RejectionFacts } from "./facts.ts";

/** Why borrowing, guarantees and what covenants forbid are refused, in order of precedence. */
export const FACILITIES_REJECTIONS = {
  // rate.fix
  index_unknown: never("actual", "required"),
  // facility.enter, facility.amend
  facility_exists: never("actual"),
  facility_unknown: later("actual"),
  facility_kind_not_allowed: never("actual", "vehicle"),
  lender_unknown: later("actual"),
  facility_status: later("facility", "actual", "required"),
  facility_terms_inconsistent: never("term", "actual", "required"),
  facility_beyond_most: later("actual", "required", "currency"),
  // facility.draw, facility.receive
  drawing_due_past: never("actual", "required"),
  // Of an index, or of a pair of currencies.
  rate_not_fixed: later("actual"),
  drawing_out_too_long: later("drawing", "actual", "required"),
  drawing_beyond_limit: later("actual", "required", "currency"),
  borrowing_base_exceeded: later("actual", "required", "currency"),
  drawing_unknown: later("actual"),
  // facility.repay, facility.prepay, facility.close
  repayment_beyond_owed: later("part", "actual", "required", "currency"),
  facility_not_settled: later("part", "actual", "currency"),
  // facility.refinance
  refinancing_unfit: never("facility", "actual"),
  // facility.accelerate
  lender_differs: never("actual", "required"),
  not_in_default: later("facility", "vehicle"),
  // guarantee.grant, guarantee.call
  guarantee_of_other_party: never("actual", "required"),
  guarantee_not_in_charter: never("party", "currency"),
  guarantee_beyond_cap: later("actual", "required", "currency"),
  guarantee_unknown: later("actual"),
  guarantee_exceeded: never("actual", "required", "currency"),
  // covenant.waive, covenant.cure, deleverage.plan
  covenant_unknown: never("actual"),
  waiver_over: never("actual", "required"),
  covenant_step_too_low: later("covenant", "actual", "required"),
  plan_after_deadline: later("actual", "required"),
  // Any decision that borrows, guarantees, invests or pays out
  covenant_locked: later("covenant", "actual"),
  incurrence_not_held: later("covenant", "actual", "required"),
} as const satisfies { readonly [code: string]: RejectionFacts };
