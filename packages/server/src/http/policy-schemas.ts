import { Schema } from "@jointfund/core/base/schema.ts";
import { comparisonSchema } from "@jointfund/projection/policy/comparison.ts";
import { string, text } from "./wire-schemas.ts";

const { array, integer, object, oneOf, record } = Schema;

/** A comparison of policies, with what its parts are called. */
export const policyAnswer = object({
  milliseconds: integer({ min: 0 }),
  comparison: comparisonSchema,
  over: text,
  notes: array(text, { description: "How to read it: conventions, who bears what, limits." }),
  notice: text,
  names: object({
    policies: array(array(text), { description: "Of the policies of each side, in their order." }),
    parts: record(string(), text),
    bearers: record(string(), text),
    figures: array(object({ path: string(), unit: oneOf(["percent", "number"]), name: text })),
  }),
});
