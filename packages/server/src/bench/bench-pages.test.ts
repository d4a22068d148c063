import assert from "node:assert/strict";
import { test } from "node:test";
import { benchPages } from "./bench-pages.ts";

test("what pages ask for is measured with a long log beside a short one", async () => {
  const results = await benchPages({ entries: 2_000, rounds: { kept: 1, grown: 1 } });
  assert.ok(results.length > 100);
  // How fast the machine is says nothing here: only that something was measured.
  for (const { ours, reference } of results) assert.ok(ours > 0 && reference > 0);
});
