import { Schema } from "@jointfund/core/base/schema.ts";
import { finiteNumber } from "@jointfund/projection/outcomes/number-schema.ts";
import { projectionSchema } from "@jointfund/projection/outcomes/projection-schema.ts";
import { identifier, string, text } from "./wire-schemas.ts";

const { array, integer, object, oneOf } = Schema;

const bounds = object({ value: finiteNumber, least: finiteNumber, most: finiteNumber });

/** What can be asked about a charter's future, and on what that rests. */
export const projectionTermsSchema = object({
  ...{ charter: identifier, title: text, assumptions: text },
  sliders: array(
    object({
      ...{ id: string(), name: text, unit: oneOf(["percent", "factor"]) },
      ...{ value: finiteNumber, least: finiteNumber, most: finiteNumber, step: finiteNumber },
    }),
  ),
  stresses: array(object({ id: identifier, name: text })),
  parties: array(object({ id: identifier, name: text, currency: string() })),
  sources: array(object({ place: string(), text })),
  years: bounds,
  paths: object({ value: finiteNumber, most: finiteNumber }),
  seed: string(),
});

/** What came of a charter, and how long that took to compute, compiling it among it. */
export const projectionAnswer = object({
  milliseconds: integer({ min: 0 }),
  projection: projectionSchema,
});
