import { Schema, type Infer } from "../../base/schema.ts";
import { RATIO_TEXT } from "../../charter/ratio-text.ts";
import { amount, bankReference, currency, id } from "./scalars.ts";

export const recoupmentInterpretSchema = Schema.taggedUnion("reading", [
  Schema.object({ reading: Schema.literal("cumulative") }),
  Schema.object({
    reading: Schema.literal("scheduled"),
    /** Equal parts in which unpaid principal falls due from now on. */
    instalments: Schema.integer({ min: 1, max: 400 }),
  }),
]);
export type RecoupmentInterpretBody = Infer<typeof recoupmentInterpretSchema>;

const share = Schema.string({ format: RATIO_TEXT });

export const recoupmentRenegotiateSchema = Schema.object({
  vehicle: id,
  /** By tier, what each party gets of it. */
  shares: Schema.record(id, Schema.record(id, share, { min: 1, max: 64 }), { min: 1, max: 32 }),
});
export type RecoupmentRenegotiateBody = Infer<typeof recoupmentRenegotiateSchema>;

export const carryPaySchema = Schema.object({ vehicle: id, amount, currency });
export type CarryPayBody = Infer<typeof carryPaySchema>;

export const carryClawbackSchema = Schema.object({
  vehicle: id,
  /** The last test: what is held back and not clawed back becomes payable. */
  final: Schema.boolean(),
});
export type CarryClawbackBody = Infer<typeof carryClawbackSchema>;

export const carryReturnSchema = Schema.object({
  vehicle: id,
  amount,
  currency,
  bankReference: Schema.optional(bankReference),
});
export type CarryReturnBody = Infer<typeof carryReturnSchema>;
