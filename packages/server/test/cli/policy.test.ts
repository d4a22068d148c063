import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { decode, type JsonObject } from "@jointfund/core/base/schema.ts";
import {
  comparisonSchema,
  type PolicyComparison,
} from "@jointfund/projection/policy/comparison.ts";
import { openRecord } from "../../src/cli/record.ts";
import { recordFutures } from "../../src/policy/record-futures.ts";
import { widthOf } from "../../src/page/layout.ts";
import { revenuePayments } from "@jointfund/core/statements/fiscal-revenue.ts";
import { fiscalDefinition, fiscalYearNamed } from "@jointfund/core/statements/period.ts";
import { sidesOf } from "@jointfund/core/statements/sides.ts";
import { pageBook } from "@jointfund/core/statements/page-books.ts";
import { FIRST_YEAR, run, temporaryDirectory } from "./captured-terminal.ts";

const POLICY = fileURLToPath(new URL("../../../../policies/us-japan.yaml", import.meta.url));
const data = `${temporaryDirectory()}/fund`;
const call = (...more: readonly string[]) =>
  run(["policy", POLICY, "--record", data, "--paths", "50", ...more]);

before(async () => {
  const { code } = await run(["run", FIRST_YEAR, "--data", data]);
  assert.equal(code, 0);
});

test("[PO8] a record's payments are those of its books, by fiscal year", () => {
  const record = openRecord(data);
  const futures = recordFutures(record);
  const { charter } = record.state;
  assert.deepEqual([futures.from, futures.paths, futures.baseCurrency], ["record", 1, "USD"]);
  assert.equal(futures.parties.length, 2);
  for (const { party, years, inBase } of futures.parties) {
    const { fiscalYear, currency } = charter.parties.find(({ id }) => id === party)!;
    const definition = fiscalDefinition(charter, fiscalYear!, currency)!;
    for (const [at, label] of years.entries()) {
      const year = fiscalYearNamed(definition, `FY${label}`)!;
      const paid = revenuePayments(record, party, year);
      const minor = paid.reduce((sum, payment) => sum + payment.minor, 0n);
      assert.equal(inBase.distributed[at], Number(minor) / 100);
    }
    const side = sidesOf(record, pageBook(record)).find((each) => each.party === party)!;
    const total = (values: Float64Array): number => values.reduce((sum, each) => sum + each, 0);
    assert.equal(total(inBase.paidIn), Number(side.putIn) / 100);
    assert.equal(total(inBase.worth), Number(side.ownsNow + side.due) / 100);
  }
});

test("[PO30] the comparison is told as JSON of its schema", async () => {
  const { code, out } = await call("--json");
  assert.equal(code, 0);
  const decoded = decode(comparisonSchema, JSON.parse(out) as JsonObject);
  assert.ok(decoded.ok, out.slice(0, 400));
  assert.equal(decoded.value.withoutSkill.closedForm, 0);
  assert.equal(decoded.value.sides.length, 4);
});

test("the comparison stands in a terminal in either language", async () => {
  for (const [language, words] of [
    [
      "en",
      ["US Treasury", "Stake in the fund", "fair value", "without skill and costs is USD 0.0 bn"],
    ],
    ["ja", ["米国財務省", "ファンドへの出資", "公正価値", "億ドル", "日本の輸出企業"]],
  ] as const) {
    const { code, out } = await call("--lang", language);
    assert.equal(code, 0);
    for (const word of words) assert.ok(out.includes(word), `${word} in\n${out}`);
    for (const line of out.split("\n")) assert.ok(widthOf(line) <= 100, line);
    assert.ok(!/NaN|undefined|Infinity|\{\d+\}/.test(out), out);
  }
});

test("[PO23] the same call gives the same text", async () => {
  const [first, again, other] = [await call(), await call(), await call("--seed", "2")];
  assert.equal(first.out, again.out);
  assert.notEqual(first.out, other.out);
});

test("[PO5] what is wrong is told with its place, in the user's language", async () => {
  const wrong = await call("--set", "tariff.passThrough.value=20%", "--lang", "ja");
  assert.equal(wrong.code, 1);
  assert.match(wrong.err, /tariff\.passThrough: 値が下限と上限の間にありません/);
  assert.match(wrong.err, /us-japan\.yaml:\d+:\d+/);
  const unplaced = await call("--set", "tariff.pass=20%");
  assert.equal(unplaced.code, 1);
  assert.match(unplaced.err, /no place for tariff\.pass=20%/);
  for (const [option, value] of [
    ["--paths", "0"],
    ["--paths", "many"],
    ["--set", "nothing"],
  ] as const) {
    const { code, out } = await call(option, value);
    assert.deepEqual([code, out], [2, ""], option);
  }
  const missing = await run(["policy", "nowhere.yaml", "--record", data]);
  assert.equal(missing.code, 2);
});

test("[PO8] without a record the fund's payments come from its projection", async () => {
  const { code, out } = await run(["policy", POLICY, "--paths", "50", "--json"]);
  assert.equal(code, 0);
  const decoded = decode(comparisonSchema, JSON.parse(out) as JsonObject);
  assert.ok(decoded.ok, out.slice(0, 400));
  assert.deepEqual(decoded.value.fund, { from: "projection", paths: 50 });
  assert.equal(decoded.value.fairStakes?.sides.length, 2);
  const levered = await run([
    ...["policy", POLICY, "--paths", "50", "--json"],
    ...["--set", "assumptions.borrowing.target=40%", "--set", "years.count=15"],
  ]);
  const changed = decode(comparisonSchema, JSON.parse(levered.out) as JsonObject);
  assert.ok(changed.ok);
  const stake = (of: PolicyComparison): number => of.sides[0]!.policies[0]!.years[14]!.revenue.p95;
  assert.ok(stake(changed.value) !== stake(decoded.value), "more debt, other payments");
  const unknown = await run(["policy", POLICY, "--set", "assumptions=../nowhere.yaml"]);
  assert.deepEqual([unknown.code, unknown.out], [1, ""]);
  assert.match(unknown.err, /nowhere\.yaml/);
});

test("the comparison is written as a file of each format, with the same figures", async () => {
  const folder = temporaryDirectory();
  for (const [format, marks] of [
    ["html", ["<table", "米国財務省", "US Treasury", "Stake in the fund"]],
    ["csv", ["Stake in the fund", "ファンドへの出資"]],
    ["json", ["jointfund/policy-comparison/v1"]],
    ["pdf", ["%PDF-"]],
    ["xlsx", ["PK"]],
  ] as const) {
    const file = `${folder}/policy.${format}`;
    const { code, out } = await call("--lang", "both", "--format", format, "--out", file);
    assert.deepEqual([code, out], [0, ""], format);
    const text = readFileSync(file, "utf8");
    for (const mark of marks) assert.ok(text.includes(mark), `${mark} in ${format}`);
  }
});
