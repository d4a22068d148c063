import assert from "node:assert/strict";
import { test } from "node:test";
import { Journal } from "../../src/storage/journal.ts";
import { SimulatedDisk } from "../../src/storage/simulated-disk.ts";
import { StartRefused } from "../../src/storage/start-refused.ts";

// The goal: whatever happens to a byte of a journal, a start either finds every entry that was
// acknowledged, or is refused with the file and the place. It never goes on with fewer.

const FILE = "/data/journal/entries";
const MARK = "/data/journal/synced";
const GROUPS = [["alpha", "beta"], ["gamma"], ["", "delta", "epsilon".repeat(9)], ["zeta"]].map(
  (group) => group.map((text) => new TextEncoder().encode(text)),
);
const ALL = GROUPS.flat();

type Written = { disk: SimulatedDisk; bytes: Uint8Array; ends: number[]; marks: Uint8Array[] };

/** A journal of four groups, with the file's size and the mark after each. */
async function writeJournal(): Promise<Written> {
  const disk = new SimulatedDisk();
  const journal = await Journal.open({ disk, directory: "/data/journal" });
  const ends = [disk.readFile(FILE)!.length];
  const marks = [disk.readFile(MARK)!];
  for (const group of GROUPS) {
    await journal.append(group);
    ends.push(disk.readFile(FILE)!.length);
    marks.push(disk.readFile(MARK)!);
  }
  return { disk, bytes: disk.readFile(FILE)!, ends, marks };
}

const written = await writeJournal();

type Outcome =
  | { readonly entries: Uint8Array[]; readonly cut: number }
  | { readonly refused: StartRefused };

/** What a start makes of the journal with other bytes in its file, and with some mark beside it. */
async function start(bytes: Uint8Array, mark = written.marks.at(-1)!): Promise<Outcome> {
  const disk = written.disk.afterKill();
  disk.tamper(FILE, () => bytes);
  disk.tamper(MARK, () => mark);
  try {
    const journal = await Journal.open({ disk, directory: "/data/journal" });
    const { cut } = journal.recovery;
    return { entries: await journal.entries(0, journal.size), cut: cut?.bytes ?? 0 };
  } catch (failure) {
    assert.ok(failure instanceof StartRefused, String(failure));
    return { refused: failure };
  }
}

/** Says that a start was refused, with the file and a place no further than the damage. */
function assertRefused(outcome: Outcome, damage: number, what: string): void {
  assert.ok("refused" in outcome, `${what}: started with ${JSON.stringify(outcome)}`);
  const { file, offset } = outcome.refused.refusal;
  assert.equal(file, FILE, what);
  assert.ok(offset !== undefined && offset <= damage, `${what}: ${outcome.refused.message}`);
  assert.match(outcome.refused.message, /\/data\/journal\/entries at byte \d+/);
}

test("[J5] a journal cut short at any byte is refused", async () => {
  for (let size = 0; size < written.bytes.length; size++) {
    assertRefused(await start(written.bytes.slice(0, size)), size, `cut to ${size}`);
  }
});

test("[J5] a journal with any one bit flipped is refused", async () => {
  for (let at = 0; at < written.bytes.length; at++) {
    for (let bit = 0; bit < 8; bit++) {
      const bytes = written.bytes.with(at, written.bytes[at]! ^ (1 << bit));
      assertRefused(await start(bytes), at, `bit ${bit} of byte ${at}`);
    }
  }
});

test("[J5] [R23] what was added behind the last group is cut, the rest kept", async () => {
  const { bytes, ends } = written;
  const additions = [
    new Uint8Array(1),
    new Uint8Array(5000),
    new TextEncoder().encode("jfg\n"),
    new TextEncoder().encode("jfg\n".repeat(300)),
    Uint8Array.from({ length: 777 }, (_, n) => (n * 167) & 255),
    // Every beginning of a real frame: a group that was being written when the machine stopped.
    ...Array.from({ length: ends[4]! - ends[3]! }, (_, n) => bytes.slice(ends[3], ends[3]! + n)),
  ];
  for (const addition of additions) {
    const outcome = await start(Buffer.concat([bytes, addition]));
    assert.ok("entries" in outcome);
    assert.deepEqual(outcome.entries, ALL);
    assert.equal(outcome.cut, addition.length);
  }
});

test("[J5] a whole group that doesn't follow the last one is refused", async () => {
  const { bytes, ends } = written;
  for (const group of [0, 1, 2, 3]) {
    const again = bytes.slice(ends[group], ends[group + 1]);
    assertRefused(await start(Buffer.concat([bytes, again])), bytes.length, `group ${group}`);
  }
});

test("[J5] a group left out, doubled or swapped with the next is refused", async () => {
  const { bytes, ends } = written;
  const piece = (group: number): Uint8Array => bytes.slice(ends[group], ends[group + 1]);
  const joined = (groups: number[]): Uint8Array =>
    Buffer.concat([bytes.slice(0, ends[0]), ...groups.map(piece)]);
  for (const groups of [
    [1, 2, 3],
    [0, 2, 3],
    [0, 1, 3],
    [0, 0, 1, 2, 3],
    [0, 2, 1, 3],
  ]) {
    assertRefused(await start(joined(groups)), bytes.length, groups.join());
  }
});

test("[J5] with the mark behind, only the last group can be taken for torn", async () => {
  const { bytes, ends, marks } = written;
  for (const mark of [marks[0], marks[3]]) {
    for (let at = 0; at < bytes.length; at++) {
      const outcome = await start(bytes.with(at, bytes[at]! ^ 0x10), mark);
      if (at < ends[3]!) {
        assertRefused(outcome, at, `byte ${at}`);
        continue;
      }
      assert.ok("entries" in outcome, `byte ${at}`);
      assert.deepEqual(outcome.entries, ALL.slice(0, -1));
      assert.equal(outcome.cut, ends[4]! - ends[3]!);
    }
  }
});
