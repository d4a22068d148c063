import { Schema, type Infer } from "@jointfund/core/base/schema.ts";
import { finiteNumber } from "../outcomes/number-schema.ts";
import { localizedText, STANDINGS } from "./figure-schema.ts";
import { FIGURE_USE_NAMES } from "./figure-uses.ts";
import { FAIR_METHODS, PART_IDS, POLICY_IDS } from "./part.ts";

const spread = Schema.object({
  mean: finiteNumber,
  standardError: finiteNumber,
  p5: finiteNumber,
  p25: finiteNumber,
  median: finiteNumber,
  p75: finiteNumber,
  p95: finiteNumber,
});

const yearOfPolicy = Schema.object({
  year: Schema.integer(),
  /** Received less given away, before what its own money costs the side. */
  revenue: spread,
  /** Less what the money that is invested costs the side. */
  net: spread,
  /** By kind, on average. */
  parts: Schema.record(Schema.oneOf(PART_IDS), finiteNumber),
  invested: finiteNumber,
  /** Capital that comes back: no part of the revenue (PO7). */
  returned: finiteNumber,
  fundingCost: finiteNumber,
  /** With every figure at its value instead of drawn. */
  central: finiteNumber,
  jobs: Schema.optional(spread),
  windfall: Schema.optional(spread),
  excessBurden: Schema.optional(spread),
});

const estimate = Schema.object({ value: finiteNumber, standardError: finiteNumber });

const fairValue = Schema.object({
  value: finiteNumber,
  standardError: finiteNumber,
  by: Schema.array(Schema.oneOf(FAIR_METHODS)),
});

/** Where a stake's fair value comes from, in the base currency (PO25). */
const fairStakeFields = {
  /** Without skill and costs: what the charter itself moves between those who share the fund. */
  charter: estimate,
  /** What the costs that are assumed take, and skill brings. */
  costs: estimate,
  stake: estimate,
};

const chances = Schema.object({
  regime: Schema.string(),
  base: Schema.string(),
  /** Chance in each year that revenue, and net revenue, is below the tariff's. */
  revenue: Schema.array(finiteNumber),
  net: Schema.array(finiteNumber),
});

const policyOutcome = Schema.object({
  policy: Schema.oneOf(POLICY_IDS),
  regime: Schema.optional(Schema.string()),
  base: Schema.optional(Schema.string()),
  years: Schema.array(yearOfPolicy),
  presentValue: Schema.object({
    /** Not discounted. */
    cash: spread,
    /** At what the side's own money costs it. */
    treasury: spread,
    fair: fairValue,
    /** What is received after the years compared: in none of the others (PO24). */
    later: Schema.optional(Schema.object({ cash: spread, treasury: spread, fair: estimate })),
  }),
  /** Standard deviation between futures, on average over the years, of a year's net revenue. */
  deviation: finiteNumber,
  /** Standard deviation of the change from one year to the next, on average over the futures. */
  swing: finiteNumber,
  /**
   * Chance that the present value at the treasury's rate is below 0, and the mean of the worst 5%.
   */
  chanceOfLoss: finiteNumber,
  expectedShortfall: finiteNumber,
  belowTariff: Schema.optional(Schema.array(chances)),
});

const side = Schema.object({
  id: Schema.string(),
  role: Schema.oneOf(["hostTreasury", "hostRegions", "partnerTreasury", "partnerExporters"]),
  name: localizedText,
  currency: Schema.string(),
  discountRate: finiteNumber,
  firstYear: Schema.integer(),
  policies: Schema.array(policyOutcome),
});

const assumption = Schema.object({
  path: Schema.string(),
  value: finiteNumber,
  low: finiteNumber,
  high: finiteNumber,
  source: Schema.string(),
  date: Schema.string(),
  standing: Schema.oneOf(STANDINGS),
  /** Whether it differs between futures (PO20). */
  use: Schema.oneOf(FIGURE_USE_NAMES),
  note: Schema.optional(localizedText),
});

/** A figure of each year (PO4). */
const schedule = Schema.object({
  path: Schema.string(),
  years: Schema.oneOf(["fiscal", "calendar"]),
  byYear: Schema.record(Schema.string(), finiteNumber),
  growth: Schema.optional(finiteNumber),
  source: Schema.string(),
  date: Schema.string(),
  standing: Schema.oneOf(STANDINGS),
  note: Schema.optional(localizedText),
});

/** What a comparison of policies tells: plain JSON (docs/spec/policy.md, PO30). */
export const comparisonSchema = Schema.object({
  format: Schema.literal("jointfund/policy-comparison/v1"),
  title: localizedText,
  currency: Schema.string(),
  asOf: Schema.string(),
  paths: Schema.integer({ min: 1 }),
  seed: Schema.string(),
  fund: Schema.object({
    from: Schema.oneOf(["projection", "record"]),
    paths: Schema.integer({ min: 1 }),
  }),
  compare: Schema.string(),
  /** With their first rates, and whether those change at a known day. */
  regimes: Schema.array(
    Schema.object({
      id: Schema.string(),
      name: localizedText,
      rate: finiteNumber,
      changes: Schema.boolean(),
    }),
  ),
  bases: Schema.array(Schema.object({ id: Schema.string(), name: localizedText })),
  sides: Schema.array(side),
  /** Who stands for a loss, as shares that sum to 1. */
  bearers: Schema.array(
    Schema.object({
      policy: Schema.oneOf(POLICY_IDS),
      shares: Schema.record(Schema.string(), finiteNumber),
    }),
  ),
  /** The fair value of a stake in a fund without skill and costs: 0 (PO9). */
  withoutSkill: Schema.object({ closedForm: finiteNumber }),
  /** The stakes of both treasuries, of the same futures; a record has none. */
  fairStakes: Schema.optional(
    Schema.object({
      sides: Schema.array(Schema.object({ id: Schema.string(), ...fairStakeFields })),
      sum: Schema.object(fairStakeFields),
      /** The host's less the partner's. */
      difference: Schema.object(fairStakeFields),
    }),
  ),
  /** The share that a credit would have to cause to pay for itself at the treasury's rate. */
  breakEvenCaused: Schema.optional(finiteNumber),
  /** Part of the duties of the first year that income and payroll taxes lose. */
  offset: Schema.object({
    year: Schema.integer(),
    share: finiteNumber,
    /** The schedule that it comes from, of `tariff.offset.vintages`. */
    use: Schema.string(),
  }),
  /** What the hazard leaves of the present value of a tariff that may end. */
  afterReversal: finiteNumber,
  /** R(t) = scale t (1 - bend t) over the years compared, for each base, dynamic (PO11). */
  curves: Schema.array(
    Schema.object({
      base: Schema.string(),
      scale: finiteNumber,
      bend: finiteNumber,
      peakRate: finiteNumber,
    }),
  ),
  assumptions: Schema.array(assumption),
  schedules: Schema.array(schedule),
  sources: Schema.record(
    Schema.string(),
    Schema.object({
      en: Schema.string(),
      ja: Schema.string(),
      at: Schema.optional(Schema.string()),
    }),
  ),
});

export type PolicyComparison = Infer<typeof comparisonSchema>;
export type ComparedSide = PolicyComparison["sides"][number];
export type PolicyOutcome = ComparedSide["policies"][number];
