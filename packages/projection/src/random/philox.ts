import { utf8Encode } from "@jointfund/core/base/bytes.ts";
import { sha256 } from "@jointfund/core/base/sha256.ts";

/** Four words of 32 bits, each 0 or more. */
export type Words = readonly [number, number, number, number];
export type Key = readonly [number, number];

/** Multipliers and key increments of Philox4x32 (Salmon and others, SC11, table 2). */
export const PHILOX = {
  rounds: 10,
  multipliers: [0xd2511f53, 0xcd9e8d57],
  increments: [0x9e3779b9, 0xbb67ae85],
} as const;

/** One block of draws holds a path's words of so many steps. */
export const STEPS_PER_BLOCK = 4;

/** The upper 32 bits of the product of two words. */
function upperProduct(a: number, b: number): number {
  const [aUpper, aLower, bUpper, bLower] = [a >>> 16, a & 0xffff, b >>> 16, b & 0xffff];
  const lower = aLower * bLower;
  const first = aUpper * bLower + (lower >>> 16);
  const second = aLower * bUpper + (first & 0xffff);
  return (aUpper * bUpper + Math.floor(first / 0x10000) + Math.floor(second / 0x10000)) >>> 0;
}

/** Philox4x32-10: four words for each counter and key, without any state (PJ2). */
export function philox4x32([c0, c1, c2, c3]: Words, [k0, k1]: Key): Words {
  const [m0, m1] = PHILOX.multipliers;
  const [w0, w1] = PHILOX.increments;
  let words: Words = [c0, c1, c2, c3];
  for (let round = 0; round < PHILOX.rounds; round++) {
    const [a, b, c, d] = words;
    words = [
      (upperProduct(m1, c) ^ b ^ (k0 + round * w0)) >>> 0,
      Math.imul(m1, c) >>> 0,
      (upperProduct(m0, a) ^ d ^ (k1 + round * w1)) >>> 0,
      Math.imul(m0, a) >>> 0,
    ];
  }
  return words;
}

/** By what a draw of this name is told apart in a counter (PJ3). */
export function drawId(name: string): number {
  const [a = 0, b = 0, c = 0, d = 0] = sha256(utf8Encode(name));
  return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
}

/** The word of one draw, for any path and step alone (PJ3). */
export function wordOf(
  key: Key,
  place: { readonly path: number; readonly step: number; readonly drawId: number },
): number {
  const block = Math.floor(place.step / STEPS_PER_BLOCK);
  return philox4x32([place.path, block, place.drawId, 0], key)[place.step % STEPS_PER_BLOCK]!;
}

/** A number above 0 and below 1: the middle of the word's share of them (PJ4). */
export const uniformOf = (word: number): number => (word + 0.5) * 2 ** -32;
