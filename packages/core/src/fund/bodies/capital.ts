import { Schema, type Infer } from "../../base/schema.ts";
import { amount, bankReference, currency, date, hash, id, line } from "./scalars.ts";

export const commitmentAcceptSchema = Schema.object({
  party: id,
  currency,
  amount,
  authority: Schema.object({
    law: line,
    fiscalYear: line,
    amount,
    expires: date,
  }),
});
export type CommitmentAcceptBody = Infer<typeof commitmentAcceptSchema>;

export const capitalCallSchema = Schema.object({
  class: id,
  currency,
  dueDate: date,
  /** Price per unit in the vehicle's currency. */
  price: Schema.string({ format: "decimal" }),
  items: Schema.array(Schema.object({ party: id, commitment: hash, amount }), {
    min: 1,
    max: 100,
    unique: ["party"],
  }),
});
export type CapitalCallBody = Infer<typeof capitalCallSchema>;

export const capitalReceiveSchema = Schema.object({
  call: hash,
  party: id,
  currency,
  amount,
  bankReference: Schema.optional(bankReference),
});
export type CapitalReceiveBody = Infer<typeof capitalReceiveSchema>;
