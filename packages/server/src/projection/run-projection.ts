import { availableParallelism } from "node:os";
import type { FundModel } from "@jointfund/projection/charter/fund-model.ts";
import { compileModule } from "@jointfund/projection/kernel/compile-module.ts";
import type { Projection } from "@jointfund/projection/outcomes/projection.ts";
import { keyOfSeed } from "@jointfund/projection/outcomes/seed-key.ts";
import { toldProjection } from "@jointfund/projection/outcomes/told-projection.ts";
import { KernelThreads } from "./kernel-threads.ts";

/** What a run is asked for beside the model. */
export type RunOptions = {
  readonly paths: number;
  /** Equal seeds give equal draws, to any charter [PJ62]. */
  readonly seed: string;
  /** Threads; as many as there are cores if absent. The result does not depend on them [PJ68]. */
  readonly workers?: number;
  /** Called as blocks are done: how many paths, of how many. */
  readonly onProgress?: (done: number, asked: number) => void;
  /** Ends the run early; the projection is then of the paths that are done [PJ13]. */
  readonly signal?: AbortSignal;
  /** What `compileModule` made of the model's program, if it was made before. */
  readonly module?: WebAssembly.Module;
  /** Threads that stay between runs, instead of `workers`. */
  readonly threads?: KernelThreads;
};

/** Computes many paths of a model and tells what came of them. */
export async function runProjection(model: FundModel, options: RunOptions): Promise<Projection> {
  const { paths, seed, workers = availableParallelism(), onProgress, signal } = options;
  const threads = options.threads ?? new KernelThreads(workers);
  try {
    const { program, opens, dates, baseCurrency, parties, covenants } = model;
    const { total } = await threads.run({
      program,
      module: options.module ?? new WebAssembly.Module(compileModule(program)),
      run: { paths, inputs: { ...model.inputs, key: keyOfSeed(seed) } },
      collection: {
        name: "outcomes",
        data: { opens, dates, baseCurrency, parties, covenants },
      },
      ...(onProgress === undefined ? {} : { onProgress }),
      ...(signal === undefined ? {} : { signal }),
    });
    return toldProjection(total, { asked: paths, seed });
  } finally {
    if (options.threads === undefined) await threads.close();
  }
}
