import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { AssertionError } from "../base/assert.ts";
import { addDays, daysBetween, FIRST_DATE, LAST_DATE, localDate, type LocalDate } from "./date.ts";
import {
  CALENDAR_FISCAL_YEAR,
  fiscalYearOf,
  isFiscalYearStart,
  JAPAN_FISCAL_YEAR,
  US_FEDERAL_FISCAL_YEAR,
  type FiscalYear,
  type FiscalYearDefinition,
} from "./fiscal-year.ts";

function yearOf(definition: FiscalYearDefinition, date: string): FiscalYear {
  const year = fiscalYearOf(definition, localDate(date));
  assert.ok(year.ok);
  return year.value;
}

test("[C30] [C31] [C32] 15 November 2026 is in three fiscal years", () => {
  const date = "2026-11-15";
  assert.deepEqual(yearOf(US_FEDERAL_FISCAL_YEAR, date), {
    calendarId: "us-federal",
    label: "FY2027",
    start: "2026-10-01",
    end: "2027-09-30",
  });
  assert.deepEqual(yearOf(JAPAN_FISCAL_YEAR, date), {
    calendarId: "japan-government",
    label: "FY2026",
    eraLabel: "令和8年度",
    start: "2026-04-01",
    end: "2027-03-31",
  });
  assert.deepEqual(yearOf(CALENDAR_FISCAL_YEAR, date), {
    calendarId: "calendar-year",
    label: "FY2026",
    start: "2026-01-01",
    end: "2026-12-31",
  });
});

test("[C31] a year begins on its first day and not before", () => {
  for (const [definition, date, label] of [
    [US_FEDERAL_FISCAL_YEAR, "2026-09-30", "FY2026"],
    [US_FEDERAL_FISCAL_YEAR, "2026-10-01", "FY2027"],
    [JAPAN_FISCAL_YEAR, "2020-03-31", "FY2019"],
    [JAPAN_FISCAL_YEAR, "2020-04-01", "FY2020"],
    [CALENDAR_FISCAL_YEAR, "2026-12-31", "FY2026"],
  ] as const) {
    assert.equal(yearOf(definition, date).label, label);
  }
});

test("[C32] Japanese years are labelled by era", () => {
  for (const [date, label] of [
    ["1926-03-31", undefined],
    ["1988-04-01", "昭和63年度"],
    ["1989-03-31", "昭和63年度"],
    ["1989-04-01", "平成元年度"],
    ["2019-03-31", "平成30年度"],
    ["2019-04-01", "令和元年度"],
    ["2020-03-31", "令和元年度"],
    ["2020-04-01", "令和2年度"],
  ] as const) {
    assert.equal(yearOf(JAPAN_FISCAL_YEAR, date).eraLabel, label, date);
  }
});

const twoDigits = (min: number, max: number) =>
  fc.integer({ min, max }).map((value) => `${value}`.padStart(2, "0"));

test("[C30] any definition cuts time into whole years without gap or overlap", () => {
  const definition = fc.record({
    calendarId: fc.constant("any"),
    start: fc.tuple(twoDigits(1, 12), twoDigits(1, 28)).map((parts) => parts.join("-")),
    namedBy: fc.constantFrom<"start" | "end">("start", "end"),
  });
  const offset = fc.integer({ min: 400, max: 108_800 });
  fc.assert(
    fc.property(definition, offset, (drawn, days) => {
      const date = addDays(FIRST_DATE, days);
      assert.ok(date.ok);
      const year = yearOf(drawn, date.value);
      assert.ok(year.start <= date.value && date.value <= year.end);
      assert.equal(year.start.slice(5), drawn.start);
      assert.ok([364, 365].includes(daysBetween(year.start, year.end)));
      const next = addDays(year.end, 1);
      assert.ok(next.ok);
      assert.equal(yearOf(drawn, next.value).start, next.value);
      const named = drawn.namedBy === "start" ? year.start : year.end;
      assert.equal(year.label, `FY${named.slice(0, 4)}`);
    }),
  );
});

test("[C5] [C30] a year that is not whole within the range of dates is refused", () => {
  const codeOf = (definition: FiscalYearDefinition, date: LocalDate): string => {
    const year = fiscalYearOf(definition, date);
    return year.ok ? year.value.label : year.error.code;
  };
  assert.equal(codeOf(CALENDAR_FISCAL_YEAR, FIRST_DATE), "FY1900");
  assert.equal(codeOf(CALENDAR_FISCAL_YEAR, LAST_DATE), "FY2199");
  assert.equal(codeOf(JAPAN_FISCAL_YEAR, FIRST_DATE), "date_out_of_range");
  assert.equal(codeOf(JAPAN_FISCAL_YEAR, LAST_DATE), "date_out_of_range");
});

test("[C30] only a day that every year has can start a fiscal year", () => {
  for (const start of ["01-01", "02-28", "12-28", "10-01"]) {
    assert.equal(isFiscalYearStart(start), true, start);
  }
  for (const start of ["02-29", "04-31", "00-01", "13-01", "4-1", "04-00", "", "04-01 "]) {
    assert.equal(isFiscalYearStart(start), false, start);
  }
  const wrong = { ...JAPAN_FISCAL_YEAR, start: "02-29" };
  assert.throws(() => fiscalYearOf(wrong, localDate("2026-01-01")), AssertionError);
});
