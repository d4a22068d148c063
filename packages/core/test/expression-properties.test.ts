import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Ratio } from "../src/base/ratio.ts";
import { localDate } from "../src/calendar/date.ts";
import { check } from "../src/expression/check.ts";
import { describe } from "../src/expression/describe.ts";
import { evaluate, UNDEFINED_REASONS, type Environment } from "../src/expression/evaluate.ts";
import { explainEvaluation } from "../src/expression/explain.ts";
import { formatTrace } from "../src/expression/format-trace.ts";
import { LANGUAGES } from "../src/expression/languages.ts";
import { namesUsed } from "../src/expression/names.ts";
import { parse } from "../src/expression/parser.ts";
import { print } from "../src/expression/print.ts";
import type { SyntaxNode } from "../src/expression/syntax.ts";
import {
  ANY_MONEY,
  environmentTypes,
  moneyType,
  type ExpectedType,
  type NameType,
  type Type,
} from "../src/expression/types.ts";
import type { Value } from "../src/expression/value.ts";
import { vectorEnvironment, vectorTypes } from "./expression-environment.ts";
import type { Answer, Fraction, Names } from "./expression-oracle.ts";
import { names, samples } from "./expression-samples.ts";

const TYPES: Readonly<Record<string, Type>> = {
  usd: moneyType("USD"),
  jpy: moneyType("JPY"),
  ratio: { kind: "ratio" },
  integer: { kind: "integer" },
  boolean: { kind: "boolean" },
  date: { kind: "date" },
  duration: { kind: "duration" },
  text: { kind: "text" },
};
const NAMED = ["usd", "jpy", "ratio", "integer", "boolean", "date", "text"] as const;
const types = environmentTypes(
  NAMED.flatMap((kind) =>
    [0, 1, 2].map((index): [string, NameType] => [
      `${kind}${index}`,
      { kind: "variable", type: TYPES[kind]!, description: { en: kind, ja: kind } },
    ]),
  ),
);

/** The program's environment for the oracle's names. */
function environmentOf(given: Names): Environment {
  return {
    variable: (name) => {
      const kind = name.slice(0, -1) as keyof Names;
      const value = given[kind][Number(name.slice(-1))] ?? null;
      if (value === null) return { kind: "unavailable", detail: "none" };
      switch (kind) {
        case "usd":
        case "jpy":
          return {
            kind: "money",
            currency: kind.toUpperCase(),
            amount: Ratio.make(...(value as Fraction)),
          };
        case "ratio":
          return { kind, value: Ratio.make(...(value as Fraction)) };
        case "integer":
          return { kind, value: value as bigint };
        case "boolean":
          return { kind, value: value as boolean };
        case "date":
          return { kind, value: localDate(value as string) };
        case "text":
          return { kind, value: value as string };
      }
    },
    call: () => assert.fail("no functions"),
  };
}

/** True when the program's value is the oracle's, compared without the program's fractions. */
function agrees(value: Value, answer: Answer): boolean {
  const same = ({ num, den }: Ratio): boolean => {
    const [a, b] = answer as Fraction;
    return num * b === a * den;
  };
  switch (value.kind) {
    case "money":
      return same(value.amount);
    case "ratio":
      return same(value.value);
    case "integer":
      return same({ num: value.value, den: 1n });
    case "duration": {
      const { months, days } = answer as { months: number; days: number };
      return value.value.months === BigInt(months) && value.value.days === BigInt(days);
    }
    default:
      return value.value === answer;
  }
}

/** The only findings that a well-typed text can have: limits, and what is sure to be undefined. */
const ALLOWED = new Set([
  "division_by_zero",
  "degree_too_large",
  "expression_too_large",
  "expression_too_deep",
  "expression_too_long",
]);

for (const [kind, sample] of Object.entries(samples)) {
  test(`[X37] random expressions of ${kind} come to what an independent oracle says`, () => {
    const runs = 600;
    let evaluated = 0;
    let defined = 0;
    fc.assert(
      fc.property(sample, names, ({ text, answer }, given) => {
        const parsed = parse(text);
        const checked = parsed.ok ? check(parsed.value, types, TYPES[kind]!) : parsed;
        if (!checked.ok) {
          const codes = checked.error.map(({ code }) => code);
          assert.ok(
            codes.every((code) => ALLOWED.has(code)),
            `${text}: ${codes.join(", ")}`,
          );
          return;
        }
        const result = evaluate(checked.value, environmentOf(given));
        const expected = answer(given);
        evaluated++;
        if (result.ok) defined++;
        else assert.ok(UNDEFINED_REASONS.includes(result.error.reason));
        assert.equal(result.ok, expected !== null, text);
        if (result.ok) assert.ok(agrees(result.value, expected), text);
      }),
      { numRuns: runs },
    );
    assert.ok(evaluated > runs / 2, `only ${evaluated} evaluated`);
    assert.ok(defined > runs / 5, `only ${defined} defined`);
  });
}

const at = { start: 0, end: 0 };
const NAMES = ["a", "b.c", "__proto__", "min", "round", "halfEven", "USD", "days", "iff"];
const digits = fc.oneof(
  fc.nat(2_000_000).map(String),
  fc.tuple(fc.nat(20_000), fc.integer({ min: 1, max: 99 })).map(([whole, part]) => {
    const fraction = String(part).padStart(2, "0").replace(/0+$/, "");
    return `${whole}.${fraction}`;
  }),
);

/** Any tree that the grammar can make, well typed or not. */
const trees = fc.letrec<{ node: SyntaxNode }>((tie) => ({
  node: fc.oneof(
    { depthSize: "small", maxDepth: 6, withCrossShrink: true },
    fc.boolean().map((value): SyntaxNode => ({ kind: "boolean", value, at })),
    digits.map((text): SyntaxNode => ({ kind: "number", digits: text, unit: "one", at })),
    fc
      .tuple(digits, fc.constantFrom("percent", "basisPoint"))
      .map(([text, unit]): SyntaxNode => ({ kind: "number", digits: text, unit, at })),
    fc
      .tuple(digits, fc.constantFrom("USD", "JPY", "ZZZ"))
      .map(([text, currency]): SyntaxNode => ({ kind: "money", digits: text, currency, at })),
    fc
      .tuple(fc.nat(30_000).map(String), fc.constantFrom("day", "month", "year"))
      .map(([count, unit]): SyntaxNode => ({ kind: "duration", count, unit, at })),
    fc
      .constantFrom("1999-12-31", "2024-02-29")
      .map((date): SyntaxNode => ({ kind: "date", date, at })),
    fc
      .string({ maxLength: 5 })
      .map((value): SyntaxNode => ({ kind: "text", value: value.replace(/[^ -~]/g, "語"), at })),
    fc.constantFrom(...NAMES).map((name): SyntaxNode => ({ kind: "name", name, at })),
    fc
      .array(tie("node"), { minLength: 1, maxLength: 3 })
      .map((items): SyntaxNode => ({ kind: "list", items, at })),
    fc
      .tuple(fc.constantFrom(...NAMES), fc.array(tie("node"), { maxLength: 3 }), fc.nat(3))
      .map(([name, values, positional]): SyntaxNode => {
        const given = values.map((value, index) =>
          index < positional ? { value, at } : { name: `p${index}`, value, at },
        );
        return { kind: "call", name, arguments: given, at };
      }),
    fc
      .tuple(fc.constantFrom("-" as const, "not" as const), tie("node"))
      .map(([operator, operand]): SyntaxNode => ({ kind: "unary", operator, operand, at })),
    fc
      .tuple(
        fc.constantFrom(
          ...(["or", "and", "=", "!=", "<", "<=", ">", ">=", "in", "not in"] as const),
          ...(["+", "-", "*", "/", "of", "^"] as const),
        ),
        tie("node"),
        tie("node"),
      )
      .map(([operator, left, right]): SyntaxNode => ({
        kind: "binary",
        operator,
        left,
        right,
        at,
      })),
    fc
      .tuple(tie("node"), tie("node"), tie("node"))
      .map(([condition, whenTrue, whenFalse]): SyntaxNode => ({
        ...{ kind: "conditional", condition, whenTrue, whenFalse, at },
      })),
  ),
})).node;

const withoutPlaces = (node: SyntaxNode): unknown =>
  JSON.parse(JSON.stringify(node, (key, value: unknown) => (key === "at" ? undefined : value)));

test("[X70] reading what was printed gives the same tree, and printing it the same text", () => {
  let read = 0;
  fc.assert(
    fc.property(trees, (tree) => {
      const text = print(tree);
      const parsed = parse(text);
      if (!parsed.ok) {
        assert.ok(
          parsed.error.every(({ code }) => ALLOWED.has(code)),
          text,
        );
        return;
      }
      read++;
      assert.deepEqual(withoutPlaces(parsed.value.root), withoutPlaces(tree), text);
      assert.equal(print(parsed.value.root), text);
    }),
    { numRuns: 2000 },
  );
  assert.ok(read > 1000, `only ${read} read`);
});

test("[X70] added parentheses and white space change nothing but places", () => {
  fc.assert(
    fc.property(trees, fc.constantFrom(" ", "\n", "\t ", "\r\n"), (tree, space) => {
      const text = print(tree);
      // Outside of texts, every space may be any white space.
      const spaced = text.replace(/"(?:[^"\\]|\\.)*"| /g, (part) => (part === " " ? space : part));
      const [plain, changed] = [parse(text), parse(`(${spaced}) `)];
      if (!plain.ok || !changed.ok) return;
      assert.deepEqual(withoutPlaces(changed.value.root), withoutPlaces(plain.value.root));
    }),
    { numRuns: 500 },
  );
});

const EXPECTED: readonly ExpectedType[] = [ANY_MONEY, ...Object.values(TYPES)];

/** Everything that is done with a text; whatever it is, the outcome is a value. */
function useInEveryWay(text: string): "refused" | "ill-typed" | "evaluated" {
  const parsed = parse(text);
  if (!parsed.ok) {
    assert.ok(parsed.error.length > 0);
    for (const { position } of parsed.error) {
      assert.ok(position.offset <= text.length && position.line > 0 && position.column > 0);
    }
    return "refused";
  }
  print(parsed.value.root);
  namesUsed(parsed.value);
  let outcome: "ill-typed" | "evaluated" = "ill-typed";
  for (const expected of EXPECTED) {
    const checked = check(parsed.value, vectorTypes, expected);
    if (!checked.ok) {
      assert.ok(checked.error.length > 0);
      continue;
    }
    outcome = "evaluated";
    const result = evaluate(checked.value, vectorEnvironment);
    if (!result.ok) assert.ok(UNDEFINED_REASONS.includes(result.error.reason));
    const trace = explainEvaluation(checked.value, vectorEnvironment);
    assert.equal(trace.outcome.state, result.ok ? "value" : "undefined");
    for (const language of LANGUAGES.values()) {
      assert.ok(describe(checked.value, language, vectorTypes).length > 1);
      assert.ok(formatTrace(trace, language).length > 0);
    }
  }
  return outcome;
}

test("[X60] no text whatever makes the parser throw", () => {
  const junk = fc.oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.string({ unit: "grapheme", maxLength: 60 }),
    fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 })
      .map((units) => String.fromCharCode(...units)),
  );
  fc.assert(
    fc.property(junk, (text) => {
      useInEveryWay(text);
    }),
    { numRuns: 3000 },
  );
});

test("[X37] operands and operators in any order are refused, ill typed, or evaluated", () => {
  const operands = [
    ...["true", "1", "2.5", "45%", "0", "10 USD", "3 days", "2029-01-19", '"power"', '["power"]'],
    ...["fundDebt", "noDebt", "seats", "windingUp", "lockHolds", "price", "adopted", "coverage"],
    ...[
      "(seats - 9)",
      "min(seats, 2)",
      "round(coverage, floor)",
      "orElse(price, 1 USD)",
      "share()",
    ],
    ...["not windingUp", "-seats", "(if lockHolds then 1 else 2)", "investment.sector", "nobody"],
  ];
  const operators = [
    ...[
      "and",
      "or",
      "=",
      "!=",
      "<",
      "<=",
      ">",
      ">=",
      "in",
      "not in",
      "+",
      "-",
      "*",
      "/",
      "of",
      "^",
    ],
  ];
  const outcomes = new Map<string, number>();
  const next = fc.tuple(fc.constantFrom(...operators, "$", ")"), fc.constantFrom(...operands));
  const soup = fc.tuple(fc.constantFrom(...operands), fc.array(next, { maxLength: 4 }));
  fc.assert(
    fc.property(soup, ([first, others]) => {
      const outcome = useInEveryWay([first, ...others.flat()].join(" "));
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }),
    { numRuns: 4000 },
  );
  for (const outcome of ["refused", "ill-typed", "evaluated"]) {
    assert.ok((outcomes.get(outcome) ?? 0) > 200, `${outcome}: ${outcomes.get(outcome)}`);
  }
});

test("[X51] deeply nested and very long texts get findings", () => {
  for (const part of ["(", "[", "-", "not ", "f(", "if ", "if a then ", "a ^ ", "1 + (", '"']) {
    assert.equal(useInEveryWay(part.repeat(4000)), "refused");
    assert.equal(useInEveryWay(part.repeat(500)), "refused");
  }
});
