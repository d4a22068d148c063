import assert from "node:assert/strict";
import { test } from "node:test";
import { STATEMENT_FINDING_CODES } from "@jointfund/formats/statement-finding.ts";
import { STATEMENT_FINDING_TEXTS } from "./statement-findings.ts";

test("every finding on a bank's file has a text in both languages", () => {
  assert.ok(STATEMENT_FINDING_CODES.length > 20);
  for (const code of STATEMENT_FINDING_CODES) {
    const { en, ja } = STATEMENT_FINDING_TEXTS[code];
    assert.match(en, /^[a-z]/, code);
    assert.match(ja, /[\u3040-\u30ff]/u, code);
  }
});
