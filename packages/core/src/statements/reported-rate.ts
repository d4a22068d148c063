import { Ratio, roundRatio } from "../base/ratio.ts";
import { wholePower } from "./sparse-roots.ts";

/** Rates that are reported have eight decimals: 0.12345678 is 12.345678 % [ST1]. */
const REPORTED_PARTS = 100_000_000n;

/** Fixed days of a year by ACT/365F (docs/spec/calendar.md). */
export const YEAR_DAYS = 365;

/** Nothing is annualised that did not last a year. */
export const isAnnualised = (days: number): boolean => days >= YEAR_DAYS;

/** An exact rate to eight decimals, the nearest, a half away from zero [ST1]. */
export function reportedRate(exact: Ratio): Ratio {
  const parts = Ratio.mul(exact, Ratio.make(REPORTED_PARTS));
  return Ratio.make(roundRatio(parts, "halfUp"), REPORTED_PARTS);
}

/**
 * The rate that a growth factor per day comes to, to eight decimals: a year's, or under a year that
 * of all the days. Computed in doubles, by products alone: a report, never an input of an act.
 */
export function rateOfDailyGrowth(growth: number, days: number): Ratio {
  const grown = wholePower(growth, isAnnualised(days) ? YEAR_DAYS : days);
  return Ratio.make(BigInt(Math.round((grown - 1) * Number(REPORTED_PARTS))), REPORTED_PARTS);
}

const DOUBLE_PARTS = 10n ** 20n;

/** The ratio as a double, however many digits its parts have, cut to twenty decimals. */
export function toDouble(ratio: Ratio): number {
  return Number((ratio.num * DOUBLE_PARTS) / ratio.den) / Number(DOUBLE_PARTS);
}
