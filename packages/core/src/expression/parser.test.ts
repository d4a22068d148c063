import assert from "node:assert/strict";
import { test } from "node:test";
import { readVectors } from "../../test/expression-environment.ts";
import type { Finding } from "./finding.ts";
import { parse } from "./parser.ts";
import { print } from "./print.ts";
import { MAX_DEPTH, MAX_FINDINGS, MAX_LENGTH, MAX_NODES, type SyntaxNode } from "./syntax.ts";

type Valid = { readonly rule: string; readonly text: string; readonly canonical: string };
type Expected = {
  readonly code: string;
  readonly line: number;
  readonly column: number;
  readonly actual?: string;
  readonly suggestion?: string;
};
type Invalid = {
  readonly rule: string;
  readonly text: string;
  readonly findings: readonly Expected[];
};
const vectors = readVectors<{
  readonly valid: readonly Valid[];
  readonly invalid: readonly Invalid[];
}>("syntax.json");

/** What a vector says of a finding; `actual` only where the vector has it. */
function inVectorForm(found: Finding, expected: Expected | undefined): Expected {
  const { code, position, facts } = found;
  const { actual, suggestion } = facts;
  return {
    ...{ code, line: position.line, column: position.column },
    ...(expected?.actual === undefined ? {} : { actual }),
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}

function read(text: string): SyntaxNode {
  const parsed = parse(text);
  assert.ok(parsed.ok, text);
  return parsed.value.root;
}

/** The tree without its places in the text. */
const withoutPlaces = (node: SyntaxNode): unknown =>
  JSON.parse(JSON.stringify(node, (key, value: unknown) => (key === "at" ? undefined : value)));

for (const { rule, text, canonical } of vectors.valid) {
  test(`[${rule}] ${JSON.stringify(text)} reads as ${canonical} [X70]`, () => {
    const root = read(text);
    assert.equal(print(root), canonical);
    assert.deepEqual(withoutPlaces(read(canonical)), withoutPlaces(root));
  });
}

for (const { rule, text, findings } of vectors.invalid) {
  test(`[${rule}] ${JSON.stringify(text)} is refused`, () => {
    const parsed = parse(text);
    assert.ok(!parsed.ok, "refused");
    const found = parsed.error.map((finding, index) => inVectorForm(finding, findings[index]));
    assert.deepEqual(found, findings);
    for (const { severity, facts, position } of parsed.error) {
      assert.equal(severity, "error");
      assert.ok(facts.required.length > 0);
      assert.ok(text.slice(position.offset).toWellFormed().startsWith(position.excerpt));
    }
  });
}

const codesOf = (text: string): readonly string[] => {
  const parsed = parse(text);
  return parsed.ok ? [] : parsed.error.map(({ code }) => code);
};

test("[X5] of ASCII's signs these and no others are read", () => {
  const signs = new Set("+-*/^()[],:=<>");
  // What begins a text, a name, and what another language writes for "not" [X8].
  const others = new Map([
    ['"', ["text_unterminated"]],
    ["_", []],
    ["!", ["foreign_operator", "token_unexpected"]],
  ]);
  for (let code = 0x21; code < 0x7f; code++) {
    const sign = String.fromCharCode(code);
    if (/[A-Za-z0-9]/.test(sign)) continue;
    const codes = codesOf(sign);
    if (others.has(sign)) assert.deepEqual(codes, others.get(sign), sign);
    else assert.equal(codes.includes("unexpected_character"), !signs.has(sign), sign);
  }
  for (const sign of ["!=", "<=", ">="]) assert.deepEqual(codesOf(`a${sign}b`), [], sign);
});

test("[X24] what may not stand there is told with what may", () => {
  const cases = [
    ["a +", "operand"],
    ["a b", "operator"],
    ["(a", ")"],
    ["f(a b)", ","],
    ["if a b else c", "then"],
    ["if a then b", "else"],
    ['["a" "b"]', "]"],
  ] as const;
  for (const [text, required] of cases) {
    const parsed = parse(text);
    assert.ok(!parsed.ok, text);
    assert.deepEqual(codesOf(text), ["token_unexpected"], text);
    assert.ok(parsed.error[0]!.facts.required.includes(required), text);
  }
});

test("[X50] a text longer than the limit is refused unread", () => {
  assert.deepEqual(codesOf(`${"a".repeat(MAX_LENGTH - 4)} + b`), []);
  assert.deepEqual(codesOf(`${"$".repeat(MAX_LENGTH)}$`), ["expression_too_long"]);
});

test("[X51] nesting is bounded, whatever nests", () => {
  const nest = (open: string, close: string, depth: number): string =>
    `${open.repeat(depth)}a${close.repeat(depth)}`;
  const nestings = [
    ["(", ")"],
    ["-", ""],
    ["not ", ""],
    ["f(", ")"],
    ["[", "]"],
    ["if a then b else ", ""],
    ["-(", ")"],
    ["(", ""],
    ["a ^ -", ""],
  ] as const;
  for (const [open, close] of nestings) {
    assert.deepEqual(codesOf(nest(open, close, MAX_DEPTH + 6)), ["expression_too_deep"], open);
  }
  assert.deepEqual(codesOf(nest("(", ")", MAX_DEPTH - 1)), []);
  assert.deepEqual(codesOf(nest("(", ")", MAX_DEPTH)), ["expression_too_deep"]);
});

test("[X52] a tree of more nodes than the limit is refused", () => {
  const sum = (terms: number): string => Array.from({ length: terms }, () => "a").join("+");
  assert.deepEqual(codesOf(sum(MAX_NODES / 2)), []);
  assert.deepEqual(codesOf(sum(MAX_NODES / 2 + 1)), ["expression_too_large"]);
  assert.deepEqual(codesOf(Array.from({ length: 600 }, () => "2").join("^")), [
    "expression_too_large",
  ]);
});

test("[X61] findings come in order of place, and no more than the limit of them", () => {
  const parsed = parse("$ 1 ".repeat(100));
  assert.ok(!parsed.ok);
  assert.equal(parsed.error.length, MAX_FINDINGS);
  const offsets = parsed.error.map(({ position }) => position.offset);
  assert.deepEqual(
    offsets,
    offsets.toSorted((a, b) => a - b),
  );
});

test("[X60] what a finding quotes is short and can be encoded", () => {
  for (const text of [
    `"a" + ${"語".repeat(1000)}`,
    `${"😀".repeat(500)}`,
    "a + \ud800",
    `"${"\ud800".repeat(99)}`,
  ]) {
    const parsed = parse(text);
    assert.ok(!parsed.ok);
    for (const { position, facts } of parsed.error) {
      assert.ok(position.excerpt.length <= 40 && position.excerpt.isWellFormed());
      assert.ok(facts.actual.length <= 80 && facts.actual.isWellFormed());
    }
  }
});

test("[X1] each node knows the stretch of text that it came from", () => {
  const text = "  (a + b)  *\n  f( x : 1 USD , 2 )";
  const root = read("a + f(x: 10 USD) * 45%");
  assert.equal(root.kind === "binary" && root.right.at.start, 4);
  const wrong = parse(text);
  assert.ok(!wrong.ok);
  assert.deepEqual(wrong.error[0]?.position, { offset: 30, line: 2, column: 18, excerpt: "2" });
});
