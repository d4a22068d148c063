import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { SCHEMA_FINDING_CODES } from "@jointfund/core/base/schema-definition.ts";
import { YAML_FINDING_CODES } from "../charter/yaml-document.ts";
import { SCENARIO_FINDING_TEXTS } from "./scenario-findings.ts";

/** Codes that the scenario's own sources give. */
function codesInSource(): readonly string[] {
  const folder = new URL("../scenario/", import.meta.url);
  const pattern = /#found\(\s*"([a-z_]+)"|#finding\(\s*index,\s*"([a-z_]+)"/g;
  return readdirSync(folder)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .flatMap((file) => [...readFileSync(new URL(file, folder), "utf8").matchAll(pattern)])
    .map(([, found, finding]) => found ?? finding!);
}

test("every finding on a scenario has a text in both languages", () => {
  const inSource = codesInSource();
  assert.ok(inSource.length > 10, `${inSource.length}`);
  for (const code of [...SCHEMA_FINDING_CODES, ...YAML_FINDING_CODES, ...inSource]) {
    const text = SCENARIO_FINDING_TEXTS[code];
    assert.ok(text !== undefined, code);
    assert.match(text.en, /^[a-z]/, code);
    assert.match(text.ja, /[\u3040-\u30ff]/u, code);
  }
});
