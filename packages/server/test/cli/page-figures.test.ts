import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { before, test } from "node:test";
import stringWidth from "string-width";
import { Ratio } from "@jointfund/core/base/ratio.ts";
import { fundPage, type FundPage } from "@jointfund/core/statements/fund-page.ts";
import type { PageCells } from "@jointfund/core/statements/page-cell.ts";
import { pageCells } from "@jointfund/core/statements/page-cells.ts";
import { recomputed } from "@jointfund/core/statements/recomputed-cell.ts";
import { Invocation } from "../../src/cli/invocation.ts";
import { openRecord, type OpenRecord } from "../../src/cli/record.ts";
import { assumedBy } from "../../src/cli/run-report.ts";
import { tellCell, valueText } from "../../src/cli/why-cell.ts";
import { pageParts } from "../../src/page/fund-page.ts";
import { sectionOf, type Section } from "../../src/page/section.ts";
import { assumptionsFor } from "../../src/scenario/page-assumptions.ts";
import { readScenario } from "../../src/scenario/scenario-file.ts";
import { copyPlayed } from "../../../../tests/support/copy-played.ts";
import { FIRST_YEAR, temporaryDirectory } from "./captured-terminal.ts";

const SCENARIOS = dirname(FIRST_YEAR);
const work = temporaryDirectory();

type Played = {
  readonly name: string;
  readonly record: OpenRecord;
  readonly page: FundPage;
  readonly cells: PageCells;
};

const played: Played[] = [];

/** What the scenarios leave out is assumed here, so that every figure is there. */
const COSTS = { US: Ratio.make(42n, 1_000n), JP: Ratio.make(2n, 100n) };

/** The words of a source have digits of their own. */
const SOURCE = { en: "a source", ja: "出典" };

before(async () => {
  for (const file of readdirSync(SCENARIOS).filter((each) => each.endsWith(".yaml"))) {
    const data = join(work, file);
    await copyPlayed(basename(file, ".yaml"), data);
    const read = readScenario(join(SCENARIOS, file));
    assert.ok(read.ok);
    const record = openRecord(data);
    const kept = assumptionsFor(assumedBy(read.value.scenario));
    const display = kept.display && { display: { ...kept.display, source: SOURCE } };
    const assumed = { fundingCost: COSTS, ...kept, ...display };
    const input = { state: record.state, chronicle: record.chronicle, ...assumed };
    const page = fundPage(input);
    played.push({ name: file, record, page, cells: pageCells(input, page) });
  }
});

test("[ST60] every number of every scenario's page is what its parts come to", () => {
  for (const { name, record, page, cells } of played) {
    assert.ok(cells.size > 50, name);
    for (const cell of cells.values()) {
      const { actual, required } = recomputed(record.state, cells, cell, page.currency);
      assert.equal(actual, required, `${name} ${cell.id}`);
    }
  }
});

test("[ST60] a number that is not what its parts come to is found", () => {
  const { record, page, cells } = played[0]!;
  const wrong = new Set<string>();
  for (const cell of cells.values()) {
    if (cell.value.kind !== "money") continue;
    const value = { ...cell.value, minor: cell.value.minor + 1n };
    const { actual, required } = recomputed(
      record.state,
      new Map([...cells, [cell.id, { ...cell, value }]]),
      { ...cell, value },
      page.currency,
    );
    if (actual === required) wrong.add(cell.id);
  }
  assert.deepEqual([...wrong], []);
});

test("[ST60] act why tells where each of them comes from, in both languages", () => {
  for (const { name, record, page, cells } of played) {
    for (const cell of cells.values()) {
      let out = "";
      const terminal = {
        out: (text: string) => {
          out += text;
        },
        err: () => undefined,
        isInteractive: false,
        environment: {},
      };
      const invocation = new Invocation(terminal, { lang: "both" });
      tellCell({ record, invocation, all: true, page, cells }, cell);
      const lines = out.trimEnd().split("\n");
      const [first = ""] = lines;
      assert.ok(first.includes(valueText(cell.value)), `${name} ${cell.id}: ${first}`);
      const isNothing = cell.source.kind === "postings" && cell.source.parts().length === 0;
      assert.ok(isNothing || lines.length > 1, `${name} ${cell.id} is not explained`);
      assert.doesNotMatch(out, /undefined|NaN|\[object/, cell.id);
    }
  }
});

test("worth, shares, multiples and cash tie", () => {
  for (const { name, page, cells, record } of played) {
    const minor = (id: string): bigint => {
      const value = cells.get(id)?.value;
      return value?.kind === "money" ? value.minor : 0n;
    };
    const moved = minor("movement.put-in") + minor("movement.operations");
    const opening = minor("net-assets.opening");
    assert.equal(opening + moved - minor("movement.distributions"), minor("net-assets"), name);
    let [shares, owned] = [Ratio.zero, 0n];
    for (const { party } of page.columns) {
      const of = (figure: string): bigint => minor(`sides.${party}.${figure}`);
      owned += of("owns");
      const share = cells.get(`sides.${party}.share`)?.value;
      if (share?.kind === "share") shares = Ratio.add(shares, share.ratio);
      const value = of("received") + of("due") + of("redeemed") + of("redemption-due") + of("owns");
      const multiple = cells.get(`sides.${party}.multiple`)?.value;
      if (multiple?.kind === "multiple") {
        assert.deepEqual(multiple.ratio, Ratio.make(value, of("put-in")), `${name} ${party}`);
      }
    }
    // The memorandum has no units, and shares what it earns by a waterfall.
    if (page.microUnits > 0n) assert.deepEqual(shares, Ratio.one, name);
    assert.equal(owned, minor("net-assets"), name);
    let cash = 0n;
    for (const [key, balance] of record.state.ledger.range(
      `${record.state.charter.capital.vehicle}/1010/USD/`,
    )) {
      if (key !== "") cash += balance;
    }
    assert.equal(minor("owns.cash"), cash, name);
  }
});

test("[ST63] [ST64] a lock marks its years, and is told as one with its cure", () => {
  const { page } = played.find(({ name }) => name === "borrowing.yaml")!;
  // Locked from December 2025 to March, and again in April 2026 for a day.
  const locked = page.revenue.map(({ party, years }) => [party, ...years.map((of) => of.locked)]);
  assert.deepEqual(locked, [
    ["US", false, true],
    ["JP", true, true],
  ]);
  const covenants = page.episodes.filter(({ kind }) => kind === "covenant");
  assert.equal(covenants.length, 1);
  const [episode] = covenants;
  assert.ok(episode?.kind === "covenant");
  assert.deepEqual(
    [episode.worst, episode.step, episode.on, episode.clearedOn, episode.writeDown],
    ["cure", "clear", "2025-12-31", "2026-04-30", 210_000_000_000n],
  );
  const late = played.find(({ name }) => name === "paying-late.yaml")!.page.episodes;
  assert.deepEqual(
    late.map((of) => of.kind === "lateCall" && [of.party, of.paid, of.open, of.steps]),
    [["JP", 60_000_000_000n, 0n, ["publish", "divert"]]],
  );
});

/** What has digits and is no number of the fund: dates, years, units and the sections' numbers. */
const NO_NUMBERS = [
  /\d{1,2} [A-Z][a-z]{2} \d{4}/g,
  /\d{4}年\d{1,2}月\d{1,2}日/g,
  /FY\d{4}|\d{4}会計年度|令和(\d+|元)年度/g,
  /10億|100万|(?<=換算相場 |以前は|to )1 ?(?=[A-Z米])/g,
  /^[1-5] /gm,
  /Level [1-3]|レベル[1-3]/g,
];

/** What is left of the sections with numbers once every number that is a cell is taken out. */
function unexplained(section: Section): string {
  let text = pageParts(section).slice(1, 5).flat().join("\n");
  const told = section.told.filter(({ id }) => !id.startsWith("contested"));
  for (const { id } of told) assert.ok(section.record.cells.has(id), id);
  for (const pattern of NO_NUMBERS) text = text.replaceAll(pattern, "");
  const texts = told.map((each) => each.text).toSorted((a, b) => b.length - a.length);
  for (const figure of texts) text = text.replaceAll(figure, "");
  return text;
}

for (const columns of [80, 100]) {
  for (const choice of ["both", "en", "ja"] as const) {
    test(`each number on the page in ${choice} at ${columns} columns is a cell`, () => {
      for (const { name, page, record, cells } of played) {
        const { charter } = record.state;
        const style = { columns, choice, paint: (_style: string, text: string) => text };
        const section = sectionOf(page, { charter, cells, broken: [], next: [] }, style);
        const left = unexplained(section);
        assert.doesNotMatch(left, /\d/, `${name}\n${left}`);
        for (const line of pageParts(section).flat()) {
          assert.ok(stringWidth(line) <= columns, `${name}: ${line}`);
          assert.ok(!line.includes("…"), `${name}: ${line}`);
        }
      }
    });
  }
}
