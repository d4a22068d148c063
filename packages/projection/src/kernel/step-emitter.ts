import { assert } from "@jointfund/core/base/assert.ts";
import { FunctionWriter, type Kept } from "./function-writer.ts";
import { call, type Expression, f64x2, i32, v128, type WrittenFunction } from "./instructions.ts";
import { COLUMN_BYTES, type Layout, TILE_BYTES, WORDS_BYTES } from "./layout.ts";
import { isWithin, type Region, regionsOf } from "./lazy-regions.ts";
import { operandsOf } from "./node-values.ts";
import { chosenOf, type NodePlace, usedBy, writeNode } from "./node-writer.ts";
import { PAIR_BYTES, pairsOfTurn, Segment } from "./segment.ts";
import type { SimplifiedProgram } from "./simplified-program.ts";

/**
 * So many nodes are computed for all paths of a tile before the next ones are. The machine code of
 * all nodes is larger than what a core keeps of it, and would be fetched anew for every turn.
 */
const SEGMENT_NODES = 15;

/** Where a node was computed, and its value for each pair of a turn, or one for all paths. */
type Emitted = { readonly segment: number; readonly pairs: readonly Kept[] };
/** The segment of what is the same for every path. */
const FIXED = -1;

/**
 * Writes `step(word)`: one step of all paths of a block, of the draws in this word of four. It is
 * the last of the functions and calls the others, of which the first is the module's `first`.
 */
export const writeStep = (
  layout: Layout,
  program: SimplifiedProgram,
  first: number,
): readonly WrittenFunction[] => new StepEmitter(layout, program).written(first);

class StepEmitter {
  readonly #layout: Layout;
  readonly #program: SimplifiedProgram;
  readonly #fixed: readonly boolean[];
  readonly #regions: readonly (Region | undefined)[];
  /** Computes what is the same for every path. */
  readonly #start = new FunctionWriter(0);
  readonly #segments = [new Segment()];
  readonly #emitted: Emitted[] = [];
  /** Where in memory is what other segments use, by node: of fixed nodes, and of those of paths. */
  readonly #fixedSlots = new Map<number, number>();
  readonly #slots = new Map<number, number>();
  readonly #freeSlots: number[] = [];
  /** By node: how often it will be read by what is not written yet. */
  readonly #uses: number[];
  /** States whose next value, a node, is not stored yet; and the nodes that read what they were. */
  readonly #unstored = new Map<number, number>();
  readonly #stateNodes = new Map<number, number>();
  /** The segment that is being written. */
  #at = 0;

  constructor(layout: Layout, program: SimplifiedProgram) {
    this.#layout = layout;
    this.#program = program;
    this.#fixed = fixedOf(program);
    this.#regions = regionsOf(program, (place) => this.#fixed[place]!);
    this.#uses = program.nodes.map(() => 0);
    for (const [place, node] of program.nodes.entries()) {
      if (node.op === "state") this.#stateNodes.set(node.index, place);
      for (const used of this.#usedBy(place)) this.#uses[used]!++;
    }
    for (const { value } of program.outputs) if (!this.#isOfPath(value)) this.#uses[value]!++;
    for (const [index, { next }] of program.states.entries()) {
      if (this.#stateNodes.get(index) === next) continue;
      this.#unstored.set(index, next);
      this.#uses[next]!++;
    }
  }

  written(first: number): readonly WrittenFunction[] {
    this.#emitAll();
    this.#close(true);
    const segments = this.#segments.map(({ writer, counter: local }, index) =>
      writer.written(`segment ${index}`, { local, end: TILE_BYTES }),
    );
    return [this.#start.written("start"), ...segments, this.#writeStep(first)];
  }

  /** Calls the segments for one tile after the other. */
  #writeStep(first: number): WrittenFunction {
    const writer = new FunctionWriter(1);
    const counter = writer.counter(TILE_BYTES);
    const states = i32.mul(counter.value(), i32.const(this.#program.states.length));
    const word = i32.mul(writer.parameter(0)(), i32.const(WORDS_BYTES));
    const words = i32.add(word, i32.shr_u(counter.value(), i32.const(1)));
    writer.do("before", call(first, []));
    for (const index of this.#segments.keys()) {
      writer.do("loop", call(first + 1 + index, [states, counter.value(), words]));
    }
    return writer.written("step", { local: counter, end: COLUMN_BYTES });
  }

  /** Ends the segment: tells what it can, and keeps what later ones use. */
  #close(isLast: boolean): void {
    this.#storeOutputs(isLast);
    this.#storeStates(isLast);
    for (const [place, slot] of this.#slots) {
      if (this.#uses[place]! > 0) continue;
      this.#slots.delete(place);
      this.#freeSlots.push(slot);
    }
    const { writer, counter, places } = this.#segment;
    for (const place of places) {
      if (this.#uses[place] === 0 || this.#program.nodes[place]!.op === "state") continue;
      const slot = this.#freeSlots.pop() ?? this.#slots.size;
      this.#slots.set(place, slot);
      for (const [pair, value] of this.#emitted[place]!.pairs.entries()) {
        writer.do("loop", v128.store(this.#slotAt(slot, pair), 16, counter.value(), value()));
      }
    }
  }

  #storeOutputs(isLast: boolean): void {
    const { writer, outputs } = this.#segment;
    for (const [index, { value }] of this.#program.outputs.entries()) {
      const isHere = this.#isOfPath(value) ? this.#emitted[value]?.segment === this.#at : isLast;
      if (!isHere) continue;
      const nan = writer.doubles(NaN);
      for (const pair of pairsOfTurn()) {
        const at = this.#layout.outputs + index * COLUMN_BYTES + pair * PAIR_BYTES;
        const given = writer.keep("loop", this.#use(value, pair)());
        const told = v128.bitselect(given(), nan(), f64x2.eq(given(), given()));
        writer.do("loop", v128.store(at, 16, outputs(), told));
      }
    }
  }

  /** A state is stored after all that use what it was. */
  #storeStates(isLast: boolean): void {
    const { writer, states } = this.#segment;
    const stores: Expression[] = [];
    for (const [index, next] of this.#unstored) {
      const isKnown = this.#isOfPath(next) && this.#emitted[next] !== undefined;
      const before = this.#stateNodes.get(index);
      if (!isLast && !(isKnown && (before === undefined || this.#uses[before] === 0))) continue;
      this.#unstored.delete(index);
      this.#uses[next]!--;
      for (const pair of pairsOfTurn()) {
        const value = writer.keep("loop", this.#use(next, pair)());
        stores.push(v128.store(this.#stateAt(index, pair), 16, states(), value()));
      }
    }
    for (const store of stores) writer.do("loop", store);
  }

  /** Whether it is computed for each path, other than what a path's state was. */
  #isOfPath(place: number): boolean {
    return this.#fixed[place] === false && this.#program.nodes[place]!.op !== "state";
  }

  get #segment(): Segment {
    return this.#segments[this.#at]!;
  }

  #stateAt(index: number, pair: number): number {
    return this.#layout.states + index * TILE_BYTES + pair * PAIR_BYTES;
  }

  #loadState(index: number, pair: number): Expression {
    return v128.load(this.#stateAt(index, pair), 16, this.#segment.states());
  }

  #use(place: number, pair: number): Kept {
    const { segment, pairs } = this.#emitted[place]!;
    const node = this.#program.nodes[place]!;
    if (segment === FIXED) return this.#useFixed(place);
    if (segment === this.#at) return pairs[pair]!;
    if (node.op === "state") return () => this.#loadState(node.index, pair);
    const slot = this.#slots.get(place);
    assert(slot !== undefined, "what later segments use is kept");
    return () => v128.load(this.#slotAt(slot, pair), 16, this.#segment.counter.value());
  }

  #slotAt(slot: number, pair: number): number {
    return this.#layout.scratch + slot * TILE_BYTES + pair * PAIR_BYTES;
  }

  #useFixed(place: number): Kept {
    const { writer, shared } = this.#segment;
    const known = shared.get(place);
    if (known !== undefined) return known;
    const node = this.#program.nodes[place]!;
    const at = this.#layout.fixed + this.#fixedSlotOf(place) * PAIR_BYTES;
    const kept =
      node.op === "constant"
        ? writer.doubles(node.value)
        : writer.keep("before", v128.load(at, 16, i32.const(0)));
    shared.set(place, kept);
    return kept;
  }

  #fixedSlotOf(place: number): number {
    const known = this.#fixedSlots.get(place);
    if (known !== undefined) return known;
    const slot = this.#fixedSlots.size;
    this.#fixedSlots.set(place, slot);
    const value = this.#emitted[place]!.pairs[0]!();
    const at = this.#layout.fixed + slot * PAIR_BYTES;
    this.#start.do("before", v128.store(at, 16, i32.const(0), value));
    return slot;
  }

  /**
   * In the program's order, but what matters only where a condition holds is put behind the
   * condition, with all of its kind that can be computed by then.
   */
  #emitAll(): void {
    for (const place of this.#program.nodes.keys()) {
      if (this.#regions[place] !== undefined) continue;
      if (this.#segment.places.length > SEGMENT_NODES) {
        this.#close(false);
        this.#at = this.#segments.push(new Segment()) - 1;
      }
      this.#demand(place, undefined);
    }
  }

  /** Emits a node and what it needs, from within a region. */
  #demand(place: number, within: Region | undefined): void {
    if (this.#emitted[place] !== undefined) return;
    const own = this.#regions[place];
    if (own === within) {
      for (const operand of this.#operandsAt(place)) this.#demand(operand, within);
      // A choice may have been made in the region of one of its sides.
      if (this.#emitted[place] === undefined) this.#emitAt(place);
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
    this.#segment.writer.whenever(
      () => this.#isAnyIn(region),
      () => {
        const before: Expression[] = [];
        const made = new Set<number>();
        for (const place of nodes.keys()) {
          if (this.#emitted[place] !== undefined) continue;
          const own = this.#regions[place];
          if (!isWithin(own, region)) before.push(...this.#chooseWithin(place, region, made));
          else if (!this.#isReady(place)) continue;
          else if (own === region) this.#emitAt(place);
          else this.#demand(place, region);
        }
        this.#demand(demanded, region);
        return before;
      },
    );
  }

  /** Whether the condition of a region holds for any path of the turn. */
  #isAnyIn({ condition, negated }: Region): Expression {
    const pairs = this.#fixed[condition] === true ? [0] : pairsOfTurn();
    const holds = pairs.map((pair) => {
      const value = this.#use(condition, pair)();
      return negated ? v128.not(value) : value;
    });
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
    if (!this.#isReady(place)) return [];
    const [chosen, other] = region.negated
      ? [node.whenFalse, node.whenTrue]
      : [node.whenTrue, node.whenFalse];
    const isOutside = !isWithin(this.#regions[other], region) && !made.has(other);
    if (!isOutside || !isWithin(this.#regions[chosen], region)) return [];
    const results = pairsOfTurn().map((pair) => {
      const variable = this.#segment.writer.variable();
      this.#segment.writer.do("loop", variable.set(chosenOf(node, this.#placeOf(pair))));
      return { value: variable.value, before: variable.set(this.#use(other, pair)()) };
    });
    this.#put(
      place,
      results.map(({ value }) => value),
    );
    made.add(place);
    return results.map(({ before }) => before);
  }

  #operandsAt(place: number): readonly number[] {
    const node = this.#program.nodes[place]!;
    return node.op === "truth" ? [] : operandsOf(node);
  }

  /** Its operands, and every condition that it hangs on. */
  #neededBy(place: number): readonly number[] {
    return [...this.#conditionsOf(place), ...this.#operandsAt(place)];
  }

  #conditionsOf(place: number): readonly number[] {
    const conditions: number[] = [];
    for (let region = this.#regions[place]; region !== undefined; region = region.parent) {
      conditions.push(region.condition);
    }
    return conditions;
  }

  /** What is read where it is computed: its operands, or what they negate. */
  #usedBy(place: number): readonly number[] {
    return [...this.#conditionsOf(place), ...usedBy(this.#program.nodes, place)];
  }

  #isReady(place: number): boolean {
    return this.#neededBy(place).every((each) => this.#emitted[each] !== undefined);
  }

  #emitAt(place: number): void {
    const node = this.#program.nodes[place]!;
    if (this.#fixed[place] === true) {
      const use = (operand: number): Kept => this.#emitted[operand]!.pairs[0]!;
      const to = { ...this.#placeOf(0), writer: this.#start, phase: "before", use } as const;
      this.#emitted[place] = { segment: FIXED, pairs: [writeNode(node, to)] };
      return;
    }
    this.#put(
      place,
      pairsOfTurn().map((pair) => writeNode(node, this.#placeOf(pair))),
    );
  }

  #put(place: number, pairs: readonly Kept[]): void {
    this.#emitted[place] = { segment: this.#at, pairs };
    this.#segment.places.push(place);
    for (const used of this.#usedBy(place)) this.#uses[used]!--;
  }

  #placeOf(pair: number): NodePlace {
    const { writer, words } = this.#segment;
    return {
      ...{ writer, phase: "loop", layout: this.#layout, program: this.#program },
      use: (place) => this.#use(place, pair),
      state: (index) => this.#loadState(index, pair),
      words: (offset) => v128.load64_zero(offset + (pair * PAIR_BYTES) / 2, 8, words()),
    };
  }
}

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
