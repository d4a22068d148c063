import { assert } from "../base/assert.ts";
import { ok, type Result } from "../base/result.ts";
import { sha256 } from "../base/sha256.ts";
import {
  assertSize,
  HASH_BYTES,
  nodeHash,
  type Hash,
  type HashFunction,
  type ReadHash,
} from "./merkle.ts";
import { rejected, type LogRejection } from "./rejection.ts";
import {
  decodeBundle,
  hasTileLength,
  TILE_LEVELS,
  TILE_WIDTH,
  type Tile,
  tilePath,
  tileWidth,
} from "./tiles.ts";

/**
 * The bytes at a path below the log's directory, or nothing if there is no such file. Reading is
 * synchronous: where files come over a network, `tile_missing` names the one to fetch before the
 * next attempt.
 */
export type ReadFile = (path: string) => Uint8Array | undefined;

/**
 * The bytes of a tile of a tree, from its own file or, where a partial tile has been removed, from
 * the full tile that replaced it (rule L24). `width` is that of the file which was found.
 */
function readTileFile(
  tile: Tile,
  readFile: ReadFile,
): Result<{ bytes: Uint8Array; width: number }, LogRejection> {
  const own = readFile(tilePath(tile));
  if (own !== undefined) return ok({ bytes: own, width: tile.width });
  const full = tile.width < TILE_WIDTH && readFile(tilePath({ ...tile, width: TILE_WIDTH }));
  if (full) return ok({ bytes: full, width: TILE_WIDTH });
  return rejected("tile_missing", { path: tilePath(tile) });
}

/** The hashes of a tile of a tree, unverified. Refused: `tile_missing`, `tile_length`. */
export function readTile(tile: Tile, readFile: ReadFile): Result<Uint8Array, LogRejection> {
  const read = readTileFile(tile, readFile);
  if (!read.ok) return read;
  const { bytes, width } = read.value;
  if (hasTileLength(bytes, width)) return ok(bytes.subarray(0, tile.width * HASH_BYTES));
  return rejected("tile_length", {
    path: tilePath({ ...tile, width }),
    actual: bytes.length,
    required: width * HASH_BYTES,
  });
}

/**
 * The entries of bundle `index` in a tree of that size, unverified. Refused: `tile_missing`,
 * `bundle_truncated`, `bundle_trailing_bytes`.
 */
export function readBundle(
  index: number,
  size: number,
  readFile: ReadFile,
): Result<Uint8Array[], LogRejection> {
  const tile: Tile = { level: "entries", index, width: tileWidth(size, "entries", index) };
  const read = readTileFile(tile, readFile);
  if (!read.ok) return read;
  const entries = decodeBundle(read.value.bytes, read.value.width);
  return entries.ok ? ok(entries.value.slice(0, tile.width)) : entries;
}

/** The root of the perfect subtree over the hashes in the bytes, of which there are 2^k. */
function perfectRoot(bytes: Uint8Array, hash: HashFunction): Hash {
  let level: Hash[] = [];
  for (let at = 0; at < bytes.length; at += HASH_BYTES) {
    level.push(bytes.slice(at, at + HASH_BYTES));
  }
  while (level.length > 1) {
    const above: Hash[] = [];
    for (let i = 0; i < level.length; i += 2) above.push(nodeHash(level[i]!, level[i + 1]!, hash));
    level = above;
  }
  return level[0]!;
}

/**
 * Reads hashes of a tree of that size out of its tiles, each tile once. What it returns is only as
 * true as the files: compare the root, or verify the proofs that were made from it.
 */
export function tileHashReader(
  size: number,
  readFile: ReadFile,
  hash: HashFunction = sha256,
): ReadHash {
  assertSize(size);
  const tiles = new Map<string, Uint8Array>();
  return (level, index) => {
    const tileLevel = Math.floor(level / TILE_LEVELS);
    const count = 2 ** (level % TILE_LEVELS);
    const first = index * count;
    const tileIndex = Math.floor(first / TILE_WIDTH);
    const start = first % TILE_WIDTH;
    const width = tileWidth(size, tileLevel, tileIndex);
    assert(start + count <= width, "only hashes of the tree are asked for");

    const key = `${tileLevel}/${tileIndex}`;
    let bytes = tiles.get(key);
    if (bytes === undefined) {
      const read = readTile({ level: tileLevel, index: tileIndex, width }, readFile);
      if (!read.ok) return read;
      bytes = read.value;
      tiles.set(key, bytes);
    }
    return ok(perfectRoot(bytes.subarray(start * HASH_BYTES, (start + count) * HASH_BYTES), hash));
  };
}
