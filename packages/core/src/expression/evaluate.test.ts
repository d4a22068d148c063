import assert from "node:assert/strict";
import { test } from "node:test";
import {
  encode,
  readVectors,
  vectorEnvironment,
  vectorTypes,
  type VectorValue,
} from "../../test/expression-environment.ts";
import { check } from "./check.ts";
import { evaluate } from "./evaluate.ts";
import { parse } from "./parser.ts";
import type { TypedExpression } from "./typed.ts";
import { ANY_MONEY, moneyType, type ExpectedType } from "./types.ts";

type Case = { readonly rule: string; readonly text: string; readonly value: VectorValue };
const { cases } = readVectors<{ readonly cases: readonly Case[] }>("evaluate.json");

const ALL_TYPES: readonly ExpectedType[] = [
  ANY_MONEY,
  { kind: "integer" },
  { kind: "ratio" },
  { kind: "boolean" },
  { kind: "date" },
  { kind: "duration" },
  { kind: "text" },
  { kind: "list" },
];

/** The expression with whatever type it has; the narrower one of integer and ratio. */
function checked(text: string): TypedExpression {
  const parsed = parse(text);
  assert.ok(parsed.ok, text);
  const results = ALL_TYPES.map((type) => check(parsed.value, vectorTypes, type));
  const fitting = results.find((result) => result.ok);
  assert.ok(fitting?.ok, text);
  return fitting.value;
}

for (const { rule, text, value } of cases) {
  test(`[${rule}] ${text}`, () => {
    const result = evaluate(checked(text), vectorEnvironment);
    if (result.ok) return assert.deepEqual(encode(result.value), value);
    const { code, reason, position, detail } = result.error;
    const undefinedValue = { reason, column: position.column, ...(detail ? { detail } : {}) };
    assert.deepEqual({ undefined: undefinedValue }, value);
    assert.equal(code, "expression_undefined");
  });
}

test("[X31] an environment that answers with another type than declared is a bug", () => {
  const expression = checked("fundDebt / assetValue <= 45%");
  const yen = { kind: "money", currency: "JPY", amount: { num: 1n, den: 1n } } as const;
  const environment = { variable: () => yen, call: () => yen };
  assert.throws(() => evaluate(expression, environment), /declared currency/);
  const date = () => ({ kind: "text", value: "x" }) as const;
  assert.throws(() => evaluate(expression, { variable: date, call: date }), /declared type/);
  assert.deepEqual(moneyType("USD"), { kind: "money", currency: "USD" });
});
