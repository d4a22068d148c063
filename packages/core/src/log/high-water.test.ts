import assert from "node:assert/strict";
import { test } from "node:test";
import { ok } from "../base/result.ts";
import { accepted, refusedAs } from "../../test/log-rejections.ts";
import { toUtf8 } from "../../test/log-vectors.ts";
import { mayFollow } from "./high-water.ts";
import { Frontier, leafHash, type ReadHash } from "./merkle.ts";
import { proveConsistency } from "./merkle-proof.ts";

const stored = new Map<string, Uint8Array>();
const frontier = new Frontier();
const checkpoints = [{ origin: "fund.example/log", size: 0, root: frontier.root() }];
for (let i = 0; i < 20; i++) {
  frontier.append(leafHash(toUtf8(`entry ${i}`)), (level, index, hash) => {
    stored.set(`${level}/${index}`, hash);
  });
  checkpoints.push({ origin: "fund.example/log", size: i + 1, root: frontier.root() });
}
const readHash: ReadHash = (level, index) => ok(stored.get(`${level}/${index}`)!);
const proof = (oldSize: number, size: number) =>
  accepted(proveConsistency(oldSize, size, readHash));

test("[L17] a key that has signed nothing may sign anything", () => {
  accepted(mayFollow(undefined, checkpoints[5]!, []));
});

test("[L17] a later tree may be signed with the proof that it only grew", () => {
  for (let oldSize = 0; oldSize <= 20; oldSize++) {
    for (let size = oldSize; size <= 20; size++) {
      const [mark, next] = [checkpoints[oldSize]!, checkpoints[size]!];
      accepted(mayFollow(mark, next, proof(oldSize, size)));
    }
  }
});

test("[L17] after a restored backup, a smaller tree is not signed", () => {
  const facts = refusedAs(mayFollow(checkpoints[9], checkpoints[8]!, []), "high_water_size");
  assert.deepEqual(facts, { actual: 8, required: 9 });
});

test("[L17] the same size with another root is not signed", () => {
  const other = { ...checkpoints[9]!, root: leafHash(toUtf8("another history")) };
  refusedAs(mayFollow(checkpoints[9], other, []), "high_water_root");
});

test("[L17] a larger tree that is no continuation is not signed", () => {
  const next = { ...checkpoints[12]!, root: leafHash(toUtf8("another history")) };
  refusedAs(mayFollow(checkpoints[9], next, proof(9, 12)), "consistency_proof_mismatch");
  refusedAs(mayFollow(checkpoints[9], checkpoints[12]!, []), "consistency_proof_length");
});

test("[L17] a mark of another log does not serve", () => {
  const mark = { ...checkpoints[9]!, origin: "other.example/log" };
  refusedAs(mayFollow(mark, checkpoints[12]!, proof(9, 12)), "high_water_origin");
});
