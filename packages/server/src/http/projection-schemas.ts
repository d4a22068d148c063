import { Schema } from "@jointfund/core/base/schema.ts";
import { finiteNumber } from "@jointfund/projection/outcomes/number-schema.ts";
import { projectionSchema } from "@jointfund/projection/outcomes/projection-schema.ts";
import { date, hash, identifier, string, text } from "./wire-schemas.ts";

const { array, integer, nullable, object, oneOf, optional, record } = Schema;

const bounds = object({ value: finiteNumber, least: finiteNumber, most: finiteNumber });

/** What can be asked about a charter's future, and on what that rests. */
export const projectionTermsSchema = object({
  ...{ charter: identifier, title: text, assumptions: text },
  /** Of what the charter says: the same as long as it does not change. */
  hash,
  sliders: array(
    object({
      ...{ id: string(), name: text, unit: oneOf(["percent", "factor"]) },
      ...{ value: finiteNumber, least: finiteNumber, most: finiteNumber, step: finiteNumber },
    }),
  ),
  stresses: array(object({ id: identifier, name: text })),
  parties: array(object({ id: identifier, name: text, currency: string() })),
  sources: array(object({ place: string(), name: text, text })),
  notProjected: array(object({ about: text, clauses: array(string()) })),
  years: bounds,
  paths: object({ value: finiteNumber, most: finiteNumber }),
  seed: string(),
});

/** What came of a charter, and how long that took to compute, compiling it among it. */
export const projectionAnswer = object({
  milliseconds: integer({ min: 0 }),
  projection: projectionSchema,
});

const milliseconds = integer({ min: 0 });
const value = nullable(finiteNumber);

/** One path by step: amounts of the fund in minor units of the base currency, flags 0 or 1. */
export const pathAnswer = object({
  milliseconds,
  path: integer({ min: 0 }),
  ...{ seed: string(), currency: string() },
  steps: array(object({ ends: date, fund: record(string(), value) })),
  parties: array(
    object({
      ...{ id: identifier, currency: string() },
      steps: array(
        object({
          ...{ paidIn: value, distributed: value, worth: value, missed: value },
          parts: optional(object({ income: value, gains: value, capital: value })),
          exchange: optional(value),
        }),
        { description: "In minor units of its own currency, at the quote of the step's end." },
      ),
    }),
  ),
  covenants: array(
    object({
      ...{ id: identifier, name: text, clause: string() },
      ladder: array(string()),
      rungs: array(integer({ min: 0 }), { description: "By step; 0 is clear." }),
    }),
  ),
});

/** By party, the paths that end at some ranks of its final gain, from the worst to the best. */
export const rankedAnswer = object({
  milliseconds,
  paths: integer({ min: 1 }),
  seed: string(),
  parties: array(
    object({
      ...{ id: identifier, currency: string() },
      ranked: array(object({ share: finiteNumber, path: integer({ min: 0 }), gain: finiteNumber })),
    }),
  ),
});
