import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Ratio } from "@jointfund/core/base/ratio.ts";
import { localDate, toDayNumber } from "@jointfund/core/calendar/date.ts";
import { check } from "@jointfund/core/expression/check.ts";
import { evaluate, evaluateNode, type Environment } from "@jointfund/core/expression/evaluate.ts";
import { parse } from "@jointfund/core/expression/parser.ts";
import type { TypedExpression, TypedNode } from "@jointfund/core/expression/typed.ts";
import {
  BOOLEAN,
  DATE,
  environmentTypes,
  INTEGER,
  moneyType,
  RATIO,
  TEXT,
  type ExpectedType,
  type NameType,
  type Type,
} from "@jointfund/core/expression/types.ts";
import type { Value } from "@jointfund/core/expression/value.ts";
import { ProgramBuilder } from "../kernel/program-builder.ts";
import { nodeValues } from "../../test/node-values.ts";
import { compileExpression, type Figure, type NodeEnvironment } from "./expression-nodes.ts";

/** Values of one path: figures as whole minor units, which a double holds exactly. */
type Given = { readonly [name: string]: number | boolean | undefined };

const MONEY = ["m0", "m1", "m2", "maybe", "never"] as const;
const TYPES: readonly (readonly [string, Type])[] = [
  ...MONEY.map((name) => [name, moneyType("USD")] as const),
  ...(["r0", "r1", "fixedRatio"] as const).map((name) => [name, RATIO] as const),
  ...(["b0", "b1", "fixedFlag"] as const).map((name) => [name, BOOLEAN] as const),
  ["n0", INTEGER],
  ["today", DATE],
  ["sector", TEXT],
  ["pathText", TEXT],
  ["fixedMoney", moneyType("USD")],
];
const name = { en: "x", ja: "x" };
const types = environmentTypes([
  ...TYPES.map(([id, type]): [string, NameType] => [
    id,
    { kind: "variable", type, description: name },
  ]),
  [
    "paidBy",
    {
      kind: "function",
      parameters: [{ name: "party", type: TEXT }],
      result: moneyType("USD"),
      description: { en: "{party}", ja: "{party}" },
    },
  ],
]);

const CONSTANTS: { readonly [name: string]: Value } = {
  fixedRatio: { kind: "ratio", value: Ratio.make(1n, 3n) },
  fixedFlag: { kind: "boolean", value: true },
  fixedMoney: { kind: "money", currency: "USD", amount: Ratio.make(12_345n) },
  sector: { kind: "text", value: "energy" },
};

const money = (amount: number): Value => ({
  kind: "money",
  currency: "USD",
  amount: Ratio.make(BigInt(amount)),
});

function exactEnvironment(given: Given): Environment {
  const missing = { kind: "unavailable", detail: "none" } as const;
  return {
    variable: (id) => {
      const constant = CONSTANTS[id];
      if (constant !== undefined) return constant;
      const value = given[id];
      if (id === "today") return { kind: "date", value: localDate("2031-05-17") };
      if (value === undefined) return missing;
      if (typeof value === "boolean") return { kind: "boolean", value };
      if (id === "n0") return { kind: "integer", value: BigInt(value) };
      if (id.startsWith("r"))
        return { kind: "ratio", value: Ratio.make(BigInt(value * 1024), 1024n) };
      return money(value);
    },
    call: (_, [text]) => money(given[`paid${text?.kind === "text" ? text.value : ""}`] as number),
  };
}

function nodeEnvironment(builder: ProgramBuilder): NodeEnvironment {
  const flag = (id: string) => builder.equal(builder.parameter(id), builder.constant(1));
  return {
    variable(id): Figure | undefined {
      const value = CONSTANTS[id];
      if (value !== undefined) return { kind: "constant", value };
      if (id === "never") return { kind: "unavailable", detail: "none" };
      if (id === "pathText") return undefined;
      if (id === "b0" || id === "b1") return { kind: "boolean", value: flag(id) };
      const number = { kind: "number", value: builder.parameter(id) } as const;
      return id === "maybe" ? { ...number, hasValue: flag("hasMaybe") } : number;
    },
    call: (_, [text]) => {
      if (text?.kind !== "text" || !["US", "JP"].includes(text.value)) return undefined;
      return { kind: "number", value: builder.parameter(`paid${text.value}`) };
    },
  };
}

const KINDS: readonly ExpectedType[] = [moneyType("USD"), INTEGER, RATIO, BOOLEAN, DATE];

function checkedOrNot(text: string): TypedExpression | undefined {
  const parsed = parse(text);
  if (!parsed.ok) return undefined;
  const fitting = KINDS.map((kind) => check(parsed.value, types, kind)).find(({ ok }) => ok);
  return fitting?.ok ? fitting.value : undefined;
}

function checked(text: string): TypedExpression {
  const expression = checkedOrNot(text);
  assert.ok(expression, text);
  return expression;
}

const PLACE = { path: ["limits", 0, "holds"], clause: "9.9" };

function compile(text: string, given: Given) {
  const builder = new ProgramBuilder();
  const nodes = compileExpression(builder, checked(text), nodeEnvironment(builder), PLACE);
  if (!nodes.ok) return nodes;
  const { value, hasValue } = nodes.value;
  const parameters = Object.fromEntries(
    Object.entries({ ...given, hasMaybe: given["maybe"] !== undefined }).map(([id, of]) => [
      id,
      id === "today" ? toDayNumber(localDate("2031-05-17")) : Number(of ?? NaN),
    ]),
  );
  const values = nodeValues(builder.build(), {
    parameters: { ...parameters, today: toDayNumber(localDate("2031-05-17")) },
  });
  const constants = builder.build().nodes;
  const whole = { value: Number(values[value]), hasValue: values[hasValue] === true };
  return {
    ok: true,
    value: { ...whole, isConstant: constants[value]!.op === "constant" },
  } as const;
}

const asDouble = ({ num, den }: Ratio): number => {
  const [whole, rest] = [num / den, num % den];
  return Number(whole) + Number(rest) / Number(den);
};

function numberOf(value: Value): number {
  switch (value.kind) {
    case "money":
      return asDouble(value.amount);
    case "ratio":
      return asDouble(value.value);
    case "integer":
      return Number(value.value);
    case "date":
      return toDayNumber(value.value);
    case "boolean":
      return value.value ? 1 : 0;
    default:
      // Texts are equal or not, whatever they stand for.
      return 0;
  }
}

/** Near an edge: a comparison or rounding that the last bits of a double may decide. */
class Doubtful extends Error {}

const EPSILON = 2 ** -52;

/**
 * How far a double may be from the exact value, by the errors of the operations below it (Wilkinson
 * 1963); the exact values are the core's.
 */
class ErrorBound {
  readonly #source: string;
  readonly #environment: Environment;

  constructor(source: string, environment: Environment) {
    this.#source = source;
    this.#environment = environment;
  }

  #exact(node: TypedNode): number | undefined {
    const value = evaluateNode(node, this.#source, this.#environment);
    return value.ok ? numberOf(value.value) : undefined;
  }

  of(node: TypedNode): number {
    const value = Math.abs(this.#exact(node) ?? 0);
    const own = value * EPSILON;
    switch (node.kind) {
      case "add":
      case "subtract":
        return this.of(node.left) + this.of(node.right) + own;
      case "multiply":
      case "divide": {
        const [a, b] = [this.of(node.left), this.of(node.right)];
        const [x, y] = [this.#size(node.left), this.#size(node.right)];
        if (node.kind === "multiply") return a * y + b * x + a * b + own;
        if (b > 0 && y <= 4 * b) throw new Doubtful();
        return y === 0 ? 0 : (a + value * b) / (y - b) + own;
      }
      case "power": {
        const relative = this.of(node.operand) / (this.#size(node.operand) || 1) + EPSILON;
        return value * relative * node.exponent * 2;
      }
      case "round": {
        const error = this.of(node.operand);
        const step = asDouble(node.step);
        const steps = (this.#exact(node.operand) ?? 0) / step;
        const halves = Math.abs(steps * 2 - Math.round(steps * 2)) / 2;
        const near = (error + Math.abs(steps) * step * 4 * EPSILON) / step;
        if (halves <= near && (error > 0 || halves > 0 || step % 1 !== 0)) throw new Doubtful();
        return own * 4;
      }
      case "compare": {
        const error = this.of(node.left) + this.of(node.right);
        const gap = Math.abs((this.#exact(node.left) ?? 0) - (this.#exact(node.right) ?? 0));
        if (error > 0 && gap <= error * 2) throw new Doubtful();
        return 0;
      }
      case "minimum":
      case "maximum":
        return Math.max(...node.operands.map((operand) => this.of(operand)));
      case "conditional":
        return this.#each([node.condition, node.whenTrue, node.whenFalse]);
      case "orElse":
        return this.#each([node.value, node.fallback]);
      case "and":
      case "or":
        return this.#each([node.left, node.right]);
      case "not":
      case "negate":
      case "absolute":
        return this.of(node.operand);
      case "constant":
        return own;
      default:
        return 0;
    }
  }

  #each(nodes: readonly TypedNode[]): number {
    return Math.max(...nodes.map((node) => this.of(node)));
  }

  #size(node: TypedNode): number {
    return Math.abs(this.#exact(node) ?? 0);
  }
}

const literal = fc
  .tuple(fc.nat(9999), fc.constantFrom("%", "bp", ".0", ".25"))
  .map(([digits, unit]) => `${digits}${unit}`);
const MODES = ["floor", "ceiling", "towardZero", "awayFromZero", "halfUp", "halfDown", "halfEven"];

const {
  money: moneyText,
  ratio,
  condition,
} = fc.letrec<{
  money: string;
  ratio: string;
  condition: string;
}>((tie) => {
  const two = (kind: "money" | "ratio" | "condition") => fc.tuple(tie(kind), tie(kind));
  const shared = (kind: "money" | "ratio") => [
    two(kind).map(([a, b]) => `(${a} + ${b})`),
    two(kind).map(([a, b]) => `(${a} - ${b})`),
    two(kind).map(([a, b]) => `min(${a}, ${b})`),
    two(kind).map(([a, b]) => `max(${a}, ${b}, ${a})`),
    two(kind).map(([a, b]) => `orElse(${a}, ${b})`),
    fc.tuple(tie("condition"), two(kind)).map(([c, [a, b]]) => `(if ${c} then ${a} else ${b})`),
    tie(kind).map((a) => `abs(-${a})`),
    fc
      .tuple(tie(kind), fc.constantFrom(...MODES), fc.nat(2))
      .map(([a, mode, places]) => `round(${a}, ${mode}, ${places})`),
  ];
  const deep = { maxDepth: 4, depthSize: "small" } as const;
  return {
    money: fc.oneof(
      deep,
      fc.constantFrom<string>(...MONEY, "fixedMoney", "120 USD", 'paidBy("US")', 'paidBy("JP")'),
      ...shared("money"),
      fc.tuple(tie("ratio"), tie("money")).map(([a, b]) => `(${a} of ${b})`),
      fc.tuple(tie("money"), tie("ratio")).map(([a, b]) => `(${a} / ${b})`),
    ),
    ratio: fc.oneof(
      deep,
      fc.oneof(literal, fc.constantFrom("r0", "r1", "fixedRatio", "n0", "3", "0")),
      ...shared("ratio"),
      two("ratio").map(([a, b]) => `(${a} * ${b})`),
      two("ratio").map(([a, b]) => `(${a} / ${b})`),
      two("money").map(([a, b]) => `(${a} / ${b})`),
      fc.tuple(tie("ratio"), fc.integer({ min: 1, max: 4 })).map(([a, n]) => `(${a}) ^ ${n}`),
    ),
    condition: fc.oneof(
      deep,
      fc.constantFrom("b0", "b1", "fixedFlag", 'sector in ["energy", "water"]', 'sector = "x"'),
      fc
        .tuple(two("money"), fc.constantFrom("<", "<=", "=", "!=", ">", ">="))
        .map(([[a, b], sign]) => `(${a} ${sign} ${b})`),
      fc
        .tuple(two("ratio"), fc.constantFrom("<", "<=", ">", ">="))
        .map(([[a, b], sign]) => `(${a} ${sign} ${b})`),
      two("condition").map(([a, b]) => `(${a} and ${b})`),
      two("condition").map(([a, b]) => `(${a} or ${b})`),
      tie("condition").map((a) => `(not ${a})`),
    ),
  };
});

const amount = fc.oneof(
  fc.integer({ min: -(10 ** 12), max: 10 ** 15 }),
  fc.constant(0),
  fc.integer({ min: -3, max: 3 }),
);
const quotient = fc.integer({ min: -5000, max: 5000 }).map((n) => n / 1024);
const given: fc.Arbitrary<Given> = fc.record({
  ...{ m0: amount, m1: amount, m2: amount, maybe: fc.option(amount, { nil: undefined }) },
  ...{ r0: quotient, r1: quotient, b0: fc.boolean(), b1: fc.boolean() },
  ...{ n0: fc.integer({ min: -9, max: 9 }), paidUS: amount, paidJP: amount },
});

test("[PJ40] [PJ43] [PJ44] nodes come to what the core's exact evaluator comes to", () => {
  let compared = 0;
  const one = (text: string, figures: Given): void => {
    // Too long, or divided by a zero that is written out.
    const expression = checkedOrNot(text);
    if (expression === undefined) return;
    const environment = exactEnvironment(figures);
    let bound: number;
    try {
      bound = new ErrorBound(text, environment).of(expression.root);
    } catch (error) {
      if (error instanceof Doubtful) return;
      throw error;
    }
    const exact = evaluate(expression, environment);
    const nodes = compile(text, figures);
    assert.ok(nodes.ok, text);
    assert.equal(nodes.value.hasValue, exact.ok, text);
    compared++;
    if (!exact.ok) return;
    const expected = numberOf(exact.value);
    const difference = Math.abs(nodes.value.value - expected);
    assert.ok(difference <= bound * 4 + Math.abs(expected) * 1e-15, `${text}: ${difference}`);
  };
  const property = fc.property(fc.oneof(moneyText, ratio, condition), given, one);
  fc.assert(property, { numRuns: 4000 });
  assert.ok(compared > 2500, `only ${compared} could be compared`);
});

const FIGURES: Given = {
  ...{ m0: 700, m1: 0, m2: -5, maybe: undefined, r0: 0.5, r1: 2, b0: true, b1: false },
  ...{ n0: 3, paidUS: 11, paidJP: 13 },
};

function expectValue(text: string, value: number | undefined): void {
  const nodes = compile(text, FIGURES);
  assert.ok(nodes.ok, text);
  assert.equal(nodes.value.hasValue, value !== undefined, text);
  if (value !== undefined) assert.equal(nodes.value.value, value, text);
}

test("[PJ41] what is constant is worked out exactly and rounded once", () => {
  // Every step of this in doubles would lose the 1.
  const text = "((fixedRatio * 3 + 10000000000000000) - 10000000000000000) of 1 USD";
  const nodes = compile(text, FIGURES);
  assert.ok(nodes.ok);
  const { value, isConstant, hasValue } = nodes.value;
  assert.deepEqual(
    { value, isConstant, hasValue },
    { value: 100, isConstant: true, hasValue: true },
  );
  expectValue("0.1 + 0.2", 0.3);
  expectValue("fixedRatio", 1 / 3);
});

test("[PJ42] texts and memberships are settled while the program is written", () => {
  expectValue('if sector in ["energy"] then m0 else never', 700);
  expectValue('if sector != "energy" then m0 else m2', -5);
  expectValue('paidBy("JP")', 13);
});

test("[PJ43] a quotient by zero has no value, and orElse then has its fallback", () => {
  expectValue("m0 / m1", undefined);
  expectValue("orElse(m0 / m1, 7)", 7);
  expectValue("orElse(r1 / (fixedRatio - fixedRatio), r0)", 0.5);
  expectValue("orElse(never, maybe)", undefined);
  expectValue("orElse(never, orElse(maybe, m0))", 700);
  expectValue("m1 = 0 USD or m0 / m1 >= 300%", 1);
  expectValue("m0 / m1 >= 300% or m1 = 0 USD", 1);
  expectValue("m0 / m1 >= 300% or b1", undefined);
  expectValue("b1 and m0 / m1 >= 300%", 0);
  expectValue("if m1 = 0 USD then 4 else m0 / m1", 4);
});

test("[PJ42] dates are day numbers; days may move them", () => {
  const day = (text: string): number => toDayNumber(localDate(text));
  expectValue("today", day("2031-05-17"));
  expectValue("addDays(today, 20)", day("2031-06-06"));
  expectValue("today + 20 days", day("2031-06-06"));
  expectValue('daysBetween(date("2031-05-01"), today)', 16);
  expectValue('if today <= date("2031-05-17") then 1 else 2', 1);
  expectValue("addDays(today, 99999999)", undefined);
});

for (const [text, code, refused] of [
  ['pathText = "x"', "name_without_figure", "pathText"],
  ['paidBy("XX") + m0', "name_without_figure", "paidBy"],
  ['paidBy(if b0 then "US" else "JP")', "text_not_constant", "conditional"],
  ["addMonths(today, n0) > today", "date_moved_by_months", "shiftDate"],
  ["today + 1 month > today", "date_moved_by_months", "addDuration"],
  ["today + (if b0 then 1 day else 2 days) > today", "duration_not_constant", "conditional"],
] as const) {
  test(`[PJ40] ${text} is refused`, () => {
    const nodes = compile(text, FIGURES);
    assert.ok(!nodes.ok, text);
    assert.deepEqual(nodes.error, { ...PLACE, code, name: refused });
  });
}
