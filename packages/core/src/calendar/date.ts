import { assert } from "../base/assert.ts";
import { err, ok, type Result } from "../base/result.ts";

declare const localDateBrand: unique symbol;
declare const instantBrand: unique symbol;

/** A calendar date without time zone, "YYYY-MM-DD", proleptic Gregorian, 1900 to 2199 [C1]. */
export type LocalDate = string & { readonly [localDateBrand]: true };

/** A moment in UTC to the whole second, "YYYY-MM-DDTHH:MM:SSZ", 1900 to 2199 [C6]. */
export type Instant = string & { readonly [instantBrand]: true };

export type DateMalformed = { readonly code: "date_malformed"; readonly actual: string };
export type DateDoesNotExist = { readonly code: "date_does_not_exist"; readonly actual: string };
/** `actual` is the text, day number or year that is not between `first` and `last` [C5]. */
export type DateOutOfRange = {
  readonly code: "date_out_of_range";
  readonly actual: string;
  readonly first: LocalDate;
  readonly last: LocalDate;
};
export type DateError = DateMalformed | DateDoesNotExist | DateOutOfRange;
export type InstantError =
  | { readonly code: "instant_malformed"; readonly actual: string }
  | { readonly code: "instant_does_not_exist"; readonly actual: string }
  | DateOutOfRange;

export type DateParts = { readonly year: number; readonly month: number; readonly day: number };

/** ISO 8601: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
/** The first date that a LocalDate can hold [C1]. */
export const FIRST_DATE = "1900-01-01" as LocalDate;
/** The last date that a LocalDate can hold [C1]. */
export const LAST_DATE = "2199-12-31" as LocalDate;

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const SECONDS_PER_DAY = 86_400;

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days in a month, 28 to 31; `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  const days = MONTH_DAYS[month - 1];
  assert(days !== undefined, "month must be 1 to 12");
  return month === 2 && isLeapYear(year) ? 29 : days;
}

/** The number written in decimal digits at [from, to), or -1 where a character is no digit. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    value = value * 10 + digit;
  }
  return value;
}

const HYPHEN = 45;
const COLON = 58;

/**
 * Reads "YYYY-MM-DD", strictly [C1]: no other form, no spaces, no date that the calendar does not
 * have, no year outside 1900 to 2199.
 */
export function parseLocalDate(text: string): Result<LocalDate, DateError> {
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  const shaped =
    text.length === 10 && text.charCodeAt(4) === HYPHEN && text.charCodeAt(7) === HYPHEN;
  if (!shaped || year < 0 || month < 0 || day < 0) {
    return err({ code: "date_malformed", actual: excerpt(text) });
  }
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
    return err({ code: "date_does_not_exist", actual: excerpt(text) });
  }
  if (year < FIRST_YEAR || year > LAST_YEAR) return err(outOfRange(excerpt(text)));
  return ok(text as LocalDate);
}

/** A date written in our own code, as a literal: a wrong one is a bug. */
export function localDate(text: string): LocalDate {
  const parsed = parseLocalDate(text);
  assert(parsed.ok, `no such date: ${text}`);
  return parsed.value;
}

/** The date of a year, month and day; a day that the month lacks is refused, never carried [C1]. */
export function dateFromParts(parts: DateParts): Result<LocalDate, DateError> {
  const whole =
    Number.isInteger(parts.year) && Number.isInteger(parts.month) && Number.isInteger(parts.day);
  assert(whole, "a date has whole parts");
  const text = formatParts(parts);
  if (parts.year < FIRST_YEAR || parts.year > LAST_YEAR) return err(outOfRange(excerpt(text)));
  return parseLocalDate(text);
}

export function dateParts(date: LocalDate): DateParts {
  return { year: digits(date, 0, 4), month: digits(date, 5, 7), day: digits(date, 8, 10) };
}

/** Days since 1970-01-01, negative before it [C2]. */
export function toDayNumber(date: LocalDate): number {
  return dayNumberOf(digits(date, 0, 4), digits(date, 5, 7), digits(date, 8, 10));
}

/** The date that is `dayNumber` days after 1970-01-01 [C2]. */
export function fromDayNumber(dayNumber: number): Result<LocalDate, DateOutOfRange> {
  assert(Number.isInteger(dayNumber), "a day number is a whole number");
  if (dayNumber < FIRST_DAY_NUMBER || dayNumber > LAST_DAY_NUMBER) {
    return err(outOfRange(`day ${dayNumber}`));
  }
  return ok(formatParts(partsOfDayNumber(dayNumber)) as LocalDate);
}

/** The date `days` later; earlier when negative [C3]. */
export function addDays(date: LocalDate, days: number): Result<LocalDate, DateOutOfRange> {
  assert(Number.isInteger(days), "days are counted in whole numbers");
  return fromDayNumber(toDayNumber(date) + days);
}

/**
 * The same day of the month `months` later; where that month is shorter, its last day [C4].
 * The last day of a month is not kept as last day: 28 February plus one month is 28 March.
 */
export function addMonths(date: LocalDate, months: number): Result<LocalDate, DateOutOfRange> {
  assert(Number.isInteger(months), "months are counted in whole numbers");
  const { year, month, day } = dateParts(date);
  const monthIndex = year * 12 + (month - 1) + months;
  const toYear = Math.floor(monthIndex / 12);
  const toMonth = monthIndex - toYear * 12 + 1;
  if (toYear < FIRST_YEAR || toYear > LAST_YEAR) return err(outOfRange(`year ${toYear}`));
  const toDay = Math.min(day, daysInMonth(toYear, toMonth));
  return ok(formatParts({ year: toYear, month: toMonth, day: toDay }) as LocalDate);
}

/** Negative when `a` is earlier, 0 when equal, positive when later: a comparator for sorting. */
export function compareDates(a: LocalDate, b: LocalDate): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function weekdayOf(date: LocalDate): Weekday {
  return weekdayOfDayNumber(toDayNumber(date));
}

/** The weekday of a day number; 1970-01-01 was a Thursday. */
export function weekdayOfDayNumber(dayNumber: number): Weekday {
  const index = (dayNumber + 3) % 7;
  return ((index < 0 ? index + 7 : index) + 1) as Weekday;
}

/** Days from `from` (not counted) to `to` (counted); negative when `to` is earlier [C2]. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

export function isEndOfMonth(date: LocalDate): boolean {
  const { year, month, day } = dateParts(date);
  return day === daysInMonth(year, month);
}

/** The last day of the date's month. */
export function endOfMonth(date: LocalDate): LocalDate {
  const { year, month } = dateParts(date);
  return formatParts({ year, month, day: daysInMonth(year, month) }) as LocalDate;
}

/**
 * Reads "YYYY-MM-DDTHH:MM:SSZ", strictly [C6]: UTC only, whole seconds, no leap second, no 24:00.
 */
export function parseInstant(text: string): Result<Instant, InstantError> {
  const [hour, minute, second] = [digits(text, 11, 13), digits(text, 14, 16), digits(text, 17, 19)];
  const shaped =
    text.length === 20 &&
    text[10] === "T" &&
    text.charCodeAt(13) === COLON &&
    text.charCodeAt(16) === COLON &&
    text[19] === "Z";
  const date = parseLocalDate(text.slice(0, 10));
  const dateMalformed = !date.ok && date.error.code === "date_malformed";
  if (!shaped || dateMalformed || hour < 0 || minute < 0 || second < 0) {
    return err({ code: "instant_malformed", actual: excerpt(text) });
  }
  const dateMissing = !date.ok && date.error.code === "date_does_not_exist";
  if (dateMissing || hour > 23 || minute > 59 || second > 59) {
    return err({ code: "instant_does_not_exist", actual: excerpt(text) });
  }
  if (!date.ok) return err(outOfRange(excerpt(text)));
  return ok(text as Instant);
}

/** An instant written in our own code, as a literal: a wrong one is a bug. */
export function instant(text: string): Instant {
  const parsed = parseInstant(text);
  assert(parsed.ok, `no such instant: ${text}`);
  return parsed.value;
}

/** Negative when `a` is earlier, 0 when equal, positive when later: a comparator for sorting. */
export function compareInstants(a: Instant, b: Instant): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The date in UTC. A date elsewhere is a matter of the charter, not of this function [C6]. */
export function dateOf(at: Instant): LocalDate {
  return at.slice(0, 10) as LocalDate;
}

/** Seconds since 1970-01-01T00:00:00Z without leap seconds, negative before it (POSIX) [C6]. */
export function toUnixSeconds(at: Instant): number {
  const [hour, minute, second] = [digits(at, 11, 13), digits(at, 14, 16), digits(at, 17, 19)];
  return toDayNumber(dateOf(at)) * SECONDS_PER_DAY + hour * 3600 + minute * 60 + second;
}

/** The instant `seconds` after 1970-01-01T00:00:00Z (POSIX) [C6]. */
export function fromUnixSeconds(seconds: number): Result<Instant, DateOutOfRange> {
  assert(Number.isInteger(seconds), "an instant has whole seconds");
  const day = Math.floor(seconds / SECONDS_PER_DAY);
  const date = fromDayNumber(day);
  if (!date.ok) return date;
  const inDay = seconds - day * SECONDS_PER_DAY;
  const hour = pad(Math.floor(inDay / 3600), 2);
  const minute = pad(Math.floor(inDay / 60) % 60, 2);
  return ok(`${date.value}T${hour}:${minute}:${pad(inDay % 60, 2)}Z` as Instant);
}

/** The instant `seconds` later; earlier when negative [C6]. */
export function addSeconds(at: Instant, seconds: number): Result<Instant, DateOutOfRange> {
  return fromUnixSeconds(toUnixSeconds(at) + seconds);
}

/** The start of a refused text: enough to find it, never more than a line. */
function excerpt(text: string): string {
  return text.slice(0, 40).toWellFormed();
}

function outOfRange(actual: string): DateOutOfRange {
  return { code: "date_out_of_range", actual, first: FIRST_DATE, last: LAST_DATE };
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}

function formatParts({ year, month, day }: DateParts): string {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/**
 * Years are counted from 1 March, so that the leap day is a year's last day and the months have
 * the regular lengths that (153 m + 2) / 5 gives. 0000-03-01 is 719,468 days before the epoch.
 */
function dayNumberOf(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const marchMonth = month <= 2 ? month + 9 : month - 3;
  const dayOfYear = Math.floor((153 * marchMonth + 2) / 5) + day - 1;
  const leapDays =
    Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + dayOfYear - 719_468;
}

/** The inverse, in eras of 400 years (146,097 days), each of which repeats the calendar exactly. */
function partsOfDayNumber(dayNumber: number): DateParts {
  const shifted = dayNumber + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const leapFree =
    dayOfEra -
    Math.floor(dayOfEra / 1460) +
    Math.floor(dayOfEra / 36_524) -
    Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor(leapFree / 365);
  const yearStart = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  const dayOfYear = dayOfEra - yearStart;
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  return { year, month, day };
}

const FIRST_DAY_NUMBER = toDayNumber(FIRST_DATE);
const LAST_DAY_NUMBER = toDayNumber(LAST_DATE);
