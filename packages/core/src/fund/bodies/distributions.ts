import { Schema, type Infer } from "../../base/schema.ts";
import { amount, currency, hash, id } from "./scalars.ts";

export const distributionDetermineSchema = Schema.object({
  vehicle: id,
  /** Whose money it is, where a waterfall returns capital investment by investment. */
  investment: Schema.optional(id),
});
export type DistributionDetermineBody = Infer<typeof distributionDetermineSchema>;

export const distributionDeclareSchema = Schema.object({ distribution: hash, amount, currency });
export type DistributionDeclareBody = Infer<typeof distributionDeclareSchema>;
