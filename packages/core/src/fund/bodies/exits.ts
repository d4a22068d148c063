import { Schema, type Infer } from "../../base/schema.ts";
import { amount, currency, hash, id } from "./scalars.ts";

/** Millionths of a unit. */
const microUnits = Schema.minorUnits({ min: 1n, max: 2n ** 63n - 1n });

export const exitNoticeSchema = Schema.object({ class: id });

export const exitOfferSchema = Schema.object({
  class: id,
  seller: id,
  /** Absent where every other holder of the class may take the offer. */
  buyer: Schema.optional(id),
  microUnits,
});
export type ExitOfferBody = Infer<typeof exitOfferSchema>;

export const exitAcceptSchema = Schema.object({ offer: hash });

export const exitSettleSchema = Schema.object({ offer: hash, currency, amount });
export type ExitSettleBody = Infer<typeof exitSettleSchema>;

export const interestTransferSchema = Schema.object({ class: id, from: id, to: id, microUnits });
export type InterestTransferBody = Infer<typeof interestTransferSchema>;
