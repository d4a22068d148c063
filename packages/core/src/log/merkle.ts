import { assert } from "../base/assert.ts";
import { equalBytes } from "../base/bytes.ts";
import { ok, type Result } from "../base/result.ts";
import { sha256 } from "../base/sha256.ts";
import { type LogRejection } from "./rejection.ts";

/** SHA-256 of some bytes: always 32 bytes. */
export type Hash = Uint8Array;

/**
 * SHA-256 by whatever means. It must not keep its argument: the tree reuses one buffer for it.
 * The result must be a fresh array.
 */
export type HashFunction = (bytes: Uint8Array) => Hash;

/**
 * The root of the perfect subtree of 2^level leaves that starts at leaf `index * 2^level`.
 * Asked only for subtrees that lie wholly inside the tree.
 */
export type ReadHash = (level: number, index: number) => Result<Hash, LogRejection>;

/** Called for each perfect subtree that an appended leaf completes, the leaf itself first. */
export type VisitNode = (level: number, index: number, hash: Hash) => void;

export const HASH_BYTES = 32;

// Hashing is synchronous, so one buffer serves every interior node.
const nodeInput = new Uint8Array(1 + 2 * HASH_BYTES);
nodeInput[0] = 0x01;

/** SHA-256(0x00 ‖ entry) (RFC 6962 §2.1, rule L2). */
export function leafHash(entry: Uint8Array, hash: HashFunction = sha256): Hash {
  const input = new Uint8Array(entry.length + 1);
  input.set(entry, 1);
  return hash(input);
}

/** SHA-256(0x01 ‖ left ‖ right) (RFC 6962 §2.1, rule L2). */
export function nodeHash(left: Hash, right: Hash, hash: HashFunction = sha256): Hash {
  assert(left.length === HASH_BYTES && right.length === HASH_BYTES, "a node joins two hashes");
  nodeInput.set(left, 1);
  nodeInput.set(right, 1 + HASH_BYTES);
  return hash(nodeInput);
}

/** The root of the empty tree, SHA-256 of nothing (RFC 6962 §2.1, rule L2). */
export function emptyRoot(hash: HashFunction = sha256): Hash {
  return hash(new Uint8Array(0));
}

/** Says whether the hash is the root of the empty tree. */
export function isEmptyRoot(root: Hash): boolean {
  return equalBytes(root, emptyRoot());
}

export function assertSize(size: number): void {
  assert(Number.isSafeInteger(size) && size >= 0, "a tree size is an integer from 0 to 2^53 - 1");
}

/** The largest k with 2^k <= n, for n >= 1. Division, because bit operators stop at 32 bits. */
export function floorLog2(n: number): number {
  let level = 0;
  for (let power = 2; power <= n; power *= 2) level++;
  return level;
}

/**
 * Where the tree over leaves [lo, hi) splits: after the largest power of two smaller than its
 * size (RFC 6962 §2.1, rule L3).
 */
export function splitPoint(lo: number, hi: number): number {
  const size = hi - lo;
  const power = 2 ** floorLog2(size);
  return lo + (power === size ? power / 2 : power);
}

/**
 * The perfect subtrees that make up leaves [lo, hi), from left to right.
 * `lo` must be a multiple of the largest power of two that is not above `hi - lo`, as it is for
 * every range that the tree itself splits into.
 */
export function perfectSubtrees(lo: number, hi: number): { level: number; index: number }[] {
  const subtrees: { level: number; index: number }[] = [];
  for (let start = lo; start < hi;) {
    const level = floorLog2(hi - start);
    assert(start % 2 ** level === 0, "a subtree starts at a multiple of its size");
    subtrees.push({ level, index: start / 2 ** level });
    start += 2 ** level;
  }
  return subtrees;
}

/** Joins the roots of neighbouring subtrees, ordered from left and largest, into one root. */
function joinFromRight(hashes: readonly Hash[], hash: HashFunction): Hash {
  let root = hashes[hashes.length - 1];
  assert(root !== undefined, "there is at least one subtree to join");
  for (let i = hashes.length - 2; i >= 0; i--) root = nodeHash(hashes[i]!, root, hash);
  return root;
}

/** The root over leaves [lo, hi), a range that the tree splits into, from stored hashes. */
export function rangeRoot(
  lo: number,
  hi: number,
  readHash: ReadHash,
  hash: HashFunction = sha256,
): Result<Hash, LogRejection> {
  const hashes: Hash[] = [];
  for (const { level, index } of perfectSubtrees(lo, hi)) {
    const read = readHash(level, index);
    if (!read.ok) return read;
    hashes.push(read.value);
  }
  return ok(hashes.length === 0 ? emptyRoot(hash) : joinFromRight(hashes, hash));
}

/**
 * A tree that can only grow: it keeps its size and the roots of its perfect subtrees (at most 53),
 * so an append costs one node hash on average and the root at most 52.
 */
export class Frontier {
  readonly #hash: HashFunction;
  #size = 0;
  #hashes: Hash[] = [];

  constructor(hash: HashFunction = sha256) {
    this.#hash = hash;
  }

  /** The tree of that size whose hashes are stored elsewhere; as refused by the reader. */
  static restore(
    size: number,
    readHash: ReadHash,
    hash: HashFunction = sha256,
  ): Result<Frontier, LogRejection> {
    assertSize(size);
    const frontier = new Frontier(hash);
    for (const { level, index } of perfectSubtrees(0, size)) {
      const read = readHash(level, index);
      if (!read.ok) return read;
      frontier.#hashes.push(read.value);
    }
    frontier.#size = size;
    return ok(frontier);
  }

  /** Leaves so far. */
  get size(): number {
    return this.#size;
  }

  /** Adds one leaf by its leaf hash; `visit` gets every perfect subtree that this completes. */
  append(leaf: Hash, visit?: VisitNode): void {
    assert(leaf.length === HASH_BYTES, "a leaf is appended by its 32-byte hash");
    assert(this.#size < Number.MAX_SAFE_INTEGER, "the tree is full");
    let node = leaf;
    let level = 0;
    let index = this.#size;
    visit?.(level, index, node);
    while (index % 2 === 1) {
      node = nodeHash(this.#hashes.pop()!, node, this.#hash);
      level++;
      index = (index - 1) / 2;
      visit?.(level, index, node);
    }
    this.#hashes.push(node);
    this.#size++;
  }

  /** The root over all leaves so far. */
  root(): Hash {
    return this.#size === 0 ? emptyRoot(this.#hash) : joinFromRight(this.#hashes, this.#hash);
  }

  /** A tree that grows apart from this one, for leaves that may still be given up. */
  copy(): Frontier {
    const copy = new Frontier(this.#hash);
    copy.#size = this.#size;
    copy.#hashes = [...this.#hashes];
    return copy;
  }
}

/** The root over a list of leaf hashes (RFC 6962 §2.1, rule L2). */
export function treeRoot(leaves: Iterable<Hash>, hash: HashFunction = sha256): Hash {
  const frontier = new Frontier(hash);
  for (const leaf of leaves) frontier.append(leaf);
  return frontier.root();
}
