import { assert } from "@jointfund/core/base/assert.ts";
import { Ratio } from "@jointfund/core/base/ratio.ts";
import { addMonths, dateParts, type LocalDate } from "@jointfund/core/calendar/date.ts";
import { yearFraction } from "@jointfund/core/calendar/day-count.ts";
import type { DayCount } from "@jointfund/core/charter/basic-terms.ts";
import { doubleOf } from "./double.ts";
import { hurdleSchedules, recoupmentYears } from "./waterfall-book-nodes.ts";
import type { WaterfallTerms } from "./waterfall-terms.ts";

/** The opening and the last day of each step, ascending. */
export type StepDates = { readonly opens: LocalDate; readonly ends: readonly LocalDate[] };

export type WaterfallSchedules = {
  /** By step. */
  readonly schedules: ReadonlyMap<string, Float64Array>;
  readonly tables: ReadonlyMap<string, Float64Array>;
};

/** First days of months after one day and before another, on which a fund accrues [RC2] [CY1]. */
function accrualDays(start: LocalDate, end: LocalDate): readonly LocalDate[] {
  const { year, month } = dateParts(start);
  const first = `${year}-${String(month).padStart(2, "0")}-01` as LocalDate;
  const days: LocalDate[] = [];
  for (let months = 1; ; months++) {
    const day = addMonths(first, months);
    if (!day.ok || day.value >= end) return days;
    days.push(day.value);
  }
}

/** The part of a year that a fund accrues over a stretch, by the steps in which it does. */
function accruedYears(dayCount: DayCount, start: LocalDate, end: LocalDate): Ratio {
  if (end <= start) return Ratio.zero;
  const bounds = [start, ...accrualDays(start, end), end];
  return bounds.slice(1).reduce((sum, to, index) => {
    const years = yearFraction({ name: dayCount }, { start: bounds[index]!, end: to });
    assert(years.ok, "a term's day count covers every period");
    return Ratio.add(sum, years.value);
  }, Ratio.zero);
}

const boundsOf = ({ opens, ends }: StepDates): readonly LocalDate[] => [opens, ...ends];

function yearsBySteps(dayCount: DayCount, dates: StepDates): Float64Array {
  const bounds = boundsOf(dates);
  const years = dates.ends.map((end, step) => accruedYears(dayCount, bounds[step]!, end));
  return Float64Array.from(years, doubleOf);
}

/** The anniversary of a day within a step, its end included. */
function anniversaryWithin(since: LocalDate, start: LocalDate, end: LocalDate) {
  for (let year = dateParts(start).year; year <= dateParts(end).year; year++) {
    const day = addMonths(since, 12 * (year - dateParts(since).year));
    if (day.ok && since < day.value && start < day.value && day.value <= end) return day.value;
  }
  return undefined;
}

/** What the schedules and tables of a waterfall hold [PJ46]. */
export function waterfallSchedules(
  { hurdle, recoupment }: WaterfallTerms,
  prefix: string,
  dates: StepDates,
): WaterfallSchedules {
  const steps = dates.ends.length;
  const names = hurdleSchedules({ prefix, steps, pools: [], parties: [] });
  const schedules = new Map<string, Float64Array>();
  const tables = new Map<string, Float64Array>();
  if (recoupment !== undefined) {
    schedules.set(recoupmentYears(prefix), yearsBySteps(recoupment.dayCount, dates));
  }
  if (hurdle === undefined || hurdle.rate === 0) return { schedules, tables };
  if (hurdle.compounding === "simple") {
    schedules.set(names.years, yearsBySteps(hurdle.dayCount, dates));
    return { schedules, tables };
  }
  schedules.set(
    names.step,
    Float64Array.from({ length: steps }, (_, step) => step),
  );
  const bounds = boundsOf(dates);
  const table = (): Float64Array => new Float64Array(bounds.length * steps);
  const [before, after, anniversary] = [table(), table(), table()];
  for (const [origin, since] of bounds.entries()) {
    for (let step = origin; step < steps; step++) {
      const [start, end] = [bounds[step]!, bounds[step + 1]!];
      const day = anniversaryWithin(since, start, end);
      const row = origin * steps + step;
      before[row] = doubleOf(accruedYears(hurdle.dayCount, start, day ?? end));
      if (day === undefined) continue;
      after[row] = doubleOf(accruedYears(hurdle.dayCount, day, end));
      anniversary[row] = 1;
    }
  }
  tables.set(names.before, before).set(names.after, after).set(names.anniversary, anniversary);
  return { schedules, tables };
}
