import { yearsLeft } from "./discount.ts";
import type { Policy } from "./policy-schema.ts";
import { logDrift, lognormalReturn } from "./portfolio.ts";
import type { Draws, Uncertain } from "./uncertainty.ts";

/** What one unit of the base currency is in another, in every future. */
export type ExchangePaths = {
  /** On the day of each year on which its flows fall (PO6): `[year * paths + path]`. */
  readonly onDay: Float64Array;
  /** At the end of the last year, by path. */
  readonly atEnd: Float64Array;
};

/** The rate of exchange from today's on: lognormal, with the volatility of each future. */
export function exchangePaths(
  { exchange, years, timing }: Policy,
  draws: Draws,
  { paths, isCentral, figures }: Uncertain,
): ExchangePaths {
  const { count } = years;
  const drift = exchange.drift.value;
  const normal = draws.normal("policy.exchange");
  const left = yearsLeft(timing);
  const onDay = new Float64Array(count * paths);
  const atEnd = new Float64Array(paths);
  for (let path = 0; path < paths; path++) {
    const volatility = figures["exchange.volatility"][path]!;
    const of = { drift: logDrift(drift, volatility), volatility };
    const moved = (step: number, part: number): number => {
      if (part === 0) return 1;
      if (isCentral) return (1 + drift) ** part;
      return 1 + lognormalReturn(of, normal(path, step), part);
    };
    let quote = exchange.rate.value * moved(0, 1 - left);
    for (let year = 0; year < count; year++) {
      if (year > 0) quote *= moved(year, 1);
      onDay[year * paths + path] = quote;
    }
    atEnd[path] = quote * moved(count, left);
  }
  return { onDay, atEnd };
}
