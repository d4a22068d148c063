import { daysBetween, endOfMonth } from "../../calendar/date.ts";
import { itemOf, type AuditItem, type KnownAct } from "./item.ts";
import type { AuditInput } from "./trail.ts";

/**
 * Acts that take effect on a day before the one on which they were put on record, by more days
 * than are tolerated (AU10). One that reaches back over the end of a month changes a balance that
 * may have been reported, and says so.
 */
export function backDatedActs(
  input: AuditInput,
  known: KnownAct,
  toleranceDays: number,
): readonly AuditItem[] {
  const { effectiveDate } = known.act;
  const on = input.trail.dayOf(known.entry);
  const days = daysBetween(effectiveDate, on);
  if (days <= toleranceDays) return [];
  const kind = endOfMonth(effectiveDate) < on ? "overMonthEnd" : "withinMonth";
  return [itemOf(input, known, { entry: known.entry, kind, facts: { days } })];
}
