import { assert } from "@jointfund/core/base/assert.ts";
import type { Collection, Collector } from "./collection.ts";
import { BLOCKS_MAX } from "./inputs.ts";
import { BLOCK_PATHS, type Inputs, type Kernel } from "./program.ts";

/** Inputs, and for how many paths; the last block may be part of one. */
export type Run = {
  readonly inputs: Inputs;
  readonly paths: number;
  /** The block that its first path is in; 0 without it. */
  readonly firstBlock?: number;
};

export function blocksOf(paths: number): number {
  assert(Number.isSafeInteger(paths) && paths >= 0, "paths are counted");
  const blocks = Math.ceil(paths / BLOCK_PATHS);
  assert(blocks <= BLOCKS_MAX, "a path is counted in 32 bits");
  return blocks;
}

/** How many paths the first blocks of a run hold. */
export const pathsIn = (blocks: number, paths: number): number =>
  Math.min(blocks * BLOCK_PATHS, paths);

/** One block of a run, reduced. */
export function collectBlock<Part, Counts>(
  kernel: Kernel,
  { inputs, paths, firstBlock = 0 }: Run,
  block: number,
  collector: Collector<Part, Counts>,
): Part {
  collector.start(block, Math.min(BLOCK_PATHS, paths - block * BLOCK_PATHS));
  kernel.run(inputs, firstBlock + block, (step, outputs) => collector.step(step, outputs));
  return collector.finish();
}

/** Blocks one after the other, in this thread: what threads give too (PJ12). */
export function runBlocks<Part, Total, Counts>(
  kernel: Kernel,
  run: Run,
  collection: Collection<Part, Total, Counts>,
): Total {
  const collector = collection.collector();
  const total = collection.begin();
  const blocks = blocksOf(run.paths);
  for (let block = 0; block < blocks; block++) {
    collection.merge(total, collectBlock(kernel, run, block, collector));
  }
  if (collector.counts !== undefined) collection.addCounts?.(total, collector.counts());
  return total;
}
