import { unreachable } from "../base/assert.ts";
import { addDays, addMonths, compareDates, type LocalDate } from "../calendar/date.ts";
import { compareExact, type Exact } from "./exact.ts";
import type { Comparison } from "./syntax.ts";
import type { Ordering } from "./typed.ts";
import type { Duration, Raw } from "./value.ts";

/** Durations beyond this many months or days leave the range of dates from any date. */
const MAX_SHIFT = 1_000_000n;
/** No months and no days. */
export const NO_DURATION: Duration = { months: 0n, days: 0n };

/** `a`, and `b` so many times. */
export function shifted(a: Duration, b: Duration, times: bigint): Duration {
  return { months: a.months + b.months * times, days: a.days + b.days * times };
}

/** Months first, then days [X45]; undefined beyond the range of dates. */
export function addToDate(date: LocalDate, duration: Duration): LocalDate | undefined {
  const { months, days } = duration;
  for (const count of [months, days]) {
    if (count > MAX_SHIFT || count < -MAX_SHIFT) return undefined;
  }
  const moved = addMonths(date, Number(months));
  if (!moved.ok) return undefined;
  const result = addDays(moved.value, Number(days));
  return result.ok ? result.value : undefined;
}

/** -1, 0 or 1; texts are only equal (0) or not (1). Undefined for durations of no fixed order. */
export function orderOf(left: Raw, right: Raw, order: Ordering): -1 | 0 | 1 | undefined {
  switch (order) {
    case "number":
      return compareExact(left as Exact, right as Exact);
    case "date":
      return compareDates(left as LocalDate, right as LocalDate);
    case "text":
      return left === right ? 0 : 1;
    case "duration":
      return durationOrder(left as Duration, right as Duration);
    default:
      return unreachable(order);
  }
}

/** Undefined where more months stand against more days: a month has no fixed length [X46]. */
function durationOrder(a: Duration, b: Duration): -1 | 0 | 1 | undefined {
  const months = a.months - b.months;
  const days = a.days - b.days;
  if (months === 0n && days === 0n) return 0;
  if (months >= 0n && days >= 0n) return 1;
  return months <= 0n && days <= 0n ? -1 : undefined;
}

/** Whether a comparison holds of values in that order. */
export function holds(operator: Comparison, order: -1 | 0 | 1): boolean {
  switch (operator) {
    case "=":
      return order === 0;
    case "!=":
      return order !== 0;
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
    default:
      return unreachable(operator);
  }
}
