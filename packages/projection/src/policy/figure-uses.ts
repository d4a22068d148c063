/**
 * What a comparison does with the range of a figure (PO20). `drawn` is not known, and differs
 * between futures. `choice` is what a treasury or a law decides: its range is that of the slider,
 * and no chance. `price` is what markets ask on the day of the file: values are taken with it, and
 * a value has one price.
 */
export type FigureUse = "drawn" | "choice" | "price";

/** Every figure of a policy file that has a range, by its path. */
export const FIGURE_USES = {
  "host.treasury.fundingRate": "price",
  "partner.treasury.fundingRate": "price",
  "partner.corporateTax": "drawn",
  "partner.exporters.margin": "drawn",
  "partner.exporters.supplies": "drawn",
  "exchange.rate": "price",
  "exchange.drift": "price",
  "exchange.volatility": "drawn",
  "projects.assetsPerCapital": "drawn",
  "projects.profit": "drawn",
  "projects.growth": "drawn",
  "projects.constructionWages": "drawn",
  "projects.jobsPerBillion": "drawn",
  "projects.wage": "drawn",
  "projects.multiplier": "drawn",
  "projects.hostTaxes.profit": "drawn",
  "projects.hostTaxes.wages": "drawn",
  "projects.regionTaxes.profit": "drawn",
  "projects.regionTaxes.wages": "drawn",
  "fund.additionality": "drawn",
  "incentive.credit": "choice",
  "incentive.regionsCredit": "choice",
  "incentive.caused": "drawn",
  "incentive.excessBurden": "drawn",
  "tariff.elasticity": "drawn",
  "tariff.passThrough": "drawn",
  "tariff.noncompliance": "drawn",
  "tariff.dynamic": "drawn",
  "tariff.retaliation": "drawn",
  "tariff.retaliationChance": "drawn",
  "tariff.reversalHazard": "drawn",
  "tariff.regionsFeedback": "drawn",
  "alone.volatility": "drawn",
  "alone.payout": "choice",
  "alone.cost": "drawn",
  "alone.alpha": "drawn",
  // Of what is bought alone; fair value takes both at their values.
  "fairValue.premium": "drawn",
  "fairValue.assets": "drawn",
  "fairValue.taxes": "price",
  "fairValue.tariff": "price",
} as const satisfies Readonly<Record<string, FigureUse>>;

export const FIGURE_USE_NAMES = [
  "drawn",
  "choice",
  "price",
] as const satisfies readonly FigureUse[];

type Uses = typeof FIGURE_USES;

/** The path of a figure that is drawn. */
export type DrawnFigure = {
  [Path in keyof Uses]: Uses[Path] extends "drawn" ? Path : never;
}[keyof Uses];

export const DRAWN_FIGURES: readonly DrawnFigure[] = (
  Object.keys(FIGURE_USES) as (keyof Uses)[]
).filter((path): path is DrawnFigure => FIGURE_USES[path] === "drawn");

/** What is done with the figure at a path of a policy file. */
export function useOf(path: string): FigureUse {
  return Object.hasOwn(FIGURE_USES, path) ? FIGURE_USES[path as keyof Uses] : "choice";
}
