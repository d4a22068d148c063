import { assert } from "../base/assert.ts";
import { equalBytes, hexEncode } from "../base/bytes.ts";
import { ok, type Result } from "../base/result.ts";
import { sha256 } from "../base/sha256.ts";
import {
  assertSize,
  emptyRoot,
  HASH_BYTES,
  isEmptyRoot,
  nodeHash,
  rangeRoot,
  splitPoint,
  type Hash,
  type HashFunction,
  type ReadHash,
} from "./merkle.ts";
import { rejected, type LogRejection } from "./rejection.ts";

/** A subtree beside the path from the root, as the leaves [lo, hi) that it covers. */
type Sibling = { readonly lo: number; readonly hi: number; readonly side: "left" | "right" };

/** The siblings of one leaf, from its own sibling up to the root's child. */
function inclusionPath(index: number, size: number): Sibling[] {
  const siblings: Sibling[] = [];
  let lo = 0;
  let hi = size;
  while (hi - lo > 1) {
    const split = splitPoint(lo, hi);
    if (index < split) {
      siblings.push({ lo: split, hi, side: "right" });
      hi = split;
    } else {
      siblings.push({ lo, hi: split, side: "left" });
      lo = split;
    }
  }
  return siblings.reverse();
}

/**
 * The way from the subtree in which the older tree ends, [start, oldSize), up to the root.
 * Where `start` is 0 that subtree is the older tree itself, whose root the verifier knows.
 */
function consistencyPath(oldSize: number, size: number): { start: number; siblings: Sibling[] } {
  const siblings: Sibling[] = [];
  let lo = 0;
  let hi = size;
  while (hi !== oldSize) {
    const split = splitPoint(lo, hi);
    if (oldSize <= split) {
      siblings.push({ lo: split, hi, side: "right" });
      hi = split;
    } else {
      siblings.push({ lo, hi: split, side: "left" });
      lo = split;
    }
  }
  return { start: lo, siblings: siblings.reverse() };
}

function readRanges(
  ranges: readonly { lo: number; hi: number }[],
  readHash: ReadHash,
  hash: HashFunction,
): Result<Hash[], LogRejection> {
  const hashes: Hash[] = [];
  for (const { lo, hi } of ranges) {
    const root = rangeRoot(lo, hi, readHash, hash);
    if (!root.ok) return root;
    hashes.push(root.value);
  }
  return ok(hashes);
}

/**
 * The proof that leaf `index` is in the tree of `size` leaves, the leaf's sibling first
 * (RFC 6962 §2.1.1, rule L5). Refused: `index_beyond_tree`, and what the reader refuses.
 */
export function proveInclusion(
  index: number,
  size: number,
  readHash: ReadHash,
  hash: HashFunction = sha256,
): Result<Hash[], LogRejection> {
  assertSize(index);
  assertSize(size);
  if (index >= size) return rejected("index_beyond_tree", { actual: index, required: size });
  return readRanges(inclusionPath(index, size), readHash, hash);
}

/**
 * The proof that the tree of `oldSize` leaves is a prefix of the tree of `size` leaves
 * (RFC 6962 §2.1.2, rule L6). Empty from 0 and between equal sizes. Refused: `size_shrinks`, and
 * what the reader refuses.
 */
export function proveConsistency(
  oldSize: number,
  size: number,
  readHash: ReadHash,
  hash: HashFunction = sha256,
): Result<Hash[], LogRejection> {
  assertSize(oldSize);
  assertSize(size);
  if (oldSize > size) return rejected("size_shrinks", { actual: size, required: oldSize });
  if (oldSize === 0 || oldSize === size) return ok([]);
  const { start, siblings } = consistencyPath(oldSize, size);
  const ranges = start === 0 ? siblings : [{ lo: start, hi: oldSize }, ...siblings];
  return readRanges(ranges, readHash, hash);
}

function checkHashes(hashes: readonly Hash[]): Result<undefined, LogRejection> {
  for (const { length } of hashes) {
    if (length !== HASH_BYTES) {
      return rejected("hash_length", { actual: length, required: HASH_BYTES });
    }
  }
  return ok(undefined);
}

/** What an inclusion proof is a proof of. */
export type InclusionClaim = {
  readonly index: number;
  readonly size: number;
  readonly leaf: Hash;
  readonly root: Hash;
};

/**
 * Checks that the leaf is in the tree with that root (RFC 6962 §2.1.1, rule L5). The proof must
 * have exactly the length that index and size give. Refused: `index_beyond_tree`, `hash_length`,
 * `inclusion_proof_length`, `inclusion_proof_mismatch`.
 */
export function verifyInclusion(
  claim: InclusionClaim,
  proof: readonly Hash[],
  hash: HashFunction = sha256,
): Result<undefined, LogRejection> {
  const { index, size, leaf, root } = claim;
  assertSize(index);
  assertSize(size);
  if (index >= size) return rejected("index_beyond_tree", { actual: index, required: size });
  const path = inclusionPath(index, size);
  if (proof.length !== path.length) {
    return rejected("inclusion_proof_length", { actual: proof.length, required: path.length });
  }
  const lengths = checkHashes([leaf, root, ...proof]);
  if (!lengths.ok) return lengths;

  let node = leaf;
  for (const [i, { side }] of path.entries()) {
    const sibling = proof[i]!;
    node = side === "left" ? nodeHash(sibling, node, hash) : nodeHash(node, sibling, hash);
  }
  if (equalBytes(node, root)) return ok(undefined);
  return rejected("inclusion_proof_mismatch", {
    actual: hexEncode(node),
    required: hexEncode(root),
  });
}

/** What a consistency proof is a proof of. */
export type ConsistencyClaim = {
  readonly oldSize: number;
  readonly oldRoot: Hash;
  readonly size: number;
  readonly root: Hash;
};

/** Consistency where the sizes alone decide that there is nothing to prove. */
function verifyWithoutProof(
  { oldSize, oldRoot, size, root }: ConsistencyClaim,
  proof: readonly Hash[],
): Result<undefined, LogRejection> {
  if (proof.length !== 0) {
    return rejected("consistency_proof_length", { actual: proof.length, required: 0 });
  }
  for (const [treeSize, treeRoot] of [
    [oldSize, oldRoot],
    [size, root],
  ] as const) {
    if (treeSize === 0 && !isEmptyRoot(treeRoot)) {
      return rejected("empty_root_mismatch", {
        actual: hexEncode(treeRoot),
        required: hexEncode(emptyRoot()),
      });
    }
  }
  if (oldSize < size || equalBytes(oldRoot, root)) return ok(undefined);
  return rejected("consistency_proof_mismatch", {
    size,
    actual: hexEncode(root),
    required: hexEncode(oldRoot),
  });
}

/**
 * Checks that the older tree is a prefix of the newer (RFC 6962 §2.1.2, rule L6). Equal sizes need
 * equal roots; size 0 needs the empty root; both need an empty proof. Refused: `size_shrinks`,
 * `hash_length`, `consistency_proof_length`, `consistency_proof_mismatch`, `empty_root_mismatch`.
 */
export function verifyConsistency(
  claim: ConsistencyClaim,
  proof: readonly Hash[],
  hash: HashFunction = sha256,
): Result<undefined, LogRejection> {
  const { oldSize, oldRoot, size, root } = claim;
  assertSize(oldSize);
  assertSize(size);
  if (oldSize > size) return rejected("size_shrinks", { actual: size, required: oldSize });
  const lengths = checkHashes([oldRoot, root, ...proof]);
  if (!lengths.ok) return lengths;
  if (oldSize === 0 || oldSize === size) return verifyWithoutProof(claim, proof);

  const { start, siblings } = consistencyPath(oldSize, size);
  const required = siblings.length + (start === 0 ? 0 : 1);
  if (proof.length !== required) {
    return rejected("consistency_proof_length", { actual: proof.length, required });
  }
  const first = start === 0 ? oldRoot : proof[0];
  assert(first !== undefined, "a proof that starts inside the older tree has a first hash");
  const rest = start === 0 ? proof : proof.slice(1);
  let oldNode = first;
  let node = first;
  for (const [i, { side }] of siblings.entries()) {
    const sibling = rest[i]!;
    if (side === "left") {
      oldNode = nodeHash(sibling, oldNode, hash);
      node = nodeHash(sibling, node, hash);
    } else {
      node = nodeHash(node, sibling, hash);
    }
  }
  for (const [treeSize, actual, expected] of [
    [oldSize, oldNode, oldRoot],
    [size, node, root],
  ] as const) {
    if (!equalBytes(actual, expected)) {
      return rejected("consistency_proof_mismatch", {
        size: treeSize,
        actual: hexEncode(actual),
        required: hexEncode(expected),
      });
    }
  }
  return ok(undefined);
}
