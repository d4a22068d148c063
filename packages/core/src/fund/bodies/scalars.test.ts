import assert from "node:assert/strict";
import { test } from "node:test";
import { decode } from "../../base/schema.ts";
import { texts } from "./scalars.ts";

test("acts name things in every language that a charter can have", () => {
  for (const language of ["en", "pt-BR", "fil"]) {
    assert.ok(decode(texts, { [language]: "Site" }).ok, language);
  }
  for (const language of ["EN", "pt-br", "e", "portuguese"]) {
    assert.ok(!decode(texts, { [language]: "Site" }).ok, language);
  }
});
