/** What a tariff's revenue depends on besides its rate and the imports (PO10). */
export type TariffTerms = {
  /** Whether the rate is of the price with the duty or without it. */
  readonly basis: "exclusive" | "inclusive";
  readonly response: "linear" | "constantElasticity";
  /** Change of imports by a price's change of 1; below 0. */
  readonly elasticity: number;
  /** Part of the duty that buyers pay. */
  readonly passThrough: number;
  readonly noncompliance: number;
  /** Part of the duties that income and payroll taxes lose (JCT). */
  readonly offset: number;
  /** Part of the net revenue that a smaller economy loses. */
  readonly dynamic: number;
  /** Part of the net revenue that retaliation loses. */
  readonly retaliation: number;
};

/** Parts of a tariff's revenue in one year; every one adds up from the line before. */
export type TariffRevenue = {
  /** Imports after buyers have responded. */
  readonly imports: number;
  /** Duties as collected. */
  readonly duties: number;
  /** Less what income and payroll taxes lose: the conventional estimate. */
  readonly conventional: number;
  /** Less what a smaller economy and retaliation lose. */
  readonly dynamic: number;
};

/** What part of imports is left. Nobody buys less than nothing. */
export function importsLeft(
  { response, elasticity, passThrough }: Omit<TariffTerms, "basis">,
  rate: number,
): number {
  const price = rate * passThrough;
  if (response === "linear") return Math.max(0, 1 + elasticity * price);
  return (1 + price) ** elasticity;
}

/** Revenue of a tariff of this rate on imports of a year, `phase` of the response being there. */
export function tariffRevenue(
  terms: TariffTerms,
  {
    rate,
    imports,
    phase = 1,
  }: { readonly rate: number; readonly imports: number; readonly phase?: number },
): TariffRevenue {
  const left = 1 - phase * (1 - importsLeft(terms, rate));
  const base = imports * left;
  const duty = terms.basis === "exclusive" ? rate : rate / (1 + rate);
  const duties = duty * base * (1 - terms.noncompliance);
  const conventional = duties * (1 - terms.offset);
  const dynamic = conventional * (1 - terms.dynamic) * (1 - terms.retaliation);
  return { imports: base, duties, conventional, dynamic };
}

/** R(t) = a t (1 - b t): what published estimates for several rates come down to (PO11). */
export type RevenueCurve = { readonly scale: number; readonly bend: number };

export const revenueOnCurve = ({ scale, bend }: RevenueCurve, rate: number): number =>
  scale * rate * (1 - bend * rate);

/** The curve that passes closest to estimates by least squares; at least two different rates. */
export function fitRevenueCurve(
  estimates: readonly { readonly rate: number; readonly revenue: number }[],
): RevenueCurve {
  let [s2, s3, s4, y1, y2] = [0, 0, 0, 0, 0];
  for (const { rate, revenue } of estimates) {
    s2 += rate ** 2;
    s3 += rate ** 3;
    s4 += rate ** 4;
    y1 += rate * revenue;
    y2 += rate ** 2 * revenue;
  }
  const determinant = s2 * s4 - s3 * s3;
  const scale = (y1 * s4 - y2 * s3) / determinant;
  const quadratic = (s2 * y2 - s3 * y1) / determinant;
  return { scale, bend: -quadratic / scale };
}

/**
 * What exporters of a country lose in a year: the part of the duty that they bear on the imports
 * that are left, and the profit on what is no longer bought (PO13).
 */
export function exportersLoss(
  { passThrough }: Pick<TariffTerms, "passThrough">,
  of: { readonly rate: number; readonly imports: number; readonly margin: number },
  left: number,
): number {
  const borne = (1 - passThrough) * of.rate * left;
  return borne + of.margin * (of.imports - left);
}

/**
 * Chance that what may end in any year is still there in year `year`, counted from 0: it is there
 * in the first year (PO12).
 */
export const survival = (hazard: number, year: number): number => (1 - hazard) ** year;

/** The years that a tariff lasts in one future: whole years from the first, drawn by the hazard. */
export function yearsLasted(hazard: number, uniform: number): number {
  if (hazard <= 0) return Infinity;
  if (hazard >= 1) return 1;
  return 1 + Math.floor(Math.log(uniform) / Math.log(1 - hazard));
}
