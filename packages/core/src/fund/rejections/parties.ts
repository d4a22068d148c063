import { later, never, type RejectionFacts } from "./facts.ts";

/** Why the admission or the withdrawal of a party is refused, in order of precedence. */
export const PARTIES_REJECTIONS = {
  // party.admit
  party_name_taken: never("actual"),
  threshold_beyond_seats: never("actual", "required"),
  fiscal_year_unknown: never("actual", "required"),
  // party.withdraw
  party_not_admitted: later("actual"),
  party_not_settled: later("party", "actual"),
} as const satisfies { readonly [code: string]: RejectionFacts };
