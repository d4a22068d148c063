import { Schema, type Infer } from "../../base/schema.ts";
import type { Instant } from "../../calendar/date.ts";
import { amount, currency, date, hash, id } from "./scalars.ts";

const receivedAt = Schema.string<Instant>({ format: "instant" });
/** Millionths of a unit. */
const microUnits = Schema.minorUnits({ min: 1n, max: 2n ** 63n - 1n });

const order = { class: id, holder: id, receivedAt };

export const orderPlaceSchema = Schema.taggedUnion("kind", [
  /** The amount was paid in with it. */
  Schema.object({ kind: Schema.literal("subscription"), ...order, currency, amount }),
  Schema.object({ kind: Schema.literal("redemption"), ...order, microUnits }),
]);
export type OrderPlaceBody = Infer<typeof orderPlaceSchema>;

export const orderCancelSchema = Schema.object({ order: hash, receivedAt });
export type OrderCancelBody = Infer<typeof orderCancelSchema>;

export const dealingSuspendSchema = Schema.object({ class: id, ground: id, review: date });
export type DealingSuspendBody = Infer<typeof dealingSuspendSchema>;
