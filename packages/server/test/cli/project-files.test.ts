import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { before, test } from "node:test";
import type { Json } from "@jointfund/core/base/json.ts";
import { decode } from "@jointfund/core/base/schema.ts";
import { projectionSchema } from "@jointfund/projection/outcomes/projection-schema.ts";
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";
import { FIRST_YEAR, run, temporaryDirectory } from "./captured-terminal.ts";

const CHARTER = join(resolve(dirname(FIRST_YEAR), ".."), "charters/us-japan.yaml");
const work = temporaryDirectory();
const SIZE = ["--paths", "3000", "--years", "6", "--sample", "5"];

async function written(name: string, ...args: readonly string[]) {
  const out = join(work, name);
  const done = await run(["project", CHARTER, ...SIZE, "--out", out, ...args]);
  return { ...done, out };
}

type Manifest = {
  readonly paths: number;
  readonly asked: number;
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
  readonly madeOf: { readonly charter: { readonly sha256: string }; readonly sha256: string };
};

const manifestOf = (directory: string): Manifest =>
  JSON.parse(readFileSync(join(directory, "manifest.json"), "utf8")) as Manifest;

const sha256 = (file: string): string =>
  createHash("sha256").update(readFileSync(file)).digest("hex");

let first = "";

before(async () => {
  const { out, code, err } = await written("first", "--workers", "1");
  assert.equal(code, 0, err);
  first = out;
});

test("[PJ72] files are those of the manifest, and of their hashes", () => {
  const { files, madeOf } = manifestOf(first);
  const found = readdirSync(first, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(first.length + 1));
  const named = [...files.map(({ name }) => name), "manifest.json"];
  assert.deepEqual(new Set(found), new Set(named));
  for (const { name, sha256: hash } of files) assert.equal(sha256(join(first, name)), hash, name);
  assert.equal(madeOf.charter.sha256, sha256(CHARTER));
});

test("[PJ72] 1, 2 and 3 threads write the same bytes; another seed others", async () => {
  const expected = sha256(join(first, "manifest.json"));
  for (const workers of ["2", "3"]) {
    const { out, code, err } = await written(`of-${workers}`, "--workers", workers);
    assert.equal(code, 0, err);
    assert.equal(sha256(join(out, "manifest.json")), expected, `${workers} threads`);
  }
  const { out } = await written("other", "--seed", "2");
  assert.notEqual(manifestOf(out).madeOf.sha256, manifestOf(first).madeOf.sha256);
  assert.notEqual(sha256(join(out, "result.json")), sha256(join(first, "result.json")));
});

test("the result and the tables hold the same figures", () => {
  const json = JSON.parse(readFileSync(join(first, "result.json"), "utf8")) as Json;
  const read = decode(projectionSchema, json);
  assert.ok(read.ok);
  const lines = readFileSync(join(first, "fans.csv"), "utf8").replace("\u{feff}", "").split("\r\n");
  const [head, ...records] = lines.map((line) => line.split(","));
  const netAssets = records.find(([of, variable]) => of === "fund" && variable === "netAssets")!;
  const { fund, parties } = read.value;
  assert.equal(netAssets[2], "USD");
  assert.equal(Number(netAssets[head!.indexOf("p50")]), fund.netAssets.p50[0]! / 100);
  // The yen has no minor unit.
  const worth = records.find(([of, variable]) => of === "JP" && variable === "worth")!;
  assert.equal(Number(worth[head!.indexOf("mean")]), parties[1]!.fans.worth.mean[0]);
  // [PJ69] Means of the parts add up.
  const meanOf = (variable: string): number => {
    const found = records.findLast(([of, name]) => of === "US" && name === variable);
    return Number(found![head!.indexOf("mean")]);
  };
  const parts = ["yearIncome", "yearGains", "yearCapital"].map(meanOf);
  const sum = parts.reduce((all, part) => all + part, 0);
  assert.ok(sum > 0 && Math.abs(sum - meanOf("yearDistributed")) <= 1e-9 * sum);
  assert.ok(records.some(([of, variable]) => of === "JP" && variable === "netRevenue"));
  const outcomes = readFileSync(join(first, "outcomes.csv"), "utf8");
  assert.match(outcomes, /fund,locked,probability,/);
  assert.match(outcomes, /JP,irr,p50,/);
  assert.doesNotMatch(outcomes, /NaN|undefined|null/);
});

test("paths in full are those that are told one at a time", async () => {
  const file = await asyncBufferFromFile(join(first, "paths.parquet"));
  const rows = await parquetReadObjects({ file });
  assert.equal(rows.length, 5 * 24);
  const { out } = await run(["project", CHARTER, "--years", "6", "--path", "3", "--json"]);
  const { steps } = JSON.parse(out) as {
    steps: { step: number; ends: string; outputs: Record<string, number | null> }[];
  };
  // What a path does not have is no number in a table of numbers, and null in JSON.
  const numbers = (outputs: Record<string, number | null>): Record<string, number> =>
    Object.fromEntries(Object.entries(outputs).map(([name, value]) => [name, value ?? NaN]));
  const told = rows.filter(({ path }) => path === 3);
  // [PJ69] What a treasury is distributed stands in the table by where it came from, too.
  const parts = (outputs: Record<string, number>): Record<string, number> =>
    Object.fromEntries(
      ["US", "JP"].flatMap((party) =>
        ["income", "gains", "capital"].map((part) => [
          `${part}Distributed:${party}`,
          outputs[`distributed:${party}`]! * outputs[`${part}Share`]!,
        ]),
      ),
    );
  assert.deepEqual(
    told,
    steps.map(({ step, ends, outputs }) => {
      const row = numbers(outputs);
      return { path: 3, step, ends, ...row, ...parts(row) };
    }),
  );
});

test("charts are well-formed, in both languages, and hold no broken figure", () => {
  const names = readdirSync(join(first, "charts"));
  assert.equal(names.length, 10);
  for (const name of names) {
    const svg = readFileSync(join(first, "charts", name), "utf8");
    assert.doesNotMatch(svg, /NaN|undefined|Infinity|\{\d\}/, name);
    assert.match(svg, /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    assert.match(svg, name.endsWith(".ja.svg") ? /[\u3040-\u30ff\u4e00-\u9fff]/ : /lang="en"/);
  }
});

test("a directory that holds something else is left alone", async () => {
  const other = join(work, "taken");
  mkdirSync(other);
  writeFileSync(join(other, "letter.txt"), "mine");
  const { code, err } = await written("taken");
  assert.equal(code, 2);
  assert.match(err, /holds something else than a projection/);
  assert.deepEqual(readdirSync(other), ["letter.txt"]);
  const again = await written("first", "--workers", "1");
  assert.equal(again.code, 0, again.err);
});

test("[PJ13] an interrupt leaves what is done, which says how many paths it is of", async () => {
  let ended = { code: 1, err: "", out: "" };
  // A slow machine may not have begun by then.
  for (const wait of [3000, 12_000, 40_000]) {
    const interrupt = setTimeout(() => process.emit("SIGINT"), wait);
    ended = await written("ended", "--paths", "30000000");
    clearTimeout(interrupt);
    if (ended.code === 0) break;
  }
  const { code, err, out } = ended;
  assert.equal(code, 0, err);
  const { paths, asked } = manifestOf(out);
  assert.equal(asked, 30_000_000);
  assert.ok(paths > 0 && paths < asked);
  assert.match(err, /The run was ended: what follows is of \d+ of 30000000 paths/);
  const whole = await written("whole", "--paths", String(paths));
  assert.equal(whole.code, 0, whole.err);
  assert.equal(sha256(join(whole.out, "fans.csv")), sha256(join(out, "fans.csv")));
});

test("[PJ115] the report says what was asked, and what it can't say", async () => {
  const { out, code, err } = await written("reported", "--sensitivity", "--frontier");
  assert.equal(code, 0, err);
  const page = (language: string): string =>
    readFileSync(join(out, `report.${language}.html`), "utf8");
  for (const text of ["tails may be understated", "Not modelled: tax", "Frontier of leverage"]) {
    assert.ok(page("en").includes(text), text);
  }
  for (const text of ["裾のリスクを過小に示す", "感応度", "前提条件及び限界"]) {
    assert.ok(page("ja").includes(text), text);
  }
  for (const language of ["en", "ja"]) {
    assert.doesNotMatch(page(language), /undefined|NaN|\{\d\}/);
    assert.ok(page(language).split("<svg").length > 4);
    const pdf = readFileSync(join(out, `report.${language}.pdf`));
    assert.equal(pdf.subarray(0, 5).toString("latin1"), "%PDF-");
  }
});
