import { assert } from "@jointfund/core/base/assert.ts";
import {
  Frontier,
  HASH_BYTES,
  leafHash,
  rangeRoot,
  type Hash,
} from "@jointfund/core/log/merkle.ts";
import { proveConsistency } from "@jointfund/core/log/merkle-proof.ts";
import { tileHashReader } from "@jointfund/core/log/tile-reader.ts";
import { parseTilePath, TILE_LEVELS, TILE_WIDTH, type Tile } from "@jointfund/core/log/tiles.ts";
import type { Result } from "@jointfund/core/base/result.ts";
import { nativeSha256 } from "./native-crypto.ts";

/** Hashes one behind the other. */
class HashColumn {
  #bytes = new Uint8Array(TILE_WIDTH * HASH_BYTES);
  #length = 0;

  append(hash: Hash): void {
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(this.#length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes.set(hash, this.#length);
    this.#length += HASH_BYTES;
  }

  range(start: number, count: number): Uint8Array {
    assert((start + count) * HASH_BYTES <= this.#length, "only hashes of the tree are asked for");
    return this.#bytes.subarray(start * HASH_BYTES, (start + count) * HASH_BYTES);
  }
}

/** The tree that the entries make: the hashes that a log's tiles must hold, 32 bytes an entry. */
export class RecordTree {
  readonly #frontier = new Frontier(nativeSha256);
  readonly #columns: HashColumn[] = [];

  get size(): number {
    return this.#frontier.size;
  }

  /** Adds an entry and returns its leaf hash. */
  append(entry: Uint8Array): Hash {
    const leaf = leafHash(entry, nativeSha256);
    this.#frontier.append(leaf, (level, _index, hash) => {
      if (level % TILE_LEVELS !== 0) return;
      const column = (this.#columns[level / TILE_LEVELS] ??= new HashColumn());
      column.append(hash);
    });
    return leaf;
  }

  /** What a tile of hashes must hold. */
  tile(level: number, index: number, width: number): Uint8Array {
    const column = this.#columns[level];
    assert(column !== undefined, "only tiles of the tree are asked for");
    return column.range(index * TILE_WIDTH, width);
  }

  /** The root over the first entries; nothing beyond the tree. */
  rootAt(size: number): Hash | undefined {
    if (!Number.isSafeInteger(size) || size < 0 || size > this.size) return undefined;
    return valueOf(
      rangeRoot(0, size, tileHashReader(size, this.#read, nativeSha256), nativeSha256),
    );
  }

  /** That the tree of one size is the beginning of the tree of another, both within this one. */
  consistencyProof(oldSize: number, size: number): readonly Hash[] {
    const reader = tileHashReader(size, this.#read, nativeSha256);
    return valueOf(proveConsistency(oldSize, size, reader, nativeSha256));
  }

  readonly #read = (path: string): Uint8Array => {
    const { level, index, width }: Tile = valueOf(parseTilePath(path));
    assert(level !== "entries", "hashes are read, not entries");
    return this.tile(level, index, width);
  };
}

/** What a tree computes from its own hashes can't be refused. */
function valueOf<T>(result: Result<T, unknown>): T {
  assert(result.ok, "a tree has all of its hashes");
  return result.value;
}
