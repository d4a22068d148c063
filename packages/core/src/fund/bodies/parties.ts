import { Schema, type Infer } from "../../base/schema.ts";
import { ADMISSIBLE_KINDS } from "../../charter/schedules.ts";
import { currency, id, texts } from "./scalars.ts";

export const partyAdmitSchema = Schema.object({
  party: id,
  kind: Schema.oneOf(ADMISSIBLE_KINDS),
  name: texts,
  short: texts,
  /** Seats that speak for it, and how many of them must agree. */
  seats: Schema.array(id, { min: 1, max: 16, unique: true }),
  threshold: Schema.integer({ min: 1, max: 16 }),
  currency: Schema.optional(currency),
  fiscalYear: Schema.optional(id),
  affiliates: Schema.optional(Schema.array(id, { max: 50, unique: true })),
});
export type PartyAdmitBody = Infer<typeof partyAdmitSchema>;

export const partyWithdrawSchema = Schema.object({ party: id });
export type PartyWithdrawBody = Infer<typeof partyWithdrawSchema>;
