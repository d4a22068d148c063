import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { FUND_REJECTION_CODES, FUND_REJECTIONS } from "@jointfund/core/fund/rejections.ts";
import {
  GOVERNANCE_REJECTION_CODES,
  GOVERNANCE_REJECTIONS,
} from "@jointfund/core/governance/rejections.ts";
import { LOG_REJECTION_CODES } from "@jointfund/core/log/rejection.ts";
import { FUND_REJECTION_TEXTS } from "./fund-rejections.ts";
import { GOVERNANCE_REJECTION_TEXTS } from "./governance-rejections.ts";
import type { Text } from "./language.ts";
import { LOG_REJECTION_TEXTS } from "./log-rejections.ts";
import { clauseText, rejectionText, rejectionWithClause } from "./rejections.ts";
import { factsUsed, TEMPLATE_FORMATS } from "./template.ts";

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

type Facts = { readonly facts: readonly string[]; readonly sometimes?: readonly string[] };

const LISTS: readonly (readonly [
  name: string,
  codes: readonly string[],
  texts: Readonly<Record<string, Text>>,
  facts: Readonly<Record<string, Facts>> | undefined,
])[] = [
  ["FUND", FUND_REJECTION_CODES, FUND_REJECTION_TEXTS, FUND_REJECTIONS],
  ["GOVERNANCE", GOVERNANCE_REJECTION_CODES, GOVERNANCE_REJECTION_TEXTS, GOVERNANCE_REJECTIONS],
  ["LOG", LOG_REJECTION_CODES, LOG_REJECTION_TEXTS, undefined],
];

const isJapanese = (text: string): boolean => /[\u3040-\u30ff\u4e00-\u9fff]/u.test(text);

test("a rate that is not fixed may be of an index or of currencies: the words fit both", () => {
  const { en, ja } = FUND_REJECTION_TEXTS.rate_not_fixed;
  assert.doesNotMatch(en, /exchange|interest/);
  assert.doesNotMatch(ja, /為替|金利/);
});

for (const [name, codes, texts, facts] of LISTS) {
  test(`every code of ${name}_REJECTION_CODES has an English and a Japanese text`, () => {
    assert.deepEqual(Object.keys(texts).toSorted(byCodeUnits), [...codes].toSorted(byCodeUnits));
    for (const code of codes) {
      const { en, ja } = texts[code]!;
      assert.ok(/[a-z]/.test(en) && !isJapanese(en), `${code}: ${en}`);
      assert.ok(isJapanese(ja), `${code}: ${ja}`);
      assert.ok(en.endsWith(".") || en.endsWith(".]]") || en.endsWith("}"), `${code}: ${en}`);
    }
  });

  test(`texts of ${name} use formats that exist, and the same facts in both languages`, () => {
    for (const [code, { en, ja }] of Object.entries(texts)) {
      const [inEnglish, inJapanese] = [en, ja].map((text) =>
        [...new Set(factsUsed(text).map(({ fact }) => fact))].toSorted(byCodeUnits),
      );
      assert.deepEqual(inEnglish, inJapanese, code);
      for (const { format } of [...factsUsed(en), ...factsUsed(ja)]) {
        assert.ok(TEMPLATE_FORMATS.includes(format), `${code}: ${format}`);
      }
    }
  });

  if (facts === undefined) continue;

  test(`texts of ${name} use facts that exist; those of some cases are in [[ ]]`, () => {
    for (const [code, { en, ja }] of Object.entries(texts)) {
      const terms: Facts = facts[code]!;
      const { facts: always, sometimes = [] } = terms;
      for (const text of [en, ja]) {
        const outside = text.replaceAll(/\[\[.*?\]\]/g, "");
        for (const { fact } of factsUsed(outside)) {
          assert.ok(always.includes(fact), `${code} has not always a fact ${fact}`);
        }
        for (const { fact } of factsUsed(text)) {
          assert.ok([...always, ...sometimes].includes(fact), `${code} has no fact ${fact}`);
        }
      }
    }
  });
}

test("no list of rejection codes in core is without its texts", () => {
  const known = LISTS.map(([name]) => `${name}_REJECTION_CODES`);
  const source = fileURLToPath(new URL("../../../core/src/", import.meta.url));
  const lists = readdirSync(source, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .flatMap((file) => [
      ...readFileSync(source + file, "utf8").matchAll(/export const ([A-Z_]*_REJECTION_CODES)\b/g),
    ])
    .map(([, name]) => name!);
  assert.deepEqual(lists.toSorted(byCodeUnits), known.toSorted(byCodeUnits));
});

test("a rejection names its clause, amounts in words and dates by the language", () => {
  const rejection = {
    code: "commitment_exceeded",
    clause: "5.3",
    facts: { party: "JP", currency: "USD", actual: "15000000000001", required: "15000000000000" },
  };
  assert.equal(
    rejectionWithClause(rejection, "en"),
    "JP would be called for USD 150,000,000,000.01 in all; it has committed USD 150 billion. " +
      "(clause 5.3)",
  );
  assert.equal(
    rejectionWithClause(rejection, "ja"),
    "JPへの請求累計は150,000,000,000.01米ドルとなり、出資約束額1,500億米ドルを超えます。（条項5.3）",
  );
  const late = {
    code: "notice_period_too_short",
    clause: "5.1",
    facts: { actual: "2025-08-01", required: "2025-09-02", noticeDaysMin: 45, calendar: "joint" },
  };
  assert.match(rejectionText(late, "en"), /due on 1 August 2025: .* is 2 September 2025\.$/);
  assert.match(rejectionText(late, "ja"), /2025年8月1日.*2025年9月2日/);
});

test("parts whose facts are absent are left out, and lists are joined as the language does", () => {
  const frozen = { act: "ab".repeat(32), actual: "standing", required: "effective" };
  const text = (facts: object, language: "en" | "ja"): string =>
    rejectionText({ code: "act_not_effective", facts: { ...frozen, ...facts } }, language);
  assert.equal(text({}, "en"), "Act ababababab cannot be executed: it is standing still.");
  assert.equal(
    text({ until: "2026-01-05" }, "en"),
    "Act ababababab cannot be executed: it is standing still, until 5 January 2026.",
  );
  const vetoes = { code: "no_veto_right", facts: { actual: "MGR", required: ["US", "JP"] } };
  assert.match(rejectionText(vetoes, "en"), /entitled: US, JP\.$/);
  assert.match(rejectionText(vetoes, "ja"), /権利を有する者：US、JP）。$/);
  const nobody = { code: "no_veto_right", facts: { actual: "MGR", required: [] } };
  assert.match(rejectionText(nobody, "en"), /entitled: none\.$/);
});

test("a code without a text is shown as it is, with its facts", () => {
  const unknown = { code: "of_a_later_version", facts: { actual: 1 } };
  assert.equal(rejectionText(unknown, "en"), 'of_a_later_version {"actual":1}');
});

test("rules of the record are cited as rules, clauses of the charter as clauses", () => {
  assert.equal(clauseText("R31", "en"), "rule R31");
  assert.equal(clauseText("9.1", "en"), "clause 9.1");
  assert.equal(clauseText("9.1", "ja"), "条項9.1");
});
