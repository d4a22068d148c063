import { assert } from "@jointfund/core/base/assert.ts";
import { BLOCK_PATHS, type Inputs, type Program } from "./program.ts";

/** Counters hold a path in 32 bits. */
export const BLOCKS_MAX = 2 ** 32 / BLOCK_PATHS;

/** That a run is given what its program names; anything else is a fault of the caller. */
export function assertInputs(program: Program, inputs: Inputs): void {
  const { steps, parameters, schedules, tables, opening, key } = inputs;
  assert(Number.isSafeInteger(steps) && steps >= 0, "steps are counted");
  assert(parameters.length === program.parameters.length, "every parameter is given");
  assert(schedules.length === steps * program.schedules.length, "every schedule, at every step");
  assert(tables.length === program.tables.length, "every table is given");
  assert(
    tables.every(({ length }) => length > 0),
    "a table has a row",
  );
  assert(opening.length === program.states.length, "every state is opened");
  assert(
    key.every((word) => word >>> 0 === word),
    "the key is two words of 32 bits",
  );
}
