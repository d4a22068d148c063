/**
 * The codes that the core refuses with, as its source has them, beside the lists that name them and
 * the facts that the tables promise. Texts, documents and callers go by the lists.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { FUND_REJECTION_CODES, FUND_REJECTIONS } from "@jointfund/core/fund/rejections.ts";
import {
  GOVERNANCE_REJECTION_CODES,
  GOVERNANCE_REJECTIONS,
} from "@jointfund/core/governance/rejections.ts";
import { LOG_REJECTION_TEXTS } from "../packages/server/src/languages/log-rejections.ts";
import { factsUsed } from "../packages/server/src/languages/template.ts";
import { ROOT } from "./test-files.ts";
import { isNode, parseSourceFile, textOf, walk, type SyntaxNode } from "./tidy/source-file.ts";

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** One place of the source that refuses: the code, and the facts as far as they stand there. */
type Refusal = {
  readonly code: string;
  readonly place: string;
  readonly facts: readonly string[];
  /** Whether facts come from elsewhere as well: a variable, or a spread. */
  readonly isOpen: boolean;
};

const REFUSING = new Set(["rejection", "refuse", "found", "rejected"]);

function refusalsIn(folder: string): readonly Refusal[] {
  const root = join(ROOT, "packages/core/src", folder);
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .flatMap((file) => refusalsOf(join(root, file), `${folder}/${file}`));
}

function refusalsOf(path: string, name: string): readonly Refusal[] {
  const { program } = parseSourceFile(path, readFileSync(path, "utf8"));
  const refusals: Refusal[] = [];
  walk(program, (node) => {
    if (node.type !== "CallExpression" || !isNode(node.callee)) return;
    const callee = String(node.callee.name);
    if (!REFUSING.has(callee)) return;
    const args = (node.arguments as unknown[]).filter(isNode);
    const at = callee === "found" ? 1 : 0;
    const code = args[at] === undefined ? "" : textOf(args[at]);
    if (code === "") return;
    const facts = callee === "found" ? { names: ["actual"], isOpen: false } : factsOf(args.at(-1));
    const place = `${name}: ${code}`;
    refusals.push({ code, place, facts: facts.names, isOpen: facts.isOpen });
  });
  return refusals;
}

function factsOf(node: SyntaxNode | undefined): { names: string[]; isOpen: boolean } {
  if (node === undefined || node.type === "Literal") return { names: [], isOpen: false };
  if (node.type !== "ObjectExpression") return { names: [], isOpen: true };
  const properties = (node.properties as unknown[]).filter(isNode);
  const names = properties.flatMap(({ type, key }) =>
    type === "Property" && isNode(key) ? [String(key.name ?? key.value)] : [],
  );
  return { names, isOpen: properties.some(({ type }) => type !== "Property") };
}

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

test("facts are those that the tables promise", () => {
  for (const { code, place, facts, isOpen } of [...inGovernance, ...inFund]) {
    const terms = TERMS[code];
    assert.ok(terms !== undefined, place);
    for (const fact of facts) {
      assert.ok([...terms.facts, ...(terms.sometimes ?? [])].includes(fact), `${place} ${fact}`);
    }
    if (isOpen) continue;
    for (const fact of terms.facts) assert.ok(facts.includes(fact), `${place} lacks ${fact}`);
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
