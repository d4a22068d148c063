import { hash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { assert } from "@jointfund/core/base/assert.ts";
import { SCHEMA, transaction, type Database } from "./database.ts";

const FILES = join(import.meta.dirname, "schema");

/** The files of the schema in their order, as one text. */
export function schemaText(): string {
  const names = readdirSync(FILES).filter((name) => name.endsWith(".sql"));
  return names
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((name) => readFileSync(join(FILES, name), "utf8"))
    .join("\n");
}

export const schemaFingerprint = (): string => hash("sha256", schemaText());

/** A column of a table of history. */
export type Column = { readonly name: string; readonly type: string };

/** The tables of history by name, each with its columns in order. */
export type Tables = ReadonlyMap<string, readonly Column[]>;

/** Tables about the database itself: what they hold is not made from entries. */
const OWN_TABLES = ["fills", "program"];

/** What a database holds: nothing of ours, tables of another program, or so many entries. */
export type Standing =
  | { readonly kind: "absent" }
  | { readonly kind: "other" }
  | { readonly kind: "filled"; readonly entries: number; readonly root: string };

export async function standingOf(database: Database): Promise<Standing> {
  const { query } = database;
  const schema = await query("SELECT 1 FROM pg_namespace WHERE nspname = $1", [SCHEMA]);
  if (schema.rows.length === 0) return { kind: "absent" };
  const program = await query("SELECT to_regclass($1)", [`${SCHEMA}.program`]);
  if (program.rows[0]?.[0] === null) return { kind: "other" };
  const made = await query("SELECT fingerprint FROM program");
  if (made.rows[0]?.[0] !== schemaFingerprint()) return { kind: "other" };
  const filled = await query("SELECT entries, root FROM fills ORDER BY entries DESC LIMIT 1");
  const [entries, root] = filled.rows[0] ?? ["0", ""];
  return { kind: "filled", entries: Number(entries), root: root ?? "" };
}

/** Drops our schema, if it is there, and makes it anew, all at once. */
export async function createSchema(database: Database): Promise<void> {
  await transaction(database, async () => {
    await database.execute(`DROP SCHEMA IF EXISTS ${SCHEMA} CASCADE; CREATE SCHEMA ${SCHEMA}`);
    await database.execute(
      `COMMENT ON SCHEMA ${SCHEMA} IS 'The record of the fund as tables: docs/spec/database.md'`,
    );
    await database.execute(schemaText());
    await database.query("INSERT INTO program VALUES ($1)", [schemaFingerprint()]);
  });
}

/** The tables of history and their columns, as the database has them. */
export async function readTables(database: Database): Promise<Tables> {
  const sql = `SELECT table_name, column_name, data_type
    FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
    WHERE table_schema = $1 AND table_type = 'BASE TABLE'
    ORDER BY table_name, ordinal_position`;
  const { rows } = await database.query(sql, [SCHEMA]);
  const tables = new Map<string, Column[]>();
  for (const [table, name, type] of rows) {
    assert(typeof table === "string" && typeof name === "string" && typeof type === "string", sql);
    if (OWN_TABLES.includes(table)) continue;
    const columns = tables.get(table) ?? [];
    columns.push({ name, type });
    tables.set(table, columns);
  }
  return tables;
}
