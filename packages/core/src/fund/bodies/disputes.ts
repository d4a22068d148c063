import { Schema, type Infer } from "../../base/schema.ts";
import { EXTERNAL_EVENT_KINDS } from "../../oversight/claims.ts";
import { amount, currency, hash, id } from "./scalars.ts";

const text = Schema.string({ minLength: 1, maxLength: 2_000 });
const sum = Schema.object({ currency, amount });

export const eventRecordSchema = Schema.object({
  nature: Schema.oneOf(EXTERNAL_EVENT_KINDS),
  affected: Schema.array(id, { min: 1, max: 50, unique: true }),
  text,
});
export type EventRecordBody = Infer<typeof eventRecordSchema>;

export const claimFileSchema = Schema.object({
  /** The party or vehicle that compensation is asked of. */
  against: id,
  event: Schema.optional(hash),
  text,
  currency,
  amount,
});
export type ClaimFileBody = Infer<typeof claimFileSchema>;

export const claimSettleSchema = Schema.object({
  claim: hash,
  /** What is agreed; absent where the claim is dropped. */
  sum: Schema.optional(sum),
});
export type ClaimSettleBody = Infer<typeof claimSettleSchema>;

export const disputeOpenSchema = Schema.object({
  against: id,
  claim: Schema.optional(hash),
  act: Schema.optional(hash),
  text,
  sum: Schema.optional(sum),
});
export type DisputeOpenBody = Infer<typeof disputeOpenSchema>;

export const disputeEscalateSchema = Schema.object({ dispute: hash });

export const disputeEscrowSchema = Schema.object({
  dispute: hash,
  vehicle: id,
  currency,
  amount,
});
export type DisputeEscrowBody = Infer<typeof disputeEscrowSchema>;

export const disputeAwardSchema = Schema.object({
  dispute: hash,
  text,
  /** What the claimant is to get; absent where it gets nothing. */
  sum: Schema.optional(sum),
});
export type DisputeAwardBody = Infer<typeof disputeAwardSchema>;
