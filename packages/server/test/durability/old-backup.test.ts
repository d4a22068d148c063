import assert from "node:assert/strict";
import { test } from "node:test";
import type { SimulatedDisk } from "../../src/storage/simulated-disk.ts";
import { StartRefused, type StartRefusal } from "../../src/storage/start-refused.ts";
import { foundOffice, OPENING, openOffice, workload } from "../write-path.ts";

// The goal: a journal that is put back from an old copy must not make the log's key contradict what
// it has signed. What one machine cannot know, the mirrors do.

const JOURNAL = ["/data/journal/entries", "/data/journal/synced"];
const EVERYTHING = [...JOURNAL, "/data/signer/high-water", "/data/log/checkpoint"];

/** Puts files back as they were in another state of the same disk. */
function restore(disk: SimulatedDisk, from: SimulatedDisk, files: readonly string[]): void {
  for (const file of files) disk.tamper(file, () => from.readFile(file)!);
}

async function refusalAt(disk: SimulatedDisk): Promise<StartRefusal> {
  try {
    await openOffice(disk.afterKill());
  } catch (failure) {
    assert.ok(failure instanceof StartRefused, String(failure));
    return failure.refusal;
  }
  assert.fail("the start was not refused");
}

/** A disk after the opening, and the same disk some published statements later. */
async function twoStates(): Promise<{ backup: SimulatedDisk; disk: SimulatedDisk }> {
  const { fund, disk } = await foundOffice();
  await fund.finalise();
  await fund.close();
  const backup = disk.afterKill();
  const later = await openOffice(disk.afterKill());
  await later.fund.submitAll(workload.cycle(0));
  await later.fund.finalise();
  await later.fund.close();
  return { backup, disk: later.disk };
}

test("[J8] [R23] a journal older than the checkpoint is refused, with both sizes", async () => {
  const { backup, disk } = await twoStates();
  restore(disk, backup, JOURNAL);
  const refusal = await refusalAt(disk);
  assert.deepEqual(refusal, {
    code: "journal_too_short",
    file: "/data/journal/entries",
    offset: backup.readFile("/data/journal/entries")!.length,
    actual: OPENING + 1,
    required: OPENING + 1 + workload.cycle(0).length,
    requiredBy: "/data/signer/high-water",
  });
});

test("[J8] the published checkpoint asks for its size if the mark has gone back too", async () => {
  const { backup, disk } = await twoStates();
  restore(disk, backup, [...JOURNAL, "/data/signer/high-water"]);
  const { code, requiredBy } = await refusalAt(disk);
  assert.deepEqual([code, requiredBy], ["journal_too_short", "/data/log/checkpoint"]);
});

test("[J10] an old journal that has grown differently since is refused by its root", async () => {
  const { backup, disk } = await twoStates();
  // The operator goes on from the backup on another machine, without the mark.
  const elsewhere = backup.afterKill();
  await elsewhere.remove("/data/signer/high-water");
  const other = await openOffice(elsewhere);
  await other.fund.submitAll([...workload.cycle(0).slice(0, 3), ...workload.cycle(1)]);
  await other.fund.submitAll(workload.cycle(2));
  await other.fund.close();
  restore(disk, elsewhere, JOURNAL);
  const { code, file, requiredBy } = await refusalAt(disk);
  assert.equal(code, "mark_not_of_this_journal");
  assert.deepEqual([file, requiredBy], ["/data/journal/entries", "/data/signer/high-water"]);
});

test("[R24] where all of it has gone back, the mirrors refuse another history", async () => {
  const { backup, disk } = await twoStates();
  restore(disk, backup, EVERYTHING);
  const { fund } = await openOffice(disk.afterKill());
  await fund.submitAll([...workload.cycle(0).slice(0, 3), ...workload.cycle(1)]);
  await fund.submitAll(workload.cycle(2));
  const finality = await fund.finalise();
  assert.deepEqual(finality.cosigned, []);
  assert.equal(finality.receipt, undefined);
  for (const { reason } of finality.refused) assert.equal(reason.code, "root_not_reproduced");
});
