import { assert } from "@jointfund/core/base/assert.ts";
import type { MarketModel, Regime } from "../assumptions/assumptions.ts";
import { rate } from "../assumptions/rate-text.ts";
import { exponential } from "../numeric/exponential.ts";
import { logarithm } from "../numeric/logarithm.ts";
import type { ProgramBuilder } from "../kernel/program-builder.ts";
import type { Num } from "../kernel/program.ts";
import type { FactorInputs } from "./factor-inputs.ts";
import type { AssumedMarket, MarketStep } from "./market.ts";

type Model = Extract<MarketModel, { readonly kind: "regimeSwitching" }>;

const CHANCE = "market.turbulence";

/**
 * Two regimes that change by the month, so many months to a step [PJ31]. The state is the chance
 * that the step's first month is turbulent: what the last month leaves, and at the opening whatever
 * is assumed. The month's draw then says whether it is.
 */
export function writeRegimes(builder: ProgramBuilder, stepMonths: number): MarketStep {
  const parameter = (name: string): Num => builder.parameter(`market.${name}`);
  const opening = builder.state(CHANCE);
  const returns: Num[] = [];
  const normals: Num[] = [];
  let chance = opening;
  for (let month = 0; month < stepMonths; month++) {
    const isTurbulent = builder.less(builder.uniform(`market.regime.${month}`), chance);
    const normal = builder.normal(`market.${month}`);
    const of = (name: string): Num =>
      builder.choose(isTurbulent, parameter(`turbulent.${name}`), parameter(`calm.${name}`));
    returns.push(builder.add(of("mean"), builder.multiply(of("deviation"), normal)));
    normals.push(normal);
    chance = of("nextChance");
  }
  builder.setNext(CHANCE, chance);
  const sum = builder.sum(normals);
  const scale = builder.constant(Math.sqrt(1 / stepMonths));
  return {
    logReturn: builder.sum(returns),
    normal: stepMonths === 1 ? sum : builder.multiply(scale, sum),
    variance: mixedVariance(builder, opening, parameter),
  };
}

/** Variance of a step whose moments are known for either regime of its first month. */
function mixedVariance(
  builder: ProgramBuilder,
  chance: Num,
  parameter: (name: string) => Num,
): Num {
  const mixed = (name: string): Num => {
    const [calm, turbulent] = [parameter(`calm.${name}`), parameter(`turbulent.${name}`)];
    return builder.add(calm, builder.multiply(chance, builder.subtract(turbulent, calm)));
  };
  const mean = mixed("stepMean");
  return builder.subtract(mixed("stepSquare"), builder.multiply(mean, mean));
}

type Terms = { readonly mean: number; readonly deviation: number; readonly leave: number };

export function regimeInputs(
  model: Model,
  { growth, years }: AssumedMarket,
  { parameters, openings }: FactorInputs,
): void {
  const assumed = { calm: termsOf(model.calm), turbulent: termsOf(model.turbulent) };
  const shift = model.recentred ? growth / 12 - logarithm(longRunGrowth(assumed)) : 0;
  const moved = (terms: Terms): Terms => ({ ...terms, mean: terms.mean + shift });
  const [calm, turbulent] = [moved(assumed.calm), moved(assumed.turbulent)];
  const longRun = calm.leave / (calm.leave + turbulent.leave);
  const chance = { calm: 0, turbulent: 1 };
  openings.set(CHANCE, model.opensIn === undefined ? longRun : chance[model.opensIn]);
  const moments = stepMoments({ calm, turbulent }, Math.round(years * 12));
  for (const [name, terms] of [
    ["calm", calm],
    ["turbulent", turbulent],
  ] as const) {
    const nextChance = name === "calm" ? terms.leave : 1 - terms.leave;
    parameters.set(`market.${name}.mean`, terms.mean);
    parameters.set(`market.${name}.deviation`, terms.deviation);
    parameters.set(`market.${name}.nextChance`, nextChance);
    parameters.set(`market.${name}.stepMean`, moments[name].mean);
    parameters.set(`market.${name}.stepSquare`, moments[name].square);
  }
}

const termsOf = ({ mean, deviation, leave }: Regime): Terms => ({
  ...{ mean: rate(mean), deviation: rate(deviation), leave: rate(leave) },
});

type Regimes = { readonly calm: Terms; readonly turbulent: Terms };

/**
 * Growth of the mean in a month of the long run: the larger eigenvalue of the regimes' chances,
 * each row times the mean growth of its regime (Hardy 2001).
 */
function longRunGrowth({ calm, turbulent }: Regimes): number {
  const growthOf = ({ mean, deviation }: Terms): number =>
    exponential(mean + (deviation * deviation) / 2);
  const [a, b] = [growthOf(calm) * (1 - calm.leave), growthOf(calm) * calm.leave];
  const [c, d] = [
    growthOf(turbulent) * turbulent.leave,
    growthOf(turbulent) * (1 - turbulent.leave),
  ];
  return (a + d + Math.sqrt((a - d) * (a - d) + 4 * b * c)) / 2;
}

type Moments = { readonly mean: number; readonly square: number };

/** Mean and mean square of the log return of so many months, by the regime of the first. */
function stepMoments(
  { calm, turbulent }: Regimes,
  months: number,
): { readonly calm: Moments; readonly turbulent: Moments } {
  assert(months >= 1, "a step has a month");
  let after = { calm: { mean: 0, square: 0 }, turbulent: { mean: 0, square: 0 } };
  for (let month = 0; month < months; month++) {
    const of = (terms: Terms, same: Moments, other: Moments): Moments => {
      const mixed = (name: keyof Moments): number =>
        (1 - terms.leave) * same[name] + terms.leave * other[name];
      const own = terms.mean * terms.mean + terms.deviation * terms.deviation;
      return {
        mean: terms.mean + mixed("mean"),
        square: own + 2 * terms.mean * mixed("mean") + mixed("square"),
      };
    };
    after = {
      calm: of(calm, after.calm, after.turbulent),
      turbulent: of(turbulent, after.turbulent, after.calm),
    };
  }
  return after;
}
