import assert from "node:assert/strict";
import { test } from "node:test";
import { assumed, draw, lognormal } from "../drawn-world.ts";
import { assertMean } from "../statistics.ts";

/** log of the gamma function, for arguments above 0 (Stirling, after moving up). */
function logGamma(x: number): number {
  let [at, shift] = [x, 0];
  for (; at < 20; at++) shift += Math.log(at);
  const square = at * at;
  const series = 1 / (12 * at) - 1 / (360 * at * square) + 1 / (1260 * at * square * square);
  return (at - 0.5) * Math.log(at) - at + Math.log(2 * Math.PI) / 2 + series - shift;
}

/** The gamma distribution function of this shape and scale 1, by its series. */
function gammaCdf(x: number, shape: number): number {
  let [term, sum] = [1 / shape, 1 / shape];
  for (let n = 1; term > 1e-17 * sum; n++) {
    term *= x / (shape + n);
    sum += term;
  }
  return sum * Math.exp(-x + shape * Math.log(x) - logGamma(shape));
}

/**
 * The chance that a fund which spends a fixed amount for ever, so much of its opening value a year,
 * comes to nothing: what it spends is worth, path by path, the inverse of a gamma variable
 * (Dufresne 1990; Milevsky and Robinson 2005, equation 8). `mortality` ends the spending at a
 * random time, where the formula is theirs, and an approximation.
 */
function chanceOfRuin(
  spent: number,
  { drift, volatility, mortality = 0 }: { drift: number; volatility: number; mortality?: number },
): number {
  const variance = volatility ** 2;
  const shape = (2 * drift + 4 * mortality) / (variance + mortality) - 1;
  const scale = (variance + mortality) / 2;
  return gammaCdf(spent / scale, shape);
}

test("the formula gives what Milevsky and Robinson print: 26.8% at one in 20", () => {
  const published = { drift: 0.07, volatility: 0.2, mortality: Math.log(2) / 28.1 };
  assert.ok(Math.abs(chanceOfRuin(1 / 20, published) - 0.268) < 5e-4);
});

for (const [spent, drift, volatility] of [
  [0.04, 0.07, 0.2],
  [0.05, 0.05, 0.15],
  [0.03, 0.05, 0.115],
] as const) {
  test(`[PJ30] spending ${spent} for ever ruins at ${drift} and ${volatility}`, () => {
    const [years, parts] = [150, 12];
    const world = assumed({ market: lognormal(drift, volatility), stepMonths: 1 });
    const openings = { fund: 1 };
    const sampled = draw(
      world,
      { steps: parts * years, blocks: 12, openings },
      ({ b, factors }) => {
        // Half of a month's spending leaves before the market moves and half after: the error of
        // spending by the month, instead of all the time, is then of the second order.
        const half = b.constant(spent / parts / 2);
        const zero = b.constant(0);
        const fund = b.state("fund");
        const invested = b.maximum(zero, b.subtract(fund, half));
        const grown = b.multiply(invested, b.exponential(factors.market));
        const next = b.maximum(zero, b.subtract(grown, half));
        b.setNext("fund", b.choose(b.less(zero, fund), next, zero));
        b.output("ruined", b.indicator(b.equal(next, zero)));
      },
    );
    const chance = chanceOfRuin(spent, { drift, volatility });
    assertMean("ruined", sampled("ruined"), chance, 0.02);
  });
}
