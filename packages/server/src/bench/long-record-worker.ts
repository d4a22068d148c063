import { parentPort, workerData } from "node:worker_threads";
import { assert } from "@jointfund/core/base/assert.ts";
import { writeRecords, type WantedRecord } from "./long-record.ts";

/** Writes records in a thread of its own, so that what it needs for that is gone when it ends. */

assert(parentPort !== null, "this is started as a thread");
parentPort.postMessage(await writeRecords(workerData as readonly WantedRecord[]));
