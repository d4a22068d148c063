import type { MarketModel } from "../assumptions/assumptions.ts";
import { rate } from "../assumptions/rate-text.ts";
import { exponential } from "../numeric/exponential.ts";
import { logarithm } from "../numeric/logarithm.ts";
import type { ProgramBuilder } from "../kernel/program-builder.ts";
import type { Num } from "../kernel/program.ts";
import type { FactorInputs } from "./factor-inputs.ts";
import type { AssumedMarket, MarketStep } from "./market.ts";

type Model = Extract<MarketModel, { readonly kind: "bootstrap" }>;

const ROW = "market.row";
const NO_ROW = -1;

/**
 * The row of the step [PJ33]: any of the rows, all alike, in the first step and whenever a block
 * ends, else the one after the last step's, and the first after the last (Politis and Romano 1994).
 */
function rowOf(builder: ProgramBuilder): Num {
  const rows = builder.parameter("market.rows");
  const last = builder.state(ROW);
  const any = builder.floor(builder.multiply(builder.uniform("market.start"), rows));
  const following = builder.add(last, builder.constant(1));
  const next = builder.choose(builder.less(following, rows), following, builder.constant(0));
  const isNew = builder.or(
    builder.less(last, builder.constant(0)),
    builder.less(builder.uniform("market.block"), builder.parameter("market.ends")),
  );
  return builder.choose(isNew, any, next);
}

/** What a column of the rows has in the step; the same row for all columns. */
export const lookUpRow = (builder: ProgramBuilder, table: string): Num =>
  builder.lookup(table, rowOf(builder));

export function writeBootstrap(builder: ProgramBuilder): MarketStep {
  builder.setNext(ROW, rowOf(builder));
  const drawn = lookUpRow(builder, "market.returns");
  const centred = builder.subtract(drawn, builder.parameter("market.sampleMean"));
  return {
    logReturn: builder.add(drawn, builder.parameter("market.shift")),
    normal: builder.multiply(centred, builder.parameter("market.perDeviation")),
    variance: builder.parameter("market.variance"),
  };
}

export function bootstrapInputs(
  model: Model,
  { growth, years }: AssumedMarket,
  { parameters, tables, openings }: FactorInputs,
): void {
  const rows = model.returns.map(rate);
  const mean = meanOf(rows);
  const variance = meanOf(rows.map((value) => (value - mean) * (value - mean)));
  openings.set(ROW, NO_ROW);
  tables.set("market.returns", Float64Array.from(rows));
  parameters.set("market.rows", rows.length);
  parameters.set("market.ends", 1 / model.meanBlock);
  parameters.set("market.shift", model.recentred ? logGrowthShift(rows, growth * years) : 0);
  parameters.set("market.sampleMean", mean);
  parameters.set("market.perDeviation", variance === 0 ? 0 : 1 / Math.sqrt(variance));
  parameters.set("market.variance", variance);
}

/** What brings the mean growth of rows of log changes to the exponential of `growth`. */
export function logGrowthShift(rows: readonly number[], growth: number): number {
  return growth - logarithm(meanOf(rows.map(exponential)));
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
