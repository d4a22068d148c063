import type { Json } from "@jointfund/core/base/json.ts";
import { makeSchema, Schema, type SchemaRun } from "@jointfund/core/base/schema.ts";

const FIGURE = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?%?$/;

/** As "-1", "0.243", "10%": what a figure of a policy file may look like (PO2). */
export function readFigure(text: string): number | undefined {
  if (text.length > 40 || !FIGURE.test(text)) return undefined;
  return text.endsWith("%") ? Number(text.slice(0, -1)) / 100 : Number(text);
}

export type FigureBounds = { readonly min?: number; readonly max?: number };

/**
 * A figure of a report: text in the file, since a document of record has whole numbers only, and a
 * double here, since nothing is decided by it.
 */
export function figure({ min, max }: FigureBounds = {}): Schema<number> {
  const range = min === undefined && max === undefined ? "" : ` ${min ?? ""}..${max ?? ""}`;
  const expected = `figure${range}`;
  const outside = (value: number): boolean =>
    (min !== undefined && value < min) || (max !== undefined && value > max);
  return makeSchema<number>({
    expected,
    read(value: Json, run: SchemaRun) {
      if (typeof value === "number") {
        return outside(value) ? run.refuse("out_of_range", expected, String(value)) : value;
      }
      if (typeof value !== "string") return run.refuse("wrong_type", expected, typeof value);
      const number = readFigure(value);
      if (number === undefined) return run.refuse("bad_format", expected, value.slice(0, 80));
      return outside(number) ? run.refuse("out_of_range", expected, value) : number;
    },
    write: (value) => String(value),
    jsonSchema: () => ({
      anyOf: [{ type: "string", pattern: FIGURE.source }, { type: "integer" }],
    }),
  });
}

const text = Schema.object({ en: Schema.string(), ja: Schema.string() });

/** A text in both languages. */
export const localizedText = text;

/** Whether a figure was found where its source says, or is ours to answer for (PO3). */
export const STANDINGS = ["published", "derived", "assumed"] as const;

const sourceFields = {
  source: Schema.string({ format: "identifier", description: "One of the file's sources" }),
  date: Schema.string({ format: "date", description: "Of what day the figure is" }),
  standing: Schema.oneOf(STANDINGS, {
    description: "published as it stands, derived from published figures, or assumed here",
  }),
  note: Schema.optional(text),
};

/** A figure with its range and where it comes from (PO3). */
export function parameter(bounds: FigureBounds = {}) {
  const of = figure(bounds);
  return Schema.object({ value: of, low: of, high: of, ...sourceFields });
}

const yearKey = Schema.string({
  format: {
    name: "year",
    pattern: "^(?:19|2[01])[0-9]{2}$",
    accepts: (key) => /^(?:19|2[01])[0-9]{2}$/.test(key),
  },
});

/**
 * A figure for each year; years after the last go on by `growth`, or stand still without it. Years
 * are fiscal years of the treasury, or calendar years, which are then split between them (PO4).
 */
export function schedule(bounds: FigureBounds = {}) {
  return Schema.object({
    years: Schema.oneOf(["fiscal", "calendar"]),
    byYear: Schema.record(yearKey, figure(bounds), { min: 1, max: 200 }),
    growth: Schema.optional(figure({ min: -0.5, max: 0.5 })),
    ...sourceFields,
  });
}
