import type { Assumptions } from "../assumptions/assumptions.ts";
import { rate } from "../assumptions/rate-text.ts";
import { SHORT_RATE } from "../assumptions/correlation.ts";
import type { ProgramBuilder } from "../kernel/program-builder.ts";
import type { Num } from "../kernel/program.ts";
import type { FactorInputs } from "./factor-inputs.ts";
import { revert } from "./mean-reversion.ts";
import type { Normals } from "./normals.ts";
import { stressSchedule } from "./stresses.ts";

type Rates = { readonly opening: Num; readonly closing: Num };

/**
 * Vasicek's rate over a step, exactly: what is left of the distance from the mean, and a normal
 * [PJ28]. The state may fall below 0; what is used, with the stress, never does.
 */
export function writeShortRate(builder: ProgramBuilder, normals: Normals): Rates {
  const state = builder.state(SHORT_RATE);
  const next = builder.sum([
    builder.parameter("shortRate.pull"),
    builder.multiply(builder.parameter("shortRate.keeps"), state),
    builder.multiply(builder.parameter("shortRate.deviation"), normals.get(SHORT_RATE)!),
  ]);
  builder.setNext(SHORT_RATE, next);
  const used = (value: Num, stress: string): Num =>
    builder.maximum(builder.constant(0), builder.add(value, stressSchedule(builder, stress)));
  return { opening: used(state, "rates"), closing: used(next, "nextRates") };
}

export function shortRateInputs(
  { shortRate, stepMonths }: Assumptions,
  { parameters, openings }: FactorInputs,
): void {
  const { keeps, deviation } = revert({
    speed: rate(shortRate.speed),
    volatility: rate(shortRate.volatility),
    years: stepMonths / 12,
  });
  openings.set(SHORT_RATE, rate(shortRate.opening));
  parameters.set("shortRate.pull", (1 - keeps) * rate(shortRate.mean));
  parameters.set("shortRate.keeps", keeps);
  parameters.set("shortRate.deviation", deviation);
}
