import { createHash, randomBytes } from "node:crypto";
import { chmodSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync, type StatementSync } from "node:sqlite";

/** How long a session lasts, ms: without a request, and in all (H41). */
export type SessionTimes = { readonly idleMs: number; readonly absoluteMs: number };

/** Whom a provider has vouched for. Who that is to the fund is looked up at each request. */
export type Vouched = { readonly provider: string; readonly subject: string };

export type Session = Vouched & { readonly startedAt: number; readonly endsAt: number };

/** A use is written down this often only, ms: reading pages shall not write a file each time. */
const SEEN_EVERY_MS = 30_000;

const SCHEMA = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS session (
    hash BLOB PRIMARY KEY,
    provider TEXT NOT NULL,
    subject TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL
  ) WITHOUT ROWID`;

type Row = {
  readonly provider: string;
  readonly subject: string;
  readonly started_at: number;
  readonly seen_at: number;
};

/** SQLite's codes of a file that is none of its own any more. */
const SQLITE_CORRUPT = 11;
const SQLITE_NOT_A_DATABASE = 26;

function isDamage(failure: unknown): boolean {
  const code: unknown = failure instanceof Error ? Reflect.get(failure, "errcode") : undefined;
  return code === SQLITE_CORRUPT || code === SQLITE_NOT_A_DATABASE;
}

const hashOf = (id: string): Uint8Array => createHash("sha256").update(id).digest();

/**
 * Who is signed in, in a file: a restart signs nobody out (H41). It knows sessions by the hash of
 * their id, so that whoever reads the file cannot take one over.
 */
export class Sessions {
  readonly #database: DatabaseSync;
  readonly #times: SessionTimes;
  readonly #now: () => number;
  readonly #find: StatementSync;
  readonly #see: StatementSync;

  constructor(file: string, times: SessionTimes, now: () => number) {
    this.#database = new DatabaseSync(file);
    this.#database.exec(SCHEMA);
    this.#times = times;
    this.#now = now;
    this.#find = this.#database.prepare("SELECT * FROM session WHERE hash = ?");
    this.#see = this.#database.prepare("UPDATE session SET seen_at = ? WHERE hash = ?");
    this.#forgetExpired();
  }

  /**
   * Opens the table of a directory, for its owner alone. A damaged one is begun anew: whoever was
   * signed in has to sign in again, and nothing else depends on it.
   */
  static open(directory: string, times: SessionTimes, now: () => number): Sessions {
    const file = join(directory, "sessions");
    let sessions: Sessions;
    try {
      sessions = new Sessions(file, times, now);
    } catch (failure) {
      if (!isDamage(failure)) throw failure;
      for (const end of ["", "-wal", "-shm"]) rmSync(file + end, { force: true });
      sessions = new Sessions(file, times, now);
    }
    chmodSync(file, 0o600);
    return sessions;
  }

  /** Starts a session under a new id that nobody can guess: 256 bits. */
  start({ provider, subject }: Vouched): string {
    this.#forgetExpired();
    const id = randomBytes(32).toString("base64url");
    const at = this.#now();
    this.#database
      .prepare("INSERT INTO session VALUES (?, ?, ?, ?, ?)")
      .run(hashOf(id), provider, subject, at, at);
    return id;
  }

  /** The session of an id, unless it has ended; `isUse` says whether it goes on from now. */
  find(id: string, isUse: boolean): Session | undefined {
    const hash = hashOf(id);
    const row = this.#find.get(hash) as Row | undefined;
    if (row === undefined) return undefined;
    const { provider, subject, started_at: startedAt, seen_at: seenAt } = row;
    const at = this.#now();
    const last = startedAt + this.#times.absoluteMs;
    if (at >= Math.min(last, seenAt + this.#times.idleMs)) {
      this.end(id);
      return undefined;
    }
    const isSeen = isUse && at - seenAt >= SEEN_EVERY_MS;
    if (isSeen) this.#see.run(at, hash);
    const endsAt = Math.min(last, (isSeen ? at : seenAt) + this.#times.idleMs);
    return { provider, subject, startedAt, endsAt };
  }

  end(id: string): void {
    this.#database.prepare("DELETE FROM session WHERE hash = ?").run(hashOf(id));
  }

  close(): void {
    this.#database.close();
  }

  #forgetExpired(): void {
    const { idleMs, absoluteMs } = this.#times;
    const at = this.#now();
    this.#database
      .prepare("DELETE FROM session WHERE seen_at <= ? OR started_at <= ?")
      .run(at - idleMs, at - absoluteMs);
  }
}
