import { assert } from "../base/assert.ts";
import { Ratio, roundRatio, type RoundingMode } from "../base/ratio.ts";
import type { LocalDate } from "../calendar/date.ts";
import { yearFraction } from "../calendar/day-count.ts";
import type { DayCount } from "../charter/basic-terms.ts";
import { parseRatioText } from "../charter/ratio-text.ts";
import { openOf, type CallItem, type LateRate } from "./call.ts";

/**
 * Simple interest on an amount from one day to a later one, exact, in minor units: amount × rate a
 * year × the fraction of a year that the day count gives. Nothing where the days are not in order.
 */
export function simpleInterest(of: {
  readonly minor: bigint;
  readonly rate: string;
  readonly dayCount: DayCount;
  readonly from: LocalDate;
  readonly to: LocalDate;
}): Ratio {
  if (of.to <= of.from) return Ratio.zero;
  const years = yearFraction({ name: of.dayCount }, { start: of.from, end: of.to });
  const rate = parseRatioText(of.rate);
  assert(years.ok && rate !== undefined, `a charter's rate is well formed: ${of.rate}`);
  return Ratio.mul(Ratio.mul(Ratio.make(of.minor, 1n), rate), years.value);
}

/**
 * Late interest on an item up to a day, minor units [CP20]: on each part that was not paid by the
 * last day of grace, from the due date to the day that it was paid, or to this day while it is
 * open. Derived from the dates alone, so that a payment reported late counts from its own day.
 */
export function lateInterest(
  item: CallItem,
  terms: LateRate & { readonly graceEnd: LocalDate; readonly rounding: RoundingMode },
  date: LocalDate,
): bigint {
  const { dueDate: from, settlements } = item;
  const { rate, dayCount, graceEnd, rounding } = terms;
  let sum = Ratio.zero;
  for (const { on, minor } of [...settlements, { on: date, minor: openOf(item) }]) {
    const to = on < date ? on : date;
    if (to <= graceEnd || minor === 0n) continue;
    sum = Ratio.add(sum, simpleInterest({ minor, rate, dayCount, from, to }));
  }
  return roundRatio(sum, rounding);
}
