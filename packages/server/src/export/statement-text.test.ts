import assert from "node:assert/strict";
import { test } from "node:test";
import { cellText } from "./statement-text.ts";

test("[R8] a table has what people said in its reader's language alone", () => {
  const cell = { kind: "text", text: "[en] Discounted rents [ja] 賃料の割引現在価値" } as const;
  assert.equal(cellText(cell, "en"), "Discounted rents");
  assert.equal(cellText(cell, "ja"), "賃料の割引現在価値");
});
