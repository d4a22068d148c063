import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import type { FundModel } from "@jointfund/projection/charter/fund-model.ts";
import { compileModule } from "@jointfund/projection/kernel/compile-module.ts";
import { compiledKernel } from "@jointfund/projection/kernel/compiled-kernel.ts";
import { BLOCK_PATHS } from "@jointfund/projection/kernel/program.ts";
import { keyOfSeed } from "@jointfund/projection/outcomes/seed-key.ts";

/** Every output of one path by step, in minor units of the base currency [PJ71]. */
export type PathInFull = {
  readonly path: number;
  readonly seed: string;
  readonly currency: string;
  readonly steps: readonly {
    /** From 0. */
    readonly step: number;
    readonly ends: LocalDate;
    /** By the names of the outputs; null where it is not finite. */
    readonly outputs: { readonly [name: string]: number | null };
  }[];
};

/**
 * Computes the path's block again and tells of its lane. Paths are counted from 0. The module is
 * what `compileModule` makes of the model's program.
 */
export function pathInFull(
  model: FundModel,
  { seed, path }: { readonly seed: string; readonly path: number },
  module = new WebAssembly.Module(compileModule(model.program)),
): PathInFull {
  const { program, dates, baseCurrency } = model;
  const kernel = compiledKernel(program, module);
  const [block, lane] = [Math.floor(path / BLOCK_PATHS), path % BLOCK_PATHS];
  const steps: PathInFull["steps"][number][] = [];
  kernel.run({ ...model.inputs, key: keyOfSeed(seed) }, block, (step, outputs) => {
    const told = program.outputs.map(({ name }, index) => {
      const value = outputs[index * BLOCK_PATHS + lane]!;
      return [name, Number.isFinite(value) ? value : null] as const;
    });
    steps.push({ step, ends: dates[step]!, outputs: Object.fromEntries(told) });
  });
  return { path, seed, currency: baseCurrency, steps };
}
