import { assert } from "@jointfund/core/base/assert.ts";
import { Ratio } from "@jointfund/core/base/ratio.ts";
import type { TextFormat } from "@jointfund/core/base/schema.ts";
import { parseRatioText, RATIO_TEXT } from "@jointfund/core/charter/ratio-text.ts";
import { doubleOf } from "../charter/double.ts";

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
  return doubleOf(exact);
}

/** An exact ratio as a rate's text. */
export function rateText(ratio: Ratio): string {
  const text = `${ratio.num}/${ratio.den}`;
  assert(parseRateText(text) !== undefined, "a ratio of short terms is a rate");
  return text;
}
