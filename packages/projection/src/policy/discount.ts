/** When in its year a flow falls (PO6). */
export type Timing = "end" | "middle";

/** How much of a year is left after the day on which its flows fall. */
export const yearsLeft = (timing: Timing): number => (timing === "end" ? 0 : 0.5);

/** What 1 in year `year`, counted from 0, is worth as the first year begins, at a yearly rate. */
export function discountFactor(rate: number, year: number, timing: Timing): number {
  return (1 + rate) ** -(year + 1 - yearsLeft(timing));
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
