import type { Assumptions } from "../assumptions/assumptions.ts";

/** A rate as assumptions write it. */
const rateText = (rate: number): string => `${Number((rate * 100).toFixed(10))}%`;

/**
 * Assumptions under which every asset is expected to earn no more than a loan to the treasury,
 * apart from its excess return (PO9): the market's expected return and the short rate are that
 * rate, and the short rate stands still. Undefined where the model of the market has means of its
 * own.
 */
export function pricingAssumptions(
  assumptions: Assumptions,
  riskless: number,
): Assumptions | undefined {
  const { model } = assumptions.market;
  if (model.kind === "regimeSwitching") return undefined;
  const rate = rateText(riskless);
  return {
    ...assumptions,
    market: {
      expectedReturn: rate,
      model: model.kind === "bootstrap" ? { ...model, recentred: true } : model,
    },
    shortRate: { ...assumptions.shortRate, opening: rate, mean: rate, volatility: "0%" },
  };
}

/**
 * The same without skill and without what assumptions let the fund cost: no excess return,
 * expenses, spreads, fees of the line, or haircut, and values reported as they are. What the
 * charter itself charges stays.
 */
export function skilllessAssumptions(
  assumptions: Assumptions,
  riskless: number,
): Assumptions | undefined {
  const priced = pricingAssumptions(assumptions, riskless);
  if (priced === undefined) return undefined;
  const none = "0%";
  return {
    ...priced,
    projects: priced.projects.map((project) => ({
      ...{ ...project, excessReturn: none, smoothing: none },
    })),
    borrowing: { ...priced.borrowing, lineSpread: none, bondSpread: none, commitmentFee: none },
    selling: { ...priced.selling, haircut: none },
    expenses: none,
  };
}
