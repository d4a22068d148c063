import type { CheckOutcome } from "@jointfund/core/fund/checks/check-outcome.ts";
import { compareDatabase } from "../database/compare.ts";
import { DatabaseUnusable, transaction, type Answer, type Database } from "../database/database.ts";
import {
  embeddedDirectory,
  hasEmbedded,
  openEmbedded,
  removeEmbedded,
} from "../database/embedded.ts";
import { fillDatabase } from "../database/fill.ts";
import { createSchema, standingOf, type Standing } from "../database/schema.ts";
import { lockServer, openServer } from "../database/server.ts";
import { message } from "../languages/messages.ts";
import { padEnd, padStart, widthOf } from "../page/layout.ts";
import { EXIT, type ExitCode } from "./failure.ts";
import type { CommonOptions, Invocation } from "./invocation.ts";
import { replayProgress } from "./progress.ts";
import { countEntries, replayRecord } from "./record.ts";
import { harmless } from "./terminal.ts";

export type DatabaseOptions = CommonOptions & { readonly database?: string };

/** A server where one is named, else the embedded database in the fund's directory. */
type Place = { readonly url: string } | { readonly directory: string };

function placeOf({ terminal, data }: Invocation, { database }: DatabaseOptions): Place {
  const url = database ?? terminal.environment["DATABASE_URL"] ?? "";
  return url === "" ? { directory: embeddedDirectory(data) } : { url };
}

const open = (place: Place): Promise<Database> =>
  "url" in place ? openServer(place.url) : openEmbedded(place.directory);

/** Opens a database that is there; an embedded one that is not is not made by looking for it. */
async function openExisting(place: Place): Promise<Database | undefined> {
  return "directory" in place && !hasEmbedded(place.directory) ? undefined : open(place);
}

async function withDatabase<T>(
  database: Database,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** The tables of a database that has some, whoever made them. */
async function withTables<T>(
  place: Place,
  work: (database: Database, standing: Exclude<Standing, { kind: "absent" }>) => Promise<T>,
): Promise<T> {
  const name = "url" in place ? "DATABASE_URL" : place.directory;
  const existing = await openExisting(place);
  const absent = (at: string) => new DatabaseUnusable({ code: "database_absent", place: at });
  if (existing === undefined) throw absent(name);
  return withDatabase(existing, async (database) => {
    const standing = await standingOf(database);
    if (standing.kind === "absent") throw absent(database.place);
    return work(database, standing);
  });
}

/** `jointfund database update`: the rows of the entries that the tables do not have yet. */
export async function updateTables(
  invocation: Invocation,
  options: DatabaseOptions,
): Promise<ExitCode> {
  const place = placeOf(invocation, options);
  // Before a database is made for it: there must be a record.
  countEntries(invocation.data);
  if ("directory" in place && !hasEmbedded(place.directory)) {
    invocation.note(message("databaseMaking", place.directory));
  }
  return withDatabase(await open(place), async (database) => {
    if ("url" in place) await lockServer(database);
    return fill(invocation, database);
  });
}

/** `jointfund database rebuild`: the same from nothing. */
export async function rebuildTables(
  invocation: Invocation,
  options: DatabaseOptions,
): Promise<ExitCode> {
  const place = placeOf(invocation, options);
  countEntries(invocation.data);
  if ("directory" in place) {
    await removeEmbedded(place.directory);
    invocation.note(message("databaseMaking", place.directory));
  }
  return withDatabase(await open(place), async (database) => {
    if ("url" in place) {
      await lockServer(database);
      await createSchema(database);
    }
    return fill(invocation, database);
  });
}

/** Fills to the end of the record, or to an interrupt; what was written until then stays. */
async function fill(invocation: Invocation, database: Database): Promise<ExitCode> {
  let isCancelled = false;
  const cancel = (): void => {
    isCancelled = true;
  };
  process.once("SIGINT", cancel);
  process.once("SIGTERM", cancel);
  try {
    const replay = replayRecord(invocation.data, replayProgress(invocation));
    const filled = await fillDatabase(database, replay, { isCancelled: () => isCancelled });
    const { from, entries, rows } = filled;
    if (filled.isCancelled) {
      invocation.note(message("databaseStopped", entries));
      return EXIT.refused;
    }
    if (invocation.options.json === true) invocation.json({ place: database.place, ...filled });
    else {
      const said = message("databaseFilled", database.place, entries, entries - from, rows);
      invocation.line(invocation.say(said));
    }
    return EXIT.done;
  } finally {
    process.removeListener("SIGINT", cancel);
    process.removeListener("SIGTERM", cancel);
  }
}

/** `jointfund database status`: how far the tables have come beside the record. */
export async function showTables(
  invocation: Invocation,
  options: DatabaseOptions,
): Promise<ExitCode> {
  const of = countEntries(invocation.data);
  return withTables(placeOf(invocation, options), (database, standing) => {
    const { place } = database;
    if (invocation.options.json === true) invocation.json({ place, ...standing, of });
    else if (standing.kind === "other") invocation.line(invocation.say(message("databaseOther")));
    else invocation.line(invocation.say(message("databaseStands", place, standing.entries, of)));
    return Promise.resolve(standing.kind === "filled" ? EXIT.done : EXIT.refused);
  });
}

/** `jointfund database query`: one statement in a transaction that may only read. */
export async function queryTables(
  invocation: Invocation,
  sql: string,
  options: DatabaseOptions,
): Promise<ExitCode> {
  return withTables(placeOf(invocation, options), async (database) => {
    const answer = await transaction(database, () => database.query(sql), "READ ONLY");
    if (invocation.options.json === true) {
      const { columns, rows } = answer;
      invocation.json(
        rows.map((row) => Object.fromEntries(row.map((value, i) => [columns[i]!, value]))),
      );
    } else {
      printAnswer(invocation, answer);
    }
    return EXIT.done;
  });
}

const NUMBER = /^-?[0-9]+(\.[0-9]+)?$/;

/** Columns as wide as their widest value; those of numbers stand to the right. */
function printAnswer(invocation: Invocation, { columns, rows }: Answer): void {
  const shown = rows.map((row) => row.map((value) => harmless(value ?? "")));
  const widths = columns.map((name, column) =>
    Math.max(widthOf(name), ...shown.map((row) => widthOf(row[column]!))),
  );
  const isNumber = columns.map((_name, column) =>
    rows.every((row) => NUMBER.test(row[column] ?? "0")),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => (isNumber[i]! ? padStart(cell, widths[i]!) : padEnd(cell, widths[i]!)))
      .join("  ")
      .trimEnd();
  invocation.line(line(columns));
  invocation.line(widths.map((width) => "-".repeat(width)).join("  "));
  for (const row of shown) invocation.line(line(row));
  invocation.note(message("rowsShown", rows.length));
}

/**
 * Every row beside a replay, as the outcome of a check; nothing where there is no database, unless
 * one is wanted.
 */
export async function compareTables(
  invocation: Invocation,
  options: DatabaseOptions,
  isWanted: boolean,
): Promise<CheckOutcome | undefined> {
  const place = placeOf(invocation, options);
  const existing = await openExisting(place);
  const compared =
    existing &&
    (await withDatabase(existing, (database) =>
      compareDatabase(database, replayRecord(invocation.data, replayProgress(invocation))),
    ));
  if (compared === undefined) {
    if (!isWanted) return undefined;
    const name = "url" in place ? "DATABASE_URL" : place.directory;
    throw new DatabaseUnusable({ code: "database_absent", place: name });
  }
  const { outcome, filled, entries } = compared;
  if (filled < entries) invocation.note(message("databaseBehind", filled, entries));
  return outcome;
}
