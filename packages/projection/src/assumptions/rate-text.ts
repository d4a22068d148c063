import { assert } from "@jointfund/core/base/assert.ts";
import { Ratio } from "@jointfund/core/base/ratio.ts";
import type { TextFormat } from "@jointfund/core/base/schema.ts";
import { parseRatioText, RATIO_TEXT } from "@jointfund/core/charter/ratio-text.ts";

/**
 * Reads a rate of an assumption exactly: a charter's share ("7%", "1/3", "0.07"), here with a sign
 * ("-0.5%") [PJ20]. Undefined for any other text, NaN and infinities among them.
 */
export function parseRateText(text: string): Ratio | undefined {
  const isNegative = text.startsWith("-");
  const size = parseRatioText(isNegative ? text.slice(1) : text);
  if (size === undefined || !isNegative) return size;
  return Ratio.isZero(size) ? undefined : Ratio.neg(size);
}

/** The same as a form of text for schemas. */
export const RATE_TEXT: TextFormat = {
  name: "rate",
  pattern: `^-?(?:${RATIO_TEXT.pattern.replaceAll(/[$^]/g, "")})$`,
  accepts: (text) => parseRateText(text) !== undefined,
};

/** The double nearest to a rate that has been read before [PJ20]. */
export function rate(text: string): number {
  const exact = parseRateText(text);
  assert(exact !== undefined, `not a rate: ${text}`);
  return nearestDouble(exact);
}

const SIGNIFICAND_BITS = 53n;

/**
 * The double nearest to the ratio, of two equally near the one whose last bit is 0: in whole numbers
 * only, so that it is the same everywhere. For ratios whose double is a normal number.
 */
export function nearestDouble(ratio: Ratio): number {
  if (Ratio.isZero(ratio)) return 0;
  const { num, den } = Ratio.abs(ratio);
  // The quotient of the scaled parts has 53 or 54 bits; one more step makes it 53.
  let scale = SIGNIFICAND_BITS + bitLength(den) - bitLength(num);
  let whole = scaledQuotient(num, den, scale);
  if (bitLength(whole.quotient) > SIGNIFICAND_BITS) {
    scale -= 1n;
    whole = scaledQuotient(num, den, scale);
  }
  const twice = 2n * whole.remainder;
  const isUp =
    twice > whole.divisor || (twice === whole.divisor && (whole.quotient & 1n) === 1n);
  const significand = Number(isUp ? whole.quotient + 1n : whole.quotient);
  const size = timesPowerOfTwo(significand, -Number(scale));
  return ratio.num < 0n ? -size : size;
}

function bitLength(value: bigint): bigint {
  return BigInt(value.toString(2).length);
}

/** `num * 2^scale / den`, whole and remainder, with what it was divided by. */
function scaledQuotient(
  num: bigint,
  den: bigint,
  scale: bigint,
): { readonly quotient: bigint; readonly remainder: bigint; readonly divisor: bigint } {
  const [dividend, divisor] = scale >= 0n ? [num << scale, den] : [num, den << -scale];
  return { quotient: dividend / divisor, remainder: dividend % divisor, divisor };
}

/** Multiplying by 2 or by a half is exact as long as the result is a normal number. */
function timesPowerOfTwo(value: number, exponent: number): number {
  let scaled = value;
  for (let left = exponent; left > 0; left--) scaled *= 2;
  for (let left = exponent; left < 0; left++) scaled *= 0.5;
  assert(scaled > 1e-300 && scaled < 1e300, "a rate has an ordinary size");
  return scaled;
}
