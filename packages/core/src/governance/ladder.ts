import { addDays, type LocalDate } from "../calendar/date.ts";
import type { Charter, Days } from "../charter/charter.ts";
import { windowEnd } from "./window.ts";

/** Where a ladder of stages stands: the index of a stage and the first day of that stage. */
export type Stand = { readonly stage: number; readonly since: LocalDate };

/** A stage of a ladder, as far as its time goes. */
export type Rung = { readonly within: Days };

/**
 * Where a ladder stands on a day. A stage whose window has run out gives way to the next one on the
 * day after its last, so that how often a day is opened moves nothing. A stage number beyond the
 * last says that the last one has run out too. A window that no calendar can date does not run out.
 */
export function standOn(
  charter: Charter,
  rungs: readonly Rung[],
  from: Stand,
  today: LocalDate,
): Stand {
  let { stage, since } = from;
  for (let rung = rungs[stage]; rung !== undefined; rung = rungs[stage]) {
    const last = lastDayOf(charter, rung, since);
    if (last === undefined || today <= last) break;
    const next = addDays(last, 1);
    if (!next.ok) break;
    stage++;
    since = next.value;
  }
  return { stage, since };
}

/** The last day of a stage that began on a day, or undefined where the calendar does not reach. */
export function lastDayOf(
  charter: Charter,
  { within }: Rung,
  since: LocalDate,
): LocalDate | undefined {
  const end = windowEnd(charter, since, within);
  return end.ok ? end.value : undefined;
}
