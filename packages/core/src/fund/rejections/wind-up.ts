import { later, never, type RejectionFacts } from "./facts.ts";

/** Why acts are refused at the end of the fund, in order of precedence. */
export const WIND_UP_REJECTIONS = {
  // Any act, while the fund is wound up and after
  fund_closed: never("actual", "on"),
  winding_up: never("actual", "since"),
  call_beyond_obligations: later("actual", "required", "currency"),
  not_winding_up: later("actual"),
  claims_before: later("payment", "actual", "required"),
  // winddown.close
  wind_up_open: later("actual"),
} as const satisfies { readonly [code: string]: RejectionFacts };
