import assert from "node:assert/strict";
import { test } from "node:test";
import { isStale } from "./generate-assumptions-schema.ts";

test("the schema beside the assumptions is up to date", () => {
  assert.equal(isStale(), false);
});
