import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { readCharterFile } from "@jointfund/server/charter/charter-file.ts";
import type { Path, PathStep } from "@jointfund/server/conformance/path-steps.ts";
import { replayPath } from "@jointfund/server/conformance/replay-path.ts";
import { replayScenario } from "@jointfund/server/conformance/replay-scenario.ts";
import { dueWithoutNotice, plannedAmounts } from "@jointfund/server/conformance/planned-amounts.ts";
import { windowEnd } from "@jointfund/core/governance/window.ts";
import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import { smallPath } from "./small-path.ts";

const file = new URL("../../charters/us-japan.yaml", import.meta.url);
const charter = readCharterFile("us-japan.yaml", readFileSync(file)).charter!;

/** The small path with one step told otherwise. */
function told(step: number, otherwise: (step: PathStep) => PathStep): Path {
  const path = smallPath();
  const steps = path.steps.map((each, index) => (index === step ? otherwise(each) : each));
  return { ...path, steps: steps.slice(0, step + 1) };
}

test("[PJ100] a path worked out by hand is replayed as acts, and the books agree", async () => {
  const agreement = await replayPath(charter, smallPath());
  assert.equal(agreement.broken, undefined);
  assert.equal(agreement.steps, 6);
  // 20 minor units are asked for besides at each step, at most, and little else is rounded.
  assert.ok(agreement.largest <= 6 * 40, `${agreement.largest} minor units`);
});

test("[PJ107] the first figure that is told otherwise is named, with its step", async () => {
  const wrong = told(1, (step) => ({
    ...step,
    after: {
      ...step.after,
      figures: new Map(step.after.figures).set(
        "netAssets",
        step.after.figures.get("netAssets")! + 9_999,
      ),
    },
  }));
  const { broken, steps } = await replayPath(charter, wrong);
  assert.equal(steps, 2);
  assert.ok(broken?.kind === "figure");
  assert.equal(broken.step, 1);
  assert.equal(broken.difference.figure, "netAssets");
});

test("[PJ107] income that a path calls a gain is named", async () => {
  const wrong = told(5, (step) => ({
    ...step,
    after: { ...step.after, income: step.after.gains, gains: step.after.income },
  }));
  const { broken } = await replayPath(charter, wrong);
  assert.ok(broken?.kind === "figure");
  assert.deepEqual([broken.step, broken.difference.figure], [5, "income:US"]);
});

test("[PJ107] an act that the rules refuse is named, with its step and the clause", async () => {
  // Debt of more than half of what is owned: clause 16.7 refuses to draw it.
  const greedy = told(1, (step) => ({ ...step, lineDrawn: 2_900_000_000_000 }));
  const { broken } = await replayPath(charter, greedy);
  assert.ok(broken?.kind === "act");
  assert.equal(broken.step, 1);
  assert.equal(broken.finding.rejection?.code, "incurrence_not_held");
  assert.equal(broken.finding.rejection.clause, "16.7");
});

test("[PJ105] what a path says is refused must be refused", async () => {
  const bold = told(0, (step) => ({
    ...step,
    selected: new Map([["site", 0]]),
    refused: new Map([["site", 1]]),
  }));
  const { broken } = await replayPath(charter, bold);
  assert.ok(broken?.kind === "act");
  assert.equal(broken.finding.code, "step_not_refused");
});

test("[PJ101] calls are issued with the charter's notice and paid on the step's day", () => {
  const { file: played } = replayScenario(charter, smallPath());
  const calls = played.scenario.steps.filter(({ propose }) => propose === "capital.call");
  assert.ok(calls.length >= 3);
  for (const { on, body } of calls) {
    const due = body!["dueDate"] as LocalDate;
    const earliest = windowEnd(charter, on, charter.capital.callNotice);
    assert.ok(earliest.ok && earliest.value <= due, `${on} is in time for ${due}`);
  }
  const days = new Set(smallPath().steps.map(({ on }) => on));
  const later = played.scenario.steps.filter(({ on }) => on > smallPath().opens);
  assert.ok(later.every(({ on }) => days.has(on)));
});

test("[PJ103] a call asks for twenty minor units more than the path", () => {
  const path = smallPath();
  const { calls } = plannedAmounts(charter, path);
  const first = [...calls[0]!.values()].flatMap((parts) => Object.values(parts));
  const asked = first.reduce((sum, part) => sum + part, 0n);
  const { charges, cure, projects } = path.steps[0]!.called;
  assert.ok(Math.abs(Number(asked) - (charges + cure + projects) - 20) <= 1);
});

test("[PJ101] a notice too long for the first call is told, calls for nothing need none", () => {
  assert.equal(dueWithoutNotice(charter, smallPath()), undefined);
  const callNotice = { days: 300, calendar: "calendar" };
  const slow = { ...charter, capital: { ...charter.capital, callNotice } };
  const first = smallPath().steps.find(({ called }) => called.projects > 0);
  assert.equal(dueWithoutNotice(slow, smallPath()), first?.on);
  const none = { charges: 0, cure: 0, projects: 0 };
  const steps = smallPath().steps.map((step) => ({ ...step, called: none }));
  assert.equal(dueWithoutNotice(slow, { ...smallPath(), steps }), undefined);
});
