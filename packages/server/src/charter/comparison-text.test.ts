import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { compareFiles } from "./comparison-text.ts";
import { powersOfFile } from "./powers-text.ts";

const charterAt = (name: string): string =>
  new URL(`../../../../charters/${name}.yaml`, import.meta.url).pathname;

let directory = "";
let draft = "";

before(() => {
  directory = mkdtempSync(join(tmpdir(), "jointfund-compare-"));
  draft = join(directory, "draft.yaml");
  const text = readFileSync(charterAt("us-japan"), "utf8");
  const bracketed = text.replace(
    /initial: ("300000000000\.00")/,
    'initial: { brackets: { US: $1, JP: "200000000000.00" } }',
  );
  writeFileSync(draft, bracketed);
});

after(() => rmSync(directory, { recursive: true }));

test("[CH86] the readings of a draft beside each other, in each language", () => {
  const { text, exitCode } = compareFiles(draft, undefined, { language: "en", json: false });
  assert.equal(exitCode, 0);
  assert.match(text, /^# us-japan 1, as US reads it and us-japan 1, as JP reads it\n/);
  assert.match(text, /initial capital: USD 300 billion → USD 200 billion/);
  const japanese = compareFiles(draft, undefined, { language: "ja", json: false }).text;
  assert.match(japanese, /当初資本：3,000億米ドル → 2,000億米ドル/);
});

test("[CH86] as data it is the same, and a charter beside itself differs in nothing", () => {
  const file = charterAt("us-japan");
  const { text } = compareFiles(file, file, { language: "en", json: true });
  const { counts } = JSON.parse(text) as { readonly counts: { readonly [of: string]: number } };
  const { same, ...others } = counts;
  assert.ok(same! > 200);
  assert.deepEqual(Object.values(others), [0, 0, 0, 0]);
});

test("[CH86] a file that is not there or has errors is told", () => {
  const missing = join(directory, "nothing.yaml");
  assert.equal(compareFiles(missing, draft, { language: "en", json: false }).exitCode, 2);
  const wrong = join(directory, "wrong.yaml");
  writeFileSync(wrong, "format: jointfund/charter/v1\n");
  const { text, exitCode } = compareFiles(draft, wrong, { language: "en", json: false });
  assert.equal(exitCode, 1);
  assert.match(text, /wrong\.yaml:1:1/);
});

test("[CH87] the least groups for each act stand in a table, in each language", () => {
  const file = charterAt("us-japan");
  const { text } = powersOfFile(file, { language: "en", json: false });
  const row = text.split("\n").find((line) => line.startsWith("| 11.5 "));
  assert.match(row ?? "", /US \+ Japan \/ US \+ Auditor \/ Japan \+ Auditor/);
  const japanese = powersOfFile(file, { language: "ja", json: false }).text;
  assert.match(japanese, /米国＋日本／米国＋監査人/);
  const { text: sided } = powersOfFile(draft, { language: "en", json: false });
  assert.match(sided, /--side US or --side JP/);
});
