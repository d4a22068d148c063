import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { runChecks } from "@jointfund/core/fund/checks/check-outcome.ts";
import { toldParts } from "@jointfund/core/base/told-text.ts";
import { holdersOf } from "@jointfund/core/capital/state.ts";
import { agedBreaks, bankReconciliations } from "@jointfund/core/statements/bank-reconciliation.ts";
import { NAMED_CHECKS } from "@jointfund/core/statements/page-checks.ts";
import { openRecord } from "../../packages/server/src/cli/record.ts";
import { readScenario } from "../../packages/server/src/scenario/scenario-file.ts";
import { copyPlayed } from "../support/copy-played.ts";
import { playExample } from "../support/first-year.ts";
import { published, temporaryDirectory } from "../support/played-data.ts";
import { requireData } from "../support/require-data.ts";

const path = fileURLToPath(new URL("../../scenarios/us-japan.yaml", import.meta.url));

/** Played once for all tests, to its end. */
const whole = temporaryDirectory();
const played = copyPlayed("us-japan", whole);

test("ten years play to their end, and every named check holds", async () => {
  await played;
  const { state, chronicle } = openRecord(whole);
  for (const { name, breaches } of runChecks(NAMED_CHECKS, { state, chronicle })) {
    assert.deepEqual(breaches, [], name);
  }
  const contested = chronicle.contested.map(({ kind }) => kind);
  for (const kind of ["refused", "recused", "vetoed", "frozen"]) {
    assert.ok(
      contested.some((each) => each === kind),
      `nothing ${kind}`,
    );
  }
});

test("citizens of both countries are priced each half-year and paid each year", async () => {
  await played;
  const { capital, charter, payments, strikes } = openRecord(whole).state;
  for (const [id, count] of [
    ["citizens-us", 8],
    ["citizens-jp", 7],
  ] as const) {
    const { vehicle } = charter.classes.find((each) => each.id === id)!;
    const struck = [...strikes.values()].filter(({ unitClass }) => unitClass === id);
    const days = new Set(struck.map(({ on }) => on));
    assert.deepEqual([...days], ["2034-06-30", "2034-12-29", "2035-06-29", "2035-12-28"], id);
    const holders = holdersOf(capital, id).filter(({ microUnits }) => microUnits > 0n);
    assert.equal(holders.length, count, id);
    for (const { holder } of holders) {
      const own = [...payments.values()].filter(
        (each) => each.vehicle === vehicle && each.payee === holder,
      );
      const paid = new Set(own.map(({ releasedOn = "" }) => releasedOn.slice(0, 4)));
      assert.deepEqual(paid, new Set(["2034", "2035"]), holder);
      assert.equal(own.length, 2, holder);
    }
  }
});

test("the bank's last statement leaves one item open on either side", async () => {
  await played;
  const { state, chronicle } = openRecord(whole);
  const breaks = agedBreaks(state.charter, bankReconciliations({ state, chronicle }), state.today);
  assert.ok(breaks.ok);
  // Aged by business days: of up to twenty, and of up to five.
  const aged = breaks.value.map(({ side, bucket }) => `${side} ${bucket}`);
  assert.deepEqual(aged, ["book 2", "bank 1"]);
});

test("[R8] what people said in the ten years is said in both languages", async () => {
  await played;
  const { acts } = openRecord(whole).chronicle;
  const written = ["technique", "report", "cause", "grounds", "text"];
  for (const { act } of acts.values()) {
    const fields = written.map((field) => act.body[field]);
    for (const text of [act.reason, ...fields]) {
      if (typeof text !== "string") continue;
      const languages = toldParts(text).map(({ language }) => language);
      assert.deepEqual(languages, ["en", "ja"], `${act.type}: ${text}`);
    }
  }
});

test("[IN38] companies, milestones and loans have names in both languages", async () => {
  await played;
  const { facilities, investments } = openRecord(whole).state;
  const named = [
    ...facilities.values(),
    ...[...investments.values()].flatMap(({ parties, milestones }) => [...parties, ...milestones]),
  ];
  for (const each of named) {
    assert.deepEqual(Object.keys(each.name ?? {}), ["en", "ja"], JSON.stringify(each.name));
  }
});

test("the same with 300 million: another size, the same story, the same shares", async () => {
  const settings = [{ path: "capital", value: "300000000.00" }];
  const { outcome, state } = await playExample("us-japan", temporaryDirectory(), { settings });
  assert.ok(outcome.ok && outcome.value.isComplete);
  assert.equal(state.ledger.get("fund/3010/USD/US"), -7_150_000_000n);
});

test("ten years that are broken off twice go on to the same record", async () => {
  await played;
  const read = readScenario(path);
  assert.ok(read.ok);
  const { steps } = read.value.scenario;
  const broken = temporaryDirectory();
  for (const stopAfter of [Math.floor(steps.length / 3), Math.floor((steps.length * 3) / 4)]) {
    const { outcome } = await playExample("us-japan", broken, { stopAfter });
    assert.ok(outcome.ok && !outcome.value.isComplete);
  }
  const { outcome } = await playExample("us-japan", broken);
  assert.ok(outcome.ok && outcome.value.isComplete, JSON.stringify(outcome));
  assert.deepEqual(published(broken), published(whole));
});

test("the rates said to be real are those that were published", (context) => {
  const folder = requireData(context, "fx");
  if (folder === undefined) return;
  const read = readScenario(path);
  assert.ok(read.ok);
  const rows = (name: string): ReadonlyMap<string, string> =>
    new Map(
      readFileSync(join(folder, "..", name), "utf8")
        .trim()
        .split("\n")
        .map((line) => line.split(",", 2) as [string, string]),
    );
  const [daily, monthly] = [rows("fx/usdjpy_daily.csv"), rows("fx/usdjpy_monthly.csv")];
  const yen = read.value.scenario.series.get("usdjpy") ?? [];
  const real = yen.filter(([on]) => on < "2026-07-01");
  assert.ok(real.length >= 7);
  for (const [on, rate] of real) {
    const published = on < "2025-10-01" ? daily.get(on) : monthly.get(on);
    assert.equal(Number(rate), Number(published), on);
  }
  const treasury = rows("rates-us/DGS3MO.csv");
  const dollar = read.value.scenario.series.get("dollarRate") ?? [];
  for (const [on, rate] of dollar.filter(([date]) => date < "2025-10-01")) {
    assert.equal(Number(rate), Number(treasury.get(on)), on);
  }
});

test("the sites' sums are half of what they are estimated to cost", (context) => {
  const folder = requireData(context, "epoch-data-centers");
  if (folder === undefined) return;
  const read = readScenario(path);
  assert.ok(read.ok);
  const { parameters } = read.value.scenario;
  const rows = readFileSync(join(folder, "stargate_timeline.csv"), "utf8").trim().split("\n");
  const half = (site: string, on: string): number => {
    const row = rows.find(
      (each) => each.startsWith(`OpenAI Stargate ${site},`) && each.includes(on),
    );
    // Billions with at most six decimals, so that half of one is whole dollars.
    return Math.round((Number(row?.split(",")[5]) * 1e9) / 2);
  };
  const dollars = (name: string): number =>
    Number(/([0-9_]+) USD/.exec(parameters[name] ?? "")?.[1]?.replaceAll("_", ""));
  for (const [site, name] of [
    ["Michigan", "michigan"],
    ["Milam", "milam"],
    ["New Mexico", "newmexico"],
    ["Wisconsin", "wisconsin"],
  ] as const) {
    assert.equal(5 * dollars(`${name}Step`), half(site, "2028-12-31"), site);
  }
  assert.equal(dollars("shackelfordFirst"), half("Shackelford", "2027-01-01"));
  const whole = dollars("shackelfordFirst") + 4 * dollars("shackelfordStep");
  assert.equal(whole, half("Shackelford", "2028-12-31"));
});
