import type { Ratio } from "@jointfund/core/base/ratio.ts";

/** A double has 53 significant bits; so many more make its rounding the only one. */
const BITS = 66;

const bitsOf = (magnitude: bigint): number => magnitude.toString(2).length;

/** The double nearest to an exact fraction, halves to even [PJ41]. */
export function doubleOf({ num, den }: Pick<Ratio, "num" | "den">): number {
  if (den === 1n) return Number(num);
  const magnitude = num < 0n ? -num : num;
  const shift = Math.max(0, BITS - (bitsOf(magnitude) - bitsOf(den)));
  const scaled = magnitude << BigInt(shift);
  // What is cut off is kept as one more bit, so that no half is taken for a tie.
  const bits = ((scaled / den) << 1n) | (scaled % den === 0n ? 0n : 1n);
  const value = Number(bits) / 2 ** (shift + 1);
  return num < 0n ? -value : value;
}
