import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import {
  readScenario,
  type ScenarioFinding,
} from "../../packages/server/src/scenario/scenario-file.ts";

const directory = mkdtempSync(join(tmpdir(), "jointfund-bad-scenario-"));
after(() => rmSync(directory, { recursive: true, force: true }));

const charter = fileURLToPath(new URL("../../charters/us-japan.yaml", import.meta.url));
const firstYear = readFileSync(
  fileURLToPath(new URL("../../scenarios/first-year.yaml", import.meta.url)),
  "utf8",
).replace("../charters/us-japan.yaml", charter);

function faultsOf(file: string): readonly ScenarioFinding[] {
  const read = readScenario(file);
  assert.ok(!read.ok && read.error.kind === "scenario", "no finding");
  return read.error.findings;
}

/** Codes with their lines, of the first year's scenario with one piece of text changed. */
function findingsOf(from: string, to: string): readonly (readonly [string, number])[] {
  assert.ok(firstYear.includes(from), `the scenario has no ${from}`);
  const file = join(directory, "scenario.yaml");
  writeFileSync(file, firstYear.replace(from, to));
  const findings = faultsOf(file);
  for (const { excerpt, line } of findings) {
    assert.equal(firstYear.replace(from, to).split("\n")[line - 1], excerpt);
  }
  return findings.map(({ code, line }) => [code, line]);
}

const lineOf = (text: string): number =>
  firstYear.slice(0, firstYear.indexOf(text)).split("\n").length;

for (const [name, from, to, code] of [
  ["a date that does not exist", "on: 2025-06-24", "on: 2025-06-31", "bad_format"],
  ["a day before the last step's", "on: 2025-07-24", "on: 2025-07-20", "date_before_last_step"],
  ["an unknown field", "as: first-call", "called: first-call", "unknown_field"],
  ["an unknown officer", "by: jp-board-3", "by: jp-board-9", "unknown_officer"],
  ["an unknown act type", "propose: nav.strike", "propose: nav.guess", "unknown_act_type"],
  [
    "a fact that is proposed",
    "report: valuation.submit",
    "propose: valuation.submit",
    "unknown_act_type",
  ],
  [
    "a name that no step gave",
    "approve: $recommendation",
    "approve: $reccomendation",
    "unknown_reference",
  ],
  ["an unknown source", "evidence: [abilene]", "evidence: [rumour]", "unknown_source"],
  ["a step without a verb", "    finalise: Both", "    reason: Both", "step_without_verb"],
  [
    "a cost of nobody's money",
    "sources:\n",
    'fundingCost: { UX: "2%" }\nsources:\n',
    "unknown_party",
  ],
  ["a cost that is no rate", "sources:\n", "fundingCost: { US: much }\nsources:\n", "bad_format"],
  ["a number where an amount is text", 'rate: "160.7700"', "rate: 160.77", "number_not_plain"],
  [
    "a key given twice",
    "    by: jp-board-3\n",
    "    by: jp-board-3\n    by: jp-board-4\n",
    "duplicate_key",
  ],
] as const) {
  test(`${name} is a finding with its line`, () => {
    const findings = findingsOf(from, to);
    const found = findings.find(([it]) => it === code);
    assert.ok(found !== undefined, `${code} is not among ${JSON.stringify(findings)}`);
    const line = lineOf(from);
    // A finding may be about the step around the text, or stand a few lines into it.
    assert.ok(Math.abs(found[1] - line) <= 3, `line ${found[1]}, not about ${line}`);
  });
}

test("all findings come at once", () => {
  const file = join(directory, "two.yaml");
  writeFileSync(
    file,
    firstYear.replace("by: jp-board-3", "by: nobody").replace("by: valuer-1", "by: nobody-else"),
  );
  assert.deepEqual(
    faultsOf(file).map(({ actual }) => actual),
    ["nobody", "nobody-else"],
  );
});
