import { setImmediate } from "node:timers/promises";
import { assert } from "@jointfund/core/base/assert.ts";
import { DatabaseUnusable, transaction, type Database } from "./database.ts";
import type { RecordedEntry } from "./rows/row.ts";
import { RowMaker } from "./rows/rows-of-entry.ts";
import { createSchema, readTables, standingOf, type Tables } from "./schema.ts";
import { copyLine, storedRow } from "./stored-row.ts";

/** A record that is replayed entry by entry, from the first on. */
export type Replay = {
  readonly entries: Iterable<RecordedEntry>;
  /** Root over the first entries, of those that were replayed so far; hexadecimal. */
  readonly rootAt: (size: number) => string;
};

export type FillOptions = {
  /** Rows of a transaction, about. */
  readonly batchRows?: number;
  /** Told after each transaction how many entries the database holds. */
  readonly onFilled?: (entries: number) => void;
  /** Asked between entries; what was written by then stays. */
  readonly isCancelled?: () => boolean;
};

export type Filled = {
  /** Entries that the database held before, and holds now. */
  readonly from: number;
  readonly entries: number;
  readonly rows: number;
  readonly isCancelled: boolean;
};

const BATCH_ROWS = 20_000;
/** Entries between two turns of the event loop: signals and sockets are served in them. */
const TURN = 256;

/**
 * Brings a database up to the end of a record. Each transaction holds the rows of some entries and
 * the size and root that it reaches, so that whenever it is killed the database holds the rows of
 * some first entries of the log, and the next filling goes on from there. Tables that are not
 * there, or were made by a program with another schema, are made anew.
 *
 * @throws DatabaseUnusable where it holds another record, or more entries than this one has
 */
export async function fillDatabase(
  database: Database,
  replay: Replay,
  options: FillOptions = {},
): Promise<Filled> {
  const standing = await standingOf(database);
  if (standing.kind !== "filled") await createSchema(database);
  const from = standing.kind === "filled" ? standing.entries : 0;
  const root = standing.kind === "filled" ? standing.root : "";
  const isOther = (): never => {
    throw new DatabaseUnusable({ code: "database_of_other_record", place: database.place });
  };
  const batch = new Batch(database, await readTables(database), replay.rootAt);
  const { batchRows = BATCH_ROWS, onFilled, isCancelled } = options;
  const maker = new RowMaker();
  let size = 0;
  let stops = false;
  /** What is written while the next entries are replayed. */
  let writing: Promise<void> | undefined;
  try {
    for (const recorded of replay.entries) {
      const rows = maker.rowsOf(recorded);
      size = recorded.index + 1;
      if (size === from && replay.rootAt(from) !== root) isOther();
      if (size > from) batch.add(rows);
      if (batch.rows >= batchRows) {
        await writing;
        writing = batch.write(size).then(onFilled);
        // Awaited above or at the end; until then a failure is nobody's to hear.
        writing.catch(() => undefined);
      }
      if (size % TURN === 0) await setImmediate();
      stops = isCancelled?.() === true;
      if (stops) break;
    }
    if (size < from && !stops) isOther();
    await writing;
    if (batch.rows > 0) await batch.write(size).then(onFilled);
  } finally {
    await writing?.catch(() => undefined);
  }
  const entries = Math.max(size, from);
  return { from, entries, rows: batch.written, isCancelled: stops };
}

/** Rows that wait for their transaction, by table. */
class Batch {
  rows = 0;
  written = 0;
  readonly #database: Database;
  readonly #tables: Tables;
  readonly #rootAt: (size: number) => string;
  #lines = new Map<string, string[]>();

  constructor(database: Database, tables: Tables, rootAt: (size: number) => string) {
    this.#database = database;
    this.#tables = tables;
    this.#rootAt = rootAt;
  }

  add(rows: ReturnType<RowMaker["rowsOf"]>): void {
    for (const row of rows) {
      const line = copyLine(storedRow(this.#tables, row));
      const lines = this.#lines.get(row.table);
      if (lines === undefined) this.#lines.set(row.table, [line]);
      else lines.push(line);
    }
    this.rows += rows.length;
  }

  /** Writes what waits, as the rows of the record up to a size; answers the size. */
  async write(size: number): Promise<number> {
    const [lines, rows, root] = [this.#lines, this.rows, this.#rootAt(size)];
    this.#lines = new Map<string, string[]>();
    this.rows = 0;
    await transaction(this.#database, async () => {
      for (const [table, of] of lines) await this.#database.copy(table, of.join(""));
      const filled = "INSERT INTO fills (entries, root) VALUES ($1, $2)";
      await this.#database.query(filled, [String(size), root]);
    });
    assert(rows > 0, "a transaction holds the rows of an entry at least");
    this.written += rows;
    return size;
  }
}
