import { assert } from "../base/assert.ts";
import { ok, type Result } from "../base/result.ts";
import { parseDecimal } from "./decimal.ts";
import { assertSize, HASH_BYTES } from "./merkle.ts";
import { rejected, type LogRejection } from "./rejection.ts";

/** Hashes or entries in a full tile: 2^8, so a tile's level is eight levels of the tree. */
export const TILE_WIDTH = 256;
export const TILE_LEVELS = 8;

/** Longest entry: its length is written in 16 bits (rule L1). */
export const ENTRY_BYTES_MAX = 65_535;

/**
 * One file of the log: `width` hashes of tile level `level`, or `width` entries, from position
 * `index * 256` on (C2SP tlog-tiles, rule L20).
 */
export type Tile = {
  readonly level: number | "entries";
  readonly index: number;
  /** 1 to 256; a tile is partial below 256. */
  readonly width: number;
};

/** A tile index as zero-padded groups of three digits, all but the last with an x. */
function formatTileIndex(index: number): string {
  const digits = String(index);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, "0");
  const groups = padded.match(/.{3}/g) ?? [];
  return groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join("/");
}

/** The path of a tile below the log's directory or URL (rule L20). */
export function tilePath({ level, index, width }: Tile): string {
  assertSize(index);
  assert(width >= 1 && width <= TILE_WIDTH, "a tile is never empty and holds at most 256");
  const partial = width === TILE_WIDTH ? "" : `.p/${width}`;
  return `tile/${level}/${formatTileIndex(index)}${partial}`;
}

/** Reads a tile's path strictly: it is written back the same. Refused: `tile_path_malformed`. */
export function parseTilePath(path: string): Result<Tile, LogRejection> {
  const pattern = /^tile\/(entries|[0-9]{1,2})\/((?:x[0-9]{3}\/)*[0-9]{3})(?:\.p\/([0-9]{1,3}))?$/;
  const [, levelText, indexText, widthText] = pattern.exec(path) ?? [];
  const malformed = rejected("tile_path_malformed", { actual: path });
  if (levelText === undefined || indexText === undefined) return malformed;
  const level = levelText === "entries" ? "entries" : Number(levelText);
  const index = parseDecimal(indexText.replaceAll(/[x/]/g, "").replace(/^0+(?=[0-9])/, ""));
  const width = widthText === undefined ? TILE_WIDTH : Number(widthText);
  if (index === undefined || width < 1 || width > TILE_WIDTH || Number(level) > 63) {
    return malformed;
  }
  const tile: Tile = { level, index, width };
  return tilePath(tile) === path ? ok(tile) : malformed;
}

/** How many hashes the tiles of that level hold in a tree of that size. */
export function levelLength(size: number, level: Tile["level"]): number {
  return level === "entries" ? size : Math.floor(size / TILE_WIDTH ** level);
}

/** The width of the tile in a tree of that size; 0 where the tree does not have it. */
export function tileWidth(size: number, level: Tile["level"], index: number): number {
  const rest = levelLength(size, level) - index * TILE_WIDTH;
  return Math.max(0, Math.min(TILE_WIDTH, rest));
}

/**
 * The tiles that a checkpoint of `newSize` needs and one of `oldSize` did not: for entries and each
 * level the tiles filled in between, then the partial one if there is one and it grew (rule L23).
 * Entries come first, then levels upward. From 0 it lists every tile of the tree.
 */
export function newTiles(oldSize: number, newSize: number): Tile[] {
  assertSize(oldSize);
  assertSize(newSize);
  assert(oldSize <= newSize, "a tree only grows");
  const tiles: Tile[] = [];
  const levels: Tile["level"][] = ["entries"];
  for (let level = 0; levelLength(newSize, level) > 0; level++) levels.push(level);
  for (const level of levels) {
    const oldLength = levelLength(oldSize, level);
    const newLength = levelLength(newSize, level);
    if (newLength === oldLength) continue;
    const last = Math.ceil(newLength / TILE_WIDTH);
    for (let index = Math.floor(oldLength / TILE_WIDTH); index < last; index++) {
      tiles.push({ level, index, width: tileWidth(newSize, level, index) });
    }
  }
  return tiles;
}

/** Entries, each behind its length in two bytes, big-endian. Every entry must fit (rule L22). */
export function encodeBundle(entries: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(entries.reduce((sum, entry) => sum + 2 + entry.length, 0));
  let at = 0;
  for (const entry of entries) {
    assert(entry.length <= ENTRY_BYTES_MAX, "an entry's length fits into 16 bits");
    bytes[at++] = entry.length >> 8;
    bytes[at++] = entry.length & 255;
    bytes.set(entry, at);
    at += entry.length;
  }
  return bytes;
}

/**
 * The entries of a bundle of exactly that width, copied (rule L22). Refused: `bundle_truncated`,
 * `bundle_trailing_bytes`.
 */
export function decodeBundle(bytes: Uint8Array, width: number): Result<Uint8Array[], LogRejection> {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (entries.length < width) {
    const [high, low] = [bytes[at], bytes[at + 1]];
    const end = at + 2 + (high ?? 0) * 256 + (low ?? 0);
    if (high === undefined || low === undefined || end > bytes.length) {
      return rejected("bundle_truncated", { actual: entries.length, required: width });
    }
    entries.push(bytes.slice(at + 2, end));
    at = end;
  }
  if (at === bytes.length) return ok(entries);
  return rejected("bundle_trailing_bytes", { actual: bytes.length, required: at });
}

/** Says whether the bytes are as long as a tile of that many hashes. */
export function hasTileLength(bytes: Uint8Array, width: number): boolean {
  return bytes.length === width * HASH_BYTES;
}
