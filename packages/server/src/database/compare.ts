import type { Breach, CheckOutcome } from "@jointfund/core/fund/checks/check-outcome.ts";
import { SCHEMA, type Database } from "./database.ts";
import type { Replay } from "./fill.ts";
import { RowMaker } from "./rows/rows-of-entry.ts";
import { readTables, standingOf, type Column, type Tables } from "./schema.ts";
import { asStored, readingOf, storedRow, type StoredRow } from "./stored-row.ts";

/** Entries whose rows are held beside each other at a time. */
const STRETCH = 1000;
/** A difference is told by this much of what was found. */
const SHOWN = 200;

/** What came of comparing, and how far the database has come beside the record. */
export type Compared = {
  readonly outcome: CheckOutcome;
  readonly filled: number;
  readonly entries: number;
};

/**
 * Holds every row of a database beside what a replay of the record makes: each that differs is
 * named by table, entry, place and column; so is each that is missing or should not be there, each
 * root that is not the record's, and each table whose history could be changed. A database that is
 * behind the record is compared as far as it has come.
 */
export async function compareDatabase(
  database: Database,
  replay: Replay,
): Promise<Compared | undefined> {
  const standing = await standingOf(database);
  if (standing.kind === "absent") return undefined;
  const differences = new Differences();
  if (standing.kind === "other") {
    differences.add("program", "other", "this program");
    return { outcome: differences.outcome(), filled: 0, entries: 0 };
  }
  const tables = await readTables(database);
  const comparison = new TableComparison(database, tables, differences);
  const maker = new RowMaker();
  const filled = standing.entries;
  let entries = 0;
  for (const recorded of replay.entries) {
    entries++;
    if (recorded.index >= filled) continue;
    for (const row of maker.rowsOf(recorded)) {
      comparison.expect(row.table, storedRow(tables, row));
    }
    if (entries % STRETCH === 0) await comparison.compareBefore(entries);
  }
  const compared = Math.min(entries, filled);
  await comparison.compareBefore(compared);
  await comparison.findBeyond(compared);
  await compareFills(database, replay, entries, differences);
  await compareTriggers(database, tables, differences);
  return { outcome: differences.outcome(), filled, entries };
}

class Differences {
  examined = 0;
  readonly #breaches: Breach[] = [];

  add(of: string, actual: string | null, required: string | null): void {
    const shown = (text: string | null): string => (text === null ? "null" : text.slice(0, SHOWN));
    this.#breaches.push({ of, actual: shown(actual), required: shown(required) });
  }

  outcome(): CheckOutcome {
    return { name: "database", examined: this.examined, breaches: this.#breaches };
  }
}

const ABSENT = "no row";

class TableComparison {
  readonly #database: Database;
  readonly #tables: Tables;
  readonly #differences: Differences;
  #expected = new Map<string, StoredRow[]>();
  #from = 0;

  constructor(database: Database, tables: Tables, differences: Differences) {
    this.#database = database;
    this.#tables = tables;
    this.#differences = differences;
  }

  expect(table: string, row: StoredRow): void {
    const rows = this.#expected.get(table);
    if (rows === undefined) this.#expected.set(table, [row]);
    else rows.push(row);
  }

  /** Compares the rows of the entries since the last time and before this one. */
  async compareBefore(to: number): Promise<void> {
    for (const [table, columns] of this.#tables) {
      const sql = `SELECT ${columns.map(readingOf).join(", ")} FROM ${table} t
        WHERE t.entry >= $1 AND t.entry < $2 ORDER BY t.entry, t.place`;
      const found = await this.#database.query(sql, [String(this.#from), String(to)]);
      this.#compareRows(table, columns, found.rows);
    }
    this.#expected = new Map<string, StoredRow[]>();
    this.#from = to;
  }

  /** Both are in the order of entry and place, which are the first two columns. */
  #compareRows(table: string, columns: readonly Column[], found: readonly StoredRow[]): void {
    const expected = this.#expected.get(table) ?? [];
    let [e, f] = [0, 0];
    while (e < expected.length || f < found.length) {
      this.#differences.examined++;
      const order = inOrder(expected[e], found[f]);
      if (order === 0) this.#compareRow(table, columns, expected[e]!, found[f]!);
      else if (order < 0) this.#differences.add(nameOf(table, expected[e]!), ABSENT, "a row");
      else this.#differences.add(nameOf(table, found[f]!), "a row", ABSENT);
      if (order <= 0) e++;
      if (order >= 0) f++;
    }
  }

  #compareRow(
    table: string,
    columns: readonly Column[],
    expected: StoredRow,
    found: StoredRow,
  ): void {
    for (const [index, column] of columns.entries()) {
      const [actual, required] = [asStored(column, found[index]!), expected[index]!];
      if (actual === required) continue;
      this.#differences.add(`${nameOf(table, expected)} ${column.name}`, actual, required);
    }
  }

  /** Rows of entries that the record does not have. */
  async findBeyond(end: number): Promise<void> {
    for (const [table] of this.#tables) {
      const sql = `SELECT entry::text, place::text FROM ${table} t
        WHERE t.entry >= $1 OR t.entry < 0 ORDER BY t.entry, t.place`;
      const { rows } = await this.#database.query(sql, [String(end)]);
      for (const row of rows) this.#differences.add(nameOf(table, row), "a row", ABSENT);
    }
  }
}

const nameOf = (table: string, [entry, place]: StoredRow): string =>
  `${table} entry=${entry} place=${place}`;

/** Less than 0 where the first comes first; one that is not there comes last. */
function inOrder(a: StoredRow | undefined, b: StoredRow | undefined): number {
  if (a === undefined || b === undefined) return a === undefined ? 1 : -1;
  return Number(a[0]) - Number(b[0]) || Number(a[1]) - Number(b[1]);
}

/** The sizes and roots that the transactions reached. */
async function compareFills(
  database: Database,
  { rootAt }: Replay,
  entries: number,
  differences: Differences,
): Promise<void> {
  const { rows } = await database.query(
    "SELECT f.entries::text, root FROM fills f ORDER BY f.entries",
  );
  for (const [size, root] of rows) {
    differences.examined++;
    const required = Number(size) <= entries ? rootAt(Number(size)) : ABSENT;
    if (root !== required) differences.add(`fills entries=${size} root`, root ?? null, required);
  }
}

/** History that could be changed is no history, whoever took its trigger away. */
async function compareTriggers(
  database: Database,
  tables: Tables,
  differences: Differences,
): Promise<void> {
  const sql = `SELECT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = $1 AND t.tgname = 'refuse_change' AND t.tgenabled IN ('O', 'A')`;
  const { rows } = await database.query(sql, [SCHEMA]);
  const guarded = new Set(rows.map(([table]) => table));
  for (const table of [...tables.keys(), "fills", "program"]) {
    differences.examined++;
    if (!guarded.has(table)) differences.add(`${table} refuse_change`, "no trigger", "a trigger");
  }
}
