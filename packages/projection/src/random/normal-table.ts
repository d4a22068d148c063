import { inverseNormal } from "../numeric/inverse-normal.ts";

/**
 * The table of normal draws (PJ5). The lower half of the probabilities, v + ½ of 2^31 for an
 * integer v, is cut where the double v + ½ changes its exponent or one of its first four bits of
 * fraction: 32 × 16 segments. In each a cubic stands for the inverse normal distribution function.
 */
export const NORMAL_TABLE = {
  segments: 512,
  /** Coefficients of a segment, of power 0 to 3. */
  coefficients: 4,
  /** The upper 16 bits of 0.5, with which the first segment begins. */
  firstSegment: 0x3fe0,
  /** Behind the bits that pick the segment: those of the place in it. */
  placeBits: 48,
  /** What the place is counted from: the middle of a segment that begins at 1. */
  middle: 1 + 1 / 32,
} as const;

/** Half a segment, in the unit of the place. */
const HALF = 1 / 32;
/**
 * Chebyshev's nodes, stretched so that the first and last are the segment's ends: neighbours meet
 * there, so the table never falls where it should rise.
 */
const NODES = [-1, 1 - Math.SQRT2, Math.SQRT2 - 1, 1];

/** Divided differences of Newton through the nodes, multiplied out to powers of the place. */
function cubicThrough(places: readonly number[], values: readonly number[]): number[] {
  const differences = [...values];
  for (let order = 1; order < places.length; order++) {
    for (let at = places.length - 1; at >= order; at--) {
      differences[at] =
        (differences[at]! - differences[at - 1]!) / (places[at]! - places[at - order]!);
    }
  }
  let powers: number[] = [];
  for (let at = places.length - 1; at >= 0; at--) {
    const shifted = [0, ...powers];
    for (const [power, coefficient] of powers.entries()) {
      shifted[power]! -= coefficient * places[at]!;
    }
    shifted[0]! += differences[at]!;
    powers = shifted;
  }
  return powers;
}

function makeTable(): Float64Array {
  const { segments, coefficients } = NORMAL_TABLE;
  const table = new Float64Array(segments * coefficients);
  const places = NODES.map((node) => node * HALF);
  for (let segment = 0; segment < segments; segment++) {
    const scale = 2 ** (Math.floor(segment / 16) - 1);
    const middle = 1 + (segment % 16) / 16 + HALF;
    const values = places.map((place) => inverseNormal((middle + place) * scale * 2 ** -32));
    table.set(cubicThrough(places, values), segment * coefficients);
  }
  return table;
}

let table: Float64Array | undefined;

/** Coefficients of all segments, made at the first call. */
export function normalTable(): Float64Array {
  table ??= makeTable();
  return table;
}

const bits = new DataView(new ArrayBuffer(8));

/** The standard normal of a word: the inverse distribution function of its uniform (PJ5). */
export function normalOf(word: number): number {
  const isUpper = word >= 0x80000000;
  const lower = isUpper ? ~word >>> 0 : word;
  bits.setFloat64(0, lower + 0.5);
  const top = bits.getUint16(0);
  bits.setUint16(0, 0x3ff0);
  const place = bits.getFloat64(0) - NORMAL_TABLE.middle;
  const at = (top - NORMAL_TABLE.firstSegment) * NORMAL_TABLE.coefficients;
  const all = normalTable();
  const cubic = (all[at + 3]! * place + all[at + 2]!) * place + all[at + 1]!;
  const value = cubic * place + all[at]!;
  return isUpper ? -value : value;
}
