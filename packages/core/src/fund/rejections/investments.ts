import { later, never, type RejectionFacts } from "./facts.ts";

/** Why vehicles, investments and their values are refused, in order of precedence. */
export const INVESTMENTS_REJECTIONS = {
  // Vehicles
  vehicle_exists: never("actual"),
  owner_of_other_kind: never("actual", "required"),
  distribution_terms_missing: later("actual"),
  vehicle_not_in_schedule: later("actual"),
  vehicle_not_empty: later("vehicle", "actual"),
  // Investments
  investment_exists: never("actual"),
  sector_outside_mandate: never("actual", "required"),
  geography_outside_mandate: never("actual", "required"),
  region_outside_geography: never("actual", "required"),
  vehicle_unknown: later("actual"),
  vehicle_dissolved: never("actual", "on"),
  vehicle_not_owned: never("actual", "required"),
  vehicle_held_already: never("actual", "by"),
  holder_not_in_investment: never("actual", "required"),
  text_missing_in_language: never("actual", "required"),
  investment_unknown: later("actual"),
  investment_status: later("investment", "actual", "required"),
  milestone_unknown: later("actual"),
  milestone_exists: never("actual"),
  milestone_already_funded: never("actual", "by"),
  milestone_not_due: later("actual", "required"),
  milestone_exceeded: never("milestone", "actual", "required", "currency"),
  milestone_not_certified: later("milestone", "actual", "required", "currency"),
  payee_not_in_investment: never("actual", "required"),
  // What comes in
  told_by_vehicle: never("actual", "required"),
  // Certificates
  certifier_not_independent: never("actual", "required"),
  certificate_without_evidence: never("milestone"),
  certificate_unknown: later("actual"),
  certificate_of_other: never("actual", "required"),
  // Overruns
  overrun_not_in_charter: later("actual"),
  overrun_exists: never("actual"),
  overrun_unknown: later("actual"),
  overrun_right_exceeded: later("actual", "required", "currency"),
  // Disposal
  part_out_of_range: never("actual"),
  buyer_is_seller: never("actual"),
  overrun_open: later("actual", "on"),
  // Valuation
  value_outside_range: never("actual", "required", "currency"),
  may_not_challenge: never("actual", "required"),
  valuation_not_current: never("actual", "required"),
  valuation_challenged_already: never("actual", "by"),
  challenge_unknown: later("actual"),
  challenge_closed: never("actual", "on"),
  reviewer_not_second: never("actual"),
  // Registers
  obligation_exists: never("actual"),
  obligation_not_in_charter: later("actual", "kind", "required"),
  obligation_unknown: later("actual"),
  obligation_fulfilled_already: never("actual", "by"),
  application_exists: never("actual"),
} as const satisfies { readonly [code: string]: RejectionFacts };
