import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import fc from "fast-check";
import { accepted, refusedAs } from "../../test/log-rejections.ts";
import { logVectors, toHex, toUtf8 } from "../../test/log-vectors.ts";
import { leafHash, rangeRoot, treeRoot } from "./merkle.ts";
import {
  proveConsistency,
  proveInclusion,
  verifyConsistency,
  verifyInclusion,
} from "./merkle-proof.ts";
import { TileBuilder } from "./tile-builder.ts";
import { readBundle, readTile, tileHashReader } from "./tile-reader.ts";
import { newTiles, tilePath } from "./tiles.ts";

type Go = { tiles: { size: number; path: string; sha256: string }[] };

const go = logVectors<Go>("merkle-go");
const nodeSha256 = (bytes: Uint8Array) =>
  Uint8Array.from(createHash("sha256").update(bytes).digest());
const entryOf = (n: number) => toUtf8(`entry ${n}`);

/** A log in memory, with everything that was ever published. */
class PublishedLog {
  readonly files = new Map<string, Uint8Array>();
  readonly roots = new Map<number, Uint8Array>();
  readonly readFile = (path: string) => this.files.get(path);

  publish(builder: TileBuilder): string[] {
    const files = builder.takeFiles();
    for (const { path, bytes } of files) {
      assert.ok(!this.files.has(path), `${path} is written once`);
      this.files.set(path, bytes);
    }
    this.roots.set(builder.size, builder.root());
    return files.map(({ path }) => path);
  }
}

function grow(builder: TileBuilder, size: number): void {
  while (builder.size < size) {
    const index = builder.size;
    assert.equal(accepted(builder.append(entryOf(index))), index);
  }
}

const paths = (files: Iterable<string>) => [...files].sort((a, b) => (a < b ? -1 : Number(a > b)));

describe("[L21] [L22] files", () => {
  test("tiles are those of Go's tlog, byte for byte", () => {
    const builder = new TileBuilder(nodeSha256);
    const log = new PublishedLog();
    for (const size of new Set(go.tiles.map((tile) => tile.size))) {
      grow(builder, size);
      log.publish(builder);
      for (const { path, sha256 } of go.tiles.filter((tile) => tile.size === size)) {
        const bytes = log.files.get(path);
        assert.equal(bytes && toHex(nodeSha256(bytes)), sha256, `${path} of ${size}`);
      }
    }
  });

  test("bundles hold the entries, and their hashes are those of level 0", () => {
    const builder = new TileBuilder();
    const log = new PublishedLog();
    grow(builder, 600);
    log.publish(builder);
    for (const [index, width] of [256, 256, 88].entries()) {
      const entries = accepted(readBundle(index, 600, log.readFile));
      assert.equal(entries.length, width);
      const tile = accepted(readTile({ level: 0, index, width }, log.readFile));
      for (const [i, entry] of entries.entries()) {
        assert.deepEqual(entry, entryOf(index * 256 + i));
        assert.deepEqual(tile.subarray(i * 32, i * 32 + 32), leafHash(entry));
      }
    }
  });

  test("[L1] an entry of 65,535 bytes is taken, one byte more is not and changes nothing", () => {
    const builder = new TileBuilder();
    accepted(builder.append(new Uint8Array(65_535)));
    const before = [builder.size, toHex(builder.root())];
    const facts = refusedAs(builder.append(new Uint8Array(65_536)), "entry_too_long");
    assert.deepEqual(facts, { actual: 65_536, required: 65_535 });
    assert.deepEqual([builder.size, toHex(builder.root())], before);
    assert.equal(builder.takeFiles().length, 2);
  });
});

describe("[L23] [L25] publishing", () => {
  test("in whatever steps a log grows, each step writes exactly what is new", () => {
    const steps = fc.array(fc.integer({ min: 0, max: 600 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(steps, (grown) => {
        const builder = new TileBuilder();
        const log = new PublishedLog();
        for (const step of grown) {
          const oldSize = builder.size;
          grow(builder, oldSize + step);
          const expected = newTiles(oldSize, builder.size).map(tilePath);
          assert.deepEqual(paths(log.publish(builder)), paths(expected));
        }
      }),
      { numRuns: 40 },
    );
  });

  test("full tiles do not depend on the steps", () => {
    const [once, often] = [new TileBuilder(), new TileBuilder()];
    const [first, second] = [new PublishedLog(), new PublishedLog()];
    grow(once, 1500);
    first.publish(once);
    for (let size = 7; size <= 1500; size += 7) {
      grow(often, size);
      second.publish(often);
    }
    grow(often, 1500);
    second.publish(often);
    for (const [path, bytes] of first.files) assert.deepEqual(second.files.get(path), bytes);
  });

  test("nothing is written twice, nor without new entries", () => {
    const builder = new TileBuilder();
    assert.deepEqual(builder.takeFiles(), []);
    grow(builder, 300);
    assert.notEqual(builder.takeFiles().length, 0);
    assert.deepEqual(builder.takeFiles(), []);
  });

  test("restored at any size, a builder goes on as if it had never stopped", () => {
    const log = new PublishedLog();
    const builder = new TileBuilder();
    for (const size of [0, 1, 2, 255, 256, 257, 511, 512, 1000]) {
      grow(builder, size);
      log.publish(builder);
      const restored = accepted(TileBuilder.restore(size, log.readFile));
      assert.equal(restored.size, size);
      assert.deepEqual(restored.root(), builder.root());
      assert.deepEqual(restored.takeFiles(), []);
      const reference = new TileBuilder();
      grow(reference, size);
      reference.takeFiles();
      grow(reference, size + 300);
      grow(restored, size + 300);
      assert.deepEqual(restored.root(), reference.root());
      assert.deepEqual(restored.takeFiles(), reference.takeFiles());
    }
  });
});

describe("[L24] reading", () => {
  const log = new PublishedLog();
  const builder = new TileBuilder(nodeSha256);
  const leaves: Uint8Array[] = [];
  for (const size of [1, 200, 256, 300, 1000, 70_000]) {
    while (builder.size < size) {
      leaves.push(leafHash(entryOf(builder.size), nodeSha256));
      accepted(builder.append(entryOf(builder.size)));
    }
    log.publish(builder);
  }

  test("roots, inclusion and consistency through the tiles of each published size", () => {
    const sizes = [...log.roots.keys()];
    for (const size of sizes) {
      const readHash = tileHashReader(size, log.readFile, nodeSha256);
      const root = accepted(rangeRoot(0, size, readHash, nodeSha256));
      assert.deepEqual(root, log.roots.get(size));
      for (const index of new Set([0, Math.floor(size / 3), size - 1])) {
        const proof = accepted(proveInclusion(index, size, readHash, nodeSha256));
        accepted(verifyInclusion({ index, size, leaf: leaves[index]!, root }, proof));
      }
      for (const oldSize of sizes.filter((other) => other <= size)) {
        const proof = accepted(proveConsistency(oldSize, size, readHash, nodeSha256));
        const oldRoot = log.roots.get(oldSize)!;
        accepted(verifyConsistency({ oldSize, oldRoot, size, root }, proof));
      }
    }
  });

  test("hashes at every level and place", () => {
    const readHash = tileHashReader(1000, log.readFile);
    for (let level = 0; 2 ** level <= 1000; level++) {
      for (let index = 0; (index + 1) * 2 ** level <= 1000; index += 1 + Math.floor(index / 7)) {
        const span = leaves.slice(index * 2 ** level, (index + 1) * 2 ** level);
        assert.deepEqual(accepted(readHash(level, index)), treeRoot(span, nodeSha256));
      }
    }
  });

  test("a partial tile that was removed is read out of the full one", () => {
    const files = new Map(log.files);
    for (const path of files.keys()) if (path.includes(".p/")) files.delete(path);
    const readFile = (path: string) => files.get(path);
    const root = rangeRoot(0, 200, tileHashReader(200, readFile));
    assert.deepEqual(accepted(root), log.roots.get(200));
    assert.equal(accepted(readBundle(0, 200, readFile)).length, 200);
    accepted(TileBuilder.restore(200, readFile));
    const facts = refusedAs(readBundle(273, 70_000, readFile), "tile_missing");
    assert.deepEqual(facts, { path: "tile/entries/273.p/112" });
    refusedAs(TileBuilder.restore(70_000, readFile), "tile_missing");
  });

  test("a tile of another length than its width is refused", () => {
    const last = "tile/0/003.p/232";
    for (const length of [0, 31, 232 * 32 - 1, 232 * 32 + 1, 233 * 32]) {
      const readFile = (path: string) =>
        path === last ? new Uint8Array(length) : log.files.get(path);
      const facts = refusedAs(
        readTile({ level: 0, index: 3, width: 232 }, readFile),
        "tile_length",
      );
      assert.deepEqual(facts, { path: last, actual: length, required: 7424 });
      refusedAs(TileBuilder.restore(1000, readFile), "tile_length");
    }
  });

  test("a full tile is as long even where only its start is asked for", () => {
    const readFile = (path: string) =>
      path === "tile/0/000" ? new Uint8Array(200 * 32) : undefined;
    refusedAs(readTile({ level: 0, index: 0, width: 200 }, readFile), "tile_length");
  });

  test("a broken bundle is refused", () => {
    const readFile = (path: string) =>
      path.startsWith("tile/entries/003") ? Uint8Array.of(0, 1) : log.files.get(path);
    refusedAs(readBundle(3, 1000, readFile), "bundle_truncated");
    refusedAs(TileBuilder.restore(1000, readFile), "bundle_truncated");
  });
});
