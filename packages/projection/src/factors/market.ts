import type { Assumptions, MarketModel } from "../assumptions/assumptions.ts";
import { rate } from "../assumptions/rate-text.ts";
import { logarithm } from "../numeric/logarithm.ts";
import type { ProgramBuilder } from "../kernel/program-builder.ts";
import type { Num } from "../kernel/program.ts";
import { bootstrapInputs, writeBootstrap } from "./bootstrap.ts";
import type { FactorInputs } from "./factor-inputs.ts";
import { garchInputs, writeGarch } from "./garch.ts";
import { regimeInputs, writeRegimes } from "./regimes.ts";

/** What a model of the market makes in a step. */
export type MarketStep = {
  readonly logReturn: Num;
  /** The return as a number of mean 0 and variance 1, by which other factors move with it. */
  readonly normal: Num;
  readonly variance: Num;
};

export function writeMarket(
  builder: ProgramBuilder,
  model: MarketModel,
  stepMonths: number,
): MarketStep {
  switch (model.kind) {
    case "lognormal":
      return writeLognormal(builder);
    case "regimeSwitching":
      return writeRegimes(builder, stepMonths);
    case "garch":
      return writeGarch(builder, model.degreesOfFreedom);
    case "bootstrap":
      return writeBootstrap(builder);
  }
}

export function marketInputs({ market, stepMonths }: Assumptions, inputs: FactorInputs): void {
  const { model, expectedReturn } = market;
  const assumed = { growth: logarithm(1 + rate(expectedReturn)), years: stepMonths / 12 };
  switch (model.kind) {
    case "lognormal":
      lognormalInputs(rate(model.volatility), assumed, inputs);
      break;
    case "regimeSwitching":
      regimeInputs(model, assumed, inputs);
      break;
    case "garch":
      garchInputs(model, assumed, inputs);
      break;
    case "bootstrap":
      bootstrapInputs(model, assumed, inputs);
      break;
  }
}

/** The logarithm of a year's expected growth, and the length of a step. */
export type AssumedMarket = { readonly growth: number; readonly years: number };

/** Independent normal log returns whose mean growth is the expected return [PJ30]. */
function writeLognormal(builder: ProgramBuilder): MarketStep {
  const normal = builder.normal("market");
  const deviation = builder.parameter("market.deviation");
  return {
    logReturn: builder.add(builder.parameter("market.mean"), builder.multiply(deviation, normal)),
    normal,
    variance: builder.parameter("market.variance"),
  };
}

function lognormalInputs(
  volatility: number,
  { growth, years }: AssumedMarket,
  { parameters }: FactorInputs,
): void {
  const variance = volatility * volatility * years;
  parameters.set("market.mean", growth * years - variance / 2);
  parameters.set("market.deviation", Math.sqrt(variance));
  parameters.set("market.variance", variance);
}
