import { NORMAL_TABLE } from "../random/normal-table.ts";
import { STEPS_PER_BLOCK } from "../random/philox.ts";
import { BLOCK_PATHS, type Program } from "./program.ts";

const DOUBLE_BYTES = 8;
const WORD_BYTES = 4;
export const PAGE_BYTES = 65_536;
/** Of a table: where it begins, and the place of its last row, a double each. */
export const TABLE_ENTRY_BYTES = 16;

/** One output, or one state, of all paths of a block. */
export const COLUMN_BYTES = BLOCK_PATHS * DOUBLE_BYTES;
/** So many paths go through all of a step together: what they need fits into a core's cache. */
export const TILE_PATHS = 64;
export const TILE_BYTES = TILE_PATHS * DOUBLE_BYTES;
/** The words of one draw at one step, of all paths of a block. */
export const WORDS_BYTES = BLOCK_PATHS * WORD_BYTES;
export const DRAW_BYTES = STEPS_PER_BLOCK * WORDS_BYTES;

/** Where in the memory of a compiled program each thing stands: byte offsets. */
export type Layout = {
  readonly normalTable: number;
  readonly key: number;
  readonly parameters: number;
  /** Of one step. */
  readonly schedules: number;
  readonly tableEntries: number;
  /** Of each tile: its states, one after the other. */
  readonly states: number;
  readonly outputs: number;
  readonly draws: number;
  /** What a step keeps of nodes: those that are the same for every path, and of one tile. */
  readonly fixed: number;
  readonly scratch: number;
  /** The rows of the tables, whose number is not known before a run. */
  readonly tableRows: number;
};

/** The same for every run of a program, but for the tables' rows at the end. */
export function layoutOf(program: Program): Layout {
  let end = 0;
  const take = (bytes: number): number => {
    const start = end;
    // 64 bytes: a line of the processor's cache.
    end = Math.ceil((end + bytes) / 64) * 64;
    return start;
  };
  return {
    normalTable: take(NORMAL_TABLE.segments * NORMAL_TABLE.coefficients * DOUBLE_BYTES),
    key: take(2 * WORD_BYTES),
    parameters: take(program.parameters.length * DOUBLE_BYTES),
    schedules: take(program.schedules.length * DOUBLE_BYTES),
    tableEntries: take(program.tables.length * TABLE_ENTRY_BYTES),
    states: take(program.states.length * COLUMN_BYTES),
    outputs: take(program.outputs.length * COLUMN_BYTES),
    draws: take(program.draws.length * DRAW_BYTES),
    fixed: take(program.nodes.length * 2 * DOUBLE_BYTES),
    scratch: take(program.nodes.length * TILE_BYTES),
    tableRows: take(0),
  };
}
