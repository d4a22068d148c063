import { equalBytes } from "@jointfund/core/base/bytes.ts";
import { ok, type Result } from "@jointfund/core/base/result.ts";
import type { Checkpoint } from "@jointfund/core/log/checkpoint.ts";
import { leafHash, nodeHash, type Hash } from "@jointfund/core/log/merkle.ts";
import {
  proveConsistency,
  proveInclusion,
  verifyConsistency,
  verifyInclusion,
} from "@jointfund/core/log/merkle-proof.ts";
import type { LogRejection } from "@jointfund/core/log/rejection.ts";
import { readBundle, tileHashReader } from "@jointfund/core/log/tile-reader.ts";
import { TILE_WIDTH } from "@jointfund/core/log/tiles.ts";
import type { LogFiles } from "./log-files.ts";

/** One hash on the way from the entry to the root: what it was joined with, and what came of it. */
export type ProofStep = {
  readonly sibling: Hash;
  readonly side: "left" | "right";
  readonly hash: Hash;
};

export type Inclusion = {
  readonly entry: Uint8Array;
  readonly leaf: Hash;
  readonly steps: readonly ProofStep[];
  /** What the steps lead to. */
  readonly root: Hash;
  /** Whether that is the root that was signed. */
  readonly holds: boolean;
};

/** The way up, as RFC 9162 §2.1.3.2 goes it. */
function stepsOf(
  { index, size, leaf }: { readonly index: number; readonly size: number; readonly leaf: Hash },
  proof: readonly Hash[],
): readonly ProofStep[] {
  let [at, last, hash] = [index, size - 1, leaf];
  return proof.map((sibling): ProofStep => {
    const isRight = at % 2 === 1 || at === last;
    hash = isRight ? nodeHash(sibling, hash) : nodeHash(hash, sibling);
    while (isRight && at % 2 === 0 && at !== 0) {
      at = Math.floor(at / 2);
      last = Math.floor(last / 2);
    }
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
    return { sibling, side: isRight ? "left" : "right", hash };
  });
}

/**
 * Fetches an entry and the hashes beside its way up, and goes that way. It holds if the way leads
 * to the root of the checkpoint: then the entry is in the log that was signed, unchanged.
 */
export async function checkInclusion(
  files: LogFiles,
  { size, root }: Checkpoint,
  index: number,
): Promise<Result<Inclusion, LogRejection>> {
  const proof = await files.compute((read) =>
    proveInclusion(index, size, tileHashReader(size, read)),
  );
  if (!proof.ok) return proof;
  const bundle = Math.floor(index / TILE_WIDTH);
  const entries = await files.compute((read) => readBundle(bundle, size, read));
  if (!entries.ok) return entries;
  const entry = entries.value[index % TILE_WIDTH];
  if (entry === undefined) throw new Error("a bundle has the entries that it is asked for");
  const leaf = leafHash(entry);
  const steps = stepsOf({ index, size, leaf }, proof.value);
  const reached = steps.at(-1)?.hash ?? leaf;
  const verified = verifyInclusion({ index, size, leaf, root }, proof.value);
  const holds = verified.ok && equalBytes(reached, root);
  return ok({ entry, leaf, steps, root: reached, holds });
}

export type Consistency = { readonly proof: readonly Hash[]; readonly holds: boolean };

/**
 * Whether the log of a checkpoint continues that of an older one: every entry of the older is in
 * it, unchanged and in the same place. Refused where the older is the longer.
 */
export async function checkConsistency(
  files: LogFiles,
  older: Checkpoint,
  { size, root }: Checkpoint,
): Promise<Result<Consistency, LogRejection>> {
  const proof = await files.compute((read) =>
    proveConsistency(older.size, size, tileHashReader(size, read)),
  );
  if (!proof.ok) return proof;
  const claim = { oldSize: older.size, oldRoot: older.root, size, root };
  return ok({ proof: proof.value, holds: verifyConsistency(claim, proof.value).ok });
}
