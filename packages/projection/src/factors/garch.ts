import type { MarketModel } from "../assumptions/assumptions.ts";
import { rate } from "../assumptions/rate-text.ts";
import type { ProgramBuilder } from "../kernel/program-builder.ts";
import type { Num } from "../kernel/program.ts";
import type { FactorInputs } from "./factor-inputs.ts";
import type { AssumedMarket, MarketStep } from "./market.ts";

type Model = Extract<MarketModel, { readonly kind: "garch" }>;

const VARIANCE = "market.variance";

/**
 * GJR-GARCH (Glosten, Jagannathan and Runkle 1993) by step, with Student's t scaled to variance 1
 * [PJ32]: h' = omega + (alpha + gamma 1[e < 0]) e² + beta h. The log return is the expected growth
 * less half the step's variance, and e.
 */
export function writeGarch(builder: ProgramBuilder, degreesOfFreedom: number): MarketStep {
  const parameter = (name: string): Num => builder.parameter(`market.${name}`);
  const variance = builder.state(VARIANCE);
  const student = studentsT(builder, degreesOfFreedom);
  const e = builder.multiply(builder.squareRoot(variance), student);
  const isFall = builder.less(e, builder.constant(0));
  const weight = builder.choose(isFall, parameter("afterFall"), parameter("alpha"));
  builder.setNext(
    VARIANCE,
    builder.sum([
      parameter("omega"),
      builder.multiply(weight, builder.multiply(e, e)),
      builder.multiply(parameter("beta"), variance),
    ]),
  );
  const mean = builder.subtract(
    parameter("growth"),
    builder.multiply(builder.constant(0.5), variance),
  );
  return { logReturn: builder.add(mean, e), normal: student, variance };
}

/**
 * Student's t with an even number of degrees n, of variance 1: Z sqrt((n - 2) / chi²), where chi²
 * of n is -2 log of a product of n/2 uniforms.
 */
function studentsT(builder: ProgramBuilder, degrees: number): Num {
  const uniforms = Array.from({ length: degrees / 2 }, (_, index) =>
    builder.uniform(`market.tail.${index}`),
  );
  const product = uniforms.reduce((a, b) => builder.multiply(a, b));
  const chiSquared = builder.multiply(builder.constant(-2), builder.logarithm(product));
  const scale = builder.squareRoot(builder.divide(builder.constant(degrees - 2), chiSquared));
  return builder.multiply(builder.normal("market"), scale);
}

export function garchInputs(
  model: Model,
  { growth, years }: AssumedMarket,
  { parameters, openings }: FactorInputs,
): void {
  const volatility = rate(model.volatility);
  const longRun = volatility * volatility * years;
  const [alpha, gamma, beta] = [rate(model.alpha), rate(model.gamma), rate(model.beta)];
  openings.set(VARIANCE, longRun);
  parameters.set("market.growth", growth * years);
  // Half of all steps are falls: t is symmetric.
  parameters.set("market.omega", longRun * (1 - alpha - gamma / 2 - beta));
  parameters.set("market.alpha", alpha);
  parameters.set("market.afterFall", alpha + gamma);
  parameters.set("market.beta", beta);
}
