import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { test } from "node:test";
import type { Json } from "@jointfund/core/base/json.ts";
import { decode } from "@jointfund/core/base/schema.ts";
import { projectionSchema } from "@jointfund/projection/outcomes/projection-schema.ts";
import type { Projection } from "@jointfund/projection/outcomes/projection.ts";
import { FIRST_YEAR, run, temporaryDirectory } from "./captured-terminal.ts";

const root = resolve(dirname(FIRST_YEAR), "..");
const CHARTER = join(root, "charters/us-japan.yaml");
const work = temporaryDirectory();

const project = (...args: readonly string[]) => run(["project", CHARTER, ...args]);
const SMALL = ["--paths", "2048", "--years", "5"];

async function told(...args: readonly string[]): Promise<Projection> {
  const { code, out, err } = await project(...SMALL, "--json", ...args);
  assert.equal(code, 0, err);
  const read = decode(projectionSchema, JSON.parse(out) as Json);
  assert.ok(read.ok);
  return read.value;
}

test("a projection prints in both languages, and every figure is one", async () => {
  const { code, out, err } = await project(...SMALL, "--lang", "both");
  assert.equal(code, 0, err);
  assert.doesNotMatch(out, /undefined|NaN|Infinity|\[object|\{\d\}/);
  for (const text of [
    "Net assets, USD billion",
    "純資産総額（億米ドル）",
    "内部収益率",
    "━",
    "FY2029",
  ]) {
    assert.ok(out.includes(text), text);
  }
  for (const line of out.split("\n")) assert.ok(line.length <= 100, line);
});

test("[PJ68] the number of threads changes nothing", async () => {
  const one = await project(...SMALL, "--json", "--workers", "1");
  const three = await project(...SMALL, "--json", "--workers", "3");
  assert.equal(one.out, three.out);
});

test("more debt, a stress and another model give other results by the same draws", async () => {
  const plain = await told();
  const last = plain.dates.length - 1;
  const levered = await told("--set", "borrowing.target=35%");
  assert.ok(levered.fund.leverage.p50[last]! > plain.fund.leverage.p50[last]! + 0.03);
  const stressed = await told("--stress", "crisis-2008");
  assert.ok(stressed.fund.netAssets.p50[last]! < plain.fund.netAssets.p50[last]!);
  const [before, after] = [plain, stressed].map(({ fund }) => fund.netAssets.mean[0]);
  assert.equal(before, after);
  const other = await told("--model", "garch");
  assert.notDeepEqual(other.fund.netAssets, plain.fund.netAssets);
  const larger = await told("--set", "capital=600000000000.00");
  const ratio = larger.fund.netAssets.mean[last]! / plain.fund.netAssets.mean[last]!;
  assert.ok(Math.abs(ratio - 2) < 1e-6, `${ratio}`);
});

test("[PJ71] one path is told in full, and is the one that was collected", async () => {
  const { code, out } = await project("--years", "5", "--path", "1500", "--json");
  assert.equal(code, 0);
  const path = JSON.parse(out) as { steps: { outputs: Record<string, number> }[] };
  assert.equal(path.steps.length, 20);
  const { out: only } = await project("--years", "5", "--path", "0", "--json");
  const first = JSON.parse(only) as typeof path;
  const alone = await told("--paths", "1");
  const netAssets = first.steps.map(({ outputs }) => Number(outputs["netAssets"]!.toPrecision(10)));
  assert.deepEqual(alone.fund.netAssets.p50, netAssets);
  assert.deepEqual(alone.fund.netAssets.mean, netAssets);
  const page = await project("--years", "5", "--path", "1500", "--lang", "both");
  assert.doesNotMatch(page.out, /undefined|NaN|\{\d\}/);
  assert.match(page.out, /Path 1,500 in full/);
});

test("bad input is told with its place, and nothing is computed", async () => {
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [["--paths", "many"], /--paths takes a whole number from 1 to 100000000, not many/],
    [["--years", "0"], /--years/],
    [["--seed", ""], /--seed/],
    [["--stress", "flood"], /no stress flood. There are: .*crisis-2008/],
    [["--set", "borrowing.nothing=1"], /place for borrowing.nothing=1/],
    [["--set", "charter.nothing=1"], /place for charter.nothing=1/],
    [["--set", "market.model.volatility=NaN"], /us-japan.yaml:\d+:\d+: market.model.volatility/],
    [["--set", "market.model.volatility=-5%"], /market.model.volatility/],
    [["--assumptions", "none.yaml"], /There is no file none.yaml/],
    [["--set", "capital=NaN"], /capital=NaN: the capital is an amount above 0/],
    [["--set", "capital=-5"], /capital=-5: the capital is an amount above 0/],
    [
      ["--paths", "10", "--path", "10"],
      /Path 10 lies outside the run: --paths 10 has paths from 0/,
    ],
  ];
  for (const [args, said] of cases) {
    const { code, out, err } = await project(...args);
    assert.equal(code, 2, args.join(" "));
    assert.match(err, said);
    assert.equal(out, "");
  }
});

test("a charter that a setting makes faulty is refused with the setting", async () => {
  const small = await project("--set", "capital=2", "--paths", "1");
  assert.notEqual(small.code, 0);
  assert.match(small.err, /With capital=2 the charter cannot be adopted/);
  const japanese = await project("--paths", "10", "--path", "10", "--lang", "ja");
  assert.match(japanese.err, /経路10は試算の範囲外です/);
  const one = await project("--paths", "1", "--years", "1");
  assert.match(one.out, /^.*One path from /m);
});

test("[PJ40] a charter that a program cannot express is refused with its clause", async () => {
  const text = readFileSync(CHARTER, "utf8");
  const limit = 'not concernsAffiliateOf("ADV") or concernCost <= affiliateCap of initialCapital';
  assert.ok(text.includes(limit));
  const charter = join(work, "inexpressible.yaml");
  // The day a month from now is a date that a program cannot move.
  writeFileSync(charter, text.replace(limit, 'today + 1 month > date("2026-01-01")'));
  const { code, out, err } = await run(["project", charter, "--years", "1"]);
  assert.equal(code, 1, err);
  assert.match(err, /clause \d[\d.]*, limits\.\d+\.holds: .* by months/);
  assert.equal(out, "");
});

test("a charter without a file of assumptions has some that suit any", async () => {
  const charter = join(work, "alone.yaml");
  writeFileSync(charter, readFileSync(CHARTER));
  const args = ["project", charter, "--paths", "64", "--years", "2", "--lang", "en"];
  const { code, out, err } = await run(args);
  assert.equal(code, 0, err);
  assert.match(out, /Assumptions that suit any charter/);
});

test("[PJ100] one path is played as acts of a fund, and the books agree", async () => {
  const years = ["--years", "1"];
  const { code, out, err } = await project(...years, "--path", "7", "--replay", "--lang", "both");
  assert.equal(code, 0, err);
  assert.match(out, /Path 7 was played .* 4 steps to 2026-09-30/);
  assert.match(out, /全[0-9,]+件の数値が一致しました/);
  const told = await project(...years, "--path", "7", "--replay", "--json");
  const agreement = JSON.parse(told.out) as { readonly steps: number; readonly broken?: unknown };
  assert.deepEqual([agreement.steps, agreement.broken], [4, undefined]);
  const other = join(root, "charters/us-japan-2025.yaml");
  const memorandum = await run(["project", other, ...years, "--path", "7", "--replay"]);
  assert.equal(memorandum.code, 0, memorandum.err);
  assert.match(memorandum.out, /Path 7 was played .* 4 steps/);
  const without = await project(...years, "--replay");
  assert.equal(without.code, 2);
  assert.match(without.err, /--path/);
});
