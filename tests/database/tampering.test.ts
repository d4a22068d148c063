import assert from "node:assert/strict";
import { test } from "node:test";
import { replayRecord } from "../../packages/server/src/cli/record.ts";
import { compareDatabase } from "../../packages/server/src/database/compare.ts";
import { bothDatabases, filledFrom, playedRecord } from "../support/databases.ts";

type Tampering = {
  readonly what: string;
  readonly sql: string;
  /** What the comparison must say of it, and nothing else. */
  readonly of: string;
  readonly actual: string | RegExp;
  readonly required: string | RegExp;
};

const POSTING = "(SELECT entry FROM postings ORDER BY entry LIMIT 1)";

/** Each as somebody would who may do anything with the database. */
const TAMPERINGS: readonly Tampering[] = [
  {
    what: "an amount by one cent",
    sql: `UPDATE postings SET minor = minor + 1 WHERE entry = ${POSTING} AND place = 0`,
    of: "postings entry=4 place=0 minor",
    actual: "15000000000001",
    required: "15000000000000",
  },
  {
    what: "who decided",
    sql: "UPDATE decisions SET officer = 'jp-9' WHERE entry = (SELECT min(entry) FROM decisions)",
    of: "decisions entry=2 place=0 officer",
    actual: "jp-9",
    required: /^us-treasury-\d$/,
  },
  {
    what: "one value in a body",
    sql: `UPDATE acts SET body = jsonb_set(body, '{amount}', '"1"')
      WHERE entry = (SELECT min(entry) FROM acts WHERE act_type = 'commitment.accept')`,
    of: "acts entry=1 place=0 body",
    actual: /"amount":"1"/,
    required: /"amount":"15000000000000"/,
  },
  {
    what: "a fraction in a body",
    sql: `UPDATE acts SET body = jsonb_set(body, '{amount}', '1.5')
      WHERE entry = (SELECT min(entry) FROM acts WHERE act_type = 'commitment.accept')`,
    of: "acts entry=1 place=0 body",
    actual: /"amount": 1.5/,
    required: /"amount":"15000000000000"/,
  },
  {
    what: "an instant by a second",
    sql: "UPDATE entries SET recorded_at = recorded_at + interval '1 second' WHERE entry = 9",
    of: "entries entry=9 place=0 recorded_at",
    actual: /Z$/,
    required: /Z$/,
  },
  {
    what: "a row that is gone",
    sql: "DELETE FROM receipts WHERE entry = (SELECT max(entry) FROM receipts)",
    of: "receipts entry=",
    actual: "no row",
    required: "a row",
  },
  {
    what: "a row that nobody made",
    sql: `INSERT INTO days (entry, place, effective_date, recorded_at)
      VALUES (3, 7, '2026-01-01', '2026-01-01')`,
    of: "days entry=3 place=7",
    actual: "a row",
    required: "no row",
  },
  {
    what: "a row behind the end of the record",
    sql: `INSERT INTO days (entry, place, effective_date, recorded_at)
      VALUES (100000, 0, '2026-01-01', '2026-01-01')`,
    of: "days entry=100000 place=0",
    actual: "a row",
    required: "no row",
  },
  {
    what: "the root that was reached",
    sql: "UPDATE fills SET root = repeat('0', 64)",
    of: "fills entries=",
    actual: "0".repeat(64),
    required: /^[0-9a-f]{64}$/,
  },
];

const matches = (text: string, wanted: string | RegExp): void =>
  typeof wanted === "string" ? assert.equal(text, wanted) : assert.match(text, wanted);

test("[DB21] what was tampered with is named, by table, entry, place and column", async (t) => {
  const data = await playedRecord(t, "paying-late");
  for (const [kind, database] of await bothDatabases(t)) {
    await filledFrom(database, data);
    const breaches = async () =>
      (await compareDatabase(database, replayRecord(data)))!.outcome.breaches;
    assert.deepEqual(await breaches(), [], kind);
    for (const { what, sql, of, actual, required } of TAMPERINGS) {
      await database.execute("BEGIN; SET LOCAL session_replication_role = replica");
      await database.execute(sql);
      const found = await breaches();
      await database.execute("ROLLBACK");
      assert.equal(found.length, 1, `${kind}, ${what}: ${JSON.stringify(found)}`);
      const [breach] = found;
      assert.ok(breach!.of.startsWith(of), `${kind}, ${what}: ${breach!.of}`);
      matches(breach!.actual, actual);
      matches(breach!.required, required);
    }
    assert.deepEqual(await breaches(), [], kind);
  }
});

test("[DB21] a table whose history could be changed is named", async (t) => {
  const data = await playedRecord(t, "keeping-the-books");
  for (const [kind, database] of await bothDatabases(t)) {
    await filledFrom(database, data);
    const changes = [
      "ALTER TABLE payments DISABLE TRIGGER refuse_change",
      "DROP TRIGGER refuse_change ON payments",
    ];
    for (const change of changes) {
      await database.execute(change);
      const compared = await compareDatabase(database, replayRecord(data));
      const expected = {
        of: "payments refuse_change",
        actual: "no trigger",
        required: "a trigger",
      };
      assert.deepEqual(compared?.outcome.breaches, [expected], kind);
    }
  }
});
