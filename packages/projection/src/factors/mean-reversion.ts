import { exponential } from "../numeric/exponential.ts";

type Reversion = {
  /** A year; 0 is a random walk. */
  readonly speed: number;
  /** A year. */
  readonly volatility: number;
  readonly years: number;
};

/**
 * An Ornstein-Uhlenbeck process over so many years, exactly: what it keeps of its distance from the
 * mean, and the standard deviation of what comes to it (Uhlenbeck and Ornstein 1930).
 */
export function revert(reversion: Reversion): {
  readonly keeps: number;
  readonly deviation: number;
} {
  const keeps = exponential(-reversion.speed * reversion.years);
  return { keeps, deviation: Math.sqrt(reversionVariance(reversion)) };
}

/** The variance that builds up in so many years from a known value. */
export function reversionVariance({ speed, volatility, years }: Reversion): number {
  const effective = speed === 0 ? years : (1 - exponential(-2 * speed * years)) / (2 * speed);
  return volatility * volatility * effective;
}
