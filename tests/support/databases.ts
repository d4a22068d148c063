import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { hexEncode } from "@jointfund/core/base/bytes.ts";
import { replayEntry } from "@jointfund/core/fund/replay.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { replayRecord } from "../../packages/server/src/cli/record.ts";
import type { Database } from "../../packages/server/src/database/database.ts";
import { openEmbedded } from "../../packages/server/src/database/embedded.ts";
import {
  fillDatabase,
  type FillOptions,
  type Replay,
} from "../../packages/server/src/database/fill.ts";
import type { RecordedEntry } from "../../packages/server/src/database/rows/row.ts";
import { createSchema, readTables } from "../../packages/server/src/database/schema.ts";
import { openServer } from "../../packages/server/src/database/server.ts";
import { rootOf } from "./chronicles.ts";
import { copyPlayed } from "./copy-played.ts";
import { verifyEd25519, verifyP256, type DemonstrationFund } from "./demonstration-fund.ts";
import { startPostgres } from "./postgres-server.ts";

export const SCENARIOS = [
  "first-year",
  "borrowing",
  "citizens",
  "keeping-the-books",
  "paying-late",
] as const;

/** A directory that goes away with the test. */
export function temporaryDirectory(context: TestContext): string {
  const directory = mkdtempSync(join(tmpdir(), "database-"));
  context.after(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** A record of a scenario in a directory that goes away with the test. */
export async function playedRecord(context: TestContext, name: string): Promise<string> {
  const data = temporaryDirectory(context);
  await copyPlayed(name, data);
  return data;
}

/** An embedded database of its own. */
export async function embeddedDatabase(context: TestContext): Promise<Database> {
  const database = await openEmbedded(join(temporaryDirectory(context), "db"));
  context.after(() => database.close());
  return database;
}

/** Both kinds of database, empty, by name; the server's only where the machine has one. */
export async function bothDatabases(
  context: TestContext,
): Promise<readonly (readonly [kind: string, database: Database])[]> {
  const embedded = await embeddedDatabase(context);
  const server = await startPostgres(context);
  if (server === undefined) return [["PGlite", embedded]];
  const own = await openServer(server.url);
  context.after(() => own.close());
  return [
    ["PGlite", embedded],
    ["PostgreSQL", own],
  ];
}

/** Makes the tables anew and fills them from a record. */
export async function filledFrom(
  database: Database,
  data: string,
  options?: FillOptions,
): Promise<void> {
  await createSchema(database);
  await fillDatabase(database, replayRecord(data), options);
}

/** Every row of history as text, by table, in the order of entry and place. */
export async function allRows(database: Database): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = new Map<string, readonly string[]>();
  for (const [table] of await readTables(database)) {
    const answer = await database.query(`SELECT t::text FROM ${table} t ORDER BY entry, place`);
    rows.set(
      table,
      answer.rows.map(([row]) => row!),
    );
  }
  return rows;
}

/** The entries of a fund in memory, replayed as those of a directory are. */
export function replayOf(fund: DemonstrationFund): Replay {
  function* entries(): Generator<RecordedEntry> {
    let before: FundState | undefined;
    for (const [index, leaf] of fund.leaves.entries()) {
      const replayed = replayEntry(before, leaf, {
        ...{ index, verify: verifyEd25519, verifyP256, blob: (hash) => fund.blobs.get(hash) },
        rootAt: (size) => rootOf(fund, size),
      });
      if (!replayed.ok) throw new Error(JSON.stringify(replayed.error));
      const { entry, effects, state: after } = replayed.value;
      yield { index, leaf, entry, effects, before, after };
      before = after;
    }
  }
  return { entries: entries(), rootAt: (size) => hexEncode(rootOf(fund, size)) };
}
