import type { FundModel } from "@jointfund/projection/charter/fund-model.ts";
import { compileModule } from "@jointfund/projection/kernel/compile-module.ts";
import type { Program } from "@jointfund/projection/kernel/program.ts";
import { programText } from "@jointfund/projection/kernel/program-text.ts";
import type { PathResults } from "@jointfund/projection/pricing/path-results.ts";
import { priceOf, type PartyResults, type Price } from "@jointfund/projection/pricing/price.ts";
import type { KernelThreads } from "./kernel-threads.ts";

export type PriceOptions = {
  readonly paths: number;
  readonly threads: KernelThreads;
  readonly onProgress?: (done: number, asked: number) => void;
  readonly signal?: AbortSignal;
};

/**
 * Prices models beside the first of them, all on the same draws [PJ110]: one price for each, the
 * first among them. A run that is ended early gives the prices that were done by then.
 */
export async function priceModels(
  models: readonly [FundModel, ...FundModel[]],
  options: PriceOptions,
): Promise<readonly Price[]> {
  const moduleOf = modules();
  const prices: Price[] = [];
  let first: PartyResults | undefined;
  for (const [index, model] of models.entries()) {
    const module = moduleOf(model.program);
    const results = await resultsOf(model, module, options, { index, of: models.length });
    if (results === undefined) break;
    const reading = { parties: model.parties, results };
    first ??= reading;
    prices.push(priceOf(reading, first));
  }
  return prices;
}

/** Modules of programs, one for equal ones: where only inputs differ nothing is compiled again. */
function modules(): (program: Program) => WebAssembly.Module {
  const made = new Map<string, WebAssembly.Module>();
  return (program) => {
    const text = programText(program);
    const module = made.get(text) ?? new WebAssembly.Module(compileModule(program));
    made.set(text, module);
    return module;
  };
}

/** What came of all paths; nothing if the run was ended before. */
async function resultsOf(
  { program, inputs, parties, baseCurrency }: FundModel,
  module: WebAssembly.Module,
  { paths, threads, onProgress, signal }: PriceOptions,
  run: { readonly index: number; readonly of: number },
): Promise<PathResults | undefined> {
  const { total, paths: done } = await threads.run({
    ...{ program, module },
    run: { paths, inputs },
    collection: { name: "results", data: { parties, baseCurrency } },
    ...(onProgress === undefined
      ? {}
      : {
          onProgress: (each) => {
            onProgress(run.index * paths + each, run.of * paths);
          },
        }),
    ...(signal === undefined ? {} : { signal }),
  });
  return done < paths ? undefined : total;
}
