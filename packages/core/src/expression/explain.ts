import { evaluateNode, type Environment, type Undefined } from "./evaluate.ts";
import { operandsOf, type TypedExpression, type TypedNode } from "./typed.ts";
import type { Value } from "./value.ts";

/** How a node came out; a branch of `if` that was not taken is "notTaken". */
export type Outcome =
  | { readonly state: "value"; readonly value: Value }
  | { readonly state: "undefined"; readonly undefined: Undefined }
  | { readonly state: "notTaken" };

/** A node of a checked tree with what it came to, so that every figure can say why [X73]. */
export type Trace = {
  readonly node: TypedNode;
  readonly outcome: Outcome;
  readonly operands: readonly Trace[];
};

/**
 * The evaluation of every node. Each is evaluated by the evaluator itself, so that a trace cannot
 * tell another story than the decision; both sides of `and`, `or` and `orElse` are shown.
 */
export function explainEvaluation(expression: TypedExpression, environment: Environment): Trace {
  return trace(expression.root, expression.source, environment);
}

function trace(node: TypedNode, source: string, environment: Environment): Trace {
  const result = evaluateNode(node, source, environment);
  const outcome: Outcome = result.ok
    ? { state: "value", value: result.value }
    : { state: "undefined", undefined: result.error };
  const operands = operandsOf(node).map((operand) => trace(operand, source, environment));
  if (node.kind !== "conditional") return { node, outcome, operands };
  const condition = operands[0]!.outcome;
  const holds =
    condition.state === "value" && condition.value.kind === "boolean"
      ? condition.value.value
      : undefined;
  const [first, whenTrue, whenFalse] = operands as [Trace, Trace, Trace];
  const branches = [
    first,
    holds === true ? whenTrue : untaken(whenTrue),
    holds === false ? whenFalse : untaken(whenFalse),
  ];
  return { node, outcome, operands: branches };
}

function untaken({ node, operands }: Trace): Trace {
  return { node, outcome: { state: "notTaken" }, operands: operands.map(untaken) };
}
