import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { readCharterFile } from "./charter-file.ts";
import { explainCharter, explainCharterFile } from "./explain.ts";

const PATH = fileURLToPath(new URL("../../../../charters/us-japan.yaml", import.meta.url));
const TEXT = readFileSync(PATH, "utf8");

function usJapan(): Charter {
  const { charter } = readCharterFile(PATH, new TextEncoder().encode(TEXT));
  assert.ok(charter !== undefined);
  return charter;
}

/** The lines of one act's block. */
function blockOf(text: string, type: string): readonly string[] {
  const lines = text.split("\n");
  const start = lines.findIndex((line) => line.startsWith("###") && line.includes(`(${type})`));
  assert.ok(start >= 0, type);
  const end = lines.findIndex((line, index) => index > start && line.startsWith("#"));
  return lines.slice(start, end);
}

/** Explains a text that is written to a file first. */
function explained(text: string, side?: string): ReturnType<typeof explainCharterFile> {
  const folder = mkdtempSync(join(tmpdir(), "charter-"));
  try {
    const path = join(folder, "draft.yaml");
    writeFileSync(path, text);
    return explainCharterFile(
      path,
      side === undefined ? { language: "en" } : { language: "en", side },
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("[CH80] every act, limit and party is explained in each language", () => {
  const charter = usJapan();
  for (const language of ["en", "ja"] as const) {
    const text = explainCharter(charter, language);
    for (const [type, { clause, name }] of Object.entries(charter.acts)) {
      assert.ok(text.includes(`### ${clause} ${name[language]} (${type})`), type);
    }
    for (const { name } of [...charter.limits, ...charter.parties]) {
      assert.ok(text.includes(name[language]!), `${name["en"]}`);
    }
  }
});

for (const name of ["us-japan", "us-japan-2025"]) {
  test(`[CH80] the clauses of ${name} all stand in its explanation`, () => {
    const path = fileURLToPath(new URL(`../../../../charters/${name}.yaml`, import.meta.url));
    const text = readFileSync(path, "utf8");
    const { charter } = readCharterFile(path, new TextEncoder().encode(text));
    assert.ok(charter !== undefined);
    const said = explainCharter(charter, "en");
    const clauses = [...text.matchAll(/clause: "([0-9.]+)"/g)].map(([, clause]) => clause!);
    assert.ok(clauses.length > 40);
    // Terms are said by their values; these parts are data that other parts cite.
    const data = [charter.currencies, charter.calendars, charter.rounding, ...charter.terms];
    const cited = new Set(data.map(({ clause }) => clause));
    const missing = clauses.filter(
      (clause) =>
        !cited.has(clause) && !new RegExp(`[[ ]${clause.replace(".", "\\.")}[\\] ]`).test(said),
    );
    assert.deepEqual(missing, []);
  });
}

test("[CH81] an approval rule is said in words, with its tiers", () => {
  assert.deepEqual(blockOf(explainCharter(usJapan(), "en"), "investment.select").slice(4, 10), [
    "- Approved by:",
    "  - if the amount of the act is at most the share that makes an investment large (1/30) " +
      "times the initial capital: a majority of the Board, with at least one seat of each " +
      "sovereign",
    "  - otherwise: all of these:",
    "    - a majority of the Board, with at least one seat of each sovereign",
    "    - US (1 of its 2 seats)",
    "    - Japan (1 of its 2 seats)",
  ]);
});

test("[CH82] the table of powers says what each side can do alone", () => {
  const rows = explainCharter(usJapan(), "en")
    .split("\n")
    .filter((line) => line.startsWith("| "));
  const cellsOf = (clause: string): readonly string[] => {
    const row = rows.find((line) => line.startsWith(`| ${clause} `));
    assert.ok(row !== undefined, clause);
    return row
      .split("|")
      .slice(2, 4)
      .map((cell) => cell.trim());
  };
  // Read off the charter's text: who must approve, who may veto, what is one side's own right.
  assert.deepEqual(cellsOf("5.3"), ["can withhold", "can withhold"]);
  assert.deepEqual(cellsOf("8.2"), ["can withhold, can veto", "can withhold, can veto"]);
  assert.deepEqual(cellsOf("11.4"), ["decides alone", "decides alone"]);
  assert.deepEqual(cellsOf("10.2"), ["can withhold", "can withhold"]);
  // A payment that one side leaves unchecked is checked by the auditor.
  assert.deepEqual(cellsOf("11.5"), ["-", "-"]);
  assert.deepEqual(cellsOf("12.2"), ["decides alone", "decides alone"]);
  assert.deepEqual(cellsOf("12.3"), ["can veto, can object", "can veto, can object"]);
  assert.deepEqual(cellsOf("10.1"), ["-", "-"]);
});

test("[CH80] both languages stand section by section", () => {
  const text = explainCharter(usJapan(), "both");
  const headings = text.split("\n").filter((line) => /^## [12] /.test(line));
  assert.deepEqual(headings, ["## 1 Purpose", "## 1 目的", "## 2 Parties", "## 2 当事者"]);
});

test("[CH83] a charter with errors is reported, not explained", () => {
  const { text, exitCode } = explained(TEXT.replace("mirrors: [US, JP]", "mirrors: [US]"));
  assert.equal(exitCode, 1);
  assert.match(text, /mirror_missing/);
  assert.equal(explainCharterFile(`${PATH}.none`, { language: "en" }).exitCode, 2);
});

test("[CH83] of a draft with brackets the reading of one side is explained", () => {
  const draft = TEXT.replace(
    "  days: { days: 10, calendar: joint }",
    "  days: { brackets: { US: { days: 7, calendar: joint }, JP: { days: 9, calendar: joint } } }",
  );
  assert.equal(explained(draft).exitCode, 1);
  assert.match(explained(draft).text, /bracket_open/);
  assert.match(explained(draft).text, /taken with --side US or --side JP\.\n$/);
  assert.match(explained(draft, "KR").text, /taken with --side US or --side JP\.\n$/);
  assert.match(explained(draft, "JP").text, /A freeze lasts 9 business days/);
  assert.match(explained(draft, "US").text, /A freeze lasts 7 business days/);
});
