import type { Program } from "./program.ts";

/** A program as text, the same for equal programs: most assumptions are inputs of it. */
export const programText = (program: Program): string => JSON.stringify(program, exactly);

/** JSON has no infinities and no zero below zero. */
const exactly = (_key: string, value: unknown): unknown => {
  if (typeof value !== "number") return value;
  if (Object.is(value, -0)) return "-0";
  return Number.isFinite(value) ? value : String(value);
};
