import assert from "node:assert/strict";
import { test } from "node:test";
import type { Num } from "../../src/kernel/program.ts";
import { assumed, draw, lognormal, type World } from "../drawn-world.ts";
import { accumulate, surviveAbove } from "../small-programs.ts";
import { assertMean } from "../statistics.ts";
import { firstPassage } from "./barriers.ts";

const MARKET = lognormal(0.07, 0.15);
const DIFFUSION = { drift: 0.07, volatility: 0.15 };

/** 1 once a logarithm was below a level as a step ended: a covenant that is tested at its dates. */
function broken({ b }: World, state: string, log: Num, level: Num): Num {
  const now = b.indicator(b.less(log, level));
  const next = b.maximum(b.state(state), now);
  b.setNext(state, next);
  return next;
}

/** Three times levered, assets of 1.25 of a constant debt: assets may fall to 5/6. */
const LEVEL = 1.25 * (1 - 1 / 3);

// By numerical convolution, exact to 2e-5 (reference).
for (const [stepMonths, chance] of [
  [3, 0.28221],
  [1, 0.31368],
] as const) {
  test(`[PJ30] a covenant tested every ${stepMonths} months breaks by ${chance}`, () => {
    const world = assumed({ market: MARKET, stepMonths });
    const steps = 120 / stepMonths;
    const sampled = draw(world, { steps, openings: { log: 0, broken: 0 } }, (at) => {
      const log = accumulate(at, "log", at.factors.market);
      at.b.output("broken", broken(at, "broken", log, at.b.constant(Math.log(LEVEL))));
    });
    assertMean("broken", sampled("broken"), chance, 0.0075);
    // A test at dates must not be mistaken for one that never rests.
    assert.ok(firstPassage(LEVEL, 10, DIFFUSION) - chance > 0.04);
  });
}

/** Chance of a breach by 1, 5 and 10 years: leverage, covenant, chances (Black and Cox). */
const TABLE: readonly (readonly [number, number, ...(readonly number[])])[] = [
  [1.5, 1.25, 0, 0.000674, 0.003831],
  [2, 1, 0.000001, 0.004759, 0.014502],
  [2, 1.25, 0.000474, 0.037131, 0.064251],
  [3, 1, 0.002237, 0.063021, 0.096311],
  [3, 1.25, 0.133134, 0.321078, 0.36239],
  [4, 1, 0.024587, 0.154415, 0.196429],
  [4, 1.25, 0.551515, 0.680136, 0.702048],
];
const AT = [1, 5, 10];
const KEEP = AT.map((years) => 4 * years - 1);

test("[PJ30] a covenant that is watched all the time breaks as Black and Cox have it", () => {
  const names = TABLE.map((_, index) => `above ${index}`);
  const openings = { log: 0, ...Object.fromEntries(names.map((name) => [name, 1])) };
  const world = assumed({ market: MARKET });
  const sampled = draw(world, { steps: 40, keep: KEEP, openings }, (at) => {
    const { b, factors } = at;
    const from = b.state("log");
    const to = accumulate(at, "log", factors.market);
    for (const [index, [leverage, covenant]] of TABLE.entries()) {
      const level = b.constant(Math.log(covenant * (1 - 1 / leverage)));
      const bridge = { from, to, variance: factors.marketVariance, level };
      b.output(names[index]!, surviveAbove(at, names[index]!, bridge));
    }
  });
  for (const [index, [leverage, covenant, ...chances]] of TABLE.entries()) {
    for (const [place, chance] of chances.entries()) {
      const years = AT[place]!;
      const level = covenant * (1 - 1 / leverage);
      assert.ok(Math.abs(firstPassage(level, years, DIFFUSION) - chance) < 6e-7);
      const fell = sampled(names[index]!, KEEP[place]).map((above) => 1 - above);
      // Of what comes once in a million paths so few paths tell only that it is rare.
      if (chance < 1e-5) assert.ok(fell.every((each) => each < 0.05));
      else assertMean(`${leverage} times, ${covenant}, ${years} years`, fell, chance, 0.006);
    }
  }
});

test("[PJ30] against a debt that accrues 5% a year the chances are those of the reference", () => {
  const world = assumed({ market: MARKET });
  const openings = { log: 0, above: 1 };
  const sampled = draw(world, { steps: 40, keep: KEEP, openings }, (at) => {
    const { b, factors } = at;
    const from = b.state("log");
    const accrued = b.multiply(b.constant(0.05), factors.years);
    const to = accumulate(at, "log", b.subtract(factors.market, accrued));
    const level = b.constant(Math.log(LEVEL));
    b.output(
      "above",
      surviveAbove(at, "above", { from, to, variance: factors.marketVariance, level }),
    );
  });
  for (const [place, chance] of [0.20863, 0.544984, 0.649882].entries()) {
    const fell = sampled("above", KEEP[place]).map((above) => 1 - above);
    assertMean(`${AT[place]} years`, fell, chance, 0.007);
  }
  assert.ok(Math.abs(firstPassage(LEVEL, 1e6, { drift: 0.02, volatility: 0.15 }) - 0.86779) < 1e-6);
});
