import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import {
  readScenario,
  type ScenarioFile,
  type ScenarioFinding,
} from "../../packages/server/src/scenario/scenario-file.ts";
import { parseSetting, type Setting } from "../../packages/server/src/scenario/settings.ts";

const directory = mkdtempSync(join(tmpdir(), "jointfund-scenario-language-"));
after(() => rmSync(directory, { recursive: true, force: true }));

const charter = fileURLToPath(new URL("../../charters/us-japan.yaml", import.meta.url));
const HEAD = `format: jointfund/scenario/v1
charter: ${charter}
title: { en: Test, ja: 試験 }
time: "14:00:00"
`;
const FOUNDING = "  - on: 2025-06-16\n    found: Adopted\n";

function write(text: string): string {
  const file = join(directory, "scenario.yaml");
  writeFileSync(file, text);
  return file;
}

function scenarioOf(text: string, settings: readonly Setting[] = []): ScenarioFile {
  const read = readScenario(write(text), settings);
  assert.ok(read.ok, read.ok ? "" : JSON.stringify(read.error).slice(0, 2_000));
  return read.value;
}

function findingsOf(text: string): readonly ScenarioFinding[] {
  const read = readScenario(write(text));
  assert.ok(!read.ok && read.error.kind === "scenario");
  return read.error.findings;
}

/** The steps of a block that finalises, by their days. */
const daysOf = (repeat: string): readonly string[] =>
  scenarioOf(`${HEAD}steps:\n${FOUNDING}  - repeat: ${repeat}\n    steps: [{ finalise: Cosign }]\n`)
    .scenario.steps.slice(1)
    .map(({ on }) => on);

test("a block comes each quarter, from a month's last day on each month's last", () => {
  assert.deepEqual(daysOf("{ every: quarter, from: 2025-09-30, until: 2026-06-30 }"), [
    ...["2025-09-30", "2025-12-31", "2026-03-31", "2026-06-30"],
  ]);
  assert.deepEqual(daysOf("{ every: halfYear, from: 2027-08-31, until: 2028-12-31 }"), [
    ...["2027-08-31", "2028-02-29", "2028-08-31"],
  ]);
  assert.deepEqual(daysOf("{ every: month, from: 2026-01-15, until: 2026-03-15 }"), [
    ...["2026-01-15", "2026-02-15", "2026-03-15"],
  ]);
});

test("a day that is no business day of the charter's calendar is moved", () => {
  // 31 December is no business day of Japan's banks; 4 January 2027 is the next of both countries.
  const at = "every: year, from: 2026-12-31, until: 2026-12-31, calendar: joint";
  assert.deepEqual(daysOf(`{ ${at} }`), ["2027-01-04"]);
  assert.deepEqual(daysOf(`{ ${at}, move: preceding }`), ["2026-12-30"]);
});

test("steps of blocks and single steps stand in the order of their days, then of the file", () => {
  const text = `${HEAD}steps:
${FOUNDING}  - repeat: { every: month, from: 2026-01-15, until: 2026-03-15 }
    steps:
      - finalise: first
      - after: 20
        finalise: later
  - on: 2026-02-04
    finalise: single
`;
  assert.deepEqual(
    scenarioOf(text).scenario.steps.map(({ on, finalise }) => [on, finalise]),
    [
      ["2025-06-16", undefined],
      ["2026-01-15", "first"],
      ["2026-02-04", "later"],
      ["2026-02-04", "single"],
      ["2026-02-15", "first"],
      ["2026-03-07", "later"],
      ["2026-03-15", "first"],
      ["2026-04-04", "later"],
    ],
  );
});

test("names that a block gives are its turn's own; each, date and year stand for the turn", () => {
  const text = `${HEAD}steps:
${FOUNDING}  - repeat: { every: year, from: 2026-03-02, until: 2027-03-02, each: [a, b] }
    steps:
      - propose: distribution.determine
        as: sum
        by: ca-1
        reason: For {each} in {year}, after {previousYear}, on {date}
        body: { vehicle: fund }
      - veto: $sum
        by: us-t1
        reason: No
`;
  const { steps } = scenarioOf(text).scenario;
  assert.deepEqual(
    steps.slice(1, 5).map(({ as, reason, veto }) => [as, veto, reason]),
    [
      ["sum.a.2026-03-02", undefined, "For a in 2026, after 2025, on 2026-03-02"],
      [undefined, "$sum.a.2026-03-02", "No"],
      ["sum.b.2026-03-02", undefined, "For b in 2026, after 2025, on 2026-03-02"],
      [undefined, "$sum.b.2026-03-02", "No"],
    ],
  );
});

test("officers and groups follow from the charter's seats where the scenario names none", () => {
  const { officers, groups } = scenarioOf(`${HEAD}steps:\n${FOUNDING}`).scenario;
  assert.ok(officers.some(({ id, seats }) => id === "jp-3a" && seats.join() === "JP-3A"));
  assert.deepEqual(groups["sovereigns"], ["us-t1", "jp-t1"]);
  // Alternates are no members of the board.
  assert.deepEqual(groups["board"], [
    "us-1",
    "us-2",
    "us-3",
    "us-4",
    "jp-1",
    "jp-2",
    "jp-3",
    "jp-4",
  ]);
});

test("a step takes from its type's defaults what it does not say", () => {
  const text = `${HEAD}defaults:
  fx.fix: { by: ca-1, reason: Published }
steps:
${FOUNDING}  - on: 2026-01-15
    report: fx.fix
    reason: Late
    body: { base: USD, quote: JPY, quotes: [] }
`;
  const step = scenarioOf(text).scenario.steps[1];
  assert.deepEqual([step?.by, step?.reason], ["ca-1", "Late"]);
});

test("expressions are checked before anything is played, each with its line", () => {
  const text = `${HEAD}parameters:
  share: 2% of initialCapitall
  twice: 2 * known
series:
  known: { source: { en: Assumed }, values: { 2025-01-01: "1.5" } }
steps:
${FOUNDING}  - on: 2026-01-15
    propose: facility.prepay
    by: m-1
    reason: Test
    when: cash
    body: { facility: a, currency: USD, amount: "= 2 * known" }
  - on: 2026-01-16
    propose: facility.prepay
    by: m-1
    reason: Test
    body: { facility: a, currency: USD, amount: '= determined("$nothing")' }
`;
  assert.deepEqual(
    findingsOf(text).map(({ code, line, actual }) => [code, line, actual]),
    [
      ["name_unknown", 6, "initialCapitall"],
      ["type_mismatch", 17, "money(USD)"],
      ["type_mismatch", 18, "ratio"],
      ["unknown_reference", 23, "$nothing"],
    ],
  );
});

test("a block that is wrong is told of once, however often it would come", () => {
  const text = `${HEAD}steps:
${FOUNDING}  - repeat: { every: month, from: 2026-01-15, until: 2030-01-15 }
    steps:
      - on: 2026-01-15
        report: fx.guess
        by: nobody
        reason: Test
        body: {}
  - repeat: { every: month, from: 2026-01-15, until: 2025-01-15 }
    steps: [{ finalise: a }]
  - repeat: { every: month, from: 2026-01-15, until: 2026-01-15, calendar: moon }
    steps: [{ finalise: a }]
  - finalise: without a day
`;
  assert.deepEqual(
    findingsOf(text).map(({ code, line }) => [code, line]),
    [
      ["unknown_field", 10],
      ["unknown_act_type", 11],
      ["unknown_officer", 12],
      ["repeat_ends_before_it_starts", 15],
      ["unknown_calendar", 17],
      ["missing_field", 19],
    ],
  );
});

test("market data come from a file beside the scenario, with its faults by line", () => {
  writeFileSync(join(directory, "yen.csv"), "date,yen\n2026-01-05,150.5\n2026-01-06,x\n");
  const text = `${HEAD}series:
  yen: { source: { en: Bank }, file: yen.csv }
  missing: { source: { en: Bank }, file: none.csv }
  both: { source: { en: Bank }, file: yen.csv, values: { 2026-01-01: "1" } }
steps:
${FOUNDING}`;
  assert.deepEqual(
    findingsOf(text).map(({ code, line, actual, excerpt }) => [code, line, actual, excerpt.trim()]),
    [
      ["data_file_missing", 7, "none.csv", "missing: { source: { en: Bank }, file: none.csv }"],
      ["series_of_one_kind", 8, "", text.split("\n")[7]!.trim()],
      ["data_value_malformed", 3, "x", "2026-01-06,x"],
    ],
  );
});

test("a file of Japan's Ministry of Finance is read as it was downloaded, in Shift_JIS", () => {
  // 基準日,10年 / R8.6.30,2.69
  const heading = [0x8a, 0xee, 0x8f, 0x80, 0x93, 0xfa, 0x2c, 0x31, 0x30, 0x94, 0x4e, 0x0d, 0x0a];
  const row = Buffer.from("R8.6.30,2.69\r\n");
  writeFileSync(join(directory, "jgb.csv"), Buffer.concat([Buffer.from(heading), row]));
  writeFileSync(join(directory, "noise.csv"), Buffer.from([0xff, 0xfe, 0xfd]));
  const named = "{ source: { en: MOF }, file: jgb.csv, dates: 基準日, column: 10年 }";
  const head = `${HEAD}series:\n  yield: ${named}\n`;
  const { series } = scenarioOf(`${head}steps:\n${FOUNDING}`).scenario;
  assert.deepEqual(series.get("yield"), [["2026-06-30", "2.69"]]);
  const noise = `${head}  noise: { source: { en: MOF }, file: noise.csv }\nsteps:\n${FOUNDING}`;
  assert.deepEqual(
    findingsOf(noise).map(({ code, line }) => [code, line]),
    [["data_not_text", 7]],
  );
});

test("a setting changes one value of the scenario or of its charter, and keeps its kind", () => {
  const text = `${HEAD}parameters: { share: 2% }\nsteps:\n${FOUNDING}`;
  const settings = ["parameters.share=3%", "charter.terms.payoutRatio.value.ratio=75%"].map(
    (each) => parseSetting(each)!,
  );
  const { scenario, charter: changed } = scenarioOf(text, settings);
  assert.equal(scenario.parameters["share"], "3%");
  const term = changed.terms.find(({ id }) => id === "payoutRatio");
  assert.deepEqual(term?.value, { kind: "ratio", ratio: "75%" });
  const read = readScenario(write(text), [parseSetting("parameters.nothing=1")!]);
  assert.ok(!read.ok && read.error.kind === "settings");
  assert.deepEqual(read.error.settings, ["parameters.nothing=1"]);
  assert.equal(parseSetting("no setting"), undefined);
});

test("the capital moves every amount of the charter that is a size of the fund", () => {
  const setting = { path: "capital", value: "300000000.00" };
  const { charter: small } = scenarioOf(`${HEAD}steps:\n${FOUNDING}`, [setting]);
  assert.equal(small.capital.initial, "300000000.00");
  assert.equal(small.capital.partners?.least, "100000.00");
  assert.equal(small.capital.yearlyCap?.amount, "120000000.00");
  assert.equal(small.leverage?.guarantees?.[0]?.cap, "30000000.00");
  assert.equal(small.expenses?.internalCap, "60000.00");
  // What one citizen must order at least does not depend on how large the fund is.
  assert.equal(small.dealing?.[0]?.least, "100.00");
});
