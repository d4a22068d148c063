import { Schema, type Infer } from "../../base/schema.ts";
import { amount, currency, id, paymentId } from "./scalars.ts";

export const paymentReleaseSchema = Schema.object({
  payment: paymentId,
  payee: id,
  currency,
  amount,
});
export type PaymentReleaseBody = Infer<typeof paymentReleaseSchema>;
