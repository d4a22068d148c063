import type { MarketModel } from "@jointfund/projection/assumptions/assumptions.ts";

/** Models of the market that can be chosen by name, whatever the assumptions have. */
export const NAMED_MODELS = ["lognormal", "regimeSwitching", "garch"] as const;
export type NamedModel = (typeof NAMED_MODELS)[number];

/**
 * Each has the assumptions' expected return. 16 % is what Norway's Ministry of Finance assumes of
 * equities; the two regimes are those of the S&P 500 until 1999 (Hardy 2001); the last is a
 * quarterly GJR-GARCH of the same volatility, in which falls count for more (Glosten, Jagannathan
 * and Runkle 1993), with parameters that are assumed.
 */
export const MODELS: Readonly<Record<NamedModel, MarketModel>> = {
  lognormal: { kind: "lognormal", volatility: "16%" },
  regimeSwitching: {
    kind: "regimeSwitching",
    recentred: true,
    calm: { mean: "1.26%", deviation: "3.5%", leave: "3.98%" },
    turbulent: { mean: "-1.85%", deviation: "7.48%", leave: "37.98%" },
  },
  garch: {
    kind: "garch",
    volatility: "16%",
    ...{ alpha: "2%", gamma: "14%", beta: "82%" },
    degreesOfFreedom: 6,
  },
};
