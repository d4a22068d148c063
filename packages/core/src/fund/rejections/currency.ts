import { later, never, type RejectionFacts } from "./facts.ts";

/** Why acts on currencies and hedges are refused, in order of precedence. */
export const CURRENCY_REJECTIONS = {
  // fx.fix, fx.convert
  currency_unknown: never("actual"),
  currencies_equal: never("actual"),
  rate_stale: later("actual", "required"),
  conversion_off_rate: later("actual", "required"),
  // Hedges
  hedge_exists: never("actual"),
  hedge_unknown: later("actual"),
  hedge_not_open: never("actual"),
  hedge_currency_not_allowed: never("actual", "required"),
  hedge_matured: never("actual", "required"),
  hedge_limit_exceeded: later("actual", "required", "currency"),
} as const satisfies { readonly [code: string]: RejectionFacts };
