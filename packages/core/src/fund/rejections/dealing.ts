import { later, never, type RejectionFacts } from "./facts.ts";

/** Why strikes and units are refused, in order of precedence. */
export const DEALING_REJECTIONS = {
  // nav.strike and distributions
  no_units_outstanding: later("actual"),
  nav_already_struck: never("actual"),
  // class.open, class.close
  class_already_opened: never("actual"),
  class_not_open: later("actual"),
} as const satisfies { readonly [code: string]: RejectionFacts };
