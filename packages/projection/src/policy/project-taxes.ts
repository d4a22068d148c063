/** What projects earn, whom they employ, and what is taken of both (PO14). */
export type ProjectTerms = ProjectSpan & {
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

export type ProjectSpan = { readonly buildYears: number; readonly lifeYears: number };

export type TaxRates = { readonly profit: number; readonly wages: number };

const BILLION = 1e9;

/** Jobs for each unit invested, further ones among them. */
export const jobsPerUnit = ({
  jobsPerBillion,
  multiplier,
}: Pick<ProjectTerms, "jobsPerBillion" | "multiplier">): number =>
  (jobsPerBillion / BILLION) * (1 + multiplier);

/** The years from the first investment until the last project ends. */
export const yearsOfProjects = (
  invested: readonly number[],
  { buildYears, lifeYears }: ProjectSpan,
): number => invested.length + buildYears + lifeYears - 1;

/** What is being built and what works in each year, until the last project ends, at cost. */
export function projectsByYear(
  invested: readonly number[],
  span: ProjectSpan,
): { readonly building: readonly number[]; readonly working: readonly number[] } {
  const { buildYears, lifeYears } = span;
  const length = yearsOfProjects(invested, span);
  const within = (year: number, from: number, to: number): number => {
    let sum = 0;
    for (let age = from; age < to; age++) sum += invested[year - age] ?? 0;
    return sum;
  };
  return {
    building: Array.from({ length }, (_each, year) => within(year, 0, buildYears)),
    working: Array.from({ length }, (_each, year) =>
      within(year, buildYears, buildYears + lifeYears),
    ),
  };
}

/**
 * Taxes of all that is invested, by year, until the last project ends. Construction wages are paid
 * evenly while a project is built; then it works for so many years. What works at the prices of its
 * age is carried from year to year: what was there grows, new projects open and old ones end.
 */
export function projectTaxes(
  invested: readonly number[],
  terms: ProjectTerms,
  rates: TaxRates,
): Float64Array {
  const { buildYears, lifeYears, growth } = terms;
  const taxes = new Float64Array(yearsOfProjects(invested, terms));
  const ofBuilding = (terms.constructionWages / buildYears) * rates.wages;
  const ofWorking = terms.profit * rates.profit + jobsPerUnit(terms) * terms.wage * rates.wages;
  const opening = (1 + growth) ** buildYears;
  const ending = (1 + growth) ** (buildYears + lifeYears);
  let [building, working] = [0, 0];
  for (let year = 0; year < taxes.length; year++) {
    const opened = invested[year - buildYears] ?? 0;
    building += (invested[year] ?? 0) - opened;
    const ended = invested[year - buildYears - lifeYears] ?? 0;
    working = working * (1 + growth) + opened * opening - ended * ending;
    taxes[year] = building * ofBuilding + working * ofWorking;
  }
  return taxes;
}
