import { assert } from "../base/assert.ts";
import { err, ok, type Result } from "../base/result.ts";
import {
  compareDates,
  dateParts,
  fromDayNumber,
  toDayNumber,
  weekdayOfDayNumber,
  type LocalDate,
  type Weekday,
} from "./date.ts";

/** A day on which the calendar's banks are closed; it may fall on a weekend. */
export type Holiday = {
  readonly date: LocalDate;
  readonly name: { readonly en: string; readonly ja: string };
  /** False where the authority has not published the day yet, and it is only expected [C12]. */
  readonly proclaimed: boolean;
};

/** A business calendar is data: law, not an algorithm [C7]. */
export type BusinessCalendar = {
  readonly id: string;
  /** The horizon: nothing is known before `first` or after `last` [C8]. */
  readonly first: LocalDate;
  readonly last: LocalDate;
  readonly weekend: readonly Weekday[];
  /** In ascending order of date. A joint calendar may list a date twice. */
  readonly holidays: readonly Holiday[];
};

/** How a date that is no business day moves [C10]. */
export const BUSINESS_DAY_CONVENTIONS = [
  "none",
  "following",
  "modifiedFollowing",
  "preceding",
] as const;
export type BusinessDayConvention = (typeof BUSINESS_DAY_CONVENTIONS)[number];

/**
 * The answer needs a day that the calendar does not hold [C8]. `actual` is the date asked about:
 * it lies beyond the horizon itself, or the count that starts there runs out of it.
 */
export type CalendarHorizonExceeded = {
  readonly code: "calendar_horizon_exceeded";
  readonly calendarId: string;
  readonly actual: LocalDate;
  readonly first: LocalDate;
  readonly last: LocalDate;
};

/** What makes calendar data unusable [C7]. */
export type CalendarFinding =
  | { readonly code: "calendar_horizon_reversed"; first: LocalDate; last: LocalDate }
  | { readonly code: "calendar_without_business_days"; weekend: readonly Weekday[] }
  | { readonly code: "calendar_holiday_out_of_order"; date: LocalDate; previous: LocalDate }
  | CalendarHorizonExceeded;

export type CalendarAmendmentError =
  | { readonly code: "calendar_holiday_not_listed"; readonly date: LocalDate }
  | { readonly code: "calendar_holiday_already_listed"; readonly date: LocalDate }
  | CalendarHorizonExceeded;

/** True when the calendar's banks are open on the date [C8]. */
export function isBusinessDay(
  calendar: BusinessCalendar,
  date: LocalDate,
): Result<boolean, CalendarHorizonExceeded> {
  if (!isWithinHorizon(calendar, date)) return err(horizonExceeded(calendar, date));
  return ok(isOpen(calendar, toDayNumber(date)));
}

/**
 * The `days`-th business day after the date, which itself is not counted; before it when
 * negative. Zero gives the date itself, open or closed [C9].
 */
export function addBusinessDays(
  calendar: BusinessCalendar,
  date: LocalDate,
  days: number,
): Result<LocalDate, CalendarHorizonExceeded> {
  assert(Number.isInteger(days), "business days are counted in whole numbers");
  if (!isWithinHorizon(calendar, date)) return err(horizonExceeded(calendar, date));
  const step = days < 0 ? -1 : 1;
  const [first, last] = [toDayNumber(calendar.first), toDayNumber(calendar.last)];
  let day = toDayNumber(date);
  for (let left = Math.abs(days); left > 0;) {
    day += step;
    if (day < first || day > last) return err(horizonExceeded(calendar, date));
    if (isOpen(calendar, day)) left--;
  }
  return ok(dateOfDayNumber(day));
}

/**
 * The date moved to a business day by the convention [C10]. `none` leaves every date as it is,
 * but still refuses one beyond the horizon.
 */
export function adjust(
  calendar: BusinessCalendar,
  date: LocalDate,
  convention: BusinessDayConvention,
): Result<LocalDate, CalendarHorizonExceeded> {
  const open = isBusinessDay(calendar, date);
  if (!open.ok) return open;
  if (open.value || convention === "none") return ok(date);
  if (convention === "preceding") return addBusinessDays(calendar, date, -1);
  const following = addBusinessDays(calendar, date, 1);
  if (!following.ok || convention === "following") return following;
  const sameMonth = dateParts(following.value).month === dateParts(date).month;
  return sameMonth ? following : addBusinessDays(calendar, date, -1);
}

/**
 * Business days from `from` (not counted) to `to` (counted); negative when `to` is earlier. So
 * it is the inverse of addBusinessDays [C9].
 */
export function countBusinessDays(
  calendar: BusinessCalendar,
  range: { readonly from: LocalDate; readonly to: LocalDate },
): Result<number, CalendarHorizonExceeded> {
  for (const date of [range.from, range.to]) {
    if (!isWithinHorizon(calendar, date)) return err(horizonExceeded(calendar, date));
  }
  const [from, to] = [toDayNumber(range.from), toDayNumber(range.to)];
  const step = to < from ? -1 : 1;
  let count = 0;
  for (let day = from; day !== to;) {
    day += step;
    if (isOpen(calendar, day)) count += step;
  }
  return ok(count);
}

/** The holidays from `from` to `to`, both included, in order. */
export function holidaysWithin(
  calendar: BusinessCalendar,
  range: { readonly from: LocalDate; readonly to: LocalDate },
): readonly Holiday[] {
  const start = firstHolidayFrom(calendar.holidays, range.from);
  const found: Holiday[] = [];
  for (let i = start; i < calendar.holidays.length; i++) {
    const holiday = calendar.holidays[i]!;
    if (holiday.date > range.to) break;
    found.push(holiday);
  }
  return found;
}

/**
 * The joint calendar: a day is open only when no member is closed; the horizon is what all
 * members know, and where they know nothing in common every question is refused. Its id is the
 * members' ids joined by "+", in the order given [C11].
 */
export function joinCalendars(
  calendars: readonly [BusinessCalendar, ...BusinessCalendar[]],
): BusinessCalendar {
  let [joint] = calendars;
  for (const next of calendars.slice(1)) {
    const first = joint.first > next.first ? joint.first : next.first;
    const last = joint.last < next.last ? joint.last : next.last;
    const added = next.weekend.filter((weekday) => !joint.weekend.includes(weekday));
    // The sort is stable, so on a date that two members list the earlier member comes first.
    const holidays = [...joint.holidays, ...next.holidays]
      .filter(({ date }) => first <= date && date <= last)
      .sort((a, b) => compareDates(a.date, b.date));
    const weekend = [...joint.weekend, ...added].sort((a, b) => a - b);
    joint = { id: `${joint.id}+${next.id}`, first, last, weekend, holidays };
  }
  return joint;
}

/**
 * The calendar with holidays taken out and then put in, as an act amends it: a closure that the
 * authority adds, or an expected day once it is proclaimed [C12].
 */
export function amendCalendar(
  calendar: BusinessCalendar,
  amendment: { readonly remove: readonly LocalDate[]; readonly add: readonly Holiday[] },
): Result<BusinessCalendar, CalendarAmendmentError> {
  const byDate = new Map<LocalDate, Holiday>();
  for (const holiday of calendar.holidays) byDate.set(holiday.date, holiday);
  assert(byDate.size === calendar.holidays.length, "amend the members of a joint calendar");
  for (const date of amendment.remove) {
    if (!byDate.delete(date)) return err({ code: "calendar_holiday_not_listed", date });
  }
  for (const holiday of amendment.add) {
    const { date } = holiday;
    if (!isWithinHorizon(calendar, date)) return err(horizonExceeded(calendar, date));
    if (byDate.has(date)) return err({ code: "calendar_holiday_already_listed", date });
    byDate.set(date, holiday);
  }
  const holidays = [...byDate.values()].sort((a, b) => compareDates(a.date, b.date));
  return ok({ ...calendar, holidays });
}

/** What is wrong with calendar data that came from outside; empty when it can be used [C7]. */
export function calendarFindings(calendar: BusinessCalendar): readonly CalendarFinding[] {
  const { first, last, weekend } = calendar;
  const findings: CalendarFinding[] = [];
  if (first > last) findings.push({ code: "calendar_horizon_reversed", first, last });
  if (new Set(weekend).size >= 7) {
    findings.push({ code: "calendar_without_business_days", weekend });
  }
  let previous: LocalDate | undefined;
  for (const { date } of calendar.holidays) {
    if (!isWithinHorizon(calendar, date)) findings.push(horizonExceeded(calendar, date));
    if (previous !== undefined && date < previous) {
      findings.push({ code: "calendar_holiday_out_of_order", date, previous });
    }
    previous = date;
  }
  return findings;
}

function isWithinHorizon(calendar: BusinessCalendar, date: LocalDate): boolean {
  return calendar.first <= date && date <= calendar.last;
}

function horizonExceeded(calendar: BusinessCalendar, actual: LocalDate): CalendarHorizonExceeded {
  const { id: calendarId, first, last } = calendar;
  return { code: "calendar_horizon_exceeded", calendarId, actual, first, last };
}

function isOpen(calendar: BusinessCalendar, dayNumber: number): boolean {
  if (calendar.weekend.includes(weekdayOfDayNumber(dayNumber))) return false;
  const date = dateOfDayNumber(dayNumber);
  return calendar.holidays[firstHolidayFrom(calendar.holidays, date)]?.date !== date;
}

/** The index of the first holiday on or after the date. */
function firstHolidayFrom(holidays: readonly Holiday[], date: LocalDate): number {
  let [low, high] = [0, holidays.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holidays[middle]!.date < date) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** For day numbers within a horizon, which always have a date. */
function dateOfDayNumber(dayNumber: number): LocalDate {
  const date = fromDayNumber(dayNumber);
  assert(date.ok, "a horizon lies within the range of dates");
  return date.value;
}
