import { parentPort } from "node:worker_threads";
import { assert } from "@jointfund/core/base/assert.ts";
import { compiledKernel } from "@jointfund/projection/kernel/compiled-kernel.ts";
import { blocksOf, collectBlock } from "@jointfund/projection/kernel/run-blocks.ts";
import { collectionOf } from "./collections.ts";
import { BLOCKS_AHEAD_MAX, type FromKernelThread, type KernelWork, Shared } from "./kernel-work.ts";

/** The thread of `kernel-threads.ts`: takes blocks until there is none. */
assert(parentPort !== null, "a kernel's thread is started by kernel-threads.ts");
const port = parentPort;

port.on("message", (work: KernelWork) => {
  try {
    const counts = takeBlocks(work);
    port.postMessage({ kind: "done", counts } satisfies FromKernelThread);
  } catch (fault) {
    port.postMessage({ kind: "fault", fault } satisfies FromKernelThread);
  }
});

function takeBlocks({ program, module, run, collection, shared }: KernelWork): unknown {
  const kernel = compiledKernel(program, module);
  const collector = collectionOf(program, collection).collector();
  const blocks = blocksOf(run.paths);
  const isEnded = (): boolean => Atomics.load(shared, Shared.ended) === 1;
  while (!isEnded()) {
    const block = Atomics.add(shared, Shared.next, 1);
    if (block >= blocks) break;
    for (;;) {
      const merged = Atomics.load(shared, Shared.merged);
      if (block - merged < BLOCKS_AHEAD_MAX || isEnded()) break;
      Atomics.wait(shared, Shared.merged, merged);
    }
    const part = collectBlock(kernel, run, block, collector);
    port.postMessage({ kind: "part", block, part } satisfies FromKernelThread);
  }
  return collector.counts?.();
}
