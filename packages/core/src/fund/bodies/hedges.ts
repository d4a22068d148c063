import { Schema, type Infer } from "../../base/schema.ts";
import { amount, bankReference, currency, date, id, signedAmount } from "./scalars.ts";

const leg = Schema.object({ currency, amount });

export const hedgeOpenSchema = Schema.object({
  hedge: id,
  vehicle: id,
  counterparty: id,
  /** Delivered and received at maturity; one of the two is in the vehicle's currency. */
  sell: leg,
  buy: leg,
  matures: date,
});
export type HedgeOpenBody = Infer<typeof hedgeOpenSchema>;

/** The hedge's value to the vehicle, in its currency; negative where it is a debt. */
export const hedgeMarkSchema = Schema.object({ hedge: id, currency, amount: signedAmount });
export type HedgeMarkBody = Infer<typeof hedgeMarkSchema>;

/** The same for what it is settled at: received if positive, paid if negative. */
export const hedgeCloseSchema = Schema.object({ hedge: id, currency, amount: signedAmount });
export type HedgeCloseBody = Infer<typeof hedgeCloseSchema>;

export const hedgeReceiveSchema = Schema.object({
  hedge: id,
  currency,
  amount,
  bankReference: Schema.optional(bankReference),
});
export type HedgeReceiveBody = Infer<typeof hedgeReceiveSchema>;
