import assert from "node:assert/strict";
import { join } from "node:path";
import { before, test } from "node:test";
import { STATEMENT_NAMES } from "@jointfund/core/statements/catalogue.ts";
import { FIRST_YEAR, run, temporaryDirectory } from "./captured-terminal.ts";

const data = join(temporaryDirectory(), "data");

before(async () => {
  const { code, err } = await run(["run", FIRST_YEAR, "--data", data, "--json"]);
  assert.equal(code, 0, err);
});

const ask = (...args: readonly string[]) => run(["statements", ...args, "--data", data]);

test("every statement prints in both languages", async () => {
  for (const name of STATEMENT_NAMES) {
    const { code, out, err } = await ask(name, "--lang", "both");
    assert.equal(code, 0, err);
    assert.ok(out.split("\n").length > 4, name);
    assert.doesNotMatch(out, /undefined|NaN|\[object/);
  }
});

test("thirteen weeks stand below each other, for no screen is as wide", async () => {
  const { out } = await ask("cash-forecast", "--lang", "en");
  const weeks = out.split("\n").filter((line) => line.includes("Week from: "));
  assert.equal(weeks.length, 13);
  for (const line of weeks) assert.match(line, /^ {2}Week from: \d{4}-\d\d-\d\d +[\d,.]+/);
});

test("a statement is given as JSON with the postings of its lines", async () => {
  const { code, out } = await ask("operations", "--json");
  assert.equal(code, 0);
  const statement = JSON.parse(out) as {
    readonly tables: readonly { readonly lines: readonly { readonly id: string }[] }[];
  };
  const line = statement.tables[0]?.lines.find(({ id }) => id === "account.4010");
  assert.deepEqual(line, {
    ...{ id: "account.4010", rank: "line" },
    caption: { name: { en: "Dividends", ja: "受取配当金" } },
    cells: [{ kind: "money", currency: "USD", minor: "23941424000" }],
    source: {
      kind: "postings",
      selections: [{ accounts: ["4010"], sign: "-1", of: "movement" }],
    },
  });
});

test("the names of statements are listed, and an unknown one is refused in a line", async () => {
  const { out } = await ask("--lang", "en");
  assert.equal(out.trim().split("\n").length, STATEMENT_NAMES.length);
  const unknown = await ask("nonsense");
  assert.equal(unknown.code, 2);
  assert.match(unknown.err, /^jointfund: .*cash-flows.*\n$/);
});

test("a year of a calendar is a period by that calendar", async () => {
  const own = await ask("operations", "--year", "FY2025", "--lang", "en");
  assert.match(own.out, /2025-01-01\/2025-12-31 \(FY2025\)/);
  const japan = await ask("operations", "--year", "japan:FY2025", "--lang", "ja");
  assert.match(japan.out, /2025-04-01\/2026-03-31（令和7年度）/);
  const running = await ask("operations", "--year", "us:FY2026", "--lang", "en");
  assert.match(running.out, /2025-10-01\/2026-07-01 \(FY2026 to date\)/);
});

test("dates, years and vehicles that are none are refused", async () => {
  const wrong = [
    ["--from", "2026-02-30"],
    ["--year", "2026"],
    ["--year", "mars:FY2026"],
    ["--year", "FY2099"],
    ["--vehicle", "nowhere"],
    ["--from", "2026-06-02", "--to", "2026-06-01"],
    ["--line", "net-increase"],
    ["--funding-rate", "JP"],
    ["--exchange-rate", "JPY=0"],
  ];
  for (const options of wrong) {
    const { code, err } = await ask("operations", ...options);
    assert.equal(code, 2, options.join(" "));
    assert.match(err, /^jointfund: .+\n$/);
  }
});

test("a line leads to its postings, which come to what it says", async () => {
  const statement = await ask("operations", "--lang", "en");
  assert.match(statement.out, /Dividends +239,414,240\.00/);
  const traced = await ask("operations", "--line", "account.4010", "--lang", "en");
  assert.match(traced.out, /2026-\d\d-\d\d +\+[\d,.]+  investment\.income/);
  assert.match(traced.out, /\+239,414,240\.00\n$/);
  const values = JSON.parse((await ask("operations", "--line", "account.4010", "--json")).out) as {
    readonly minor: string;
  }[];
  assert.equal(
    values.reduce((sum, { minor }) => sum + BigInt(minor), 0n),
    23_941_424_000n,
  );
});

test("revenue is net of a stated cost and in a government's own money", async () => {
  const rates = ["--funding-rate", "JP=1%", "US=3.5%", "--exchange-rate", "JPY=160"];
  const { out } = await ask("revenue", ...rates, "--lang", "en");
  // 95,765,696.00 dollars at 160 are 15,322,511,360 yen.
  assert.match(out, /FY2026 +2026-04-01 .* 15,322,511,360\n/);
});

test("a return of less than a year is not made a year's", async () => {
  const { out } = await ask("returns", "--lang", "both");
  // Paid in on 10 July 2025, looked at on 1 July 2026.
  assert.match(out, /5\.9621%/);
  assert.doesNotMatch(out, /p\.a\.|年率/);
});

const IN_YEN = [
  ...["--in", "JPY", "--exchange-rate", "JPY=150", "USD/JPY@2026-06-01=160"],
] as const;

test("[ST70] [ST73] a statement in another currency shows the rates it rests on", async () => {
  const { code, out, err } = await ask("changes-in-net-assets", ...IN_YEN, "--lang", "both");
  assert.equal(code, 0, err);
  assert.match(out, /^Statement of changes in net assets .* JPY\n/);
  assert.match(out, /換算差額/);
  assert.match(out, /USD\/JPY +150\.00000000 +- .* stated\n/);
  const own = await ask("operations", "--lang", "en");
  assert.doesNotMatch(own.out, /Exchange rates used/);
});

test("[ST71] the trace of a translated balance tells what rates of exchange changed", async () => {
  const traced = await ask(
    ...["assets-and-liabilities", "--line", "account.1010", "--lang", "en"],
    ...IN_YEN,
  );
  assert.match(traced.out, /\+[\d,]+ {2}Effect of exchange rates\n +\+[\d,]+\n$/);
});

test("[ST74] a missing rate is named in both languages, with the day and what to do", async () => {
  const { code, err } = await ask("operations", "--in", "JPY", "--lang", "en");
  assert.equal(code, 1);
  assert.match(err, /No rate of USD\/JPY is fixed on or before \d{4}-\d\d-\d\d.*--exchange-rate/);
  const japanese = await ask("operations", "--in", "JPY", "--lang", "ja");
  assert.match(japanese.err, /USD\/JPYの為替レート/);
  for (const wrong of [
    ["revenue", "--in", "JPY"],
    ["operations", "--in", "XXY"],
    ["operations", "--in", "JPY", "--exchange-rate", "USD/XXY=1"],
    ["operations", "--in", "JPY", "--exchange-rate", "USD/JPY@2026-02-30=1"],
  ]) {
    assert.equal((await ask(...wrong)).code, 2, wrong.join(" "));
  }
});
