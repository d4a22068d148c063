import { Worker } from "node:worker_threads";
import { assert } from "@jointfund/core/base/assert.ts";
import type { Made } from "../make-answer.ts";
import type { OfficeFund } from "../office.ts";
import { RequestProblem } from "../problem.ts";
import type { FromReader, Job, Outcome, ReaderData, ToReader } from "./messages.ts";

/** Entries that are sent at once; the thread has replayed them before the next are. */
const BATCH = 256;
/** Requests that wait for the thread: whoever comes then is told to come again. */
const WAITING_MAX = 500;

/** A fault in the thread, as it told of it. */
class ReaderFault extends Error {
  override readonly name = "ReaderFault";
}

/** An answer of the thread, with the revision that it was made under. */
export type ReadAnswer = { readonly made: Made; readonly revision: string };

type Waiting = {
  readonly resolve: (answer: ReadAnswer) => void;
  readonly reject: (failure: unknown) => void;
};

/**
 * The side of the thread that writes: it sends the reader every entry as it becomes durable, and
 * requests whose answers cost much. Until the reader has caught up, and should it ever end, there
 * is none, and whoever asks makes the answers itself.
 */
export class ReadingThread {
  #fund: OfficeFund | undefined;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #onFailure: (failure: unknown) => void;
  #stopListening: () => void = () => undefined;
  #sent = 0;
  #fed: Uint8Array[] = [];
  #shown = 0;
  #isSending = false;
  #jobs = 0;
  #state: "starting" | "reading" | "ended" = "starting";

  constructor(data: ReaderData, onFailure: (failure: unknown) => void) {
    this.#onFailure = onFailure;
    this.#worker = new Worker(new URL("./reader.ts", import.meta.url), { workerData: data });
    // Whoever serves keeps the process alive, not this.
    this.#worker.unref();
    this.#worker.on("message", (message: FromReader) => this.#take(message));
    this.#worker.on("error", (failure) => this.#end(failure));
    this.#worker.on("exit", () => this.#end(new Error("the reading thread has ended")));
  }

  /** Sends an entry of a fund that is being opened, so that both sides replay at the same time. */
  feed(leaf: Uint8Array): void {
    this.#fed.push(leaf.slice());
    if (this.#fed.length === BATCH) this.#sendFed();
  }

  #sendFed(): void {
    this.#sent += this.#fed.length;
    this.#tell({ kind: "entries", leaves: this.#fed });
    this.#fed = [];
  }

  /** Sends whatever the fund has, and comes to have. */
  follow(fund: OfficeFund): this {
    if (this.#fed.length > 0) this.#sendFed();
    this.#fund = fund;
    this.#stopListening = fund.onAppended(() => void this.#send());
    void this.#send();
    return this;
  }

  /** Whether requests can be sent to it. */
  get isReading(): boolean {
    return this.#state === "reading";
  }

  /** Makes an answer; throws what the handler threw. */
  make(job: Job): Promise<ReadAnswer> {
    if (this.#waiting.size >= WAITING_MAX) throw new RequestProblem("too_many_requests", ["2"]);
    const { promise, resolve, reject } = Promise.withResolvers<ReadAnswer>();
    const id = this.#jobs++;
    this.#waiting.set(id, { resolve, reject });
    this.#tell({ kind: "job", id, job });
    return promise;
  }

  async close(): Promise<void> {
    this.#end(undefined);
    await this.#worker.terminate();
  }

  #tell(message: ToReader): void {
    this.#worker.postMessage(message);
  }

  /** Sends what is durable and was not sent, in parts, each once the one before it is shown. */
  async #send(): Promise<void> {
    const fund = this.#fund;
    if (fund === undefined || this.#isSending || this.#shown < this.#sent) return;
    if (this.#state === "ended") return;
    if (this.#sent >= fund.size) {
      if (this.#state === "starting") this.#state = "reading";
      return;
    }
    this.#isSending = true;
    try {
      const to = Math.min(fund.size, this.#sent + BATCH);
      const leaves = await this.#range(fund, this.#sent, to);
      this.#sent = to;
      this.#tell({ kind: "entries", leaves });
    } catch (failure) {
      this.#end(failure);
    } finally {
      this.#isSending = false;
    }
  }

  /** Each by itself: a message would carry the whole of the memory that it is a part of. */
  async #range(fund: OfficeFund, from: number, to: number): Promise<readonly Uint8Array[]> {
    return (await fund.entries(from, to)).map((leaf) => leaf.slice());
  }

  #take(message: FromReader): void {
    switch (message.kind) {
      case "shown":
        this.#shown = message.size;
        void this.#send();
        return;
      case "ask": {
        const { id, from, to } = message;
        assert(this.#fund !== undefined, "earlier entries are asked for once a fund is open");
        this.#range(this.#fund, from, to).then(
          (leaves) => this.#tell({ kind: "range", id, leaves }),
          (failure: unknown) => this.#end(failure),
        );
        return;
      }
      case "outcome":
        this.#settle(message.id, message.outcome);
    }
  }

  #settle(id: number, outcome: Outcome): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (outcome.kind === "made") waiting?.resolve(outcome);
    else if (outcome.kind === "fault") waiting?.reject(new ReaderFault(outcome.text));
    else waiting?.reject(new RequestProblem(outcome.code, outcome.parts, outcome.findings));
  }

  /** Nothing is sent to it any more; a failure that nobody waits for is told all the same. */
  #end(failure: unknown): void {
    if (this.#state === "ended") return;
    this.#state = "ended";
    this.#stopListening();
    for (const { reject } of this.#waiting.values()) {
      reject(failure ?? new Error("the reading thread was closed"));
    }
    this.#waiting.clear();
    if (failure !== undefined) this.#onFailure(failure);
  }
}
