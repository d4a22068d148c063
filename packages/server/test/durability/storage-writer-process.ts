// The process in which a call is made to fail, or at which it is killed: plays the storage run in
// the directory that it is given, and prints how many entries must be there from then on.
import { writeSync } from "node:fs";
import { systemDisk } from "../../src/storage/system-disk.ts";
import { playStorage } from "./storage-run.ts";

const data = process.argv[2];
if (data === undefined) throw new Error("usage: storage-writer-process.ts <data>");
await playStorage(systemDisk, data, (entries) => writeSync(1, `${entries}\n`));
