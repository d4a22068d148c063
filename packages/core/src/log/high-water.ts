import { equalBytes, hexEncode } from "../base/bytes.ts";
import { ok, type Result } from "../base/result.ts";
import { sha256 } from "../base/sha256.ts";
import { type Checkpoint } from "./checkpoint.ts";
import { type Hash, type HashFunction } from "./merkle.ts";
import { verifyConsistency } from "./merkle-proof.ts";
import { rejected, type LogRejection } from "./rejection.ts";

/**
 * Says whether a key that has signed `mark` may sign `next`: same origin, not smaller, and the
 * older tree a prefix of the newer (rule L17). A key that has signed nothing yet may sign anything.
 * Each signer keeps its mark outside the database and writes it before the signature leaves.
 * Refused: `high_water_origin`, `high_water_size`, `high_water_root`, and what `verifyConsistency`
 * refuses.
 */
export function mayFollow(
  mark: Checkpoint | undefined,
  next: Checkpoint,
  consistencyProof: readonly Hash[],
  hash: HashFunction = sha256,
): Result<undefined, LogRejection> {
  if (mark === undefined) return ok(undefined);
  if (next.origin !== mark.origin) {
    return rejected("high_water_origin", { actual: next.origin, required: mark.origin });
  }
  if (next.size < mark.size) {
    return rejected("high_water_size", { actual: next.size, required: mark.size });
  }
  if (next.size === mark.size && !equalBytes(next.root, mark.root)) {
    return rejected("high_water_root", {
      size: mark.size,
      actual: hexEncode(next.root),
      required: hexEncode(mark.root),
    });
  }
  const claim = { oldSize: mark.size, oldRoot: mark.root, size: next.size, root: next.root };
  return verifyConsistency(claim, consistencyProof, hash);
}
