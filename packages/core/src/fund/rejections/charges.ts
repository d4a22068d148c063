import { later, never, type RejectionFacts } from "./facts.ts";

/** Why fees, expenses and reserves are refused, in order of precedence. */
export const CHARGES_REJECTIONS = {
  // fee.waive, fee.pay
  fee_unknown: never("actual"),
  fee_not_owed: later("actual", "required", "currency"),
  // expense.book, expense.pay
  expenses_not_in_charter: never(),
  expense_charge_wrong: never("actual", "required"),
  internal_cap_exceeded: later("actual", "required", "currency", "year"),
  expense_unknown: later("actual"),
  expense_already_paid: never("actual", "on"),
  // reserve.set, reserve.release
  reserve_unknown: never("actual"),
  reserve_beyond_target: later("actual", "required", "currency"),
  reserve_insufficient: later("actual", "required", "currency"),
} as const satisfies { readonly [code: string]: RejectionFacts };
