import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { accepted, refusedAs } from "../../test/log-rejections.ts";
import { fromHex, logVectors, toHex } from "../../test/log-vectors.ts";
import { type LogRejectionCode } from "./rejection.ts";
import {
  decodeBundle,
  encodeBundle,
  newTiles,
  parseTilePath,
  type Tile,
  tilePath,
  tileWidth,
} from "./tiles.ts";

type Vectors = {
  paths: (Tile & { path: string })[];
  refusedPaths: string[];
  widths: { size: number; tiles: Record<string, [full: number, partial: number]> }[];
  bundles: { entries: string[]; bundle: string }[];
  refusedBundles: { why: string; bundle: string; width: number; code: LogRejectionCode }[];
};
type Go = { tiles: { size: number; path: string }[] };

const vectors = logVectors<Vectors>("tiles");
const go = logVectors<Go>("merkle-go");

const sorted = (paths: readonly string[]) => paths.toSorted((a, b) => (a < b ? -1 : Number(a > b)));

describe("[L20] paths", () => {
  test("are written and read as the standard says", () => {
    for (const { path, ...tile } of vectors.paths) {
      assert.equal(tilePath(tile), path);
      assert.deepEqual(accepted(parseTilePath(path)), tile);
    }
  });

  test("written in another way they are refused", () => {
    for (const path of vectors.refusedPaths) {
      assert.deepEqual(refusedAs(parseTilePath(path), "tile_path_malformed"), { actual: path });
    }
  });

  test("of any tile can be read back", () => {
    const tile = fc.record(
      {
        level: fc.oneof(fc.integer({ min: 0, max: 63 }), fc.constant("entries" as const)),
        index: fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
        width: fc.integer({ min: 1, max: 256 }),
      },
      { noNullPrototype: true },
    );
    fc.assert(
      fc.property(tile, (some) => {
        assert.deepEqual(accepted(parseTilePath(tilePath(some))), some);
      }),
    );
  });
});

describe("[L21] which tiles a tree has", () => {
  for (const { size, tiles } of vectors.widths) {
    test(`${size} entries`, () => {
      const counted: Record<string, [number, number]> = {};
      for (const { level, width } of newTiles(0, size)) {
        const counts = (counted[String(level)] ??= [0, 0]);
        if (width === 256) counts[0]++;
        else counts[1] = width;
      }
      assert.deepEqual(counted, tiles);
    });
  }

  test("the same as Go's tlog has, which knows no entry bundles", () => {
    for (const size of new Set(go.tiles.map((tile) => tile.size))) {
      const expected = go.tiles.filter((tile) => tile.size === size).map(({ path }) => path);
      const ours = newTiles(0, size).filter(({ level }) => level !== "entries");
      assert.deepEqual(sorted(ours.map(tilePath)), sorted(expected));
    }
  });

  test("there is no tile beyond the end", () => {
    assert.equal(tileWidth(256, 0, 0), 256);
    assert.equal(tileWidth(256, 0, 1), 0);
    assert.equal(tileWidth(257, 0, 1), 1);
    assert.equal(tileWidth(65_535, 1, 0), 255);
    assert.equal(tileWidth(65_536, 2, 0), 1);
    assert.equal(tileWidth(0, "entries", 0), 0);
  });
});

describe("[L23] which tiles are new", () => {
  test("exactly those that the larger tree has and the smaller does not", () => {
    const sizes = fc
      .tuple(fc.integer({ min: 0, max: 140_000 }), fc.integer({ min: 0, max: 2000 }))
      .map(([old, grown]) => [old, old + grown] as const);
    fc.assert(
      fc.property(sizes, ([oldSize, newSize]) => {
        const before = new Set(newTiles(0, oldSize).map(tilePath));
        const after = newTiles(0, newSize).map(tilePath);
        assert.equal(new Set(after).size, after.length);
        assert.deepEqual(
          newTiles(oldSize, newSize).map(tilePath),
          after.filter((path) => !before.has(path)),
        );
      }),
      { numRuns: 200 },
    );
  });

  test("none when nothing was added", () => {
    for (const size of [0, 1, 255, 256, 70_000]) assert.deepEqual(newTiles(size, size), []);
  });

  test("a full tile replaces the partial one, and brings a hash on the level above", () => {
    assert.deepEqual(newTiles(255, 257).map(tilePath), [
      "tile/entries/000",
      "tile/entries/001.p/1",
      "tile/0/000",
      "tile/0/001.p/1",
      "tile/1/000.p/1",
    ]);
  });
});

describe("[L22] entry bundles", () => {
  test("are lengths of two bytes, the high one first, and entries", () => {
    for (const { entries, bundle } of vectors.bundles) {
      const bytes = entries.map(fromHex);
      assert.equal(toHex(encodeBundle(bytes)), bundle);
      assert.deepEqual(accepted(decodeBundle(fromHex(bundle), entries.length)), bytes);
    }
  });

  for (const { why, bundle, width, code } of vectors.refusedBundles) {
    test(`are refused: ${why}`, () => {
      refusedAs(decodeBundle(fromHex(bundle), width), code);
    });
  }

  test("[L1] hold entries of up to 65,535 bytes", () => {
    const entries = [new Uint8Array(65_535).fill(7), new Uint8Array(0), new Uint8Array(256)];
    const bundle = encodeBundle(entries);
    assert.deepEqual([...bundle.subarray(0, 3)], [0xff, 0xff, 7]);
    assert.deepEqual(accepted(decodeBundle(bundle, 3)), entries);
  });

  test("of any entries are read back, and cut anywhere they are refused", () => {
    const entries = fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(entries, fc.nat(), (some, cut) => {
        const bundle = encodeBundle(some);
        assert.deepEqual(accepted(decodeBundle(bundle, some.length)), some);
        const short = bundle.subarray(0, cut % bundle.length);
        refusedAs(decodeBundle(short, some.length), "bundle_truncated");
      }),
    );
  });

  test("are read into copies, so that a buffer may be used again", () => {
    const bundle = encodeBundle([Uint8Array.of(1, 2)]);
    const [entry] = accepted(decodeBundle(bundle, 1));
    bundle.fill(0);
    assert.deepEqual([...entry!], [1, 2]);
  });
});
