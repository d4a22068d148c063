import assert from "node:assert/strict";
import { it } from "node:test";
import { textIn } from "../src/language/text.ts";

it("fills in values, and the word that goes with a number", () => {
  const text = { en: "{0} {0:entry|entries} by {1}", ja: "{1}による{0}件" };
  assert.equal(textIn("en", text, "1", "US"), "1 entry by US");
  assert.equal(textIn("en", text, "0", "US"), "0 entries by US");
  assert.equal(textIn("ja", text, "1,000", "米国"), "米国による1,000件");
});

it("says a text of the charter that lacks a language in its first", () => {
  assert.equal(textIn("ja", { no: "Fondet" }), "Fondet");
});
