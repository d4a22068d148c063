import { normalTable } from "../random/normal-table.ts";
import { STEPS_PER_BLOCK } from "../random/philox.ts";
import { assertInputs } from "./inputs.ts";
import { type Layout, layoutOf, PAGE_BYTES, TABLE_ENTRY_BYTES, TILE_PATHS } from "./layout.ts";
import { BLOCK_PATHS, type Inputs, type Kernel, type Program } from "./program.ts";
import type { CompiledModule } from "./web-assembly.ts";

type Exports = {
  readonly memory: WebAssembly.Memory;
  readonly fillDraws: (path: number, block: number) => void;
  readonly step: (word: number) => void;
};

/**
 * Runs what `compileModule` made of this program. A kernel holds its own memory, whose size depends
 * on the program and its tables, not on paths or steps.
 */
export function compiledKernel(program: Program, module: CompiledModule): Kernel {
  const layout = layoutOf(program);
  const {
    memory,
    fillDraws,
    step: runStep,
  } = new WebAssembly.Instance(module).exports as unknown as Exports;
  new Float64Array(memory.buffer, layout.normalTable).set(normalTable());
  return {
    program,
    run: (inputs, block, onStep) => {
      assertInputs(program, inputs);
      writeInputs(memory, layout, inputs);
      const doubles = new Float64Array(memory.buffer);
      const schedulesAt = layout.schedules / 8;
      const outputsAt = layout.outputs / 8;
      const outputs = doubles.subarray(outputsAt, outputsAt + program.outputs.length * BLOCK_PATHS);
      const width = program.schedules.length;
      for (let step = 0; step < inputs.steps; step++) {
        const word = step % STEPS_PER_BLOCK;
        if (word === 0) fillDraws(block * BLOCK_PATHS, step / STEPS_PER_BLOCK);
        doubles.set(inputs.schedules.subarray(step * width, (step + 1) * width), schedulesAt);
        runStep(word);
        onStep(step, outputs);
      }
    },
  };
}

function writeInputs(memory: WebAssembly.Memory, layout: Layout, inputs: Inputs): void {
  const rows = inputs.tables.reduce((sum, { length }) => sum + length, 0);
  const missing = layout.tableRows + rows * 8 - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES));
  // WebAssembly's memory is little-endian on every machine, and so is the view.
  const view = new DataView(memory.buffer);
  const doubles = new Float64Array(memory.buffer);
  for (const [index, word] of inputs.key.entries()) {
    view.setUint32(layout.key + index * 4, word, true);
  }
  doubles.set(inputs.parameters, layout.parameters / 8);
  for (const [index, value] of inputs.opening.entries()) {
    for (let tile = 0; tile < BLOCK_PATHS / TILE_PATHS; tile++) {
      const start = layout.states / 8 + (tile * inputs.opening.length + index) * TILE_PATHS;
      doubles.fill(value, start, start + TILE_PATHS);
    }
  }
  let rowsAt = layout.tableRows;
  for (const [index, table] of inputs.tables.entries()) {
    const entry = layout.tableEntries + index * TABLE_ENTRY_BYTES;
    view.setUint32(entry, rowsAt, true);
    view.setFloat64(entry + 8, table.length - 1, true);
    doubles.set(table, rowsAt / 8);
    rowsAt += table.byteLength;
  }
}
