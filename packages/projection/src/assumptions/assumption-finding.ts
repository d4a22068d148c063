import type { Json, JsonPath } from "@jointfund/core/base/json.ts";
import type { CharterFindingCode } from "@jointfund/core/charter/finding.ts";

/** What may be wrong with the meaning of assumptions whose form is right [PJ22]. */
export const ASSUMPTION_CODES = [
  "opening_not_month_end",
  "exchange_missing",
  "exchange_of_base",
  "treasury_missing",
  "correlations_impossible",
  "project_debt_twice",
  "returned_twice",
  "milestones_unordered",
  "milestones_not_whole",
  "events_unordered",
  "end_before_start",
  "regimes_never_left",
  "persistence_too_high",
  "degrees_not_even",
  "rows_differ",
  "block_too_long",
  "months_not_multiple",
  "class_not_by_commitments",
  "class_not_dealt_in",
  "commitment_outside_limits",
  "calls_unordered",
  "calls_beyond_commitment",
] as const;

/** What assumptions add, and what they share with charters: form, texts, names. */
export type AssumptionCode = (typeof ASSUMPTION_CODES)[number] | CharterFindingCode;

/** Something wrong with assumptions, without prose: the facts say what was found and required. */
export type AssumptionFinding = {
  readonly code: AssumptionCode;
  readonly path: JsonPath;
  readonly facts: { readonly [fact: string]: Json };
};
