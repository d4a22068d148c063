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
  // recoupment.* and carry.*
  recoupment_not_agreed: never(),
  reading_in_force: never("actual"),
  long_stop_not_reached: later("actual"),
  tier_unknown: never("actual"),
  tier_parties_differ: never("tier", "actual", "required"),
  tier_shares_not_one: never("tier", "actual"),
  carry_not_agreed: never("actual"),
  carry_exceeded: later("actual", "required", "currency"),
  clawback_not_agreed: never("actual"),
  nothing_to_claw_back: later("actual", "required", "currency"),
} as const satisfies { readonly [code: string]: RejectionFacts };
