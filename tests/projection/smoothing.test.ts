import assert from "node:assert/strict";
import { test } from "node:test";
import type { Assumptions } from "@jointfund/projection/assumptions/assumptions.ts";
import { compileFund } from "@jointfund/projection/charter/compile-fund.ts";
import { compileModule } from "@jointfund/projection/kernel/compile-module.ts";
import { compiledKernel } from "@jointfund/projection/kernel/compiled-kernel.ts";
import { BLOCK_PATHS } from "@jointfund/projection/kernel/program.ts";
import { fourProjects, usJapan } from "./replayed-cases.ts";

const STEPS = 24;
const BLOCKS = 24;

const base = fourProjects({
  target: "0%",
  distributions: { everyMonths: 3, first: 3 },
  events: [],
  income: "0%",
});

/** One project that is paid at once and moves by itself alone, a little. */
const smoothed = (smoothing: string): Assumptions => ({
  ...base,
  shortRate: { ...base.shortRate, opening: "0%", mean: "0%", volatility: "0%" },
  projects: base.projects.slice(0, 1).map((project) => ({
    ...{ ...project, smoothing, beta: "0", excessReturn: "0%", ownVolatility: "2%" },
    drawn: { kind: "milestones", parts: [{ after: 0, share: "1" }] },
  })),
});

/** Variance of what a value changes by in the last step, over all paths. */
function variances(assumptions: Assumptions): readonly [reported: number, actual: number] {
  const options = { steps: STEPS, key: [5, 6], stresses: [], tellsAll: true } as const;
  const model = compileFund(usJapan, assumptions, options);
  assert.ok(model.ok);
  const { program, inputs } = model.value;
  const kernel = compiledKernel(program, new WebAssembly.Module(compileModule(program)));
  const places = ["reported", "actual"].map((name) =>
    program.outputs.findIndex((output) => output.name === `${name}:michigan-site`),
  );
  const changes = places.map((): number[] => []);
  for (let block = 0; block < BLOCKS; block++) {
    let before: readonly Float64Array[] = [];
    kernel.run(inputs, block, (step, outputs) => {
      const now = places.map((place) =>
        Float64Array.from(
          { length: BLOCK_PATHS },
          (_, lane) => outputs[place * BLOCK_PATHS + lane]!,
        ),
      );
      if (step === STEPS - 1) {
        for (const [place, values] of now.entries()) {
          for (const [lane, value] of values.entries()) {
            changes[place]!.push(value / before[place]![lane]! - 1);
          }
        }
      }
      before = now;
    });
  }
  const [reported, actual] = changes.map((of) => {
    const mean = of.reduce((sum, each) => sum + each, 0) / of.length;
    return of.reduce((sum, each) => sum + (each - mean) ** 2, 0) / of.length;
  });
  return [reported!, actual!];
}

for (const smoothing of [0.3, 0.6]) {
  test(`[PJ83] smoothed by ${smoothing}, variance is (1 - φ) / (1 + φ) of the true one`, () => {
    const [reported, actual] = variances(smoothed(`${smoothing}`));
    const expected = (1 - smoothing) / (1 + smoothing);
    // Four standard errors of a ratio of two variances that hang together little.
    const within = 4 * Math.sqrt(4 / (BLOCKS * BLOCK_PATHS)) * expected;
    assert.ok(Math.abs(reported / actual - expected) < within, `${reported / actual} ${expected}`);
    // A quarter of a year's 2%.
    assert.ok(Math.abs(actual / (0.02 ** 2 / 4) - 1) < 0.05);
  });
}
