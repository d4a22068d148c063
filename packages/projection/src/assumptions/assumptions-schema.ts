import { Schema } from "@jointfund/core/base/schema.ts";
import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import { currency, id, ids, localizedText } from "@jointfund/core/charter/term-schemas.ts";
import type {
  Assumptions,
  Borrowing,
  Correlation,
  Distributions,
  Drawn,
  Exchange,
  Market,
  MarketModel,
  OpenedClass,
  Project,
  Regime,
  Selling,
  Returned,
  SculptedDebt,
  ShortRate,
  Stress,
  StressEvent,
  Treasury,
} from "./assumptions.ts";
import { rateSchema } from "./rate-schema.ts";
import { returnsFile } from "./returns-file.ts";

/** No projection is longer: 100 years of months. */
export const MAX_STEPS = 1_200;
/** Rows of a user's own returns: more than a century of months, or decades of days. */
const MAX_ROWS = 20_000;
const MAX_PROJECTS = 64;
const MAX_EVENTS = 64;

const step = Schema.integer({ min: 0, max: MAX_STEPS });
const share = rateSchema({ min: 0, max: 100 });
const volatility = rateSchema({ min: 0, max: 200 }, "Standard deviation of a year's log return.");
const correlation = rateSchema({ min: -100, max: 100 });
const yearly = rateSchema({ min: -90, max: 900 });
const interest = rateSchema({ min: -20, max: 100 });
const spread = rateSchema({ min: 0, max: 100 });
/** A fall to nothing has no logarithm. */
const change = rateSchema({ min: -99, max: 900 });
const quote = Schema.string({
  format: {
    name: "positive decimal",
    pattern: "^(?=.*[1-9])(?:0|[1-9][0-9]{0,8})(?:\\.[0-9]{1,12})?$",
    accepts: (text) => /^(?=.*[1-9])(?:0|[1-9][0-9]{0,8})(?:\.[0-9]{1,12})?$/.test(text),
  },
  description: 'Units of the currency for one of the base currency, as "150".',
});

const regime: Schema<Regime> = Schema.object({
  mean: rateSchema({ min: -90, max: 90 }, "Mean of a month's log return."),
  deviation: rateSchema({ min: 0, max: 100 }, "Standard deviation of a month's log return."),
  leave: share,
});

const numbers = Schema.array(rateSchema({ min: -900, max: 900 }), { min: 2, max: MAX_ROWS });
/** In a file of assumptions a column of a CSV file may stand here; it is read before [PJ24]. */
const rows: Schema<readonly string[]> = {
  ...numbers,
  jsonSchema: (parts) => ({ anyOf: [numbers.jsonSchema(parts), returnsFile.jsonSchema(parts)] }),
};

const model: Schema<MarketModel> = Schema.taggedUnion("kind", [
  Schema.object({ kind: Schema.literal("lognormal"), volatility }),
  Schema.object({
    kind: Schema.literal("regimeSwitching"),
    recentred: Schema.boolean(),
    calm: regime,
    turbulent: regime,
    opensIn: Schema.optional(Schema.oneOf(["calm", "turbulent"])),
  }),
  Schema.object({
    kind: Schema.literal("garch"),
    volatility,
    alpha: share,
    gamma: rateSchema({ min: -100, max: 100 }),
    beta: share,
    degreesOfFreedom: Schema.integer({ min: 4, max: 30 }),
  }),
  Schema.object({
    kind: Schema.literal("bootstrap"),
    meanBlock: Schema.integer({ min: 1, max: MAX_ROWS }),
    recentred: Schema.boolean(),
    returns: rows,
    exchange: Schema.optional(Schema.record(currency(), rows, { max: 16 })),
  }),
]);

const market: Schema<Market> = Schema.object({ expectedReturn: yearly, model });

const exchange: Schema<Exchange> = Schema.object({
  rate: quote,
  drift: yearly,
  volatility,
  reversion: rateSchema({ min: 0, max: 1000 }),
  correlation,
});

const shortRate: Schema<ShortRate> = Schema.object({
  opening: interest,
  mean: interest,
  speed: rateSchema({ min: 0, max: 1000 }),
  volatility: rateSchema({ min: 0, max: 50 }, "Of the rate itself, a year."),
  correlation,
});

/** Two names; a schema of core knows lists of one kind only. */
const pair = Schema.array(id(), { min: 2, max: 2, unique: true }) as Schema<
  Correlation["between"] & readonly string[]
>;

const correlations: Schema<readonly Correlation[]> = Schema.array(
  Schema.object({ between: pair, correlation }),
  { max: 120 },
);

const drawn: Schema<Drawn> = Schema.taggedUnion("kind", [
  Schema.object({
    kind: Schema.literal("pacing"),
    yearly: Schema.array(share, { min: 1, max: 30 }),
  }),
  Schema.object({
    kind: Schema.literal("milestones"),
    parts: Schema.array(Schema.object({ after: step, share }), { min: 1, max: 120 }),
  }),
]);

const sculpted: Schema<SculptedDebt> = Schema.object({
  cover: rateSchema({ min: 100, max: 1000 }, 'Times that income covers debt service: "1.3".'),
  years: Schema.integer({ min: 1, max: 60 }),
  rate: rateSchema({ min: 0, max: 100 }),
});

const returned: Schema<Returned> = Schema.object({
  years: Schema.integer({ min: 1, max: 60 }),
  bow: rateSchema({ min: 0, max: 2000 }, "How late most of it comes back: 2.5."),
  yield: share,
});

const project: Schema<Project> = Schema.object({
  id: id(),
  name: localizedText,
  sector: id(),
  geography: id(),
  commitment: share,
  selected: step,
  drawn,
  beta: rateSchema({ min: -300, max: 300 }),
  excessReturn: rateSchema({ min: -50, max: 100 }),
  ownVolatility: volatility,
  construction: step,
  income: rateSchema({ min: 0, max: 100 }),
  life: Schema.optional(Schema.integer({ min: 1, max: MAX_STEPS })),
  returned: Schema.optional(returned),
  smoothing: rateSchema({ min: 0, max: 99 }),
  projectDebt: rateSchema({ min: 0, max: 900 }),
  sculpted: Schema.optional(sculpted),
  concerns: ids(),
});

/** At most 95%: a fund that owes all it has is none. */
const leverage = rateSchema({ min: 0, max: 95 });

const borrowing: Schema<Borrowing> = Schema.object({
  target: leverage,
  bonds: share,
  lineSpread: spread,
  bondSpread: spread,
  lineLimit: rateSchema({ min: 0, max: 900 }),
  commitmentFee: spread,
});

const selling: Schema<Selling> = Schema.object({ haircut: leverage, curedTo: leverage });

const treasury: Schema<Treasury> = Schema.object({ fundingRate: interest, stops: share });

const distributions: Schema<Distributions> = Schema.object({
  everyMonths: Schema.oneOf([1, 3, 6, 12]),
  first: step,
});

const openedClass: Schema<OpenedClass> = Schema.taggedUnion("kind", [
  Schema.object({
    kind: Schema.literal("commitments"),
    id: id(),
    opens: step,
    commitment: share,
    calls: Schema.array(
      Schema.object({ after: Schema.integer({ min: 1, max: MAX_STEPS }), share }),
      { min: 1, max: 120 },
    ),
  }),
  Schema.object({
    kind: Schema.literal("dealing"),
    id: id(),
    opens: step,
    subscriptions: share,
    redemptions: share,
  }),
]);

const event: Schema<StressEvent> = Schema.taggedUnion("kind", [
  Schema.object({ kind: Schema.literal("market"), step, change }),
  Schema.object({ kind: Schema.literal("sector"), step, sector: id(), change }),
  Schema.object({
    kind: Schema.literal("rates"),
    step,
    until: step,
    change: rateSchema({ min: -20, max: 100 }),
  }),
  Schema.object({ kind: Schema.literal("exchange"), step, currency: currency(), rate: quote }),
  Schema.object({ kind: Schema.literal("stops"), step, party: id() }),
  Schema.object({
    kind: Schema.literal("income"),
    step,
    until: step,
    change: rateSchema({ min: -100, max: 100 }),
  }),
]);

const stress: Schema<Stress> = Schema.object({
  id: id(),
  name: localizedText,
  events: Schema.array(event, { min: 1, max: MAX_EVENTS }),
});

/** The form of what a projection assumes; what it means is checked by `readAssumptions`. */
export const assumptionsSchema: Schema<Assumptions> = Schema.object({
  format: Schema.literal("jointfund/assumptions/v1"),
  title: localizedText,
  sources: Schema.record(Schema.string({ minLength: 1, maxLength: 200 }), localizedText, {
    max: 400,
  }),
  opens: Schema.string<LocalDate>({ format: "date" }),
  stepMonths: Schema.oneOf([1, 3]),
  market,
  exchange: Schema.record(currency(), exchange, { max: 16 }),
  shortRate,
  correlations: Schema.optional(correlations),
  projects: Schema.array(project, { min: 1, max: MAX_PROJECTS }),
  borrowing,
  selling,
  treasuries: Schema.record(id(), treasury, { max: 32 }),
  pace: Schema.optional(rateSchema({ min: 10, max: 1000 })),
  expenses: rateSchema({ min: 0, max: 20 }),
  leastCash: share,
  distributions,
  classes: Schema.optional(Schema.array(openedClass, { max: 8 })),
  stresses: Schema.array(stress, { max: 64 }),
});
