import { Ratio, roundRatio, type RoundingMode } from "../base/ratio.ts";

/**
 * One step of a total that is rounded to whole units as it runs: what the step adds, and the
 * fraction that it leaves for the next one. So steps in between change nothing of the total, and
 * a fraction that was rounded up before is not taken back.
 */
export function nextStep(
  fraction: Ratio,
  earned: Ratio,
  mode: RoundingMode,
): { readonly added: bigint; readonly fraction: Ratio } {
  const exact = Ratio.add(fraction, earned);
  const added = exact.num < 0n ? 0n : roundRatio(exact, mode);
  return { added, fraction: Ratio.sub(exact, Ratio.make(added)) };
}
