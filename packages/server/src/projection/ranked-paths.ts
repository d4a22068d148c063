import type { Infer } from "@jointfund/core/base/schema.ts";
import type { FundModel } from "@jointfund/projection/charter/fund-model.ts";
import { keyOfSeed } from "@jointfund/projection/outcomes/seed-key.ts";
import { gainsOf } from "@jointfund/projection/pricing/path-results.ts";
import type { rankedAnswer } from "../http/projection-schemas.ts";
import type { KernelThreads } from "./kernel-threads.ts";

/** Which ranks are told, as shares of the way from the worst path to the best one. */
const SHARES = [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1] as const;

type Told = Omit<Infer<typeof rankedAnswer>, "milliseconds">;

/**
 * The paths that end at some ranks of a party's final gain: that of rank share × (paths − 1),
 * rounded, counted from the worst; of two that end alike, the earlier one is worse [PJ71].
 */
export async function rankedPaths(
  model: FundModel,
  { paths, seed }: { readonly paths: number; readonly seed: string },
  run: {
    readonly threads: KernelThreads;
    readonly module: WebAssembly.Module;
    readonly signal?: AbortSignal;
  },
): Promise<Told> {
  const { threads, ...more } = run;
  const { program, parties, baseCurrency } = model;
  const { total } = await threads.run({
    ...{ program, run: { paths, inputs: { ...model.inputs, key: keyOfSeed(seed) } }, ...more },
    collection: { name: "results", data: { parties, baseCurrency } },
  });
  return {
    ...{ paths, seed },
    parties: parties.map(({ id, currency }, index) => {
      const gains = gainsOf(total, index);
      const order = [...gains.keys()].toSorted((a, b) => gains[a]! - gains[b]! || a - b);
      const ranked = SHARES.map((share) => {
        const path = order[Math.round(share * (order.length - 1))] ?? 0;
        return { share, path, gain: gains[path] ?? 0 };
      });
      return { id, currency, ranked };
    }),
  };
}
