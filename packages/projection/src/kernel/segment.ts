import { FunctionWriter, type Kept } from "./function-writer.ts";
import { type Expression, i32 } from "./instructions.ts";

/** Pairs of paths in one turn of a segment's loop. */
export const PAIRS = 2;
export const PAIR_BYTES = 16;
export const pairsOfTurn = (): number[] => Array.from({ length: PAIRS }, (_, pair) => pair);

/** A function that computes some nodes for the paths of one tile. */
export class Segment {
  readonly writer = new FunctionWriter(3);
  readonly counter = this.writer.counter(PAIRS * PAIR_BYTES);
  /** Where the states, the outputs and the words of draws of a turn begin, within all of them. */
  readonly states: Kept;
  readonly outputs: Kept;
  readonly words: Kept;
  /** The nodes that it computes so far. */
  readonly places: number[] = [];
  /** What is the same for all paths, by its place in the program. */
  readonly shared = new Map<number, Kept>();

  constructor() {
    const counted = this.counter.value();
    const add = (parameter: number, address: Expression): Kept =>
      this.writer.keepInt("loop", i32.add(this.writer.parameter(parameter)(), address));
    this.states = add(0, counted);
    this.outputs = add(1, counted);
    // A word is half as long as a double.
    this.words = add(2, i32.shr_u(counted, i32.const(1)));
  }
}
