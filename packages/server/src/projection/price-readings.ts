import { err, ok, type Result } from "@jointfund/core/base/result.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import type { Assumptions } from "@jointfund/projection/assumptions/assumptions.ts";
import { compileFund } from "@jointfund/projection/charter/compile-fund.ts";
import type { FundModel } from "@jointfund/projection/charter/fund-model.ts";
import type { Inexpressible } from "@jointfund/projection/charter/inexpressible.ts";
import { compileModule } from "@jointfund/projection/kernel/compile-module.ts";
import { keyOfSeed } from "@jointfund/projection/outcomes/seed-key.ts";
import type { PathResults } from "@jointfund/projection/pricing/path-results.ts";
import { priceOf, type Price } from "@jointfund/projection/pricing/price.ts";
import type { KernelThreads } from "./kernel-threads.ts";

/** A charter as one side reads it, or one of two charters. */
export type PricedReading = {
  readonly name: string;
  readonly charter: Charter;
  /** What is assumed, where a reading needs its own. */
  readonly assumptions: Assumptions;
};

export type PriceOptions = {
  readonly paths: number;
  readonly steps: number;
  readonly seed: string;
  readonly stresses: readonly string[];
  readonly threads: KernelThreads;
  readonly onProgress?: (done: number, asked: number) => void;
  readonly signal?: AbortSignal;
};

export type ReadingPrice = { readonly name: string; readonly price: Price };
export type UnpricedReading = {
  readonly name: string;
  readonly refusals: readonly Inexpressible[];
};

/**
 * Prices readings beside the first of them, all on the same draws [PJ110]. One that a program can't
 * express is refused with its clause, and nothing is priced.
 */
export async function priceReadings(
  readings: readonly [PricedReading, ...PricedReading[]],
  options: PriceOptions,
): Promise<Result<readonly ReadingPrice[], UnpricedReading>> {
  const key = keyOfSeed(options.seed);
  const models: FundModel[] = [];
  for (const { name, charter, assumptions } of readings) {
    const { steps, stresses } = options;
    const model = compileFund(charter, assumptions, { steps, key, stresses });
    if (!model.ok) return err({ name, refusals: model.error });
    models.push(model.value);
  }
  const results: PathResults[] = [];
  for (const [index, model] of models.entries()) {
    results.push(await resultsOf(model, options, { index, of: models.length }));
  }
  const prices = readings.map(({ name }, index) => ({
    name,
    price: priceOf(models[index]!.parties, results[index]!, results[0]!),
  }));
  return ok(prices);
}

async function resultsOf(
  model: FundModel,
  { paths, threads, onProgress, signal }: PriceOptions,
  run: { readonly index: number; readonly of: number },
): Promise<PathResults> {
  const { program, inputs, parties, baseCurrency } = model;
  const { total } = await threads.run({
    program,
    module: new WebAssembly.Module(compileModule(program)),
    run: { paths, inputs },
    collection: { name: "results", data: { parties, baseCurrency } },
    ...(onProgress === undefined
      ? {}
      : {
          onProgress: (done) => {
            onProgress(run.index * paths + done, run.of * paths);
          },
        }),
    ...(signal === undefined ? {} : { signal }),
  });
  return total;
}
