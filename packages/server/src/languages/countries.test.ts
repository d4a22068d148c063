import assert from "node:assert/strict";
import { test } from "node:test";
import { countryName } from "./countries.ts";

test("countries have the names of the page, of the locale data, or their code", () => {
  assert.deepEqual(countryName("US"), { en: "United States", ja: "米国" });
  assert.deepEqual(countryName("SG"), { en: "Singapore", ja: "シンガポール" });
  assert.deepEqual(countryName("XQ"), { en: "XQ", ja: "XQ" });
  assert.deepEqual(countryName("both"), { en: "both", ja: "both" });
});
