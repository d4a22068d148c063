import { Ratio } from "../base/ratio.ts";
import type { TextFormat } from "../base/schema.ts";

const FRACTION = /^(0|[1-9][0-9]{0,17})\/([1-9][0-9]{0,17})$/;
const PERCENT = /^((?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,18})?)%$/;
const DECIMAL = /^(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,18})?$/;

/**
 * Reads a share or rate of a charter exactly: "1/2", "50%" or "0.5", never negative [CH9].
 * Undefined for any other text.
 */
export function parseRatioText(text: string): Ratio | undefined {
  const fraction = FRACTION.exec(text);
  if (fraction !== null) return Ratio.make(BigInt(fraction[1]!), BigInt(fraction[2]!));
  const percent = PERCENT.exec(text);
  const decimal = Ratio.fromDecimal(percent?.[1] ?? (DECIMAL.test(text) ? text : ""));
  if (!decimal.ok) return undefined;
  return percent === null ? decimal.value : Ratio.div(decimal.value, Ratio.make(100n));
}

/** The same as a form of text for schemas. */
export const RATIO_TEXT: TextFormat = {
  name: "ratio",
  pattern: `${FRACTION.source}|${PERCENT.source}|${DECIMAL.source}`,
  accepts: (text) => parseRatioText(text) !== undefined,
};
