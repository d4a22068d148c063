import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { AssertionError } from "../base/assert.ts";
import {
  addDays,
  addMonths,
  addSeconds,
  compareDates,
  compareInstants,
  dateFromParts,
  dateOf,
  dateParts,
  daysBetween,
  endOfMonth,
  FIRST_DATE,
  fromDayNumber,
  fromUnixSeconds,
  instant,
  isEndOfMonth,
  LAST_DATE,
  localDate,
  parseInstant,
  parseLocalDate,
  toDayNumber,
  toUnixSeconds,
  weekdayOf,
  type LocalDate,
} from "./date.ts";

type Vectors = {
  readonly days: readonly (readonly [string, number, number])[];
  readonly months: readonly (readonly [string, number, string])[];
  readonly instants: readonly (readonly [string, number])[];
  readonly invalidDates: readonly (readonly [string, string])[];
  readonly invalidInstants: readonly (readonly [string, string])[];
};
const vectors = JSON.parse(
  readFileSync(new URL("../../../../vectors/calendar/dates.json", import.meta.url), "utf8"),
) as Vectors;

const DAYS_IN_RANGE = 109_573;
const anyDate = fc.integer({ min: 0, max: DAYS_IN_RANGE - 1 }).map((offset) => {
  const date = addDays(FIRST_DATE, offset);
  assert.ok(date.ok);
  return date.value;
});

/** Every date from 1900 to 2199 by counting: the weekday and the day go on by one each day. */
function* countedDates(): Generator<{ date: string; day: number; weekday: number }> {
  let [day, weekday] = [-25_567, 1];
  for (let year = 1900; year <= 2199; year++) {
    const leap = year % 4 === 0 && year !== 1900 && year !== 2100;
    for (const [index, length] of [
      31,
      leap ? 29 : 28,
      31,
      30,
      31,
      30,
      31,
      31,
      30,
      31,
      30,
      31,
    ].entries()) {
      for (let inMonth = 1; inMonth <= length; inMonth++) {
        const month = `${index + 1}`.padStart(2, "0");
        yield { date: `${year}-${month}-${`${inMonth}`.padStart(2, "0")}`, day, weekday };
        day += 1;
        weekday = (weekday % 7) + 1;
      }
    }
  }
}

test("[C1] [C2] every date of the range has its day number and weekday, by counting", () => {
  let count = 0;
  for (const { date, day, weekday } of countedDates()) {
    const parsed = parseLocalDate(date);
    assert.ok(parsed.ok, date);
    assert.equal(toDayNumber(parsed.value), day);
    assert.equal(weekdayOf(parsed.value), weekday);
    assert.deepEqual(fromDayNumber(day), { ok: true, value: date });
    count++;
  }
  assert.equal(count, DAYS_IN_RANGE);
});

test("[C2] day numbers and weekdays agree with the vectors", () => {
  for (const [text, day, weekday] of vectors.days) {
    const date = localDate(text);
    assert.equal(toDayNumber(date), day);
    assert.equal(weekdayOf(date), weekday);
  }
});

test("[C1] other forms, dates that do not exist and years out of range are refused", () => {
  for (const [text, code] of vectors.invalidDates) {
    const parsed = parseLocalDate(text);
    assert.ok(!parsed.ok, text);
    assert.equal(parsed.error.code, code, text);
  }
});

test("[C1] only texts of dates are accepted", () => {
  const digitsAndHyphens = fc.string({
    unit: fc.constantFrom(..."0123456789-".split("")),
    minLength: 9,
    maxLength: 11,
  });
  const known = new Set([...countedDates()].map(({ date }) => date));
  fc.assert(
    fc.property(fc.oneof(digitsAndHyphens, anyDate, fc.string()), (text) => {
      assert.equal(parseLocalDate(text).ok, known.has(text));
    }),
  );
});

test("[C1] a refused text is quoted in part only, and stays well formed", () => {
  const parsed = parseLocalDate("x".repeat(39) + "😀".repeat(1000));
  assert.ok(!parsed.ok);
  assert.equal(parsed.error.actual, `${"x".repeat(39)}\ufffd`);
});

test("[C1] parts and text are each other's inverse, and impossible parts are refused", () => {
  fc.assert(
    fc.property(anyDate, (date) => {
      assert.deepEqual(dateFromParts(dateParts(date)), { ok: true, value: date });
    }),
  );
  for (const parts of [
    { year: 2026, month: 2, day: 29 },
    { year: 2026, month: 13, day: 1 },
    { year: 1899, month: 12, day: 31 },
    { year: 2200, month: 1, day: 1 },
  ]) {
    assert.equal(dateFromParts(parts).ok, false);
  }
  assert.throws(() => localDate("2026-02-30"), AssertionError);
});

test("[C3] days added are days counted, and text order is date order", () => {
  fc.assert(
    fc.property(anyDate, anyDate, (from, to) => {
      const days = daysBetween(from, to);
      assert.deepEqual(addDays(from, days), { ok: true, value: to });
      assert.equal(Math.sign(days) + 0, compareDates(to, from) + 0);
    }),
  );
});

test("[C4] months added agree with the vectors", () => {
  for (const [from, months, to] of vectors.months) {
    assert.deepEqual(addMonths(localDate(from), months), { ok: true, value: to });
  }
});

test("[C4] the day of the month is kept, or is the last of a shorter month", () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: -500, max: 500 }), (date, months) => {
      const moved = addMonths(date, months);
      fc.pre(moved.ok);
      const [from, to] = [dateParts(date), dateParts(moved.value)];
      assert.equal((to.year - from.year) * 12 + to.month - from.month, months);
      assert.ok(to.day === from.day || (to.day < from.day && isEndOfMonth(moved.value)));
    }),
  );
});

test("[C4] the end of a month is the day before the next month's first", () => {
  fc.assert(
    fc.property(anyDate, (date) => {
      fc.pre(date < "2199-12-01");
      const next = addMonths(`${date.slice(0, 8)}01` as LocalDate, 1);
      assert.ok(next.ok);
      assert.equal(daysBetween(endOfMonth(date), next.value), 1);
      assert.equal(isEndOfMonth(date), date === endOfMonth(date));
    }),
  );
});

test("[C5] what leaves the range is refused with the range", () => {
  const range = { code: "date_out_of_range", first: FIRST_DATE, last: LAST_DATE };
  const refusals = [
    [addDays(LAST_DATE, 1), "day 84006"],
    [addDays(FIRST_DATE, -1), "day -25568"],
    [addMonths(LAST_DATE, 1), "year 2200"],
    [addMonths(FIRST_DATE, -1), "year 1899"],
  ] as const;
  for (const [refused, actual] of refusals) {
    assert.deepEqual(refused, { ok: false, error: { ...range, actual } });
  }
});

test("[C6] instants agree with the vectors in both directions", () => {
  for (const [text, seconds] of vectors.instants) {
    const parsed = parseInstant(text);
    assert.ok(parsed.ok, text);
    assert.equal(toUnixSeconds(parsed.value), seconds);
    assert.deepEqual(fromUnixSeconds(seconds), { ok: true, value: text });
    assert.equal(dateOf(parsed.value), text.slice(0, 10));
  }
});

test("[C6] other forms of instants are refused", () => {
  for (const [text, code] of vectors.invalidInstants) {
    const parsed = parseInstant(text);
    assert.ok(!parsed.ok, text);
    assert.equal(parsed.error.code, code, text);
  }
  assert.throws(() => instant("2026-02-17"), AssertionError);
});

test("[C6] seconds are counted without gaps, and text order is order in time", () => {
  const seconds = fc.integer({ min: toUnixSeconds(instant("1900-01-01T00:00:00Z")), max: 7.25e9 });
  fc.assert(
    fc.property(seconds, seconds, (a, b) => {
      const [from, to] = [fromUnixSeconds(a), fromUnixSeconds(b)];
      assert.ok(from.ok && to.ok);
      assert.equal(parseInstant(from.value).ok, true);
      assert.equal(toUnixSeconds(from.value), a);
      assert.deepEqual(addSeconds(from.value, b - a), to);
      assert.equal(compareInstants(from.value, to.value), Math.sign(a - b) + 0);
    }),
  );
});
