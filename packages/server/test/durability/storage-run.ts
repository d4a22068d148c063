import assert from "node:assert/strict";
import { hash } from "node:crypto";
import { join } from "node:path";
import { encodeCheckpoint } from "@jointfund/core/log/checkpoint.ts";
import type { Disk } from "../../src/ports.ts";
import { BlobStore } from "../../src/storage/blobs.ts";
import { HighWaterMark } from "../../src/storage/high-water-mark.ts";
import { Journal } from "../../src/storage/journal.ts";
import { LogTree } from "../../src/storage/log-tree.ts";
import { PublishedLog } from "../../src/storage/published-log.ts";

// What a fund does to the disk, without the fund: quick enough to be broken off at every call.

const GROUPS = [3, 253, 4].map((count, g) =>
  Array.from({ length: count }, (_, e) => new TextEncoder().encode(`group ${g} entry ${e}`)),
);
export const STORAGE_ENTRIES = GROUPS.flat().length;
/** Published after the first and the last group: a partial tile, which is then a full one. */
const PUBLISHED_AFTER = new Set([0, 2]);
const LINE = `— storage.example ${Buffer.alloc(68, 1).toString("base64")}\n`;

/** Goes on from where the directory stands to the end of the run. */
export async function playStorage(
  disk: Disk,
  data: string,
  onAcknowledged?: (entries: number) => void,
): Promise<void> {
  const blobs = await BlobStore.open(disk, join(data, "blobs"));
  const mark = await HighWaterMark.open(disk, join(data, "signer", "high-water"));
  const published = await PublishedLog.open(disk, join(data, "log"));
  await blobs.put(new TextEncoder().encode("a blob"));
  const atLeast = [mark.checkpoint?.size ?? 0, published.size].map((entries) => ({
    entries,
    requiredBy: "what was published",
  }));
  const journal = await Journal.open({ disk, directory: join(data, "journal"), atLeast });
  const tree = new LogTree();
  for (const entry of await journal.entries(0, journal.size)) tree.append(entry);
  onAcknowledged?.(journal.size);

  let before = 0;
  for (const [g, group] of GROUPS.entries()) {
    if (journal.size === before) {
      await journal.append(group);
      for (const entry of group) tree.append(entry);
      onAcknowledged?.(journal.size);
    }
    before += group.length;
    if (PUBLISHED_AFTER.has(g) && journal.size === before) {
      await publish({ tree, journal, mark, published });
    }
  }
  assert.equal(journal.size, before, "a group is never split");
  await journal.close();
}

async function publish(parts: {
  readonly tree: LogTree;
  readonly journal: Journal;
  readonly mark: HighWaterMark;
  readonly published: PublishedLog;
}): Promise<void> {
  const { tree, journal, mark, published } = parts;
  const { size } = journal;
  const checkpoint = { origin: "storage.example", size, root: tree.rootAt(size)! };
  await published.writeTiles(size, {
    hashTile: (level, index, width) => tree.tile(level, index, width),
    entries: (from, to) => journal.entries(from, to),
  });
  await mark.raise(checkpoint, tree.consistencyProof(mark.checkpoint?.size ?? 0, size));
  const text = encodeCheckpoint(checkpoint);
  assert.ok(text.ok);
  await published.writeCheckpoint(size, new TextEncoder().encode(`${text.value}\n${LINE}`));
}

/** What must be the same whether the run was broken off or not, by its hashes. */
export async function readStorage(disk: Disk, data: string): Promise<readonly string[]> {
  const journal = await Journal.open({ disk, directory: join(data, "journal") });
  const entries = await journal.entries(0, journal.size);
  await journal.close();
  const files = ["log/checkpoint", "log/tile/0/000", "log/tile/0/001.p/4", "log/tile/1/000.p/1"];
  files.push("log/tile/entries/000", "log/tile/entries/001.p/4", "signer/high-water");
  const contents = [...entries, ...files.map((name) => disk.readFile(join(data, name)))];
  return contents.map((bytes, n) => {
    assert.ok(bytes !== undefined, `${files[n - entries.length] ?? n} is there`);
    return hash("sha256", bytes);
  });
}
