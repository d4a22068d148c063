import { parentPort } from "node:worker_threads";
import { assert } from "@jointfund/core/base/assert.ts";
import type { DeskAnswer, FromDesk, ToDesk } from "./desk-messages.ts";

/** In a desk's thread: answers its questions, which come one after the other. */
export function answerQuestions<Question>(
  answer: (question: Question, signal: AbortSignal) => Promise<DeskAnswer>,
): void {
  const port = parentPort;
  assert(port !== null, "a desk works in a thread of its own");
  let underWay: { readonly id: number; readonly ending: AbortController } | undefined;
  port.on("message", (message: ToDesk<Question>) => {
    const { id } = message;
    if (message.kind === "cancel") {
      if (underWay?.id === id) underWay.ending.abort();
      return;
    }
    const ending = new AbortController();
    underWay = { id, ending };
    const post = (told: FromDesk): void => port.postMessage(told);
    answer(message.question, ending.signal).then(
      (answered) => post({ kind: "answer", id, answer: answered }),
      (fault: unknown) => post({ kind: "fault", id, fault }),
    );
  });
}
