import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addDays, fromDayNumber, localDate, toDayNumber } from "../calendar/date.ts";
import {
  CALENDAR_FISCAL_YEAR,
  fiscalYearOf,
  JAPAN_FISCAL_YEAR,
  US_FEDERAL_FISCAL_YEAR,
  type FiscalYearDefinition,
} from "../calendar/fiscal-year.ts";
import {
  dayBefore,
  fiscalYearNamed,
  fiscalYearsBetween,
  periodBetween,
  quarterToDate,
  sinceInception,
  yearToDate,
} from "./period.ts";

const named = (definition: FiscalYearDefinition, label: string) => {
  const year = fiscalYearNamed(definition, label);
  return year && `${year.start} ${year.end} ${year.eraLabel ?? ""}`.trim();
};

test("[ST11] FY2026 is three periods, each by its calendar's way of naming", () => {
  assert.equal(named(US_FEDERAL_FISCAL_YEAR, "FY2026"), "2025-10-01 2026-09-30");
  assert.equal(named(JAPAN_FISCAL_YEAR, "FY2026"), "2026-04-01 2027-03-31 令和8年度");
  assert.equal(named(CALENDAR_FISCAL_YEAR, "FY2026"), "2026-01-01 2026-12-31");
  for (const label of ["2026", "FY26", "FY2026 ", "FY9999"]) {
    assert.equal(named(JAPAN_FISCAL_YEAR, label), undefined);
  }
});

test("[ST10] year and quarter to date begin with the fiscal year's own", () => {
  const on = localDate("2026-11-15");
  const span = (period: ReturnType<typeof yearToDate>) => period && `${period.from} ${period.to}`;
  assert.equal(span(yearToDate(US_FEDERAL_FISCAL_YEAR, on)), "2026-10-01 2026-11-15");
  assert.equal(span(yearToDate(JAPAN_FISCAL_YEAR, on)), "2026-04-01 2026-11-15");
  assert.equal(span(quarterToDate(JAPAN_FISCAL_YEAR, on)), "2026-10-01 2026-11-15");
  const quarter = quarterToDate(JAPAN_FISCAL_YEAR, localDate("2027-03-31"));
  assert.deepEqual(
    quarter?.name.kind === "quarter" ? quarter.name.quarter : quarter,
    4,
    "January to March is Japan's fourth",
  );
  const british: FiscalYearDefinition = { calendarId: "uk", start: "04-06", namedBy: "start" };
  assert.equal(span(quarterToDate(british, localDate("2027-01-05"))), "2026-10-06 2027-01-05");
  assert.equal(quarterToDate(british, localDate("2027-01-05"))?.name.kind, "quarter");
});

test("[ST10] a period's opening is the evening before its first day", () => {
  assert.equal(
    dayBefore(sinceInception(localDate("2025-06-16"), localDate("2026-01-01"))),
    "2025-06-15",
  );
  assert.equal(
    dayBefore(periodBetween(localDate("1900-01-01"), localDate("1900-01-02"))),
    undefined,
  );
});

const definitions = fc.record({
  calendarId: fc.constant("any"),
  start: fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join("-")),
  namedBy: fc.constantFrom("start" as const, "end" as const),
});
const dates = fc
  .integer({ min: toDayNumber(localDate("1950-01-01")), max: toDayNumber(localDate("2100-12-31")) })
  .map((day) => {
    const date = fromDayNumber(day);
    assert.ok(date.ok);
    return date.value;
  });

test("[ST11] a year's label leads back to it, and the years of a span follow one another", () => {
  fc.assert(
    fc.property(definitions, dates, fc.integer({ min: 0, max: 3000 }), (definition, from, days) => {
      const year = fiscalYearOf(definition, from);
      assert.ok(year.ok);
      assert.deepEqual(fiscalYearNamed(definition, year.value.label), year.value);
      const to = addDays(from, days);
      assert.ok(to.ok);
      const years = fiscalYearsBetween(definition, from, to.value);
      assert.ok(years[0]!.start <= from && years.at(-1)!.end >= to.value);
      for (const [i, { end }] of years.entries()) {
        const next = addDays(end, 1);
        if (years[i + 1]) assert.equal(years[i + 1]!.start, next.ok && next.value);
      }
    }),
  );
});

test("[ST10] every day is in exactly one quarter of its year", () => {
  fc.assert(
    fc.property(definitions, dates, (definition, on) => {
      const [quarter, year] = [quarterToDate(definition, on), yearToDate(definition, on)];
      assert.ok(quarter !== undefined && year !== undefined);
      assert.ok(year.from <= quarter.from && quarter.from <= on && quarter.to === on);
      const before = dayBefore(quarter)!;
      const earlier = quarterToDate(definition, before);
      assert.match(earlier!.name.kind, /^quarter$/, "the quarter before is whole");
    }),
  );
});
