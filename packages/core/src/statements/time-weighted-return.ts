import { assert } from "../base/assert.ts";
import { Ratio } from "../base/ratio.ts";
import { daysBetween, type LocalDate } from "../calendar/date.ts";
import { isAnnualised, rateOfDailyGrowth, reportedRate, toDouble } from "./reported-rate.ts";
import { wholePower } from "./sparse-roots.ts";

/** A struck price, and what was distributed per unit since the point before, in one currency. */
export type PricePoint = {
  readonly on: LocalDate;
  readonly price: Ratio;
  readonly distributedPerUnit: Ratio;
};

export type TimeWeightedReturn = {
  /** What one unit has become with distributions put back at the next price, exactly. */
  readonly growth: Ratio;
  /** Eight decimals; of a year if `annualised`, else of the whole time. */
  readonly rate: Ratio;
  readonly annualised: boolean;
};

/**
 * The time-weighted return of unit prices in the order of their days [ST4]. Nothing with fewer than
 * two days, or after a price of zero.
 */
export function timeWeightedReturn(points: readonly PricePoint[]): TimeWeightedReturn | undefined {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || first.on === last.on) return undefined;
  let [growth, before] = [Ratio.one, first];
  for (const point of points.slice(1)) {
    assert(before.on < point.on, "prices come in the order of their days");
    if (before.price.num <= 0n) return undefined;
    const worth = Ratio.add(point.price, point.distributedPerUnit);
    growth = Ratio.mul(growth, Ratio.div(worth, before.price));
    before = point;
  }
  const days = daysBetween(first.on, last.on);
  const annualised = isAnnualised(days);
  const rate = annualised
    ? rateOfDailyGrowth(dailyGrowth(growth, days), days)
    : reportedRate(Ratio.sub(growth, Ratio.one));
  return { growth, rate, annualised };
}

/** The growth a day that compounds to the whole, by bisection to the last double. */
function dailyGrowth(growth: Ratio, days: number): number {
  const whole = toDouble(growth);
  let [low, high] = [0, Math.max(1, whole)];
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) return middle;
    if (wholePower(middle, days) < whole) low = middle;
    else high = middle;
  }
}
