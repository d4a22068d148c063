import type { Program } from "@jointfund/projection/kernel/program.ts";
import type { Run } from "@jointfund/projection/kernel/run-blocks.ts";
import type { CompiledModule } from "@jointfund/projection/kernel/web-assembly.ts";
import type { CollectionOrder } from "./collections.ts";

/** What every thread of a run is sent. */
export type KernelWork = {
  readonly program: Program;
  readonly module: CompiledModule;
  readonly run: Run;
  readonly collection: CollectionOrder;
  /** Four words that all threads share: see `Shared`. */
  readonly shared: Int32Array;
};

/** Places in the shared words. */
export const Shared = {
  /** The first block that no thread has taken. */
  next: 0,
  /** How many blocks have been merged. */
  merged: 1,
  /** 1 as soon as no further block is to be taken. */
  ended: 2,
  words: 3,
} as const;

/** So far threads may be ahead of what is merged: what waits to be merged stays small. */
export const BLOCKS_AHEAD_MAX = 64;

export type FromKernelThread =
  | { readonly kind: "part"; readonly block: number; readonly part: unknown }
  /** With what the thread has counted over all its blocks, if it counts. */
  | { readonly kind: "done"; readonly counts: unknown }
  | { readonly kind: "fault"; readonly fault: unknown };
