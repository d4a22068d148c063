import assert from "node:assert/strict";
import { test } from "node:test";
import stringWidth from "string-width";
import { fundPage } from "@jointfund/core/statements/fund-page.ts";
import { pageCells } from "@jointfund/core/statements/page-cells.ts";
import type { CheckInput } from "@jointfund/core/fund/checks/check-outcome.ts";
import { chronicleOf, settledFund } from "../../../../tests/support/chronicles.ts";
import { fundAt } from "../../../../tests/support/stages.ts";
import { formatPagesCompared, type NamedPage } from "./compared-pages.ts";
import type { PageStyle } from "./section.ts";

function named(en: string, ja: string, input: CheckInput): NamedPage {
  const page = fundPage(input);
  const { charter } = input.state;
  const record = { charter, cells: pageCells(input, page), broken: [], next: [] };
  return { name: { en, ja }, page, record };
}

const settled = named("as it was", "変更前", chronicleOf(settledFund()));
const declared = named("without payment", "支払なし", chronicleOf(fundAt("declared")));

const style = (columns: number, choice: PageStyle["choice"] = "en"): PageStyle => ({
  ...{ columns, choice, paint: (_style, text) => text },
});

test("two pages stand beside each other, with the lines that differ marked", () => {
  const lines = formatPagesCompared(settled, declared, style(160)).split("\n");
  for (const line of lines) assert.ok(stringWidth(line) <= 160, line);
  const [names] = lines;
  assert.match(names!, /^as it was +\| without payment$/);
  const cash = lines.find((line) => /^ {9}Cash /.test(line));
  assert.match(cash!, /Cash +[\d.]+ +5\.020 \* +Cash +[\d.]+$/);
  const promised = lines.find(
    (line) => line.startsWith("  Promised  ") || /^ {2}Promised +150/.test(line),
  );
  assert.match(promised!, /150\.000 \| {3}Promised +150\.000 +150\.000$/);
  // A line that only one page has stands beside nothing, and the next ones are level again.
  const due = lines.find((line) => line.includes("Declared, not yet paid"));
  assert.match(due!, /^ +\* +Declared, not yet paid/);
});

test("where there is no room, a table has the figures that differ and by how much", () => {
  for (const columns of [80, 100]) {
    const text = formatPagesCompared(settled, declared, style(columns));
    const lines = text.trimEnd().split("\n");
    for (const line of lines) assert.ok(stringWidth(line) <= columns, line);
    assert.match(lines[0]!, /^Figures that differ: \d+ of \d+ {2}USD billion$/);
    assert.deepEqual(lines.slice(1, 3), ["1  as it was", "2  without payment"]);
    assert.match(lines[3]!, /^ +1 +2 +difference$/);
    const cash = lines.find((line) => line.startsWith("Cash "));
    assert.match(cash!, /^Cash +5\.020 +6\.100 +\+1\.080$/);
    assert.ok(!lines.some((line) => line.startsWith("Promised, US")), text);
  }
});

test("the table is in the language that is asked for", () => {
  const text = formatPagesCompared(settled, declared, style(80, "ja"));
  assert.match(text, /^差異のある数値：\d+件中\d+件/);
  assert.match(text, /1 {2}変更前\n2 {2}支払なし\n +1 +2 +差額$/m);
});

test("two pages that are the same have no figure that differs", () => {
  const again = { ...settled, name: declared.name };
  const text = formatPagesCompared(settled, again, style(100));
  assert.match(
    text,
    /^Figures that differ: 0 of \d+ {2}USD billion\n.*\n.*\nNo figure differs\.\n$/,
  );
  assert.doesNotMatch(formatPagesCompared(settled, again, style(200)), / \* /);
});
