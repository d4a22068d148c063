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
const reference = Schema.string({ format: form("reference", "^\\$[A-Za-z0-9][A-Za-z0-9._-]*$") });
const code = Schema.string({ format: form("rejection code", "^[a-z][a-z0-9_]*$") });
const names = Schema.array(id, { min: 1, max: 200 });

const officer = Schema.object({
  id,
  party: id,
  seats: Schema.array(id, { max: 16, unique: true }),
});

/** One thing that happens on a day; which fields it may have depends on the verb. */
const step = Schema.object({
  on: date,
  /**
   * The verbs: exactly one of them, except that a proposal may go on to be decided the same day.
   */
  found: Schema.optional(line),
  propose: Schema.optional(id),
  report: Schema.optional(id),
  approve: Schema.optional(Schema.json()),
  reject: Schema.optional(reference),
  veto: Schema.optional(reference),
  object: Schema.optional(reference),
  recuse: Schema.optional(reference),
  consult: Schema.optional(reference),
  execute: Schema.optional(Schema.json()),
  finalise: Schema.optional(line),
  seal: Schema.optional(line),
  /** Name by which later steps refer to the act. */
  as: Schema.optional(id),
  by: Schema.optional(Schema.json()),
  reason: Schema.optional(line),
  basis: Schema.optional(Schema.oneOf(["commercial", "policy"])),
  effectiveDate: Schema.optional(date),
  evidence: Schema.optional(names),
  bounds: Schema.optional(Schema.json()),
  body: Schema.optional(Schema.record(Schema.string(), Schema.json())),
  /** Body and evidence as in the step that has this name. */
  like: Schema.optional(id),
  /** Body of the charter that is consulted. */
  consulted: Schema.optional(id),
  opinion: Schema.optional(Schema.oneOf(["support", "noted", "concern"])),
  /** The code with which the rules must refuse the step. */
  expect: Schema.optional(code),
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
  sources: Schema.record(id, texts, { max: 100 }),
  officers: Schema.array(officer, { min: 1, max: 200, unique: ["id"] }),
  groups: Schema.optional(Schema.record(id, names, { max: 50 })),
  steps: Schema.array(step, { min: 1, max: 100_000 }),
});

export type Scenario = Infer<typeof scenarioSchema>;
export type ScenarioStep = Scenario["steps"][number];
