import { Schema } from "@jointfund/core/base/schema.ts";
import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import { finiteNumber } from "./number-schema.ts";
import type {
  Chance,
  ChanceThen,
  Distribution,
  Fan,
  FiscalYearOutcome,
  ProjectedOutcome,
  Projection,
  RevenueOutcome,
  Spread,
  TerminalOutcome,
} from "./projection.ts";

const date = Schema.string<LocalDate>({ format: "date" });
const text = Schema.string({ minLength: 1, maxLength: 64 });
const count = Schema.integer({ min: 0 });
const value = Schema.nullable(finiteNumber);
const values = Schema.array(value);
const counts = Schema.array(count);

const spreadFields = {
  count,
  ...{ mean: value, standardError: value },
  ...{ p5: value, p25: value, p50: value, p75: value, p95: value },
} as const;

const chance: Schema<Chance> = Schema.lazy("Chance", () =>
  Schema.object({
    count: counts,
    probability: Schema.array(finiteNumber),
    standardError: Schema.array(finiteNumber),
  }),
);

const chanceThen: Schema<ChanceThen> = Schema.lazy("ChanceThen", () =>
  Schema.object({ count, probability: finiteNumber, standardError: finiteNumber }),
);

const fan: Schema<Fan> = Schema.lazy("Fan", () =>
  Schema.object({
    count: counts,
    ...{ mean: values, standardError: values },
    ...{ p5: values, p25: values, p50: values, p75: values, p95: values },
  }),
);

const spread: Schema<Spread> = Schema.lazy("Spread", () => Schema.object(spreadFields));

const distribution: Schema<Distribution> = Schema.lazy("Distribution", () =>
  Schema.object({
    ...spreadFields,
    ...{ least: value, p1: value, p10: value, p90: value, p99: value, most: value },
    medianBelowMean: value,
  }),
);

const revenue: Schema<RevenueOutcome> = Schema.object({
  ...{ income: spread, gains: spread, capital: spread, net: spread },
  netBelowZero: chanceThen,
});

const year: Schema<FiscalYearOutcome> = Schema.object({
  year: text,
  ...{ starts: date, ends: date },
  isWhole: Schema.boolean(),
  ...{ distributed: spread, paidIn: spread },
  revenue: Schema.optional(revenue),
});

const terminal: Schema<TerminalOutcome> = Schema.object({
  irr: distribution,
  irrCounts: Schema.object({
    ...{ severalSignChanges: count, ambiguous: count, totalLoss: count, noRoot: count },
  }),
  ...{ tvpi: distribution, dpi: distribution, gain: distribution },
  ...{ expectedShortfall: value, valueAtRisk: value },
});

const party: Schema<ProjectedOutcome> = Schema.object({
  id: text,
  kind: Schema.oneOf(["sovereign", "partner", "class"]),
  currency: text,
  fundingRate: finiteNumber,
  fans: Schema.object({ worth: fan, paidIn: fan, distributed: fan, net: fan, gain: fan }),
  chances: Schema.object({ lossOfCapital: chance, callMissed: chance }),
  years: Schema.array(year),
  terminal,
});

/** The JSON form of a projection. */
export const projectionSchema: Schema<Projection> = Schema.object({
  format: Schema.literal("jointfund/projection/v1"),
  ...{ paths: count, asked: count },
  seed: Schema.string({ maxLength: 64 }),
  ...{ currency: text, opens: date, steps: count, ends: date },
  dates: Schema.array(date),
  fund: Schema.object({
    ...{ netAssets: fan, trueNetAssets: fan, pricePerUnit: fan, debt: fan },
    ...{ leverage: fan, cash: fan, investments: fan },
  }),
  chances: Schema.object({
    ...{ locked: chance, forcedSale: chance, defaulted: chance },
    ...{ callMissed: chance, netAssetsBelowZero: chance },
  }),
  covenants: Schema.record(text, chance),
  parties: Schema.array(party),
  classes: Schema.array(Schema.object({ id: text, pricePerUnit: fan })),
});
