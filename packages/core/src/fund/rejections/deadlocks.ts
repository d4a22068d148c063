import { later, never, type RejectionFacts } from "./facts.ts";

/** Why acts on deadlocks are refused, in order of precedence. */
export const DEADLOCKS_REJECTIONS = {
  // deadlock.declare
  rounds_too_few: never("actual", "required"),
  round_unknown: later("actual"),
  round_not_failed: later("actual"),
  round_of_other_matter: never("actual", "required"),
  round_too_early: never("actual", "required", "act"),
  matter_not_for_deadlock: never("actual"),
  deadlock_declared: later("actual", "on"),
  // deadlock.advise, deadlock.resolve
  deadlock_unknown: later("actual"),
  deadlock_over: never("actual", "on"),
  not_the_expert: later("actual", "stage"),
} as const satisfies { readonly [code: string]: RejectionFacts };
