import { betaQuantile, fitBeta, triangularQuantile } from "./distributions.ts";
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
  readonly caused: Float64Array;
  readonly additionality: Float64Array;
  readonly elasticity: Float64Array;
  readonly passThrough: Float64Array;
  readonly noncompliance: Float64Array;
  readonly dynamic: Float64Array;
  /** Part of revenue lost to retaliation; 0 in paths without any. */
  readonly retaliation: Float64Array;
  /** Whether a tariff that may end is still there: 1 or 0, by `[year * paths + path]`. */
  readonly inForce: Float64Array;
};

/** Draws everything that is uncertain, each figure from the stream of its own name (PO20). */
export function drawUncertain(policy: Policy, draws: Draws, paths: number): Uncertain {
  const { tariff, incentive, fund, years } = policy;
  const filled = (make: (path: number) => number): Float64Array =>
    Float64Array.from({ length: paths }, (_each, path) => make(path));
  const triangular = (name: string, of: Parameter): Float64Array => {
    const uniform = draws.uniform(`policy.${name}`);
    return filled((path) => triangularQuantile(of, uniform(path, 0)));
  };
  const retaliates = draws.uniform("policy.retaliates");
  const chance = triangular("retaliationChance", tariff.retaliationChance);
  const cut = triangular("retaliation", tariff.retaliation);
  const hazard = triangular("hazard", tariff.reversalHazard);
  const ending = draws.uniform("policy.ending");
  const lasted = filled((path) => yearsLasted(hazard[path]!, ending(path, 0)));
  const inForce = new Float64Array(years.count * paths);
  for (let year = 0; year < years.count; year++) {
    for (let path = 0; path < paths; path++) {
      inForce[year * paths + path] = year < lasted[path]! ? 1 : 0;
    }
  }
  return {
    ...{ paths, isCentral: false },
    caused: drawCaused(incentive.caused, draws, paths),
    additionality: triangular("additionality", fund.additionality),
    elasticity: triangular("elasticity", tariff.elasticity),
    passThrough: triangular("passThrough", tariff.passThrough),
    noncompliance: triangular("noncompliance", tariff.noncompliance),
    dynamic: triangular("dynamic", tariff.dynamic),
    retaliation: filled((path) => (retaliates(path, 0) < chance[path]! ? cut[path]! : 0)),
    inForce,
  };
}

/** Of the Beta distribution of its range (PO21); without a range it is known. */
function drawCaused(of: Parameter, draws: Draws, paths: number): Float64Array {
  if (of.low === of.high) return new Float64Array(paths).fill(of.value);
  const shape = fitBeta(of);
  const uniform = draws.uniform("policy.caused");
  return Float64Array.from({ length: paths }, (_, path) => betaQuantile(shape, uniform(path, 0)));
}

/**
 * The same with every figure at its value: one path, in which a tariff is in force, and retaliation
 * comes, as much as it is likely.
 */
export function centralUncertain({ tariff, incentive, fund, years }: Policy): Uncertain {
  const one = ({ value }: Parameter): Float64Array => Float64Array.of(value);
  return {
    ...{ paths: 1, isCentral: true },
    caused: one(incentive.caused),
    additionality: one(fund.additionality),
    elasticity: one(tariff.elasticity),
    passThrough: one(tariff.passThrough),
    noncompliance: one(tariff.noncompliance),
    dynamic: one(tariff.dynamic),
    retaliation: Float64Array.of(tariff.retaliationChance.value * tariff.retaliation.value),
    inForce: Float64Array.from({ length: years.count }, (_each, year) =>
      survival(tariff.reversalHazard.value, year),
    ),
  };
}
