import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { systemDisk } from "../../src/storage/system-disk.ts";
import { playRun, readEntries, readRecord } from "./deterministic-run.ts";
import { runWriter, scratchDirectory, WRITER } from "./processes.ts";

/** How often the process is killed before it is left alone. */
const KILLS = 8;

// The goal: a process that is killed at any moment has lost nothing that it answered for, and
// running on gives the record that would have come of never being killed.
test("[R21] killed again and again, the run ends in the same record", async (context) => {
  const directory = scratchDirectory(context);
  const [clean, killed] = [join(directory, "clean"), join(directory, "killed")];
  await playRun({ data: clean, disk: systemDisk });

  let kills = 0;
  let acknowledged = 0;
  for (let run = 0; run < KILLS; run++) {
    // A little further each time, and after a delay that falls into different calls.
    const aim = acknowledged + 1 + (run % 4);
    const ended = await runWriter([process.execPath, WRITER, killed], (entries, kill) => {
      if (entries >= aim) setTimeout(kill, (run * 7) % 13);
    });
    assert.ok(ended.signal === "SIGKILL" || ended.code === 0, ended.messages);
    if (ended.signal === "SIGKILL") kills++;
    acknowledged = Math.max(acknowledged, ended.acknowledged);
    const entries = await readEntries(systemDisk, killed);
    assert.ok(entries.length >= acknowledged, `${entries.length} of ${acknowledged}`);
  }
  assert.ok(kills > 3, `the process was killed ${kills} times`);

  const last = await runWriter([process.execPath, WRITER, killed]);
  assert.equal(last.code, 0, last.messages);
  assert.deepEqual(await readEntries(systemDisk, killed), await readEntries(systemDisk, clean));
  assert.deepEqual(readRecord(systemDisk, killed), readRecord(systemDisk, clean));
});
