/** When in its year a flow falls (PO6). */
export type Timing = "end" | "middle";

/** What 1 in year `year`, counted from 0, is worth as the first year begins, at a yearly rate. */
export function discountFactor(rate: number, year: number, timing: Timing): number {
  const years = timing === "end" ? year + 1 : year + 0.5;
  return (1 + rate) ** -years;
}

/** The same for what stands at the end of year `year`. */
export const discountToStart = (rate: number, year: number): number => (1 + rate) ** -(year + 1);

/**
 * Present value of 1 a year for so many years that may end in any year with a hazard, in closed
 * form: a geometric series (PO12).
 */
export function hazardAnnuity(
  of: { readonly hazard: number; readonly rate: number; readonly years: number },
  timing: Timing,
): number {
  const ratio = (1 - of.hazard) / (1 + of.rate);
  const series = ratio === 1 ? of.years : (1 - ratio ** of.years) / (1 - ratio);
  return discountFactor(of.rate, 0, timing) * series;
}
