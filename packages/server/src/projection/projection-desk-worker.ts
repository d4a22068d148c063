import { availableParallelism } from "node:os";
import { parentPort } from "node:worker_threads";
import { assert } from "@jointfund/core/base/assert.ts";
import type { FromDesk, ToDesk } from "./projection-desk-messages.ts";
import { DeskWork } from "./projection-desk-work.ts";

/** Compiling takes time and a run all cores: neither may hold up the thread that serves. */
const work = new DeskWork(Math.min(2, availableParallelism()));
const port = parentPort;
assert(port !== null, "the desk works in a thread of its own");

/** The desk asks one question after the other. */
let underWay: { readonly id: number; readonly ending: AbortController } | undefined;

port.on("message", (message: ToDesk) => {
  const { id } = message;
  if (message.kind === "cancel") {
    if (underWay?.id === id) underWay.ending.abort();
    return;
  }
  const ending = new AbortController();
  underWay = { id, ending };
  const post = (told: FromDesk): void => port.postMessage(told);
  work.answer(message.question, ending.signal).then(
    (answer) => post({ kind: "answer", id, answer }),
    (fault: unknown) => post({ kind: "fault", id, fault }),
  );
});
