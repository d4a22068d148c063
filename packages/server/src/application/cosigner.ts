import type { Result } from "@jointfund/core/base/result.ts";
import type { NoteSignature } from "@jointfund/core/log/note.ts";

/** What a cosigner is shown: a checkpoint, and access to everything that it covers. */
export type CosignRequest = {
  /** The signed note. */
  readonly checkpoint: Uint8Array;
  readonly entries: (from: number, to: number) => Promise<readonly Uint8Array[]>;
  readonly blob: (hash: string) => Uint8Array | undefined;
};

/** Why a cosigner does not sign: a code, and what it found. */
export type CosignRefusal = {
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;
};

/**
 * A party that signs a checkpoint once it holds, and has checked, all that the checkpoint covers.
 */
export type Cosigner = {
  readonly party: string;
  readonly cosign: (request: CosignRequest) => Promise<Result<NoteSignature, CosignRefusal>>;
};
