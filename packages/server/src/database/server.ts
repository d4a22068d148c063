import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Client, DatabaseError, type QueryArrayConfig } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { DatabaseUnusable, SCHEMA, SESSION, type Database } from "./database.ts";

const OLDEST_VERSION = 150_000;
/** One filling at a time: an advisory lock of the database, freed with the session. */
const LOCK = `hashtext('${SCHEMA}')`;
const CHUNK = 1 << 16;

/** A PostgreSQL URL without what nobody should read over a shoulder. */
function placeOf(url: string): string {
  try {
    const { protocol, host, pathname } = new URL(url);
    return `${protocol}//${host}${pathname}`;
  } catch {
    return "DATABASE_URL";
  }
}

/** A PostgreSQL server, 15 or newer, by its URL. */
export async function openServer(url: string): Promise<Database> {
  const place = placeOf(url);
  // Every value stays as the server writes it: pg would make numbers and dates of some.
  const types = { getTypeParser: () => (text: string) => text };
  const client = new Client({ connectionString: url, types, application_name: "jointfund" });
  // A connection that is lost fails the call that waits for it; the event alone must not.
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (failure) {
    throw unreachable(place, failure);
  }
  const { rows } = await client.query<{ server_version_num: string }>("SHOW server_version_num");
  const version = rows[0]?.server_version_num ?? "0";
  if (Number(version) < OLDEST_VERSION) {
    await client.end();
    throw new DatabaseUnusable({ code: "database_too_old", place, version });
  }
  await client.query(SESSION);
  /** What the server answers is told as it is; anything else is a connection that was lost. */
  const connected = async <T>(call: Promise<T>): Promise<T> => {
    try {
      return await call;
    } catch (failure) {
      if (failure instanceof DatabaseError) throw failure;
      throw unreachable(place, failure);
    }
  };
  await connected(client.query(SESSION));
  return {
    place,
    query: async (text, parameters = []) => {
      // The extended protocol takes one statement and no more; the types do not know the option.
      const config: QueryArrayConfig & { readonly queryMode: "extended" } = {
        ...{ text, values: [...parameters], rowMode: "array", queryMode: "extended" },
      };
      const answer = await connected(client.query<(string | null)[]>(config));
      return { columns: answer.fields.map(({ name }) => name), rows: answer.rows };
    },
    execute: async (sql) => {
      await connected(client.query(sql));
    },
    copy: async (table, lines) => {
      const target = client.query(copyFrom(`COPY ${table} FROM STDIN`));
      await connected(pipeline(Readable.from(chunksOf(lines)), target));
    },
    close: () => client.end(),
  };
}

function unreachable(place: string, failure: unknown): DatabaseUnusable {
  // A name with several addresses fails with an error for each of them and no word of its own.
  const first = failure instanceof AggregateError ? (failure.errors[0] as unknown) : failure;
  const because = first instanceof Error ? first.message : String(first);
  return new DatabaseUnusable({ code: "database_unreachable", place, because });
}

function* chunksOf(text: string): Generator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
}

/** Keeps others from filling the same database for as long as the session lasts. */
export async function lockServer(database: Database): Promise<void> {
  const { rows } = await database.query(`SELECT pg_try_advisory_lock(${LOCK})`);
  if (rows[0]?.[0] === "t") return;
  throw new DatabaseUnusable({ code: "database_in_use", place: database.place });
}
