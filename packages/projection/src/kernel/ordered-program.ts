import { operandsOf, type SimpleNode } from "./node-values.ts";
import { moveNode, moveRoots, type SimplifiedProgram } from "./simplified-program.ts";

/**
 * The same program with every node shortly before what uses it, so that few values wait to be used:
 * a core keeps sixteen at hand. Of a node's operands, that which needs most is computed first.
 */
export function orderedProgram(program: SimplifiedProgram): SimplifiedProgram {
  const needs = needsOf(program.nodes);
  const nodes: SimpleNode[] = [];
  const places: number[] = [];
  const put = (place: number): void => {
    if (places[place] !== undefined) return;
    const node = program.nodes[place]!;
    if (node.op !== "truth") {
      for (const operand of operandsOf(node).toSorted((a, b) => needs[b]! - needs[a]!))
        put(operand);
    }
    places[place] = nodes.push(node.op === "truth" ? node : moveNode(node, places)) - 1;
  };
  const roots = [
    ...program.outputs.map(({ value }) => value),
    ...program.states.map(({ next }) => next),
  ];
  for (const root of roots.toSorted((a, b) => a - b)) put(root);
  return moveRoots({ ...program, nodes }, places);
}

/** How many nodes each needs, itself included, those that several need in parts. */
function needsOf(nodes: readonly SimpleNode[]): readonly number[] {
  const operands = nodes.map((node) => (node.op === "truth" ? [] : operandsOf(node)));
  const users = nodes.map(() => 0);
  for (const operand of operands.flat()) users[operand]!++;
  const needs: number[] = [];
  for (const of of operands) {
    needs.push(of.reduce((sum, operand) => sum + needs[operand]! / users[operand]!, 1));
  }
  return needs;
}
