import type { Ratio } from "@jointfund/core/base/ratio.ts";
import { addDays, endOfMonth, type LocalDate } from "@jointfund/core/calendar/date.ts";
import type { Covenant } from "@jointfund/core/charter/leverage-terms.ts";
import type { Rung, Standing } from "@jointfund/core/facilities/covenant-ladder.ts";
import { covenantRecord } from "@jointfund/core/facilities/covenants.ts";
import type { Recorded } from "@jointfund/core/fund/chronicle.ts";
import { findCovenant, ladderOf, ratioOf } from "@jointfund/core/fund/debt/covenants.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";

/** Where a covenant stood in the evening of a day, as the record had it then. */
export type CovenantPoint = {
  readonly on: LocalDate;
  /** Absent where it had no value: nothing was borrowed. */
  readonly ratio?: Ratio;
  readonly step: Standing;
};

/** The steps of a covenant from a day on. */
export type DatedLadder = { readonly from: LocalDate; readonly rungs: readonly Rung[] };

export type CovenantHistory = {
  readonly points: readonly CovenantPoint[];
  readonly ladders: readonly DatedLadder[];
};

/** The ends of months from a day on, and the last day that is open. */
function evenings(from: LocalDate, today: LocalDate): readonly LocalDate[] {
  const days: LocalDate[] = [];
  let end = endOfMonth(from);
  while (end < today) {
    days.push(end);
    const next = addDays(end, 1);
    if (!next.ok) break;
    end = endOfMonth(next.value);
  }
  return [...days, today];
}

function pointOf(state: FundState, covenant: Covenant, on: LocalDate): CovenantPoint {
  const ratio = ratioOf(state, covenant);
  const step = covenantRecord(state.covenants, covenant.id).standing?.step ?? "clear";
  return { on, step, ...(ratio === undefined ? {} : { ratio }) };
}

/**
 * Where a covenant stood at the end of each month and now, with the thresholds that were in force
 * (H61). Days on which it came to another step are in its own list of steps.
 */
export function covenantHistory(
  { state, chronicle }: { readonly state: FundState; readonly chronicle: Recorded },
  id: string,
): CovenantHistory {
  const points: CovenantPoint[] = [];
  const ladders: DatedLadder[] = [];
  for (const on of evenings(chronicle.firstDay ?? state.today, state.today)) {
    const then = on === state.today ? state : chronicle.stateOn(on);
    const covenant = then && findCovenant(then, id);
    if (then === undefined || covenant === undefined) continue;
    points.push(pointOf(then, covenant, on));
    const { rungs } = ladderOf(then.charter, covenant);
    if (!isSame(ladders.at(-1)?.rungs, rungs)) ladders.push({ from: on, rungs });
  }
  return { points, ladders };
}

function isSame(a: readonly Rung[] | undefined, b: readonly Rung[]): boolean {
  if (a === undefined || a.length !== b.length) return false;
  return a.every(({ step, at }, n) => {
    const other = b[n]!;
    return step === other.step && at.num === other.at.num && at.den === other.at.den;
  });
}
