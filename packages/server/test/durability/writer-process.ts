// The process that the durability tests kill: plays the run in the directory that it is given, and
// prints, for each answer, how many entries must be there from then on. Exits with 3 if the fund
// has stopped, with 4 if the start was refused.
import { writeSync } from "node:fs";
import { FundStopped } from "../../src/application/fund-stopped.ts";
import { StartRefused } from "../../src/storage/start-refused.ts";
import { systemDisk } from "../../src/storage/system-disk.ts";
import { playRun } from "./deterministic-run.ts";

const data = process.argv[2];
if (data === undefined) throw new Error("usage: writer-process.ts <data>");
try {
  await playRun({ data, disk: systemDisk, onAnswered: (entries) => writeSync(1, `${entries}\n`) });
} catch (failure) {
  writeSync(2, `${String(failure)}\n`);
  process.exit(failure instanceof FundStopped ? 3 : failure instanceof StartRefused ? 4 : 1);
}
