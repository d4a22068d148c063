import { assert } from "../base/assert.ts";
import { Ratio } from "../base/ratio.ts";
import { LADDER_STEPS, type LadderStep } from "../charter/leverage-terms.ts";
import { addDays, compareDates, type LocalDate } from "../calendar/date.ts";

/** A step of the ladder, or none of them. */
export type Standing = "clear" | LadderStep;

export type Rung = {
  readonly step: LadderStep;
  /** The step is reached beyond it, not at it. */
  readonly at: Ratio;
  /** Share of income that goes to the lenders from this step on. */
  readonly share?: Ratio;
};

export type Ladder = {
  /** Whether the ratio must stay at or below the thresholds, or at or above them. */
  readonly must: "atMost" | "atLeast";
  /** In the order of LADDER_STEPS, each threshold at or beyond the one before. */
  readonly rungs: readonly Rung[];
  /** The last day of a step that began on `since`; undefined where the step has no end. */
  readonly lastDay: (step: LadderStep, since: LocalDate) => LocalDate | undefined;
};

/** What the lenders and the fund have agreed: until the day, that day included, no further. */
export type Waiver = {
  readonly upTo: Standing;
  readonly from: LocalDate;
  readonly until: LocalDate;
};

/** Where a covenant stands. */
export type CovenantStanding = {
  readonly step: Standing;
  /** The day on which it came to this step. */
  readonly since: LocalDate;
  /** The step that the ratio alone reaches, as last known. */
  readonly reached: Standing;
  /**
   * The step to which a period that ran out has moved it, and the step whose period that was: it
   * stays for as long as the ratio reaches the latter.
   */
  readonly moved?: { readonly from: LadderStep; readonly to: LadderStep };
  /** The day up to which the ladder has been followed. */
  readonly testedOn: LocalDate;
};

export const rankOf = (standing: Standing): number =>
  standing === "clear" ? 0 : LADDER_STEPS.indexOf(standing) + 1;

const furtherOf = (a: Standing, b: Standing): Standing => (rankOf(a) >= rankOf(b) ? a : b);

/** Whether a ratio has passed a threshold; one that it just meets is held [LV10]. */
export function isBeyond(must: Ladder["must"], ratio: Ratio, threshold: Ratio): boolean {
  const compared = Ratio.compare(ratio, threshold);
  return must === "atMost" ? compared > 0 : compared < 0;
}

/** The furthest step whose threshold the ratio has passed [LV10]. */
export function stepReached({ must, rungs }: Ladder, ratio: Ratio): Standing {
  return rungs.findLast(({ at }) => isBeyond(must, ratio, at))?.step ?? "clear";
}

/** A covenant on the day on which it is first tested: nothing is known of it before. */
export function unbroken(today: LocalDate): CovenantStanding {
  return { step: "clear", since: today, reached: "clear", testedOn: today };
}

/**
 * Where the covenant stands after a test on `today` [LV11] to [LV16]. First the days since the last
 * test are followed, on the ratio as it was then: periods run out and waivers expire on their own
 * days, so that it does not matter how often the ladder is looked at. Then the ratio of today
 * counts; one that cannot be computed leaves what was reached.
 */
export function testCovenant(
  ladder: Ladder,
  standing: CovenantStanding,
  test: {
    readonly ratio: Ratio | undefined;
    readonly today: LocalDate;
    readonly waivers: readonly Waiver[];
  },
): CovenantStanding {
  const { ratio, today, waivers } = test;
  assert(today >= standing.testedOn, "a covenant is tested in the order of days");
  let now = standing;
  for (;;) {
    const day = nextChange(ladder, now, waivers);
    if (day === undefined || day > today) break;
    now = settled(ladder, now, { reached: now.reached, day, waivers });
  }
  const reached = ratio === undefined ? now.reached : stepReached(ladder, ratio);
  return settled(ladder, now, { reached, day: today, waivers });
}

/** The next day after the last test on which a period has run out or a waiver has expired. */
function nextChange(
  ladder: Ladder,
  { step, since, testedOn }: CovenantStanding,
  waivers: readonly Waiver[],
): LocalDate | undefined {
  const periodEnd = step === "clear" ? undefined : ladder.lastDay(step, since);
  const lastDays = [...waivers.map(({ until }) => until), ...(periodEnd ? [periodEnd] : [])];
  // What lasts to the end of the calendar is followed by no day.
  const days = lastDays.flatMap((last) => {
    const next = addDays(last, 1);
    return next.ok && next.value > testedOn ? [next.value] : [];
  });
  return days.toSorted(compareDates)[0];
}

/** Where the covenant stands on one day, on which the ratio reaches the step given. */
function settled(
  ladder: Ladder,
  standing: CovenantStanding,
  on: { readonly reached: Standing; readonly day: LocalDate; readonly waivers: readonly Waiver[] },
): CovenantStanding {
  const { reached, day } = on;
  const { step, since } = standing;
  const cap = capOn(day, on.waivers);
  // A step that a waiver takes back has to be reached again [LV14].
  const isTakenBack = !isWithin(step, cap);
  let moved = isTakenBack ? undefined : stillMoved(standing, reached);
  // Default does not undo itself: only a waiver leads out of it [LV15].
  const isKept = step === "default" && !isTakenBack;
  let next = furtherOf(reached, isKept ? step : (moved?.to ?? "clear"));
  const follower = next === step ? followerOf(ladder, standing, day) : undefined;
  if (step !== "clear" && follower !== undefined && isWithin(follower, cap)) {
    moved = { from: moved?.to === step ? moved.from : step, to: follower };
    next = follower;
  }
  if (cap !== undefined && !isWithin(next, cap)) next = cap;
  const unchanged = next === step;
  return {
    ...{ step: next, since: unchanged ? since : day, reached, testedOn: day },
    ...(moved && { moved }),
  };
}

const isWithin = (standing: Standing, cap: Standing | undefined): boolean =>
  cap === undefined || rankOf(standing) <= rankOf(cap);

/** What a period has moved, for as long as the ratio reaches the step that it ran out on [LV13]. */
function stillMoved({ moved }: CovenantStanding, reached: Standing): CovenantStanding["moved"] {
  return moved !== undefined && rankOf(reached) >= rankOf(moved.from) ? moved : undefined;
}

/** The step that follows once the present one's period has run out: on a day after its last. */
function followerOf(
  ladder: Ladder,
  { step, since }: CovenantStanding,
  day: LocalDate,
): LadderStep | undefined {
  const lastDay = step === "clear" ? undefined : ladder.lastDay(step, since);
  if (lastDay === undefined || day <= lastDay) return undefined;
  return ladder.rungs.find((rung) => rankOf(rung.step) > rankOf(step))?.step;
}

/** The least that the waivers in force on a day allow. */
function capOn(day: LocalDate, waivers: readonly Waiver[]): Standing | undefined {
  const caps = waivers.filter(({ from, until }) => from <= day && day <= until);
  return caps.map(({ upTo }) => upTo).toSorted((a, b) => rankOf(a) - rankOf(b))[0];
}

/** Whether the fund may neither draw nor distribute. */
export const isLocked = (step: Standing): boolean => rankOf(step) >= rankOf("lock");

/** The share of income that goes to the lenders on a step: none before the first that names one. */
export function sweptShare({ rungs }: Ladder, step: Standing): Ratio {
  const shares = rungs.filter((rung) => rankOf(rung.step) <= rankOf(step));
  return shares.findLast(({ share }) => share !== undefined)?.share ?? Ratio.zero;
}
