import assert from "node:assert/strict";
import { test } from "node:test";
import { isStale } from "./generate-policy-schema.ts";

test("the schema beside the policy files is up to date", () => {
  assert.equal(isStale(), false);
});
