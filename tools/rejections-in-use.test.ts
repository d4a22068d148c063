/**
 * The codes that the core refuses with, as its source has them, beside the lists that name them and
 * the facts that the tables promise. Texts, documents and callers go by the lists.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { FUND_REJECTION_CODES, FUND_REJECTIONS } from "@jointfund/core/fund/rejections.ts";
import {
  GOVERNANCE_REJECTION_CODES,
  GOVERNANCE_REJECTIONS,
} from "@jointfund/core/governance/rejections.ts";
import { LOG_REJECTION_TEXTS } from "../packages/server/src/languages/log-rejections.ts";
import { factsUsed } from "../packages/server/src/languages/template.ts";
import { refusalsIn } from "./reference/refusals.ts";

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

type Terms = { readonly facts: readonly string[]; readonly sometimes?: readonly string[] };
const TERMS: Readonly<Record<string, Terms>> = { ...GOVERNANCE_REJECTIONS, ...FUND_REJECTIONS };

const inGovernance = refusalsIn("governance");
const inFund = refusalsIn("fund");

test("the source is read: it refuses in many places", () => {
  assert.ok(inGovernance.length > 60, `${inGovernance.length}`);
  assert.ok(inFund.length > 80, `${inFund.length}`);
});

test("every code that governance and fund refuse with is in a list, and no other", () => {
  const listed = new Set<string>([...GOVERNANCE_REJECTION_CODES, ...FUND_REJECTION_CODES]);
  const used = new Set([...inGovernance, ...inFund].map(({ code }) => code));
  assert.deepEqual([...used].toSorted(byCodeUnits), [...listed].toSorted(byCodeUnits));
});

test("a code stands in the list of the lowest folder that uses it", () => {
  const governance = new Set<string>(inGovernance.map(({ code }) => code));
  for (const code of FUND_REJECTION_CODES) assert.ok(!governance.has(code), code);
});

/** Whose signature it was `withSigner` adds to what these refuse. */
const BY_SIGNER = /governance\/(?:assertion|officer-key)\.ts/;

test("facts are those that the tables promise", () => {
  for (const { code, place, facts, isOpen } of [...inGovernance, ...inFund]) {
    const terms = TERMS[code];
    assert.ok(terms !== undefined, place);
    for (const fact of facts) {
      assert.ok([...terms.facts, ...(terms.sometimes ?? [])].includes(fact), `${place} ${fact}`);
    }
    if (isOpen) continue;
    const given = [...facts, ...(BY_SIGNER.test(place) ? ["key", "officer"] : [])];
    for (const fact of terms.facts) assert.ok(given.includes(fact), `${place} lacks ${fact}`);
  }
});

test("texts of the log's refusals use facts that the log gives", () => {
  const given = new Map<string, Set<string>>();
  const open = new Set<string>();
  for (const { code, facts, isOpen } of refusalsIn("log")) {
    if (isOpen) open.add(code);
    const known = given.get(code) ?? new Set();
    for (const fact of facts) known.add(fact);
    given.set(code, known);
  }
  for (const [code, { en, ja }] of Object.entries(LOG_REJECTION_TEXTS)) {
    if (open.has(code)) continue;
    for (const { fact } of [...factsUsed(en), ...factsUsed(ja)]) {
      assert.ok(given.get(code)?.has(fact) === true, `${code} has no fact ${fact}`);
    }
  }
});
