/**
 * A treasury that borrows and buys the same kind of assets without the fund (PO16): what it invests
 * at the end of each year, and what it takes out as a share of what the assets are worth then.
 */
export type PortfolioTerms = {
  /** Bought at the end of each year. */
  readonly invested: readonly number[];
  /** Taken out at the end of each year, of what is there before it is bought to. */
  readonly payout: number;
};

export type PortfolioPath = {
  readonly paid: readonly number[];
  /** Worth after what was taken out and bought, at the end of each year. */
  readonly worth: readonly number[];
};

/** The path of a portfolio whose returns are given, by year. */
export function portfolioPath(
  { invested, payout }: PortfolioTerms,
  returns: (year: number) => number,
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
  return { paid, worth };
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
 * Under the pricing measure assets earn the riskless rate r, and with W worth and e the excess, sum
 * (paid - bought)/(1+r)^t + W/(1+r)^T = sum e W(t-1)/(1+r)^t: the identity of residual income.
 */
export function fairValueOfSkill(
  terms: PortfolioTerms,
  { riskless, excess }: { readonly riskless: number; readonly excess: number },
): number {
  if (excess === 0) return 0;
  const { worth } = portfolioPath(terms, () => riskless + excess);
  let value = 0;
  for (let year = 1; year < worth.length; year++) {
    value += (excess * worth[year - 1]!) / (1 + riskless) ** (year + 1);
  }
  return value;
}

/** Drift of a log return with this expected return and volatility. */
export const logDrift = (expected: number, volatility: number): number =>
  Math.log(1 + expected) - volatility ** 2 / 2;

/** A lognormal return of one year from a standard normal draw. */
export const lognormalReturn = (drift: number, volatility: number, normal: number): number =>
  Math.exp(drift + volatility * normal) - 1;
