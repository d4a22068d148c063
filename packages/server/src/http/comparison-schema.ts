import { Schema } from "@jointfund/core/base/schema.ts";
import type { ComparisonReport } from "../charter/comparison-report.ts";
import { count, string, text } from "./wire-schemas.ts";

const { array, boolean, integer, object, oneOf, optional } = Schema;

const STANDINGS = ["same", "renumbered", "changed", "onlyFirst", "onlySecond"] as const;

const comparedSchema = object({
  id: string(),
  version: integer({ min: 1 }),
  title: text,
  side: optional(string({ description: "Whose reading of a draft it is." })),
});

const termSchema = object({
  path: string(),
  label: text,
  standing: oneOf(["changed", "onlyFirst", "onlySecond"]),
  first: optional(text),
  second: optional(text),
});

const partSchema = object({
  path: string({ description: "The clause by names: /capital/late, /acts/capital.call, …" }),
  title: text,
  clause: object({ first: optional(string()), second: optional(string()) }),
  standing: oneOf(STANDINGS),
  entrenched: boolean({ description: "Whether to change it the first asks for ratification." }),
  terms: array(termSchema, { description: "The terms that differ." }),
});

/** Two charters clause by clause (CH86). */
export const comparisonSchema: Schema<ComparisonReport> = Schema.lazy("CharterComparison", () =>
  object({
    first: comparedSchema,
    second: comparedSchema,
    counts: object({
      ...{ same: count, renumbered: count, changed: count },
      ...{ onlyFirst: count, onlySecond: count },
    }),
    sections: array(object({ id: string(), title: text, parts: array(partSchema) })),
  }),
);
