import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { GOVERNANCE_REJECTIONS, GOVERNANCE_REJECTION_CODES } from "./rejections.ts";

const folder = new URL("./", import.meta.url);

const files = readdirSync(folder, { recursive: true, encoding: "utf8" });

const sources = files
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
  .filter((name) => name !== "rejections.ts")
  .map((name) => readFileSync(new URL(name, folder), "utf8"))
  .join("\n");

test("the table has exactly the codes that the sources give", () => {
  const given = new Set(
    [...sources.matchAll(/\b(?:rejection|refuse)\(\s*"([a-z_]+)"/g)].map((match) => match[1]!),
  );
  assert.deepEqual([...given].sort(compare), [...GOVERNANCE_REJECTION_CODES].sort(compare));
});

test("every code is reached by a test of this folder", () => {
  const tests = files
    .filter((name) => name.endsWith(".test.ts") && !name.endsWith("rejections.test.ts"))
    .map((name) => readFileSync(new URL(name, folder), "utf8"))
    .join("\n");
  for (const code of GOVERNANCE_REJECTION_CODES) {
    assert.ok(tests.includes(`"${code}"`), `no test expects ${code}`);
  }
});

test("every code is under a rule of the specification that names it", () => {
  const spec = ["record", "governance"]
    .map((name) => readFileSync(new URL(`../../../../docs/spec/${name}.md`, folder), "utf8"))
    .join("\n");
  const rules = new Map(
    [...spec.matchAll(/- \*\*\[([A-Z]+\d+)\]\*\*([^]*?)(?=\n- \*\*\[|\n#|$)/g)].map((match) => [
      match[1]!,
      match[2]!,
    ]),
  );
  for (const code of GOVERNANCE_REJECTION_CODES) {
    const { rule } = GOVERNANCE_REJECTIONS[code];
    assert.ok(rules.has(rule), `${code} is under ${rule}, which does not exist`);
    const named = [...rules].filter(([, text]) => text.includes(`\`${code}\``));
    assert.ok(named.length > 0, `no rule names ${code}`);
  }
});

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
