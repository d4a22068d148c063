import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { embeddedDirectory, openEmbedded } from "../../src/database/embedded.ts";
import { FIRST_YEAR, run, temporaryDirectory } from "./captured-terminal.ts";

const data = join(temporaryDirectory(), "data");
const here = ["--data", data];

before(async () => {
  const { code, err } = await run(["run", FIRST_YEAR, ...here]);
  assert.equal(code, 0, err);
});

test("what looks at a database makes none", async () => {
  for (const command of [["status"], ["query", "SELECT 1"]]) {
    const { code, err } = await run(["database", ...command, ...here]);
    assert.equal(code, 1);
    assert.match(err, /There is no database in .*db yet\. `\.\/jointfund database update`/);
  }
  const check = await run(["check", ...here]);
  assert.equal(check.code, 0, check.err);
  assert.doesNotMatch(check.out, /database/);
  const asked = await run(["check", "database", ...here, "--lang", "ja"]);
  assert.equal(asked.code, 1);
  assert.match(asked.err, /データベースがまだありません/);
  assert.ok(!existsSync(embeddedDirectory(data)));
});

test("[DB2] update makes the tables, once, and query asks them", async () => {
  const first = await run(["database", "update", ...here]);
  assert.equal(first.code, 0, first.err);
  assert.match(first.out, /db: 130 entries, 130 of them new, \d+ rows added/);
  const second = await run(["database", "update", ...here, "--json"]);
  const filled = JSON.parse(second.out) as Record<string, unknown>;
  assert.deepEqual([filled["from"], filled["entries"], filled["rows"]], [130, 130, 0]);
  const status = await run(["database", "status", ...here, "--lang", "ja"]);
  assert.match(status.out, /記録130件中130件/);

  const sql =
    "SELECT era_year, received_main FROM revenue_by_fiscal_year " +
    "WHERE party = 'JP' AND fiscal_year = 'FY2026'";
  const answer = await run(["database", "query", sql, ...here]);
  assert.deepEqual(answer.out.split("\n"), [
    "era_year   received_main",
    "---------  -------------",
    "令和8年度    95765696.00",
    "",
  ]);
  const kinds =
    "SELECT 9007199254740993::int8, 1.50::numeric, DATE '2026-03-31', ARRAY[1, 2], true, " +
    "'[1,2]'::jsonb, null, (SELECT array_agg(d) FROM days d WHERE entry < 2)";
  const written = await run(["database", "query", kinds, ...here, "--json"]);
  const [row] = JSON.parse(written.out) as Record<string, unknown>[];
  for (const value of Object.values(row!)) assert.ok(value === null || typeof value === "string");
  assert.equal(row!["int8"], "9007199254740993");
  const values = await run(["database", "query", sql, ...here, "--json"]);
  assert.deepEqual(JSON.parse(values.out), [
    { era_year: "令和8年度", received_main: "95765696.00" },
  ]);
});

test("[DB4] a question changes nothing, and its mistakes are told in a line", async () => {
  const refused = async (sql: string, said: RegExp): Promise<void> => {
    const { code, out, err } = await run(["database", "query", sql, ...here]);
    assert.deepEqual([code, out], [1, ""], sql);
    assert.match(err, said);
    assert.equal(err.trimEnd().split("\n").length, 1);
  };
  await refused("INSERT INTO days VALUES (0, 9, now(), now())", /read-only transaction/);
  await refused("DROP SCHEMA jointfund CASCADE", /read-only transaction/);
  await refused("SELECT 1; SELECT 2", /multiple commands/);
  await refused("SELECT nothing", /column "nothing" does not exist/);
});

test("[DB21] check names a row that was tampered with, until it is made anew", async () => {
  const holds = await run(["check", ...here]);
  assert.equal(holds.code, 0, holds.out);
  assert.match(holds.out, /^holds +database +.*row by row/m);
  const database = await openEmbedded(embeddedDirectory(data));
  await database.execute("SET session_replication_role = replica");
  await database.execute("UPDATE receipts SET minor = minor + 1, income = income + 1");
  await database.close();
  const broken = await run(["check", ...here]);
  assert.equal(broken.code, 1);
  assert.match(broken.out, /^BROKEN +database/m);
  assert.match(broken.out, /receipts entry=\d+ place=0 minor: found \d+/);
  const rebuilt = await run(["database", "rebuild", ...here]);
  assert.equal(rebuilt.code, 0, rebuilt.err);
  const again = await run(["check", "database", ...here]);
  assert.equal(again.code, 0, again.out);
});

test("a server that does not answer is told in a line, without its password", async () => {
  const environment = { LANG: "en_US.UTF-8", DATABASE_URL: "postgres://me:secret@127.0.0.1:1/x" };
  const { code, err } = await run(["database", "update", ...here], { environment });
  assert.equal(code, 1);
  assert.match(err, /^jointfund: The database in postgres:\/\/127\.0\.0\.1:1\/x cannot be used/);
  assert.doesNotMatch(err, /secret/);
});

test("a run begun anew takes the embedded database with it", async () => {
  const { code, err } = await run(["run", FIRST_YEAR, "--fresh", ...here]);
  assert.equal(code, 0, err);
  assert.ok(!existsSync(embeddedDirectory(data)));
});
