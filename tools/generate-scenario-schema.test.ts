import assert from "node:assert/strict";
import { test } from "node:test";
import { isStale } from "./generate-scenario-schema.ts";

test("the schema beside the scenarios is up to date", () => {
  assert.equal(isStale(), false);
});
