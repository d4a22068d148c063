import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import fc from "fast-check";
import { encodeFrame } from "./frame.ts";
import { Journal } from "./journal.ts";
import { SimulatedDisk, type Chance, type SimulatedFault } from "./simulated-disk.ts";
import { StartRefused } from "./start-refused.ts";
import { systemDisk } from "./system-disk.ts";

const DIRECTORY = "/data/journal";
const scratch = mkdtempSync(join(tmpdir(), "journal-"));
after(() => rmSync(scratch, { recursive: true }));

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Groups of entries that are all different, some longer than a sector. */
const groups = fc
  .array(fc.array(fc.nat({ max: 1500 }), { minLength: 1, maxLength: 5 }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((sizes) => sizes.map((group, g) => group.map((n, e) => bytesOf(`${g}/${e} `.padEnd(n)))));

/** A small generator of its own, so that a failing run can be repeated from its seed. */
function chanceOf(seed: number): Chance {
  let state = seed * 2 + 1;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

async function readAll(journal: Journal): Promise<Uint8Array[]> {
  const entries: Uint8Array[] = [];
  for await (const frame of journal.frames()) {
    assert.equal(frame.first, entries.length);
    entries.push(...frame.entries);
  }
  return entries;
}

/** Appends until something goes wrong; what was acknowledged is known for certain. */
async function appendAll(disk: SimulatedDisk, all: Uint8Array[][]): Promise<number> {
  let acknowledged = 0;
  try {
    const journal = await Journal.open({ disk, directory: DIRECTORY });
    for (const group of all) {
      await journal.append(group);
      acknowledged += group.length;
    }
  } catch (failure) {
    assert.ok(failure instanceof Error && !(failure instanceof StartRefused), String(failure));
  }
  return acknowledged;
}

test("[J3] a frame is laid out as the specification says", () => {
  const entries = [bytesOf("first"), bytesOf(""), bytesOf("third")];
  const body = Buffer.from("00056669727374000000057468697264", "hex");
  const head = Buffer.from(`6a66670a${"00000010"}${"0000000000000102"}${"00000003"}`, "hex");
  const sum = createHash("sha256").update(head).update(body).digest().subarray(0, 16);
  assert.deepEqual(
    Buffer.from(encodeFrame({ first: 258, entries })),
    Buffer.concat([head, sum, body]),
  );
});

test("[J2] a new journal on a real disk is its header, and a group follows it", async () => {
  const directory = join(scratch, "new");
  const journal = await Journal.open({ disk: systemDisk, directory });
  const header = "jointfund/journal/v1\n";
  assert.equal(readFileSync(join(directory, "entries"), "latin1"), header);
  await journal.append([bytesOf("one"), bytesOf("two")]);
  const frame = encodeFrame({ first: 0, entries: [bytesOf("one"), bytesOf("two")] });
  assert.deepEqual(
    readFileSync(join(directory, "entries")),
    Buffer.concat([Buffer.from(header), frame]),
  );
  await journal.close();
});

test("[J1] a journal that is open can't be opened again until it is closed", async () => {
  for (const disk of [systemDisk, new SimulatedDisk()]) {
    const directory = join(scratch, "locked");
    const first = await Journal.open({ disk, directory });
    await assert.rejects(
      Journal.open({ disk, directory }),
      (failure) => failure instanceof StartRefused && failure.refusal.code === "journal_locked",
    );
    await first.append([bytesOf("still usable")]);
    await first.close();
    const second = await Journal.open({ disk, directory });
    assert.equal(second.size, 1);
    await second.close();
  }
});

test("[J4] what was appended in groups is read back from any entry on", async () => {
  await fc.assert(
    fc.asyncProperty(groups, fc.nat(), fc.nat(), async (all, a, b) => {
      const disk = new SimulatedDisk();
      assert.equal(await appendAll(disk, all), all.flat().length);
      const journal = await Journal.open({ disk: disk.afterKill(), directory: DIRECTORY });
      assert.deepEqual(await readAll(journal), all.flat());
      const [from, to] = [a, b].map((n) => n % (journal.size + 1)).toSorted((x, y) => x - y);
      assert.deepEqual(await journal.entries(from!, to!), all.flat().slice(from, to));
    }),
  );
});

test("[J4] ranges are found in a journal with more groups than kept places", async () => {
  const directory = join(scratch, "many");
  const journal = await Journal.open({ disk: systemDisk, directory });
  const all: Uint8Array[] = [];
  for (let g = 0; g < 90; g++) {
    const group = Array.from({ length: 1 + (g % 23) }, (_, e) => bytesOf(`${g}/${e}`));
    await journal.append(group);
    all.push(...group);
  }
  const check = async (opened: Journal): Promise<void> => {
    for (let from = 0; from < all.length; from += 37) {
      assert.deepEqual(await opened.entries(from, from + 5), all.slice(from, from + 5));
    }
    await opened.close();
  };
  await check(journal);
  await check(await Journal.open({ disk: systemDisk, directory }));
});

/** Runs the groups with a fault at each call in turn, and hands over what the disk was then. */
async function atEachCall(
  all: Uint8Array[][],
  kind: SimulatedFault,
  check: (disk: SimulatedDisk, acknowledged: number, seed: number) => Promise<void>,
): Promise<number> {
  const clean = new SimulatedDisk();
  await appendAll(clean, all);
  for (let call = 0; call < clean.calls.length; call++) {
    for (let seed = 0; seed < 12; seed++) {
      const disk = new SimulatedDisk(chanceOf(call * 100 + seed));
      disk.failAt(call, kind);
      await check(disk, await appendAll(disk, all), seed);
    }
  }
  return clean.calls.length;
}

const SOME_GROUPS = [
  ["alpha", "beta".padEnd(700)],
  ["gamma"],
  ["delta".padEnd(2000), "epsilon", "zeta".padEnd(900)],
  ["eta"],
].map((group) => group.map(bytesOf));

async function checkRecovered(disk: SimulatedDisk, acknowledged: number): Promise<void> {
  const journal = await Journal.open({ disk, directory: DIRECTORY });
  assert.ok(journal.size >= acknowledged, `${journal.size} of ${acknowledged} acknowledged`);
  const whole = SOME_GROUPS.map((_, g) => SOME_GROUPS.slice(0, g).flat().length);
  assert.ok([...whole, SOME_GROUPS.flat().length].includes(journal.size), "a group is not split");
  assert.deepEqual(await readAll(journal), SOME_GROUPS.flat().slice(0, journal.size));
  // And it goes on from there as if nothing had happened.
  await journal.append([bytesOf("after")]);
  assert.deepEqual(await journal.entries(journal.size - 1, journal.size), [bytesOf("after")]);
  await journal.close();
  const reopened = await Journal.open({ disk, directory: DIRECTORY });
  assert.equal(reopened.recovery.cut, undefined);
  await reopened.close();
}

test("[J5] after a loss of power at any call, every acknowledged entry is there", async () => {
  const calls = await atEachCall(SOME_GROUPS, "power", async (disk, acknowledged) => {
    await checkRecovered(disk.afterPowerLoss(), acknowledged);
  });
  assert.ok(calls > 15);
});

test("[J4] after any call has failed, nothing more is appended and nothing is lost", async () => {
  for (const kind of ["EIO", "ENOSPC"] as const) {
    await atEachCall(SOME_GROUPS, kind, async (disk, acknowledged) => {
      await checkRecovered(disk.afterKill(), acknowledged);
    });
  }
});

test("[J7] what a start has found survives, even if an earlier sync had failed", async () => {
  let found = 0;
  await atEachCall(SOME_GROUPS, "EIO", async (disk) => {
    const restarted = disk.afterKill();
    const journal = await Journal.open({ disk: restarted, directory: DIRECTORY });
    const { size } = journal;
    const again = await Journal.open({
      disk: restarted.afterPowerLoss(),
      directory: DIRECTORY,
      atLeast: [{ entries: size, requiredBy: "what the first start found" }],
    });
    assert.equal(again.size, size);
    found += size;
  });
  assert.ok(found > 0);
});

test("[J4] a full disk stops the journal, and what was acknowledged is there", async () => {
  const clean = new SimulatedDisk();
  const total = SOME_GROUPS.flat().reduce((sum, entry) => sum + entry.length, 0);
  await appendAll(clean, SOME_GROUPS);
  let stopped = 0;
  for (let capacity = 120; capacity < total + 400; capacity += 13) {
    const disk = new SimulatedDisk(chanceOf(capacity));
    disk.setCapacity(capacity);
    const acknowledged = await appendAll(disk, SOME_GROUPS);
    if (acknowledged < SOME_GROUPS.flat().length) stopped++;
    disk.setCapacity(Number.POSITIVE_INFINITY);
    await checkRecovered(disk.afterKill(), acknowledged);
  }
  assert.ok(stopped > 50);
});

test("[J4] a journal that has failed refuses the next group on the same handle", async () => {
  const disk = new SimulatedDisk();
  const journal = await Journal.open({ disk, directory: DIRECTORY });
  disk.failAt(disk.calls.length + 1, "EIO");
  await assert.rejects(journal.append([bytesOf("lost")]), /EIO/);
  await assert.rejects(journal.append([bytesOf("next")]), /takes no entries any more/);
  assert.equal(journal.size, 0);
});

test("[J8] a start below a size known from elsewhere is refused with both sizes", async () => {
  const disk = new SimulatedDisk();
  await appendAll(disk, SOME_GROUPS);
  const atLeast = [{ entries: 8, requiredBy: "/data/signer/high-water" }];
  await assert.rejects(
    Journal.open({ disk: disk.afterKill(), directory: DIRECTORY, atLeast }),
    (failure) => {
      assert.ok(failure instanceof StartRefused);
      assert.deepEqual(failure.refusal, {
        code: "journal_too_short",
        file: "/data/journal/entries",
        offset: disk.readFile("/data/journal/entries")!.length,
        actual: 7,
        required: 8,
        requiredBy: "/data/signer/high-water",
      });
      return true;
    },
  );
});

test("[J2] a journal of another version is refused", async () => {
  const disk = new SimulatedDisk();
  await appendAll(disk, SOME_GROUPS);
  disk.tamper("/data/journal/entries", (bytes) => {
    bytes[19] = "2".charCodeAt(0);
    return bytes;
  });
  await assert.rejects(
    Journal.open({ disk: disk.afterKill(), directory: DIRECTORY }),
    (failure) =>
      failure instanceof StartRefused &&
      failure.refusal.code === "journal_version" &&
      failure.refusal.actual === "jointfund/journal/v2",
  );
});

test("[J6] one damaged line of the mark is made good by the other; both are refused", async () => {
  const disk = new SimulatedDisk();
  await appendAll(disk, SOME_GROUPS);
  const file = "/data/journal/synced";
  const { length } = disk.readFile(file)!;
  assert.equal(length, 52);
  const flip = (damaged: SimulatedDisk, at: number): void =>
    damaged.tamper(file, (bytes) => bytes.with(at, bytes[at]! ^ 1));
  for (let at = 0; at < length / 2; at++) {
    const damaged = disk.afterKill();
    flip(damaged, at);
    await checkRecovered(damaged.afterKill(), SOME_GROUPS.flat().length);

    flip(damaged, length / 2 + ((at * 7) % (length / 2)));
    await assert.rejects(
      Journal.open({ disk: damaged.afterKill(), directory: DIRECTORY }),
      (failure) => failure instanceof StartRefused && failure.refusal.code === "mark_malformed",
    );
  }
});
