import { normalCdf } from "./normal.ts";

export type Diffusion = { readonly drift: number; readonly volatility: number };

/**
 * Chance that a value that starts at 1 falls to a level within so many years, watched all the time
 * (Black and Cox 1976). The drift is that of the value's mean.
 */
export function firstPassage(
  level: number,
  years: number,
  { drift, volatility }: Diffusion,
): number {
  const a = -Math.log(level);
  const nu = drift - (volatility * volatility) / 2;
  const deviation = volatility * Math.sqrt(years);
  const mirror = Math.exp((-2 * nu * a) / (volatility * volatility));
  return (
    normalCdf((-a - nu * years) / deviation) + mirror * normalCdf((-a + nu * years) / deviation)
  );
}

export type Option = {
  readonly spot: number;
  readonly strike: number;
  readonly rate: number;
  readonly yield: number;
  readonly volatility: number;
  readonly years: number;
};

/** A European call or put (Black and Scholes 1973, Merton 1973). */
export function vanilla(kind: "call" | "put", option: Option): number {
  const { spot, strike, rate, volatility, years } = option;
  const deviation = volatility * Math.sqrt(years);
  const forward = spot * Math.exp((rate - option.yield) * years);
  const d1 = Math.log(forward / strike) / deviation + deviation / 2;
  const sign = kind === "call" ? 1 : -1;
  const worth = forward * normalCdf(sign * d1) - strike * normalCdf(sign * (d1 - deviation));
  return sign * Math.exp(-rate * years) * worth;
}

/** A call that ends when the price falls to a barrier below the strike (Merton 1973). */
export function downAndOutCall(option: Option, barrier: number): number {
  const { spot, rate, volatility } = option;
  const power = (2 * (rate - option.yield)) / (volatility * volatility) - 1;
  const mirrored = { ...option, spot: (barrier * barrier) / spot };
  return vanilla("call", option) - (barrier / spot) ** power * vanilla("call", mirrored);
}
