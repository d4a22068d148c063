import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test } from "node:test";
import fc from "fast-check";
import { ok } from "../base/result.ts";
import { accepted, refusedAs } from "../../test/log-rejections.ts";
import { fromHex, logVectors, toHex, toUtf8 } from "../../test/log-vectors.ts";
import {
  emptyRoot,
  floorLog2,
  Frontier,
  isEmptyRoot,
  leafHash,
  nodeHash,
  perfectSubtrees,
  type ReadHash,
  splitPoint,
  treeRoot,
} from "./merkle.ts";
import { rejected } from "./rejection.ts";

type ReferenceTree = { leaves: string[]; roots: string[] };
type GoTree = { roots: { size: number; root: string }[] };

const reference = logVectors<ReferenceTree>("rfc6962");
const go = logVectors<GoTree>("merkle-go");

const nodeSha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest();

/** The definition of RFC 6962 §2.1, word for word and by node:crypto. */
function naiveRoot(entries: readonly Uint8Array[]): Uint8Array {
  if (entries.length === 0) return nodeSha256(new Uint8Array(0));
  if (entries.length === 1) return nodeSha256(Buffer.concat([Uint8Array.of(0), entries[0]!]));
  let k = 1;
  while (k * 2 < entries.length) k *= 2;
  const [left, right] = [naiveRoot(entries.slice(0, k)), naiveRoot(entries.slice(k))];
  return nodeSha256(Buffer.concat([Uint8Array.of(1), left, right]));
}

const numbered = (size: number) => Array.from({ length: size }, (_, i) => toUtf8(`entry ${i}`));

describe("[L2] hashes", () => {
  test("the empty root is SHA-256 of nothing", () => {
    assert.equal(toHex(emptyRoot()), reference.roots[0]);
    assert.ok(isEmptyRoot(fromHex(reference.roots[0]!)));
    assert.ok(!isEmptyRoot(fromHex(reference.roots[1]!)));
  });

  test("roots of the test tree of Certificate Transparency", () => {
    const leaves = reference.leaves.map((entry) => leafHash(fromHex(entry)));
    for (const [size, root] of reference.roots.entries()) {
      assert.equal(toHex(treeRoot(leaves.slice(0, size))), root, `size ${size}`);
    }
  });

  test("roots by Go's tlog, up to 70,000 entries, with a hash function from outside", () => {
    const frontier = new Frontier(nodeSha256);
    const expected = new Map(go.roots.map(({ size, root }) => [size, root]));
    for (let size = 1; size <= 70_000; size++) {
      frontier.append(leafHash(toUtf8(`entry ${size - 1}`), nodeSha256));
      const root = expected.get(size);
      if (root !== undefined) assert.equal(toHex(frontier.root()), root, `size ${size}`);
    }
    assert.equal(frontier.size, 70_000);
  });

  test("a node does not equal a leaf of the same bytes (second preimage)", () => {
    const [a, b] = [leafHash(toUtf8("a")), leafHash(toUtf8("b"))];
    const joined = new Uint8Array(64);
    joined.set(a);
    joined.set(b, 32);
    assert.notDeepEqual(nodeHash(a, b), leafHash(joined));
  });
});

describe("[L3] the shape of the tree", () => {
  test("every size up to 70 by the recursive definition", () => {
    const entries = numbered(70);
    const frontier = new Frontier();
    for (let size = 0; size <= entries.length; size++) {
      assert.equal(toHex(frontier.root()), toHex(naiveRoot(entries.slice(0, size))));
      if (size < entries.length) frontier.append(leafHash(entries[size]!));
    }
  });

  test("any entries, any size up to 3,000, by the recursive definition", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3000 }),
        fc.uint8Array({ maxLength: 40 }),
        (size, salt) => {
          const entries = Array.from({ length: size }, (_, i) =>
            Uint8Array.of(...salt, i & 255, i >> 8),
          );
          const root = treeRoot(entries.map((entry) => leafHash(entry)));
          assert.equal(toHex(root), toHex(naiveRoot(entries)));
        },
      ),
      { numRuns: 20 },
    );
  });

  test("splits after the largest power of two below the size", () => {
    const cases = [
      [2, 1],
      [3, 2],
      [4, 2],
      [5, 4],
      [8, 4],
      [9, 8],
      [1000, 512],
      [2 ** 40, 2 ** 39],
      [2 ** 53 - 1, 2 ** 52],
    ] as const;
    for (const [size, split] of cases) assert.equal(splitPoint(0, size), split);
    assert.equal(splitPoint(64, 64 + 7), 64 + 4);
  });

  test("[L4] arithmetic beyond 32 bits", () => {
    assert.equal(floorLog2(1), 0);
    assert.equal(floorLog2(2 ** 31), 31);
    assert.equal(floorLog2(2 ** 32), 32);
    assert.equal(floorLog2(2 ** 53 - 1), 52);
    const subtrees = perfectSubtrees(0, 2 ** 33 + 2);
    assert.deepEqual(subtrees, [
      { level: 33, index: 0 },
      { level: 1, index: 2 ** 32 },
    ]);
    assert.equal(perfectSubtrees(0, 2 ** 53 - 1).length, 53);
  });
});

describe("[L3] the frontier", () => {
  test("visits each perfect subtree once, with its hash", () => {
    const seen = new Map<string, string>();
    const leaves = numbered(200).map((entry) => leafHash(entry));
    const frontier = new Frontier();
    for (const leaf of leaves) {
      frontier.append(leaf, (level, index, hash) => {
        assert.ok(!seen.has(`${level}/${index}`));
        seen.set(`${level}/${index}`, toHex(hash));
      });
    }
    let count = 0;
    for (let level = 0; 2 ** level <= leaves.length; level++) {
      for (let index = 0; (index + 1) * 2 ** level <= leaves.length; index++, count++) {
        const span = leaves.slice(index * 2 ** level, (index + 1) * 2 ** level);
        assert.equal(seen.get(`${level}/${index}`), toHex(treeRoot(span)));
      }
    }
    assert.equal(seen.size, count);
  });

  test("a copy grows apart from its original", () => {
    const frontier = new Frontier();
    for (const entry of numbered(5)) frontier.append(leafHash(entry));
    const before = toHex(frontier.root());
    const copy = frontier.copy();
    copy.append(leafHash(toUtf8("entry 5")));
    assert.equal(toHex(frontier.root()), before);
    assert.equal(frontier.size, 5);
    assert.equal(toHex(copy.root()), toHex(naiveRoot(numbered(6))));
  });

  test("restored from stored hashes, it goes on as if it had never stopped", () => {
    const stored = new Map<string, Uint8Array>();
    const readHash: ReadHash = (level, index) => {
      const hash = stored.get(`${level}/${index}`);
      return hash === undefined ? rejected("tile_missing") : ok(hash);
    };
    const frontier = new Frontier();
    for (const entry of numbered(70)) {
      const restored = accepted(Frontier.restore(frontier.size, readHash));
      frontier.append(leafHash(entry), (level, index, hash) => {
        stored.set(`${level}/${index}`, hash);
      });
      restored.append(leafHash(entry));
      assert.equal(toHex(restored.root()), toHex(frontier.root()));
      assert.equal(restored.size, frontier.size);
    }
    refusedAs(Frontier.restore(71, readHash), "tile_missing");
  });
});
