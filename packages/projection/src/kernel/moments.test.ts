import assert from "node:assert/strict";
import { test } from "node:test";
import { interpretedKernel } from "./interpreted-kernel.ts";
import { momentsCollection, momentsOf, standardError } from "./moments.ts";
import { BLOCK_PATHS, type Inputs } from "./program.ts";
import { ProgramBuilder } from "./program-builder.ts";
import { blocksOf, pathsIn, runBlocks } from "./run-blocks.ts";

const builder = new ProgramBuilder();
builder.output("u", builder.uniform("u"));
builder.output("z", builder.normal("z"));
const program = builder.build();
const inputs: Inputs = {
  ...{ steps: 3, parameters: [], schedules: new Float64Array(0) },
  ...{ tables: [], opening: [], key: [4, 2] as const },
};

test("[PJ12] moments of blocks, merged, are those of all paths together", () => {
  const paths = 2 * BLOCK_PATHS + 100;
  const kernel = interpretedKernel(program);
  const total = runBlocks(kernel, { inputs, paths }, momentsCollection(program, { steps: [0, 2] }));
  for (const [place, step] of [0, 2].entries()) {
    const values: number[][] = [[], []];
    for (let block = 0; block < blocksOf(paths); block++) {
      kernel.run(inputs, block, (at, outputs) => {
        if (at !== step) return;
        for (let lane = 0; block * BLOCK_PATHS + lane < paths && lane < BLOCK_PATHS; lane++) {
          values[0]!.push(outputs[lane]!);
          values[1]!.push(outputs[BLOCK_PATHS + lane]!);
        }
      });
    }
    for (const [index, { count, mean, squares }] of momentsOf(total, program, place).entries()) {
      const all = values[index]!;
      const expected = all.reduce((sum, value) => sum + value, 0) / paths;
      const around = all.reduce((sum, value) => sum + (value - expected) ** 2, 0);
      assert.equal(count, paths);
      assert.ok(Math.abs(mean - expected) < 1e-13);
      assert.ok(Math.abs(squares - around) < 1e-9);
      const error = standardError({ count, mean, squares });
      assert.ok(Math.abs(mean - [0.5, 0][index]!) < 4 * error);
    }
  }
});

test("[PJ11] the last block of a run may hold fewer paths that count", () => {
  assert.deepEqual([0, 1, 1024, 1025].map(blocksOf), [0, 1, 1, 2]);
  assert.equal(pathsIn(1, 1500), 1024);
  assert.equal(pathsIn(2, 1500), 1500);
});
