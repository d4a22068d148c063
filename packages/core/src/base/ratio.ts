import { assert } from "./assert.ts";
import { err, ok, type Result } from "./result.ts";

/**
 * An exact rational number in its lowest terms: `den` is positive and shares no factor with `num`,
 * so equal numbers have equal parts and zero is 0/1. Rates, prices and FX are ratios; nothing here
 * is ever rounded except by `roundRatio`, which names how.
 */
export type Ratio = { readonly num: bigint; readonly den: bigint };

/**
 * The named roundings to a whole number. The modes that speak of zero and of halves are symmetric:
 * the result for -x is minus the result for x. `floor` and `ceiling` are not: they go by direction.
 *
 * | mode | rule | 2.5 | -2.5 | 2.6 | -2.6 |
 * |---|---|---|---|---|---|
 * | `floor` | towards minus infinity | 2 | -3 | 2 | -3 |
 * | `ceiling` | towards plus infinity | 3 | -2 | 3 | -2 |
 * | `towardZero` | cut the fraction off | 2 | -2 | 2 | -2 |
 * | `awayFromZero` | any fraction counts as one | 3 | -3 | 3 | -3 |
 * | `halfUp` | nearest, a half goes away from zero | 3 | -3 | 3 | -3 |
 * | `halfDown` | nearest, a half goes towards zero | 2 | -2 | 3 | -3 |
 * | `halfEven` | nearest, a half goes to the even neighbour | 2 | -2 | 3 | -3 |
 */
export const ROUNDING_MODES = [
  "floor",
  "ceiling",
  "towardZero",
  "awayFromZero",
  "halfUp",
  "halfDown",
  "halfEven",
] as const;

export type RoundingMode = (typeof ROUNDING_MODES)[number];

/** Whether the magnitude's fraction, remainder over `den`, counts as one more. */
function roundsOutward(
  mode: RoundingMode,
  quotient: bigint,
  remainder: bigint,
  ratio: Ratio,
): boolean {
  if (remainder === 0n) return false;
  const twice = remainder * 2n;
  switch (mode) {
    case "floor":
      return ratio.num < 0n;
    case "ceiling":
      return ratio.num > 0n;
    case "towardZero":
      return false;
    case "awayFromZero":
      return true;
    case "halfUp":
      return twice >= ratio.den;
    case "halfDown":
      return twice > ratio.den;
    case "halfEven":
      return twice > ratio.den || (twice === ratio.den && quotient % 2n === 1n);
  }
}

/** The whole number that the mode makes of the ratio. */
export function roundRatio(ratio: Ratio, mode: RoundingMode): bigint {
  const magnitude = ratio.num < 0n ? -ratio.num : ratio.num;
  const quotient = magnitude / ratio.den;
  const remainder = magnitude % ratio.den;
  const rounded = roundsOutward(mode, quotient, remainder, ratio) ? quotient + 1n : quotient;
  return ratio.num < 0n ? -rounded : rounded;
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** `num / den` in lowest terms. A zero `den` is a bug: check before dividing. */
function make(num: bigint, den: bigint = 1n): Ratio {
  assert(den !== 0n, "ratio with a zero denominator");
  if (den === 1n) return { num, den };
  const [n, d] = den < 0n ? [-num, -den] : [num, den];
  const divisor = gcd(n, d);
  return divisor === 1n ? { num: n, den: d } : { num: n / divisor, den: d / divisor };
}

function add(a: Ratio, b: Ratio): Ratio {
  if (a.den === b.den) return make(a.num + b.num, a.den);
  return make(a.num * b.den + b.num * a.den, a.den * b.den);
}

function neg(a: Ratio): Ratio {
  return { num: -a.num, den: a.den };
}

function sub(a: Ratio, b: Ratio): Ratio {
  return add(a, neg(b));
}

function mul(a: Ratio, b: Ratio): Ratio {
  return make(a.num * b.num, a.den * b.den);
}

/** `a / b`. A zero `b` is a bug: check with `isZero` before. */
function div(a: Ratio, b: Ratio): Ratio {
  assert(b.num !== 0n, "division of a ratio by zero");
  return make(a.num * b.den, a.den * b.num);
}

/** -1, 0 or 1 as `a` is less than, equal to or greater than `b`. */
function compare(a: Ratio, b: Ratio): -1 | 0 | 1 {
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function abs(a: Ratio): Ratio {
  return a.num < 0n ? neg(a) : a;
}

/** Digits that a decimal may have in all; more is no rate, price or amount of this world. */
export const DECIMAL_DIGITS_MAX = 38;

export type DecimalError =
  | { readonly code: "not_a_decimal"; readonly actual: string }
  | { readonly code: "too_many_digits"; readonly digits: number; readonly digitsMax: number };

const DECIMAL = /^(-?)(0|[1-9][0-9]*)(?:\.([0-9]+))?$/;

/**
 * Reads a decimal such as "0.0525" or "-12" exactly. No plus sign, exponent, bare point, leading
 * zero or minus zero; zeros at the end are free. At most `DECIMAL_DIGITS_MAX` digits.
 */
function fromDecimal(text: string): Result<Ratio, DecimalError> {
  const match = DECIMAL.exec(text);
  if (match === null) return err({ code: "not_a_decimal", actual: text.slice(0, 40) });
  const whole = match[2]!;
  const fraction = match[3] ?? "";
  const digits = whole.length + fraction.length;
  if (digits > DECIMAL_DIGITS_MAX) {
    return err({ code: "too_many_digits", digits, digitsMax: DECIMAL_DIGITS_MAX });
  }
  const magnitude = BigInt(whole + fraction);
  const isNegative = match[1] === "-";
  if (isNegative && magnitude === 0n) return err({ code: "not_a_decimal", actual: text });
  return ok(make(isNegative ? -magnitude : magnitude, 10n ** BigInt(fraction.length)));
}

/** How often the factor divides the number, and what is left of it. */
function withoutFactor(number: bigint, factor: bigint): { times: number; rest: bigint } {
  let [times, rest] = [0, number];
  while (rest % factor === 0n) {
    rest /= factor;
    times++;
  }
  return { times, rest };
}

/** The shortest decimal that is exactly the ratio, or undefined if it never ends (as 1/3). */
function toDecimalText(ratio: Ratio): string | undefined {
  const twos = withoutFactor(ratio.den, 2n);
  const fives = withoutFactor(twos.rest, 5n);
  if (fives.rest !== 1n) return undefined;
  const places = Math.max(twos.times, fives.times);
  const magnitude = abs(ratio).num * (10n ** BigInt(places) / ratio.den);
  const digits = magnitude.toString().padStart(places + 1, "0");
  const split = digits.length - places;
  const sign = ratio.num < 0n ? "-" : "";
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, split)}.${digits.slice(split)}`;
}

/** Exact arithmetic on ratios. */
export const Ratio = Object.freeze({
  zero: { num: 0n, den: 1n },
  one: { num: 1n, den: 1n },
  make,
  add,
  sub,
  mul,
  div,
  neg,
  abs,
  compare,
  isZero: (a: Ratio): boolean => a.num === 0n,
  equals: (a: Ratio, b: Ratio): boolean => a.num === b.num && a.den === b.den,
  floor: (a: Ratio): bigint => roundRatio(a, "floor"),
  ceil: (a: Ratio): bigint => roundRatio(a, "ceiling"),
  fromDecimal,
  toDecimalText,
});
