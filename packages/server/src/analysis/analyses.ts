import { createHash } from "node:crypto";
import type { Json } from "@jointfund/core/base/json.ts";
import { RequestProblem } from "../http/problem.ts";
import { Kept } from "./kept.ts";
import type { Outcome, Work } from "./work.ts";
import { startWork, WorkEnded, type Bounds } from "./working-thread.ts";

/** Threads at the same time, and requests that wait for one. */
const AT_ONCE = 2;
const WAITING_MAX = 8;
const BOUNDS: Bounds = { processorMs: 60_000, memoryMb: 384 };

/** The name of a piece of work: the same is not done twice. It is no proof of anything. */
export function nameOfWork(work: Json): string {
  return createHash("sha256").update(JSON.stringify(work)).digest("hex");
}

/** Short work for whoever waits for its answer: comparisons, powers, terms (H72). */
export class Analyses {
  readonly #bounds: Bounds;
  readonly #kept = new Kept<Outcome>();
  readonly #underWay = new Map<string, Promise<Outcome>>();
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(bounds: Bounds = BOUNDS) {
    this.#bounds = bounds;
  }

  /** The outcome of the work with that name; throws `RequestProblem` where it takes too much. */
  async outcome(name: string, work: () => Work): Promise<Outcome> {
    const known = this.#kept.get(name);
    if (known !== undefined) return known;
    let promise = this.#underWay.get(name);
    if (promise === undefined) {
      promise = this.#run(work).finally(() => this.#underWay.delete(name));
      this.#underWay.set(name, promise);
    }
    const outcome = await promise;
    if (outcome.kind === "done") this.#kept.set(name, outcome, outcome.json.length);
    return outcome;
  }

  async #run(work: () => Work): Promise<Outcome> {
    if (this.#running >= AT_ONCE) {
      if (this.#waiting.length >= WAITING_MAX) throw new RequestProblem("analysis_busy");
      await new Promise<void>((go) => {
        this.#waiting.push(go);
      });
    } else this.#running++;
    try {
      return await startWork(work(), this.#bounds).outcome;
    } catch (failure) {
      if (failure instanceof WorkEnded) throw new RequestProblem("analysis_too_long");
      throw failure;
    } finally {
      // Whoever waits longest takes over the place; it is free only if nobody waits.
      const next = this.#waiting.shift();
      if (next === undefined) this.#running--;
      else next();
    }
  }
}
