import type { Ratio } from "../base/ratio.ts";
import type { LadderStep } from "../charter/leverage-terms.ts";
import { isBeyond, type Ladder } from "./covenant-ladder.ts";

const WHOLE_BPS = 10_000;

export type Headroom = {
  readonly step: LadderStep;
  /**
   * The most, in basis points, by which values may fall without reaching the step; null where it is
   * reached already, 10,000 where no fall reaches it.
   */
  readonly fallBps: number | null;
};

/**
 * How far values may fall before each step of a ladder is reached, in whole basis points, rounded
 * down [LV17]. `ratioAfter` gives the tested ratio once everything is worth so much less; the
 * further the fall, the worse the ratio must be. A ratio that cannot be computed counts as beyond.
 */
export function headroomOf(
  ladder: Ladder,
  ratioAfter: (fallBps: number) => Ratio | undefined,
): readonly Headroom[] {
  const ratios = new Map<number, Ratio | undefined>();
  const ratioAt = (fallBps: number): Ratio | undefined => {
    if (!ratios.has(fallBps)) ratios.set(fallBps, ratioAfter(fallBps));
    return ratios.get(fallBps);
  };
  return ladder.rungs.map(({ step, at }) => {
    const isHeld = (fallBps: number): boolean => {
      const ratio = ratioAt(fallBps);
      return ratio !== undefined && !isBeyond(ladder.must, ratio, at);
    };
    return { step, fallBps: furthestHeld(isHeld) };
  });
}

/** The last basis point at which something holds that, once broken, stays broken. */
function furthestHeld(isHeld: (fallBps: number) => boolean): number | null {
  if (!isHeld(0)) return null;
  let [held, broken] = [0, WHOLE_BPS + 1];
  while (broken - held > 1) {
    const middle = (held + broken) >> 1;
    if (isHeld(middle)) held = middle;
    else broken = middle;
  }
  return held;
}
