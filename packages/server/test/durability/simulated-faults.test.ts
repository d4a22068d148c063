import assert from "node:assert/strict";
import { test } from "node:test";
import { FundStopped } from "../../src/application/fund-stopped.ts";
import { StartRefused } from "../../src/storage/start-refused.ts";
import { PowerLost, SimulatedDisk, type SimulatedFault } from "../../src/storage/simulated-disk.ts";
import { playRun, readEntries, readRecord } from "./deterministic-run.ts";
import { playStorage, readStorage } from "./storage-run.ts";

// The goal: the whole fund, stopped at each single call that it makes of the disk, loses nothing
// that it answered for, and goes on to the record that it would have made undisturbed.

const DATA = "/data";
/** Every how manieth call of the whole fund goes wrong; in continuous integration every one. */
const STRIDE = process.env["CI"] === "true" ? 1 : 3;

const clean = new SimulatedDisk();
await playRun({ data: DATA, disk: clean });
const cleanCalls = [...clean.calls];
const record = readRecord(clean, DATA);
const entries = await readEntries(clean, DATA);

/** Runs with one call going wrong, and returns how many entries were answered for by then. */
async function playWithFault(disk: SimulatedDisk, kind: SimulatedFault): Promise<number> {
  let answered = 0;
  const onAnswered = (size: number): void => {
    answered = Math.max(answered, size);
  };
  try {
    await playRun({ data: DATA, disk, onAnswered });
  } catch (failure) {
    assert.ok(failure instanceof Error && !(failure instanceof StartRefused), String(failure));
    const cause = failure instanceof FundStopped ? failure.cause : failure;
    if (kind === "power") assert.ok(cause instanceof PowerLost, String(failure));
    else assert.equal(Reflect.get(cause as Error, "code"), kind, String(failure));
  }
  return answered;
}

async function checkResumed(disk: SimulatedDisk, answered: number, what: string): Promise<void> {
  const found = await readEntries(disk, DATA);
  assert.ok(found.length >= answered, `${what}: ${found.length} of ${answered} answered`);
  assert.deepEqual(found, entries.slice(0, found.length), what);
  await playRun({ data: DATA, disk });
  assert.deepEqual(readRecord(disk, DATA), record, what);
}

const KINDS = ["power", "EIO", "ENOSPC"] as const;

/** A disk that goes wrong at one call, as the call's number decides. */
function faultyDisk(call: number, kind: SimulatedFault): SimulatedDisk {
  let state = call * 7 + kind.length;
  const disk = new SimulatedDisk((below) => (state = (state * 37 + 11) % 10_007) % below);
  disk.failAt(call, kind);
  return disk;
}

const afterFault = (disk: SimulatedDisk, kind: SimulatedFault): SimulatedDisk =>
  kind === "power" ? disk.afterPowerLoss() : disk.afterKill();

test("[R22] whatever goes wrong at a call, the record comes out the same", async () => {
  assert.ok(cleanCalls.length > 120);
  for (const [call, name] of cleanCalls.entries()) {
    if (call % STRIDE !== 0) continue;
    // One kind of fault a call; the storage alone is tried with all of them at each.
    const kind = KINDS[Math.floor(call / STRIDE) % KINDS.length]!;
    const disk = faultyDisk(call, kind);
    const answered = await playWithFault(disk, kind);
    await checkResumed(afterFault(disk, kind), answered, `${kind} at ${name} ${call}`);
  }
});

test("[J4] the same of the storage alone, with every kind of fault at every call", async () => {
  const undisturbed = new SimulatedDisk();
  await playStorage(undisturbed, DATA);
  const calls = undisturbed.calls.length;
  const expected = await readStorage(undisturbed, DATA);
  for (let call = 0; call < calls; call++) {
    for (const kind of KINDS) {
      const disk = faultyDisk(call, kind);
      let acknowledged = 0;
      const onAcknowledged = (size: number): void => {
        acknowledged = Math.max(acknowledged, size);
      };
      await assert.rejects(playStorage(disk, DATA, onAcknowledged));
      const after = afterFault(disk, kind);
      let found: number | undefined;
      await playStorage(after, DATA, (size) => (found ??= size));
      assert.ok(found! >= acknowledged, `${kind} at call ${call}: ${found} of ${acknowledged}`);
      assert.deepEqual(await readStorage(after, DATA), expected, `${kind} at call ${call}`);
    }
  }
});
