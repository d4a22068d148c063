import { Schema, type Infer } from "../../base/schema.ts";
import { EXPENSE_CATEGORIES } from "../../charter/expense-categories.ts";
import { EXPENSE_CHARGES } from "../../dealing/charges.ts";
import { amount, currency, hash, id, line } from "./scalars.ts";

export const feeAmountSchema = Schema.object({ fee: id, currency, amount });
export type FeeAmountBody = Infer<typeof feeAmountSchema>;

/** `rebateTo` names the party that is owed back of the fee, if it is that which is paid. */
export const feePaySchema = Schema.object({
  fee: id,
  currency,
  amount,
  rebateTo: Schema.optional(id),
});
export type FeePayBody = Infer<typeof feePaySchema>;

export const expenseBookSchema = Schema.object({
  vehicle: id,
  category: Schema.oneOf(EXPENSE_CATEGORIES),
  payee: id,
  charge: Schema.oneOf(EXPENSE_CHARGES),
  currency,
  amount,
  for: line,
});
export type ExpenseBookBody = Infer<typeof expenseBookSchema>;

export const expensePaySchema = Schema.object({ expense: hash });
export type ExpensePayBody = Infer<typeof expensePaySchema>;

export const reserveSchema = Schema.object({ reserve: id, currency, amount });
export type ReserveBody = Infer<typeof reserveSchema>;
