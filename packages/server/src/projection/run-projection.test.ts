import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { smallFund } from "../../../../tests/support/small-fund.ts";
import { KernelThreads } from "./kernel-threads.ts";
import { runProjection } from "./run-projection.ts";

const sha256 = (value: unknown): string =>
  createHash("sha256").update(JSON.stringify(value)).digest("hex");

test("[PJ68] one seed gives the same bytes with 1, 2 and 3 threads", async () => {
  const model = smallFund();
  const hashes = new Set<string>();
  for (const workers of [1, 2, 3]) {
    const told = await runProjection(model, { paths: 20_000, seed: "7", workers });
    assert.equal(told.paths, 20_000);
    hashes.add(sha256(told));
  }
  assert.equal(hashes.size, 1);
  const other = await runProjection(model, { paths: 20_000, seed: "8", workers: 2 });
  assert.ok(!hashes.has(sha256({ ...other, seed: "7" })));
});

test("[PJ68] [PJ13] a run that is ended is told of the paths that are done", async () => {
  const model = smallFund();
  const threads = new KernelThreads(2);
  const ending = new AbortController();
  const onProgress = (done: number): void => {
    if (done >= 4096) ending.abort();
  };
  const asked = { paths: 10_000_000, seed: "7" };
  const cut = await runProjection(model, { ...asked, threads, onProgress, signal: ending.signal });
  assert.ok(cut.paths >= 4096 && cut.paths < asked.paths);
  assert.equal(cut.asked, asked.paths);
  const whole = await runProjection(model, { paths: cut.paths, seed: "7", threads });
  await threads.close();
  assert.deepEqual(whole, { ...cut, asked: cut.paths });
});
