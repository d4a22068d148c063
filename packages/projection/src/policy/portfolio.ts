import { yearsLeft, type Timing } from "./discount.ts";

/**
 * A treasury that borrows and buys the same kind of assets without the fund (PO16): what it invests
 * once in each year, and what it takes out then as a share of what the assets are worth.
 */
export type PortfolioTerms = {
  /** Bought in each year, on its day. */
  readonly invested: readonly number[];
  /** Taken out on that day, of what is there before it is bought to. */
  readonly payout: number;
};

export type PortfolioPath = {
  readonly paid: readonly number[];
  /** Worth after what was taken out and bought, on the day of each year. */
  readonly worth: readonly number[];
  /** Worth at the end of the last year. */
  readonly left: number;
};

/**
 * The path of a portfolio whose returns are given: of each year since the day of the one before,
 * and from the last of these days to the end of the last year, 0 where it is the same day (PO6).
 */
export function portfolioPath(
  { invested, payout }: PortfolioTerms,
  returns: (year: number) => number,
  afterLast: number,
): PortfolioPath {
  const paid: number[] = [];
  const worth: number[] = [];
  let assets = 0;
  for (const [year, bought] of invested.entries()) {
    const grown = assets * (1 + returns(year));
    const taken = grown * payout;
    assets = grown - taken + bought;
    paid.push(taken);
    worth.push(assets);
  }
  return { paid, worth, left: assets * (1 + afterLast) };
}

/** The return that markets ask for: what a loan to the treasury pays, and a premium by its beta. */
export const requiredReturn = (of: {
  readonly riskless: number;
  readonly beta: number;
  readonly premium: number;
}): number => of.riskless + of.beta * of.premium;

/**
 * The fair value of buying assets, in closed form: of what is paid for them nothing is lost or won
 * but what they return above what markets ask for their risk, less costs, each year on what they
 * are worth. Without skill and costs it is 0, whatever is borrowed, paid out or held (PO9).
 *
 * Under the pricing measure assets earn the riskless rate r, and with W worth, e the excess and d
 * the day of a year, sum (paid - bought)/(1+r)^d(t) + left/(1+r)^T = sum e W(t-1)/(1+r)^d(t), and
 * what the worth of the last day earns above r until T: the identity of residual income.
 */
export function fairValueOfSkill(
  terms: PortfolioTerms,
  of: { readonly riskless: number; readonly excess: number; readonly timing: Timing },
): number {
  const { riskless, excess, timing } = of;
  if (excess === 0) return 0;
  const { worth } = portfolioPath(terms, () => riskless + excess, 0);
  const left = yearsLeft(timing);
  let value = 0;
  for (let year = 1; year < worth.length; year++) {
    value += (excess * worth[year - 1]!) / (1 + riskless) ** (year + 1 - left);
  }
  const earned = (1 + riskless + excess) ** left - (1 + riskless) ** left;
  return value + (earned * (worth.at(-1) ?? 0)) / (1 + riskless) ** worth.length;
}

/** Drift of a log return with this expected return and volatility. */
export const logDrift = (expected: number, volatility: number): number =>
  Math.log(1 + expected) - volatility ** 2 / 2;

/** A lognormal return of one year, or of a part of it, from a standard normal draw. */
export const lognormalReturn = (
  of: { readonly drift: number; readonly volatility: number },
  normal: number,
  years = 1,
): number => Math.exp(of.drift * years + of.volatility * Math.sqrt(years) * normal) - 1;
