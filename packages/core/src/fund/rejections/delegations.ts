import { later, never, type RejectionFacts } from "./facts.ts";

/** Why acts on delegations are refused, in order of precedence. */
export const DELEGATIONS_REJECTIONS = {
  delegate_unknown: later("actual"),
  act_not_delegable: never("actual"),
  delegation_unknown: later("actual"),
  delegation_over: never("actual", "required"),
} as const satisfies { readonly [code: string]: RejectionFacts };
