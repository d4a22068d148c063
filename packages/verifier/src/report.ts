import type { Doubt, Fault } from "./fault.ts";

/** Whether a record is what it says it is; the command exits with 0, 1 and 2. */
export type Outcome = "holds" | "broken" | "unknown";

export const EXIT_CODES: Readonly<Record<Outcome, number>> = { holds: 0, broken: 1, unknown: 2 };

/** A key that the founding enrolled for a sovereign. */
export type FoundingKey = {
  readonly party: string;
  readonly officer: string;
  /** SHA-256 of the raw public key, hexadecimal; its first half is the key's id. */
  readonly fingerprint: string;
};

/** What the founding says of itself: to be compared with the text of the agreement (V12). */
export type TrustRoot = {
  readonly fund: string;
  /** Name of the log, which its checkpoints begin with. */
  readonly origin: string;
  readonly charterVersion: number;
  /** Hash of the charter's canonical bytes. */
  readonly charter: string;
  /** Leaf hash of entry 0: what `--founding` asks for. */
  readonly founding: string;
  /** Verifier key of the log. */
  readonly logKey: string;
  readonly keys: readonly FoundingKey[];
};

export type CheckpointSummary = {
  readonly size: number;
  /** Root, base64 as in the checkpoint. */
  readonly root: string;
  readonly cosigners: readonly string[];
};

/** What a verification found (docs/spec/verification.md). Plain data: `--json` prints it. */
export type VerifyReport = {
  readonly outcome: Outcome;
  readonly directory: string;
  /** Where the entries were read. */
  readonly source?: "journal" | "published log";
  readonly trust?: TrustRoot;
  /** Entries that were reproduced, from the first on. */
  readonly entries: number;
  /** Entries of each kind. */
  readonly kinds: Readonly<Record<string, number>>;
  /** Time of the last entry that was reproduced. */
  readonly recordedAt?: string;
  /** Statements' signatures and cosignatures that were verified. */
  readonly signatures: number;
  /** The published checkpoint, if it holds. */
  readonly published?: CheckpointSummary;
  /** Entries that checkpoints inside the record cover, signed by the log and a mirror. */
  readonly confirmed: number;
  /** Blobs whose content is what their names say. */
  readonly blobs: number;
  /** Byte of the journal at which a group begins that was never finished, nor answered for. */
  readonly tornAt?: number;
  /** The checkpoint held elsewhere, if it is one of this log. */
  readonly held?: CheckpointSummary;
  /** The first thing that is wrong. */
  readonly fault?: Fault;
  /** What else was found to be wrong. */
  readonly others?: readonly Fault[];
  /** Why nothing can be said, where nothing is wrong. */
  readonly doubt?: Doubt;
  /** Proof for others that the log's key signed two histories. */
  readonly evidence?: string;
};
