import assert from "node:assert/strict";
import { test } from "node:test";
import type { Assumptions } from "../../src/assumptions/assumptions.ts";
import { assumed, draw } from "../drawn-world.ts";
import { accumulate } from "../small-programs.ts";
import { assertMean, moments } from "../statistics.ts";

const ROWS = 40;
const MEAN_BLOCK = 5;

/** Rows that remember: each keeps most of the one before. */
function rows(seed: number): readonly string[] {
  let state = seed;
  let last = 0;
  return Array.from({ length: ROWS }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    last = 0.8 * last + (state / 2_147_483_648 - 0.5) / 5;
    return last.toFixed(6);
  });
}

const MARKET = rows(7);
const YEN = rows(11);

const bootstrap = (
  recentred: boolean,
  exchange?: { readonly [currency: string]: readonly string[] },
): Assumptions["market"] => ({
  expectedReturn: "8%",
  model: {
    ...({ kind: "bootstrap", meanBlock: MEAN_BLOCK, recentred, returns: MARKET } as const),
    ...(exchange === undefined ? {} : { exchange }),
  },
});

const numbers = MARKET.map(Number);
const mean = numbers.reduce((a, b) => a + b) / ROWS;

/** The sample's autocovariance, not circular. */
const autocovariance = (lag: number): number =>
  numbers.slice(lag).reduce((sum, x, at) => sum + (x - mean) * (numbers[at]! - mean), 0) / ROWS;

/**
 * Politis and Romano 1994, lemma 1: the variance of the square root of n times a resample's mean.
 */
function resampledVariance(): number {
  const goesOn = 1 - 1 / MEAN_BLOCK;
  let variance = autocovariance(0);
  for (let lag = 1; lag < ROWS; lag++) {
    const weight = (1 - lag / ROWS) * goesOn ** lag + (lag / ROWS) * goesOn ** (ROWS - lag);
    variance += 2 * weight * autocovariance(lag);
  }
  return variance;
}

test("[PJ33] a resample's mean has the sample's, and the variance of Politis and Romano", () => {
  const world = assumed({ market: bootstrap(false) });
  const sampled = draw(world, { steps: ROWS, blocks: 98, openings: { sum: 0 } }, (at) => {
    const sum = accumulate(at, "sum", at.factors.market);
    at.b.output("mean", at.b.divide(sum, at.b.constant(ROWS)));
  });
  const means = sampled("mean");
  assertMean("mean", means, mean, 0.002);
  const squares = means.map((each) => ROWS * (each - mean) ** 2);
  assertMean("variance", squares, resampledVariance(), 0.05 * resampledVariance());
  // Independent rows would have another variance: the blocks count.
  assert.ok(resampledVariance() > 1.3 * autocovariance(0));
});

test("[PJ33] every row comes alike, each is followed by the next, the last by the first", () => {
  const world = assumed({ market: bootstrap(false) });
  const keep = [5, 6];
  const sampled = draw(world, { steps: 7, keep }, ({ b, factors }) => {
    b.output("return", factors.market);
  });
  const place = (value: number): number => numbers.indexOf(value);
  const [before, after] = keep.map((step) => sampled("return", step).map(place));
  let followed = 0;
  for (let row = 0; row < ROWS; row++) {
    const of = before!.map((each) => (each === row ? 1 : 0));
    assertMean(`row ${row}`, of, 1 / ROWS, 0.005);
  }
  for (const [path, row] of before!.entries()) {
    if (after![path] === (row + 1) % ROWS) followed++;
  }
  const chance = 1 - 1 / MEAN_BLOCK + 1 / MEAN_BLOCK / ROWS;
  const error = Math.sqrt((chance * (1 - chance)) / before!.length);
  assert.ok(Math.abs(followed / before!.length - chance) < 4 * error);
});

test("[PJ33] columns keep their rows together, and what has none moves with the market", () => {
  const { exchange } = assumed({});
  const correlated = { JPY: { ...exchange["JPY"]!, correlation: "0.6", drift: "0%" } };
  const apart = assumed({ market: bootstrap(false), exchange: correlated });
  const together = assumed({ market: bootstrap(false, { JPY: YEN }), exchange: correlated });
  const tell = (world: Assumptions) =>
    draw(world, { steps: 1 }, ({ b, factors }) => {
      b.output("return", factors.market);
      b.output("yen", b.logarithm(factors.exchange.get("JPY")!));
    });
  const opening = Math.log(Number(exchange["JPY"]!.rate));
  const joint = tell(together);
  for (const [path, change] of joint("return").entries()) {
    const row = numbers.indexOf(change);
    assert.ok(Math.abs(joint("yen")[path]! - opening - Number(YEN[row])) < 1e-13);
  }
  const drawn = tell(apart);
  const [a, b] = [moments(drawn("return")), moments(drawn("yen"))];
  const product = drawn("return").map(
    (x, path) =>
      ((x - a.mean) * (drawn("yen")[path]! - b.mean)) / Math.sqrt(a.variance * b.variance),
  );
  assertMean("correlation", product, 0.6, 0.02);
});

test("[PJ33] recentred rows grow by the expected return, and the quote by its drift", () => {
  const { exchange } = assumed({});
  const world = assumed({
    market: bootstrap(true, { JPY: YEN }),
    exchange: { JPY: { ...exchange["JPY"]!, drift: "-3%" } },
  });
  const sampled = draw(world, { steps: 1, blocks: 98 }, ({ b, factors }) => {
    b.output("growth", b.exponential(factors.market));
    b.output("yen", factors.exchange.get("JPY")!);
  });
  assertMean("growth", sampled("growth"), 1.08 ** 0.25, 0.003);
  assertMean("yen", sampled("yen"), Number(exchange["JPY"]!.rate) * 0.97 ** 0.25, 0.5);
});
