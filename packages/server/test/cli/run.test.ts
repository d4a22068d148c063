import assert from "node:assert/strict";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { before, test } from "node:test";
import stringWidth from "string-width";
import { FIRST_YEAR, run, temporaryDirectory, type Captured } from "./captured-terminal.ts";

const CHARTERS = resolve(dirname(FIRST_YEAR), "../charters");
const work = temporaryDirectory();
// The page names the directory, so it has to be the same on every machine: ./data.
process.chdir(work);
const data = join(work, "data");
let first: Captured;

before(async () => {
  first = await run(["run", FIRST_YEAR]);
});

const journalOf = (directory: string): Buffer => readFileSync(join(directory, "journal/entries"));

/**
 * The page as it is kept in the repository; UPDATE_GOLDEN=1 writes it anew, for review. The root
 * hash differs with every word of the charter, so it is left out.
 */
function assertGolden(name: string, page: string): void {
  const file = new URL(`../golden/${name}.txt`, import.meta.url);
  const shown = page.replace(/[A-Za-z0-9+/]{8}…/, "(root)…");
  assert.notEqual(shown, page);
  if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(file, shown);
  assert.equal(shown, readFileSync(file, "utf8"));
}

test("a run ends with the page, results and messages apart", () => {
  assert.equal(first.code, 0, first.err);
  assertGolden("first-year-both-100", first.out);
  assert.match(first.err, /^Playing “.*\nシナリオ「.*」を実行しています/);
  const months = first.err.split("\n").filter((line) => /^20[0-9]{2}-[0-9]{2} /.test(line));
  assert.equal(new Set(months.map((line) => line.slice(0, 7))).size, months.length);
  assert.match(months.at(-1) ?? "", /^2026-07 {2}(\d+) of \1 steps {2}\1段階中\1段階$/);
});

for (const [name, language, columns] of [
  ["first-year-both-80", "both", 80],
  ["first-year-en-80", "en", 80],
  ["first-year-ja-80", "ja", 80],
] as const) {
  test(`the page in ${language} fits ${columns} columns, by East Asian widths`, async () => {
    const environment = { NO_COLOR: "1" };
    const args = ["run", FIRST_YEAR, "--lang", language];
    const { code, out } = await run(args, { columns, environment });
    assert.equal(code, 0);
    assertGolden(name, out);
    for (const line of out.split("\n")) assert.ok(stringWidth(line) <= columns, line);
  });
}

test("the page of a fund that borrows, in both languages", async () => {
  const borrowing = join(dirname(FIRST_YEAR), "borrowing.yaml");
  const { code, out } = await run(["run", borrowing, "--data", "./borrowing"]);
  assert.equal(code, 0);
  assertGolden("borrowing-both-100", out);
});

test("colour is for a terminal that did not ask for none", async () => {
  const args = ["run", FIRST_YEAR, "--data", data, "--lang", "en"];
  const plain = await run(args);
  assert.ok(!plain.out.includes("\u001b"));
  const coloured = await run(args, { columns: 100 });
  assert.ok(coloured.out.includes("\u001b["));
});

test("a second run finds everything on record and adds nothing", async () => {
  const journal = journalOf(data);
  const again = await run(["run", FIRST_YEAR]);
  assert.equal(again.code, 0, again.err);
  assert.equal(again.out, first.out);
  assert.deepEqual(journalOf(data), journal);
});

test("--fresh begins anew and comes to the same record", async () => {
  const copy = join(work, "fresh");
  cpSync(data, copy, { recursive: true });
  writeFileSync(join(copy, "journal/entries"), "damaged");
  const refused = await run(["run", FIRST_YEAR, "--data", copy]);
  assert.equal(refused.code, 1);
  const fresh = await run(["run", FIRST_YEAR, "--data", copy, "--fresh"]);
  assert.equal(fresh.code, 0, fresh.err);
  assert.deepEqual(journalOf(copy), journalOf(data));
});

test("a directory that run did not make is left alone, with --fresh too", async () => {
  const other = join(work, "other");
  mkdirSync(other);
  writeFileSync(join(other, "letter.txt"), "mine");
  for (const fresh of [[], ["--fresh"]]) {
    const { code, out, err } = await run(["run", FIRST_YEAR, "--data", other, ...fresh]);
    assert.equal(code, 1);
    assert.equal(out, "");
    assert.match(err, /^jointfund: .* did not make/);
    assert.deepEqual(readdirSync(other), ["letter.txt"]);
  }
});

test("what lies beside the demonstration is never removed", async () => {
  const mixed = join(work, "mixed");
  cpSync(data, mixed, { recursive: true });
  writeFileSync(join(mixed, "letter.txt"), "mine");
  const { code, err } = await run(["run", FIRST_YEAR, "--data", mixed, "--fresh"]);
  assert.equal(code, 1);
  assert.match(err, /letter\.txt/);
  assert.ok(existsSync(join(mixed, "journal/entries")));
  assert.ok(existsSync(join(mixed, "letter.txt")));
});

test("a fund that is no demonstration is not replaced", async () => {
  const real = join(work, "real");
  cpSync(data, real, { recursive: true });
  rmSync(join(real, "demonstration"));
  const { code } = await run(["run", FIRST_YEAR, "--data", real, "--fresh"]);
  assert.equal(code, 1);
  assert.deepEqual(journalOf(real), journalOf(data));
});

test("data of another scenario are named as such", async () => {
  const changed = join(work, "changed.yaml");
  const charter = join(FIRST_YEAR, "../../charters/us-japan.yaml");
  const text = readFileSync(FIRST_YEAR, "utf8")
    .replace("../charters/us-japan.yaml", charter)
    .replace("The whole of the charter's share", "Another reason");
  writeFileSync(changed, text);
  const { code, err } = await run(["run", changed, "--data", data]);
  assert.equal(code, 1);
  assert.match(err, /record of another scenario/);
});

test("what is wrong with a scenario is told with its line", async () => {
  const broken = join(work, "broken.yaml");
  writeFileSync(broken, readFileSync(FIRST_YEAR, "utf8").replace("party: US,", "part: US,"));
  const target = join(work, "nothing");
  const { code, err } = await run(["run", broken, "--data", target]);
  assert.equal(code, 1);
  assert.match(err, /broken\.yaml:\d+:\d+: officers\.0/);
  assert.ok(!existsSync(target));
});

test("a step that goes otherwise is told in words, and by its code", async () => {
  const text = readFileSync(FIRST_YEAR, "utf8").replace("../charters/", `${CHARTERS}/`);
  const play = async (name: string, expect: string): Promise<string> => {
    const path = join(work, `${name}.yaml`);
    writeFileSync(path, text.replace("    expect: proposer_conflicted\n", expect));
    const { code, err } = await run(["run", path, "--data", join(work, name)]);
    assert.equal(code, 1);
    return err;
  };
  const refused = /may not propose it\. \(clause 9\.1\) \[proposer_conflicted\]\n/;
  const unexpected = await play("unexpected", "");
  assert.match(unexpected, /the rules refuse the step: Adviser has an interest/);
  assert.match(unexpected, refused);
  const other = await play("otherwise", "    expect: frozen\n");
  assert.match(other, /should have refused the step as it expects \(expected frozen\): Adviser/);
  assert.match(other, refused);
});

test("a scenario that is not there is wrong usage", async () => {
  const { code, out, err } = await run(["run", join(work, "none.yaml")]);
  assert.deepEqual([code, out], [2, ""]);
  assert.match(err, /^jointfund: There is no file .*none\.yaml\.\n$/);
});

test("--json gives the page's values and the outcome of every check", async () => {
  const { code, out } = await run(["run", FIRST_YEAR, "--data", data, "--json"]);
  assert.equal(code, 0);
  const { record, checks, page } = JSON.parse(out) as {
    readonly record: { readonly verified: string };
    readonly checks: readonly { readonly breaches: readonly unknown[] }[];
    readonly page: { readonly movement: Record<string, string> };
  };
  assert.equal(record.verified, "holds");
  assert.ok(checks.length >= 14 && checks.every(({ breaches }) => breaches.length === 0));
  const [opening, put, operations, paid, closing] = [
    "opening",
    "contributions",
    "operations",
    "distributions",
    "closing",
  ].map((name) => BigInt(page.movement[name]!)) as [bigint, bigint, bigint, bigint, bigint];
  assert.equal(opening + put + operations - paid, closing);
});

test("citizens stand in one column, however many vehicles they have", async () => {
  const citizens = join(dirname(FIRST_YEAR), "citizens.yaml");
  const { code, out } = await run(["run", citizens, "--data", join(work, "citizens")]);
  assert.equal(code, 0);
  const lines = out.split("\n");
  const title = lines.find((line) => line.startsWith("2 EACH SIDE"));
  assert.match(title!, /US 米国 +Japan 日本 +Citizens 国民$/);
  const put = lines.filter((line) => line.startsWith("  Put in  拠出"));
  assert.deepEqual(
    put.map((line) => line.trim().split(/ {2,}/).slice(2)),
    [["3.000", "3.000", "<0.001"]],
  );
  for (const line of lines) assert.ok(stringWidth(line) <= 100, line);
});
