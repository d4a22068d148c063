import assert from "node:assert/strict";
import { test } from "node:test";
import type { Num } from "../../src/kernel/program.ts";
import { assumed, draw, lognormal, type World } from "../drawn-world.ts";
import { accumulate, surviveAbove } from "../small-programs.ts";
import { assertMean, assertQuantile, indicators, median } from "../statistics.ts";
import { firstPassage } from "./barriers.ts";
import { normalCdf } from "./normal.ts";

const DRIFT = 0.07;
const RATE = 0.04;
const VOLATILITY = 0.15;
const YEARS = 10;

/**
 * Log equity at a leverage that is kept all the time, from the market's return and its variance:
 * (1 - L) r t + L log A + (L - L²) variance / 2.
 */
function leveredLog({ b, factors }: World, leverage: number, rate = RATE): Num {
  return b.sum([
    b.multiply(b.constant((1 - leverage) * rate), factors.years),
    b.multiply(b.constant(leverage), factors.market),
    b.multiply(b.constant((leverage - leverage * leverage) / 2), factors.marketVariance),
  ]);
}

/**
 * Leverage at 7% expected return, 4% cost and 15% volatility over 10 years: mean, median, chance of
 * a loss, 5% and 95% quantiles, chance of ever having lost half (reference table, calculated from
 * the closed forms there; they are calculated again below).
 */
const TABLE: readonly (readonly number[])[] = [
  [1, 2.013753, 1.799484, 0.107754, 0.824711, 3.926398, 0.014502],
  [4 / 3, 2.225541, 1.822119, 0.171391, 0.643845, 5.156698, 0.075627],
  [2, 2.718282, 1.733253, 0.281041, 0.364057, 8.251914, 0.283639],
  [3, 3.669297, 1.333091, 0.419945, 0.128328, 13.848373, 0.563886],
  [4, 4.953032, 0.818731, 0.541974, 0.036121, 18.557803, 0.741915],
];

for (const [leverage = 0, mean = 0, middle = 0, loss = 0, low = 0, high = 0, halved = 0] of TABLE) {
  test(`[PJ30] constant leverage ${leverage.toFixed(2)} has its mean, median and quantiles`, () => {
    const growth = RATE + leverage * (DRIFT - RATE);
    const volatility = leverage * VOLATILITY;
    const logMean = (growth - volatility ** 2 / 2) * YEARS;
    assert.ok(Math.abs(Math.exp(growth * YEARS) / mean - 1) < 1e-6);
    assert.ok(Math.abs(Math.exp(logMean) / middle - 1) < 1e-6);
    assert.ok(Math.abs(normalCdf(-logMean / volatility / Math.sqrt(YEARS)) - loss) < 1e-6);
    const diffusion = { drift: growth, volatility };
    assert.ok(Math.abs(firstPassage(0.5, YEARS, diffusion) - halved) < 1e-6);

    const world = assumed({ market: lognormal(DRIFT, VOLATILITY) });
    const openings = { log: 0, survival: 1 };
    const sampled = draw(world, { steps: 4 * YEARS, openings }, (at) => {
      const { b, factors } = at;
      const from = b.state("log");
      const to = accumulate(at, "log", leveredLog(at, leverage));
      const variance = b.multiply(b.constant(leverage * leverage), factors.marketVariance);
      const level = b.constant(Math.log(0.5));
      b.output("equity", b.exponential(to));
      b.output("survival", surviveAbove(at, "survival", { from, to, variance, level }));
    });
    const equity = sampled("equity");
    assertMean("mean", equity, mean, 0.05 * mean * leverage);
    assertMean(
      "loss",
      indicators(equity, (value) => value < 1),
      loss,
      0.008,
    );
    for (const [part, value] of [
      [0.05, low],
      [0.5, middle],
      [0.95, high],
    ] as const) {
      assertQuantile(`${part} quantile`, equity, part, value);
    }
    assertMean(
      "halved",
      sampled("survival").map((value) => 1 - value),
      halved,
      0.008,
    );
  });
}

test("[PJ30] the median is greatest near the leverage of Kelly, 4/3", () => {
  const grid = [0.5, 1, 1.2, 4 / 3, 1.5, 1.75, 2, 3];
  const openings = Object.fromEntries(grid.map((leverage) => [`log ${leverage}`, 0]));
  const world = assumed({ market: lognormal(DRIFT, VOLATILITY) });
  const sampled = draw(world, { steps: 40, openings }, (at) => {
    for (const leverage of grid) {
      const log = accumulate(at, `log ${leverage}`, leveredLog(at, leverage));
      at.b.output(`${leverage}`, log);
    }
  });
  const medians = grid.map((leverage) => median(sampled(`${leverage}`)));
  const best = grid[medians.indexOf(Math.max(...medians))]!;
  assert.ok(best >= 1.2 && best <= 1.5, `${best}`);
  // g(L) T itself, not only where it is greatest; the error of a median is 1.25 of the mean's.
  for (const [index, leverage] of grid.entries()) {
    const volatility = leverage * VOLATILITY;
    const expected = (RATE + leverage * (DRIFT - RATE) - volatility ** 2 / 2) * YEARS;
    const error = (1.2533 * volatility * Math.sqrt(YEARS)) / Math.sqrt(32_768);
    assert.ok(Math.abs(medians[index]! - expected) < 4 * error, `${leverage}`);
  }
});

for (const [part, power] of [
  [1, 1],
  [0.5, 3],
] as const) {
  test(`[PJ30] at no interest, ${part} of Kelly ever falls to b with the chance b^${power}`, () => {
    // A volatility at which nearly all of "ever" is within 100 years.
    const [drift, volatility, years] = [0.16, 0.4, 100];
    const leverage = (part * drift) / volatility ** 2;
    const levels = [0.25, 0.5, 0.75];
    const openings = {
      log: 0,
      ...Object.fromEntries(levels.map((level) => [`above ${level}`, 1])),
    };
    const world = assumed({ market: lognormal(drift, volatility) });
    const sampled = draw(world, { steps: 4 * years, blocks: 16, openings }, (at) => {
      const { b, factors } = at;
      const from = b.state("log");
      const to = accumulate(at, "log", leveredLog(at, leverage, 0));
      const variance = b.multiply(b.constant(leverage * leverage), factors.marketVariance);
      for (const each of levels) {
        const level = b.constant(Math.log(each));
        b.output(`${each}`, surviveAbove(at, `above ${each}`, { from, to, variance, level }));
      }
    });
    for (const level of levels) {
      const fell = sampled(`${level}`).map((value) => 1 - value);
      assertMean(`ever ${level}`, fell, level ** power, 0.015);
    }
  });
}

test("[PJ30] spending the expected return keeps the mean and wears the median down", () => {
  // The volatility of 70% shares at 16% and 30% bonds at 6%, correlation 0.1 (Norway's fund).
  const volatility = Math.sqrt(
    (0.7 * 0.16) ** 2 + (0.3 * 0.06) ** 2 + 2 * 0.1 * 0.7 * 0.3 * 0.16 * 0.06,
  );
  assert.ok(Math.abs(volatility - 0.115201) < 1e-6);
  const world = assumed({ market: lognormal(0.03, 0.115) });
  const at = [10, 30, 50, 100];
  const keep = at.map((years) => 4 * years - 1);
  const sampled = draw(world, { steps: 400, blocks: 32, keep, openings: { log: 0 } }, (all) => {
    const { b, factors } = all;
    const spent = b.multiply(b.constant(-0.03), factors.years);
    const log = accumulate(all, "log", b.add(factors.market, spent));
    b.output("fund", b.exponential(log));
  });
  const published = [
    [0.936014, 0.042337],
    [0.820062, 0.21608],
    [0.718475, 0.327867],
    [0.516206, 0.488936],
  ];
  for (const [index, [middle = 0, halved = 0]] of published.entries()) {
    const fund = sampled("fund", keep[index]);
    assertMean(`mean after ${at[index]}`, fund, 1, 0.05);
    assertQuantile(`median after ${at[index]}`, fund, 0.5, middle);
    assertMean(
      `halved after ${at[index]}`,
      indicators(fund, (x) => x < 0.5),
      halved,
      0.01,
    );
  }
});
