/**
 * An ASCII decimal without sign, space or leading zero, at most 2^53 - 1 (rule L4); otherwise
 * nothing. The formats allow sizes up to 2^63 - 1: a log of ours never comes near either bound, and
 * a number that JavaScript can't hold exactly is refused rather than rounded.
 */
export function parseDecimal(text: string): number | undefined {
  if (!/^(?:0|[1-9][0-9]{0,15})$/.test(text)) return undefined;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : undefined;
}
