import assert from "node:assert/strict";
import { test } from "node:test";
import { TileBuilder } from "@jointfund/core/log/tile-builder.ts";
import { readBundle, tileHashReader } from "@jointfund/core/log/tile-reader.ts";
import { Frontier } from "@jointfund/core/log/merkle.ts";
import { LogTree } from "./log-tree.ts";
import { PublishedLog, type LogSource } from "./published-log.ts";
import { SimulatedDisk } from "./simulated-disk.ts";
import { StartRefused } from "./start-refused.ts";

const DIRECTORY = "/data/log";
const entries = Array.from({ length: 700 }, (_, n) => new TextEncoder().encode(`entry ${n}`));
const tree = new LogTree();
for (const entry of entries) tree.append(entry);

const source: LogSource = {
  hashTile: (level, index, width) => tree.tile(level, index, width),
  entries: (from, to) => Promise.resolve(entries.slice(from, to)),
};

/** A note with a signature that nobody checks here: this folder only carries it. */
function noteOf(size: number): Uint8Array {
  const root = Buffer.from(tree.rootAt(size)!).toString("base64");
  const line = `— fund.example/log ${Buffer.alloc(68, 7).toString("base64")}\n`;
  return new TextEncoder().encode(`fund.example/log\n${size}\n${root}\n\n${line}`);
}

async function publish(log: PublishedLog, size: number): Promise<void> {
  await log.writeTiles(size, source);
  await log.writeCheckpoint(size, noteOf(size));
}

/** Every file of the log that the core's own builder makes of the same entries. */
function builtFiles(size: number): Map<string, Uint8Array> {
  const builder = new TileBuilder();
  for (const entry of entries.slice(0, size)) builder.append(entry);
  return new Map(builder.takeFiles().map(({ path, bytes }) => [path, bytes]));
}

/** Reads the whole log back as a stranger would, and returns the size of its checkpoint. */
function checkPublished(disk: SimulatedDisk): number {
  const read = (path: string): Uint8Array | undefined => disk.readFile(`${DIRECTORY}/${path}`);
  const checkpoint = read("checkpoint");
  if (checkpoint === undefined) return 0;
  const [, size, root] = Buffer.from(checkpoint).toString().split("\n");
  const frontier = Frontier.restore(Number(size), tileHashReader(Number(size), read));
  assert.ok(frontier.ok, `checkpoint of ${size} is ahead of its tiles`);
  assert.equal(Buffer.from(frontier.value.root()).toString("base64"), root);
  for (let index = 0; index * 256 < Number(size); index++) {
    const bundle = readBundle(index, Number(size), read);
    assert.ok(bundle.ok, `checkpoint of ${size} is ahead of its entries`);
    assert.deepEqual(
      bundle.value,
      entries.slice(index * 256, (index + 1) * 256).slice(0, bundle.value.length),
    );
  }
  return Number(size);
}

test("[J12] the files are those that the core builds of the same entries", async () => {
  const disk = new SimulatedDisk();
  await publish(await PublishedLog.open(disk, DIRECTORY), 700);
  const built = builtFiles(700);
  assert.equal(built.size, 7);
  for (const [path, bytes] of built) {
    assert.deepEqual(disk.readFile(`${DIRECTORY}/${path}`), bytes, path);
  }
  assert.equal(checkPublished(disk), 700);
});

test("[J12] full tiles are the same however often it was published on the way", async () => {
  const steps = [1, 2, 255, 256, 257, 300, 511, 513, 600, 700];
  const disk = new SimulatedDisk();
  for (const size of steps) {
    await publish(await PublishedLog.open(disk, DIRECTORY), size);
    assert.equal(checkPublished(disk), size);
  }
  for (const [path, bytes] of builtFiles(700)) {
    assert.deepEqual(disk.readFile(`${DIRECTORY}/${path}`), bytes, path);
  }
  // The partial tiles of what is full now are gone, those of the last tile are kept.
  assert.deepEqual(await disk.list(`${DIRECTORY}/tile/0`), ["000", "001", "002.p"]);
  assert.deepEqual(await disk.list(`${DIRECTORY}/tile/0/002.p`), ["1", "188", "88"]);
});

test("[J12] whenever the power goes, the checkpoint that is there has its tiles", async () => {
  const seen = new Set<number>();
  const run = async (disk: SimulatedDisk): Promise<void> => {
    const log = await PublishedLog.open(disk, DIRECTORY);
    for (const size of [3, 256, 600, 700]) await publish(log, size);
  };
  const clean = new SimulatedDisk();
  await run(clean);
  for (let call = 0; call < clean.calls.length; call++) {
    for (let seed = 0; seed < 6; seed++) {
      let state = seed * 100 + call;
      const disk = new SimulatedDisk((below) => (state = (state * 37 + 11) % 10_007) % below);
      disk.failAt(call, "power");
      await assert.rejects(run(disk));
      const after = disk.afterPowerLoss();
      seen.add(checkPublished(after));
      const resumed = await PublishedLog.open(after, DIRECTORY);
      await publish(resumed, 700);
      assert.equal(checkPublished(after.afterPowerLoss()), 700);
    }
  }
  assert.deepEqual(
    [...seen].toSorted((a, b) => a - b),
    [0, 3, 256, 600, 700],
  );
});

test("[J12] a checkpoint that is no checkpoint refuses the start", async () => {
  const disk = new SimulatedDisk();
  await publish(await PublishedLog.open(disk, DIRECTORY), 3);
  disk.tamper(`${DIRECTORY}/checkpoint`, (bytes) => bytes.slice(0, 40));
  await assert.rejects(
    PublishedLog.open(disk, DIRECTORY),
    (failure) =>
      failure instanceof StartRefused && failure.refusal.code === "published_checkpoint_malformed",
  );
});
