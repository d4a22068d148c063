import assert from "node:assert/strict";
import { test } from "node:test";
import { leafHash, treeRoot } from "@jointfund/core/log/merkle.ts";
import { verifyConsistency } from "@jointfund/core/log/merkle-proof.ts";
import { TileBuilder } from "@jointfund/core/log/tile-builder.ts";
import { parseTilePath } from "@jointfund/core/log/tiles.ts";
import { RecordTree } from "./record-tree.ts";

const SIZE = 700;
const entries = Array.from({ length: SIZE }, (_, n) => Buffer.from(`entry ${n}`));
const leaves = entries.map((entry) => leafHash(entry));
const tree = new RecordTree();
for (const entry of entries) tree.append(entry);

test("[V8] the root at any size is that of the first entries, and none beyond", () => {
  for (const size of [0, 1, 2, 3, 255, 256, 257, 511, 512, 513, SIZE]) {
    assert.deepEqual(tree.rootAt(size), treeRoot(leaves.slice(0, size)), `size ${size}`);
  }
  for (const size of [SIZE + 1, -1, 0.5, Number.NaN]) assert.equal(tree.rootAt(size), undefined);
});

test("[V3] the tiles are those that the core builds of the same entries", () => {
  const builder = new TileBuilder();
  for (const entry of entries) builder.append(entry);
  for (const { path, bytes } of builder.takeFiles()) {
    const tile = parseTilePath(path);
    assert.ok(tile.ok);
    const { level, index, width } = tile.value;
    if (level !== "entries") assert.deepEqual(tree.tile(level, index, width), bytes, path);
  }
});

test("[V9] a consistency proof leads from one of its roots to the other", () => {
  for (const oldSize of [1, 200, 256, 300, SIZE]) {
    const proof = tree.consistencyProof(oldSize, SIZE);
    const [oldRoot, root] = [tree.rootAt(oldSize)!, tree.rootAt(SIZE)!];
    assert.ok(verifyConsistency({ oldSize, oldRoot, size: SIZE, root }, proof).ok);
  }
});
