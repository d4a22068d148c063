import { assert } from "@jointfund/core/base/assert.ts";

/**
 * Bins of doubles [PJ63]: 128 to each power of two, from the lowest one that a variable tells apart
 * up; below it a value counts as nothing. A bin is read off the upper half of a double, so that
 * counting needs no range that would have to be known before.
 */
const OCTAVES = 72;
const PER_OCTAVE = 128;

/** Bins on either side of nothing. */
export const SIDE = OCTAVES * PER_OCTAVE;
export const BINS = 2 * SIDE + 1;

/** The exponent of 2 below which a value counts as nothing. */
export type Resolution = -24 | 7;
/** For amounts in minor units. */
export const OF_MONEY: Resolution = 7;
/** For everything else: prices, shares, rates, multiples. */
export const OF_NUMBERS: Resolution = -24;

const BIAS = 1023;
/** Of the 20 bits of the significand in an upper half, behind sign and exponent, 7 count. */
const DROPPED_BITS = 13;
const WITHOUT_SIGN = 0x7fffffff;

/** Where the bins of a resolution begin, for `binOf`. */
export const originOf = (resolution: Resolution): number => (BIAS + resolution) * PER_OCTAVE - 1;

/** The bin of a finite double by the upper half of its bits, from -SIDE to SIDE; 0 is nothing. */
export function binOf(upper: number, origin: number): number {
  const above = ((upper & WITHOUT_SIGN) >>> DROPPED_BITS) - origin;
  const size = above < 0 ? 0 : above > SIDE ? SIDE : above;
  const sign = upper >> 31;
  return (size ^ sign) - sign;
}

/** The ends of a bin, the lower first. */
export function endsOf(bin: number, resolution: Resolution): readonly [number, number] {
  if (bin === 0) return [0, 0];
  const at = Math.abs(bin) - 1;
  const [near, far] = [beginning(at, resolution), beginning(at + 1, resolution)];
  return bin > 0 ? [near, far] : [-far, -near];
}

/** Products with powers of two are exact. */
function beginning(at: number, resolution: Resolution): number {
  const octave = Math.floor(at / PER_OCTAVE);
  return (1 + (at - octave * PER_OCTAVE) / PER_OCTAVE) * powerOfTwo(octave + resolution);
}

function powerOfTwo(exponent: number): number {
  let power = 1;
  for (let left = exponent; left > 0; left--) power *= 2;
  for (let left = exponent; left < 0; left++) power /= 2;
  return power;
}

/** For each column: how many bins, then bin and count in turn. */
export type PackedBins = Int32Array;

/**
 * Counts in bins of many columns. They are whole numbers, so it does not matter in which order, or
 * in which thread, they were counted.
 */
export class BinCounts {
  readonly columns: number;
  readonly counts: Uint32Array;
  /** The lowest and the highest bin that a column may have. */
  readonly #lowest: Int32Array;
  readonly #highest: Int32Array;

  constructor(columns: number) {
    this.columns = columns;
    this.counts = new Uint32Array(columns * BINS);
    this.#lowest = new Int32Array(columns).fill(SIDE);
    this.#highest = new Int32Array(columns).fill(-SIDE);
  }

  /** Says that bins up to these ends are counted, at `column * BINS + SIDE + bin`. */
  widen(column: number, lowest: number, highest: number): void {
    if (lowest < this.#lowest[column]!) this.#lowest[column] = lowest;
    if (highest > this.#highest[column]!) this.#highest[column] = highest;
  }

  /** What a column holds, in ascending order: bin and count in turn. */
  held(column: number): readonly number[] {
    const held: number[] = [];
    const base = column * BINS + SIDE;
    const highest = this.#highest[column]!;
    for (let bin = this.#lowest[column]!; bin <= highest; bin++) {
      const count = this.counts[base + bin]!;
      if (count > 0) held.push(bin, count);
    }
    return held;
  }

  pack(): PackedBins {
    const words: number[] = [];
    for (let column = 0; column < this.columns; column++) {
      const held = this.held(column);
      words.push(held.length / 2);
      for (const word of held) words.push(word);
    }
    return Int32Array.from(words);
  }

  add(packed: PackedBins): void {
    let at = 0;
    for (let column = 0; column < this.columns; column++) {
      for (let left = packed[at++]!; left > 0; left--) {
        const bin = packed[at++]!;
        this.counts[column * BINS + SIDE + bin]! += packed[at++]!;
        this.widen(column, bin, bin);
      }
    }
    assert(at === packed.length, "bins are of as many columns");
  }
}
