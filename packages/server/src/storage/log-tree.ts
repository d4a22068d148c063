import { assert } from "@jointfund/core/base/assert.ts";
import { ok, type Result } from "@jointfund/core/base/result.ts";
import {
  Frontier,
  HASH_BYTES,
  leafHash,
  rangeRoot,
  type Hash,
  type ReadHash,
} from "@jointfund/core/log/merkle.ts";
import { proveConsistency } from "@jointfund/core/log/merkle-proof.ts";
import { TILE_LEVELS, TILE_WIDTH } from "@jointfund/core/log/tiles.ts";
import { nativeSha256 } from "./sha256.ts";

const BLOCK_BYTES = TILE_WIDTH * HASH_BYTES;

/** The hashes of one level of a tree, in blocks as large as a tile. */
class HashColumn {
  readonly #blocks: Uint8Array[] = [];
  #count = 0;

  append(hash: Hash): void {
    const at = (this.#count % TILE_WIDTH) * HASH_BYTES;
    if (at === 0) this.#blocks.push(new Uint8Array(BLOCK_BYTES));
    this.#blocks.at(-1)!.set(hash, at);
    this.#count++;
  }

  get(index: number): Hash {
    assert(index < this.#count, "only hashes of the tree are asked for");
    const at = (index % TILE_WIDTH) * HASH_BYTES;
    return this.#blocks[Math.floor(index / TILE_WIDTH)]!.slice(at, at + HASH_BYTES);
  }

  block(index: number, width: number): Uint8Array {
    assert(index * TILE_WIDTH + width <= this.#count, "only hashes of the tree are asked for");
    return this.#blocks[index]!.slice(0, width * HASH_BYTES);
  }
}

/** The whole Merkle tree of the log in memory, 64 bytes an entry: any root and any tile at once. */
export class LogTree {
  readonly #frontier = new Frontier(nativeSha256);
  readonly #columns: HashColumn[] = [];

  get size(): number {
    return this.#frontier.size;
  }

  /** Adds an entry by its bytes. */
  append(entry: Uint8Array): void {
    this.#frontier.append(leafHash(entry, nativeSha256), (level, _index, hash) => {
      this.#columns[level] ??= new HashColumn();
      this.#columns[level].append(hash);
    });
  }

  /** The root over the first entries, or nothing beyond the tree. */
  rootAt(size: number): Hash | undefined {
    if (!Number.isSafeInteger(size) || size < 0 || size > this.size) return undefined;
    return valueOf(rangeRoot(0, size, this.readHash, nativeSha256));
  }

  /** That the tree of one size is the beginning of the tree of another; both within this tree. */
  consistencyProof(oldSize: number, size: number): Hash[] {
    return valueOf(proveConsistency(oldSize, size, this.readHash, nativeSha256));
  }

  readonly readHash: ReadHash = (level, index) => {
    const column = this.#columns[level];
    assert(column !== undefined, "only hashes of the tree are asked for");
    return ok(column.get(index));
  };

  /** The bytes of a tile of hashes. */
  tile(level: number, index: number, width: number): Uint8Array {
    const column = this.#columns[level * TILE_LEVELS];
    assert(column !== undefined, "only tiles of the tree are asked for");
    return column.block(index, width);
  }
}

/** What a tree computes from its own hashes can't be refused. */
function valueOf<T>(result: Result<T, unknown>): T {
  assert(result.ok, "a tree has all of its hashes");
  return result.value;
}
