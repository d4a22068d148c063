import { availableParallelism } from "node:os";
import { parentPort } from "node:worker_threads";
import { assert } from "@jointfund/core/base/assert.ts";
import type { DeskRequest } from "./projection-desk-messages.ts";
import { DeskWork } from "./projection-desk-work.ts";

/** Compiling takes a second and a run all cores: neither may hold up the thread that serves. */
const work = new DeskWork(Math.min(2, availableParallelism()));
const port = parentPort;
assert(port !== null, "the desk works in a thread of its own");

port.on("message", ({ id, request }: { readonly id: number; readonly request: DeskRequest }) => {
  work.answer(request).then(
    (answer) => port.postMessage({ id, json: JSON.stringify(answer) }),
    (fault: unknown) => port.postMessage({ id, fault }),
  );
});
