import assert from "node:assert/strict";
import { suite, test } from "node:test";
import type { Assumptions } from "@jointfund/projection/assumptions/assumptions.ts";
import { rate } from "@jointfund/projection/assumptions/rate-text.ts";
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
  readonly assumed?: Assumptions;
}): FundModel {
  const { tellsAll, stresses = [], assumed = assumptions } = options;
  const compiled = compileFund(charter, assumed, {
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
const WORTH = ["worth:JP", "worth:partners"];
type Step = ReadonlyMap<string, number>;
const paths = [0, 17, 100, 512, 900].map((path) => pathOf(full, fullKernel, path));

const near = (actual: number, expected: number, scale: number, what: string): void => {
  const off = Math.abs(actual - expected);
  assert.ok(off <= 1 + scale / RELATIVE, `${what}: ${actual} instead of ${expected}`);
};

const sumOf = (step: Step, prefix: string): number =>
  [...step].reduce((sum, [name, value]) => (name.startsWith(prefix) ? sum + value : sum), 0);
/** All that was repaid, for whatever reason. */
const repaid = (step: Step, kind: "line" | "bonds"): number =>
  sumOf(step, `${kind}:`) - at(step, `${kind}:drawn`) - at(step, `${kind}:issued`);
/** Of one project, however it was sold; on these paths in no more than one way in a step. */
const sumOfSales = (step: Step, id: string, what: "" | "Proceeds"): number =>
  ["sold", "liquidated", "ended"].reduce((sum, why) => sum + at(step, `${why}${what}:${id}`), 0);
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
          repaid(step, "line") +
          repaid(step, "bonds") +
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

  test("[PJ94] what a path tells of a step, given to the charter, leads to the same books", () => {
    // Orders of citizens are no flows that can be given.
    const classes = (assumptions.classes ?? []).filter(({ kind }) => kind === "commitments");
    const full = model({ tellsAll: true, assumed: { ...assumptions, classes } });
    const told = pathOf(full, kernelOf(full), 100);
    const flows = new Map<string, number[]>();
    const add = (name: string, values: (step: Step, before: Step | undefined) => number): void => {
      flows.set(
        name,
        told.map((step, index) => values(step, told[index - 1])),
      );
    };
    for (const party of ["US", "JP", "partners"]) {
      const total = `calledTotal:${party}`;
      add(`called:${party}`, (step, before) => at(step, total) - at(before, total));
      add(`paidIn:${party}`, (step) => at(step, `paidIn:${party}`));
    }
    for (const { id, commitment } of assumptions.projects) {
      const amount = rate(commitment) * 3e13;
      add(`committed:${id}`, (step) => at(step, `selected:${id}`) * amount);
      for (const name of ["drawn", "income", "valued"]) {
        add(`${name}:${id}`, (step) => at(step, `${name}:${id}`));
      }
      add(`sold:${id}`, (step) => sumOfSales(step, id, ""));
      add(`proceeds:${id}`, (step) => sumOfSales(step, id, "Proceeds"));
    }
    add("line:drawn", (step) => at(step, "line:drawn"));
    add("bonds:issued", (step) => at(step, "bonds:issued"));
    add("line:repaid", (step) => repaid(step, "line"));
    add("bonds:repaid", (step) => repaid(step, "bonds"));
    for (const { id } of charter.fees ?? []) {
      for (const name of [`fee:${id}:accrued`, `fee:${id}:struck`]) add(name, (s) => at(s, name));
    }
    for (const name of ["interestAccrued", "interest", "charged", "expenses", "distribution"]) {
      add(name, (step) => at(step, name));
    }
    const options = { steps: STEPS, key: [0, 0] as const, stresses: [], tellsAll: true };
    const compiled = compileFund(charter, assumptions, { ...options, given: flows });
    assert(compiled.ok);
    const again = pathOf(compiled.value, kernelOf(compiled.value), 0);
    for (const [index, step] of told.entries()) {
      for (const name of ["netAssets", "cash", "debt", "unfunded", "undrawn", ...WORTH]) {
        near(at(again[index], name), at(step, name), at(step, "totalAssets"), `${name} ${index}`);
      }
      for (const { id } of charter.leverage!.covenants) {
        assert.equal(at(again[index], `rung:${id}`), at(step, `rung:${id}`), `rung ${index}`);
      }
    }
  });
});
