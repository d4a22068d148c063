import { Schema, type Infer } from "../../base/schema.ts";
import { amountOrNone, currency, hash, id, line } from "./scalars.ts";

const decimal = Schema.string({ format: "decimal" });

/** How a value was found; what others need to examine it. */
const grounds = {
  currency,
  /** Fair value; nothing is a value too. */
  amount: amountOrNone,
  level: Schema.oneOf([1, 2, 3]),
  technique: line,
  inputs: Schema.optional(
    Schema.array(
      Schema.object({
        name: line,
        value: decimal,
        low: Schema.optional(decimal),
        high: Schema.optional(decimal),
        unit: line,
      }),
      { min: 1, max: 50, unique: ["name"] },
    ),
  ),
  /** Least and most that the valuer holds reasonable, in minor units. */
  range: Schema.optional(Schema.object({ least: amountOrNone, most: amountOrNone })),
} as const;

export const valuationSubmitSchema = Schema.object({ investment: id, ...grounds });
export type ValuationSubmitBody = Infer<typeof valuationSubmitSchema>;

export const valuationChallengeSchema = Schema.object({
  investment: id,
  /** Id of the act that gave the value. */
  valuation: hash,
  grounds: line,
});
export type ValuationChallengeBody = Infer<typeof valuationChallengeSchema>;

/** The second opinion: the value found by it. Where it is the contested one, that is confirmed. */
export const valuationReviewSchema = Schema.object({
  investment: id,
  /** Id of the act that challenged. */
  challenge: hash,
  ...grounds,
});
export type ValuationReviewBody = Infer<typeof valuationReviewSchema>;
