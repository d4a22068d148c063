import { assert } from "@jointfund/core/base/assert.ts";

/**
 * Bins of doubles [PJ63]: 128 to each power of two, from the lowest one that a variable tells apart
 * up; below it a value counts as nothing. A bin is read off the upper half of a double, so that
 * counting needs no range that would have to be known before.
 */
const OCTAVES = 72;
const PER_OCTAVE = 128;

/** Bins on either side of nothing. */
const SIDE = OCTAVES * PER_OCTAVE;

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

/** A column's counts of the bins from `lowest` on; the bins before and beyond hold nothing. */
export type ColumnBins = { readonly lowest: number; readonly counts: Uint32Array };

/** Room for further bins when a column is given more, in bins. */
const SPARE = 32;

/**
 * Counts in bins of many columns. They are whole numbers, so it does not matter in which order, or
 * in which thread, they were counted.
 */
export class BinCounts {
  readonly #columns: ColumnBins[];

  constructor(columns: number) {
    const none = { lowest: 0, counts: new Uint32Array(0) };
    this.#columns = Array.from({ length: columns }, () => none);
  }

  /** The counts of a column, to be counted up, with room for the bins between these. */
  within(column: number, lowest: number, highest: number): ColumnBins {
    const before = this.#columns[column]!;
    const { length } = before.counts;
    if (lowest >= before.lowest && highest < before.lowest + length) return before;
    const ends = length === 0 ? [lowest, highest] : [before.lowest, before.lowest + length - 1];
    const from = Math.min(lowest - SPARE, ends[0]!);
    const counts = new Uint32Array(Math.max(highest + SPARE, ends[1]!) - from + 1);
    if (length > 0) counts.set(before.counts, before.lowest - from);
    return (this.#columns[column] = { lowest: from, counts });
  }

  /** What a column holds, in ascending order: bin and count in turn. */
  held(column: number): Int32Array {
    const { lowest, counts } = this.#columns[column]!;
    const held = new Int32Array(2 * counts.length);
    let length = 0;
    for (let at = 0; at < counts.length; at++) {
      if (counts[at] === 0) continue;
      held[length++] = lowest + at;
      held[length++] = counts[at]!;
    }
    return held.subarray(0, length);
  }

  pack(): PackedBins {
    const held = this.#columns.map((_, column) => this.held(column));
    const packed = new Int32Array(held.reduce((sum, { length }) => sum + 1 + length, 0));
    let at = 0;
    for (const of of held) {
      packed[at] = of.length / 2;
      packed.set(of, at + 1);
      at += 1 + of.length;
    }
    return packed;
  }

  add(packed: PackedBins): void {
    let at = 0;
    for (const column of this.#columns.keys()) {
      const end = at + 1 + 2 * packed[at]!;
      if (++at < end) {
        const { lowest, counts } = this.within(column, packed[at]!, packed[end - 2]!);
        for (; at < end; at += 2) counts[packed[at]! - lowest]! += packed[at + 1]!;
      }
    }
    assert(at === packed.length, "bins are of as many columns");
  }
}
