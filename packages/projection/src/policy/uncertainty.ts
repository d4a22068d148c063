import { assert } from "@jointfund/core/base/assert.ts";
import { betaQuantile, fitBeta, triangularQuantile } from "./distributions.ts";
import { DRAWN_FIGURES, type DrawnFigure } from "./figure-uses.ts";
import { parametersOf } from "./policy-findings.ts";
import type { Parameter, Policy } from "./policy-schema.ts";
import { survival, yearsLasted } from "./tariff.ts";

/**
 * Where draws come from: the stream of a name gives a number above 0 and below 1, or a standard
 * normal one, for each path and step, always the same (docs/spec/projection.md, PJ3). Figures that
 * several policies use have one name, so that their futures have the same world.
 */
export interface Draws {
  uniform(name: string): (path: number, step: number) => number;
  normal(name: string): (path: number, step: number) => number;
}

/** What is not known of the world and not of the fund: one value of each in every path. */
export type Uncertain = {
  readonly paths: number;
  /** Whether every figure is at its value, and nothing is drawn. */
  readonly isCentral: boolean;
  /** Every figure that is drawn, by its path in the file (PO20). */
  readonly figures: Readonly<Record<DrawnFigure, Float64Array>>;
  /** Part of revenue lost to retaliation; 0 in paths without any. */
  readonly retaliation: Float64Array;
  /** Whether a tariff that may end is still there: 1 or 0, by `[year * paths + path]`. */
  readonly inForce: Float64Array;
};

/** Draws everything that is uncertain, each figure from the stream of its own name (PO20). */
export function drawUncertain(policy: Policy, draws: Draws, paths: number): Uncertain {
  const filled = (make: (path: number) => number): Float64Array =>
    Float64Array.from({ length: paths }, (_each, path) => make(path));
  const figures = figuresBy(policy, (name, of) => {
    if (of.low === of.high) return new Float64Array(paths).fill(of.value);
    const uniform = draws.uniform(`policy.${name}`);
    if (name === "incentive.caused") {
      const shape = fitBeta(of);
      return filled((path) => betaQuantile(shape, uniform(path, 0)));
    }
    return filled((path) => triangularQuantile(of, uniform(path, 0)));
  });
  const retaliates = draws.uniform("policy.retaliates");
  const chance = figures["tariff.retaliationChance"];
  const cut = figures["tariff.retaliation"];
  const hazard = figures["tariff.reversalHazard"];
  const ending = draws.uniform("policy.ending");
  const lasted = filled((path) => yearsLasted(hazard[path]!, ending(path, 0)));
  const inForce = new Float64Array(policy.years.count * paths);
  for (let year = 0; year < policy.years.count; year++) {
    for (let path = 0; path < paths; path++) {
      inForce[year * paths + path] = year < lasted[path]! ? 1 : 0;
    }
  }
  return {
    ...{ paths, isCentral: false, figures },
    retaliation: filled((path) => (retaliates(path, 0) < chance[path]! ? cut[path]! : 0)),
    inForce,
  };
}

/**
 * The same with every figure at its value: one path, in which a tariff is in force, and retaliation
 * comes, as much as it is likely.
 */
export function centralUncertain(policy: Policy): Uncertain {
  const { tariff, years } = policy;
  return {
    ...{ paths: 1, isCentral: true },
    figures: figuresBy(policy, (_name, { value }) => Float64Array.of(value)),
    retaliation: Float64Array.of(tariff.retaliationChance.value * tariff.retaliation.value),
    inForce: Float64Array.from({ length: years.count }, (_each, year) =>
      survival(tariff.reversalHazard.value, year),
    ),
  };
}

function figuresBy(
  policy: Policy,
  make: (name: DrawnFigure, of: Parameter) => Float64Array,
): Uncertain["figures"] {
  const parameters = parametersOf(policy);
  const entries = DRAWN_FIGURES.map((name) => {
    const of = parameters.get(name);
    assert(of !== undefined, "a policy file has every figure of its form");
    return [name, make(name, of)] as const;
  });
  return Object.fromEntries(entries) as Record<DrawnFigure, Float64Array>;
}
