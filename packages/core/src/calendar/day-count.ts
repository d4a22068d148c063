import { assert } from "../base/assert.ts";
import { Ratio } from "../base/ratio.ts";
import { err, ok, type Result } from "../base/result.ts";
import {
  compareDates,
  dateParts,
  daysBetween,
  daysInMonth,
  isEndOfMonth,
  isLeapYear,
  type LocalDate,
} from "./date.ts";

/** The day counts, named by section of the 2006 ISDA Definitions where a market name is not one. */
export const DAY_COUNTS = [
  "30/360(4.16f)",
  "30E/360(4.16g)",
  "30E/360-ISDA(4.16h)",
  "ACT/ACT-ISDA(4.16b)",
  "ACT/ACT-ICMA",
  "ACT/365F",
  "ACT/360",
] as const;
export type DayCountName = (typeof DAY_COUNTS)[number];

/** A day count with what its rule needs besides the period. */
export type DayCount =
  | { readonly name: "30/360(4.16f)" }
  | { readonly name: "30E/360(4.16g)" }
  | { readonly name: "30E/360-ISDA(4.16h)"; readonly terminationDate: LocalDate }
  | { readonly name: "ACT/ACT-ISDA(4.16b)" }
  | { readonly name: "ACT/365F" }
  | { readonly name: "ACT/360" }
  | {
      readonly name: "ACT/ACT-ICMA";
      /** Coupon periods in a regular year, 1 to 12. */
      readonly couponsPerYear: number;
      /** Ascending; regular, so continued beyond an odd first or last period [C25]. */
      readonly couponDates: readonly LocalDate[];
    };

/** From `start`, which is counted, to `end`, which is not. */
export type AccrualPeriod = { readonly start: LocalDate; readonly end: LocalDate };

export type DayCountError =
  | { readonly code: "period_reversed"; readonly start: LocalDate; readonly end: LocalDate }
  | {
      readonly code: "coupon_dates_do_not_cover_period";
      readonly start: LocalDate;
      readonly end: LocalDate;
      readonly firstCouponDate: LocalDate | null;
      readonly lastCouponDate: LocalDate | null;
    };

/** The part of a year, exactly, that a period is by a day count [C20] to [C25]. Never rounded. */
export function yearFraction(
  dayCount: DayCount,
  period: AccrualPeriod,
): Result<Ratio, DayCountError> {
  const { start, end } = period;
  if (end < start) return err({ code: "period_reversed", start, end });
  switch (dayCount.name) {
    case "ACT/365F":
      return ok(Ratio.make(BigInt(daysBetween(start, end)), 365n));
    case "ACT/360":
      return ok(Ratio.make(BigInt(daysBetween(start, end)), 360n));
    case "ACT/ACT-ISDA(4.16b)":
      return ok(actualActualIsda(period));
    case "ACT/ACT-ICMA":
      return actualActualIcma(period, dayCount);
    case "30/360(4.16f)":
    case "30E/360(4.16g)":
    case "30E/360-ISDA(4.16h)":
      return ok(Ratio.make(BigInt(thirtyDays(dayCount, period)), 360n));
  }
}

/** Days of a period in which every month has 30 [C22] [C23] [C24]. */
function thirtyDays(
  dayCount: Extract<DayCount, { readonly name: `30${string}` }>,
  { start, end }: AccrualPeriod,
): number {
  const [from, to] = [dateParts(start), dateParts(end)];
  let [startDay, endDay] = [Math.min(from.day, 30), to.day];
  if (dayCount.name === "30/360(4.16f)") {
    if (startDay === 30) endDay = Math.min(endDay, 30);
  } else {
    endDay = Math.min(endDay, 30);
  }
  if (dayCount.name === "30E/360-ISDA(4.16h)") {
    if (isEndOfMonth(start)) startDay = 30;
    if (isEndOfMonth(end) && (to.month !== 2 || end !== dayCount.terminationDate)) endDay = 30;
  }
  return 360 * (to.year - from.year) + 30 * (to.month - from.month) + (endDay - startDay);
}

/** Days in leap years over 366 and other days over 365 [C21]. */
function actualActualIsda({ start, end }: AccrualPeriod): Ratio {
  const [startYear, endYear] = [dateParts(start).year, dateParts(end).year];
  if (startYear === endYear) return daysOfYear(daysBetween(start, end), startYear);
  const head = daysOfYear(lengthOfYear(startYear) - dayOfYear(start), startYear);
  const tail = daysOfYear(dayOfYear(end), endYear);
  const between = Ratio.make(BigInt(endYear - startYear - 1));
  return Ratio.add(Ratio.add(head, between), tail);
}

function lengthOfYear(year: number): number {
  return isLeapYear(year) ? 366 : 365;
}

function daysOfYear(days: number, year: number): Ratio {
  return Ratio.make(BigInt(days), BigInt(lengthOfYear(year)));
}

/** Days from 1 January of the date's year, which is 0. */
function dayOfYear(date: LocalDate): number {
  const { year, month, day } = dateParts(date);
  let days = day - 1;
  for (let before = 1; before < month; before++) days += daysInMonth(year, before);
  return days;
}

/** Each part over its own coupon period and the coupons of a year [C25]. */
function actualActualIcma(
  { start, end }: AccrualPeriod,
  terms: Extract<DayCount, { readonly name: "ACT/ACT-ICMA" }>,
): Result<Ratio, DayCountError> {
  const { couponsPerYear, couponDates } = terms;
  assert(
    Number.isInteger(couponsPerYear) && couponsPerYear >= 1 && couponsPerYear <= 12,
    "a year has 1 to 12 coupon periods",
  );
  const firstCouponDate = couponDates[0] ?? null;
  const lastCouponDate = couponDates.at(-1) ?? null;
  if (
    firstCouponDate === null ||
    lastCouponDate === null ||
    start < firstCouponDate ||
    end > lastCouponDate
  ) {
    const code = "coupon_dates_do_not_cover_period";
    return err({ code, start, end, firstCouponDate, lastCouponDate });
  }
  let sum = Ratio.zero;
  for (const [i, couponStart] of couponDates.slice(0, -1).entries()) {
    const couponEnd = couponDates[i + 1]!;
    assert(compareDates(couponStart, couponEnd) < 0, "coupon dates ascend");
    const from = start > couponStart ? start : couponStart;
    const to = end < couponEnd ? end : couponEnd;
    if (from >= to) continue;
    const whole = daysBetween(couponStart, couponEnd) * couponsPerYear;
    sum = Ratio.add(sum, Ratio.make(BigInt(daysBetween(from, to)), BigInt(whole)));
  }
  return ok(sum);
}
