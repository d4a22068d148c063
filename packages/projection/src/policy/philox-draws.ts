import { normalOf } from "../random/normal-table.ts";
import { drawId, uniformOf, wordOf, type Key } from "../random/philox.ts";
import type { Draws } from "./uncertainty.ts";

/** The draws of a key: those of the projection, so that a name and place give the same world. */
export function philoxDraws(key: Key): Draws {
  const stream = (name: string, of: (word: number) => number) => {
    const id = drawId(name);
    return (path: number, step: number): number => of(wordOf(key, { path, step, drawId: id }));
  };
  return {
    uniform: (name) => stream(name, uniformOf),
    normal: (name) => stream(name, normalOf),
  };
}
