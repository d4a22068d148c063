import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { benchHttp } from "./bench-http.ts";

const FIRST_YEAR = fileURLToPath(new URL("../../../../scenarios/first-year.yaml", import.meta.url));

test("readers of the public data are measured beside readers of a file", async () => {
  const results = await benchHttp({ scenario: FIRST_YEAR, perSecond: 50, seconds: 1 });
  assert.equal(results.length, 3);
  // How fast the machine is says nothing here: only that something was measured.
  for (const { ours, reference } of results) assert.ok(ours > 0 && reference > 0);
});
