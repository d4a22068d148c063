import { assert } from "../base/assert.ts";
import { err, ok, type Result } from "../base/result.ts";
import {
  addBusinessDays,
  joinCalendars,
  type BusinessCalendar,
} from "../calendar/business-days.ts";
import { JAPAN_BANKS } from "../calendar/calendars/japan-banks.ts";
import { US_FEDERAL_RESERVE } from "../calendar/calendars/us-federal-reserve.ts";
import { addDays, type LocalDate } from "../calendar/date.ts";
import { businessCalendarOf } from "../charter/calendar-terms.ts";
import type { Charter, Days } from "../charter/charter.ts";
import { rejection, type Rejection } from "./rejection.ts";

/** The calendar name that counts every day, in every charter (G41). */
export const EVERY_DAY = "calendar";

/** The calendars that come with the program, by the ids that charters use. */
export const BUSINESS_CALENDARS: ReadonlyMap<string, BusinessCalendar> = new Map(
  [US_FEDERAL_RESERVE, JAPAN_BANKS].map((calendar) => [calendar.id, calendar]),
);

/** Calendars by name, and window ends already counted, of one charter. */
type Windows = {
  readonly calendars: Map<string, BusinessCalendar>;
  readonly ends: Map<string, LocalDate>;
};

const windowsOf = new WeakMap<Charter, Windows>();
const ENDS_KEPT = 4_096;

function calendarNamed(charter: Charter, windows: Windows, name: string): BusinessCalendar {
  const known = windows.calendars.get(name);
  if (known !== undefined) return known;
  const members = (charter.calendars.business[name] ?? []).map((id) => {
    const own = charter.calendars.own?.find((calendar) => calendar.id === id);
    const calendar = own === undefined ? BUSINESS_CALENDARS.get(id) : businessCalendarOf(own);
    assert(calendar !== undefined, `an adopted charter names a calendar that exists: ${id}`);
    return calendar;
  });
  const [first, ...others] = members;
  assert(first !== undefined, `an adopted charter defines the calendar ${name}`);
  const calendar = joinCalendars([first, ...others]);
  windows.calendars.set(name, calendar);
  return calendar;
}

function windowsFor(charter: Charter): Windows {
  let windows = windowsOf.get(charter);
  if (windows === undefined) {
    windows = { calendars: new Map(), ends: new Map() };
    windowsOf.set(charter, windows);
  }
  return windows;
}

/** A business calendar by the name that the charter gives it; another name is a bug. */
export function businessCalendar(charter: Charter, name: string): BusinessCalendar {
  return calendarNamed(charter, windowsFor(charter), name);
}

/**
 * The last day of a window of so many days that starts on `from`, which is not counted (G41). It
 * has run out when a later day is open. `calendar_horizon_exceeded` where the calendar ends before.
 */
export function windowEnd(
  charter: Charter,
  from: LocalDate,
  { days, calendar }: Days,
): Result<LocalDate, Rejection> {
  const windows = windowsFor(charter);
  const key = `${from} ${days} ${calendar}`;
  const known = windows.ends.get(key);
  if (known !== undefined) return ok(known);
  const end =
    calendar === EVERY_DAY
      ? addDays(from, days)
      : addBusinessDays(calendarNamed(charter, windows, calendar), from, days);
  if (!end.ok) {
    const { first, last } = end.error;
    const { clause } = charter.calendars;
    const facts = { calendar, from, days, first, last };
    return err(rejection("calendar_horizon_exceeded", clause, facts));
  }
  if (windows.ends.size === ENDS_KEPT) windows.ends.clear();
  windows.ends.set(key, end.value);
  return end;
}

/** Whether a window has run out on a day. One that no calendar can date does not run out (G41). */
export function hasRunOut(
  charter: Charter,
  window: { readonly from: LocalDate; readonly length: Days },
  today: LocalDate,
): boolean {
  const end = windowEnd(charter, window.from, window.length);
  return end.ok && today > end.value;
}
