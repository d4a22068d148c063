import { assert } from "../base/assert.ts";
import { ROUNDING_MODES, type RoundingMode } from "../base/ratio.ts";
import { parseLocalDate } from "../calendar/date.ts";
import { findCurrency } from "../money/currency.ts";
import { BUILTINS, type Builtin, type BuiltinName } from "./builtins.ts";
import { chosenText, joined, mismatch, type Checked, type Checking } from "./checking.ts";
import { withSuggestion } from "./suggestion.ts";
import type { Argument, CallNode, SyntaxNode } from "./syntax.ts";
import type { TypedNode } from "./typed.ts";
import {
  ANY_MONEY,
  DATE,
  INTEGER,
  isAccepted,
  isNumber,
  RATIO,
  type FunctionType,
  type Type,
} from "./types.ts";

/** A call of the language's own functions or of the environment's [X40]–[X47]. */
export function checkCall(checking: Checking, syntax: CallNode): Checked {
  const builtin = BUILTINS.get(syntax.name);
  if (builtin !== undefined) return checkBuiltin(checking, syntax, builtin);
  const meaning = checking.names.get(syntax.name);
  if (meaning?.kind === "function") return checkEnvironmentCall(checking, syntax, meaning);
  for (const { value } of syntax.arguments) checking.check(value);
  if (meaning !== undefined) {
    const facts = { actual: syntax.name, required: ["function"] };
    return checking.found("name_not_function", syntax, facts);
  }
  const known = [...BUILTINS.keys()];
  for (const [name, type] of checking.names) if (type.kind === "function") known.push(name);
  const facts = { actual: syntax.name, required: ["function"] };
  return checking.found("name_unknown", syntax, withSuggestion(facts, known));
}

function checkEnvironmentCall(
  checking: Checking,
  syntax: CallNode,
  { parameters, result }: FunctionType,
): Checked {
  const slots = assign(checking, syntax, parameters);
  const values: (TypedNode | undefined)[] = [];
  let isSound = slots !== undefined;
  for (const [index, { type }] of parameters.entries()) {
    const slot = slots?.[index];
    const value = slot === undefined ? undefined : argumentOf(checking, slot.value, type);
    if (slot !== undefined && value === undefined) isSound = false;
    values.push(value);
  }
  if (slots === undefined) for (const { value } of syntax.arguments) checking.check(value);
  if (!isSound) return undefined;
  return { kind: "call", name: syntax.name, arguments: values, type: result, syntax };
}

function argumentOf(
  checking: Checking,
  syntax: SyntaxNode,
  type: FunctionType["parameters"][number]["type"],
): Checked {
  const value = checking.check(syntax);
  if (value === undefined) return undefined;
  if (!isAccepted(value.type, type)) return mismatch(checking, value, [type]);
  return chosenText(checking, value, type.kind === "text" ? type.values : undefined);
}

type Slot = Pick<Argument, "value">;

/** The argument of each parameter [X41]; undefined when they do not fit together. */
function assign(
  checking: Checking,
  syntax: CallNode,
  parameters: Builtin["parameters"],
): readonly (Slot | undefined)[] | undefined {
  const names = parameters.map(({ name }) => name);
  const slots: (Argument | undefined)[] = names.map(() => undefined);
  let fits = true;
  for (const [position, argument] of syntax.arguments.entries()) {
    const { name, value } = argument;
    const index = name === undefined ? position : names.indexOf(name);
    const facts = { actual: name ?? String(position + 1), required: names };
    if (index < 0) checking.found("argument_unknown", value, withSuggestion(facts, names));
    else if (index >= names.length) checking.found("argument_unexpected", value, facts);
    else if (slots[index] !== undefined) checking.found("argument_repeated", value, facts);
    else {
      slots[index] = argument;
      continue;
    }
    fits = false;
  }
  const missing = parameters.filter(
    ({ optional }, index) => optional !== true && slots[index] === undefined,
  );
  if (missing.length > 0 && fits) {
    const required = missing.map(({ name }) => name);
    checking.found("argument_missing", syntax, { actual: syntax.name, required });
    return undefined;
  }
  return fits ? slots : undefined;
}

function checkBuiltin(
  checking: Checking,
  syntax: CallNode,
  { builtin, parameters, variadic }: Builtin & { readonly builtin: BuiltinName },
): Checked {
  if (variadic === true) {
    return extreme(checking, syntax, builtin === "min" ? "minimum" : "maximum");
  }
  const slots = assign(checking, syntax, parameters);
  if (slots === undefined) {
    for (const { value } of syntax.arguments) {
      if (!isMode(value)) checking.check(value);
    }
    return undefined;
  }
  const [first, second, third] = slots.map((slot) => slot?.value);
  if (builtin === "round") return round(checking, syntax, [first!, second!, third]);
  if (builtin === "date") return date(checking, syntax, first!);
  const value = checking.check(first!);
  if (builtin === "abs") return absolute(checking, syntax, value);
  const other = checking.check(second!);
  if (value === undefined || other === undefined) return undefined;
  switch (builtin) {
    case "orElse": {
      const type = joined(checking, [value, other]);
      return type && { kind: "orElse", value, fallback: other, type, syntax };
    }
    case "daysBetween":
      if (!areOf(checking, [value, other], [DATE, DATE])) return undefined;
      return { kind: "daysBetween", from: value, to: other, type: INTEGER, syntax };
    default: {
      if (!areOf(checking, [value, other], [DATE, INTEGER])) return undefined;
      const unit = builtin === "addDays" ? "day" : builtin === "addMonths" ? "month" : "year";
      return { kind: "shiftDate", date: value, count: other, unit, type: DATE, syntax };
    }
  }
}

function areOf(checking: Checking, values: readonly TypedNode[], types: readonly Type[]): boolean {
  let fits = true;
  for (const [index, value] of values.entries()) {
    const type = types[index]!;
    if (isAccepted(value.type, type)) continue;
    mismatch(checking, value, [type]);
    fits = false;
  }
  return fits;
}

/** Least or greatest of two or more amounts, numbers or dates [X42]. */
function extreme(checking: Checking, syntax: CallNode, kind: "minimum" | "maximum"): Checked {
  const operands: TypedNode[] = [];
  let fits = true;
  for (const { name, value } of syntax.arguments) {
    if (name !== undefined) {
      checking.found("argument_unknown", value, { actual: name, required: ["positional"] });
      fits = false;
    }
    const operand = checking.check(value);
    if (operand !== undefined) operands.push(operand);
  }
  if (syntax.arguments.length < 2) {
    const facts = { actual: String(syntax.arguments.length), required: ["2"] };
    return checking.found("argument_missing", syntax, facts);
  }
  if (!fits || operands.length < syntax.arguments.length) return undefined;
  const type = joined(checking, operands);
  if (type === undefined) return undefined;
  const isNumeric = type.kind === "money" || isNumber(type);
  if (!isNumeric && type.kind !== "date") {
    return mismatch(checking, operands[0]!, [ANY_MONEY, RATIO, INTEGER, DATE]);
  }
  return { kind, order: isNumeric ? "number" : "date", operands, type, syntax };
}

function absolute(checking: Checking, syntax: CallNode, operand: Checked): Checked {
  if (operand === undefined) return undefined;
  const { type } = operand;
  if (type.kind !== "money" && !isNumber(type)) {
    return mismatch(checking, operand, [ANY_MONEY, RATIO, INTEGER]);
  }
  return { kind: "absolute", operand, type, syntax };
}

/** A date as it is, or one written as text, which must then be a literal [X43]. */
function date(checking: Checking, syntax: CallNode, value: SyntaxNode): Checked {
  const operand = checking.check(value);
  if (operand === undefined) return undefined;
  if (operand.type.kind === "date") return { ...operand, syntax };
  if (value.kind !== "text") return mismatch(checking, operand, [DATE]);
  const parsed = parseLocalDate(value.value);
  if (parsed.ok) return { kind: "constant", value: parsed.value, type: DATE, syntax };
  const facts = { actual: value.value, required: ["YYYY-MM-DD"] };
  return checking.found("date_invalid", value, facts);
}

const isMode = (node: SyntaxNode): boolean =>
  node.kind === "name" && ROUNDING_MODES.includes(node.name as RoundingMode);

/** The most decimal places that `round` can keep. */
const MAX_PLACES = 12;

/** Rounding to minor units, to whole numbers, or to so many decimal places [X44]. */
function round(
  checking: Checking,
  syntax: CallNode,
  [value, mode, places]: readonly [SyntaxNode, SyntaxNode, SyntaxNode | undefined],
): Checked {
  const operand = checking.check(value);
  const decimals = places === undefined ? undefined : placesOf(checking, places);
  const modeFits = isMode(mode);
  if (!modeFits) {
    const actual = mode.kind === "name" ? mode.name : mode.kind;
    const facts = { actual, required: ROUNDING_MODES };
    checking.found("rounding_unknown", mode, withSuggestion(facts, ROUNDING_MODES));
  }
  if (operand === undefined) return undefined;
  const { type } = operand;
  if (type.kind !== "money" && !isNumber(type)) {
    return mismatch(checking, operand, [ANY_MONEY, RATIO]);
  }
  if (!modeFits || (places !== undefined && decimals === undefined)) return undefined;
  const exponent = type.kind === "money" ? minorExponent(type.currency) : 0;
  const shift = decimals === undefined ? 0 : exponent - decimals;
  const power = 10n ** BigInt(Math.abs(shift));
  const step = shift < 0 ? { num: 1n, den: power } : { num: power, den: 1n };
  const rounding = (mode as SyntaxNode & { kind: "name" }).name as RoundingMode;
  const result = type.kind === "money" ? type : decimals === undefined ? INTEGER : RATIO;
  return { kind: "round", operand, mode: rounding, step, type: result, syntax };
}

function minorExponent(currency: string): number {
  const found = findCurrency(currency);
  assert(found.ok, "the environment declares money of known currencies");
  return found.value.exponent;
}

function placesOf(checking: Checking, node: SyntaxNode): number | undefined {
  const required = [`0..${MAX_PLACES}`];
  if (node.kind !== "number" || node.unit !== "one" || node.digits.includes(".")) {
    return checking.found("argument_not_literal", node, { actual: node.kind, required });
  }
  const places = BigInt(node.digits);
  if (places <= BigInt(MAX_PLACES)) return Number(places);
  return checking.found("argument_out_of_range", node, { actual: node.digits, required });
}
