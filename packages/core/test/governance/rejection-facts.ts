import assert from "node:assert/strict";
import { canonicalText } from "../../src/base/canonical.ts";
import type { Rejection } from "../../src/governance/rejection.ts";
import {
  GOVERNANCE_REJECTIONS,
  type GovernanceRejectionTerms,
} from "../../src/governance/rejections.ts";

/** A rejection has the facts that the table promises, no others, and goes into an entry. */
export function assertFacts({ code, clause, facts }: Rejection): void {
  const table: { readonly [code: string]: GovernanceRejectionTerms } = GOVERNANCE_REJECTIONS;
  const terms = table[code];
  assert.ok(terms !== undefined, `${code} is in no table`);
  assert.notEqual(clause, "");
  const names = Object.keys(facts);
  const promised = names.filter((name) => terms.facts.includes(name));
  assert.deepEqual([...promised].sort(compare), [...terms.facts].sort(compare), code);
  const others = names.filter((name) => !terms.facts.includes(name));
  for (const name of others) assert.ok(terms.sometimes?.includes(name), `${code} carries ${name}`);
  canonicalText({ code, clause, facts });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
