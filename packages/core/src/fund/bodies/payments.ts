import { Schema, type Infer } from "../../base/schema.ts";
import { amount, bankReference, currency, id, paymentId } from "./scalars.ts";

export const paymentReleaseSchema = Schema.object({
  payment: paymentId,
  payee: id,
  currency,
  amount,
  bankReference: Schema.optional(bankReference),
});
export type PaymentReleaseBody = Infer<typeof paymentReleaseSchema>;
