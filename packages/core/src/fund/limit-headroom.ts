import { Ratio } from "../base/ratio.ts";
import type { Limit } from "../charter/charter.ts";
import { explainEvaluation, type Trace } from "../expression/explain.ts";
import type { Comparison } from "../expression/syntax.ts";
import type { Value } from "../expression/value.ts";
import { fundEnvironment, type ActFigures } from "./environment.ts";
import { compiled } from "./expressions.ts";
import type { FundState } from "./state.ts";

/** One comparison of amounts or numbers within a limit, with what is left before it fails. */
export type ComparedSides = {
  readonly operator: Comparison;
  /** What the limit says on either side, as the charter writes it. */
  readonly texts: readonly [string, string];
  readonly left: Value;
  readonly right: Value;
  /** How far the sides may still move towards each other; below nothing where it fails. */
  readonly room: Ratio;
};

/** Where a limit stands on the books of a state; `holds` is absent where it has no value. */
export type LimitStanding = {
  readonly limit: Limit;
  readonly holds?: boolean;
  readonly comparisons: readonly ComparedSides[];
};

const numberOf = (value: Value): Ratio | undefined => {
  if (value.kind === "money") return value.amount;
  if (value.kind === "ratio") return value.value;
  return value.kind === "integer" ? Ratio.make(value.value, 1n) : undefined;
};

/** Comparisons of order that a condition is made of; a denied one leaves no room to speak of. */
function comparisonsIn({ node, operands }: Trace, source: string): readonly ComparedSides[] {
  if (node.kind === "and" || node.kind === "or") {
    return operands.flatMap((operand) => comparisonsIn(operand, source));
  }
  if (node.kind !== "compare" || node.order !== "number") return [];
  const [left, right] = operands.map(({ outcome }) => outcome);
  if (left?.state !== "value" || right?.state !== "value") return [];
  const [a, b] = [numberOf(left.value), numberOf(right.value)];
  if (a === undefined || b === undefined) return [];
  const { operator } = node;
  if (operator === "=" || operator === "!=") return [];
  const room = operator === "<" || operator === "<=" ? Ratio.sub(b, a) : Ratio.sub(a, b);
  const text = ({ syntax }: typeof node): string => source.slice(syntax.at.start, syntax.at.end);
  const texts = [text(node.left as typeof node), text(node.right as typeof node)] as const;
  return [{ operator, texts, left: left.value, right: right.value, room }];
}

/** A limit on the books of a state, for an act in hand: whether it holds and with how much room. */
export function limitStanding(state: FundState, limit: Limit, figures: ActFigures): LimitStanding {
  const expression = compiled(state.charter, limit.holds, "boolean");
  const trace = explainEvaluation(expression, fundEnvironment(state, figures));
  const { outcome } = trace;
  const isKnown = outcome.state === "value" && outcome.value.kind === "boolean";
  return {
    limit,
    ...(isKnown ? { holds: outcome.value.value } : {}),
    comparisons: comparisonsIn(trace, expression.source),
  };
}
