import type { Instant } from "@jointfund/core/calendar/date.ts";

/** Where the time of an entry comes from. Core never reads a clock. */
export type Clock = { readonly now: () => Instant };

/** A key that its holder lends for signing; how it is kept is the holder's affair. */
export type Signer = {
  /** Raw Ed25519 public key, 32 bytes. */
  readonly publicKey: Uint8Array;
  /** Ed25519 (RFC 8032): 64 bytes. */
  readonly sign: (message: Uint8Array) => Uint8Array;
};

/**
 * The calls on files that a durability promise rests on. Every call throws what the system answers
 * when it fails; nothing is ever retried here.
 */
export type Disk = {
  /** Creates the directory and those above it, and makes their names durable. */
  readonly makeDirectory: (path: string) => Promise<void>;
  /** Names in a directory, in order of code units; none where there is no such directory. */
  readonly list: (path: string) => Promise<readonly string[]>;
  /** An existing file, or nothing. */
  readonly open: (path: string) => Promise<DiskFile | undefined>;
  /** A new, empty file; what was there before under the name is cut to nothing. */
  readonly create: (path: string) => Promise<DiskFile>;
  /** The whole of a file, at once; nothing where there is no such file. */
  readonly readFile: (path: string) => Uint8Array | undefined;
  readonly rename: (from: string, to: string) => Promise<void>;
  /** Removes a file, or a directory with its files. */
  readonly remove: (path: string) => Promise<void>;
  /** Makes the names in a directory durable: fsync of the directory itself. */
  readonly syncDirectory: (path: string) => Promise<void>;
  /** Holds the path for this process until it lets go or dies; nothing if another holds it. */
  readonly lock: (path: string) => Promise<DiskLock | undefined>;
};

export type DiskFile = {
  readonly size: () => Promise<number>;
  /** Fills the target from a position on; answers how many bytes there were to read. */
  readonly read: (target: Uint8Array, position: number) => Promise<number>;
  /** Writes all of the bytes at a position, or throws with any part of them written. */
  readonly write: (bytes: Uint8Array, position: number) => Promise<void>;
  readonly truncate: (size: number) => Promise<void>;
  /** fdatasync: content and size survive a loss of power once this has returned. */
  readonly sync: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export type DiskLock = { readonly release: () => Promise<void> };
