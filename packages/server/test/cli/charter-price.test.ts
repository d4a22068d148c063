import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { test } from "node:test";
import type { PriceFor } from "@jointfund/projection/pricing/price.ts";
import type { PriceComparison } from "../../src/projection/price-comparison.ts";
import { FIRST_YEAR, run, temporaryDirectory } from "./captured-terminal.ts";

const root = resolve(dirname(FIRST_YEAR), "..");
const CHARTER = join(root, "charters/us-japan.yaml");
const ASSUMPTIONS = join(root, "assumptions/us-japan.yaml");
const work = temporaryDirectory();

function draftOf(...changes: readonly (readonly [RegExp, string])[]): string {
  let text = readFileSync(CHARTER, "utf8");
  for (const [found, put] of changes) {
    assert.match(text, found);
    text = text.replace(found, put);
  }
  const file = join(work, "draft.yaml");
  writeFileSync(file, text);
  return file;
}

const SMALL = ["--price", "--assumptions", ASSUMPTIONS, "--paths", "2048", "--years", "8"];
const CAPITAL = [
  /initial: ("300000000000\.00")/,
  'initial: { brackets: { US: $1, JP: "150000000000.00" } }',
] as const;
const TIMELOCK = [
  /timelock: (\{ days: 10, calendar: joint \})/,
  "timelock: { brackets: { US: $1, JP: { days: 20, calendar: joint } } }",
] as const;

test("[PJ110] each bracket is priced alone, beside the first side's reading", async () => {
  const draft = draftOf(CAPITAL, TIMELOCK);
  const { code, out, err } = await run(["charter", "compare", draft, ...SMALL, "--json"]);
  assert.equal(code, 0, err);
  const { first, readings } = JSON.parse(out) as PriceComparison;
  const [capital, timelock] = readings;
  assert.ok(capital?.price);
  assert.deepEqual(capital.bracket, { path: "/capital/initial", side: "JP" });
  // Half of everything: each path has half of its gain, and the chances stay nearly the same.
  for (const [index, party] of first.price.parties.entries()) {
    const half: PriceFor = capital.price.parties[index]!;
    assert.equal(half.currency, party.currency);
    const { mean, median } = half.difference;
    assert.ok(Math.abs(mean / party.prospect.mean + 0.5) < 0.01, `${mean}`);
    assert.ok(Math.abs(median / party.prospect.median + 0.5) < 0.01, `${median}`);
    assert.ok(half.difference.standardError < party.prospect.standardError);
  }
  assert.ok(Math.abs(capital.price.chances.locked.difference) < 0.01);
  assert.equal(timelock?.standing, "withoutEffect");
  assert.equal(timelock?.price, null);
});

test("[PJ111] the page says so in both languages, and fits", async () => {
  const draft = draftOf(CAPITAL, TIMELOCK);
  const { code, out, err } = await run(["charter", "compare", draft, ...SMALL, "--lang", "both"]);
  assert.equal(code, 0, err);
  assert.doesNotMatch(out, /undefined|NaN|Infinity|\[object|\{\d\}/);
  for (const text of [
    "USD 300 billion → USD 150 billion",
    "Not priced: nothing computed depends on it.",
    "価額なし：計算結果に影響しません。",
    "bad case",
    "US, USD billion",
  ]) {
    assert.ok(out.includes(text), text);
  }
});

test("[PJ111] two charters are priced by the parties that both have", async () => {
  const other = draftOf([/initial: ("300000000000\.00")/, 'initial: "330000000000.00"']);
  const told = await run(["charter", "compare", CHARTER, other, ...SMALL, "--json"]);
  assert.equal(told.code, 0, told.err);
  const { readings } = JSON.parse(told.out) as PriceComparison;
  assert.equal(readings.length, 1);
  assert.deepEqual(
    readings[0]!.price?.parties.map(({ party }) => party),
    ["US", "JP", "partners"],
  );
  const alone = await run(["charter", "compare", CHARTER, ...SMALL]);
  assert.equal(alone.code, 2);
  assert.match(alone.err, /no brackets/);
});

test("[PJ111] a reading that a program can't express is refused with its clause", async () => {
  const text = readFileSync(CHARTER, "utf8");
  assert.ok(text.includes("ratio: if debt = 0 USD"));
  const draft = draftOf([
    /ratio: (if debt = 0 USD then 100000% else \(totalAssets - otherLiabilities\) \/ debt)/,
    "ratio: { brackets: { US: $1, JP: sum(i in investments | i.cost) / debt } }",
  ]);
  const { code, err } = await run(["charter", "compare", draft, ...SMALL]);
  assert.notEqual(code, 0);
  assert.match(err, /16\.7/);
});
