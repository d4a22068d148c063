import { existsSync } from "node:fs";
import { join } from "node:path";
import { PGlite, types } from "@electric-sql/pglite";
import { systemDisk } from "../storage/system-disk.ts";
import { DatabaseUnusable, SESSION, type Database } from "./database.ts";

/** Where a fund's data directory holds the embedded database. */
export const embeddedDirectory = (data: string): string => join(data, "db");

const clusterOf = (directory: string): string => join(directory, "cluster");

export const hasEmbedded = (directory: string): boolean => existsSync(clusterOf(directory));

const asWritten = (text: string): string => text;

/** PGlite would make numbers, dates and objects of values; every one stays as it is written. */
const PARSERS = Object.fromEntries(
  Object.values<unknown>(types)
    .filter((oid) => typeof oid === "number")
    .map((oid) => [oid, asWritten] as const),
);

/**
 * PostgreSQL within this process (PGlite), its files in a directory; the first time it makes them,
 * which takes about two seconds. The directory belongs to one process at a time. It survives the
 * death of the process, but is never synced to the disk: after a loss of power make it anew.
 */
export async function openEmbedded(directory: string): Promise<Database> {
  await systemDisk.makeDirectory(directory);
  const lock = await systemDisk.lock(join(directory, "lock"));
  if (lock === undefined) throw new DatabaseUnusable({ code: "database_in_use", place: directory });
  let pglite: PGlite;
  try {
    pglite = await PGlite.create(clusterOf(directory), { parsers: PARSERS });
    await pglite.exec(SESSION);
  } catch (failure) {
    await lock.release();
    const because = failure instanceof Error ? failure.message : String(failure);
    throw new DatabaseUnusable({ code: "database_unreachable", place: directory, because });
  }
  return {
    place: directory,
    query: async (sql, parameters = []) => {
      const answer = await pglite.query<(string | null)[]>(sql, [...parameters], {
        rowMode: "array",
        parsers: PARSERS,
      });
      return { columns: answer.fields.map(({ name }) => name), rows: answer.rows };
    },
    execute: async (sql) => {
      await pglite.exec(sql);
    },
    copy: async (table, lines) => {
      await pglite.query(`COPY ${table} FROM '/dev/blob'`, [], { blob: new Blob([lines]) });
    },
    close: async () => {
      await pglite.close();
      await lock.release();
    },
  };
}

/** Removes the files, so that the next opening makes new ones. */
export async function removeEmbedded(directory: string): Promise<void> {
  const lock = await systemDisk.lock(join(directory, "lock"));
  if (lock === undefined) throw new DatabaseUnusable({ code: "database_in_use", place: directory });
  await systemDisk.remove(clusterOf(directory));
  await lock.release();
}
