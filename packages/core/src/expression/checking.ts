import type { FindingCode, FindingFacts } from "./finding.ts";
import type { SyntaxNode } from "./syntax.ts";
import type { TypedNode } from "./typed.ts";
import { withSuggestion } from "./suggestion.ts";
import {
  formatType,
  joinTypes,
  type EnvironmentTypes,
  type ExpectedType,
  type TextChoice,
  type Type,
} from "./types.ts";

/** What the parts of the type checker share: how to check an operand and how to find fault. */
export type Checking = {
  readonly names: EnvironmentTypes;
  /** The checked node, or undefined when findings were made in it. */
  readonly check: (node: SyntaxNode) => TypedNode | undefined;
  /** Records an error; undefined, so that a caller can return it as its result. */
  readonly found: (code: FindingCode, node: SyntaxNode, facts: FindingFacts) => undefined;
  readonly warn: (code: FindingCode, node: SyntaxNode, facts: FindingFacts) => void;
};

/** A checked node, or undefined where findings were made. */
export type Checked = TypedNode | undefined;

/** A finding that the operand has a type other than those that may stand there. */
export function mismatch(
  checking: Checking,
  operand: TypedNode,
  required: readonly ExpectedType[],
): undefined {
  return checking.found("type_mismatch", operand.syntax, {
    actual: formatType(operand.type),
    required: required.map(formatType),
  });
}

/** The one type of values that stand for each other, as the branches of `if` do [X35]. */
export function joined(checking: Checking, operands: readonly TypedNode[]): Type | undefined {
  const [first, ...others] = operands;
  let type = first?.type;
  for (const operand of others) {
    if (type === undefined) return undefined;
    const both = joinTypes(type, operand.type);
    if (both === undefined) return differs(checking, type, operand);
    type = both;
  }
  return type;
}

/** A finding that two values of unlike types stand where only like ones may. */
export function differs(checking: Checking, type: Type, other: TypedNode): undefined {
  if (type.kind === "money" && other.type.kind === "money") {
    const facts = { actual: other.type.currency, required: [type.currency] };
    return checking.found("currencies_mixed", other.syntax, facts);
  }
  return mismatch(checking, other, [type]);
}

/**
 * A text beside something that can only be one of a few texts: a literal outside them is almost
 * surely a slip of the pen, and would make a condition quietly false [X34].
 */
export function chosenText(
  checking: Checking,
  node: TypedNode,
  values: readonly TextChoice[] | undefined,
): Checked {
  if (values === undefined || node.kind !== "constant" || node.type.kind !== "text") return node;
  const actual = node.value as string;
  if (values.some(({ value }) => value === actual)) {
    return { ...node, type: { kind: "text", values } };
  }
  const known = values.map(({ value }) => value);
  const facts = withSuggestion({ actual, required: known }, known);
  return checking.found("text_value_unknown", node.syntax, facts);
}
