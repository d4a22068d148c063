import { later, never, type RejectionFacts } from "./facts.ts";

/** Why investments are refused, in order of precedence. */
export const INVESTMENTS_REJECTIONS = {
  // Investments
  investment_exists: never("actual"),
  sector_outside_mandate: never("actual", "required"),
  geography_outside_mandate: never("actual", "required"),
  vehicle_unknown: never("actual"),
  text_missing_in_language: never("actual", "required"),
  investment_unknown: later("actual"),
  investment_status: later("investment", "actual", "required"),
  milestone_unknown: never("actual"),
  milestone_already_funded: never("actual", "by"),
  milestone_not_due: later("actual", "required"),
  payee_not_in_investment: never("actual", "required"),
} as const satisfies { readonly [code: string]: RejectionFacts };
