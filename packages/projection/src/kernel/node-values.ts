import { exponential, roundHalfEven } from "../numeric/exponential.ts";
import { logarithm } from "../numeric/logarithm.ts";
import {
  type Arithmetic,
  ARITHMETIC,
  type FunctionName,
  FUNCTIONS,
  type Node,
  type Relation,
  RELATIONS,
} from "./program.ts";

/** A constant yes or no, which only a simplified program has. */
export type Truth = { readonly op: "truth"; readonly value: boolean };
export type SimpleNode = Node | Truth;

/** What a node gives. A NaN is a NaN: no operation tells two apart (PJ7). */
export type Value = number | boolean;

export type ArithmeticNode = Extract<Node, { readonly op: Arithmetic }>;
export type FunctionNode = Extract<Node, { readonly op: FunctionName }>;
export type RelationNode = Extract<Node, { readonly op: Relation }>;

export const isArithmetic = (node: Node): node is ArithmeticNode =>
  (ARITHMETIC as readonly string[]).includes(node.op);
export const isFunction = (node: Node): node is FunctionNode =>
  (FUNCTIONS as readonly string[]).includes(node.op);
export const isRelation = (node: Node): node is RelationNode =>
  (RELATIONS as readonly string[]).includes(node.op);

export function calculate(op: Arithmetic, left: number, right: number): number {
  switch (op) {
    case "add":
      return left + right;
    case "subtract":
      return left - right;
    case "multiply":
      return left * right;
    case "divide":
      return left / right;
    case "minimum":
      return right < left ? right : left;
    case "maximum":
      return left < right ? right : left;
  }
}

export function apply(op: FunctionName, operand: number): number {
  switch (op) {
    case "negate":
      return -operand;
    case "absolute":
      return Math.abs(operand);
    case "squareRoot":
      return Math.sqrt(operand);
    case "floor":
      return Math.floor(operand);
    case "nearest":
      return roundHalfEven(operand);
    case "exponential":
      return exponential(operand);
    case "logarithm":
      return logarithm(operand);
  }
}

export function relate(op: Relation, left: number, right: number): boolean {
  switch (op) {
    case "less":
      return left < right;
    case "lessOrEqual":
      return left <= right;
    case "equal":
      return left === right;
  }
}

/** The row that a number means: its integer part within the table, and the first for a NaN. */
export function rowOf(row: number, rows: number): number {
  const last = rows - 1;
  const atLeastFirst = 0 < row ? row : 0;
  return Math.floor(last < atLeastFirst ? last : atLeastFirst);
}

/** The nodes that a node uses. */
export function operandsOf(node: Node): readonly number[] {
  if (isArithmetic(node) || isRelation(node)) return [node.left, node.right];
  if (isFunction(node)) return [node.operand];
  switch (node.op) {
    case "lookup":
      return [node.row];
    case "and":
    case "or":
      return [node.left, node.right];
    case "not":
      return [node.operand];
    case "choose":
      return [node.condition, node.whenTrue, node.whenFalse];
    default:
      return [];
  }
}

/** The same for equal nodes, and for no others. */
export function nodeKey(node: SimpleNode): string {
  if (node.op !== "constant") return JSON.stringify(node);
  // JSON has no infinities, and does not tell 0 from -0.
  return `constant ${Object.is(node.value, -0) ? "-0" : node.value}`;
}
