import { CANONICAL_ERROR_CODES, type Json, type JsonPath } from "../base/json.ts";
import { SCHEMA_FINDING_CODES } from "../base/schema.ts";

/** What may be wrong with the meaning of a charter whose form is right [CH20]–[CH73]. */
export const LINT_CODES = [
  // Brackets
  "bracket_open",
  "bracket_nested",
  "bracket_empty",
  "bracket_side_unknown",
  "bracket_side_missing",
  "bracket_unpriced",
  // Names and clauses
  "reference_unknown",
  "id_duplicate",
  "clause_duplicate",
  "term_name_taken",
  "calendar_unusable",
  // Languages
  "text_missing",
  "text_language_unknown",
  // Parties, seats, bodies
  "sovereign_missing",
  "operator_missing",
  "seat_of_other_party",
  "threshold_unreachable",
  "quorum_unreachable",
  "alternate_of_other_party",
  "alternate_shared",
  "alternate_chained",
  "alternate_cyclic",
  // Money
  "amount_too_precise",
  "amount_not_positive",
  "capital_currency_differs",
  "shares_not_one",
  "share_not_positive",
  "share_missing",
  "tie_break_incomplete",
  "account_missing",
  "account_kind_wrong",
  // Waterfalls
  "distribution_missing",
  "tier_end_missing",
  "tier_end_on_last",
  "tier_end_without_terms",
  "tier_never_full",
  "last_tier_owed",
  "last_tier_without_weights",
  "instalments_missing",
  "share_beyond_one",
  "waterfall_unused",
  // Calls
  "partner_limits_reversed",
  "default_ladder_unordered",
  "default_step_share",
  // Mandate
  "overrun_weight_too_small",
  "milestones_uncertifiable",
  // Vehicles
  "ownership_cyclic",
  // Covenants
  "covenant_steps_unordered",
  "covenant_thresholds_unordered",
  "covenant_share_missing",
  "covenant_share_too_large",
  "covenant_period_missing",
  "covenant_incurrence_beyond_lock",
  // Acts
  "act_rule_missing",
  "act_unused_with_rule",
  "act_indispensable",
  "act_type_unknown",
  "act_nature_wrong",
  "section_missing",
  "stage_party_wrong",
  "stage_out_of_place",
  "claims_order_incomplete",
  "tier_missing",
  "tier_condition_missing",
  "tier_condition_on_last",
  "fact_with_approval",
  "fact_with_control",
  "approvals_too_complex",
  "rule_never_met",
  "rule_never_met_for_proposer",
  "rule_fails_after_recusal",
  "unilateral_not_shown",
  "carved_out_and_stoppable",
  "expiry_too_short",
  // Expressions
  "expression_invalid",
  "expression_doubtful",
  // Freeze, finality, amendment
  "freeze_outlasts_cooling_off",
  "mirror_missing",
  "passkey_origin_foreign",
  "entrenched_path_unknown",
  "entrenchment_incomplete",
  "entrenchment_not_ratified",
  "indemnity_uncapped",
  // Left unused
  "limit_unused",
  "term_unused",
] as const;

export type LintCode = (typeof LINT_CODES)[number];

/** Every code that a finding of a charter may have, in the order of the stages that give them. */
export const CHARTER_FINDING_CODES = [
  ...CANONICAL_ERROR_CODES,
  ...SCHEMA_FINDING_CODES,
  ...LINT_CODES,
] as const;

export type CharterFindingCode = (typeof CHARTER_FINDING_CODES)[number];

export type FindingFacts = { readonly [fact: string]: Json };

/**
 * Something wrong with a charter. An error keeps it from being adopted, a warning does not. No
 * prose: the facts say what was found and what was required, and languages live at the edge.
 */
export type CharterFinding = {
  readonly code: CharterFindingCode;
  readonly severity: "error" | "warning";
  readonly path: JsonPath;
  /** Clause of the part of the charter that it concerns, where that part has one. */
  readonly clause?: string;
  readonly facts: FindingFacts;
};
