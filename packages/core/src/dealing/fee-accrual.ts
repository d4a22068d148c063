import { assert } from "../base/assert.ts";
import { Ratio } from "../base/ratio.ts";
import { addMonths, dateFromParts, dateParts, type LocalDate } from "../calendar/date.ts";
import { yearFraction, type AccrualPeriod } from "../calendar/day-count.ts";
import type { DayCount } from "../charter/basic-terms.ts";

/**
 * What a fee comes to for a period: base times yearly rate times the part of a year, rounded down
 * to a minor unit. A base below nothing counts as nothing [DL20].
 */
export function feeFor(
  terms: { readonly rate: Ratio; readonly dayCount: DayCount },
  base: Ratio,
  period: AccrualPeriod,
): bigint {
  const part = yearFraction({ name: terms.dayCount }, period);
  assert(part.ok, `a fee accrues forwards, from ${period.start} to ${period.end}`);
  if (base.num <= 0n) return 0n;
  return Ratio.floor(Ratio.mul(Ratio.mul(base, terms.rate), part.value));
}

/** A party's own rate of a fee from a day on. */
export type OwnRate = { readonly from: LocalDate; readonly rate: Ratio };

/**
 * What a fee would have been less for a party with rates of its own, had it alone borne all of it:
 * base times what each rate is below the charter's, times the part of a year that it held [DL26].
 * That part is the one up to its end less the one up to its beginning, so that the parts of a
 * period sum to the whole under every day count. Exact, never negative, never beyond the fee.
 */
export function reliefFor(
  terms: { readonly rate: Ratio; readonly dayCount: DayCount },
  base: Ratio,
  period: AccrualPeriod,
  own: readonly OwnRate[],
): Ratio {
  const upTo = (day: LocalDate): Ratio => {
    const part = yearFraction({ name: terms.dayCount }, { start: period.start, end: day });
    assert(part.ok, `a fee accrues forwards, from ${period.start} to ${day}`);
    return part.value;
  };
  const within = (day: LocalDate): LocalDate =>
    day < period.start ? period.start : day > period.end ? period.end : day;
  let sum = Ratio.zero;
  if (base.num <= 0n) return sum;
  for (const [index, { from, rate }] of own.entries()) {
    const [start, end] = [within(from), within(own[index + 1]?.from ?? period.end)];
    const below = Ratio.sub(terms.rate, rate);
    if (end <= start || below.num <= 0n) continue;
    sum = Ratio.add(sum, Ratio.mul(below, Ratio.sub(upTo(end), upTo(start))));
  }
  return Ratio.mul(base, sum);
}

/** The first days of months after a day and up to another: where fees are rounded [DL20]. */
export function monthStarts(after: LocalDate, upTo: LocalDate): readonly LocalDate[] {
  const starts: LocalDate[] = [];
  const first = dateFromParts({ ...dateParts(after), day: 1 });
  assert(first.ok, "a month has a first day");
  for (let months = 1; ; months++) {
    const next = addMonths(first.value, months);
    if (!next.ok || next.value > upTo) return starts;
    starts.push(next.value);
  }
}
