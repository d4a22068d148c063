import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { BlobDamaged, BlobStore } from "./blobs.ts";
import { SimulatedDisk } from "./simulated-disk.ts";

const DIRECTORY = "/data/blobs/sha256";
const CONTENT = new TextEncoder().encode("a charter ".repeat(200));
const NAME = createHash("sha256").update(CONTENT).digest("hex");

test("[J20] content is kept under its hash and lent unchanged", async () => {
  const disk = new SimulatedDisk();
  const blobs = await BlobStore.open(disk, DIRECTORY);
  assert.equal(blobs.get(NAME), undefined);
  assert.equal(await blobs.put(CONTENT), NAME);
  assert.deepEqual(blobs.get(NAME), CONTENT);
  assert.deepEqual(disk.readFile(`${DIRECTORY}/${NAME}`), CONTENT);
});

test("[J20] changed content is never lent, and putting it again mends it", async () => {
  const disk = new SimulatedDisk();
  const blobs = await BlobStore.open(disk, DIRECTORY);
  await blobs.put(CONTENT);
  disk.tamper(`${DIRECTORY}/${NAME}`, (bytes) => bytes.with(7, bytes[7]! ^ 1));
  assert.throws(
    () => blobs.get(NAME),
    (failure) => failure instanceof BlobDamaged && failure.message.includes(NAME),
  );
  await blobs.put(CONTENT);
  assert.deepEqual(blobs.get(NAME), CONTENT);
});

test("[J20] a name that is no hash leads nowhere", async () => {
  const disk = new SimulatedDisk();
  const blobs = await BlobStore.open(disk, DIRECTORY);
  for (const name of ["", "..", "../../journal/entries", NAME.toUpperCase(), `${NAME}.new`]) {
    assert.equal(blobs.get(name), undefined);
  }
});

test("[J20] content that was put survives a loss of power at any later call", async () => {
  for (let seed = 0; seed < 20; seed++) {
    let state = seed;
    const disk = new SimulatedDisk((below) => (state = (state * 31 + 7) % 1009) % below);
    const blobs = await BlobStore.open(disk, DIRECTORY);
    await blobs.put(CONTENT);
    const after = await BlobStore.open(disk.afterPowerLoss(), DIRECTORY);
    assert.deepEqual(after.get(NAME), CONTENT);
  }
});
