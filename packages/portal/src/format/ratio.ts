import { scaled } from "./money.ts";

/** An exact ratio over the wire: "1/3". */
export type RatioText = string;

function parts(ratio: RatioText): readonly [num: bigint, den: bigint] {
  const [num = "0", den = "1"] = ratio.split("/");
  return [BigInt(num), BigInt(den)];
}

/** So many decimals of a ratio times a factor, half away from zero: `decimalText("1/3", 2)`. */
export function decimalText(ratio: RatioText, decimals: number, factor = 1n): string {
  const [num, den] = parts(ratio);
  const magnitude = (num < 0n ? -num : num) * factor * 10n ** BigInt(decimals);
  const rounded = (magnitude * 2n + den) / (den * 2n);
  return scaled(num < 0n ? -rounded : rounded, decimals, decimals);
}

/** "45.31%". */
export const percentText = (ratio: RatioText, decimals = 2): string =>
  `${decimalText(ratio, decimals, 100n)}%`;

/** "1.631x", "1.631倍". */
export const multipleText = (ratio: RatioText, language: "en" | "ja"): string =>
  `${decimalText(ratio, 3)}${language === "ja" ? "倍" : "x"}`;

/** What one multiple is more or less than another: "+0.147x", "−0.141倍". */
export const signedMultipleText = (ratio: RatioText, language: "en" | "ja"): string =>
  `${parts(ratio)[0] > 0n ? "+" : ""}${multipleText(ratio, language)}`;

/** A ratio as a number, for drawing only. */
export function drawnRatio(ratio: RatioText): number {
  const [num, den] = parts(ratio);
  return Number((num * 1_000_000_000n) / den) / 1e9;
}
