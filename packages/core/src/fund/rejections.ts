/**
 * Every reason for which the acts and the record of the fund are refused, beyond those of
 * governance (governance/rejections.ts). In order of precedence: of two that hold, the one that
 * stands first is the one that is given, and within an act type its own order decides.
 */
export const FUND_REJECTION_CODES = [
  // The founding (docs/spec/record.md, R7)
  "already_founded",
  "not_founded",
  "blob_missing",
  "charter_not_adoptable",
  "seat_taken",
  "verifier_key_unusable",
  "founding_incomplete",
  // Time (R11, R14)
  "recorded_at_decreases",
  "day_not_open",
  "day_not_later",
  "day_not_today",
  // Any act
  "act_type_unknown",
  "body_malformed",
  "act_is_a_fact",
  "act_is_a_decision",
  "effective_date_in_future",
  // commitment.accept
  "commitment_of_other_party",
  "commitment_not_in_charter",
  "commitment_beyond_share",
  // capital.call
  "class_unknown",
  "wrong_currency",
  "effective_date_differs",
  "notice_period_too_short",
  "commitment_unknown",
  "commitment_exceeded",
  "budget_authority_exceeded",
  "budget_authority_expired",
  "nav_not_struck",
  "price_not_as_charter",
  "class_total_exceeded",
  // capital.receive
  "party_not_called",
  "call_unknown",
  // Investments
  "investment_exists",
  "sector_outside_mandate",
  "geography_outside_mandate",
  "vehicle_unknown",
  "text_missing_in_language",
  "investment_unknown",
  "investment_status",
  "milestone_unknown",
  "milestone_already_funded",
  "milestone_not_due",
  "payee_not_in_investment",
  // nav.strike and distributions
  "no_units_outstanding",
  "nav_already_struck",
  "distribution_open",
  "nothing_to_distribute",
  "distribution_unknown",
  "distribution_already_declared",
  "amount_not_as_determined",
  // payment.release
  "payment_unknown",
  "payment_already_released",
  "payment_differs",
  "cash_insufficient",
  "payment_not_final",
  // charter.amend
  "charter_version_not_next",
  "amendment_changes_nothing",
  "amendment_incomplete",
  // What the charter computes
  "expression_undefined",
  "bounds_exceeded",
  "limit_not_held",
  // What the operator says of the record (R15, R30, R32)
  "refusal_not_reproduced",
  "checkpoint_malformed",
  "checkpoint_not_of_this_log",
  "cosignature_missing",
  "seal_not_reproduced",
] as const;

export type FundRejectionCode = (typeof FUND_REJECTION_CODES)[number];

/** What a rejection of one code tells besides the clause. */
export type RejectionFacts = {
  /** Names of the facts that it always has. */
  readonly facts: readonly string[];
  /** Names of those that it has in some cases. */
  readonly sometimes?: readonly string[];
  /**
   * Whether the very same statement may be accepted at another time: `later` when what is missing
   * may still come, `never` when only another statement can help.
   */
  readonly retry: "never" | "later";
};

const never = (...facts: readonly string[]): RejectionFacts => ({ facts, retry: "never" });
const later = (...facts: readonly string[]): RejectionFacts => ({ facts, retry: "later" });

export const FUND_REJECTIONS: Readonly<Record<FundRejectionCode, RejectionFacts>> = {
  already_founded: never(),
  not_founded: { facts: [], sometimes: ["actual"], retry: "later" },
  blob_missing: later("actual"),
  charter_not_adoptable: never("actual", "findings"),
  seat_taken: never("actual"),
  verifier_key_unusable: never("who", "actual"),
  founding_incomplete: {
    facts: [],
    sometimes: ["missing", "actual", "required"],
    retry: "never",
  },
  recorded_at_decreases: later("actual", "required"),
  day_not_open: later("actual", "required"),
  day_not_later: never("actual", "required"),
  day_not_today: later("actual", "required"),
  act_type_unknown: never("actual"),
  body_malformed: never("findings"),
  act_is_a_fact: never("actual"),
  act_is_a_decision: never("actual"),
  effective_date_in_future: later("actual", "required"),
  commitment_of_other_party: never("actual", "required"),
  commitment_not_in_charter: never("party", "currency"),
  commitment_beyond_share: never("actual", "required", "currency"),
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
  party_not_called: never("actual"),
  call_unknown: later("actual"),
  investment_exists: never("actual"),
  sector_outside_mandate: never("actual", "required"),
  geography_outside_mandate: never("actual", "required"),
  vehicle_unknown: never("actual"),
  text_missing_in_language: never("actual", "required"),
  investment_unknown: later("actual"),
  investment_status: later("investment", "actual", "required"),
  milestone_unknown: never("actual"),
  milestone_already_funded: never("actual", "by"),
  milestone_not_due: later("actual", "required"),
  payee_not_in_investment: never("actual", "required"),
  no_units_outstanding: later("actual"),
  nav_already_struck: never("actual"),
  distribution_open: later("actual"),
  nothing_to_distribute: later("actual"),
  distribution_unknown: later("actual"),
  distribution_already_declared: never("actual", "on"),
  amount_not_as_determined: never("actual", "required"),
  payment_unknown: later("actual"),
  payment_already_released: never("actual", "on"),
  payment_differs: never("actual", "required"),
  cash_insufficient: later("actual", "required", "currency"),
  payment_not_final: later("payment", "actual", "required"),
  charter_version_not_next: never("actual", "required"),
  amendment_changes_nothing: never(),
  amendment_incomplete: later("missing", "of"),
  expression_undefined: { facts: ["reason"], sometimes: ["limit"], retry: "later" },
  bounds_exceeded: later("actual"),
  limit_not_held: later("limit", "required"),
  refusal_not_reproduced: never("actual"),
  checkpoint_malformed: never("actual"),
  checkpoint_not_of_this_log: never("actual"),
  cosignature_missing: later("actual", "required"),
  seal_not_reproduced: never("actual", "required"),
};
