import { assert } from "@jointfund/core/base/assert.ts";
import { addDays, addMonths, endOfMonth, type LocalDate } from "@jointfund/core/calendar/date.ts";
import { yearFraction, type DayCount } from "@jointfund/core/calendar/day-count.ts";
import { doubleOf } from "./double.ts";

/** The last day of each step's last month [PJ80]; `opens` is the last day of a month. */
export function stepDates(opens: LocalDate, stepMonths: number, steps: number): LocalDate[] {
  return Array.from({ length: steps }, (_, step) => monthEndAfter(opens, stepMonths * (step + 1)));
}

/** The last day of the month so many months on. */
export function monthEndAfter(date: LocalDate, months: number): LocalDate {
  const moved = addMonths(date, months);
  assert(moved.ok, `a projection ends before the calendar, not ${months} months after ${date}`);
  return endOfMonth(moved.value);
}

/** The first day of the month so many months after the next one: where a month's fees accrue. */
export function monthStartWithin(date: LocalDate, months: number): LocalDate {
  const next = addDays(monthEndAfter(date, months), 1);
  assert(next.ok, `a projection ends before the calendar, not ${months} months after ${date}`);
  return next.value;
}

/** The part of a year between two days, as the nearest double. */
export function yearsBetween(dayCount: DayCount, start: LocalDate, end: LocalDate): number {
  const part = yearFraction(dayCount, { start, end });
  assert(part.ok, `no part of a year from ${start} to ${end}`);
  return doubleOf(part.value);
}
