import type { StepOutputs } from "./program.ts";

/**
 * Reduces blocks of paths to what is wanted of them, one block at a time; each thread has its own.
 * It must not depend on the blocks that it saw before: which thread computes which block is chance.
 */
export interface Collector<Part, Counts = undefined> {
  /** A block begins, of which the first `paths` lanes count. */
  start(block: number, paths: number): void;
  /** The outputs of every step, in order, laid out as `StepOutputs`. They must not be kept. */
  step(step: number, outputs: StepOutputs): void;
  /** What is kept of the block: small, and plain data, since it goes from thread to thread. */
  finish(): Part;
  /**
   * What it has counted over all blocks that it saw. Counts are whole numbers, of which the sum is
   * the same whichever thread saw which block.
   */
  counts?(): Counts;
}

/** What a run is collected into. Parts are merged in the order of their blocks (PJ12). */
export interface Collection<Part, Total, Counts = undefined> {
  collector(): Collector<Part, Counts>;
  /** The total of no block. */
  begin(): Total;
  merge(into: Total, part: Part): void;
  /** Adds what one thread has counted. */
  addCounts?(into: Total, counts: Counts): void;
}
