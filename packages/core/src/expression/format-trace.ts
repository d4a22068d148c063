import type { Trace } from "./explain.ts";
import { formatValue } from "./figures.ts";
import { fill, type Language } from "./language.ts";
import { printWith } from "./print.ts";
import type { NumberUnit, SyntaxNode } from "./syntax.ts";
import { isConstant, type TypedNode } from "./typed.ts";

/**
 * One line with the figures in it: `fundDebt (USD 90 billion) / assetValue (USD 250 billion) = 36%
 * <= 45%`. Names are followed by their values, and a calculation on one side of a comparison by
 * what it came to; a part that was not reached has no figures [X73].
 */
export function formatTrace(trace: Trace, language: Language): string {
  const traces = new Map<SyntaxNode, Trace>();
  const units = new Map<SyntaxNode, NumberUnit>();
  const results = new Set<SyntaxNode>();
  const visit = (part: Trace): void => {
    const { node, operands } = part;
    traces.set(node.syntax, part);
    if (node.kind === "compare") {
      const [left, right] = [node.left.syntax, node.right.syntax];
      for (const side of [node.left, node.right]) {
        if (isCalculation(side)) results.add(side.syntax);
      }
      if (left.kind === "number") units.set(right, left.unit);
      if (right.kind === "number") units.set(left, right.unit);
    }
    for (const operand of operands) visit(operand);
  };
  visit(trace);
  const { syntax, type } = trace.node;
  if (type.kind !== "boolean" && isCalculation(trace.node)) results.add(syntax);
  return printWith(syntax, (node, text) => {
    const part = traces.get(node);
    if (part === undefined || part.outcome.state === "notTaken") return text;
    const isName = part.node.kind === "variable" || part.node.kind === "call";
    if (!isName && !results.has(node)) return text;
    const said = saidOutcome(part, units.get(node), language);
    return isName ? `${text} ${fill(language.group, said)}` : `${text} = ${said}`;
  });
}

function saidOutcome({ outcome }: Trace, unit: NumberUnit | undefined, language: Language): string {
  if (outcome.state !== "value") return language.figures.undefined;
  return formatValue(outcome.value, language, unit);
}

/** Anything that is worked out from names rather than read. */
function isCalculation(node: TypedNode): boolean {
  const { kind } = node.syntax;
  const isWorkedOut =
    kind === "binary" || kind === "unary" || kind === "call" || kind === "conditional";
  return isWorkedOut && !isConstant(node);
}
