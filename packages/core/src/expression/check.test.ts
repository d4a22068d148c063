import assert from "node:assert/strict";
import { test } from "node:test";
import { readVectors, vectorTypes } from "../../test/expression-environment.ts";
import { check } from "./check.ts";
import type { Finding } from "./finding.ts";
import { parse } from "./parser.ts";
import {
  BOOLEAN,
  environmentTypes,
  formatType,
  isFreeName,
  moneyType,
  RATIO,
  TEXT,
  type ExpectedType,
  type NameType,
} from "./types.ts";

type Expected = {
  readonly code: string;
  readonly line: number;
  readonly column: number;
  readonly actual: string;
  readonly suggestion?: string;
};
type Valid = {
  readonly rule: string;
  readonly text: string;
  readonly type: string;
  readonly warnings?: readonly Expected[];
};
type Invalid = {
  readonly rule: string;
  readonly text: string;
  readonly expected: string;
  readonly findings: readonly Expected[];
};
const vectors = readVectors<{
  readonly valid: readonly Valid[];
  readonly invalid: readonly Invalid[];
}>("check.json");

function typeNamed(name: string): ExpectedType {
  if (name === "money") return { kind: "anyMoney" };
  const currency = /^money\(([A-Z]{3})\)$/.exec(name)?.[1];
  return currency === undefined ? ({ kind: name } as ExpectedType) : moneyType(currency);
}

/** A finding in the form of the vectors; suggestions are told only where they say one. */
function inVectorForm(found: Finding, expected: Expected | undefined): Expected {
  const { code, position, facts } = found;
  const { line, column } = position;
  const { actual, suggestion } = facts;
  const told = expected?.suggestion === undefined ? {} : { suggestion: suggestion ?? "none" };
  return { code, line, column, actual, ...told };
}

for (const { rule, text, type, warnings = [] } of vectors.valid) {
  test(`[${rule}] ${text} is ${type}`, () => {
    const parsed = parse(text);
    assert.ok(parsed.ok);
    const checked = check(parsed.value, vectorTypes, typeNamed(type));
    assert.ok(checked.ok, "no findings");
    assert.equal(formatType(checked.value.root.type), type);
    const found = checked.value.warnings.map((one, index) => inVectorForm(one, warnings[index]));
    assert.deepEqual(found, warnings);
    assert.ok(checked.value.warnings.every(({ severity }) => severity === "warning"));
  });
}

for (const { rule, text, expected, findings } of vectors.invalid) {
  test(`[${rule}] ${text} is no ${expected}`, () => {
    const parsed = parse(text);
    assert.ok(parsed.ok);
    const checked = check(parsed.value, vectorTypes, typeNamed(expected));
    assert.ok(!checked.ok, "findings");
    const found = checked.error.map((finding, index) => inVectorForm(finding, findings[index]));
    assert.deepEqual(found, findings);
    assert.ok(checked.error.every(({ severity }) => severity === "error"));
  });
}

const description = { en: "a", ja: "a" };
const variable: NameType = { kind: "variable", type: BOOLEAN, description };

test("[X30] an environment with a taken, malformed or repeated name is a bug", () => {
  for (const name of ["if", "of", "min", "round", "a-b", "1a", "a.", "", "資産"]) {
    assert.equal(isFreeName(name), false, name);
    assert.throws(() => environmentTypes([[name, variable]]), /not a name/);
  }
  for (const name of ["__proto__", "constructor", "a.b", "days", "USD", "halfEven"]) {
    assert.ok(environmentTypes([[name, variable]]).has(name));
  }
  const twice = [
    ["a", variable],
    ["a", variable],
  ] as const;
  assert.throws(() => environmentTypes(twice), /twice/);
});

test("[X30] an environment's functions say only parameters that they have", () => {
  const withParameters = (
    parameters: readonly { name: string; optional?: true }[],
    en: string,
  ): NameType => ({
    kind: "function",
    parameters: parameters.map((parameter) => ({ ...parameter, type: TEXT })),
    result: RATIO,
    description: { en, ja: "" },
  });
  const define = (type: NameType) => environmentTypes([["f", type]]);
  assert.throws(() => define(withParameters([{ name: "a" }], "{b}")), /no such parameter/);
  assert.throws(() => define(withParameters([{ name: "a" }, { name: "a" }], "")), /twice/);
  const late = [{ name: "a", optional: true as const }, { name: "b" }];
  assert.throws(() => define(withParameters(late, "")), /come last/);
  assert.ok(define(withParameters([{ name: "a" }], "[in {a}]")).has("f"));
});

test("[X30] names that JavaScript's objects have are names like any other", () => {
  const names = environmentTypes([
    ["__proto__", variable],
    ["constructor.prototype", variable],
  ]);
  const parsed = parse("__proto__ and constructor.prototype");
  assert.ok(parsed.ok);
  assert.ok(check(parsed.value, names, BOOLEAN).ok);
});

test("[X40] an environment adds functions to those that are always there", () => {
  const own = [
    ["min(1, 2)", "integer"],
    ["max(1, 2)", "integer"],
    ["abs(-1)", "integer"],
    ['date("2029-01-19")', "date"],
    ["round(1.5, halfEven)", "integer"],
    ["addDays(2029-01-19, 1)", "date"],
    ["addMonths(2029-01-19, 1)", "date"],
    ["addYears(2029-01-19, 1)", "date"],
    ["daysBetween(2029-01-19, 2029-01-20)", "integer"],
    ["orElse(1, 2)", "integer"],
  ] as const;
  for (const names of [environmentTypes([]), vectorTypes]) {
    for (const [text, kind] of own) {
      const parsed = parse(text);
      assert.ok(parsed.ok && check(parsed.value, names, { kind }).ok, text);
    }
  }
  const added = parse('nav("fund")');
  assert.ok(added.ok);
  assert.ok(check(added.value, vectorTypes, moneyType("USD")).ok);
  const without = check(added.value, environmentTypes([]), moneyType("USD"));
  assert.deepEqual(without.ok ? [] : without.error.map(({ code }) => code), ["name_unknown"]);
});
