import { later, never, type RejectionFacts } from "./facts.ts";

/** Why strikes and units are refused, in order of precedence. */
export const DEALING_REJECTIONS = {
  // nav.strike and distributions
  no_units_outstanding: later("actual"),
  nav_already_struck: never("actual"),
  // class.open, class.close
  class_already_opened: never("actual"),
  class_not_open: later("actual"),
  // nav.strike of a vehicle that holds units of another, order.price
  underlying_not_struck: later("actual", "on"),
  // order.place, order.cancel, order.price
  dealing_not_in_charter: never("actual"),
  distributor_not_named: never("actual", "required"),
  order_from_future: later("actual", "required"),
  order_below_least: never("actual", "required", "currency"),
  units_not_held: later("actual", "required"),
  order_unknown: later("actual"),
  order_not_waiting: never("actual"),
  order_past_cut_off: never("actual", "required"),
  // dealing.suspend, dealing.resume, order.price
  ground_unknown: never("actual", "required"),
  review_date_outside: never("actual", "required"),
  dealing_suspended: later("actual", "until"),
  dealing_not_suspended: later("actual"),
  not_a_dealing_day: never("actual", "required"),
  no_orders_waiting: later("actual", "on"),
  price_not_positive: never("actual"),
} as const satisfies { readonly [code: string]: RejectionFacts };
