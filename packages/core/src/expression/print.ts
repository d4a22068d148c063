import { unreachable } from "../base/assert.ts";
import {
  COMPARISON_PRECEDENCE,
  MINUS_PRECEDENCE,
  NOT_PRECEDENCE,
  POWER_PRECEDENCE,
  PRECEDENCE,
  type BinaryNode,
  type NumberUnit,
  type SyntaxNode,
} from "./syntax.ts";

const UNIT_SUFFIX: Readonly<Record<NumberUnit, string>> = {
  one: "",
  percent: "%",
  basisPoint: "bp",
};
/** Binds more tightly than every operator. */
const OPERAND = POWER_PRECEDENCE + 1;

/**
 * The canonical text of a tree: one space around operators, only the parentheses that the tree
 * needs, digits in threes from five digits on. Reading it gives the same tree back [X70].
 */
export function print(node: SyntaxNode): string {
  return printWith(node, (_, text) => text);
}

/** What to make of the text of each node, before parentheses go around it. */
export type Annotate = (node: SyntaxNode, text: string) => string;

/** The same with something added to the nodes, such as the values that they came to. */
export function printWith(node: SyntaxNode, annotate: Annotate): string {
  return printAt(node, 0, annotate);
}

/** The text of a node as an operand of something that binds with the given strength. */
function printAt(node: SyntaxNode, least: number, annotate: Annotate): string {
  const text = annotate(node, printBare(node, annotate));
  return strengthOf(node) < least ? `(${text})` : text;
}

function strengthOf(node: SyntaxNode): number {
  switch (node.kind) {
    case "conditional":
      return 0;
    case "binary":
      return PRECEDENCE.get(node.operator)!;
    case "unary":
      return node.operator === "not" ? NOT_PRECEDENCE : MINUS_PRECEDENCE;
    default:
      return OPERAND;
  }
}

function printBare(node: SyntaxNode, annotate: Annotate): string {
  const whole = (part: SyntaxNode): string => printAt(part, 0, annotate);
  switch (node.kind) {
    case "boolean":
      return node.value ? "true" : "false";
    case "number":
      return `${grouped(node.digits)}${UNIT_SUFFIX[node.unit]}`;
    case "money":
      return `${grouped(node.digits)} ${node.currency}`;
    case "duration":
      return `${grouped(node.count)} ${node.unit}${node.count === "1" ? "" : "s"}`;
    case "date":
      return node.date;
    case "text":
      return quoted(node.value);
    case "list":
      return `[${node.items.map(whole).join(", ")}]`;
    case "name":
      return node.name;
    case "call": {
      const values = node.arguments.map(({ name, value }) =>
        name === undefined ? whole(value) : `${name}: ${whole(value)}`,
      );
      return `${node.name}(${values.join(", ")})`;
    }
    case "unary": {
      const sign = node.operator === "not" ? "not " : "-";
      return `${sign}${printAt(node.operand, strengthOf(node), annotate)}`;
    }
    case "binary":
      return printBinary(node, annotate);
    case "conditional": {
      const { condition, whenTrue, whenFalse } = node;
      return `if ${whole(condition)} then ${whole(whenTrue)} else ${whole(whenFalse)}`;
    }
    default:
      return unreachable(node);
  }
}

function printBinary({ operator, left, right }: BinaryNode, annotate: Annotate): string {
  const strength = PRECEDENCE.get(operator)!;
  const isPower = operator === "^";
  // A comparison takes no other comparison beside it, so both its sides bind more tightly [X21].
  const isTighter = isPower || strength === COMPARISON_PRECEDENCE;
  const before = printAt(left, isTighter ? strength + 1 : strength, annotate);
  const after = printAt(right, isPower ? MINUS_PRECEDENCE : strength + 1, annotate);
  return `${before} ${operator} ${after}`;
}

/** A text literal with its quotes, escaped [X7]. */
export function quoted(value: string): string {
  return `"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}

/** Groups of three digits with "_", from five whole digits on [X70]. */
function grouped(digits: string): string {
  const point = digits.indexOf(".");
  const whole = point < 0 ? digits : digits.slice(0, point);
  if (whole.length < 5) return digits;
  let text = "";
  for (let i = 0; i < whole.length; i++) {
    if (i > 0 && (whole.length - i) % 3 === 0) text += "_";
    text += whole[i]!;
  }
  return point < 0 ? text : text + digits.slice(point);
}
