import { existsSync } from "node:fs";
import { join } from "node:path";
import { PGlite, type ParserOptions } from "@electric-sql/pglite";
import { systemDisk } from "../storage/system-disk.ts";
import { DatabaseUnusable, SESSION, type Database } from "./database.ts";

/** Where a fund's data directory holds the embedded database. */
export const embeddedDirectory = (data: string): string => join(data, "db");

const clusterOf = (directory: string): string => join(directory, "cluster");

export const hasEmbedded = (directory: string): boolean => existsSync(clusterOf(directory));

const asWritten = (text: string): string => text;

/** PGlite would make numbers, dates, objects and lists of values; all stay as they are written. */
async function parsersOf(pglite: PGlite): Promise<ParserOptions> {
  const { rows } = await pglite.query<{ readonly oid: number }>("SELECT oid::int4 FROM pg_type");
  return Object.fromEntries(rows.map(({ oid }) => [oid, asWritten]));
}

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
  let parsers: ParserOptions;
  try {
    pglite = await PGlite.create(clusterOf(directory));
    await pglite.exec(SESSION);
    parsers = await parsersOf(pglite);
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
        parsers,
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

/** Removes the files, so that the next opening makes new ones; where there are none, nothing. */
export async function removeEmbedded(directory: string): Promise<void> {
  if (!hasEmbedded(directory)) return;
  const lock = await systemDisk.lock(join(directory, "lock"));
  if (lock === undefined) throw new DatabaseUnusable({ code: "database_in_use", place: directory });
  await systemDisk.remove(clusterOf(directory));
  await lock.release();
}
