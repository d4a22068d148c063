import { Worker } from "node:worker_threads";
import { nameOfWork } from "../analysis/analyses.ts";
import { Kept } from "../analysis/kept.ts";
import { RequestProblem } from "../http/problem.ts";
import type { DeskAnswer, DeskQuestion, FromDesk, ToDesk } from "./projection-desk-messages.ts";

/** Questions that wait for the one under way. */
const WAITING_MAX = 8;

const CANCELLED: DeskAnswer = { kind: "cancelled" };

type Asker = Pick<PromiseWithResolvers<DeskAnswer>, "resolve" | "reject">;
/** A question with all who wait for its answer. */
type Job = {
  readonly id: number;
  readonly name: string;
  readonly question: DeskQuestion;
  readonly askers: Set<Asker>;
};

/** Equal for equal questions. */
function nameOf({ charter, moved, ...rest }: DeskQuestion): string {
  const sliders = Object.entries(moved).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return nameOfWork([charter.name, sliders.map((each) => [...each]), JSON.stringify(rest)]);
}

/**
 * The thread that answers the pages' questions about the future, one after the other (H74). It
 * starts with the first one, and anew where it ended. What nobody waits for is not computed.
 */
export class ProjectionDesk {
  readonly #open: () => Worker;
  readonly #kept = new Kept<DeskAnswer>();
  readonly #queue: Job[] = [];
  #current: Job | undefined;
  #worker: Worker | undefined;
  #asked = 0;

  constructor(
    open = (): Worker => new Worker(new URL("./projection-desk-worker.ts", import.meta.url)),
  ) {
    this.#open = open;
  }

  /**
   * The answer, or that it was called off by the signal. Throws `RequestProblem` where too many
   * wait already, and the fault of the thread.
   */
  async ask(question: DeskQuestion, signal?: AbortSignal): Promise<DeskAnswer> {
    if (signal?.aborted === true) return CANCELLED;
    const name = nameOf(question);
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
  #jobOf(name: string, question: DeskQuestion): Job {
    const known = [this.#current, ...this.#queue].find(
      (each) => each?.name === name && each.askers.size > 0,
    );
    if (known !== undefined) return known;
    if (this.#queue.length >= WAITING_MAX) throw new RequestProblem("analysis_busy");
    const job: Job = { id: ++this.#asked, name, question, askers: new Set() };
    this.#queue.push(job);
    return job;
  }

  #leave(job: Job, asker: Asker): void {
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

  #tell(message: ToDesk): void {
    (this.#worker ??= this.#start()).postMessage(message);
  }

  #start(): Worker {
    const worker = this.#open();
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
    worker.on("exit", (code) => lost(new Error(`the projections' thread ended with ${code}`)));
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
