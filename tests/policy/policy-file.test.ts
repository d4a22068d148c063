import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import {
  parametersOf,
  POLICY_FINDING_CODES,
} from "@jointfund/projection/policy/policy-findings.ts";
import { POLICY_FINDING_TEXTS } from "@jointfund/server/languages/policy-findings.ts";
import { readPolicy } from "@jointfund/server/policy/policy-file.ts";
import { POLICY_FILE, shippedPolicy } from "../support/policies.ts";

const folder = mkdtempSync(join(tmpdir(), "jointfund-policy-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const SHIPPED = readFileSync(POLICY_FILE, "utf8");

/** Findings of the shipped file with one text in place of another, as "code path". */
function findingsOf(from: string, to: string): readonly string[] {
  assert.ok(SHIPPED.includes(from), from);
  const file = join(folder, "changed.yaml");
  writeFileSync(file, SHIPPED.replace(from, to));
  const read = readPolicy(file);
  if (read.ok) return [];
  if (read.error.kind === "settings") return read.error.settings;
  return read.error.findings.map(({ code, path, line }) => {
    assert.ok(line > 1, "a finding has its line");
    return `${code} ${path}`;
  });
}

const CASES: readonly (readonly [from: string, to: string, finding: string])[] = [
  ['value: "95%", low: "50%"', 'value: "40%", low: "50%"', "range_unordered tariff.passThrough"],
  [
    'value: "95%", low: "50%"',
    'value: "-95%", low: "50%"',
    "out_of_range tariff.passThrough.value",
  ],
  ['value: "95%", low: "50%"', 'value: "NaN", low: "50%"', "bad_format tariff.passThrough.value"],
  [
    'value: "95%", low: "50%"',
    'value: "Infinity", low: "50%"',
    "bad_format tariff.passThrough.value",
  ],
  ['value: "95%", low: "50%"', 'value: "1e-1", low: "50%"', "bad_format tariff.passThrough.value"],
  ['"2024": "148"', '"2024": "-148"', "out_of_range tariff.bases.0.imports.byYear.2024"],
  ['"2024": "148"', '"year": "148"', "bad_format tariff.bases.0.imports.byYear.year"],
  ['"2024": "148"', '"2029": "148"', "year_missing tariff.bases.0.imports.byYear"],
  ["source: crs-japan", "source: nobody", "source_unknown tariff.bases.0.imports.source"],
  ["compare: partner", "compare: moon", "base_unknown tariff.compare"],
  ["use: after-2025-law", "use: jcx-99", "vintage_unknown tariff.offset.use"],
  ['start: "10-01"', 'start: "13-01"', "fiscal_year_start_wrong host.treasury.fiscalYear.start"],
  ["id: us-states", "id: us-treasury", "name_repeated host.regions.id"],
  ["changes: [{ year: 2028", "changes: [{ year: 2001", "years_unordered regimes.3.changes.0.year"],
  [
    'rate: "0%" }], mayEnd',
    'rate: "0%" }, { year: 2027, rate: "5%" }], mayEnd',
    "years_unordered regimes.3.changes.1.year",
  ],
  ['low: "2%", high: "25%"', 'low: "0%", high: "25%"', "caused_range_open incentive.caused"],
  ["standing: assumed", "standing: guessed", "not_one_of partner.exporters.margin.standing"],
  ["buildYears: 2", "buildYears: 0", "out_of_range projects.buildYears"],
  ["mayEnd: false", "mayend: false", "unknown_field regimes.0.mayend"],
  ["count: 20", "count: 0", "out_of_range years.count"],
  ["id: zero", "id: baseline", "duplicate_item regimes.1"],
];

test("[PO5] what is wrong with a policy file is told with its path", () => {
  for (const [from, to, finding] of CASES) {
    const found = findingsOf(from, to);
    assert.ok(found.includes(finding), `${to}: ${JSON.stringify(found)}`);
  }
});

test("[PO5] every code of a finding has a case and its words", () => {
  const seen = new Set(CASES.map(([, , finding]) => finding.split(" ")[0]));
  for (const code of POLICY_FINDING_CODES) {
    assert.ok(seen.has(code), code);
    const { en, ja } = POLICY_FINDING_TEXTS[code];
    assert.ok(en !== "" && ja !== "" && en !== ja);
  }
});

test("[PO3] every figure of the shipped file has a range, a source, a date and a standing", () => {
  const policy = shippedPolicy();
  const all = [...parametersOf(policy)];
  assert.ok(all.length >= 40);
  for (const [path, { low, value, high, source, date, standing }] of all) {
    assert.ok(low <= value && value <= high, path);
    assert.ok(low < high, `${path} has a range`);
    assert.ok(Object.hasOwn(policy.sources, source), path);
    assert.match(date, /^\d{4}-\d\d-\d\d$/);
    // What this file alone says is not told as anybody's figure.
    if (source === "this-file") assert.notEqual(standing, "published", path);
  }
});

test("[PO2] a setting changes one figure, and one without a place is refused", () => {
  const policy = shippedPolicy([{ path: "incentive.credit.value", value: "35%" }]);
  assert.equal(policy.incentive.credit.value, 0.35);
  const read = readPolicy(POLICY_FILE, [{ path: "incentive.price.value", value: "1" }]);
  assert.deepEqual(read.ok ? undefined : read.error, {
    ...{ kind: "settings", settings: ["incentive.price.value=1"] },
  });
  const wrong = readPolicy(POLICY_FILE, [{ path: "incentive.credit.value", value: "-5%" }]);
  assert.equal(wrong.ok ? "" : wrong.error.kind, "findings");
});
