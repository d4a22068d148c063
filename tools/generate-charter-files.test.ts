import assert from "node:assert/strict";
import { test } from "node:test";
import { findStaleCharterFiles } from "./generate-charter-files.ts";

test("[CH3] [CH80] the schema and explanations beside the charters are up to date", () => {
  assert.deepEqual(findStaleCharterFiles(), []);
});
