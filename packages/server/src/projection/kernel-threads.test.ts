import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { compileModule } from "@jointfund/projection/kernel/compile-module.ts";
import { compiledKernel } from "@jointfund/projection/kernel/compiled-kernel.ts";
import { momentsCollection, type MomentsTotal } from "@jointfund/projection/kernel/moments.ts";
import { ProgramBuilder } from "@jointfund/projection/kernel/program-builder.ts";
import { type Run, runBlocks } from "@jointfund/projection/kernel/run-blocks.ts";
import { KernelThreads } from "./kernel-threads.ts";

const STEPS = 12;

function lognormalProgram() {
  const builder = new ProgramBuilder();
  const value = builder.state("value");
  const log = builder.multiply(builder.constant(0.1), builder.normal("market"));
  const next = builder.multiply(value, builder.exponential(log));
  builder.setNext("value", next);
  builder.output("value", next);
  builder.output("low", builder.indicator(builder.less(next, builder.constant(90))));
  return builder.build();
}

const program = lognormalProgram();
const module = new WebAssembly.Module(compileModule(program));
const runOf = (paths: number): Run => ({
  paths,
  inputs: {
    ...{ steps: STEPS, parameters: [], schedules: new Float64Array(0), tables: [] },
    ...{ opening: [100], key: [1, 2] as const },
  },
});
const collection = { name: "moments", data: { steps: [0, STEPS - 1] } } as const;

function sha256Of({ paths, figures }: MomentsTotal): string {
  const hash = createHash("sha256").update(String(paths));
  return hash.update(new Uint8Array(figures.buffer)).digest("hex");
}

test("[PJ12] 1, 2, 3 and 7 threads give the bits of one after the other", async () => {
  const run = runOf(20_000);
  const plain = runBlocks(
    compiledKernel(program, module),
    run,
    momentsCollection(program, collection.data),
  );
  const expected = sha256Of(plain);
  for (const count of [1, 2, 3, 7]) {
    const threads = new KernelThreads(count);
    const { total, paths } = await threads.run({ program, module, run, collection });
    await threads.close();
    assert.equal(paths, 20_000);
    assert.equal(sha256Of(total), expected, `${count} threads`);
  }
});

test("[PJ13] a run that is ended early gives the total of the blocks before", async () => {
  const threads = new KernelThreads(2);
  const ending = new AbortController();
  const seen: number[] = [];
  const { total, paths } = await threads.run({
    ...{ program, module, run: runOf(50_000_000), collection, signal: ending.signal },
    onProgress: (done, asked) => {
      assert.equal(asked, 50_000_000);
      seen.push(done);
      if (done >= 5 * 1024) ending.abort();
    },
  });
  assert.ok(paths >= 5 * 1024 && paths < 50_000_000);
  assert.deepEqual(
    seen,
    seen.toSorted((a, b) => a - b),
  );
  assert.equal(seen.at(-1), paths);
  // The threads are free for the next run, which tells of the same blocks.
  const again = await threads.run({ program, module, run: runOf(paths), collection });
  await threads.close();
  assert.equal(sha256Of(again.total), sha256Of(total));
});

test("[PJ13] a run that is ended before it begins gives the total of nothing", async () => {
  const threads = new KernelThreads(1);
  const run = { program, module, run: runOf(5000), collection };
  const { paths } = await threads.run({ ...run, signal: AbortSignal.abort() });
  await threads.close();
  assert.equal(paths, 0);
});

test("a fault in a thread is the run's, and the threads stay", async () => {
  const threads = new KernelThreads(2);
  const faulty = { ...runOf(5000), inputs: { ...runOf(5000).inputs, opening: [] } };
  const run = { program, module, collection };
  await assert.rejects(threads.run({ ...run, run: faulty }), /every state is opened/);
  const { paths } = await threads.run({ ...run, run: runOf(5000) });
  await threads.close();
  assert.equal(paths, 5000);
});

test("[PJ12] threads that ended between runs are started anew, with the same bits", async () => {
  const threads = new KernelThreads(2);
  const run = { program, module, run: runOf(5000), collection };
  const first = await threads.run(run);
  await threads.close();
  const again = await threads.run(run);
  await threads.close();
  assert.equal(sha256Of(again.total), sha256Of(first.total));
});
