/**
 * The exponential function, made of exactly rounded operations in a fixed order (PJ6), so that
 * every machine gives the same bits, which `Math.exp` does not promise. Reduction and polynomial
 * are those of FDLIBM 5.3, e_exp.c (Sun Microsystems, 1993); the error is below one unit in the
 * last place.
 */
export const EXPONENTIAL = {
  /** Beyond these the result is 0 or infinite. */
  argumentMin: -746,
  argumentMax: 710,
  log2OfE: 1.4426950408889634,
  /** The logarithm of 2 in two parts: any multiple of the first that is needed is exact. */
  ln2Upper: 0.6931471803691238,
  ln2Lower: 1.9082149292705877e-10,
  /** Of x (e^x + 1) / (e^x - 1) in powers of x squared, from the first power on. */
  coefficients: [
    0.16666666666666602, -0.0027777777777015593, 0.00006613756321437934, -0.0000016533902205465252,
    4.1381367970572385e-8,
  ],
} as const;

const EXPONENT_MIN = -1074;
const EXPONENT_MAX = 1023;

/** Powers of 2 that doubles can hold, each from the one before. */
const POWERS = powersOfTwo();

function powersOfTwo(): Float64Array {
  const powers = new Float64Array(EXPONENT_MAX - EXPONENT_MIN + 1);
  powers[0] = Number.MIN_VALUE;
  for (let place = 1; place < powers.length; place++) powers[place] = powers[place - 1]! * 2;
  return powers;
}

/** 2 to an integer power from -1074 to 1023. */
export const powerOfTwo = (exponent: number): number => POWERS[exponent - EXPONENT_MIN]!;

export function exponential(value: number): number {
  if (Number.isNaN(value)) return value;
  const { argumentMin, argumentMax, log2OfE, ln2Upper, ln2Lower, coefficients } = EXPONENTIAL;
  const below = argumentMax < value ? argumentMax : value;
  const x = below < argumentMin ? argumentMin : below;
  const exponent = roundHalfEven(x * log2OfE);
  const upper = x - exponent * ln2Upper;
  const lower = exponent * ln2Lower;
  const rest = upper - lower;
  const square = rest * rest;
  const [p1, p2, p3, p4, p5] = coefficients;
  const polynomial = square * (p1 + square * (p2 + square * (p3 + square * (p4 + square * p5))));
  const c = rest - polynomial;
  const fraction = 1 - (lower - (rest * c) / (2 - c) - upper);
  // In two steps, so that a subnormal result is rounded once and an infinite one is reached.
  const half = Math.floor(exponent / 2);
  return fraction * powerOfTwo(half) * powerOfTwo(exponent - half);
}

const INTEGERS_FROM = 2 ** 52;

/** To the nearest integer, halves to the even one; the sign stays, of a zero too. */
export function roundHalfEven(value: number): number {
  const size = Math.abs(value);
  if (!(size < INTEGERS_FROM)) return value;
  const rounded = size + INTEGERS_FROM - INTEGERS_FROM;
  return value < 0 || Object.is(value, -0) ? -rounded : rounded;
}
