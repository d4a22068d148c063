import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { before, test } from "node:test";
import stringWidth from "string-width";
import { Invocation } from "../../src/cli/invocation.ts";
import { pageRecord, reportOf } from "../../src/cli/run-report.ts";
import { formatFundPage } from "../../src/page/fund-page.ts";
import { readScenario } from "../../src/scenario/scenario-file.ts";
import { FIRST_YEAR, run, temporaryDirectory, type Captured } from "./captured-terminal.ts";

const scenarios = dirname(FIRST_YEAR);
const work = temporaryDirectory();
// The page names the directory, so it has to be the same on every machine: ./data.
process.chdir(work);

/**
 * What is kept in the repository for review; UPDATE_GOLDEN=1 writes it anew. The root hash is left
 * out: it differs with every word of the charter.
 */
function assertGolden(name: string, text: string): void {
  const file = new URL(`../golden/${name}.txt`, import.meta.url);
  const shown = text.replace(/[A-Za-z0-9+/]{8}…/g, "(root)…");
  if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(file, shown);
  assert.equal(shown, readFileSync(file, "utf8"));
}

function assertFits(text: string, columns: number): void {
  for (const line of text.split("\n")) {
    assert.ok(stringWidth(line) <= columns, `${stringWidth(line)} columns: ${line}`);
  }
}

const ten = join(scenarios, "us-japan.yaml");
let changed: Captured;

before(async () => {
  const set = ["--set", "capital=300000000.00"];
  changed = await run(["run", ten, ...set], { columns: 100, environment: { NO_COLOR: "1" } });
});

test("ten years end with the page, the same with 300 million, and what differs", () => {
  assert.equal(changed.code, 0, changed.err);
  assertGolden("us-japan-changed-both-100", changed.out);
  assertFits(changed.out, 100);
});

test("the page of ten years in each language, at 80 and 100 columns", async () => {
  const read = readScenario(ten);
  assert.ok(read.ok);
  const played = { steps: 0, isComplete: true, names: new Map<string, string>() };
  const report = await reportOf("./data", read.value.scenario, played);
  for (const [lang, columns] of [
    ["both", 80],
    ["en", 100],
    ["en", 80],
    ["ja", 100],
    ["ja", 80],
  ] as const) {
    const terminal = { out: () => {}, err: () => {}, isInteractive: false, environment: {} };
    const record = pageRecord(report, new Invocation(terminal, { lang }));
    const style = { columns, choice: lang, paint: (_style: string, text: string) => text };
    const page = formatFundPage(report.page, record, style);
    assertGolden(`us-japan-${lang}-${columns}`, page);
    assertFits(page, columns);
  }
});

test("both readings of the memorandum stand side by side, through the flip", async () => {
  const path = join(scenarios, "us-japan-2025.yaml");
  const set = ["--set", "charter.recoupment.reading=scheduled"];
  const options = { columns: 180, environment: { NO_COLOR: "1" } };
  const args = ["run", path, ...set, "--data", "memorandum", "--lang", "en"];
  const { code, out, err } = await run(args, options);
  assert.equal(code, 0, err);
  assertGolden("us-japan-2025-readings-en-180", out);
});

test("a setting without a place is told before anything is played", async () => {
  const args = ["run", ten, "--data", "nowhere", "--lang", "en"];
  const unplaced = await run([...args, "--set", "parameters.rent=1%"]);
  assert.equal(unplaced.code, 1);
  assert.match(
    unplaced.err,
    /Neither the scenario nor its charter has a place for parameters\.rent=1%/,
  );
  const malformed = await run([...args, "--set", "parameters.rent"]);
  assert.equal(malformed.code, 2);
  const wrong = await run([...args, "--set", "charter.recoupment.reading=x"]);
  assert.notEqual(wrong.code, 0);
});
