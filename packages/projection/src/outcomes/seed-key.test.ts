import assert from "node:assert/strict";
import { test } from "node:test";
import { keyOfSeed } from "./seed-key.ts";

test("[PJ62] the key is what SHA-256 gives of the seed's text", () => {
  // printf 'jointfund projection\n1' | sha256sum
  assert.deepEqual(
    keyOfSeed("1").map((word) => word.toString(16).padStart(8, "0")),
    ["2a1adaed", "7226c541"],
  );
  assert.notDeepEqual(keyOfSeed("1"), keyOfSeed("01"));
});
