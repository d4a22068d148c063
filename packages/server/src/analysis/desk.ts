import type { Worker } from "node:worker_threads";
import { RequestProblem } from "../http/problem.ts";
import type { DeskAnswer, FromDesk, ToDesk } from "./desk-messages.ts";
import { Kept } from "./kept.ts";

/** Questions that wait for the one under way. */
const WAITING_MAX = 8;

const CANCELLED: DeskAnswer = { kind: "cancelled" };

type Asker = Pick<PromiseWithResolvers<DeskAnswer>, "resolve" | "reject">;
/** A question with all who wait for its answer. */
type Job<Question> = {
  readonly id: number;
  readonly name: string;
  readonly question: Question;
  readonly askers: Set<Asker>;
};

/** What a desk is asked about: equal names for equal questions, and the thread that answers. */
export type DeskTerms<Question> = {
  readonly nameOf: (question: Question) => string;
  readonly open: () => Worker;
};

/**
 * A thread that answers pages' questions, one after the other (H74). It starts with the first one,
 * and anew where it ended. What nobody waits for is not computed.
 */
export class Desk<Question> {
  readonly #terms: DeskTerms<Question>;
  readonly #kept = new Kept<DeskAnswer>();
  readonly #queue: Job<Question>[] = [];
  #current: Job<Question> | undefined;
  #worker: Worker | undefined;
  #asked = 0;

  constructor(terms: DeskTerms<Question>) {
    this.#terms = terms;
  }

  /**
   * The answer, or that it was called off by the signal. Throws `RequestProblem` where too many
   * wait already, and the fault of the thread.
   */
  async ask(question: Question, signal?: AbortSignal): Promise<DeskAnswer> {
    if (signal?.aborted === true) return CANCELLED;
    const name = this.#terms.nameOf(question);
    const known = this.#kept.get(name);
    if (known !== undefined) return known;
    const job = this.#jobOf(name, question);
    const asker = Promise.withResolvers<DeskAnswer>();
    job.askers.add(asker);
    const leave = (): void => {
      asker.resolve(CANCELLED);
      this.#leave(job, asker);
    };
    signal?.addEventListener("abort", leave);
    this.#next();
    return asker.promise.finally(() => signal?.removeEventListener("abort", leave));
  }

  /** Whoever asks what others wait for already waits with them. */
  #jobOf(name: string, question: Question): Job<Question> {
    const known = [this.#current, ...this.#queue].find(
      (each) => each?.name === name && each.askers.size > 0,
    );
    if (known !== undefined) return known;
    if (this.#queue.length >= WAITING_MAX) throw new RequestProblem("analysis_busy");
    const job: Job<Question> = { id: ++this.#asked, name, question, askers: new Set() };
    this.#queue.push(job);
    return job;
  }

  #leave(job: Job<Question>, asker: Asker): void {
    job.askers.delete(asker);
    if (job.askers.size > 0) return;
    const place = this.#queue.indexOf(job);
    if (place >= 0) this.#queue.splice(place, 1);
    else if (job === this.#current) this.#tell({ kind: "cancel", id: job.id });
  }

  #next(): void {
    if (this.#current !== undefined) return;
    const job = this.#queue.shift();
    if (job === undefined) return;
    this.#current = job;
    this.#tell({ kind: "question", id: job.id, question: job.question });
  }

  #tell(message: ToDesk<Question>): void {
    (this.#worker ??= this.#start()).postMessage(message);
  }

  #start(): Worker {
    const worker = this.#terms.open();
    worker.on("message", (message: FromDesk) => {
      if (message.id !== this.#current?.id) return;
      if (message.kind === "fault") this.#end(({ reject }) => reject(message.fault));
      else this.#answered(message.answer);
    });
    const lost = (fault: unknown): void => {
      if (this.#worker !== worker) return;
      this.#worker = undefined;
      this.#end(({ reject }) => reject(fault));
    };
    worker.on("error", lost);
    worker.on("exit", (code) => lost(new Error(`a desk's thread ended with ${code}`)));
    // Whoever serves keeps the process alive, not this.
    worker.unref();
    return worker;
  }

  #answered(answer: DeskAnswer): void {
    const name = this.#current?.name;
    if (name !== undefined && answer.kind === "done") {
      this.#kept.set(name, answer, answer.json.length);
    }
    this.#end(({ resolve }) => resolve(answer));
  }

  /** Settles the question under way for all who wait, and takes the next one. */
  #end(settle: (asker: Asker) => void): void {
    const job = this.#current;
    this.#current = undefined;
    for (const asker of job?.askers ?? []) settle(asker);
    this.#next();
  }
}
