import type binaryen from "binaryen";
import { assert } from "@jointfund/core/base/assert.ts";
import { FunctionWriter, type Kept, type Phase } from "./function-writer.ts";
import { DRAW_BYTES, COLUMN_BYTES, type Layout, TABLE_ENTRY_BYTES, WORDS_BYTES } from "./layout.ts";
import { isArithmetic, isFunction, isRelation, operandsOf } from "./node-values.ts";
import { writeExponential, writeLogarithm, writeNormal, writeUniform } from "./numeric-emitter.ts";
import type { Arithmetic, FunctionName, Node, Relation } from "./program.ts";
import type { SimpleNode, SimplifiedProgram } from "./simplified-program.ts";

/** Pairs of paths in one turn of the loop. */
const PAIRS = 1;
const PAIR_BYTES = 16;

/** A node's value for each pair of the turn; one for all when it is the same for every path. */
type Emitted = { readonly isFixed: boolean; readonly pairs: readonly Kept[] };

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

/** Writes `step(word)`: one step of all paths of a block, of the draws in this word of four. */
export function addStep(module: binaryen.Module, layout: Layout, program: SimplifiedProgram): void {
  new StepEmitter(module, layout, program).add();
}

class StepEmitter {
  readonly #writer: FunctionWriter;
  readonly #layout: Layout;
  readonly #program: SimplifiedProgram;
  readonly #emitted: Emitted[] = [];
  readonly #counter;
  readonly #words: Kept;

  constructor(module: binaryen.Module, layout: Layout, program: SimplifiedProgram) {
    this.#writer = new FunctionWriter(module, 1);
    this.#layout = layout;
    this.#program = program;
    this.#counter = this.#writer.counter(PAIRS * PAIR_BYTES);
    const { i32 } = module;
    const ofStep = this.#writer.keepInt(
      "before",
      i32.mul(this.#writer.parameter(0)(), i32.const(WORDS_BYTES)),
    );
    // A word is half as long as a double.
    this.#words = this.#writer.keepInt(
      "loop",
      i32.add(ofStep(), i32.shr_u(this.#counter.value(), i32.const(1))),
    );
  }

  add(): void {
    const { nodes, states, outputs } = this.#program;
    for (const node of nodes) this.#emitted.push(this.#emit(node));
    const { v128, f64x2 } = this.#writer.module;
    const nan = this.#writer.doubles(NaN);
    const store = (at: number, value: number): void => {
      this.#writer.do("loop", v128.store(at, 16, this.#counter.value(), value));
    };
    for (const [index, { next }] of states.entries()) {
      const node = nodes[next]!;
      if (node.op === "state" && node.index === index) continue;
      for (const pair of pairsOfTurn()) {
        const at = this.#layout.states + index * COLUMN_BYTES + pair * PAIR_BYTES;
        store(at, this.#use(next, pair)());
      }
    }
    for (const [index, { value }] of outputs.entries()) {
      for (const pair of pairsOfTurn()) {
        const at = this.#layout.outputs + index * COLUMN_BYTES + pair * PAIR_BYTES;
        const given = this.#use(value, pair);
        store(at, v128.bitselect(given(), nan(), f64x2.eq(given(), given())));
      }
    }
    this.#writer.addFunction("step", { local: this.#counter, end: COLUMN_BYTES });
  }

  #use(place: number, pair: number): Kept {
    const { isFixed, pairs } = this.#emitted[place]!;
    return pairs[isFixed ? 0 : pair]!;
  }

  #emit(node: SimpleNode): Emitted {
    if (node.op === "truth") return { isFixed: true, pairs: [this.#truth(node.value)] };
    const isOwn = node.op === "state" || node.op === "draw";
    const isFixed = !isOwn && operandsOf(node).every((place) => this.#emitted[place]!.isFixed);
    const turns = isFixed ? [0] : pairsOfTurn();
    return { isFixed, pairs: turns.map((pair) => this.#write(node, isFixed, pair)) };
  }

  #truth(value: boolean): Kept {
    return this.#writer.longs(value ? (1n << 64n) - 1n : 0n);
  }

  #write(node: Node, isFixed: boolean, pair: number): Kept {
    const phase: Phase = isFixed ? "before" : "loop";
    const use = (place: number): number => this.#use(place, pair)();
    const { f64x2, v128, i32 } = this.#writer.module;
    const keep = (expression: number): Kept => this.#writer.keep(phase, expression);
    const given = (at: number): Kept => keep(v128.load64_splat(at, 8, i32.const(0)));
    if (isArithmetic(node) || isRelation(node)) {
      return keep(f64x2[BINARY[node.op]](use(node.left), use(node.right)));
    }
    if (isFunction(node)) return this.#apply(node.op, phase, this.#use(node.operand, pair));
    switch (node.op) {
      case "constant":
        return this.#writer.doubles(node.value);
      case "parameter":
        return given(this.#layout.parameters + node.index * 8);
      case "schedule":
        return given(this.#layout.schedules + node.index * 8);
      case "state": {
        const at = this.#layout.states + node.index * COLUMN_BYTES + pair * PAIR_BYTES;
        return keep(v128.load(at, 16, this.#counter.value()));
      }
      case "draw":
        return this.#draw(node.index, pair);
      case "lookup":
        return this.#lookup(node.table, phase, this.#use(node.row, pair));
      case "and":
        return keep(v128.and(use(node.left), use(node.right)));
      case "or":
        return keep(v128.or(use(node.left), use(node.right)));
      case "not":
        return keep(v128.not(use(node.operand)));
      case "choose":
        return keep(v128.bitselect(use(node.whenTrue), use(node.whenFalse), use(node.condition)));
    }
  }

  #apply(op: FunctionName, phase: Phase, operand: Kept): Kept {
    const { f64x2 } = this.#writer.module;
    switch (op) {
      case "negate":
        return this.#writer.keep(phase, f64x2.neg(operand()));
      case "absolute":
        return this.#writer.keep(phase, f64x2.abs(operand()));
      case "squareRoot":
        return this.#writer.keep(phase, f64x2.sqrt(operand()));
      case "floor":
        return this.#writer.keep(phase, f64x2.floor(operand()));
      case "nearest":
        return this.#writer.keep(phase, f64x2.nearest(operand()));
      case "exponential":
        return writeExponential(this.#writer, phase, operand);
      case "logarithm":
        return writeLogarithm(this.#writer, phase, operand);
    }
  }

  #draw(index: number, pair: number): Kept {
    const { v128 } = this.#writer.module;
    const at = this.#layout.draws + index * DRAW_BYTES + (pair * PAIR_BYTES) / 2;
    const words = this.#writer.keep("loop", v128.load64_zero(at, 8, this.#words()));
    const draw = this.#program.draws[index];
    assert(draw !== undefined, "a draw is declared");
    return draw.distribution === "normal"
      ? writeNormal(this.#writer, words, this.#layout.normalTable)
      : writeUniform(this.#writer, words);
  }

  /** The operations of `rowOf` in `node-values.ts`, then one load for each path. */
  #lookup(table: number, phase: Phase, row: Kept): Kept {
    const writer = this.#writer;
    const { f64x2, i32x4, v128, i32 } = writer.module;
    const entry = this.#layout.tableEntries + table * TABLE_ENTRY_BYTES;
    const start = writer.keepInt("before", i32.load(entry, 4, i32.const(0)));
    const last = writer.keep("before", v128.load64_splat(entry + 8, 8, i32.const(0)));
    const fromFirst = f64x2.pmax(writer.doubles(0)(), row());
    const within = f64x2.pmin(fromFirst, last());
    const rows = writer.keep(phase, i32x4.trunc_sat_f64x2_u_zero(within));
    const address = (lane: number): number =>
      i32.add(start(), i32.shl(i32x4.extract_lane(rows(), lane), i32.const(3)));
    const first = v128.load64_splat(0, 8, address(0));
    return writer.keep(phase, v128.load64_lane(0, 8, 1, address(1), first));
  }
}

const pairsOfTurn = (): number[] => Array.from({ length: PAIRS }, (_, pair) => pair);
