import { EXPONENTIAL } from "../numeric/exponential.ts";
import { LOGARITHM, NORMAL_MIN } from "../numeric/logarithm.ts";
import { NORMAL_TABLE } from "../random/normal-table.ts";
import { type Expression, f64x2, i16x8, i32, i32x4, i64x2, i8x16, v128 } from "./instructions.ts";
import type { FunctionWriter, Kept, Phase } from "./function-writer.ts";

const EXPONENT_BIAS = 1023;
const FRACTION_BITS = 52;
/**
 * Added to a double, this leaves in its lowest bits the nearest integer and twice the bias, so that
 * half of them are the exponent's bits of a power of two.
 */
const EXPONENT_SHIFT = 2 ** 52 + 2 ** 51 + 2 * EXPONENT_BIAS;

/** The operations of `numeric/exponential.ts` on two doubles, in the same order. */
export function writeExponential(writer: FunctionWriter, phase: Phase, operand: Kept): Kept {
  const keep = (expression: Expression): Kept => writer.keep(phase, expression);
  const doubles = (value: number): Expression => writer.doubles(value)();
  const { argumentMin, argumentMax, log2OfE, ln2Upper, ln2Lower, coefficients } = EXPONENTIAL;
  const below = f64x2.pmin(operand(), doubles(argumentMax));
  const x = keep(f64x2.pmax(below, doubles(argumentMin)));
  const counted = keep(f64x2.add(f64x2.mul(x(), doubles(log2OfE)), doubles(EXPONENT_SHIFT)));
  const exponent = keep(f64x2.sub(counted(), doubles(EXPONENT_SHIFT)));
  const upper = keep(f64x2.sub(x(), f64x2.mul(exponent(), doubles(ln2Upper))));
  const lower = keep(f64x2.mul(exponent(), doubles(ln2Lower)));
  const rest = keep(f64x2.sub(upper(), lower()));
  const square = keep(f64x2.mul(rest(), rest()));
  const polynomial = f64x2.mul(square(), horner(writer, square, coefficients));
  const c = keep(f64x2.sub(rest(), polynomial));
  const quotient = f64x2.div(f64x2.mul(rest(), c()), f64x2.sub(doubles(2), c()));
  const fraction = keep(f64x2.sub(doubles(1), f64x2.sub(f64x2.sub(lower(), quotient), upper())));
  const half = keep(i64x2.shr_u(counted(), i32.const(1)));
  const power = (of: Expression): Expression => i64x2.shl(of, i32.const(FRACTION_BITS));
  const scaled = f64x2.mul(fraction(), power(half()));
  return keep(f64x2.mul(scaled, power(i64x2.sub(counted(), half()))));
}

/** The operations of `numeric/logarithm.ts` on two doubles, in the same order. */
export function writeLogarithm(writer: FunctionWriter, phase: Phase, operand: Kept): Kept {
  const keep = (expression: Expression): Kept => writer.keep(phase, expression);
  const doubles = (value: number): Expression => writer.doubles(value)();
  const { subnormalScale, subnormalExponent, rootWord, coefficients } = LOGARITHM;
  const isSubnormal = keep(f64x2.lt(operand(), doubles(NORMAL_MIN)));
  const scaled = f64x2.mul(operand(), doubles(subnormalScale));
  const normal = v128.bitselect(scaled, operand(), isSubnormal());
  const toRoot = BigInt(0x3ff00000 - rootWord) << 32n;
  const bits = keep(i64x2.add(normal, writer.longs(toRoot)()));
  // The exponent's bits below those of 2^52 are the double 2^52 and so many more.
  const shifted = i64x2.shr_u(bits(), i32.const(FRACTION_BITS));
  const counted = v128.or(shifted, doubles(2 ** 52));
  const bias = 2 ** 52 + EXPONENT_BIAS;
  const biases = v128.bitselect(doubles(bias + subnormalExponent), doubles(bias), isSubnormal());
  const exponent = keep(f64x2.sub(counted, biases));
  const fractionBits = v128.and(bits(), writer.longs((1n << BigInt(FRACTION_BITS)) - 1n)());
  const fraction = i64x2.add(fractionBits, writer.longs(BigInt(rootWord) << 32n)());
  const f = keep(f64x2.sub(fraction, doubles(1)));
  const halfSquare = keep(f64x2.mul(f64x2.mul(doubles(0.5), f()), f()));
  const s = keep(f64x2.div(f(), f64x2.add(doubles(2), f())));
  const z = keep(f64x2.mul(s(), s()));
  const w = keep(f64x2.mul(z(), z()));
  const [l1, l2, l3, l4, l5, l6, l7] = coefficients;
  const even = keep(f64x2.mul(w(), horner(writer, w, [l2, l4, l6])));
  const odd = f64x2.mul(z(), horner(writer, w, [l1, l3, l5, l7]));
  const rest = f64x2.add(odd, even());
  const first = f64x2.add(
    f64x2.mul(s(), f64x2.add(halfSquare(), rest)),
    f64x2.mul(exponent(), doubles(EXPONENTIAL.ln2Lower)),
  );
  const second = f64x2.add(f64x2.sub(first, halfSquare()), f());
  const result = f64x2.add(second, f64x2.mul(exponent(), doubles(EXPONENTIAL.ln2Upper)));
  const isFinite = f64x2.lt(operand(), doubles(Infinity));
  const ofPositive = v128.bitselect(result, operand(), isFinite);
  const isZero = f64x2.eq(operand(), doubles(0));
  const ofOthers = v128.bitselect(doubles(-Infinity), doubles(NaN), isZero);
  return keep(v128.bitselect(ofPositive, ofOthers, f64x2.lt(doubles(0), operand())));
}

/** Coefficients from power 0 on. */
function horner(writer: FunctionWriter, x: Kept, coefficients: readonly number[]): Expression {
  return coefficients
    .map((coefficient) => writer.doubles(coefficient)())
    .reduceRight((sum, coefficient) => f64x2.add(coefficient, f64x2.mul(x(), sum)));
}

/** Uniform draws of the words in the lower half: `random/philox.ts`. */
export function writeUniform(writer: FunctionWriter, words: Kept): Kept {
  const doubles = (value: number): Expression => writer.doubles(value)();
  const middle = f64x2.add(f64x2.convert_low_i32x4_u(words()), doubles(0.5));
  return writer.keep("loop", f64x2.mul(middle, doubles(2 ** -32)));
}

/** Bytes of two vectors: their first doubles, or their second. */
const FIRSTS = [0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23];
const SECONDS = FIRSTS.map((byte) => byte + 8);

/** Normal draws of the words in the lower half: `random/normal-table.ts`. */
export function writeNormal(writer: FunctionWriter, words: Kept, tableAt: number): Kept {
  const keep = (expression: Expression): Kept => writer.keep("loop", expression);
  const doubles = (value: number): Expression => writer.doubles(value)();
  const negative = keep(i32x4.shr_s(words(), i32.const(31)));
  const lower = v128.xor(words(), negative());
  const middle = keep(f64x2.add(f64x2.convert_low_i32x4_s(lower), doubles(0.5)));
  const { placeBits, firstSegment } = NORMAL_TABLE;
  const placeOnly = v128.and(middle(), writer.longs((1n << BigInt(placeBits)) - 1n)());
  const fromOne = v128.or(placeOnly, doubles(1));
  const place = keep(f64x2.sub(fromOne, doubles(NORMAL_TABLE.middle)));
  const rows = [3, 7].map((top) => {
    const bytes = i32.shl(i16x8.extract_lane_u(middle(), top), i32.const(5));
    const at = i32.sub(bytes, i32.const(firstSegment * 32 - tableAt));
    return writer.keepInt("loop", at);
  });
  const [ones, threes] = [0, 16].map((offset) =>
    rows.map((row) => keep(v128.load(offset, 16, row()))),
  );
  const coefficient = (vectors: readonly Kept[], bytes: readonly number[]): Expression =>
    i8x16.shuffle(vectors[0]!(), vectors[1]!(), bytes);
  const cubic = f64x2.add(
    f64x2.mul(coefficient(threes!, SECONDS), place()),
    coefficient(threes!, FIRSTS),
  );
  const square = f64x2.add(f64x2.mul(cubic, place()), coefficient(ones!, SECONDS));
  const value = f64x2.add(f64x2.mul(square, place()), coefficient(ones!, FIRSTS));
  const sign = v128.and(i64x2.extend_low_i32x4_s(negative()), doubles(-0));
  return keep(v128.xor(value, sign));
}
