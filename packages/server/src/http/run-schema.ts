import { Schema, type Infer } from "@jointfund/core/base/schema.ts";
import { cellValueSchema } from "./cell-schema.ts";
import { seriesHeadSchema, stepPointSchema } from "./step-series.ts";
import { count, currency, date, string, text } from "./wire-schemas.ts";

const { array, object, optional } = Schema;

/** One run of a scenario: the cells of the page that it ends with, and how it came there. */
export const runSchema = Schema.lazy("ScenarioRun", () =>
  object({
    title: text,
    currency,
    asOf: date,
    entries: count,
    // Why the run ended before the scenario did.
    stopped: optional(text),
    cells: array(object({ id: string(), label: text, value: cellValueSchema })),
    contested: array(text),
    series: object({
      ...seriesHeadSchema,
      points: array(stepPointSchema, { description: "The last of each day, in order." }),
    }),
  }),
);

export type ScenarioRun = Infer<typeof runSchema>;

/** A term of a scenario or its charter that a run may change. */
export const termSchema = Schema.lazy("ScenarioTerm", () =>
  object({
    path: string({ description: "As a setting names it: parameters.siteRent, charter.…" }),
    group: text,
    label: text,
    value: string({ description: "As it is written." }),
    clause: optional(string()),
  }),
);

export const termsSchema = object({
  ...{ scenario: string(), title: text, charter: text },
  terms: array(termSchema),
});

export type ScenarioTerms = Infer<typeof termsSchema>;
