import { Worker } from "node:worker_threads";
import { assert } from "@jointfund/core/base/assert.ts";
import type { Collection } from "@jointfund/projection/kernel/collection.ts";
import { blocksOf, pathsIn } from "@jointfund/projection/kernel/run-blocks.ts";
import {
  collectionOf,
  type CollectionName,
  type CollectionOrder,
  type TotalOf,
} from "./collections.ts";
import { type FromKernelThread, type KernelWork, Shared } from "./kernel-work.ts";

export type KernelRun<Name extends CollectionName> = Omit<KernelWork, "shared" | "collection"> & {
  readonly collection: CollectionOrder<Name>;
  /** Called after blocks were merged: of how many paths the total is, and will be. */
  readonly onProgress?: (done: number, asked: number) => void;
  /** Ends the run early: the total is then of the blocks up to the first that is missing. */
  readonly signal?: AbortSignal;
};

export type Collected<Total> = { readonly total: Total; readonly paths: number };

/**
 * Threads that compute the blocks of runs, one run at a time. They stay for the next run, which
 * then begins at once; `close` ends them. A thread that has ended is started anew for the next run.
 */
export class KernelThreads {
  readonly #count: number;
  readonly #workers = new Set<Worker>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(count: number) {
    assert(count >= 1, "a run needs a thread");
    this.#count = count;
    this.#start();
  }

  /** As many threads as there shall be. */
  #start(): readonly Worker[] {
    while (this.#workers.size < this.#count) {
      const worker = new Worker(new URL("./kernel-worker.ts", import.meta.url));
      const ended = (): boolean => this.#workers.delete(worker);
      worker.on("error", ended).on("exit", ended);
      // Whoever waits for a run keeps the process alive, not threads that wait for one.
      worker.unref();
      this.#workers.add(worker);
    }
    return [...this.#workers];
  }

  /**
   * The same total for any number of threads (PJ12). It rejects with the fault of a thread.
   */
  async run<Name extends CollectionName>(run: KernelRun<Name>): Promise<Collected<TotalOf<Name>>> {
    const before = this.#last;
    const mine = before.then(() => new UnderWay(this.#start(), run).collected);
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#workers].map((worker) => worker.terminate()));
  }
}

class UnderWay<Name extends CollectionName> {
  readonly collected: Promise<Collected<TotalOf<Name>>>;
  readonly #run: KernelRun<Name>;
  readonly #collection: Collection<unknown, TotalOf<Name>, unknown>;
  readonly #total: TotalOf<Name>;
  readonly #shared = new Int32Array(new SharedArrayBuffer(Shared.words * 4));
  /** Parts that came before one of an earlier block. */
  readonly #early = new Map<number, unknown>();
  #merged = 0;

  constructor(workers: readonly Worker[], run: KernelRun<Name>) {
    this.#run = run;
    this.#collection = collectionOf(run.program, run.collection);
    this.#total = this.#collection.begin();
    blocksOf(run.run.paths);
    this.collected = this.#collect(workers);
  }

  async #collect(workers: readonly Worker[]): Promise<Collected<TotalOf<Name>>> {
    const { signal, program, module, run, collection } = this.#run;
    const end = (): void => this.#end();
    if (signal?.aborted === true) this.#end();
    signal?.addEventListener("abort", end);
    const work: KernelWork = { program, module, run, collection, shared: this.#shared };
    try {
      const ends = await Promise.allSettled(workers.map((worker) => this.#hear(worker, work)));
      for (const each of ends) if (each.status === "rejected") throw each.reason;
    } finally {
      signal?.removeEventListener("abort", end);
    }
    return { total: this.#total, paths: pathsIn(this.#merged, run.paths) };
  }

  async #hear(worker: Worker, work: KernelWork): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const onMessage = (message: FromKernelThread): void => {
      if (message.kind === "part") this.#take(message.block, message.part);
      else if (message.kind === "done") {
        if (message.counts !== undefined) this.#collection.addCounts?.(this.#total, message.counts);
        resolve();
      } else reject(asError(message.fault));
    };
    const onError = (fault: unknown): void => reject(asError(fault));
    const onExit = (): void => reject(new Error("a kernel's thread ended before its run"));
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    worker.ref();
    worker.postMessage(work);
    try {
      await promise;
    } catch (fault) {
      this.#end();
      throw fault;
    } finally {
      worker.unref();
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
    }
  }

  #take(block: number, part: unknown): void {
    this.#early.set(block, part);
    const before = this.#merged;
    while (this.#early.has(this.#merged)) {
      this.#collection.merge(this.#total, this.#early.get(this.#merged));
      this.#early.delete(this.#merged);
      this.#merged++;
    }
    if (this.#merged === before) return;
    Atomics.store(this.#shared, Shared.merged, this.#merged);
    Atomics.notify(this.#shared, Shared.merged);
    const { paths } = this.#run.run;
    this.#run.onProgress?.(pathsIn(this.#merged, paths), paths);
  }

  #end(): void {
    Atomics.store(this.#shared, Shared.ended, 1);
    Atomics.notify(this.#shared, Shared.merged);
  }
}

const asError = (fault: unknown): Error =>
  fault instanceof Error ? fault : new Error(String(fault));
