import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { defaultAssumptions } from "@jointfund/projection/assumptions/default-assumptions.ts";
import type { Assumptions } from "@jointfund/projection/assumptions/assumptions.ts";
import { changedModel } from "@jointfund/projection/charter/changed-model.ts";
import { compileFund } from "@jointfund/projection/charter/compile-fund.ts";
import type { FundModel } from "@jointfund/projection/charter/fund-model.ts";
import { compileModule } from "@jointfund/projection/kernel/compile-module.ts";
import { compiledKernel } from "@jointfund/projection/kernel/compiled-kernel.ts";
import { BLOCK_PATHS, type Kernel } from "@jointfund/projection/kernel/program.ts";
import { programText } from "@jointfund/projection/kernel/program-text.ts";
import {
  bearableFalls,
  shortened,
  withoutChance,
  type FallEvent,
} from "@jointfund/projection/pricing/bearable.ts";
import { mostTarget } from "@jointfund/projection/pricing/frontier.ts";
import { movedAssumptions, movesOf } from "@jointfund/projection/pricing/moves.ts";
import { readCharterFile } from "@jointfund/server/charter/charter-file.ts";

const file = new URL("../../charters/us-japan.yaml", import.meta.url);
const charter = readCharterFile("us-japan.yaml", readFileSync(file)).charter!;
const made = defaultAssumptions(charter);
assert.ok(made.ok);
const usual = made.value;

/** All is invested at once and reported as it is, so that a balance sheet says all. */
const plain: Assumptions = withoutChance({
  ...usual,
  projects: usual.projects.map((project) => ({
    ...project,
    smoothing: "0%",
    drawn: { kind: "milestones", parts: [{ after: 0, share: "1" }] },
  })),
});

const compiled = (assumptions: Assumptions, tellsAll: boolean): FundModel => {
  const options = { steps: 24, key: [1, 2] as const, stresses: [], tellsAll };
  const model = compileFund(charter, assumptions, options);
  assert.ok(model.ok);
  return model.value;
};

/** Figures of the path at the end of a step. */
function figuresAt({ program, inputs }: FundModel, kernel: Kernel, at: number) {
  const told = new Map<string, number>();
  kernel.run(inputs, 0, (step, outputs) => {
    if (step !== at) return;
    for (const [index, { name }] of program.outputs.entries()) {
      told.set(name, outputs[index * BLOCK_PATHS]!);
    }
  });
  return (name: string): number => told.get(name)!;
}

/** Neither a distribution nor anything else changes what a fall of this step is tested on. */
const STEP = 20;

test("[PJ114] a fall to a covenant's threshold is what its formula says", () => {
  const model = compiled(plain, true);
  const kernel = compiledKernel(
    model.program,
    new WebAssembly.Module(compileModule(model.program)),
  );
  const figure = figuresAt(model, kernel, STEP);
  assert.equal(figure("invested"), 0);
  const [debt, cash, value] = [figure("debt"), figure("cash"), figure("investments")];
  const liabilities = figure("interestPayable") + figure("feesPayable");
  // The fall is of values before the step's income is taken out of them, which is not lost.
  const income = figure("income");
  const fallTo = (left: number): number => 1 - (left + income) / (value + income);
  const byCoverage = (least: number): number => fallTo(least * debt + liabilities - cash);
  const byLoan = (most: number): number => fallTo((debt - cash) / most);
  const falls = bearableFalls(shortened(model, STEP + 1), kernel, STEP);
  const found = (event: FallEvent): number => falls.find((each) => each.event === event)!.fall!;
  const near = (event: FallEvent, expected: number): void => {
    assert.ok(Math.abs(found(event) - expected) < 1e-5, `${event}: ${found(event)} ${expected}`);
  };
  near("watched", Math.min(byCoverage(1.95), byLoan(0.52)));
  near("locked", Math.min(byCoverage(1.8), byLoan(0.55)));
  near("defaulted", Math.min(byCoverage(1.2), byLoan(0.85)));
});

test("[PJ113] without debt of projects the most is where the tightest test is met", () => {
  // Asset coverage of 200% and a loan to value of 50%.
  assert.equal(mostTarget(charter, plain), 0.5);
  const indebted = usual.projects.map((project) => ({ ...project, projectDebt: "100%" }));
  // Look-through: (d + 1) / (1 + 1) is at most 65%.
  assert.equal(mostTarget(charter, { ...usual, projects: indebted }), 0.3);
  const { leverage: _, ...without } = charter;
  assert.equal(mostTarget(without, plain), 0);
});

test("[PJ112] an assumption that is moved changes inputs and no program", () => {
  const before = compiled(usual, false);
  for (const move of movesOf(usual)) {
    for (const direction of ["down", "up"] as const) {
      const assumptions = movedAssumptions(usual, move, direction);
      const { program, inputs } = compiled(assumptions, false);
      assert.equal(programText(program) === programText(before.program), true, move.moved);
      const moved = changedModel(before, charter, assumptions, []);
      assert.deepEqual(moved.inputs, inputs, move.moved);
    }
  }
});
