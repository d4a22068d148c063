import assert from "node:assert/strict";
import { test } from "node:test";
import { localDate } from "@jointfund/core/calendar/date.ts";
import type { ContestedLine, FundPage } from "@jointfund/core/statements/fund-page.ts";
import { exampleCharter } from "../../../../tests/support/charters.ts";
import { contestedSection } from "./contested-section.ts";
import type { Section } from "./section.ts";

const on = localDate("2028-04-12");
const about = { entry: 7, on, clause: "5.4" };
const act = { actId: "ab".repeat(32), actType: "investment.select" };
const minor = 4_500_000_000n;

/** One of each kind, with what is said of it. */
const LINES: readonly (readonly [ContestedLine, en: string, ja: string])[] = [
  [
    {
      ...{ ...about, kind: "trouble", what: "claim", party: "JP", against: "fund" },
      sum: { currency: "USD", minor },
    },
    "Japan claims USD 45 million of The fund",
    "日本がファンドに4,500万米ドルを請求",
  ],
  [
    {
      ...{ ...about, kind: "trouble", what: "disputeMoved", party: "JP", against: "US" },
      stage: "tribunal",
    },
    "Japan and US: now with “Arbitral tribunal”",
    "日本と米国の紛争が「仲裁廷」の段階",
  ],
  [
    {
      ...{ ...about, kind: "trouble", what: "deadlockMoved" },
      ...{ actType: "investment.select", stage: "ministers" },
    },
    "Deadlock over Selection of an investment: the ministers confer",
    "投資案件の選定の膠着：閣僚の協議",
  ],
  [
    {
      ...{ ...about, ...act, kind: "refused", statement: "proposal", officer: "ad-1" },
      ...{ party: "ADV", code: "proposer_conflicted", facts: {} },
    },
    "Adviser: Selection of an investment refused, conflict of interest",
    "助言者：投資案件の選定を却下（利益相反）",
  ],
  [
    {
      ...{ ...about, actType: "facility.draw", kind: "refused", statement: "proposal" },
      ...{ officer: "m-1", party: "MGR", code: "facility_unknown", facts: { actual: "line" } },
    },
    "Joint office: Drawing under a facility refused: There is no facility line",
    "事務局：借入れの実行を却下（融資枠「line」はありません）",
  ],
  [
    {
      ...{ ...about, kind: "refused", statement: "day.open", officer: "op-1" },
      ...{ party: "", code: "of_a_later_version", facts: {} },
    },
    "op-1: day opened refused, of_a_later_version",
    "op-1：開始日を却下（of_a_later_version）",
  ],
  [
    {
      ...about,
      ...act,
      kind: "vetoed",
      officer: "jp-1",
      party: "JP",
      reason: "",
      proposedBy: "US",
    },
    "Selection of an investment (US) vetoed by Japan",
    "投資案件の選定（米国）を日本が拒否",
  ],
  [
    { ...about, ...act, kind: "objected", officer: "a", party: "US", reason: "", proposedBy: "JP" },
    "Selection of an investment (Japan): US objects",
    "投資案件の選定（日本）に米国が異議",
  ],
  [
    {
      ...{ ...about, ...act, kind: "recused", officer: "a", party: "JP", reason: "" },
      ...{ seats: ["JP-3"], votes: { approving: 7, counted: 8 } },
    },
    "Selection of an investment: seat JP-3 recused; 7 of 8 yes",
    "投資案件の選定：席JP-3が回避（8席中7席賛成）",
  ],
  [
    {
      ...{ ...about, kind: "valueChallenged", party: "JP", investment: "abilene" },
      ...{ name: { en: "Abilene", ja: "アビリーン" }, actId: act.actId },
    },
    "Japan challenges the value of Abilene",
    "日本が「アビリーン」の評価額に異議",
  ],
  [
    { ...about, kind: "covenantStepped", covenant: "asset-coverage", step: "sale" },
    "Asset coverage: now at “sale”",
    "資産カバレッジ：「売却」の段階",
  ],
  [
    { ...about, ...act, kind: "rejected", proposedBy: "MGR" },
    "Selection of an investment (Joint office) voted down",
    "投資案件の選定（事務局）を否決",
  ],
  [
    { ...about, ...act, kind: "lapsed", proposedBy: "MGR" },
    "Selection of an investment (Joint office) lapsed",
    "投資案件の選定（事務局）が失効",
  ],
  [
    { ...about, kind: "frozen", parties: ["US"], until: on, actId: act.actId },
    "Frozen by US until 12 April 2028",
    "米国が2028年4月12日まで凍結",
  ],
  [
    {
      ...{ ...about, kind: "paidLate", party: "US", dueDate: localDate("2028-03-31") },
      ...{ currency: "USD", minor, call: act.actId },
    },
    "US paid USD 45 million 12 days late",
    "米国が4,500万米ドルを12日遅れて払込み",
  ],
  [
    { ...about, kind: "excused", party: "US", currency: "USD", minor, call: act.actId },
    "US excused from USD 45 million of a call",
    "米国の払込み4,500万米ドルを免除",
  ],
  [
    { ...about, kind: "optedOut", party: "JP", currency: "USD", minor, call: act.actId },
    "Japan opted out of USD 45 million",
    "日本が資金提供4,500万米ドルを見送り",
  ],
  [
    { ...about, kind: "defaultStepped", party: "JP", step: "divert", call: act.actId },
    "Japan has not paid a call: its distributions are diverted",
    "日本の払込み不履行：分配金の充当を開始",
  ],
  [
    { ...about, kind: "defaultRemedied", party: "JP", call: act.actId },
    "Japan has made its default good",
    "日本の払込み不履行が解消",
  ],
];

function sectionOf(contested: readonly ContestedLine[], choice: Section["choice"]): Section {
  const charter = exampleCharter("us-japan");
  return {
    ...{ columns: 100, choice, paint: (_style, text) => text },
    page: { contested } as unknown as FundPage,
    record: { charter, entries: 1, checks: 1, broken: [], next: [] },
  };
}

for (const [line, en, ja] of LINES) {
  test(`${line.kind} is told in both languages, with month and clause`, () => {
    for (const [choice, text] of [
      ["en", en],
      ["ja", ja],
    ] as const) {
      const [, told = ""] = contestedSection(sectionOf([line], choice));
      assert.match(told, /^ {2}2028-04 {2}/);
      assert.match(told, / 5\.4$/);
      assert.equal(told.slice(11, -3).trim(), text);
    }
  });
}

test("only the last are shown of many, and the heading says so", () => {
  const many = Array.from({ length: 11 }, () => LINES[6]![0]);
  const lines = contestedSection(sectionOf(many, "en"));
  assert.equal(lines.length, 9);
  assert.match(lines[0]!, /\(last 8 of 11\)/);
});
