import { setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { perform } from "./perform.ts";
import type { FromWorker, Work } from "./work.ts";

/** Behind everything that people wait for. */
const NICE = 10;

const work = workerData as Work;

try {
  // Where a thread has a priority of its own, as on Linux, it is this one's alone.
  if (process.platform === "linux") setPriority(NICE);
} catch {
  // A machine that forbids it does the work all the same.
}

const post = (message: FromWorker): void => parentPort?.postMessage(message);
const outcome = await perform(work, (progress) => post({ kind: "progress", progress }));
post({ kind: "outcome", outcome });
