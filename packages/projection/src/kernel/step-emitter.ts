import { assert } from "@jointfund/core/base/assert.ts";
import { FunctionWriter, type Kept, type Phase } from "./function-writer.ts";
import { type Expression, f64x2, i32, i32x4, v128, type WrittenFunction } from "./instructions.ts";
import { DRAW_BYTES, COLUMN_BYTES, type Layout, TABLE_ENTRY_BYTES, WORDS_BYTES } from "./layout.ts";
import { isArithmetic, isFunction, isRelation, operandsOf } from "./node-values.ts";
import { writeExponential, writeLogarithm, writeNormal, writeUniform } from "./numeric-emitter.ts";
import { isWithin, type Region, regionsOf } from "./lazy-regions.ts";
import type { Arithmetic, FunctionName, Node, Relation } from "./program.ts";
import type { SimplifiedProgram } from "./simplified-program.ts";

type Choice = Extract<Node, { readonly op: "choose" }>;

/** Pairs of paths in one turn of the loop. */
const PAIRS = 4;
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
export const writeStep = (layout: Layout, program: SimplifiedProgram): WrittenFunction =>
  new StepEmitter(layout, program).written();

class StepEmitter {
  readonly #writer: FunctionWriter;
  readonly #layout: Layout;
  readonly #program: SimplifiedProgram;
  readonly #emitted: Emitted[] = [];
  readonly #fixed: readonly boolean[];
  readonly #regions: readonly (Region | undefined)[];
  readonly #counter;
  readonly #words: Kept;

  constructor(layout: Layout, program: SimplifiedProgram) {
    this.#writer = new FunctionWriter(1);
    this.#layout = layout;
    this.#program = program;
    this.#fixed = fixedOf(program);
    this.#regions = regionsOf(program, (place) => this.#fixed[place]!);
    this.#counter = this.#writer.counter(PAIRS * PAIR_BYTES);
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

  written(): WrittenFunction {
    const { nodes, states, outputs } = this.#program;
    this.#emitAll();
    const nan = this.#writer.doubles(NaN);
    const store = (at: number, value: Expression): void => {
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
    return this.#writer.written("step", { local: this.#counter, end: COLUMN_BYTES });
  }

  #use(place: number, pair: number): Kept {
    const { isFixed, pairs } = this.#emitted[place]!;
    return pairs[isFixed ? 0 : pair]!;
  }

  /**
   * In the program's order, but what matters only where a condition holds is put behind the
   * condition, with all of its kind that can be computed by then.
   */
  #emitAll(): void {
    for (const place of this.#program.nodes.keys()) {
      if (this.#regions[place] === undefined) this.#demand(place, undefined);
    }
  }

  /** Emits a node and what it needs, from within a region. */
  #demand(place: number, within: Region | undefined): void {
    if (this.#emitted[place] !== undefined) return;
    const own = this.#regions[place];
    if (own === within) {
      for (const operand of this.#operandsAt(place)) this.#demand(operand, within);
      this.#emitAt(place);
      return;
    }
    assert(own !== undefined && isWithin(own, within), "what is around a region stands before it");
    const region = childTowards(within, own);
    this.#demand(region.condition, within);
    for (const outside of this.#neededOutside(place, region)) this.#demand(outside, within);
    if (this.#emitted[place] === undefined) this.#emitRegion(region, place);
  }

  /** What a node of a region needs of outside, through nodes of the region. */
  #neededOutside(start: number, region: Region): readonly number[] {
    const seen = new Set([start]);
    const outside: number[] = [];
    for (const place of seen) {
      if (!isWithin(this.#regions[place], region)) {
        outside.push(place);
        continue;
      }
      for (const operand of this.#neededBy(place)) {
        if (this.#emitted[operand] === undefined) seen.add(operand);
      }
    }
    return outside.toSorted((a, b) => a - b);
  }

  #emitRegion(region: Region, demanded: number): void {
    const { nodes } = this.#program;
    this.#writer.whenever(
      () => this.#isAnyIn(region),
      () => {
        const before: Expression[] = [];
        const made = new Set<number>();
        for (const place of nodes.keys()) {
          if (this.#emitted[place] !== undefined || !this.#isReady(place)) continue;
          const own = this.#regions[place];
          if (own === region) this.#emitAt(place);
          else if (isWithin(own, region)) this.#demand(place, region);
          else before.push(...this.#chooseWithin(place, region, made));
        }
        this.#demand(demanded, region);
        return before;
      },
    );
  }

  /** Whether the condition of a region holds for any path of the turn. */
  #isAnyIn({ condition, negated }: Region): Expression {
    const { pairs } = this.#emitted[condition]!;
    const holds = pairs.map((pair) => (negated ? v128.not(pair()) : pair()));
    return v128.any_true(holds.reduce((a, b) => v128.or(a, b)));
  }

  /**
   * A choice that ends a region is made in it: without the region it is the other side. Returns
   * what sets it to that side.
   */
  #chooseWithin(place: number, region: Region, made: Set<number>): readonly Expression[] {
    const node = this.#program.nodes[place]!;
    if (node.op !== "choose" || this.#fixed[place] === true) return [];
    if (node.condition !== region.condition || this.#regions[place] !== region.parent) return [];
    const [chosen, other] = region.negated
      ? [node.whenFalse, node.whenTrue]
      : [node.whenTrue, node.whenFalse];
    const isOutside = !isWithin(this.#regions[other], region) && !made.has(other);
    if (!isOutside || !isWithin(this.#regions[chosen], region)) return [];
    const results = pairsOfTurn().map((pair) => {
      const variable = this.#writer.variable();
      this.#writer.do("loop", variable.set(this.#chosen(node, pair)));
      return { value: variable.value, before: variable.set(this.#use(other, pair)()) };
    });
    this.#emitted[place] = { isFixed: false, pairs: results.map(({ value }) => value) };
    made.add(place);
    return results.map(({ before }) => before);
  }

  #operandsAt(place: number): readonly number[] {
    const node = this.#program.nodes[place]!;
    return node.op === "truth" ? [] : operandsOf(node);
  }

  /** Its operands, and every condition that it hangs on. */
  #neededBy(place: number): readonly number[] {
    const conditions: number[] = [];
    for (let region = this.#regions[place]; region !== undefined; region = region.parent) {
      conditions.push(region.condition);
    }
    return [...conditions, ...this.#operandsAt(place)];
  }

  #isReady(place: number): boolean {
    return this.#neededBy(place).every((each) => this.#emitted[each] !== undefined);
  }

  #emitAt(place: number): void {
    const node = this.#program.nodes[place]!;
    const isFixed = this.#fixed[place]!;
    if (node.op === "truth") {
      this.#emitted[place] = { isFixed, pairs: [this.#truth(node.value)] };
      return;
    }
    const turns = isFixed ? [0] : pairsOfTurn();
    this.#emitted[place] = {
      isFixed,
      pairs: turns.map((pair) => this.#write(node, isFixed, pair)),
    };
  }

  #truth(value: boolean): Kept {
    return this.#writer.longs(value ? (1n << 64n) - 1n : 0n);
  }

  #write(node: Node, isFixed: boolean, pair: number): Kept {
    const phase: Phase = isFixed ? "before" : "loop";
    const use = (place: number): Expression => this.#use(place, pair)();
    const keep = (expression: Expression): Kept => this.#writer.keep(phase, expression);
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
        return keep(this.#both(node.left, node.right, pair));
      case "or":
        return keep(v128.or(use(node.left), use(node.right)));
      case "not":
        return keep(v128.not(use(node.operand)));
      case "choose":
        return keep(this.#chosen(node, pair));
    }
  }

  /** A negated side is left out by the other, in one operation. */
  #both(left: number, right: number, pair: number): Expression {
    const use = (place: number): Expression => this.#use(place, pair)();
    const [a, b] = [this.#program.nodes[left]!, this.#program.nodes[right]!];
    if (b.op === "not") return v128.andnot(use(left), use(b.operand));
    if (a.op === "not") return v128.andnot(use(right), use(a.operand));
    return v128.and(use(left), use(right));
  }

  /** Where one side is 0, which has no bits, the other is masked. */
  #chosen({ condition, whenTrue, whenFalse }: Choice, pair: number): Expression {
    const use = (place: number): Expression => this.#use(place, pair)();
    const isZero = (place: number): boolean => {
      const node = this.#program.nodes[place]!;
      return node.op === "constant" && Object.is(node.value, 0);
    };
    if (isZero(whenFalse)) return v128.and(use(whenTrue), use(condition));
    if (isZero(whenTrue)) return v128.andnot(use(whenFalse), use(condition));
    return v128.bitselect(use(whenTrue), use(whenFalse), use(condition));
  }

  #apply(op: FunctionName, phase: Phase, operand: Kept): Kept {
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
    const entry = this.#layout.tableEntries + table * TABLE_ENTRY_BYTES;
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
}

const pairsOfTurn = (): number[] => Array.from({ length: PAIRS }, (_, pair) => pair);

/** By node: whether it is the same for every path, so that it is computed once a step. */
function fixedOf({ nodes }: SimplifiedProgram): readonly boolean[] {
  const fixed: boolean[] = [];
  for (const node of nodes) {
    const isOwn = node.op === "state" || node.op === "draw";
    fixed.push(
      node.op === "truth" || (!isOwn && operandsOf(node).every((place) => fixed[place] === true)),
    );
  }
  return fixed;
}

/** Of the regions in one that hold another, the outermost. */
const childTowards = (outer: Region | undefined, inner: Region): Region =>
  inner.parent === outer ? inner : childTowards(outer, inner.parent!);
