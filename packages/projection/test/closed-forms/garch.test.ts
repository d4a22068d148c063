import assert from "node:assert/strict";
import { test } from "node:test";
import type { Assumptions } from "../../src/assumptions/assumptions.ts";
import { assumed, draw, type World } from "../drawn-world.ts";
import { assertMean, moments } from "../statistics.ts";

const garch = (
  alpha: number,
  gamma: number,
  beta: number,
  degreesOfFreedom: number,
): Assumptions["market"] => ({
  expectedReturn: "8%",
  model: {
    ...({ kind: "garch", volatility: "16%", degreesOfFreedom } as const),
    ...{ alpha: `${alpha}`, gamma: `${gamma}`, beta: `${beta}` },
  },
});

/** The shock of the step: the return less what was expected of it. */
function tellShock({ b, factors }: World): void {
  const half = b.multiply(b.constant(0.5), factors.marketVariance);
  const expected = b.subtract(b.constant(Math.log(1.08) / 4), half);
  const shock = b.subtract(factors.market, expected);
  b.output("shock", shock);
  b.output("square", b.multiply(shock, shock));
  b.output("variance", factors.marketVariance);
  const standard = b.divide(shock, b.squareRoot(factors.marketVariance));
  b.output("standard", standard);
}

const LONG_RUN = 0.16 ** 2 / 4;

test("[PJ32] Student's t has variance 1, no skew and the kurtosis of its degrees", () => {
  for (const degrees of [10, 30]) {
    const world = assumed({ market: garch(0, 0, 0, degrees) });
    const sampled = draw(world, { steps: 1, blocks: 98 }, tellShock);
    const standard = sampled("standard");
    assertMean("mean", standard, 0, 0.01);
    assertMean(
      "variance",
      standard.map((x) => x * x),
      1,
      0.02,
    );
    assertMean(
      "skew",
      standard.map((x) => x ** 3),
      0,
      0.08,
    );
    assertMean(
      "kurtosis",
      standard.map((x) => x ** 4),
      3 + 6 / (degrees - 4),
      0.35,
    );
  }
});

test("[PJ32] quantiles of Student's t are those of the tables", () => {
  // t of 4 and 10 degrees is below these with 97.5% and 99.5%: any table of the distribution.
  const tables = [
    [4, 2.776, 4.604],
    [10, 2.228, 3.169],
  ] as const;
  for (const [degrees, at975, at995] of tables) {
    const world = assumed({ market: garch(0, 0, 0, degrees) });
    const standard = draw(world, { steps: 1, blocks: 98 }, tellShock)("standard");
    const scale = Math.sqrt((degrees - 2) / degrees);
    for (const [part, value] of [
      [0.975, at975],
      [0.995, at995],
    ] as const) {
      const below = standard.map((x) => (x < value * scale ? 1 : 0));
      assertMean(`${part} of ${degrees}`, below, part, 0.003);
    }
  }
});

/** Kurtosis of the shocks of a GARCH of normal innovations, and of innovations of another one. */
function kurtosisOf(alpha: number, beta: number, innovation = 3): number {
  const persistence = (alpha + beta) ** 2;
  return (innovation * (1 - persistence)) / (1 - persistence - (innovation - 1) * alpha * alpha);
}

test("[PJ32] shocks have the kurtosis of GARCH(1,1)", () => {
  assert.ok(Math.abs(kurtosisOf(0.08, 0.9) - 4.432836) < 1e-6);
  const [alpha, beta, degrees] = [0.15, 0.6, 30];
  const world = assumed({ market: garch(alpha, 0, beta, degrees) });
  const sampled = draw(world, { steps: 60, blocks: 98 }, tellShock);
  const { mean: square } = moments(sampled("square"));
  assertMean("variance", sampled("square"), LONG_RUN, 1e-4);
  const fourth = sampled("square").map((x) => (x * x) / square ** 2);
  assertMean("kurtosis", fourth, kurtosisOf(alpha, beta, 3 + 6 / (degrees - 4)), 0.3);
});

test("[PJ32] the variance of k steps on is on its way to the long run's", () => {
  const [alpha, gamma, beta] = [0.05, 0.15, 0.6];
  const persistence = alpha + gamma / 2 + beta;
  // From the second step on the variance differs by path: its mean given the first is the forecast.
  const keep = [1, 2, 4, 8, 16];
  const world = assumed({ market: garch(alpha, gamma, beta, 8) });
  const sampled = draw(world, { steps: 17, blocks: 98, keep }, tellShock);
  const first = sampled("variance", 1);
  for (const step of keep) {
    const k = step - 1;
    const missed = sampled("variance", step).map(
      (variance, path) => variance - (LONG_RUN + persistence ** k * (first[path]! - LONG_RUN)),
    );
    assertMean(`${k} steps on`, missed, 0, 2e-4);
    assertMean(`long run ${k}`, sampled("variance", step), LONG_RUN, 2e-4);
  }
  // And not only on average: of the paths whose variance was high, too.
  const high = first.map((variance) => (variance > 1.5 * LONG_RUN ? 1 : 0));
  const missed = sampled("variance", 4).map(
    (variance, path) =>
      high[path]! * (variance - (LONG_RUN + persistence ** 3 * (first[path]! - LONG_RUN))),
  );
  assertMean("where it was high", missed, 0, 2e-4);
});

test("[PJ32] a fall raises the variance by alpha and gamma, a rise by alpha alone", () => {
  const [alpha, gamma, beta] = [0.05, 0.15, 0.6];
  const world = assumed({ market: garch(alpha, gamma, beta, 8) });
  const sampled = draw(world, { steps: 2, blocks: 4, keep: [0, 1] }, tellShock);
  const omega = LONG_RUN * (1 - alpha - gamma / 2 - beta);
  for (const [path, shock] of sampled("shock", 0).entries()) {
    const weight = shock < 0 ? alpha + gamma : alpha;
    const expected = omega + weight * shock * shock + beta * LONG_RUN;
    assert.ok(Math.abs(sampled("variance", 1)[path]! - expected) < 1e-14);
  }
});
