import { unreachable } from "../base/assert.ts";
import { chosenText, differs, mismatch, type Checked, type Checking } from "./checking.ts";
import { firstBeyondDegree } from "./degree.ts";
import { evaluateNode, type Environment } from "./evaluate.ts";
import { print } from "./print.ts";
import {
  MAX_DEGREE,
  MAX_EXPONENT,
  type BinaryNode,
  type Comparison,
  type UnaryNode,
} from "./syntax.ts";
import { isConstant, type Ordering, type TypedNode } from "./typed.ts";
import {
  ANY_MONEY,
  BOOLEAN,
  DATE,
  DURATION,
  formatType,
  INTEGER,
  isNumber,
  LIST,
  RATIO,
  sameType,
  TEXT,
  type ExpectedType,
  type Type,
} from "./types.ts";

const SUMMABLE: readonly ExpectedType[] = [ANY_MONEY, RATIO, INTEGER, DATE, DURATION];
const SCALABLE: readonly ExpectedType[] = [ANY_MONEY, RATIO, INTEGER, DURATION];

/** The sign and `not` [X32]. */
export function checkUnary(checking: Checking, syntax: UnaryNode): Checked {
  const operand = checking.check(syntax.operand);
  if (operand === undefined) return undefined;
  const { type } = operand;
  if (syntax.operator === "not") {
    if (type.kind !== "boolean") return mismatch(checking, operand, [BOOLEAN]);
    return { kind: "not", operand, type, syntax };
  }
  if (type.kind === "duration") return { kind: "negateDuration", operand, type, syntax };
  if (!isQuantity(type)) return mismatch(checking, operand, SCALABLE);
  return { kind: "negate", operand, type, syntax };
}

/** Every operator between two operands [X32]–[X34]. */
export function checkBinary(checking: Checking, syntax: BinaryNode): Checked {
  const left = checking.check(syntax.left);
  const right = checking.check(syntax.right);
  if (left === undefined || right === undefined) return undefined;
  switch (syntax.operator) {
    case "and":
    case "or": {
      const sides = [left, right].filter(({ type }) => type.kind !== "boolean");
      for (const side of sides) mismatch(checking, side, [BOOLEAN]);
      if (sides.length > 0) return undefined;
      return { kind: syntax.operator, left, right, type: BOOLEAN, syntax };
    }
    case "in":
    case "not in":
      return membership(checking, syntax, left, right);
    case "+":
    case "-":
      return sum(checking, syntax, left, right);
    case "*":
      return product(checking, syntax, left, right);
    case "of":
      return share(checking, syntax, left, right);
    case "/":
      return quotient(checking, syntax, left, right);
    case "^":
      return power(checking, syntax, left);
    default:
      return comparison(checking, { syntax, operator: syntax.operator }, left, right);
  }
}

const isQuantity = (type: Type): boolean => type.kind === "money" || isNumber(type);

/** The type of a sum or product of plain numbers. */
const numberType = (a: Type, b: Type): Type =>
  a.kind === "integer" && b.kind === "integer" ? INTEGER : RATIO;

function comparison(
  checking: Checking,
  { syntax, operator }: { readonly syntax: BinaryNode; readonly operator: Comparison },
  left: TypedNode,
  right: TypedNode,
): Checked {
  if (left.type.kind === "money" && right.type.kind === "money") {
    if (!sameType(left.type, right.type)) return differs(checking, left.type, right);
  }
  const order = orderingOf(left.type, right.type);
  const isOrdered = operator !== "=" && operator !== "!=";
  if (order === undefined || (order === "text" && isOrdered)) {
    return notComparable(checking, syntax, left, right);
  }
  if (order !== "text")
    return { kind: "compare", operator, order, left, right, type: BOOLEAN, syntax };
  const first = chosenText(checking, left, textValues(right.type));
  const second = chosenText(checking, right, textValues(left.type));
  if (first === undefined || second === undefined) return undefined;
  return { kind: "compare", operator, order, left: first, right: second, type: BOOLEAN, syntax };
}

function orderingOf(a: Type, b: Type): Ordering | undefined {
  if (isNumber(a) && isNumber(b)) return "number";
  if (a.kind !== b.kind) return undefined;
  if (a.kind === "money") return "number";
  return a.kind === "date" || a.kind === "duration" || a.kind === "text" ? a.kind : undefined;
}

/** A bare number beside money is probably an amount whose currency was forgotten. */
function notComparable(
  checking: Checking,
  syntax: BinaryNode,
  left: TypedNode,
  right: TypedNode,
): undefined {
  const actual = `${formatType(left.type)} ${syntax.operator} ${formatType(right.type)}`;
  const required = [formatType(left.type)];
  for (const [{ type }, number] of [
    [left, right.syntax],
    [right, left.syntax],
  ] as const) {
    if (type.kind !== "money" || number.kind !== "number" || number.unit !== "one") continue;
    const suggestion = `${print(number)} ${type.currency}`;
    return checking.found("types_not_comparable", syntax, { actual, required, suggestion });
  }
  return checking.found("types_not_comparable", syntax, { actual, required });
}

const textValues = (type: Type) => (type.kind === "text" ? type.values : undefined);

function membership(
  checking: Checking,
  syntax: BinaryNode,
  item: TypedNode,
  list: TypedNode,
): Checked {
  if (item.type.kind !== "text") mismatch(checking, item, [TEXT]);
  if (list.type.kind !== "list") mismatch(checking, list, [LIST]);
  if (item.type.kind !== "text" || list.type.kind !== "list") return undefined;
  const negated = syntax.operator === "not in";
  const common = { kind: "membership", negated, item, type: BOOLEAN, syntax } as const;
  if (list.kind !== "list") return { ...common, list };
  const { values } = item.type;
  const items: TypedNode[] = [];
  for (const text of list.items) {
    const chosen = chosenText(checking, text, values);
    if (chosen !== undefined) items.push(chosen);
  }
  if (items.length < list.items.length) return undefined;
  return { ...common, list: { ...list, items } };
}

function sum(checking: Checking, syntax: BinaryNode, left: TypedNode, right: TypedNode): Checked {
  const [a, b] = [left.type, right.type];
  const adds = syntax.operator === "+";
  if (a.kind === "date") {
    if (b.kind !== "duration") return mismatch(checking, right, [DURATION]);
    const kind = adds ? "addDuration" : "subtractDuration";
    return { kind, date: left, duration: right, type: DATE, syntax };
  }
  if (a.kind === "duration") {
    if (b.kind !== "duration") return mismatch(checking, right, [DURATION]);
    return { kind: adds ? "addDurations" : "subtractDurations", left, right, type: a, syntax };
  }
  if (!isQuantity(a)) return mismatch(checking, left, SUMMABLE);
  const kind = adds ? "add" : "subtract";
  if (isNumber(a) && isNumber(b)) return { kind, left, right, type: numberType(a, b), syntax };
  if (!sameType(a, b)) return differs(checking, a, right);
  return { kind, left, right, type: a, syntax };
}

function product(
  checking: Checking,
  syntax: BinaryNode,
  left: TypedNode,
  right: TypedNode,
): Checked {
  const [a, b] = [left.type, right.type];
  if (a.kind === "money" && b.kind === "money") {
    const actual = `${formatType(a)} * ${formatType(b)}`;
    return checking.found("money_times_money", syntax, { actual, required: ["ratio"] });
  }
  for (const [duration, count] of [
    [left, right],
    [right, left],
  ] as const) {
    if (duration.type.kind !== "duration") continue;
    if (count.type.kind !== "integer") return mismatch(checking, count, [INTEGER]);
    return { kind: "scaleDuration", duration, count, type: DURATION, syntax };
  }
  if (!isQuantity(a)) return mismatch(checking, left, SCALABLE);
  if (!isQuantity(b)) return mismatch(checking, right, SCALABLE);
  const type = a.kind === "money" ? a : b.kind === "money" ? b : numberType(a, b);
  return { kind: "multiply", left, right, type, syntax };
}

/** `10% of x` is a product whose left side must be a share, so that it reads as it is said. */
function share(checking: Checking, syntax: BinaryNode, left: TypedNode, right: TypedNode): Checked {
  if (left.type.kind !== "ratio") return mismatch(checking, left, [RATIO]);
  if (!isQuantity(right.type)) return mismatch(checking, right, [ANY_MONEY, RATIO, INTEGER]);
  const type = right.type.kind === "money" ? right.type : RATIO;
  return { kind: "multiply", left, right, type, syntax };
}

function quotient(
  checking: Checking,
  syntax: BinaryNode,
  left: TypedNode,
  right: TypedNode,
): Checked {
  const [a, b] = [left.type, right.type];
  if (!isQuantity(a)) return mismatch(checking, left, [ANY_MONEY, RATIO, INTEGER]);
  if (b.kind === "money" && a.kind !== "money") return mismatch(checking, right, [RATIO]);
  if (!isQuantity(b)) return mismatch(checking, right, [RATIO, ...(a.kind === "money" ? [a] : [])]);
  if (b.kind === "money" && !sameType(a, b)) return differs(checking, a, right);
  if (isZeroConstant(right)) {
    const facts = { actual: print(right.syntax), required: ["nonzero"] };
    return checking.found("division_by_zero", right.syntax, facts);
  }
  const type = b.kind === "money" || a.kind !== "money" ? RATIO : a;
  return { kind: "divide", left, right, type, syntax };
}

const NO_NAMES: Environment = {
  variable: () => ({ kind: "unavailable", detail: "constant" }),
  call: () => ({ kind: "unavailable", detail: "constant" }),
};

function isZeroConstant(node: TypedNode): boolean {
  if (!isConstant(node) || firstBeyondDegree(node, MAX_DEGREE) !== undefined) return false;
  const result = evaluateNode(node, "", NO_NAMES);
  if (!result.ok) return false;
  const { value } = result;
  switch (value.kind) {
    case "money":
      return value.amount.num === 0n;
    case "ratio":
      return value.value.num === 0n;
    case "integer":
      return value.value === 0n;
    case "boolean":
    case "date":
    case "duration":
    case "text":
    case "list":
      return false;
    default:
      return unreachable(value);
  }
}

/** Only a whole number written in the text may be an exponent: no rate compounds here [X33]. */
function power(checking: Checking, syntax: BinaryNode, operand: TypedNode): Checked {
  const { right } = syntax;
  const required = [`1..${MAX_EXPONENT}`];
  const actual = print(right);
  if (!isNumber(operand.type)) return mismatch(checking, operand, [RATIO, INTEGER]);
  if (right.kind !== "number") {
    return checking.found("power_not_literal", right, { actual, required });
  }
  if (right.unit !== "one" || right.digits.includes(".")) {
    return checking.found("fractional_power", right, { actual, required });
  }
  const exponent = BigInt(right.digits);
  if (exponent < 1n || exponent > BigInt(MAX_EXPONENT)) {
    return checking.found("power_out_of_range", right, { actual, required });
  }
  return { kind: "power", operand, exponent: Number(exponent), type: operand.type, syntax };
}
