import { Ratio } from "@jointfund/core/base/ratio.ts";
import type { Assumptions, MarketModel, Regime } from "./assumptions.ts";
import { parseRateText, rateText } from "./rate-text.ts";

/** Models that need no data of the user's own. */
export const MODEL_KINDS = ["lognormal", "regimeSwitching", "garch"] as const;
export type ModelKind = (typeof MODEL_KINDS)[number];

/**
 * The same assumptions with another model of the market [PJ23]: the assumed one if it is of this
 * kind, else one of the usual shape with the volatility of the assumed one. Without one that is
 * stated, as with regimes or rows, that is the 16% of the default.
 */
export function withModel(assumptions: Assumptions, kind: ModelKind): Assumptions {
  const { market } = assumptions;
  if (market.model.kind === kind) return assumptions;
  const volatility = "volatility" in market.model ? market.model.volatility : "16%";
  return { ...assumptions, market: { ...market, model: modelOf(kind, volatility) } };
}

function modelOf(kind: ModelKind, volatility: string): MarketModel {
  switch (kind) {
    case "lognormal":
      return { kind, volatility };
    case "regimeSwitching":
      return {
        ...{ kind, recentred: true },
        calm: scaled(HARDY.calm, volatility),
        turbulent: scaled(HARDY.turbulent, volatility),
      };
    case "garch":
      // Assumed: shocks of a quarter die down by a quarter a quarter, falls weigh four times.
      return {
        ...{ kind, volatility },
        ...{ alpha: "5%", gamma: "15%", beta: "60%", degreesOfFreedom: 8 },
      };
  }
}

/** Monthly S&P 500 total returns, 1956 to 1999 (Hardy 2001, table 1). */
const HARDY = {
  calm: { mean: "0.0126", deviation: "0.035", leave: "0.0398" },
  turbulent: { mean: "-0.0185", deviation: "0.0748", leave: "0.3798" },
} as const satisfies { readonly [regime: string]: Regime };

/** Yearly volatility of those regimes: 12 months of the variance of one, in the long run. */
const HARDY_VOLATILITY = "0.1438";

/** Both moments by the same factor, so that the shape stays. */
function scaled(regime: Regime, volatility: string): Regime {
  const factor = Ratio.div(parseRateText(volatility)!, parseRateText(HARDY_VOLATILITY)!);
  const times = (text: string): string => rateText(Ratio.mul(parseRateText(text)!, factor));
  return { ...regime, mean: times(regime.mean), deviation: times(regime.deviation) };
}
