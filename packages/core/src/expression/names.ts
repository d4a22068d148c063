import { unreachable } from "../base/assert.ts";
import { ROUNDING_MODES, type RoundingMode } from "../base/ratio.ts";
import { BUILTINS } from "./builtins.ts";
import { print } from "./print.ts";
import type { Argument, Expression, Span, SyntaxNode } from "./syntax.ts";

/** One thing outside itself that an expression depends on [X72]. */
export type NameUse = {
  readonly kind: "variable" | "function";
  readonly name: string;
  /** Canonical: the name, or the call with its arguments, such as `balance("1010")`. */
  readonly text: string;
  /** Where it first stands. */
  readonly at: Span;
};

/**
 * The environment's names in an expression, each use with other arguments once, in the order of
 * reading. Works on any tree that was read, checked or not.
 */
export function namesUsed(expression: Expression): readonly NameUse[] {
  const uses = new Map<string, NameUse>();
  collect(expression.root, uses);
  return [...uses.values()];
}

function collect(node: SyntaxNode, uses: Map<string, NameUse>): void {
  if (node.kind === "name" || (node.kind === "call" && !BUILTINS.has(node.name))) {
    const text = print(node);
    const kind = node.kind === "name" ? "variable" : "function";
    if (!uses.has(text)) uses.set(text, { kind, name: node.name, text, at: node.at });
  }
  for (const operand of operandsOf(node)) collect(operand, uses);
}

function operandsOf(node: SyntaxNode): readonly SyntaxNode[] {
  switch (node.kind) {
    case "boolean":
    case "number":
    case "money":
    case "duration":
    case "date":
    case "text":
    case "name":
      return [];
    case "list":
      return node.items;
    case "call":
      return node.arguments
        .filter((argument, index) => !isRoundingMode(node.name, argument, index))
        .map(({ value }) => value);
    case "unary":
      return [node.operand];
    case "binary":
      return [node.left, node.right];
    case "conditional":
      return [node.condition, node.whenTrue, node.whenFalse];
    default:
      return unreachable(node);
  }
}

/** `halfEven` in `round(x, halfEven)` is a word of the language, not a name [X44]. */
function isRoundingMode(call: string, { name, value }: Argument, index: number): boolean {
  const isModeSlot = call === "round" && (name === "mode" || (name === undefined && index === 1));
  if (!isModeSlot || value.kind !== "name") return false;
  return ROUNDING_MODES.includes(value.name as RoundingMode);
}
