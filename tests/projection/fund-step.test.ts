import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { compileFund } from "@jointfund/projection/charter/compile-fund.ts";
import type { FundModel } from "@jointfund/projection/charter/fund-model.ts";
import { compileModule } from "@jointfund/projection/kernel/compile-module.ts";
import { compiledKernel } from "@jointfund/projection/kernel/compiled-kernel.ts";
import type { Kernel } from "@jointfund/projection/kernel/program.ts";
import { exampleCharter } from "../support/charters.ts";
import { exampleAssumptions, pathOf } from "../support/projections.ts";

const STEPS = 60;
/** Of one part in so many a double may be off after a quarter's arithmetic. */
const RELATIVE = 1e9;

const charter = exampleCharter("us-japan");
const assumptions = exampleAssumptions("us-japan", charter);

function model(options: {
  readonly tellsAll: boolean;
  readonly stresses?: readonly string[];
}): FundModel {
  const { tellsAll, stresses = [] } = options;
  const compiled = compileFund(charter, assumptions, {
    steps: STEPS,
    key: [1, 2],
    stresses,
    tellsAll,
  });
  assert(compiled.ok, compiled.ok ? "" : JSON.stringify(compiled.error));
  return compiled.value;
}

const kernelOf = ({ program }: FundModel): Kernel =>
  compiledKernel(program, new WebAssembly.Module(compileModule(program)));

const full = model({ tellsAll: true });
const fullKernel = kernelOf(full);
type Step = ReadonlyMap<string, number>;
const paths = [0, 17, 100, 512, 900].map((path) => pathOf(full, fullKernel, path));

const near = (actual: number, expected: number, scale: number, what: string): void => {
  const off = Math.abs(actual - expected);
  assert.ok(off <= 1 + scale / RELATIVE, `${what}: ${actual} instead of ${expected}`);
};

const sumOf = (step: Step, prefix: string): number =>
  [...step].reduce((sum, [name, value]) => (name.startsWith(prefix) ? sum + value : sum), 0);
const at = (step: Step | undefined, name: string): number => step?.get(name) ?? 0;

suite("The fund in a step", () => {
  test("[PJ80] cash is what came in less what went out", () => {
    for (const path of paths) {
      for (const [index, step] of path.entries()) {
        const before = path[index - 1];
        const inflow =
          sumOf(step, "paidIn:") +
          sumOf(step, "lateInterestPaid:") +
          at(step, "line:drawn") +
          at(step, "bonds:issued") +
          at(step, "income") +
          at(step, "proceeds");
        const outflow =
          at(step, "invested") +
          at(step, "interest") +
          at(step, "expenses") +
          sumOf(step, "line:repaid") +
          sumOf(step, "bonds:repaid") +
          sumOf(step, "line:swept") +
          sumOf(step, "bonds:swept") +
          sumOf(step, "distributed:");
        const expected = at(before, "cash") + inflow - outflow;
        near(at(step, "cash"), expected, at(step, "totalAssets"), `cash of step ${index}`);
      }
    }
  });

  test("[PJ92] what the parties' parts are worth sums to net assets", () => {
    for (const path of paths) {
      for (const [index, step] of path.entries()) {
        const net = at(step, "netAssets");
        near(sumOf(step, "worth:"), net, at(step, "totalAssets"), `worth of step ${index}`);
      }
    }
  });

  test("[PJ90] nobody is called for more than its share of the initial capital", () => {
    for (const path of paths) {
      for (const step of path) {
        for (const party of ["US", "JP"]) {
          assert.ok(at(step, `calledTotal:${party}`) <= 15e12 * (1 + 1 / RELATIVE));
          assert.ok(at(step, `paidInTotal:${party}`) <= at(step, `calledTotal:${party}`) + 1);
        }
      }
    }
  });

  test("[PJ91] nothing is paid out while a covenant is locked", () => {
    const stressed = model({ tellsAll: false, stresses: ["ai-bust"] });
    const path = pathOf(stressed, kernelOf(stressed), 3);
    for (const step of path) {
      if (at(step, "locked") === 1) assert.equal(sumOf(step, "distributed:"), 0);
    }
  });

  test("[PJ93] a program that tells all gives the same bits", () => {
    const short = model({ tellsAll: false });
    const told = pathOf(short, kernelOf(short), 17);
    for (const [index, step] of told.entries()) {
      for (const [name, value] of step) assert.equal(value, paths[1]![index]!.get(name), name);
    }
  });
});
