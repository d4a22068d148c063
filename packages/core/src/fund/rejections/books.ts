import { later, never, type RejectionFacts } from "./facts.ts";

/** Why acts on the books themselves are refused, in order of precedence. */
export const BOOKS_REJECTIONS = {
  // bank.statement
  statement_already_recorded: never("actual"),
  // period.close, and decisions dated into a closed period
  period_not_month_end: never("actual", "required"),
  period_not_over: later("actual", "required"),
  period_already_closed: never("actual", "required"),
  period_closed: never("vehicle", "actual", "required"),
  // correction.post, opening.balances
  entry_not_correctable: later("actual"),
  account_has_sub_ledger: never("actual", "required"),
  correction_unbalanced: never(),
  correction_changes_nothing: never("actual"),
  vehicle_has_postings: never("actual"),
  opening_unbalanced: never("actual", "currency"),
} as const satisfies { readonly [code: string]: RejectionFacts };
