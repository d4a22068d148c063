import type { FundFutures } from "./fund-futures.ts";
import { stakePart } from "./fund-leg.ts";
import type { Leg, Part, PartId } from "./part.ts";
import type { Policy, PolicyTreasury, Regime } from "./policy-schema.ts";
import { portfolioPart } from "./portfolio-leg.ts";
import { requiredReturn } from "./portfolio.ts";
import { projectTaxes, type ProjectTerms, type TaxRates } from "./project-taxes.ts";
import { exportersLoss, tariffRevenue, type TariffTerms } from "./tariff.ts";
import type { World } from "./world.ts";

/** The rate of a premium for a kind of flow by its beta. */
const rateFor = ({ host, fairValue }: Policy, beta: "taxes" | "tariff" | "assets"): number =>
  requiredReturn({
    riskless: host.treasury.fundingRate.value,
    beta: fairValue[beta].value,
    premium: fairValue.premium.value,
  });

/** A part made of one value for each year and path. */
function partOf(
  world: World,
  id: PartId,
  of: { readonly rate: number; readonly value: (year: number) => (path: number) => number },
): Part {
  const { count } = world.policy.years;
  const { paths } = world.uncertain;
  const revenue = new Float64Array(count * paths);
  for (let year = 0; year < count; year++) {
    const value = of.value(year);
    for (let path = 0; path < paths; path++) revenue[year * paths + path] = value(path);
  }
  return { id, revenue, fair: { by: "rate", rate: of.rate } };
}

function projectTerms({ projects }: Policy): ProjectTerms {
  const { buildYears, lifeYears, profit, growth, constructionWages } = projects;
  return {
    ...{ buildYears, lifeYears, profit: profit.value, growth: growth.value },
    constructionWages: constructionWages.value,
    jobsPerBillion: projects.jobsPerBillion.value,
    wage: projects.wage.value,
    multiplier: projects.multiplier.value,
  };
}

const ratesOf = (rates: Policy["projects"]["hostTaxes"]): TaxRates => ({
  profit: rates.profit.value,
  wages: rates.wages.value,
});

/** Taxes of the projects that would not be there otherwise: the same for a fund and a credit. */
function taxesPart(world: World, rates: TaxRates, caused: Float64Array): Part {
  const { policy, invested } = world;
  const { taxes } = projectTaxes(invested, projectTerms(policy), rates);
  const { count } = policy.years;
  const rate = rateFor(policy, "taxes");
  const part = partOf(world, "taxes", {
    rate,
    value: (year) => (path) => caused[path]! * taxes[year]!,
  });
  return { ...part, later: { perYear: taxes.slice(count), times: caused } };
}

function jobsOf({ policy, invested }: World, share: number): readonly number[] {
  const { jobs } = projectTaxes(invested, projectTerms(policy), { profit: 0, wages: 0 });
  return jobs.slice(0, policy.years.count).map((all) => all * share);
}

/** The rate that a regime sets in a fiscal year of the host. */
export function rateOfRegime({ rate, changes = [] }: Regime, year: number): number {
  return changes.filter((step) => step.year <= year).at(-1)?.rate ?? rate;
}

type TariffYear = {
  readonly conventional: number;
  readonly dynamic: number;
  /** Of the exporters. */
  readonly loss: number;
};

/** A tariff on some imports in one year, by future. */
function tariffYear(
  world: World,
  regime: Regime,
  of: { readonly base: string; readonly year: number },
): (path: number) => TariffYear {
  const { policy, uncertain, trade } = world;
  const { tariff, years, partner } = policy;
  const { basis, response } = tariff;
  const offset = trade.offsets[of.year]!;
  const at = {
    rate: rateOfRegime(regime, years.first + of.year),
    imports: trade.imports.get(of.base)![of.year]!,
    phase: tariff.phaseIn?.[of.year] ?? 1,
    margin: partner.exporters.margin.value,
  };
  return (path) => {
    const terms: TariffTerms = {
      ...{ basis, response, offset },
      elasticity: uncertain.elasticity[path]!,
      passThrough: uncertain.passThrough[path]!,
      noncompliance: uncertain.noncompliance[path]!,
      dynamic: uncertain.dynamic[path]!,
      retaliation: uncertain.retaliation[path]!,
    };
    const { conventional, dynamic, imports } = tariffRevenue(terms, at);
    const force = regime.mayEnd ? uncertain.inForce[of.year * uncertain.paths + path]! : 1;
    return {
      conventional: conventional * force,
      dynamic: dynamic * force,
      loss: exportersLoss(terms, at, imports) * force,
    };
  };
}

/** Revenue of a lasting tariff of this rate over all years, every figure at its value. */
export function baseTotal(central: World, base: string, rate: number): number {
  const regime: Regime = { id: "curve", name: { en: "", ja: "" }, rate, mayEnd: false };
  const { count } = central.policy.years;
  const years = Array.from({ length: count }, (_each, year) =>
    tariffYear(central, regime, { base, year })(0),
  );
  return years.reduce((sum, { dynamic }) => sum + dynamic, 0);
}

/** The stake under each regime that comes with a stress (PO18). */
function stressedLegs(
  world: World,
  treasury: PolicyTreasury,
  others: readonly Part[],
): readonly Leg[] {
  return world.stressed.map(({ regime, real, priced }) => ({
    ...{ policy: "fund", regime },
    parts: [stakePart({ ...world, futures: real }, treasury, priced), ...others],
  }));
}

const fundLeg = (world: World, parts: readonly Part[], isHost: boolean): Leg => ({
  policy: "fund",
  parts,
  ...(isHost ? { jobs: jobsOf(world, world.policy.fund.additionality.value) } : {}),
});

/**
 * A credit for the same projects: it comes back in taxes only as far as it caused them, and what it
 * gives to the others is a windfall (Bartik) (PO15).
 */
function incentiveLeg(
  world: World,
  { rates, credit }: { readonly rates: TaxRates; readonly credit: number },
): Leg {
  const { policy, invested, uncertain } = world;
  const { caused, excessBurden } = policy.incentive;
  const cost = invested.map((all) => credit * all);
  const rate = policy.host.treasury.fundingRate.value;
  return {
    policy: "incentive",
    parts: [
      taxesPart(world, rates, uncertain.caused),
      partOf(world, "credit", { rate, value: (year) => () => -cost[year]! }),
    ],
    jobs: jobsOf(world, caused.value),
    windfall: cost.map((given) => given * (1 - caused.value)),
    excessBurden: cost.map((given) => given * excessBurden.value),
  };
}

/**
 * Taxes of all the projects in every year, and what a credit for them costs, for each of the
 * host's.
 */
export function incentiveTotals({ policy, invested }: World): {
  readonly taxes: readonly number[];
  readonly cost: readonly number[];
} {
  const rates = ratesOf(policy.projects.hostTaxes);
  const { taxes } = projectTaxes(invested, projectTerms(policy), rates);
  return { taxes, cost: invested.map((all) => all * policy.incentive.credit.value) };
}

/** The policies as the host's treasury sees them. */
export function hostLegs(world: World, priced?: FundFutures): readonly Leg[] {
  const { policy, uncertain } = world;
  const { treasury } = policy.host;
  const rates = ratesOf(policy.projects.hostTaxes);
  const stake = stakePart(world, treasury, priced);
  const taxes = taxesPart(world, rates, uncertain.additionality);
  return [
    fundLeg(world, [stake, taxes], true),
    ...stressedLegs(world, treasury, [taxes]),
    incentiveLeg(world, { rates, credit: policy.incentive.credit.value }),
    ...policy.tariff.bases.flatMap(({ id: base }) =>
      tariffLegs(world, base, "duties", ({ dynamic }) => dynamic),
    ),
    { policy: "alone", parts: [portfolioPart(world, treasury)] },
  ];
}

/** A tariff under each regime, of which a side gets or loses what `value` says. */
function tariffLegs(
  world: World,
  base: string,
  id: PartId,
  value: (year: TariffYear) => number,
): readonly Leg[] {
  const rate = rateFor(world.policy, "tariff");
  return world.policy.regimes.map((regime) => ({
    ...{ policy: "tariff", regime: regime.id, base },
    parts: [
      partOf(world, id, {
        rate,
        value(year) {
          const ofPath = tariffYear(world, regime, { base, year });
          return (path) => value(ofPath(path));
        },
      }),
    ],
  }));
}

/** As the host's states or regions see them: taxes of what is caused, and no stake. */
export function regionLegs(world: World): readonly Leg[] {
  const { policy, uncertain } = world;
  const rates = ratesOf(policy.projects.regionTaxes);
  const feedback = policy.tariff.regionsFeedback.value;
  return [
    fundLeg(world, [taxesPart(world, rates, uncertain.additionality)], true),
    incentiveLeg(world, { rates, credit: policy.incentive.regionsCredit.value }),
    ...policy.tariff.bases.flatMap(({ id: base }) =>
      tariffLegs(
        world,
        base,
        "feedback",
        ({ conventional, dynamic }) => -feedback * (conventional - dynamic),
      ),
    ),
  ];
}

/** As the partner's treasury sees them, in its own currency. */
export function partnerLegs(world: World, priced?: FundFutures): readonly Leg[] {
  const { policy } = world;
  const { treasury, corporateTax } = policy.partner;
  const exchange = exchangeOf(policy, treasury);
  const stake = stakePart(world, treasury, priced);
  return [
    fundLeg(world, [stake], false),
    ...stressedLegs(world, treasury, []),
    ...tariffLegs(
      world,
      policy.tariff.compare,
      "corporateTax",
      ({ loss }) => -loss * corporateTax.value * exchange,
    ),
    { policy: "alone", parts: [portfolioPart(world, treasury)] },
  ];
}

/** As the partner's exporters see them: orders of the projects, and what tariffs take. */
export function exporterLegs(world: World): readonly Leg[] {
  const { policy, uncertain, invested } = world;
  const { treasury, exporters } = policy.partner;
  const exchange = exchangeOf(policy, treasury);
  const profit = exporters.supplies.value * exporters.margin.value * exchange;
  const rate = rateFor(policy, "assets");
  return [
    {
      policy: "fund",
      parts: [partOf(world, "supplies", { rate, value: (year) => () => profit * invested[year]! })],
    },
    {
      policy: "incentive",
      parts: [
        partOf(world, "supplies", {
          ...{
            rate,
            value: (year) => (path) => profit * invested[year]! * uncertain.caused[path]!,
          },
        }),
      ],
    },
    ...tariffLegs(world, policy.tariff.compare, "burden", ({ loss }) => -loss * exchange),
  ];
}

export const exchangeOf = (policy: Policy, treasury: PolicyTreasury): number =>
  treasury.currency === policy.currency ? 1 : policy.exchange.rate.value;
