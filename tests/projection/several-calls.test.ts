import assert from "node:assert/strict";
import { test } from "node:test";
import { daysBetween } from "@jointfund/core/calendar/date.ts";
import { compileFund } from "@jointfund/projection/charter/compile-fund.ts";
import { pathValues } from "@jointfund/server/conformance/path-values.ts";
import { fourProjects, usJapan } from "./replayed-cases.ts";

const STEPS = 28;
/** Clause 5.8: 4% a year, simple, ACT/365F. */
const LATE = 0.04;

/** What a party owes call by call, as the engine has it: capital, then interest, of the oldest. */
class CallByCall {
  readonly #calls: { capital: number; interest: number }[] = [];
  /** All late interest so far. */
  accrued = 0;

  accrue(days: number): void {
    for (const call of this.#calls) {
      const interest = (call.capital * LATE * days) / 365;
      call.interest += interest;
      this.accrued += interest;
    }
  }

  divert(amount: number): void {
    let left = amount;
    for (const call of this.#calls) {
      for (const part of ["capital", "interest"] as const) {
        const paid = Math.min(left, call[part]);
        call[part] -= paid;
        left -= paid;
      }
    }
  }

  miss(capital: number): void {
    if (capital > 0) this.#calls.push({ capital, interest: 0 });
  }

  of(part: "capital" | "interest"): number {
    return this.#calls.reduce((sum, call) => sum + call[part], 0);
  }
}

test("[PJ109] several calls as one sum are off by no more than the late interest so far", () => {
  const assumptions = fourProjects({
    target: "25%",
    distributions: { everyMonths: 3, first: 5 },
    events: [{ kind: "stops", step: 3, party: "JP" }],
    income: "16%",
  });
  const options = { steps: STEPS, key: [1, 2], stresses: ["case"], tellsAll: true } as const;
  const model = compileFund(usJapan, assumptions, options);
  assert.ok(model.ok);
  const { dates, opens } = model.value;
  let largest = 0;
  for (const path of [0, 3, 8]) {
    const { value } = pathValues(model.value, path);
    const engine = new CallByCall();
    let [before, apart, missed] = [0, 0, 0];
    for (const [step, date] of dates.entries()) {
      const days = daysBetween(dates[step - 1] ?? opens, date);
      engine.accrue(days);
      apart += (before * LATE * days) / 365;
      engine.divert(value("diverted:JP", step)!);
      engine.miss(value("missed:JP", step)!);
      missed += value("missed:JP", step)!;
      const capital = value("calledTotal:JP", step)! - value("paidInTotal:JP", step)!;
      const sum = capital + value("lateInterest:JP", step)!;
      const more = engine.of("capital") - capital;
      // The program pays capital first, so that it never owes more of it.
      assert.ok(more >= -1 && more <= engine.accrued + 1, `step ${step}: ${more}`);
      // What is owed in all differs by the late interest on that, and by nothing else.
      const whole = engine.of("capital") + engine.of("interest");
      assert.ok(Math.abs(whole - sum - apart) <= 1 + sum * 1e-9, `step ${step}: ${whole} ${sum}`);
      before = more;
      largest = Math.max(largest, more / Math.max(1, missed));
    }
  }
  assert.ok(largest > 0, "the paths have several unpaid calls, of which money is diverted to some");
  // Seven years of 4%, at most, of all that was not paid.
  assert.ok(largest < (LATE * STEPS) / 4, `${largest}`);
});
