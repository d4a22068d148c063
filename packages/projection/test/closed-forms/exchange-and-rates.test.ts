import assert from "node:assert/strict";
import { test } from "node:test";
import type { Assumptions, Exchange } from "../../src/assumptions/assumptions.ts";
import { assumed, draw, lognormal, text } from "../drawn-world.ts";
import { accumulate } from "../small-programs.ts";
import { assertMean, moments } from "../statistics.ts";

const quoted = (changes: Partial<Exchange>): Exchange => ({
  ...{ rate: "150", drift: "0%", volatility: "10%", reversion: "0%", correlation: "0" },
  ...changes,
});

const CORRELATION = -0.3;

test("[PJ27] a value seen in another currency has the drift and volatility of a product", () => {
  const [drift, volatility, exchangeDrift, exchangeVolatility] = [0.07, 0.15, -0.02, 0.1];
  const world = assumed({
    market: lognormal(drift, volatility),
    exchange: {
      JPY: quoted({
        drift: text(Math.expm1(exchangeDrift)),
        volatility: text(exchangeVolatility),
        correlation: text(CORRELATION),
      }),
    },
  });
  const years = 10;
  const sampled = draw(world, { steps: 4 * years, openings: { log: 0 } }, (at) => {
    const { b, factors } = at;
    const log = accumulate(at, "log", factors.market);
    b.output("yen", b.multiply(b.exponential(log), factors.exchange.get("JPY")!));
  });
  const covariance = CORRELATION * volatility * exchangeVolatility;
  const variance = volatility ** 2 + exchangeVolatility ** 2 + 2 * covariance;
  const growth = drift + exchangeDrift + covariance;
  const inYen = sampled("yen").map((value) => value / 150);
  assertMean("mean", inYen, Math.exp(growth * years), 0.03);
  const logs = inYen.map(Math.log);
  assertMean("log", logs, (growth - variance / 2) * years, 0.01);
  const squares = logs.map((log) => (log - (growth - variance / 2) * years) ** 2);
  assertMean("variance", squares, variance * years, 0.01);
});

test("[PJ27] Siegel: what a quote and its inverse are expected to be is not 1 together", () => {
  const world = assumed({ exchange: { JPY: quoted({}) } });
  const sampled = draw(world, { steps: 40, blocks: 98 }, ({ b, factors }) => {
    b.output("quote", factors.exchange.get("JPY")!);
  });
  const quote = moments(sampled("quote"));
  const inverse = moments(sampled("quote").map((each) => 1 / each));
  const product = quote.mean * inverse.mean;
  // Errors of the two means are all but opposite; their sum bounds that of the product.
  const error = quote.error / quote.mean + inverse.error / inverse.mean;
  assert.ok(Math.abs(product - 1.105171) < 4 * error, `${product}`);
  assert.ok(Math.abs(product - 1.105171) < 0.004, `${product}`);
});

test("[PJ27] a quote that reverts stays near its path, whose mean is the drift's", () => {
  const [reversion, volatility] = [0.5, 0.2];
  const world = assumed({
    exchange: { JPY: quoted({ drift: "-3%", reversion: "0.5", volatility: "20%" }) },
  });
  const keep = [0, 3, 19, 39];
  const sampled = draw(world, { steps: 40, keep }, ({ b, factors }) => {
    b.output("quote", factors.exchange.get("JPY")!);
  });
  for (const step of keep) {
    const years = (step + 1) / 4;
    assertMean(`${years} years`, sampled("quote", step), 150 * 0.97 ** years, 1);
    const logs = sampled("quote", step).map(Math.log);
    const variance = (volatility ** 2 * -Math.expm1(-2 * reversion * years)) / (2 * reversion);
    const { mean } = moments(logs);
    assertMean(
      "variance",
      logs.map((log) => (log - mean) ** 2),
      variance,
      0.002,
    );
  }
});

const VASICEK: Assumptions["shortRate"] = {
  ...{ opening: "5%", mean: "3%", speed: "0.2", volatility: "1%", correlation: "0.4" },
};

test("[PJ28] the short rate has the moments of Vasicek at every step", () => {
  const world = assumed({ shortRate: { ...VASICEK, mean: "30%", opening: "40%" } });
  const keep = [0, 3, 39];
  const sampled = draw(world, { steps: 40, keep }, ({ b, factors }) => {
    b.output("rate", factors.nextShortRate);
  });
  for (const step of keep) {
    const years = (step + 1) / 4;
    const mean = 0.3 + 0.1 * Math.exp(-0.2 * years);
    const variance = (0.01 ** 2 * -Math.expm1(-0.4 * years)) / 0.4;
    assertMean("mean", sampled("rate", step), mean, 0.001);
    assertMean(
      "variance",
      sampled("rate", step).map((each) => (each - mean) ** 2),
      variance,
      1e-5,
    );
  }
});

test("[PJ28] the rate at the end of a step is in force in the next, and never below 0", () => {
  const world = assumed({ shortRate: { ...VASICEK, opening: "0.2%", mean: "0%" } });
  const keep = [0, 1, 2, 3];
  const sampled = draw(world, { steps: 4, blocks: 4, keep }, ({ b, factors }) => {
    b.output("opening", factors.shortRate);
    b.output("closing", factors.nextShortRate);
  });
  for (const step of keep.slice(1)) {
    assert.deepEqual(sampled("opening", step), sampled("closing", step - 1));
  }
  assert.ok(sampled("closing").some((rate) => rate === 0));
  assert.ok(sampled("closing").every((rate) => rate >= 0));
});

test("[PJ26] market, quotes and short rate have the correlations that are assumed", () => {
  const made = assumed({});
  const world: Assumptions = {
    ...made,
    market: lognormal(0.07, 0.15),
    exchange: {
      EUR: quoted({ rate: "0.85", correlation: "-0.2" }),
      JPY: quoted({ correlation: "0.5" }),
    },
    shortRate: { ...VASICEK, mean: "50%", opening: "50%" },
    correlations: [{ between: ["JPY", "EUR"], correlation: "0.7" }],
  };
  const sampled = draw(world, { steps: 1 }, ({ b, factors }) => {
    b.output("market", factors.market);
    b.output("JPY", b.logarithm(factors.exchange.get("JPY")!));
    b.output("EUR", b.logarithm(factors.exchange.get("EUR")!));
    b.output("rate", factors.nextShortRate);
  });
  const expected: readonly (readonly [string, string, number])[] = [
    ["market", "JPY", 0.5],
    ["market", "EUR", -0.2],
    ["market", "rate", 0.4],
    ["JPY", "EUR", 0.7],
    // Nothing is said of these: what they both owe to the market.
    ["JPY", "rate", 0.5 * 0.4],
    ["EUR", "rate", -0.2 * 0.4],
  ];
  for (const [a, b, correlation] of expected) {
    const [of, and] = [sampled(a), sampled(b)];
    const [first, second] = [moments(of), moments(and)];
    const scale = Math.sqrt(first.variance * second.variance);
    const product = of.map(
      (value, path) => ((value - first.mean) * (and[path]! - second.mean)) / scale,
    );
    assertMean(`${a} and ${b}`, product, correlation, 0.02);
  }
});
