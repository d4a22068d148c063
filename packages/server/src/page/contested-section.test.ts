import assert from "node:assert/strict";
import { test } from "node:test";
import { localDate } from "@jointfund/core/calendar/date.ts";
import { Ratio } from "@jointfund/core/base/ratio.ts";
import type { ContestedEpisode } from "@jointfund/core/statements/contested-episodes.ts";
import { CellList } from "@jointfund/core/statements/page-cell.ts";
import type { ContestedLine, FundPage } from "@jointfund/core/statements/fund-page.ts";
import { exampleCharter } from "../../../../tests/support/charters.ts";
import { contestedSection } from "./contested-section.ts";
import { sectionOf, type Section } from "./section.ts";

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
    "op-1：業務日の開始を却下（of_a_later_version）",
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

const charter = exampleCharter("us-japan");

function sectionFor(episodes: readonly ContestedEpisode[], choice: Section["choice"]): Section {
  const list = new CellList("USD");
  const count = { kind: "count", count: episodes.length } as const;
  list.add("contested", count, { kind: "counted", counts: new Map() });
  for (const { id } of episodes) {
    list.add(id, { kind: "entries", entries: [] }, { kind: "entries" });
  }
  const page = { episodes, currency: "USD" } as unknown as FundPage;
  const record = { charter, cells: list.cells, broken: [], next: [] };
  return sectionOf(page, record, { columns: 100, choice, paint: (_style, text) => text });
}

const single = (line: ContestedLine, n = 0): ContestedEpisode => ({
  ...{ id: `contested.${line.entry + n}`, on: line.on, clause: line.clause, lines: [line] },
  ...{ kind: "single", line },
});

for (const [line, en, ja] of LINES) {
  test(`${line.kind} is told in both languages, with month and clause`, () => {
    for (const [choice, text] of [
      ["en", en],
      ["ja", ja],
    ] as const) {
      const [, told = ""] = contestedSection(sectionFor([single(line)], choice));
      assert.match(told, /^ {2}2028-04 {2}/);
      assert.match(told, / 5\.4$/);
      assert.equal(told.slice(11, -3).trim(), text);
    }
  });
}

test("a line names the investment that it is about", () => {
  const [line] = LINES.find(([{ kind }]) => kind === "vetoed")!;
  const named = { ...line, about: { en: "Abilene", ja: "アビリーン" } };
  const [, en] = contestedSection(sectionFor([single(named)], "en"));
  assert.match(en!, /Selection of an investment, Abilene \(US\) vetoed by Japan/);
  const [, ja] = contestedSection(sectionFor([single(named)], "ja"));
  assert.match(ja!, /投資案件の選定「アビリーン」（米国）を日本が拒否/);
});

test("[ST63] of many the weightiest are shown, and the rest is counted by kind", () => {
  const of = (kind: ContestedLine["kind"]): ContestedLine =>
    LINES.find(([line]) => line.kind === kind)![0];
  const refused = Array.from({ length: 9 }, (_, n) => single(of("refused"), 10 + n));
  const lapsed = Array.from({ length: 3 }, (_, n) => single(of("lapsed"), 30 + n));
  const vetoed = single(of("vetoed"), 50);
  const lines = contestedSection(sectionFor([vetoed, ...refused, ...lapsed], "en"));
  assert.equal(lines.length, 1 + 8 + 1);
  assert.match(lines[0]!, /\(8 of 13\)/);
  assert.match(lines[1]!, /vetoed by Japan/);
  const rest = /^ {2}and 5 more: (\d) refused, (\d) lapsed$/.exec(lines.at(-1)!);
  assert.equal(Number(rest?.[1]) + Number(rest?.[2]), 5);
  const japanese = contestedSection(sectionFor([vetoed, ...refused, ...lapsed], "ja"));
  assert.match(japanese.at(-1)!, /^ {2}ほか5件：却下\d件、失効\d件$/);
});

test("[ST63] a covenant's way down and back is one line, a late call another", () => {
  const about = { id: "contested.7", on, clause: "16.7", lines: [] };
  const covenant: ContestedEpisode = {
    ...{ ...about, kind: "covenant", covenant: "asset-coverage", worst: "lock", step: "clear" },
    ...{ writeDown: 3_140_000_000_000n, ratio: Ratio.make(1_785n, 1_000n), clearedOn: on },
  };
  const late: ContestedEpisode = {
    ...{ ...about, id: "contested.8", kind: "lateCall", party: "JP", call: act.actId },
    ...{ currency: "USD", paid: minor, open: 0n, days: 71, interest: 466_674_504n },
    ...{ steps: ["publish"], remediedOn: on },
  };
  const text = (choice: Section["choice"]): string =>
    contestedSection(sectionFor([covenant, late], choice))
      .join(" ")
      .replaceAll(/\s+/g, " ");
  const english = text("en");
  assert.match(english, /Write-down of USD 31.4 billion; Asset coverage at 178.5%: “lock”; clear/);
  assert.match(
    english,
    /Japan paid USD 45 million 71 days late; interest USD 4,666,745.04; default/,
  );
  assert.match(text("ja"), /314億米ドルの評価減、資産カバレッジ178.5%で「停止」の段階/);
});
