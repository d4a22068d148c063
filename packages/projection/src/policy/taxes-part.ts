import { madePart, rateFor } from "./made-part.ts";
import type { Part, Scaled } from "./part.ts";
import {
  jobsPerUnit,
  projectsByYear,
  projectTaxes,
  yearsOfProjects,
  type ProjectTerms,
} from "./project-taxes.ts";
import type { Uncertain } from "./uncertainty.ts";
import type { World } from "./world.ts";

/** Whose taxes of the projects: the host's own, or those of its regions. */
export type TaxedBy = "hostTaxes" | "regionTaxes";

/** The terms of the projects in one future (PO20). */
function termsOf({ policy, uncertain: { figures } }: World, path: number): ProjectTerms {
  const { buildYears, lifeYears } = policy.projects;
  return {
    ...{ buildYears, lifeYears },
    profit: figures["projects.profit"][path]!,
    growth: figures["projects.growth"][path]!,
    constructionWages: figures["projects.constructionWages"][path]!,
    jobsPerBillion: figures["projects.jobsPerBillion"][path]!,
    wage: figures["projects.wage"][path]!,
    multiplier: figures["projects.multiplier"][path]!,
  };
}

/** Taxes of all projects of a future by year, until the last of them ends. */
export function taxesOfAll(world: World, by: TaxedBy, path: number): Float64Array {
  const { figures } = world.uncertain;
  const scale = figures["projects.assetsPerCapital"][path]!;
  const taxes = projectTaxes(world.capital, termsOf(world, path), {
    profit: figures[`projects.${by}.profit`][path]!,
    wages: figures[`projects.${by}.wages`][path]!,
  });
  return taxes.map((tax) => tax * scale);
}

/** Taxes of the projects that would not be there otherwise: the same for a fund and a credit. */
export function taxesPart(world: World, by: TaxedBy, caused: Float64Array): Part {
  const { policy, capital, uncertain } = world;
  const { paths } = uncertain;
  const { count } = policy.years;
  const years = yearsOfProjects(capital, policy.projects);
  const revenue = new Float64Array(count * paths);
  const later = new Float64Array((years - count) * paths);
  for (let path = 0; path < paths; path++) {
    const share = caused[path]!;
    const taxes = taxesOfAll(world, by, path);
    for (let year = 0; year < count; year++) revenue[year * paths + path] = share * taxes[year]!;
    for (let year = count; year < years; year++) {
      later[(year - count) * paths + path] = share * taxes[year]!;
    }
  }
  const rate = rateFor(policy, "taxes");
  return madePart(world, policy.host.treasury, { id: "taxes", rate, revenue, later });
}

/** Jobs of the projects that are caused: what works in each year, times the jobs of a future. */
export function jobsOf(world: World, caused: Float64Array): Scaled {
  const { policy, capital, uncertain } = world;
  const { working } = projectsByYear(capital, policy.projects);
  const times = eachFuture(
    uncertain,
    (path) =>
      caused[path]! *
      uncertain.figures["projects.assetsPerCapital"][path]! *
      jobsPerUnit(termsOf(world, path)),
  );
  return { perYear: working.slice(0, policy.years.count), times };
}

/** One number for each future. */
export const eachFuture = ({ paths }: Uncertain, value: (path: number) => number): Float64Array =>
  Float64Array.from({ length: paths }, (_each, path) => value(path));
