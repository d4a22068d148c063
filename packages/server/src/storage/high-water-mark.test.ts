import assert from "node:assert/strict";
import { test } from "node:test";
import type { Checkpoint } from "@jointfund/core/log/checkpoint.ts";
import { HighWaterMark, SigningRefused } from "./high-water-mark.ts";
import { LogTree } from "./log-tree.ts";
import { SimulatedDisk } from "./simulated-disk.ts";
import { StartRefused } from "./start-refused.ts";

const FILE = "/data/signer/high-water";
const ORIGIN = "fund.example/log";

function treeOf(texts: readonly string[]): LogTree {
  const tree = new LogTree();
  for (const text of texts) tree.append(new TextEncoder().encode(text));
  return tree;
}

const tree = treeOf(["a", "b", "c", "d", "e"]);
const other = treeOf(["a", "b", "X", "d", "e"]);

function checkpointOf(source: LogTree, size: number): Checkpoint {
  return { origin: ORIGIN, size, root: source.rootAt(size)! };
}

const refusedWith =
  (code: string) =>
  (failure: unknown): boolean =>
    failure instanceof SigningRefused && failure.rejection.code === code;

test("[R24] the mark is the checkpoint's text, durable when raise returns", async () => {
  const disk = new SimulatedDisk();
  const mark = await HighWaterMark.open(disk, FILE);
  assert.equal(mark.checkpoint, undefined);
  await mark.raise(checkpointOf(tree, 3), []);
  const root = Buffer.from(tree.rootAt(3)!).toString("base64");
  const after = disk.afterPowerLoss();
  assert.equal(Buffer.from(after.readFile(FILE)!).toString(), `${ORIGIN}\n3\n${root}\n`);
  const again = await HighWaterMark.open(after, FILE);
  assert.deepEqual(again.checkpoint, checkpointOf(tree, 3));
});

test("[R24] a smaller size, another root and another history are never signed", async () => {
  const disk = new SimulatedDisk();
  const mark = await HighWaterMark.open(disk, FILE);
  await mark.raise(checkpointOf(tree, 3), []);
  const cases = [
    [checkpointOf(tree, 2), [], "high_water_size"],
    [checkpointOf(other, 3), [], "high_water_root"],
    [checkpointOf(other, 5), other.consistencyProof(3, 5), "consistency_proof_mismatch"],
    [{ ...checkpointOf(tree, 5), origin: "other.example/log" }, [], "high_water_origin"],
  ] as const;
  for (const [next, proof, code] of cases) {
    await assert.rejects(mark.raise(next, proof), refusedWith(code));
    assert.deepEqual((await HighWaterMark.open(disk, FILE)).checkpoint, checkpointOf(tree, 3));
  }
  await mark.raise(checkpointOf(tree, 3), []);
  await mark.raise(checkpointOf(tree, 5), tree.consistencyProof(3, 5));
  assert.deepEqual(mark.checkpoint, checkpointOf(tree, 5));
});

test("[R24] a mark that failed to be written does not count as raised", async () => {
  const disk = new SimulatedDisk();
  const mark = await HighWaterMark.open(disk, FILE);
  await mark.raise(checkpointOf(tree, 3), []);
  disk.failAt(disk.calls.length + 2, "EIO");
  await assert.rejects(mark.raise(checkpointOf(tree, 5), tree.consistencyProof(3, 5)), /EIO/);
  assert.deepEqual(mark.checkpoint, checkpointOf(tree, 3));
});

test("[J10] a mark that is no checkpoint refuses the start", async () => {
  const disk = new SimulatedDisk();
  const mark = await HighWaterMark.open(disk, FILE);
  await mark.raise(checkpointOf(tree, 3), []);
  for (const text of ["", "3\n", `${ORIGIN}\n03\nAAAA\n`]) {
    disk.tamper(FILE, () => new TextEncoder().encode(text));
    await assert.rejects(
      HighWaterMark.open(disk, FILE),
      (failure) => failure instanceof StartRefused && failure.refusal.code === "mark_malformed",
    );
  }
});
