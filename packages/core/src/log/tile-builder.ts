import { assert } from "../base/assert.ts";
import { concatBytes } from "../base/bytes.ts";
import { ok, type Result } from "../base/result.ts";
import { sha256 } from "../base/sha256.ts";
import { Frontier, HASH_BYTES, leafHash, type Hash, type HashFunction } from "./merkle.ts";
import { rejected, type LogRejection } from "./rejection.ts";
import { type ReadFile, readBundle, readTile, tileHashReader } from "./tile-reader.ts";
import {
  encodeBundle,
  ENTRY_BYTES_MAX,
  levelLength,
  TILE_LEVELS,
  TILE_WIDTH,
  tilePath,
  tileWidth,
} from "./tiles.ts";

/** A file of the log, by its path below the log's directory. */
export type LogFile = { readonly path: string; readonly bytes: Uint8Array };

/**
 * Turns entries into the files of a log (rules L21 to L23). It keeps the unfinished bundle, the
 * unfinished tile of each level and the files not yet taken, nothing else, so its memory does not
 * grow with the log.
 */
export class TileBuilder {
  readonly #hash: HashFunction;
  #frontier: Frontier;
  /** The entries of the last, unfinished bundle. */
  #entries: Uint8Array[] = [];
  /** By tile level, the hashes of the last, unfinished tile. */
  #hashes: Hash[][] = [];
  #filled: LogFile[] = [];
  #takenSize = 0;

  constructor(hash: HashFunction = sha256) {
    this.#hash = hash;
    this.#frontier = new Frontier(hash);
  }

  /**
   * Goes on from a log of that size whose files are there. Refused: `tile_missing`, `tile_length`,
   * `bundle_truncated`, `bundle_trailing_bytes`. The caller compares the root with a checkpoint.
   */
  static restore(
    size: number,
    readFile: ReadFile,
    hash: HashFunction = sha256,
  ): Result<TileBuilder, LogRejection> {
    const frontier = Frontier.restore(size, tileHashReader(size, readFile, hash), hash);
    if (!frontier.ok) return frontier;
    const builder = new TileBuilder(hash);
    builder.#frontier = frontier.value;
    builder.#takenSize = size;
    for (let level = 0; levelLength(size, level) > 0; level++) {
      const index = Math.floor(levelLength(size, level) / TILE_WIDTH);
      const width = tileWidth(size, level, index);
      builder.#hashes.push([]);
      if (width === 0) continue;
      const tile = readTile({ level, index, width }, readFile);
      if (!tile.ok) return tile;
      for (let at = 0; at < tile.value.length; at += HASH_BYTES) {
        builder.#hashes[level]!.push(tile.value.slice(at, at + HASH_BYTES));
      }
    }
    if (size % TILE_WIDTH !== 0) {
      const entries = readBundle(Math.floor(size / TILE_WIDTH), size, readFile);
      if (!entries.ok) return entries;
      builder.#entries = entries.value;
    }
    return ok(builder);
  }

  /** Entries so far. */
  get size(): number {
    return this.#frontier.size;
  }

  /** The root over all entries so far. */
  root(): Hash {
    return this.#frontier.root();
  }

  /** Adds an entry and returns its index. Refused: `entry_too_long`, which changes nothing. */
  append(entry: Uint8Array): Result<number, LogRejection> {
    if (entry.length > ENTRY_BYTES_MAX) {
      return rejected("entry_too_long", { actual: entry.length, required: ENTRY_BYTES_MAX });
    }
    const index = this.size;
    this.#entries.push(entry);
    if (this.#entries.length === TILE_WIDTH) {
      const tile = { level: "entries", index: Math.floor(index / TILE_WIDTH) } as const;
      this.#fill(tilePath({ ...tile, width: TILE_WIDTH }), encodeBundle(this.#entries));
      this.#entries = [];
    }
    this.#frontier.append(leafHash(entry, this.#hash), (level, node, hash) => {
      if (level % TILE_LEVELS === 0) this.#appendHash(level / TILE_LEVELS, node, hash);
    });
    return ok(index);
  }

  #appendHash(level: number, position: number, hash: Hash): void {
    const hashes = (this.#hashes[level] ??= []);
    assert(hashes.length === position % TILE_WIDTH, "the hashes of a tile come in order");
    hashes.push(hash);
    if (hashes.length < TILE_WIDTH) return;
    const index = Math.floor(position / TILE_WIDTH);
    this.#fill(tilePath({ level, index, width: TILE_WIDTH }), concatBytes(...hashes));
    this.#hashes[level] = [];
  }

  #fill(path: string, bytes: Uint8Array): void {
    this.#filled.push({ path, bytes });
  }

  /**
   * The files that a checkpoint of the present size needs and that were not taken before: the full
   * ones in the order in which they filled, then the partial ones that grew. They must be on disk
   * before the checkpoint is published.
   */
  takeFiles(): LogFile[] {
    const files = this.#filled;
    this.#filled = [];
    const { size } = this;
    if (size > this.#takenSize && this.#entries.length > 0) {
      const tile = { level: "entries", index: Math.floor(size / TILE_WIDTH) } as const;
      const path = tilePath({ ...tile, width: this.#entries.length });
      files.push({ path, bytes: encodeBundle(this.#entries) });
    }
    for (const [level, hashes] of this.#hashes.entries()) {
      const length = levelLength(size, level);
      if (hashes.length === 0 || length === levelLength(this.#takenSize, level)) continue;
      const index = Math.floor(length / TILE_WIDTH);
      const path = tilePath({ level, index, width: hashes.length });
      files.push({ path, bytes: concatBytes(...hashes) });
    }
    this.#takenSize = size;
    return files;
  }
}
