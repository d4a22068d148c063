import { EXPONENTIAL } from "./exponential.ts";

/**
 * The natural logarithm, made of exactly rounded operations in a fixed order (PJ6). Reduction and
 * polynomial are those of FDLIBM 5.3, e_log.c (Sun Microsystems, 1993), in the order without
 * branches; the error is below one unit in the last place.
 */
export const LOGARITHM = {
  /** Multiplies what is too small to be normal, and is taken off the exponent again. */
  subnormalScale: 2 ** 54,
  subnormalExponent: 54,
  /** The upper word of √½: fractions are taken from there to √2. */
  rootWord: 0x3fe6a09e,
  /** Of (ln(1 + s) - ln(1 - s) - 2s) / s in powers of s squared, from the first power on. */
  coefficients: [
    0.6666666666666735, 0.3999999999940942, 0.2857142874366239, 0.22222198432149784,
    0.1818357216161805, 0.15313837699209373, 0.14798198605116586,
  ],
} as const;

/** The least double with all its bits of precision. */
export const NORMAL_MIN = 2 ** -1022;
const ONE_WORD = 0x3ff00000;
const FRACTION_BITS = 0x000fffff;

const bits = new DataView(new ArrayBuffer(8));

export function logarithm(value: number): number {
  if (!(value > 0)) return value === 0 ? -Infinity : NaN;
  if (value === Infinity) return value;
  const isSubnormal = value < NORMAL_MIN;
  bits.setFloat64(0, isSubnormal ? value * LOGARITHM.subnormalScale : value);
  const word = bits.getUint32(0) + (ONE_WORD - LOGARITHM.rootWord);
  const bias = isSubnormal ? 1023 + LOGARITHM.subnormalExponent : 1023;
  const exponent = (word >>> 20) - bias;
  bits.setUint32(0, (word & FRACTION_BITS) + LOGARITHM.rootWord);
  const f = bits.getFloat64(0) - 1;
  const halfSquare = 0.5 * f * f;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const [l1, l2, l3, l4, l5, l6, l7] = LOGARITHM.coefficients;
  const even = w * (l2 + w * (l4 + w * l6));
  const odd = z * (l1 + w * (l3 + w * (l5 + w * l7)));
  const rest = odd + even;
  const { ln2Upper, ln2Lower } = EXPONENTIAL;
  return s * (halfSquare + rest) + exponent * ln2Lower - halfSquare + f + exponent * ln2Upper;
}
