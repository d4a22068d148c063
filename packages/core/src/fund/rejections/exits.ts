import { later, never, type RejectionFacts } from "./facts.ts";

/** Why notices, offers and transfers of units are refused, in order of precedence. */
export const EXITS_REJECTIONS = {
  // exit.notice
  no_units_held: later("party", "actual"),
  exit_notice_given: never("party", "on"),
  // exit.offer, exit.accept, interest.transfer
  offer_unknown: later("actual"),
  offer_over: never("actual", "on"),
  not_party_to_offer: never("actual", "required"),
  units_insufficient: later("actual", "required", "party"),
  holder_not_eligible: never("actual"),
  waterfall_keeps_parties: later("actual"),
  offer_without_ground: later("actual"),
  offer_without_price: later("actual"),
  not_offered_first: later("actual"),
  // exit.settle
  settlement_differs: never("actual", "required"),
} as const satisfies { readonly [code: string]: RejectionFacts };
