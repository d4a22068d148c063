import { assert } from "@jointfund/core/base/assert.ts";
import type { FunctionWriter, Kept, Phase } from "./function-writer.ts";
import { type Expression, f64x2, i32, i32x4, v128 } from "./instructions.ts";
import { DRAW_BYTES, type Layout, TABLE_ENTRY_BYTES } from "./layout.ts";
import {
  isArithmetic,
  isFunction,
  isRelation,
  operandsOf,
  type SimpleNode,
} from "./node-values.ts";
import { writeExponential, writeLogarithm, writeNormal, writeUniform } from "./numeric-emitter.ts";
import type { Arithmetic, FunctionName, Node, Relation } from "./program.ts";
import type { SimplifiedProgram } from "./simplified-program.ts";

export type Choice = Extract<Node, { readonly op: "choose" }>;

const BINARY: Readonly<
  Record<
    Arithmetic | Relation,
    "add" | "sub" | "mul" | "div" | "pmin" | "pmax" | "lt" | "le" | "eq"
  >
> = {
  add: "add",
  subtract: "sub",
  multiply: "mul",
  divide: "div",
  minimum: "pmin",
  maximum: "pmax",
  less: "lt",
  lessOrEqual: "le",
  equal: "eq",
};

/** Where a node is written: for one pair of paths, or for all of them. */
export type NodePlace = {
  readonly writer: FunctionWriter;
  readonly phase: Phase;
  readonly layout: Layout;
  readonly program: SimplifiedProgram;
  readonly use: (place: number) => Kept;
  readonly state: (index: number) => Expression;
  /** Loads two words of the draw that stands so far behind the first. */
  readonly words: (offset: number) => Expression;
};

export function writeNode(node: SimpleNode, to: NodePlace): Kept {
  const use = (place: number): Expression => to.use(place)();
  const keep = (expression: Expression): Kept => to.writer.keep(to.phase, expression);
  const given = (at: number): Kept => keep(v128.load64_splat(at, 8, i32.const(0)));
  if (node.op === "truth") return to.writer.longs(node.value ? (1n << 64n) - 1n : 0n);
  if (isArithmetic(node) || isRelation(node)) {
    return keep(f64x2[BINARY[node.op]](use(node.left), use(node.right)));
  }
  if (isFunction(node)) return writeFunction(node.op, to, to.use(node.operand));
  switch (node.op) {
    case "constant":
      return to.writer.doubles(node.value);
    case "parameter":
      return given(to.layout.parameters + node.index * 8);
    case "schedule":
      return given(to.layout.schedules + node.index * 8);
    case "state":
      return keep(to.state(node.index));
    case "draw":
      return writeDraw(node.index, to);
    case "lookup":
      return writeLookup(node.table, to, to.use(node.row));
    case "and":
      return keep(bothOf(node, to));
    case "or":
      return keep(v128.or(use(node.left), use(node.right)));
    case "not":
      return keep(v128.not(use(node.operand)));
    case "choose":
      return keep(chosenOf(node, to));
  }
}

type Used = Pick<NodePlace, "program" | "use">;

/** The nodes that `writeNode` uses. */
export function usedBy(nodes: readonly SimpleNode[], place: number): readonly number[] {
  const node = nodes[place]!;
  if (node.op === "truth") return [];
  return node.op === "and" ? termsOf(node, nodes).used : operandsOf(node);
}

type Both = Extract<Node, { readonly op: "and" | "or" }>;

/** A negated side is left out by the other, in one operation. */
function termsOf(
  { left, right }: Both,
  nodes: readonly SimpleNode[],
): { readonly op: "and" | "andnot"; readonly used: readonly [number, number] } {
  const [a, b] = [nodes[left]!, nodes[right]!];
  if (b.op === "not") return { op: "andnot", used: [left, b.operand] };
  if (a.op === "not") return { op: "andnot", used: [right, a.operand] };
  return { op: "and", used: [left, right] };
}

function bothOf(node: Both, { program: { nodes }, use }: Used): Expression {
  const { op, used } = termsOf(node, nodes);
  return v128[op](use(used[0])(), use(used[1])());
}

/** Where one side is 0, which has no bits, the other is masked. */
export function chosenOf(
  { condition, whenTrue, whenFalse }: Choice,
  { program: { nodes }, use }: Used,
): Expression {
  const isZero = (place: number): boolean => {
    const node = nodes[place]!;
    return node.op === "constant" && Object.is(node.value, 0);
  };
  if (isZero(whenFalse)) return v128.and(use(whenTrue)(), use(condition)());
  if (isZero(whenTrue)) return v128.andnot(use(whenFalse)(), use(condition)());
  return v128.bitselect(use(whenTrue)(), use(whenFalse)(), use(condition)());
}

function writeFunction(op: FunctionName, { writer, phase }: NodePlace, operand: Kept): Kept {
  switch (op) {
    case "negate":
      return writer.keep(phase, f64x2.neg(operand()));
    case "absolute":
      return writer.keep(phase, f64x2.abs(operand()));
    case "squareRoot":
      return writer.keep(phase, f64x2.sqrt(operand()));
    case "floor":
      return writer.keep(phase, f64x2.floor(operand()));
    case "nearest":
      return writer.keep(phase, f64x2.nearest(operand()));
    case "exponential":
      return writeExponential(writer, phase, operand);
    case "logarithm":
      return writeLogarithm(writer, phase, operand);
  }
}

function writeDraw(index: number, { writer, layout, program, words }: NodePlace): Kept {
  const loaded = writer.keep("loop", words(layout.draws + index * DRAW_BYTES));
  const draw = program.draws[index];
  assert(draw !== undefined, "a draw is declared");
  return draw.distribution === "normal"
    ? writeNormal(writer, loaded, layout.normalTable)
    : writeUniform(writer, loaded);
}

/** The operations of `rowOf` in `node-values.ts`, then one load for each path. */
function writeLookup(table: number, { writer, phase, layout }: NodePlace, row: Kept): Kept {
  const entry = layout.tableEntries + table * TABLE_ENTRY_BYTES;
  const start = writer.keepInt("before", i32.load(entry, 4, i32.const(0)));
  const last = writer.keep("before", v128.load64_splat(entry + 8, 8, i32.const(0)));
  const fromFirst = f64x2.pmax(writer.doubles(0)(), row());
  const within = f64x2.pmin(fromFirst, last());
  const rows = writer.keep(phase, i32x4.trunc_sat_f64x2_u_zero(within));
  const address = (lane: number): Expression =>
    i32.add(start(), i32.shl(i32x4.extract_lane(rows(), lane), i32.const(3)));
  const first = v128.load64_splat(0, 8, address(0));
  return writer.keep(phase, v128.load64_lane(0, 8, 1, address(1), first));
}
