import { assert } from "@jointfund/core/base/assert.ts";
import { compiledKernel } from "../src/kernel/compiled-kernel.ts";
import { compileModule } from "../src/kernel/compile-module.ts";
import { BLOCK_PATHS, type Inputs, type Program } from "../src/kernel/program.ts";

/** Values by the names of a program; what it does not name is left out. */
export type GivenInputs = {
  readonly parameters?: ReadonlyMap<string, number>;
  readonly schedules?: ReadonlyMap<string, Float64Array>;
  readonly tables?: ReadonlyMap<string, Float64Array>;
  readonly openings?: ReadonlyMap<string, number>;
};

export function inputsOf(
  program: Program,
  given: GivenInputs,
  { steps, key = [0x6a6f696e, 0x7466756e] }: { steps: number; key?: readonly [number, number] },
): Inputs {
  const found = <T>(values: ReadonlyMap<string, T> | undefined, name: string): T => {
    const value = values?.get(name);
    assert(value !== undefined, `${name} is given`);
    return value;
  };
  const names = program.schedules.length;
  const schedules = new Float64Array(steps * names);
  for (const [index, name] of program.schedules.entries()) {
    const values = found(given.schedules, name);
    for (let step = 0; step < steps; step++) schedules[step * names + index] = values[step]!;
  }
  return {
    steps,
    parameters: program.parameters.map((name) => found(given.parameters, name)),
    schedules,
    tables: program.tables.map((name) => found(given.tables, name)),
    opening: program.states.map(({ name }) => found(given.openings, name)),
    key,
  };
}

/** Each output's values over the paths at a step, or at the last one. */
export type Sampled = (output: string, step?: number) => Float64Array;

/**
 * Runs so many blocks of a program, compiled, and keeps what it told at the steps that are asked.
 */
export function sample(
  program: Program,
  inputs: Inputs,
  { blocks, keep = [inputs.steps - 1] }: { blocks: number; keep?: readonly number[] },
): Sampled {
  const kernel = compiledKernel(program, new WebAssembly.Module(compileModule(program)));
  const kept = new Map<string, Float64Array>();
  const column = (step: number, output: string): Float64Array => {
    const name = `${step} ${output}`;
    const values = kept.get(name) ?? new Float64Array(blocks * BLOCK_PATHS);
    kept.set(name, values);
    return values;
  };
  for (let block = 0; block < blocks; block++) {
    kernel.run(inputs, block, (step, outputs) => {
      if (!keep.includes(step)) return;
      for (const [index, { name }] of program.outputs.entries()) {
        const start = index * BLOCK_PATHS;
        column(step, name).set(outputs.subarray(start, start + BLOCK_PATHS), block * BLOCK_PATHS);
      }
    });
  }
  return (output, step = inputs.steps - 1) => {
    const values = kept.get(`${step} ${output}`);
    assert(values !== undefined, `${output} was kept at ${step}`);
    return values;
  };
}
