import assert from "node:assert/strict";
import { test } from "node:test";
import type { Database } from "../../packages/server/src/database/database.ts";
import { readTables } from "../../packages/server/src/database/schema.ts";
import { allRows, bothDatabases, filledFrom, playedRecord } from "../support/databases.ts";

test("[DB4] history refuses UPDATE, DELETE and TRUNCATE in both kinds of database", async (t) => {
  const data = await playedRecord(t, "paying-late");
  for (const [kind, database] of await bothDatabases(t)) {
    await filledFrom(database, data);
    const before = await allRows(database);
    const tables = [...(await readTables(database)).keys()];
    assert.ok(tables.length > 40, kind);
    for (const table of [...tables, "fills", "program"]) {
      const column = await firstColumn(database, table);
      const changes = [
        `UPDATE ${table} SET ${column} = ${column}`,
        `UPDATE ${table} SET ${column} = ${column} WHERE false`,
        `DELETE FROM ${table}`,
        `DELETE FROM ${table} WHERE false`,
        `TRUNCATE ${table}`,
        `TRUNCATE ${table} CASCADE`,
      ];
      for (const change of changes) {
        const word = change.slice(0, change.indexOf(" "));
        const said = new RegExp(`^${word} of jointfund\\.${table} is refused: it is history`);
        await assert.rejects(database.execute(change), { message: said }, `${kind}: ${change}`);
      }
    }
    assert.deepEqual(await allRows(database), before, kind);
  }
});

test("[DB3] entry and place are the key of every table of history", async (t) => {
  for (const [kind, database] of await bothDatabases(t)) {
    await filledFrom(database, await playedRecord(t, "keeping-the-books"));
    const { rows } = await database.query(
      `SELECT table_name, string_agg(column_name, ' ' ORDER BY ordinal_position)
       FROM information_schema.key_column_usage JOIN information_schema.table_constraints
         USING (constraint_schema, constraint_name, table_name)
       WHERE constraint_schema = 'jointfund' AND constraint_type = 'PRIMARY KEY'
       GROUP BY table_name`,
    );
    const keys = new Map(rows.map(([table, key]) => [table, key]));
    for (const table of (await readTables(database)).keys()) {
      assert.equal(keys.get(table), "entry place", `${kind}: ${table}`);
    }
  }
});

async function firstColumn(database: Database, table: string): Promise<string> {
  const { columns } = await database.query(`SELECT * FROM ${table} LIMIT 0`);
  return columns[0]!;
}

test("[DB5] every table, view, column and function says what it is", async (t) => {
  for (const [kind, database] of await bothDatabases(t)) {
    const data = await playedRecord(t, "keeping-the-books");
    await filledFrom(database, data);
    const { rows } = await database.query(
      `SELECT c.relname, a.attname FROM pg_class c
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
       WHERE c.relnamespace = 'jointfund'::regnamespace AND c.relkind IN ('r', 'v')
         AND (col_description(c.oid, a.attnum) IS NULL
           OR obj_description(c.oid, 'pg_class') IS NULL)
       UNION ALL
       SELECT 'function', proname FROM pg_proc p
       WHERE pronamespace = 'jointfund'::regnamespace
         AND obj_description(p.oid, 'pg_proc') IS NULL`,
    );
    assert.deepEqual(rows, [], kind);
  }
});
