import {
  apply,
  calculate,
  isArithmetic,
  isFunction,
  isRelation,
  nodeKey,
  operandsOf,
  relate,
  type SimpleNode,
} from "./node-values.ts";
import type { Bool, Node, Num, Program } from "./program.ts";

/** What is known of a node before any run: its value, or that it is another node. */
type Known = { readonly value: number | boolean } | { readonly same: number } | undefined;

export type SimplifiedProgram = Omit<Program, "nodes"> & {
  readonly nodes: readonly SimpleNode[];
};

/**
 * The same program with constants computed and without the nodes that nothing uses. It gives the
 * same bits: only what holds for every double, NaN and -0 included, is taken out (PJ10).
 */
export function simplifiedProgram(program: Program): SimplifiedProgram {
  return withoutDeadNodes(withConstants(program));
}

function withConstants(program: Program): SimplifiedProgram {
  const nodes: SimpleNode[] = [];
  const places: number[] = [];
  const known = new Map<string, number>();
  const place = (node: SimpleNode): number => {
    const key = nodeKey(node);
    const equal = known.get(key) ?? nodes.push(node) - 1;
    known.set(key, equal);
    return equal;
  };
  for (const node of program.nodes) {
    const moved = chosenDirectly(moveNode(node, places), nodes);
    const found = knownOf(moved, nodes);
    if (found === undefined) places.push(place(moved));
    else places.push("same" in found ? found.same : place(constantOf(found.value)));
  }
  return moveRoots({ ...program, nodes }, places);
}

/** A choice by what its operands say: not by a negation, and not twice by one condition. */
function chosenDirectly(node: Node, nodes: readonly SimpleNode[]): Node {
  if (node.op !== "choose") return node;
  let { condition, whenTrue, whenFalse } = node;
  for (let asked = nodes[condition]!; asked.op === "not"; asked = nodes[condition]!) {
    condition = asked.operand;
    [whenTrue, whenFalse] = [whenFalse, whenTrue];
  }
  const sideOf = (place: Num, side: "whenTrue" | "whenFalse"): Num => {
    const chosen = nodes[place]!;
    return chosen.op === "choose" && chosen.condition === condition ? chosen[side] : place;
  };
  [whenTrue, whenFalse] = [sideOf(whenTrue, "whenTrue"), sideOf(whenFalse, "whenFalse")];
  return { op: "choose", condition, whenTrue, whenFalse };
}

const constantOf = (value: number | boolean): SimpleNode =>
  typeof value === "number" ? { op: "constant", value } : { op: "truth", value };

function knownOf(node: Node, nodes: readonly SimpleNode[]): Known {
  const valueAt = (place: number): number | boolean | undefined => {
    const used = nodes[place]!;
    return used.op === "constant" || used.op === "truth" ? used.value : undefined;
  };
  const numberAt = (place: number): number | undefined => {
    const value = valueAt(place);
    return typeof value === "number" ? value : undefined;
  };
  if (isArithmetic(node)) {
    const [left, right] = [numberAt(node.left), numberAt(node.right)];
    if (left !== undefined && right !== undefined) {
      return { value: calculate(node.op, left, right) };
    }
    if (node.left === node.right && (node.op === "minimum" || node.op === "maximum")) {
      return { same: node.left };
    }
    // Nothing taken off leaves a zero its sign; nothing added does not.
    if (Object.is(right, 0) && node.op === "subtract") return { same: node.left };
    if (right === 1 && (node.op === "multiply" || node.op === "divide")) return { same: node.left };
    return left === 1 && node.op === "multiply" ? { same: node.right } : undefined;
  }
  if (isFunction(node)) {
    const operand = numberAt(node.operand);
    return operand === undefined ? undefined : { value: apply(node.op, operand) };
  }
  if (isRelation(node)) {
    const [left, right] = [numberAt(node.left), numberAt(node.right)];
    return left === undefined || right === undefined
      ? undefined
      : { value: relate(node.op, left, right) };
  }
  return knownTruth(node, nodes, valueAt);
}

function knownTruth(
  node: Node,
  nodes: readonly SimpleNode[],
  valueAt: (place: number) => number | boolean | undefined,
): Known {
  if (node.op === "not") {
    const asked = nodes[node.operand]!;
    if (asked.op === "not") return { same: asked.operand };
    const operand = valueAt(node.operand);
    return operand === undefined ? undefined : { value: operand !== true };
  }
  if (node.op === "and" || node.op === "or") {
    // Of `and`, no decides; of `or`, yes. The other value leaves the other side.
    const decides = node.op === "or";
    if (node.left === node.right) return { same: node.left };
    const [left, right] = [valueAt(node.left), valueAt(node.right)];
    if (left === decides || right === decides) return { value: decides };
    if (left !== undefined) return { same: node.right };
    return right === undefined ? undefined : { same: node.left };
  }
  if (node.op !== "choose") return undefined;
  const condition = valueAt(node.condition);
  if (condition !== undefined) return { same: condition === true ? node.whenTrue : node.whenFalse };
  return node.whenTrue === node.whenFalse ? { same: node.whenTrue } : undefined;
}

function withoutDeadNodes(program: SimplifiedProgram): SimplifiedProgram {
  const used = new Set<number>();
  for (const { next } of program.states) used.add(next);
  for (const { value } of program.outputs) used.add(value);
  for (let place = program.nodes.length - 1; place >= 0; place--) {
    const node = program.nodes[place]!;
    if (!used.has(place) || node.op === "truth") continue;
    for (const operand of operandsOf(node)) used.add(operand);
  }
  const nodes: SimpleNode[] = [];
  const places: number[] = [];
  for (const [place, node] of program.nodes.entries()) {
    if (!used.has(place)) places.push(-1);
    else places.push(nodes.push(node.op === "truth" ? node : moveNode(node, places)) - 1);
  }
  return moveRoots({ ...program, nodes }, places);
}

export function moveRoots(
  program: SimplifiedProgram,
  places: readonly number[],
): SimplifiedProgram {
  return {
    ...program,
    states: program.states.map(({ name, next }) => ({ name, next: places[next]! })),
    outputs: program.outputs.map(({ name, value }) => ({ name, value: places[value]! })),
  };
}

/** The same node, of operands that stand elsewhere. */
export function moveNode(node: Node, places: readonly number[]): Node {
  const num = (place: Num): Num => places[place]!;
  const bool = (place: Bool): Bool => places[place] as Bool;
  if (isArithmetic(node) || isRelation(node)) {
    return { op: node.op, left: num(node.left), right: num(node.right) };
  }
  if (isFunction(node)) return { op: node.op, operand: num(node.operand) };
  switch (node.op) {
    case "lookup":
      return { ...node, row: num(node.row) };
    case "and":
    case "or":
      return { op: node.op, left: bool(node.left), right: bool(node.right) };
    case "not":
      return { op: node.op, operand: bool(node.operand) };
    case "choose":
      return {
        op: node.op,
        condition: bool(node.condition),
        whenTrue: num(node.whenTrue),
        whenFalse: num(node.whenFalse),
      };
    default:
      return node;
  }
}
