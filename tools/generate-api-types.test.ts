import assert from "node:assert/strict";
import { test } from "node:test";
import { isStale } from "./generate-api-types.ts";

test("the portal's types of the HTTP interface are up to date", () => {
  assert.equal(isStale(), false);
});
