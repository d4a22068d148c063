import type { FundModel } from "@jointfund/projection/charter/fund-model.ts";
import { compileModule } from "@jointfund/projection/kernel/compile-module.ts";
import { compiledKernel } from "@jointfund/projection/kernel/compiled-kernel.ts";
import { BLOCK_PATHS } from "@jointfund/projection/kernel/program.ts";
import type { PathValues } from "./path-steps.ts";

/** What one path of a model gives: any path can be computed without those before its block. */
export function pathValues({ program, inputs }: FundModel, path: number): PathValues {
  const kernel = compiledKernel(program, new WebAssembly.Module(compileModule(program)));
  const names = new Map(program.outputs.map(({ name }, index) => [name, index]));
  const lane = path % BLOCK_PATHS;
  const rows: Float64Array[] = [];
  kernel.run(inputs, Math.floor(path / BLOCK_PATHS), (_step, outputs) => {
    rows.push(
      Float64Array.from(program.outputs, (_, index) => outputs[index * BLOCK_PATHS + lane]!),
    );
  });
  return {
    steps: inputs.steps,
    value(name, step) {
      const index = names.get(name);
      return index === undefined ? undefined : rows[step]![index];
    },
  };
}
