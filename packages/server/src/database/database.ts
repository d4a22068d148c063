/** The schema of the tables. Everything else in the same database is left alone. */
export const SCHEMA = "jointfund";

/** Rows as text, in the order of their columns; null is SQL's. */
export type Answer = {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
};

/**
 * One session with PostgreSQL, embedded or of its own. Values come as PostgreSQL writes them, so
 * that none passes through a JavaScript number: dates in ISO, instants in UTC. Calls follow one
 * after the other.
 *
 * @throws whatever the database answers to what it refuses
 */
export type Database = {
  /** Which one it is, for people; it holds no password. */
  readonly place: string;
  /** One statement, its parameters as text. */
  readonly query: (sql: string, parameters?: readonly string[]) => Promise<Answer>;
  /** Any number of statements. */
  readonly execute: (sql: string) => Promise<void>;
  /** Lines of COPY's text format (PostgreSQL manual, COPY, "Text Format") into a table. */
  readonly copy: (table: string, lines: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** What a session is set to first, whatever the server's defaults are. */
export const SESSION =
  `SET search_path = ${SCHEMA}, pg_catalog; SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; ` +
  "SET client_min_messages = warning";

/** All of the work, or nothing of it. */
export async function transaction<T>(
  database: Database,
  work: () => Promise<T>,
  mode: "" | "READ ONLY" = "",
): Promise<T> {
  await database.execute(`BEGIN ${mode}`);
  let result: T;
  try {
    result = await work();
  } catch (failure) {
    await database.execute("ROLLBACK");
    throw failure;
  }
  await database.execute("COMMIT");
  return result;
}

/** Why a database cannot be used now; a failure of the world. */
export type DatabaseTrouble =
  /** Another process is filling it, or has the embedded one open. */
  | { readonly code: "database_in_use"; readonly place: string }
  | { readonly code: "database_too_old"; readonly place: string; readonly version: string }
  | { readonly code: "database_unreachable"; readonly place: string; readonly because: string }
  /** It holds another record, or more than this one has. */
  | { readonly code: "database_of_other_record"; readonly place: string }
  | { readonly code: "database_absent"; readonly place: string };

export class DatabaseUnusable extends Error {
  override readonly name = "DatabaseUnusable";
  readonly trouble: DatabaseTrouble;

  constructor(trouble: DatabaseTrouble) {
    super(`${trouble.code}: ${trouble.place}`);
    this.trouble = trouble;
  }
}
