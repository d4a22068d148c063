import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { benchRun } from "./bench-run.ts";
import { benchScenario } from "./bench-scenario.ts";

test("the benchmarks of the tables run, and each stands beside a reference", async () => {
  const results = await benchRun({ entries: 2000 });
  const names = results.map(({ name }) => name);
  assert.deepEqual(names, ["replay into tables", "rows into tables", "memory of it"]);
  for (const { name, unit, ours, reference, referenceName, host } of results) {
    // So few entries hold less memory than the garbage collector leaves to chance.
    assert.ok(name === "memory of it" || (ours > 0 && reference > 0), name);
    assert.ok(unit !== "" && referenceName !== "" && host.includes("Node 26"), name);
  }
});

test("the benchmark of a scenario runs, beside the replay of what it wrote", async () => {
  const path = new URL("../../../../scenarios/paying-late.yaml", import.meta.url);
  const [result] = await benchScenario(fileURLToPath(path));
  assert.ok(result !== undefined && result.ours > 0 && result.reference > 0);
});
