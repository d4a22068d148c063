import assert from "node:assert/strict";
import { test } from "node:test";
import type { Assumptions, Stress } from "../src/assumptions/assumptions.ts";
import { factorInputs } from "../src/factors/factor-inputs.ts";
import { writeFactors } from "../src/factors/write-factors.ts";
import { ProgramBuilder } from "../src/kernel/program-builder.ts";
import { assumed, draw, lognormal, type World } from "./drawn-world.ts";

const NAME = { en: "x", ja: "x" };
const STRESSES: readonly Stress[] = [
  { id: "fall", name: NAME, events: [{ kind: "market", step: 2, change: "-50%" }] },
  {
    id: "more",
    name: NAME,
    events: [
      { kind: "market", step: 2, change: "-20%" },
      { kind: "sector", step: 3, sector: "power", change: "-60%" },
    ],
  },
  {
    id: "rates",
    name: NAME,
    events: [
      { kind: "rates", step: 1, until: 3, change: "3%" },
      { kind: "income", step: 2, until: 3, change: "-25%" },
    ],
  },
  {
    id: "yen",
    name: NAME,
    events: [{ kind: "exchange", step: 2, currency: "JPY", rate: "110" }],
  },
  { id: "halt", name: NAME, events: [{ kind: "stops", step: 3, party: "JP" }] },
];

const WORLD: Assumptions = assumed({ market: lognormal(0.07, 0.15), stresses: STRESSES });
const STEPS = [0, 1, 2, 3, 4];

const tell = ({ b, factors }: World): void => {
  b.output("market", factors.market);
  b.output("rate", factors.shortRate);
  b.output("nextRate", factors.nextShortRate);
  b.output("yen", factors.exchange.get("JPY")!);
  b.output("power", factors.sectorShock("power"));
  b.output("transport", factors.sectorShock("transport"));
  b.output("income", factors.incomeFactor);
  b.output("US", factors.pays("US"));
  b.output("JP", factors.pays("JP"));
};

const run = (stresses: readonly string[]) =>
  draw(WORLD, { steps: STEPS.length, blocks: 1, keep: STEPS, stresses }, tell);

const calm = run([]);

/** What a stress adds to an output at each step, the same on every path. */
function added(stresses: readonly string[], output: string): readonly number[] {
  const stressed = run(stresses);
  return STEPS.map((step) => {
    const differences = stressed(output, step).map(
      (value, path) => value - calm(output, step)[path]!,
    );
    const [first = 0] = differences;
    assert.ok(differences.every((each) => Math.abs(each - first) < 1e-12));
    return first;
  });
}

function assertNear(actual: readonly number[], expected: readonly number[]): void {
  for (const [index, value] of expected.entries()) {
    assert.ok(Math.abs(actual[index]! - value) < 1e-12, `${index}: ${actual[index]} for ${value}`);
  }
}

test("[PJ29] the market is moved by log(1 + change) at the step, and stresses add up", () => {
  assertNear(added(["fall"], "market"), [0, 0, Math.log(0.5), 0, 0]);
  assertNear(added(["fall", "more"], "market"), [0, 0, Math.log(0.5 * 0.8), 0, 0]);
  assertNear(added(["more"], "power"), [0, 0, 0, Math.log(0.4), 0]);
  assertNear(added(["more"], "transport"), [0, 0, 0, 0, 0]);
});

test("[PJ29] rates and income are others from one step to another, both included", () => {
  assertNear(added(["rates"], "rate"), [0, 0.03, 0.03, 0.03, 0]);
  // As a step ends, what the next one begins with.
  assertNear(added(["rates"], "nextRate"), [0.03, 0.03, 0.03, 0, 0]);
  assertNear(added(["rates"], "income"), [0, 0, -0.25, -0.25, 0]);
});

test("[PJ29] who stops pays nothing from then on", () => {
  assertNear(added(["halt"], "JP"), [0, 0, 0, -1, -1]);
  assertNear(added(["halt"], "US"), [0, 0, 0, 0, 0]);
});

test("[PJ27] a stressed quote is at its rate, and moves on from there", () => {
  const stressed = run(["yen"]);
  assert.ok(stressed("yen", 2).every((quote) => Math.abs(quote - 110) < 1e-10));
  for (const step of [3, 4]) {
    for (const [path, quote] of stressed("yen", step).entries()) {
      const change = quote / stressed("yen", step - 1)[path]!;
      const unstressed = calm("yen", step)[path]! / calm("yen", step - 1)[path]!;
      assert.ok(Math.abs(change / unstressed - 1) < 1e-12);
    }
  }
});

test("[PJ25] one program does for other figures and any stress", () => {
  const programOf = (assumptions: Assumptions) => {
    const b = new ProgramBuilder();
    tell({ b, factors: writeFactors(b, assumptions) });
    return b.build();
  };
  const other = assumed({
    market: { expectedReturn: "3%", model: { kind: "lognormal", volatility: "30%" } },
    shortRate: { ...WORLD.shortRate, mean: "6%", volatility: "2%", correlation: "-0.5" },
    stresses: [],
  });
  const program = programOf(WORLD);
  assert.deepEqual(program, programOf(other));
  for (const given of [
    factorInputs(WORLD, { steps: 3, stresses: ["fall", "yen"] }),
    factorInputs(other, { steps: 3, stresses: [] }),
  ]) {
    for (const name of program.parameters) assert.ok(given.parameters.has(name), name);
    for (const name of program.schedules) assert.equal(given.schedules.get(name)?.length, 3, name);
    for (const { name } of program.states) assert.ok(given.openings.has(name), name);
  }
});
