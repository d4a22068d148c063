/**
 * A program of the projection: what happens to one path in one step, as arithmetic on doubles.
 *
 * A program knows nothing of funds. It is a list of nodes in which each node uses earlier ones
 * only, so it can be interpreted, compiled to WebAssembly and compared, and every way gives the
 * same bits: each operation is exactly rounded by IEEE 754, or made of such operations in a fixed
 * order (docs/spec/projection.md).
 */

/** The place of a node that gives a number. */
export type Num = number & { readonly gives?: "number" };
/** The place of a node that gives yes or no. */
export type Bool = number & { readonly gives: "boolean" };

export const ARITHMETIC = ["add", "subtract", "multiply", "divide", "minimum", "maximum"] as const;
/**
 * `minimum(a, b)` is `b < a ? b : a` and `maximum(a, b)` is `a < b ? b : a`, for every pair of
 * doubles: what the machine's `pmin` and `pmax` give.
 */
export type Arithmetic = (typeof ARITHMETIC)[number];

export const FUNCTIONS = [
  "negate",
  "absolute",
  "squareRoot",
  "floor",
  "nearest",
  "exponential",
  "logarithm",
] as const;
/** `nearest` rounds halves to even; `exponential` and `logarithm` are those of this package. */
export type FunctionName = (typeof FUNCTIONS)[number];

export const RELATIONS = ["less", "lessOrEqual", "equal"] as const;
export type Relation = (typeof RELATIONS)[number];

export type Node =
  | { readonly op: "constant"; readonly value: number }
  /** The same for all paths and steps of a run, given when it starts: what a slider moves. */
  | { readonly op: "parameter"; readonly index: number }
  /** The same for all paths, another one at each step: a day count, a payment that is due. */
  | { readonly op: "schedule"; readonly index: number }
  /** What the path's state is as the step begins. */
  | { readonly op: "state"; readonly index: number }
  /** A draw of this path and step: standard normal, or uniform above 0 and below 1. */
  | { readonly op: "draw"; readonly index: number }
  /** The row of a table; a row before the first or after the last is the first or the last. */
  | { readonly op: "lookup"; readonly table: number; readonly row: Num }
  | { readonly op: Arithmetic; readonly left: Num; readonly right: Num }
  | { readonly op: FunctionName; readonly operand: Num }
  | { readonly op: Relation; readonly left: Num; readonly right: Num }
  | { readonly op: "and" | "or"; readonly left: Bool; readonly right: Bool }
  | { readonly op: "not"; readonly operand: Bool }
  /** Both sides are computed; what the condition does not choose leaves no trace, NaN or not. */
  | {
      readonly op: "choose";
      readonly condition: Bool;
      readonly whenTrue: Num;
      readonly whenFalse: Num;
    };

export type Draw = {
  /** Draws of one name are the same numbers in every program: common random numbers. */
  readonly name: string;
  readonly distribution: "normal" | "uniform";
};

export type State = { readonly name: string; readonly next: Num };
/** What is told of each path at the end of each step. */
export type Output = { readonly name: string; readonly value: Num };

export type Program = {
  readonly parameters: readonly string[];
  readonly schedules: readonly string[];
  readonly tables: readonly string[];
  readonly draws: readonly Draw[];
  readonly states: readonly State[];
  readonly outputs: readonly Output[];
  readonly nodes: readonly Node[];
};

/** What a run is given; every array in the order of the program's names. */
export type Inputs = {
  readonly steps: number;
  readonly parameters: readonly number[];
  /** By step, then by schedule: `schedules[step * names + index]`. */
  readonly schedules: Float64Array;
  readonly tables: readonly Float64Array[];
  /** The state of every path as the first step begins. */
  readonly opening: readonly number[];
  /** Two words of 32 bits: the key of the stream of draws. */
  readonly key: readonly [number, number];
};

/** So many paths are computed at once; they fit into a core's own cache. */
export const BLOCK_PATHS = 1024;

/** Outputs of one step of one block: output `index` of lane `l` is at `index * BLOCK_PATHS + l`. */
export type StepOutputs = Float64Array;

export interface Kernel {
  readonly program: Program;
  /**
   * Computes paths `block * BLOCK_PATHS` and on. `onStep` is called after each step, in order; the
   * array it is given is overwritten by the next step.
   */
  run(inputs: Inputs, block: number, onStep: (step: number, outputs: StepOutputs) => void): void;
}
