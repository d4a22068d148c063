import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { verifyConsistency } from "@jointfund/core/log/merkle-proof.ts";
import { LogTree } from "./log-tree.ts";

const sha256 = (...parts: Uint8Array[]): Buffer => {
  const digest = createHash("sha256");
  for (const part of parts) digest.update(part);
  return digest.digest();
};

/** RFC 6962 §2.1 as it is written there. */
function rootOf(leaves: readonly Uint8Array[]): Buffer {
  if (leaves.length === 0) return sha256();
  if (leaves.length === 1) return sha256(Buffer.of(0), leaves[0]!);
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return sha256(Buffer.of(1), rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split)));
}

const leaves = Array.from({ length: 600 }, (_, n) => new TextEncoder().encode(`leaf ${n}`));
const tree = new LogTree();
for (const leaf of leaves) tree.append(leaf);

test("[L2] the root at any size is that of RFC 6962, and there is none beyond the tree", () => {
  for (const size of [0, 1, 2, 3, 7, 255, 256, 257, 511, 599, 600]) {
    assert.deepEqual(Buffer.from(tree.rootAt(size)!), rootOf(leaves.slice(0, size)), `${size}`);
  }
  for (const size of [601, -1, 1.5]) assert.equal(tree.rootAt(size), undefined);
});

test("[L6] it proves that any of its sizes is the beginning of any later one", () => {
  const sizes = fc.tuple(fc.nat({ max: 600 }), fc.nat({ max: 600 }));
  fc.assert(
    fc.property(sizes, (pair) => {
      const [oldSize, size] = pair.toSorted((a, b) => a - b) as [number, number];
      const claim = { oldSize, oldRoot: tree.rootAt(oldSize)!, size, root: tree.rootAt(size)! };
      assert.ok(verifyConsistency(claim, tree.consistencyProof(oldSize, size)).ok);
    }),
  );
});

test("[L21] a tile of level 1 holds the roots of 256 leaves each", () => {
  const expected = [rootOf(leaves.slice(0, 256)), rootOf(leaves.slice(256, 512))];
  assert.deepEqual(Buffer.from(tree.tile(1, 0, 2)), Buffer.concat(expected));
  const hashes = leaves.slice(512, 600).map((leaf) => sha256(Buffer.of(0), leaf));
  assert.deepEqual(Buffer.from(tree.tile(0, 2, 88)), Buffer.concat(hashes));
});
