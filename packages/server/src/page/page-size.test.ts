import assert from "node:assert/strict";
import { test } from "node:test";
import stringWidth from "string-width";
import { Ratio } from "@jointfund/core/base/ratio.ts";
import { localDate } from "@jointfund/core/calendar/date.ts";
import type { ContestedEpisode } from "@jointfund/core/statements/contested-episodes.ts";
import { fundPage, type FundPage } from "@jointfund/core/statements/fund-page.ts";
import type { PageCells } from "@jointfund/core/statements/page-cell.ts";
import { pageCells } from "@jointfund/core/statements/page-cells.ts";
import type { SideColumn } from "@jointfund/core/statements/side-columns.ts";
import { chronicleOf, settledFund } from "../../../../tests/support/chronicles.ts";
import { formatFundPage } from "./fund-page.ts";
import type { PageStyle } from "./section.ts";

const settled = chronicleOf(settledFund());
const display = { currency: "JPY", rate: Ratio.make(150n), source: { en: "invented" } };
const input = { ...settled, display, actualUntil: localDate("2025-12-31") };
const page = fundPage(input);
const CHOICES = ["both", "en", "ja"] as const;

/** Every amount so many times as large. */
function scaled(cells: PageCells, num: bigint, den: bigint): PageCells {
  return new Map(
    [...cells].map(([id, cell]) => {
      const { value } = cell;
      if (value.kind !== "money") return [id, cell];
      return [id, { ...cell, value: { ...value, minor: (value.minor * num) / den } }];
    }),
  );
}

function lines(of: FundPage, cells: PageCells, style: Omit<PageStyle, "paint">): string[] {
  const { charter } = settled.state;
  const record = { charter, cells, broken: [], next: [] };
  const text = formatFundPage(of, record, { ...style, paint: (_style, painted) => painted });
  return text.trimEnd().split("\n");
}

function assertFits(all: readonly string[], columns: number): void {
  for (const line of all) {
    assert.ok(stringWidth(line) <= columns, line);
    assert.ok(!line.includes("…"), line);
  }
}

test("300 billion and 300 million both fit 80 and 100 columns, each in its own unit", () => {
  const cells = pageCells(input, page);
  for (const columns of [80, 100]) {
    for (const choice of CHOICES) {
      // Of the 300 billion that are promised the settled fund has called six.
      const large = lines(page, scaled(cells, 100n, 1n), { columns, choice });
      assertFits(large, columns);
      assert.match(large.join("\n"), /15,000\.000/);
      assert.match(large.join("\n"), /USD billion|10億米ドル/);
      const small = lines(page, scaled(cells, 1n, 1_000n), { columns, choice });
      assertFits(small, columns);
      assert.match(small.join("\n"), /150\.000/);
      assert.match(small.join("\n"), /USD million|100万米ドル/);
    }
  }
});

test("four columns fit, each kind by its name, and yen beside dollars", () => {
  const [us, jp] = page.columns as [SideColumn, SideColumn];
  const columns4: readonly SideColumn[] = [
    ...[us, jp],
    { ...us, party: "partners", kind: "partners", members: ["US"] },
    { ...us, party: "citizens", kind: "citizens", members: ["US"] },
  ];
  const four = { ...page, columns: columns4 };
  const cells = pageCells(input, four);
  for (const columns of [80, 100]) {
    for (const choice of CHOICES) assertFits(lines(four, cells, { columns, choice }), columns);
  }
  const text = lines(four, cells, { columns: 100, choice: "both" }).join("\n");
  assert.match(text, /LPs LP投資家/);
  assert.match(text, /Citizens 国民/);
});

test("a path that is not actual any more is told to be none", () => {
  const text = lines(page, pageCells(input, page), { columns: 80, choice: "en" }).join("\n");
  assert.match(text, /^Actual to 31 Dec 2025; then the scenario's stated path, not a forecast\.$/m);
  const { actualUntil: _until, ...actual } = page;
  const plain = lines(actual, pageCells(input, page), { columns: 80, choice: "en" }).join("\n");
  assert.doesNotMatch(plain, /stated path/);
});

const on = localDate("2030-01-01");
const years = Array.from({ length: 40 }, (_, n) => ({
  year: {
    ...{ calendarId: "us", label: `FY${2026 + n}` },
    ...{ start: localDate(`${2025 + n}-10-01`), end: localDate(`${2026 + n}-09-30`) },
  },
  ...{ minor: 0n, toDate: n === 39, locked: false },
}));
const accounts = settled.state.charter.accounts.filter(({ kind }) => kind === "liability");

/** A fund of forty years in which everything that can be many is many. */
function longLife(): FundPage {
  const episodes = Array.from({ length: 5_000 }, (_, n): ContestedEpisode => {
    const about = { entry: n, on, clause: "8.2" };
    const line = {
      kind: "vetoed",
      ...{ ...about, officer: "a", party: "JP", reason: "" },
      ...{ actId: "ab".repeat(32), actType: "investment.select", proposedBy: "US" },
    } as const;
    return { ...about, id: `contested.${n}`, lines: [line], kind: "single", line };
  });
  const liabilities = accounts.map(({ code: account, name }, n) => ({
    ...{ account, name, minor: BigInt(n + 1) * 100_000_000n },
  }));
  const positions = page.positions.map((position) => ({ ...position, liabilities }));
  const revenue = page.revenue.map((of) => ({ ...of, years }));
  return { ...page, episodes, positions, revenue };
}

test("[ST63] [ST64] no list of the page grows without bound", () => {
  const long = longLife();
  assert.ok(accounts.length > 10);
  const cells = pageCells(input, long);
  for (const columns of [80, 100]) {
    for (const choice of CHOICES) {
      const all = lines(long, cells, { columns, choice });
      assertFits(all, columns);
      assert.ok(all.length < 90, `${all.length} lines`);
    }
  }
  const text = lines(long, cells, { columns: 100, choice: "en" }).join("\n");
  assert.match(text, /Other liabilities +-0\.\d{3} +-0\.\d{3}$/m);
  assert.match(text, /US +before FY2063 USD 0 +FY2063 USD 0 +FY2064 USD 0 +FY2065 to date USD 0/);
  assert.match(text, /\(8 of 5000\)/);
  assert.match(text, /and 4992 more: 4992 vetoed/);
});
