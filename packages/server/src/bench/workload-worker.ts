import { parentPort, workerData } from "node:worker_threads";
import { assert } from "@jointfund/core/base/assert.ts";
import { createWorkload, type WorkloadTimes } from "./workload.ts";

/** Makes and signs the statements of one call after the other, some calls whenever it is asked. */

assert(parentPort !== null, "this is started as a thread");
const port = parentPort;
const workload = createWorkload(workerData as WorkloadTimes);
let next = 0;

port.on("message", (calls: number) => {
  const cycles = Array.from({ length: calls }, () => workload.cycle(next++));
  port.postMessage(cycles);
});
