import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { test, type TestContext } from "node:test";
import { fileURLToPath } from "node:url";
import { replayRecord } from "../../packages/server/src/cli/record.ts";
import { DatabaseUnusable, type Database } from "../../packages/server/src/database/database.ts";
import { openEmbedded } from "../../packages/server/src/database/embedded.ts";
import { fillDatabase } from "../../packages/server/src/database/fill.ts";
import { standingOf } from "../../packages/server/src/database/schema.ts";
import { openServer } from "../../packages/server/src/database/server.ts";
import {
  allRows,
  embeddedDatabase,
  filledFrom,
  playedRecord,
  temporaryDirectory,
} from "../support/databases.ts";
import { startPostgres } from "../support/postgres-server.ts";

const FILLER = fileURLToPath(new URL("../support/fill-database.ts", import.meta.url));
/** Kills before the process is left alone. */
const KILLS = 5;

/** Runs the filling until it has told of so many entries, then kills it; answers the last told. */
async function killedFilling(data: string, place: string, aim: number, delay: number) {
  const child = spawn(process.execPath, [FILLER, data, place], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let told = 0;
  createInterface(child.stdout).on("line", (line) => {
    told = Number(line);
    if (told >= aim) setTimeout(() => child.kill("SIGKILL"), delay);
  });
  const { promise, resolve } = Promise.withResolvers<NodeJS.Signals | null>();
  child.on("close", (_code, signal) => resolve(signal));
  const signal = await promise;
  return { told, wasKilled: signal === "SIGKILL" };
}

type Place = {
  /** What the process is given. */
  readonly place: string;
  readonly open: () => Promise<Database>;
  /** What else happens between two runs. */
  readonly between?: () => Promise<void>;
};

async function killAgainAndAgain(t: TestContext, { place, open, between }: Place): Promise<void> {
  const data = await playedRecord(t, "first-year");
  const clean = await embeddedDatabase(t);
  await filledFrom(clean, data);
  let [kills, before] = [0, 0];
  for (let run = 0; run < KILLS; run++) {
    const { told, wasKilled } = await killedFilling(data, place, before + 3, (run * 3) % 7);
    if (wasKilled) kills++;
    await between?.();
    const database = await open();
    const standing = await standingOf(database);
    const entries = standing.kind === "filled" ? standing.entries : 0;
    assert.ok(entries >= told, `${entries} of the ${told} that were told of`);
    before = entries;
    for (const [table, rows] of await allRows(database)) {
      const all = await clean.query(
        `SELECT t::text FROM ${table} t WHERE entry < $1 ORDER BY entry, place`,
        [String(entries)],
      );
      assert.deepEqual(rows, all.rows.flat(), `${table} after ${entries} entries`);
    }
    await database.close();
  }
  assert.ok(kills >= 3, `the process was killed ${kills} times`);
  const last = await open();
  await fillDatabase(last, replayRecord(data));
  assert.deepEqual(await allRows(last), await allRows(clean));
  await last.close();
}

test("[DB2] killed while it fills PGlite, the next filling gives the same rows", async (t) => {
  const place = join(temporaryDirectory(t), "db");
  await killAgainAndAgain(t, { place, open: () => openEmbedded(place) });
});

test("[DB2] killed while it fills PostgreSQL, server and all, the same", async (t) => {
  const server = await startPostgres(t);
  if (server === undefined) return;
  const { url, crash, start } = server;
  const between = async (): Promise<void> => {
    await crash();
    await start();
  };
  await killAgainAndAgain(t, { place: url, open: () => openServer(url), between });
});

test("[DB2] a filling that is stopped goes on where it was, and one at a time", async (t) => {
  const data = await playedRecord(t, "first-year");
  const directory = join(temporaryDirectory(t), "db");
  const database = await openEmbedded(directory);
  await assert.rejects(openEmbedded(directory), DatabaseUnusable);
  let asked = 0;
  const isCancelled = (): boolean => ++asked > 119;
  const stopped = await fillDatabase(database, replayRecord(data), { batchRows: 90, isCancelled });
  assert.deepEqual([stopped.isCancelled, stopped.entries], [true, 120]);
  // A transaction for each entry, the last one as well.
  const filled = await fillDatabase(database, replayRecord(data), { batchRows: 1 });
  assert.deepEqual([filled.isCancelled, filled.from], [false, 120]);
  const clean = await embeddedDatabase(t);
  await filledFrom(clean, data);
  assert.deepEqual(await allRows(database), await allRows(clean));
  await database.close();
});

test("[DB6] a database of another record, or of a longer one, is not added to", async (t) => {
  const database = await embeddedDatabase(t);
  await filledFrom(database, await playedRecord(t, "citizens"));
  const refusal = (failure: unknown): boolean =>
    failure instanceof DatabaseUnusable && failure.trouble.code === "database_of_other_record";
  // One that has more entries and one that has fewer.
  for (const name of ["first-year", "keeping-the-books"]) {
    const rows = await allRows(database);
    const other = replayRecord(await playedRecord(t, name));
    await assert.rejects(fillDatabase(database, other), refusal, name);
    assert.deepEqual(await allRows(database), rows, name);
  }
});
