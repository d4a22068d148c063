import { Schema, toJsonSchema, type Infer, type JsonObject } from "@jointfund/core/base/schema.ts";
import { figure, localizedText, parameter, schedule } from "./figure-schema.ts";

const share = { min: 0, max: 1 } as const;
const id = Schema.string({ format: "identifier" });
const name = localizedText;

const fiscalYear = Schema.object({
  start: Schema.string({ minLength: 5, maxLength: 5, description: '"10-01"' }),
  namedBy: Schema.oneOf(["start", "end"]),
});

const treasury = Schema.object({
  id,
  name,
  party: Schema.withDescription(id, "The charter's party that holds its stake"),
  currency: Schema.string({ minLength: 3, maxLength: 3 }),
  fiscalYear,
  fundingRate: parameter({ min: -0.05, max: 0.5 }),
});

const taxes = Schema.object({
  profit: parameter(share),
  wages: parameter(share),
});

const projects = Schema.object({
  assetsPerCapital: parameter({ min: 1, max: 20 }),
  buildYears: Schema.integer({ min: 1, max: 10 }),
  lifeYears: Schema.integer({ min: 1, max: 60 }),
  profit: parameter(share),
  growth: parameter({ min: -0.2, max: 0.2 }),
  constructionWages: parameter(share),
  jobsPerBillion: parameter({ min: 0, max: 100_000 }),
  wage: parameter({ min: 0, max: 10_000_000 }),
  multiplier: parameter({ min: 0, max: 10 }),
  hostTaxes: taxes,
  regionTaxes: taxes,
});

const incentive = Schema.object({
  credit: parameter(share),
  regionsCredit: parameter(share),
  caused: parameter(share),
  excessBurden: parameter({ min: 0, max: 2 }),
});

const tariffBase = Schema.object({ id, name, imports: schedule({ min: 0, max: 1e7 }) });

const tariff = Schema.object({
  bases: Schema.array(tariffBase, { min: 1, max: 10, unique: ["id"] }),
  compare: id,
  basis: Schema.oneOf(["exclusive", "inclusive"]),
  response: Schema.oneOf(["linear", "constantElasticity"]),
  phaseIn: Schema.optional(Schema.array(figure(share), { max: 20 })),
  elasticity: parameter({ min: -20, max: 0 }),
  passThrough: parameter(share),
  noncompliance: parameter(share),
  offset: Schema.object({ use: id, vintages: Schema.record(id, schedule(share), { min: 1 }) }),
  dynamic: parameter(share),
  retaliation: parameter(share),
  retaliationChance: parameter(share),
  reversalHazard: parameter(share),
  regionsFeedback: parameter({ min: 0, max: 5 }),
});

const regime = Schema.object({
  id,
  name,
  rate: figure({ min: 0, max: 10 }),
  changes: Schema.optional(
    Schema.array(
      Schema.object({
        year: Schema.integer({ min: 1900, max: 2199 }),
        rate: figure({ min: 0, max: 10 }),
      }),
      { min: 1, max: 20 },
    ),
  ),
  stress: Schema.optional(
    Schema.withDescription(id, "A stress of the assumptions that comes with the regime"),
  ),
  mayEnd: Schema.boolean({ description: "Whether it may end in any year, by the hazard" }),
});

const alone = Schema.object({
  volatility: parameter({ min: 0, max: 2 }),
  payout: parameter(share),
  cost: parameter({ min: 0, max: 0.2 }),
  alpha: parameter({ min: -0.5, max: 0.5 }),
});

const fairValue = Schema.object({
  premium: parameter({ min: 0, max: 0.3 }),
  assets: parameter({ min: 0, max: 5 }),
  taxes: parameter({ min: 0, max: 5 }),
  tariff: parameter({ min: 0, max: 5 }),
});

/** A policy file: what is compared, with every figure's source (docs/spec/policy.md). */
export const policySchema = Schema.object({
  format: Schema.literal("jointfund/policy/v1"),
  title: localizedText,
  charter: Schema.string({ minLength: 1, description: "Path of the charter, from this file" }),
  assumptions: Schema.string({ minLength: 1, description: "Path of the projection's assumptions" }),
  currency: Schema.withDescription(
    Schema.string({ minLength: 3, maxLength: 3 }),
    "Of all amounts, which are billions of it",
  ),
  asOf: Schema.string({ format: "date" }),
  years: Schema.object({
    first: Schema.integer({ min: 1900, max: 2199, description: "The host's fiscal year" }),
    count: Schema.integer({ min: 1, max: 100 }),
  }),
  timing: Schema.oneOf(["end", "middle"], { description: "When in a year its flows fall" }),
  sources: Schema.record(
    id,
    Schema.object({
      en: Schema.string({ minLength: 1 }),
      ja: Schema.string({ minLength: 1 }),
      at: Schema.optional(Schema.string({ description: "Address" })),
    }),
    { min: 1 },
  ),
  host: Schema.object({ treasury, regions: Schema.object({ id, name }) }),
  partner: Schema.object({
    treasury,
    corporateTax: parameter(share),
    exporters: Schema.object({
      id,
      name,
      margin: parameter(share),
      supplies: parameter(share),
    }),
  }),
  exchange: Schema.object({
    rate: parameter({ min: 0.000001, max: 1e9 }),
    drift: parameter({ min: -0.5, max: 0.5 }),
    volatility: parameter({ min: 0, max: 2 }),
  }),
  projects,
  fund: Schema.object({ additionality: parameter(share) }),
  incentive,
  tariff,
  regimes: Schema.array(regime, { min: 1, max: 12, unique: ["id"] }),
  alone,
  fairValue,
});

export type Policy = Infer<typeof policySchema>;
export type Parameter = Policy["fund"]["additionality"];
export type Schedule = Policy["tariff"]["bases"][number]["imports"];
export type Regime = Policy["regimes"][number];
export type PolicyTreasury = Policy["host"]["treasury"];

/** The JSON Schema with which editors complete and check policy files. */
export function policyJsonSchema(): JsonObject {
  return { title: "Comparison of ways to raise the same revenue", ...toJsonSchema(policySchema) };
}
