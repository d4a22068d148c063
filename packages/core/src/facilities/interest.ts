import { assert } from "../base/assert.ts";
import { Ratio, roundRatio } from "../base/ratio.ts";
import { addMonths, compareDates, type LocalDate } from "../calendar/date.ts";
import { yearFraction, type AccrualPeriod, type DayCount } from "../calendar/day-count.ts";
import { valueOn, type DatedValues } from "./dated-values.ts";

/** When interest is paid: every so many months from a first date, and at maturity. */
export type PaymentDates = {
  readonly first: LocalDate;
  /** Months between two payment dates, at least 1. */
  readonly everyMonths: number;
  readonly maturity: LocalDate;
};

/** What something earns by the day: on which balances, at which rates, counted how. */
export type AccrualBasis = {
  /** The first day that earns. */
  readonly start: LocalDate;
  readonly dates: PaymentDates;
  readonly dayCount: DayCount;
  /** Minor units by value date; less than nothing earns nothing. */
  readonly balances: DatedValues<bigint>;
  /** Rates a year; one is in force on every day that has a balance. */
  readonly rates: DatedValues<Ratio>;
};

/**
 * The payment dates after `after` up to `until`, ascending [LV4]. Each is reckoned from the first
 * one, never from the one before [C4]. They go on beyond maturity, since what is not repaid then
 * goes on earning.
 */
export function paymentDatesWithin(
  dates: PaymentDates,
  after: LocalDate,
  until: LocalDate,
): readonly LocalDate[] {
  assert(dates.everyMonths >= 1, "payment dates are at least a month apart");
  const found: LocalDate[] = [];
  for (let n = 0; ; n++) {
    const date = addMonths(dates.first, n * dates.everyMonths);
    if (!date.ok || date.value > until) break;
    if (date.value > after) found.push(date.value);
  }
  const { maturity } = dates;
  if (after < maturity && maturity <= until && !found.includes(maturity)) found.push(maturity);
  return found.toSorted(compareDates);
}

/** The interest periods from `start`, the last of them cut at `to` [LV4]. */
function interestPeriods(
  dates: PaymentDates,
  start: LocalDate,
  to: LocalDate,
): readonly AccrualPeriod[] {
  const ends = paymentDatesWithin(dates, start, to);
  const bounds = [start, ...ends, ...(ends.at(-1) === to ? [] : [to])];
  return bounds.slice(1).map((end, i) => ({ start: bounds[i]!, end }));
}

/**
 * What is earned from the basis's start up to `to`, which does not earn itself, in minor units
 * [LV5]. In each interest period the exact running total of balance × rate × part of a year is
 * rounded once, half up; the periods add up. So however often an accrual is recorded within a
 * period, what is recorded sums to the rounded whole. Nothing is earned on interest.
 */
export function accrued(basis: AccrualBasis, to: LocalDate): bigint {
  if (to <= basis.start) return 0n;
  return interestPeriods(basis.dates, basis.start, to).reduce(
    (sum, period) => sum + roundRatio(exactlyAccrued(basis, period), "halfUp"),
    0n,
  );
}

/**
 * Balance times rate times part of a year, over the days on which neither changes. The part of a
 * stretch is the fraction from the period's start to its end less that to its beginning, so that
 * stretches add up to the period under every day count [LV6].
 */
function exactlyAccrued(basis: AccrualBasis, period: AccrualPeriod): Ratio {
  const changes = [...basis.balances, ...basis.rates]
    .map(({ from }) => from)
    .filter((from) => period.start < from && from < period.end);
  const bounds = [...new Set([period.start, ...changes, period.end])].toSorted(compareDates);
  const upTo = (end: LocalDate): Ratio => {
    const fraction = yearFraction(basis.dayCount, { start: period.start, end });
    assert(fraction.ok, "a day count of a facility needs no more than the period");
    return fraction.value;
  };
  let sum = Ratio.zero;
  for (const [i, from] of bounds.slice(0, -1).entries()) {
    const balance = valueOn(basis.balances, from) ?? 0n;
    if (balance <= 0n) continue;
    const rate = valueOn(basis.rates, from);
    assert(rate !== undefined, `no rate is in force on ${from}`);
    const part = Ratio.sub(upTo(bounds[i + 1]!), upTo(from));
    sum = Ratio.add(sum, Ratio.mul(Ratio.mul(Ratio.make(balance), rate), part));
  }
  return sum;
}
