import { Worker } from "node:worker_threads";
import { RequestProblem } from "../http/problem.ts";
import type { DeskAnswer, DeskRequest } from "./projection-desk-messages.ts";

/** Requests that wait for the one under way. */
const WAITING_MAX = 8;

type FromDesk = { readonly id: number; readonly json?: string; readonly fault?: unknown };
type Waiting = {
  readonly resolve: (answer: DeskAnswer) => void;
  readonly reject: (fault: unknown) => void;
};

/** The thread that answers the pages' questions about the future; it starts with the first one. */
export class ProjectionDesk {
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #asked = 0;

  /** Throws `RequestProblem` where too many wait already. */
  async ask(request: DeskRequest): Promise<DeskAnswer> {
    if (this.#waiting.size >= WAITING_MAX) throw new RequestProblem("analysis_busy");
    const worker = (this.#worker ??= this.#start());
    const id = ++this.#asked;
    return new Promise<DeskAnswer>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.postMessage({ id, request });
    });
  }

  #start(): Worker {
    const worker = new Worker(new URL("./projection-desk-worker.ts", import.meta.url));
    worker.on("message", ({ id, json, fault }: FromDesk) => {
      const asked = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (json === undefined) asked?.reject(fault);
      else asked?.resolve(JSON.parse(json) as DeskAnswer);
    });
    worker.on("error", (fault) => {
      this.#worker = undefined;
      for (const { reject } of this.#waiting.values()) reject(fault);
      this.#waiting.clear();
    });
    // Whoever serves keeps the process alive, not this.
    worker.unref();
    return worker;
  }
}
