import { later, never, type RejectionFacts } from "./facts.ts";

/** Why any act, and amendments are refused, in order of precedence. */
export const ANY_ACT_REJECTIONS = {
  // Any act
  act_type_unknown: never("actual"),
  act_not_used: never("actual"),
  body_malformed: never("findings"),
  act_is_a_fact: never("actual"),
  act_is_a_decision: never("actual"),
  effective_date_in_future: later("actual", "required"),
  // charter.amend
  charter_version_not_next: never("actual", "required"),
  amendment_changes_nothing: never(),
  amendment_incomplete: later("missing", "of"),
  // What the charter computes
  expression_undefined: { facts: ["reason"], sometimes: ["limit"], retry: "later" },
  bounds_exceeded: later("actual"),
  limit_not_held: later("limit", "required"),
} as const satisfies { readonly [code: string]: RejectionFacts };
