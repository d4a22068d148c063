import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { daysBetween } from "@jointfund/core/calendar/date.ts";
import type { Assumptions } from "@jointfund/projection/assumptions/assumptions.ts";
import { rate } from "@jointfund/projection/assumptions/rate-text.ts";
import { compileFund } from "@jointfund/projection/charter/compile-fund.ts";
import { compileModule } from "@jointfund/projection/kernel/compile-module.ts";
import { compiledKernel } from "@jointfund/projection/kernel/compiled-kernel.ts";
import { exampleCharter } from "../support/charters.ts";
import { exampleAssumptions, pathOf } from "../support/projections.ts";

const STEPS = 40;
/** Of one part in so many a double may be off after a quarter's arithmetic. */
const RELATIVE = 1e9;
const INITIAL = 3e13;

const charter = exampleCharter("us-japan");
const assumed = exampleAssumptions("us-japan", charter);

type Step = ReadonlyMap<string, number>;
type Played = { readonly steps: readonly Step[]; readonly days: readonly number[] };

/** One path, with everything that it tells, and the days of each step. */
function played(assumptions: Assumptions, path: number, stresses: readonly string[] = []): Played {
  const options = { steps: STEPS, key: [3, 4] as const, stresses, tellsAll: true };
  const compiled = compileFund(charter, assumptions, options);
  assert(compiled.ok, compiled.ok ? "" : JSON.stringify(compiled.error));
  const { program, dates, opens } = compiled.value;
  const kernel = compiledKernel(program, new WebAssembly.Module(compileModule(program)));
  return {
    steps: pathOf(compiled.value, kernel, path),
    days: dates.map((date, step) => daysBetween(dates[step - 1] ?? opens, date)),
  };
}

const at = (step: Step | undefined, name: string): number => step?.get(name) ?? 0;

function near(actual: number, expected: number, scale: number, what: string): void {
  const off = Math.abs(actual - expected);
  assert.ok(off <= 1 + scale / RELATIVE, `${what}: ${actual} instead of ${expected}`);
}

const byLine: Assumptions = { ...assumed, borrowing: { ...assumed.borrowing, bonds: "0%" } };
const plain = played(byLine, 5);
const lever = { ...byLine.borrowing, target: "47%", lineLimit: "60%" };
const stresses = ["crisis-2008", "ai-bust"];
// Without debt of the projects' own, the look-through covenant leaves more room to the others.
const projects = byLine.projects.map((project) => ({ ...project, projectDebt: "0" }));
const levered = { ...byLine, projects, borrowing: lever };
const bust = [0, 1, 2, 3].map((path) => played(levered, path, stresses));

suite("Rules of the fund's step", () => {
  test("[PJ81] the line costs the opening day's rate and its spread, ACT/360", () => {
    const { lineSpread, commitmentFee, lineLimit } = byLine.borrowing;
    let owed = 0;
    for (const [index, step] of plain.steps.entries()) {
      const undrawn = rate(lineLimit) * INITIAL - owed;
      const yearly =
        owed * (at(step, "shortRate") + rate(lineSpread)) + undrawn * rate(commitmentFee);
      const expected = (yearly * plain.days[index]!) / 360;
      near(at(step, "interestAccrued"), expected, INITIAL, `interest of step ${index}`);
      owed = at(step, "line");
    }
    assert.ok(owed > 1e12, "the path borrows");
  });

  test("[PJ82] a built project pays a quarter of its yearly rate on its opening value", () => {
    let paid = 0;
    for (const [index, step] of plain.steps.entries()) {
      for (const { id, income, construction } of byLine.projects) {
        const before = plain.steps[index - 1];
        const age = at(step, `age:${id}`);
        const expected = age > construction ? (at(before, `actual:${id}`) * rate(income)) / 4 : 0;
        near(at(step, `income:${id}`), expected, INITIAL, `income of ${id} in step ${index}`);
        paid += expected;
      }
    }
    assert.ok(paid > 1e12, "projects on the path pay income");
  });

  test("[PJ83] a reported value is a part of the last one, the rest the true value", () => {
    for (const [index, step] of plain.steps.entries()) {
      const before = plain.steps[index - 1];
      for (const { id, smoothing } of byLine.projects) {
        // Nothing is sold on this path, so only what was drawn came after the valuation.
        const actual = at(step, `actual:${id}`) - at(step, `drawn:${id}`);
        const weight = rate(smoothing);
        const expected = weight * at(before, `reported:${id}`) + (1 - weight) * actual;
        near(at(step, `valued:${id}`), expected, INITIAL, `value of ${id} in step ${index}`);
      }
    }
  });

  test("[PJ84] what is due is paid as long as cash and calls reach", () => {
    for (const { steps } of [plain, ...bust]) {
      for (const [index, step] of steps.entries()) {
        // A fee accrues once more at the strike, when charges are paid.
        const struck = at(step, "fee:partners-administration:struck");
        const unpaid = at(step, "interestPayable") + at(step, "feesPayable") - struck;
        if (at(step, "unfunded") > INITIAL / 100) assert.equal(unpaid, 0, `step ${index}`);
        assert.ok(at(step, "cash") >= -1, `cash of step ${index}`);
      }
    }
  });

  test("[PJ89] what is paid in full leaves no shortfall, not even by a double's rounding", () => {
    for (const step of plain.steps) {
      if (at(step, "unfunded") > INITIAL / 100) assert.equal(at(step, "shortfall"), 0);
    }
  });

  test("[PJ85] a covenant stands no higher on the ladder than its ratio says", () => {
    const [covenant] = charter.leverage!.covenants;
    assert.equal(covenant?.id, "asset-coverage");
    let breaches = 0;
    for (const { steps } of bust) {
      for (const step of steps) {
        const debt = at(step, "debt");
        const others = at(step, "interestPayable") + at(step, "feesPayable");
        const ratio = debt === 0 ? Infinity : (at(step, "totalAssets") - others) / debt;
        const passed: number = covenant.ladder.filter((rung) => ratio < rate(rung.at)).length;
        assert.ok(at(step, "rung:asset-coverage") >= passed);
        breaches += passed > 0 ? 1 : 0;
      }
    }
    assert.ok(breaches > 0, "the stress breaches the covenant");
  });

  test("[PJ87] at the end of its life a project is sold at its true value, whole", () => {
    const [first, ...rest] = byLine.projects;
    assert(first !== undefined);
    const short = { ...first, life: 12, smoothing: "0%", income: "0%" };
    const { steps } = played({ ...byLine, projects: [short, ...rest] }, 5);
    const end = steps.findIndex((step) => at(step, `ended:${first.id}`) === 1);
    const selected = steps.findIndex((step) => at(step, `selected:${first.id}`) === 1);
    assert.equal(end - selected, 12);
    const [step, before] = [steps[end]!, steps[end - 1]!];
    assert.ok(at(before, `actual:${first.id}`) > 0);
    near(at(step, `endedProceeds:${first.id}`), at(step, `valued:${first.id}`), INITIAL, "price");
    for (const name of ["actual", "reported", "cost", "undrawn"]) {
      assert.equal(at(step, `${name}:${first.id}`), 0);
    }
  });

  test("[PJ88] a project is selected in its step, once, or later where it was refused", () => {
    for (const { steps } of [plain, ...bust]) {
      for (const { id, selected } of byLine.projects) {
        const chosen = steps.flatMap((step, index) =>
          at(step, `selected:${id}`) === 1 ? index : [],
        );
        assert.ok(chosen.length <= 1);
        const first = chosen[0] ?? STEPS;
        for (let index = selected; index < first; index++) {
          assert.ok(at(steps[index], `refused:${id}`) > 0, `${id} in step ${index}`);
        }
      }
    }
  });
});
