import assert from "node:assert/strict";
import { dirname, join, resolve } from "node:path";
import { test } from "node:test";
import type { Bearable } from "../../src/projection/bearable.ts";
import type { Frontier } from "../../src/projection/frontier.ts";
import type { Sensitivity } from "../../src/projection/sensitivity.ts";
import { FIRST_YEAR, run } from "./captured-terminal.ts";

const root = resolve(dirname(FIRST_YEAR), "..");
const CHARTER = join(root, "charters/us-japan.yaml");
const SMALL = ["--paths", "2048", "--years", "10"];

const analysed = async (...args: readonly string[]): Promise<string> => {
  const { code, out, err } = await run(["project", CHARTER, ...SMALL, ...args]);
  assert.equal(code, 0, err);
  return out;
};

test("[PJ112] assumptions are moved on the same draws, the largest effect first", async () => {
  const { rows, assumed } = JSON.parse(await analysed("--sensitivity", "--json")) as Sensitivity;
  const row = (moved: string) => {
    const found = rows.find((each) => each.moved === moved);
    assert.ok(found, moved);
    return found;
  };
  const us = (moved: string, direction: "down" | "up") =>
    row(moved)[direction].price.parties[0]!.difference;
  assert.ok(us("expectedReturn", "up").median > 0 && us("expectedReturn", "down").median < 0);
  assert.ok(us("volatility", "up").bad < 0 && us("volatility", "down").bad > 0);
  // The yen that Japanese citizens bring come to more or less: next to nothing for the US.
  const ofYen = Math.abs(us("quoteDrift", "up").mean);
  assert.ok(ofYen < assumed.parties[0]!.prospect.mean / 1_000, `${ofYen}`);
  assert.ok(row("quoteDrift").up.price.parties[1]!.difference.median > 0);
  assert.notEqual(us("pace", "up").mean, 0);
  const size = (index: number): number =>
    Math.abs(rows[index]!.up.price.parties[0]!.difference.median);
  assert.ok(size(0) > size(rows.length - 1));
  const error = us("expectedReturn", "up").standardError;
  assert.ok(error < assumed.parties[0]!.prospect.standardError);
});

test("[PJ113] the frontier ends at the most that incurrence tests allow", async () => {
  const { most, points, marks } = JSON.parse(await analysed("--frontier", "--json")) as Frontier;
  assert.ok(most > 0.2 && most <= 0.5, String(most));
  assert.equal(points[0]?.target, 0);
  assert.equal(points.at(-1)?.target, most);
  const locked = points.map(({ chances }) => chances.locked);
  assert.ok(locked.at(-1)! > locked[0]!);
  const medians = points.map(({ parties }) => parties[0]!.irr.median);
  assert.equal(medians[marks[0]!.median], Math.max(...medians));
});

test("[PJ114] falls that lead to more are deeper, and cost more", async () => {
  const told = JSON.parse(await analysed("--bearable", "--json")) as Bearable;
  const falls = told.falls.map(({ fall }) => fall ?? 1);
  assert.deepEqual(
    falls,
    falls.toSorted((a, b) => a - b),
  );
  const losses = told.falls.map((each) => each.losses[0]?.loss ?? Infinity);
  assert.ok(losses.every((loss, index) => index === 0 || loss >= losses[index - 1]!));
  const sales = told.random.map(({ price }) => price.chances.forcedSale.probability);
  assert.ok(sales.at(-1)! > sales[0]!);
});

test("[PJ112] analyses print in both languages, within the page", async () => {
  for (const analysis of ["--sensitivity", "--frontier", "--bearable"]) {
    const out = await analysed(analysis, "--lang", "both", "--workers", "1");
    assert.doesNotMatch(out, /undefined|NaN|Infinity|\[object|\{\d\}/);
    for (const line of out.split("\n")) assert.ok(line.length <= 100, line);
  }
});
