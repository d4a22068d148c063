import { later, never, type RejectionFacts } from "./facts.ts";

/** Why payments are refused, in order of precedence. */
export const PAYMENTS_REJECTIONS = {
  // payment.release
  payment_unknown: later("actual"),
  payment_already_released: never("actual", "on"),
  payment_differs: never("actual", "required"),
  cash_insufficient: later("actual", "required", "currency"),
  payment_not_final: later("payment", "actual", "required"),
} as const satisfies { readonly [code: string]: RejectionFacts };
