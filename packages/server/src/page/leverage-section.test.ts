import assert from "node:assert/strict";
import { test } from "node:test";
import { Ratio } from "@jointfund/core/base/ratio.ts";
import type { FundLeverage } from "@jointfund/core/statements/fund-leverage.ts";
import type { FundPage } from "@jointfund/core/statements/fund-page.ts";
import { CellList, type PageCells } from "@jointfund/core/statements/page-cell.ts";
import { exampleCharter } from "../../../../tests/support/charters.ts";
import { widthOf } from "./layout.ts";
import { leverageSection } from "./leverage-section.ts";
import { sectionOf, type Section } from "./section.ts";

const BILLION = 100_000_000_000n;
const charter = exampleCharter("us-japan");
const nameOf = (id: string) => charter.leverage!.covenants.find((of) => of.id === id)!.name;

const leverage: FundLeverage = {
  covenants: [
    {
      ...{ covenant: "asset-coverage", name: nameOf("asset-coverage"), must: "atLeast" },
      ...{ ratio: Ratio.make(2_668n, 1_000n), limit: Ratio.make(2n), step: "clear" },
      falls: [
        { step: "lock", fallBps: 2_560 },
        { step: "sale", fallBps: 4_009 },
      ],
    },
    {
      ...{ covenant: "look-through", name: nameOf("look-through"), must: "atMost" },
      ...{ ratio: Ratio.make(72n, 100n), limit: Ratio.make(7n, 10n), step: "lock" },
      falls: [{ step: "sale", fallBps: 1_500 }],
    },
  ],
  debt: 3n * BILLION,
  debtOfHeld: BILLION,
};

/** The numbers of that page as cells; where they come from is not told here. */
function cells(): PageCells {
  const list = new CellList("USD");
  const source = { kind: "term", clause: "" } as const;
  for (const { covenant, ratio, limit, falls } of leverage.covenants) {
    const id = `leverage.${covenant}`;
    list.ratio(id, "share", ratio!, source);
    list.ratio(`${id}.limit`, "share", limit, source);
    for (const { step, fallBps } of falls) {
      list.ratio(`${id}.${step}`, "share", Ratio.make(BigInt(fallBps), 10_000n), source);
    }
  }
  list.money("leverage.debt", 3n * BILLION, source);
  list.money("leverage.project-debt", BILLION, source);
  list.ratio("leverage.debt-to-worth", "multiple", Ratio.make(1n, 2n), source);
  list.money("cover.to-pay", 3n * BILLION, source);
  list.money("cover.held", 6n * BILLION, source);
  list.ratio("cover.ratio", "multiple", Ratio.make(2n), source);
  return list.cells;
}

function sectionFor(choice: Section["choice"], columns: number): Section {
  const page = { currency: "USD" } as unknown as FundPage;
  const record = { charter, cells: cells(), broken: [], next: [] };
  return sectionOf(page, record, { columns, choice, paint: (_style, text) => text });
}

/** Each line with what stands apart in it, so that widths are judged beside. */
const told = (choice: Section["choice"], columns: number): readonly string[] =>
  leverageSection(sectionFor(choice, columns), leverage).map((line) =>
    line.replaceAll(/ {3,}/g, " | ").trim(),
  );

test("leverage is told in English: now, limit, and the fall to lock and to sale", () => {
  assert.deepEqual(told("en", 80), [
    "4 LEVERAGE | now | limit",
    "Asset coverage | 266.8% | >= 200.0%",
    "| investments may fall 25.6% to lock, 40.0% to sale",
    "Loan to value with project debt | 72.0% | <= 70.0%",
    "| now at “lock”  investments may fall 15.0% to sale",
    "Debt (USD billion) | 3.000",
    "Debt of projects, by share held | 1.000",
    "Debt to net assets | 0.50x",
    "Promised and owed, debt apart | 3.000",
    "Cash, callable capital, lines | 6.000",
    "Cover | 2.00x",
  ]);
});

test("leverage is told in Japanese", () => {
  assert.deepEqual(told("ja", 80), [
    "4 借入と財務制限 | 現在 | 基準",
    "資産カバレッジ | 266.8% | >= 200.0%",
    "| 評価額の下落余地 停止まで25.6%、売却まで40.0%",
    "プロジェクト借入れを含む借入比率 | 72.0% | <= 70.0%",
    "| 「停止」の段階  評価額の下落余地 売却まで15.0%",
    "借入金（10億米ドル） | 3.000",
    "案件の借入金（持分相当） | 1.000",
    "純資産に対する借入倍率 | 0.50x",
    "投資約束及び借入金以外の債務 | 3.000",
    "現金・未払込出資・融資枠 | 6.000",
    "裏付け倍率 | 2.00x",
  ]);
});

test("both beside each other fit 80 and 100 columns, and nothing is cut", () => {
  for (const columns of [80, 100]) {
    const lines = leverageSection(sectionFor("both", columns), leverage);
    for (const line of lines) {
      assert.ok(widthOf(line) <= columns, `${columns}: ${line}`);
      assert.ok(!line.includes("…"), line);
    }
    const all = lines.join("\n");
    assert.match(all, /Loan to value with project debt\s+(72\.0% +<= 70\.0%\n\s+)?プロジェクト/);
    assert.match(all, /25\.6% to lock 停止, 40\.0% to sale 売却/);
    assert.match(all, /now at “lock” 「停止」の段階/);
  }
});
