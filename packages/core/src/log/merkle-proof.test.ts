import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { ok } from "../base/result.ts";
import { accepted, refusedAs } from "../../test/log-rejections.ts";
import { fromHex, logVectors, toHex, toUtf8 } from "../../test/log-vectors.ts";
import { emptyRoot, Frontier, leafHash, nodeHash, type ReadHash, treeRoot } from "./merkle.ts";
import {
  type ConsistencyClaim,
  type InclusionClaim,
  proveConsistency,
  proveInclusion,
  verifyConsistency,
  verifyInclusion,
} from "./merkle-proof.ts";
import { rejected } from "./rejection.ts";

type Proofs = {
  inclusion: { index: number; size: number; proof: string[] }[];
  consistency: { oldSize: number; size: number; proof: string[] }[];
};

/** A log whose hashes are all kept, so that any proof can be made. */
function storedLog(entries: Iterable<Uint8Array>) {
  const stored = new Map<string, Uint8Array>();
  const frontier = new Frontier();
  const leaves: Uint8Array[] = [];
  const roots = [frontier.root()];
  for (const entry of entries) {
    const leaf = leafHash(entry);
    leaves.push(leaf);
    frontier.append(leaf, (level, index, hash) => stored.set(`${level}/${index}`, hash));
    roots.push(frontier.root());
  }
  const readHash: ReadHash = (level, index) => {
    const hash = stored.get(`${level}/${index}`);
    return hash === undefined ? rejected("tile_missing", { level, index }) : ok(hash);
  };
  return { leaves, roots, readHash };
}

function* numbered(size: number) {
  for (let i = 0; i < size; i++) yield toUtf8(`entry ${i}`);
}

/** RFC 6962 §2.1.1, PATH(m, D[n]), word for word. */
function naivePath(m: number, leaves: readonly Uint8Array[]): Uint8Array[] {
  if (leaves.length === 1) return [];
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)];
  return m < k
    ? [...naivePath(m, left), treeRoot(right)]
    : [...naivePath(m - k, right), treeRoot(left)];
}

/** RFC 6962 §2.1.2, SUBPROOF(m, D[n], b), word for word. */
function naiveSubproof(m: number, leaves: readonly Uint8Array[], whole: boolean): Uint8Array[] {
  if (m === leaves.length) return whole ? [] : [treeRoot(leaves)];
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)];
  return m <= k
    ? [...naiveSubproof(m, left, whole), treeRoot(right)]
    : [...naiveSubproof(m - k, right, false), treeRoot(left)];
}

const flipped = (hash: Uint8Array) => hash.map((byte, i) => (i === 7 ? byte ^ 16 : byte));

const inclusionCode = (claim: InclusionClaim, proof: readonly Uint8Array[]) => {
  const result = verifyInclusion(claim, proof);
  return result.ok ? "accepted" : result.error.code;
};

const consistencyCode = (claim: ConsistencyClaim, proof: readonly Uint8Array[]) => {
  const result = verifyConsistency(claim, proof);
  return result.ok ? "accepted" : result.error.code;
};

describe("published proofs", () => {
  const reference = logVectors<Proofs & { leaves: string[]; roots: string[] }>("rfc6962");
  const go = logVectors<Proofs>("merkle-go");
  const sets = [
    { name: "Certificate Transparency", proofs: reference, entries: reference.leaves.map(fromHex) },
    { name: "Go's tlog", proofs: go, entries: [...numbered(70_000)] },
  ];
  for (const { name, proofs, entries } of sets) {
    const log = storedLog(entries);
    test(`[L5] inclusion proofs of ${name}`, () => {
      for (const { index, size, proof } of proofs.inclusion) {
        const made = accepted(proveInclusion(index, size, log.readHash));
        assert.deepEqual(made.map(toHex), proof, `${index} in ${size}`);
        const claim = { index, size, leaf: log.leaves[index]!, root: log.roots[size]! };
        accepted(verifyInclusion(claim, proof.map(fromHex)));
      }
    });
    test(`[L6] consistency proofs of ${name}`, () => {
      for (const { oldSize, size, proof } of proofs.consistency) {
        const made = accepted(proveConsistency(oldSize, size, log.readHash));
        assert.deepEqual(made.map(toHex), proof, `${oldSize} to ${size}`);
        const [oldRoot, root] = [log.roots[oldSize]!, log.roots[size]!];
        accepted(verifyConsistency({ oldSize, oldRoot, size, root }, proof.map(fromHex)));
      }
    });
  }
});

describe("[L5] inclusion, against the recursive definition", () => {
  test("every leaf of every size up to 70", () => {
    const log = storedLog(numbered(70));
    for (let size = 1; size <= 70; size++) {
      for (let index = 0; index < size; index++) {
        const proof = accepted(proveInclusion(index, size, log.readHash));
        assert.deepEqual(proof, naivePath(index, log.leaves.slice(0, size)));
        const claim = { index, size, leaf: log.leaves[index]!, root: log.roots[size]! };
        assert.equal(inclusionCode(claim, proof), "accepted");
      }
    }
  });

  test("a proof holds for its index, size, leaf and root only, and with its exact length", () => {
    const log = storedLog(numbered(1000));
    const place = fc
      .integer({ min: 2, max: 1000 })
      .chain((size) => fc.tuple(fc.integer({ min: 0, max: size - 1 }), fc.constant(size)));
    fc.assert(
      fc.property(place, fc.integer({ min: 0, max: 999 }), fc.nat(), ([index, size], other, n) => {
        const proof = accepted(proveInclusion(index, size, log.readHash));
        const claim = { index, size, leaf: log.leaves[index]!, root: log.roots[size]! };
        assert.equal(inclusionCode(claim, proof), "accepted");
        if (other !== index) {
          assert.notEqual(inclusionCode({ ...claim, index: other }, proof), "accepted");
          const leaf = log.leaves[other]!;
          assert.equal(inclusionCode({ ...claim, leaf }, proof), "inclusion_proof_mismatch");
        }
        const root = flipped(claim.root);
        assert.equal(inclusionCode({ ...claim, root }, proof), "inclusion_proof_mismatch");
        const at = n % proof.length;
        const changed = proof.map((hash, i) => (i === at ? flipped(hash) : hash));
        assert.equal(inclusionCode(claim, changed), "inclusion_proof_mismatch");
        for (const wrong of [proof.slice(1), proof.slice(0, -1), [...proof, claim.root], []]) {
          assert.equal(inclusionCode(claim, wrong), "inclusion_proof_length");
        }
      }),
      { numRuns: 300 },
    );
  });

  test("a tree of one leaf needs no proof, and takes none", () => {
    const leaf = leafHash(toUtf8("data"));
    const claim = { index: 0, size: 1, leaf, root: leaf };
    accepted(verifyInclusion(claim, []));
    refusedAs(verifyInclusion(claim, [leaf]), "inclusion_proof_length");
    refusedAs(verifyInclusion({ ...claim, leaf: emptyRoot() }, []), "inclusion_proof_mismatch");
  });

  test("an index outside the tree is refused, the empty tree holding none", () => {
    const { readHash, roots, leaves } = storedLog(numbered(3));
    const facts = refusedAs(proveInclusion(3, 3, readHash), "index_beyond_tree");
    assert.deepEqual(facts, { actual: 3, required: 3 });
    refusedAs(proveInclusion(0, 0, readHash), "index_beyond_tree");
    const claim = { index: 3, size: 3, leaf: leaves[0]!, root: roots[3]! };
    refusedAs(verifyInclusion(claim, []), "index_beyond_tree");
    refusedAs(verifyInclusion({ ...claim, index: 0, size: 0 }, []), "index_beyond_tree");
  });

  test("a hash that is not 32 bytes is refused wherever it stands", () => {
    const [left, right] = [leafHash(toUtf8("a")), leafHash(toUtf8("b"))];
    const root = nodeHash(left, right);
    const claim = { index: 0, size: 2, leaf: left, root };
    accepted(verifyInclusion(claim, [right]));
    const facts = refusedAs(verifyInclusion(claim, [right.slice(0, 31)]), "hash_length");
    assert.deepEqual(facts, { actual: 31, required: 32 });
    refusedAs(verifyInclusion({ ...claim, leaf: left.slice(1) }, [right]), "hash_length");
    refusedAs(verifyInclusion({ ...claim, root: new Uint8Array(0) }, [right]), "hash_length");
  });

  test("[L4] a tree of 2^53 - 1 leaves has proofs of 53 hashes", () => {
    // A tree of equal leaves has one hash a level, so a size that nobody can store can be proved.
    const perfect = [leafHash(toUtf8("same"))];
    while (perfect.length < 53) perfect.push(nodeHash(perfect.at(-1)!, perfect.at(-1)!));
    const readHash: ReadHash = (level) => ok(perfect[level]!);
    const size = 2 ** 53 - 1;
    const root = perfect.slice(1).reduce((node, left) => nodeHash(left, node), perfect[0]!);
    for (const [index, length] of [
      [0, 53],
      [2 ** 52 - 1, 53],
      [2 ** 52, 53],
      [2 ** 53 - 2, 52],
    ] as const) {
      const proof = accepted(proveInclusion(index, size, readHash));
      assert.equal(proof.length, length);
      accepted(verifyInclusion({ index, size, leaf: perfect[0]!, root }, proof));
    }
    const old = { oldSize: 2 ** 52, oldRoot: perfect[52]!, size, root };
    accepted(verifyConsistency(old, accepted(proveConsistency(2 ** 52, size, readHash))));
  });
});

describe("[L6] consistency, against the recursive definition", () => {
  test("every pair of sizes up to 70", () => {
    const log = storedLog(numbered(70));
    for (let size = 1; size <= 70; size++) {
      for (let oldSize = 1; oldSize <= size; oldSize++) {
        const proof = accepted(proveConsistency(oldSize, size, log.readHash));
        assert.deepEqual(proof, naiveSubproof(oldSize, log.leaves.slice(0, size), true));
        const claim = { oldSize, oldRoot: log.roots[oldSize]!, size, root: log.roots[size]! };
        assert.equal(consistencyCode(claim, proof), "accepted");
      }
    }
  });

  test("a proof holds for its sizes and roots only, and with its exact length", () => {
    const log = storedLog(numbered(1000));
    const pair = fc
      .integer({ min: 2, max: 1000 })
      .chain((size) => fc.tuple(fc.integer({ min: 1, max: size - 1 }), fc.constant(size)));
    fc.assert(
      fc.property(pair, fc.nat(), ([oldSize, size], n) => {
        const proof = accepted(proveConsistency(oldSize, size, log.readHash));
        const claim = { oldSize, oldRoot: log.roots[oldSize]!, size, root: log.roots[size]! };
        assert.equal(consistencyCode(claim, proof), "accepted");
        for (const wrong of [
          { ...claim, oldRoot: flipped(claim.oldRoot) },
          { ...claim, root: flipped(claim.root) },
          { ...claim, oldRoot: claim.root, root: claim.oldRoot },
          { ...claim, oldSize: oldSize - 1 },
          { ...claim, oldSize: oldSize + 1 },
          { ...claim, size: size * 2 },
        ]) {
          assert.notEqual(consistencyCode(wrong, proof), "accepted");
        }
        const at = n % proof.length;
        const changed = proof.map((hash, i) => (i === at ? flipped(hash) : hash));
        assert.equal(consistencyCode(claim, changed), "consistency_proof_mismatch");
        for (const wrong of [proof.slice(1), [...proof, claim.root], [proof[0]!, ...proof], []]) {
          assert.equal(consistencyCode(claim, wrong), "consistency_proof_length");
        }
      }),
      { numRuns: 300 },
    );
  });

  test("a forged history does not become consistent", () => {
    const honest = storedLog(numbered(64));
    for (let changedAt = 0; changedAt < 40; changedAt++) {
      const entries = [...numbered(64)];
      entries[changedAt] = toUtf8("another entry");
      const forged = storedLog(entries);
      const proof = accepted(proveConsistency(40, 64, forged.readHash));
      const claim = { oldSize: 40, oldRoot: honest.roots[40]!, size: 64, root: forged.roots[64]! };
      assert.equal(consistencyCode(claim, proof), "consistency_proof_mismatch");
    }
  });

  test("equal sizes need equal roots and no proof", () => {
    const { roots, readHash } = storedLog(numbered(5));
    const same = { oldSize: 5, oldRoot: roots[5]!, size: 5, root: roots[5]! };
    assert.deepEqual(accepted(proveConsistency(5, 5, readHash)), []);
    accepted(verifyConsistency(same, []));
    refusedAs(verifyConsistency(same, [roots[5]!]), "consistency_proof_length");
    const other = { ...same, root: roots[4]! };
    refusedAs(verifyConsistency(other, []), "consistency_proof_mismatch");
  });

  test("from the empty tree there is nothing to prove, but it has one root only", () => {
    const { roots, readHash } = storedLog(numbered(5));
    const claim = { oldSize: 0, oldRoot: emptyRoot(), size: 5, root: roots[5]! };
    assert.deepEqual(accepted(proveConsistency(0, 5, readHash)), []);
    accepted(verifyConsistency(claim, []));
    accepted(verifyConsistency({ ...claim, size: 0, root: emptyRoot() }, []));
    refusedAs(verifyConsistency(claim, [roots[1]!]), "consistency_proof_length");
    refusedAs(verifyConsistency({ ...claim, oldRoot: roots[1]! }, []), "empty_root_mismatch");
    refusedAs(verifyConsistency({ ...claim, size: 0 }, []), "empty_root_mismatch");
  });

  test("a tree does not shrink, and hashes have 32 bytes", () => {
    const { roots, readHash } = storedLog(numbered(5));
    const claim = { oldSize: 5, oldRoot: roots[5]!, size: 4, root: roots[4]! };
    assert.deepEqual(refusedAs(proveConsistency(5, 4, readHash), "size_shrinks"), {
      actual: 4,
      required: 5,
    });
    refusedAs(verifyConsistency(claim, []), "size_shrinks");
    const short = { oldSize: 4, oldRoot: roots[4]!.slice(1), size: 5, root: roots[5]! };
    refusedAs(verifyConsistency(short, [roots[1]!]), "hash_length");
  });

  test("what the reader refuses is passed on", () => {
    const readHash: ReadHash = () => rejected("tile_missing", { path: "tile/0/000.p/7" });
    refusedAs(proveInclusion(1, 7, readHash), "tile_missing");
    refusedAs(proveConsistency(3, 7, readHash), "tile_missing");
  });
});
