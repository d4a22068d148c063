import assert from "node:assert/strict";
import { test } from "node:test";
import { benchCore } from "./bench-core.ts";

test("the benchmarks run, and each stands beside a reference", async () => {
  const results = await benchCore({ statements: 90, entries: 3000 });
  const names = results.map(({ name }) => name);
  assert.deepEqual(names, ["decide", "durably answered", "replay", "memory"]);
  for (const { name, unit, ours, reference, referenceName, ratio, host } of results) {
    assert.ok(ours > 0 && reference > 0 && ratio > 0, name);
    assert.ok(unit !== "" && referenceName !== "" && host.includes("Node 26"), name);
  }
});
