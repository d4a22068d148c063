import type { Ratio, RoundingMode } from "../base/ratio.ts";
import type { Comparison, DurationUnit, SyntaxNode } from "./syntax.ts";
import type { Type } from "./types.ts";
import type { Finding } from "./finding.ts";
import type { Raw } from "./value.ts";

/** How two values of a kind are put in order; money counts as a number [X34]. */
export type Ordering = "number" | "date" | "duration" | "text";

type Operation =
  | { readonly kind: "constant"; readonly value: Raw }
  | { readonly kind: "variable"; readonly name: string }
  /** Arguments in the order of the parameters; an optional one that is not given is undefined. */
  | {
      readonly kind: "call";
      readonly name: string;
      readonly arguments: readonly (TypedNode | undefined)[];
    }
  /** On amounts of money (minor units) and on plain numbers alike: both are exact numbers. */
  | {
      readonly kind: "add" | "subtract" | "multiply" | "divide";
      readonly left: TypedNode;
      readonly right: TypedNode;
    }
  | { readonly kind: "not"; readonly operand: TypedNode }
  | { readonly kind: "negate" | "absolute"; readonly operand: TypedNode }
  | { readonly kind: "power"; readonly operand: TypedNode; readonly exponent: number }
  /** To a multiple of `step`, which for money is in minor units [X44]. */
  | {
      readonly kind: "round";
      readonly operand: TypedNode;
      readonly mode: RoundingMode;
      readonly step: Ratio;
    }
  | {
      readonly kind: "minimum" | "maximum";
      readonly order: Ordering;
      readonly operands: readonly TypedNode[];
    }
  | {
      readonly kind: "compare";
      readonly operator: Comparison;
      readonly order: Ordering;
      readonly left: TypedNode;
      readonly right: TypedNode;
    }
  | { readonly kind: "and" | "or"; readonly left: TypedNode; readonly right: TypedNode }
  | {
      readonly kind: "membership";
      readonly negated: boolean;
      readonly item: TypedNode;
      readonly list: TypedNode;
    }
  | { readonly kind: "list"; readonly items: readonly TypedNode[] }
  | {
      readonly kind: "conditional";
      readonly condition: TypedNode;
      readonly whenTrue: TypedNode;
      readonly whenFalse: TypedNode;
    }
  | { readonly kind: "orElse"; readonly value: TypedNode; readonly fallback: TypedNode }
  /** The date so many days, months or years later (earlier if negative). */
  | {
      readonly kind: "shiftDate";
      readonly date: TypedNode;
      readonly count: TypedNode;
      readonly unit: DurationUnit;
    }
  | {
      readonly kind: "addDuration" | "subtractDuration";
      readonly date: TypedNode;
      readonly duration: TypedNode;
    }
  | {
      readonly kind: "addDurations" | "subtractDurations";
      readonly left: TypedNode;
      readonly right: TypedNode;
    }
  | { readonly kind: "negateDuration"; readonly operand: TypedNode }
  | { readonly kind: "scaleDuration"; readonly duration: TypedNode; readonly count: TypedNode }
  | { readonly kind: "daysBetween"; readonly from: TypedNode; readonly to: TypedNode };

/**
 * A node whose names and types are settled: plain data, one tag for each operation, so that the
 * evaluator and a compiler to a numeric kernel read the same tree. `syntax` is where it came from.
 */
export type TypedNode = Operation & { readonly type: Type; readonly syntax: SyntaxNode };

/** A checked tree with its text. */
export type TypedExpression = {
  readonly source: string;
  readonly root: TypedNode;
  /** What is allowed but probably not meant. */
  readonly warnings: readonly Finding[];
};

/** The operands of a node in the order of reading. */
export function operandsOf(node: TypedNode): readonly TypedNode[] {
  switch (node.kind) {
    case "constant":
    case "variable":
      return [];
    case "call":
      return node.arguments.filter((argument) => argument !== undefined);
    case "negate":
    case "absolute":
    case "not":
    case "power":
    case "round":
    case "negateDuration":
      return [node.operand];
    case "minimum":
    case "maximum":
      return node.operands;
    case "membership":
      return [node.item, node.list];
    case "list":
      return node.items;
    case "conditional":
      return [node.condition, node.whenTrue, node.whenFalse];
    case "orElse":
      return [node.value, node.fallback];
    case "shiftDate":
      return [node.date, node.count];
    case "addDuration":
    case "subtractDuration":
      return [node.date, node.duration];
    case "scaleDuration":
      return [node.duration, node.count];
    case "daysBetween":
      return [node.from, node.to];
    default:
      return [node.left, node.right];
  }
}

/** True when no name of the environment has a part in the node's value. */
export function isConstant(node: TypedNode): boolean {
  if (node.kind === "variable" || node.kind === "call") return false;
  return operandsOf(node).every(isConstant);
}
