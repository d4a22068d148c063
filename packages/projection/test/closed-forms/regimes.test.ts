import assert from "node:assert/strict";
import { test } from "node:test";
import type { Assumptions } from "../../src/assumptions/assumptions.ts";
import { withModel } from "../../src/assumptions/market-models.ts";
import { assumed, draw } from "../drawn-world.ts";
import { accumulate } from "../small-programs.ts";
import { assertMean, moments } from "../statistics.ts";

type Terms = { readonly mean: number; readonly deviation: number; readonly leave: number };
type Regimes = { readonly calm: Terms; readonly turbulent: Terms };

const market = (
  { calm, turbulent }: Regimes,
  recentred = false,
  opensIn?: "calm" | "turbulent",
): Assumptions["market"] => {
  const asText = ({ mean, deviation, leave }: Terms) => ({
    ...{ mean: `${mean}`, deviation: `${deviation}`, leave: `${leave}` },
  });
  const model = {
    ...({ kind: "regimeSwitching", recentred } as const),
    ...{ calm: asText(calm), turbulent: asText(turbulent) },
    ...(opensIn === undefined ? {} : { opensIn }),
  };
  return { expectedReturn: "8%", model };
};

/** Hardy 2001, tables of maximum likelihood: S&P 500 and TSE 300; Hardy 2003, S&P 500. */
const SP_2001: Regimes = {
  calm: { mean: 0.0126, deviation: 0.035, leave: 0.0398 },
  turbulent: { mean: -0.0185, deviation: 0.0748, leave: 0.3798 },
};
const SP_2003: Regimes = {
  calm: { mean: 0.0127, deviation: 0.0351, leave: 0.0468 },
  turbulent: { mean: -0.0162, deviation: 0.0748, leave: 0.3232 },
};
const TSE: Regimes = {
  calm: { mean: 0.0123, deviation: 0.0347, leave: 0.0371 },
  turbulent: { mean: -0.0157, deviation: 0.0778, leave: 0.2101 },
};

/**
 * E[S^k] after so many months: the chances of the regimes times the months' matrices (Hardy 2001).
 */
function momentOf(k: number, months: number, { calm, turbulent }: Regimes): number {
  const pi = turbulent.leave / (calm.leave + turbulent.leave);
  const growth = ({ mean, deviation }: Terms): number =>
    Math.exp(k * mean + (k * k * deviation * deviation) / 2);
  let [a, b] = [pi, 1 - pi];
  for (let month = 0; month < months; month++) {
    [a, b] = [a * growth(calm), b * growth(turbulent)];
    [a, b] = [
      a * (1 - calm.leave) + b * turbulent.leave,
      a * calm.leave + b * (1 - turbulent.leave),
    ];
  }
  return a + b;
}

const CASES: readonly (readonly [
  string,
  Regimes,
  number,
  readonly (readonly [number, number, number])[],
])[] = [
  [
    "S&P 500, 2001",
    SP_2001,
    0.9051478,
    [
      [12, 1.1353901, 0.167146],
      [120, 3.5669577, 1.7546548],
    ],
  ],
  ["S&P 500, 2003", SP_2003, 0.8735135, [[12, 1.1285164, 0.1741719]]],
  ["TSE 300, 2001", TSE, 0.8499191, []],
];

for (const [name, regimes, calm, published] of CASES) {
  for (const stepMonths of [1, 3] as const) {
    test(`[PJ31] ${name} by steps of ${stepMonths} months has the moments of its regimes`, () => {
      const { leave } = regimes.turbulent;
      assert.ok(Math.abs(leave / (leave + regimes.calm.leave) - calm) < 1e-7);
      const world = assumed({ market: market(regimes), stepMonths });
      const months = [12, 120];
      const keep = months.map((each) => each / stepMonths - 1);
      const steps = 120 / stepMonths;
      const sampled = draw(world, { steps, blocks: 32, keep, openings: { log: 0 } }, (at) => {
        const log = accumulate(at, "log", at.factors.market);
        at.b.output("value", at.b.exponential(log));
      });
      for (const [index, each] of months.entries()) {
        const mean = momentOf(1, each, regimes);
        const deviation = Math.sqrt(momentOf(2, each, regimes) - mean * mean);
        const values = sampled("value", keep[index]);
        assertMean(`mean of ${each} months`, values, mean, 0.05);
        const squares = values.map((value) => value * value);
        assertMean(`square of ${each} months`, squares, momentOf(2, each, regimes), 1);
        const stated = published.find(([month]) => month === each);
        if (stated === undefined) continue;
        assert.ok(Math.abs(mean - stated[1]) < 1e-7);
        assert.ok(Math.abs(deviation - stated[2]) < 1e-7);
      }
    });
  }
}

test("[PJ31] the variance as a step begins is that of its returns, from either regime", () => {
  for (const opensIn of ["calm", "turbulent"] as const) {
    const world = assumed({ market: market(SP_2001, false, opensIn) });
    const sampled = draw(world, { steps: 1 }, ({ b, factors }) => {
      b.output("return", factors.market);
      b.output("variance", factors.marketVariance);
    });
    const { variance } = moments(sampled("return"));
    const stated = sampled("variance")[0]!;
    assert.ok(sampled("variance").every((each) => each === stated));
    assert.ok(Math.abs(variance / stated - 1) < 0.05, `${opensIn}: ${variance} for ${stated}`);
  }
});

test("[PJ31] recentred regimes grow in the long run by the expected return", () => {
  const world = assumed({ market: market(SP_2001, true) });
  const keep = [79, 119];
  const sampled = draw(world, { steps: 120, blocks: 98, keep, openings: { log: 0 } }, (at) => {
    const log = accumulate(at, "log", at.factors.market);
    at.b.output("value", at.b.exponential(log));
  });
  // Ten years of the long run, since the chances of the opening have been forgotten.
  const [before, after] = keep.map((step) => moments(sampled("value", step)));
  const growth = (after!.mean / before!.mean) ** (1 / 10);
  assert.ok(Math.abs(growth - 1.08) < 0.004, `${growth}`);
});

test("[PJ23] the usual regimes have the stated volatility", () => {
  const base = assumed({
    market: { expectedReturn: "8%", model: { kind: "lognormal", volatility: "20%" } },
  });
  const world = withModel(base, "regimeSwitching");
  const sampled = draw({ ...world, stepMonths: 1 }, { steps: 24 }, ({ b, factors }) => {
    b.output("return", factors.market);
  });
  const yearly = Math.sqrt(moments(sampled("return")).variance * 12);
  assert.ok(Math.abs(yearly - 0.2) < 0.004, `${yearly}`);
});
