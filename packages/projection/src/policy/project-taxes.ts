/** What projects earn, whom they employ, and what is taken of both (PO14). */
export type ProjectTerms = {
  readonly buildYears: number;
  readonly lifeYears: number;
  /** Taxable profit a year, as a share of what was invested. */
  readonly profit: number;
  /** Of profit and wages, a year. */
  readonly growth: number;
  /** Wages during construction, as a share of what is invested. */
  readonly constructionWages: number;
  readonly jobsPerBillion: number;
  /** Of one job, a year, in units of the currency. */
  readonly wage: number;
  /** Further jobs for each job of a project. */
  readonly multiplier: number;
};

export type TaxRates = { readonly profit: number; readonly wages: number };

/** What one investment brings in the years from its own on, for each unit of it. */
export type ProjectYear = {
  readonly profit: number;
  readonly wages: number;
  readonly jobs: number;
};

const BILLION = 1e9;

/**
 * Profit, wages and jobs of 1 invested, by years since it was invested. Construction wages are paid
 * evenly while it is built; then it works for so many years.
 */
export function projectYears(terms: ProjectTerms): readonly ProjectYear[] {
  const { buildYears, lifeYears, growth, multiplier } = terms;
  const building = Array.from({ length: buildYears }, () => ({
    ...{ profit: 0, wages: terms.constructionWages / buildYears, jobs: 0 },
  }));
  const jobs = (terms.jobsPerBillion / BILLION) * (1 + multiplier);
  const working = Array.from({ length: lifeYears }, (_each, year) => {
    const prices = (1 + growth) ** (buildYears + year);
    return { profit: terms.profit * prices, wages: jobs * terms.wage * prices, jobs };
  });
  return [...building, ...working];
}

/** Taxes and jobs of all that is invested, by year, until the last project ends. */
export function projectTaxes(
  invested: readonly number[],
  terms: ProjectTerms,
  rates: TaxRates,
): { readonly taxes: readonly number[]; readonly jobs: readonly number[] } {
  const of = projectYears(terms);
  const length = invested.length + of.length - 1;
  const taxes = Array.from({ length }, () => 0);
  const jobs = Array.from({ length }, () => 0);
  for (const [vintage, amount] of invested.entries()) {
    for (const [age, { profit, wages, jobs: employed }] of of.entries()) {
      taxes[vintage + age]! += amount * (profit * rates.profit + wages * rates.wages);
      jobs[vintage + age]! += amount * employed;
    }
  }
  return { taxes, jobs };
}
