import { Schema, type Infer, type TextFormat } from "@jointfund/core/base/schema.ts";
import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import { displayTerms, fundingCostTerms } from "./page-assumptions.ts";

/** A scenario: dated acts that are played on a charter (docs/guides/write-a-scenario.md). */

function form(name: string, pattern: string): TextFormat {
  const regExp = new RegExp(pattern);
  return { name, pattern, accepts: (text) => regExp.test(text) };
}

const id = Schema.string({ format: "identifier" });
const date = Schema.string<LocalDate>({ format: "date" });
const line = Schema.string({ minLength: 1, maxLength: 500 });
const texts = Schema.record(Schema.string({ format: form("language code", "^[a-z]{2}$") }), line);
const reference = Schema.string({
  format: form("reference", "^\\$[A-Za-z0-9{][A-Za-z0-9._{}-]*$"),
});
const code = Schema.string({ format: form("rejection code", "^[a-z][a-z0-9_]*$") });
const name = Schema.string({ format: form("name", "^[A-Za-z_][A-Za-z0-9_]*$") });
const names = Schema.array(id, { min: 1, max: 200 });

const officer = Schema.object({
  id,
  party: id,
  seats: Schema.array(id, { max: 16, unique: true }),
});

/** How often a repeated block comes, by calendar months from its first day. */
export const EVERY = { month: 1, quarter: 3, halfYear: 6, year: 12 } as const;

/** Days on which the steps of a block come again (docs/guides/write-a-scenario.md). */
const repeat = Schema.object({
  every: Schema.oneOf(["month", "quarter", "halfYear", "year"]),
  from: date,
  /** The last day on which it may come. */
  until: date,
  /** The steps come once for each of these, which `{each}` stands for in them. */
  each: Schema.optional(names),
  /** A business calendar of the charter; without one every day counts. */
  calendar: Schema.optional(id),
  /** Where a day that is no business day is moved to. */
  move: Schema.optional(Schema.oneOf(["following", "modifiedFollowing", "preceding"])),
});

/** What a step of an act may leave out, because its type's defaults say it. */
const defaultFields = {
  by: Schema.optional(Schema.json()),
  reason: Schema.optional(line),
  basis: Schema.optional(Schema.oneOf(["commercial", "policy"])),
  evidence: Schema.optional(names),
  approve: Schema.optional(Schema.json()),
  execute: Schema.optional(Schema.json()),
};

const verbs = {
  /**
   * The verbs: exactly one of them, except that a proposal may go on to be decided the same day.
   */
  found: Schema.optional(line),
  propose: Schema.optional(id),
  report: Schema.optional(id),
  reject: Schema.optional(reference),
  veto: Schema.optional(reference),
  object: Schema.optional(reference),
  recuse: Schema.optional(reference),
  consult: Schema.optional(reference),
  finalise: Schema.optional(line),
  seal: Schema.optional(line),
  /** Releases every payment that the act has instructed and that has not left. */
  pay: Schema.optional(reference),
  /** Reports that what a call asks for has come in, in full, from each party or from some. */
  receive: Schema.optional(reference),
};

/** One thing that happens on a day; which fields it may have depends on the verb. */
const step = Schema.object({
  /** Absent in a repeated block, and only there. */
  on: Schema.optional(date),
  /** In a repeated block: days of its calendar after the day on which the block comes. */
  after: Schema.optional(Schema.integer({ min: 0, max: 366 })),
  repeat: Schema.optional(repeat),
  steps: Schema.optional(
    Schema.array(
      Schema.lazy("step", (): Schema<unknown> => step),
      { min: 1, max: 200 },
    ),
  ),
  ...verbs,
  ...defaultFields,
  /** Name by which later steps refer to the act. */
  as: Schema.optional(id),
  /** The step is played if this condition holds when its turn comes. */
  when: Schema.optional(line),
  effectiveDate: Schema.optional(date),
  bounds: Schema.optional(Schema.json()),
  body: Schema.optional(Schema.record(Schema.string(), Schema.json())),
  /** What an amendment changes: values by their paths in the charter. */
  amends: Schema.optional(Schema.record(line, line, { min: 1, max: 100 })),
  /** Body and evidence as in the step that has this name. */
  like: Schema.optional(id),
  /** The parties whose money `receive` reports. */
  from: Schema.optional(names),
  /** Body of the charter that is consulted. */
  consulted: Schema.optional(id),
  opinion: Schema.optional(Schema.oneOf(["support", "noted", "concern"])),
  /** The code with which the rules must refuse the step. */
  expect: Schema.optional(code),
});

const decimal = Schema.string({ format: "decimal" });

/** A market rate or price by date: written here, or read from a file beside the scenario. */
const series = Schema.object({
  source: texts,
  /** Decimal text by date; each is good until the next. */
  values: Schema.optional(Schema.record(date, decimal, { min: 1, max: 5_000 })),
  file: Schema.optional(Schema.string({ minLength: 1, maxLength: 400 })),
  /** Column of the dates, and of the values, by its heading; the first and the second if absent. */
  dates: Schema.optional(line),
  column: Schema.optional(line),
});

export const scenarioSchema = Schema.object({
  format: Schema.literal("jointfund/scenario/v1"),
  charter: Schema.string({ minLength: 1, maxLength: 400 }),
  title: texts,
  /** UTC time of day at which every statement of a day is recorded. */
  time: Schema.string({ format: form("time", "^([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$") }),
  display: Schema.optional(displayTerms),
  /** What each government's money is assumed to cost it a year: "4.2%". */
  fundingCost: Schema.optional(fundingCostTerms),
  /** The last day of what is told as it was; what comes after is a stated path, no forecast. */
  actualUntil: Schema.optional(date),
  sources: Schema.optional(Schema.record(id, texts, { max: 100 })),
  /** Expressions by the names that amounts and conditions may use (X4). */
  parameters: Schema.optional(Schema.record(name, line, { max: 100 })),
  series: Schema.optional(Schema.record(name, series, { max: 50 })),
  /** Absent: one officer for each seat of the charter, called as the seat is. */
  officers: Schema.optional(Schema.array(officer, { min: 1, max: 200, unique: ["id"] })),
  groups: Schema.optional(Schema.record(id, names, { max: 50 })),
  /** By act type: who does it and why, where a step does not say so itself. */
  defaults: Schema.optional(Schema.record(id, Schema.object(defaultFields), { max: 200 })),
  steps: Schema.array(step, { min: 1, max: 100_000 }),
});

export type ScenarioText = Infer<typeof scenarioSchema>;
export type StepText = ScenarioText["steps"][number];
export type SeriesText = NonNullable<ScenarioText["series"]>[string];
export type Officer = Infer<typeof officer>;
