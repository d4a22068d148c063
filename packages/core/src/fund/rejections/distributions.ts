import { later, never, type RejectionFacts } from "./facts.ts";

/** Why distributions are refused, in order of precedence. */
export const DISTRIBUTIONS_REJECTIONS = {
  // nav.strike and distributions
  vehicle_without_distribution: never("actual"),
  distribution_open: later("actual"),
  nothing_to_distribute: later("actual"),
  nobody_to_distribute_to: later("actual"),
  distribution_unknown: later("actual"),
  distribution_already_declared: never("actual", "on"),
  amount_not_as_determined: never("actual", "required"),
} as const satisfies { readonly [code: string]: RejectionFacts };
