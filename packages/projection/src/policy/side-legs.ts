import { stakePart } from "./fund-leg.ts";
import { partOf, rateFor } from "./made-part.ts";
import type { Leg, Part } from "./part.ts";
import type { PolicyTreasury } from "./policy-schema.ts";
import { portfolioPart } from "./portfolio-leg.ts";
import { eachFuture, jobsOf, taxesOfAll, taxesPart, type TaxedBy } from "./taxes-part.ts";
import { tariffLegs } from "./tariff-legs.ts";
import type { StakeValues } from "./stake-values.ts";
import type { World } from "./world.ts";

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

/** The stake, where a side has one, and the taxes of the projects, with their jobs. */
function fundLeg(world: World, parts: readonly Part[], isHost: boolean): Leg {
  const caused = world.uncertain.figures["fund.additionality"];
  return { policy: "fund", parts, ...(isHost ? { jobs: jobsOf(world, caused) } : {}) };
}

/**
 * A credit for the same projects: it comes back in taxes only as far as it caused them, and what it
 * gives to the others is a windfall (Bartik) (PO15).
 */
function incentiveLeg(
  world: World,
  { by, credit }: { readonly by: TaxedBy; readonly credit: number },
): Leg {
  const { policy, capital, uncertain } = world;
  const { figures } = uncertain;
  const caused = figures["incentive.caused"];
  const assets = figures["projects.assetsPerCapital"];
  const burden = figures["incentive.excessBurden"];
  const perYear = capital.map((paid) => credit * paid);
  const { treasury } = policy.host;
  return {
    policy: "incentive",
    parts: [
      taxesPart(world, by, caused),
      partOf(world, treasury, {
        ...{ id: "credit", rate: treasury.fundingRate.value },
        value: (year) => (path) => -perYear[year]! * assets[path]!,
      }),
    ],
    jobs: jobsOf(world, caused),
    windfall: { perYear, times: eachFuture(uncertain, (at) => assets[at]! * (1 - caused[at]!)) },
    excessBurden: { perYear, times: eachFuture(uncertain, (at) => assets[at]! * burden[at]!) },
  };
}

/**
 * Taxes of all the projects in every year, and what a credit for them costs, with every figure at
 * its value.
 */
export function incentiveTotals(central: World): {
  readonly taxes: Float64Array;
  readonly cost: readonly number[];
} {
  const { policy, capital, uncertain } = central;
  const rate = policy.incentive.credit.value * uncertain.figures["projects.assetsPerCapital"][0]!;
  return { taxes: taxesOfAll(central, "hostTaxes", 0), cost: capital.map((paid) => paid * rate) };
}

/** The policies as the host's treasury sees them. */
export function hostLegs(world: World, priced?: StakeValues): readonly Leg[] {
  const { policy, uncertain } = world;
  const { treasury } = policy.host;
  const stake = stakePart(world, treasury, priced);
  const taxes = taxesPart(world, "hostTaxes", uncertain.figures["fund.additionality"]);
  return [
    fundLeg(world, [stake, taxes], true),
    ...stressedLegs(world, treasury, [taxes]),
    incentiveLeg(world, { by: "hostTaxes", credit: policy.incentive.credit.value }),
    ...policy.tariff.bases.flatMap(({ id: base }) =>
      tariffLegs(world, treasury, { base, id: "duties", value: ({ dynamic }) => dynamic }),
    ),
    { policy: "alone", parts: [portfolioPart(world, treasury)] },
  ];
}

/** As the host's states or regions see them: taxes of what is caused, and no stake. */
export function regionLegs(world: World): readonly Leg[] {
  const { policy, uncertain } = world;
  const { figures } = uncertain;
  const { treasury } = policy.host;
  const feedback = figures["tariff.regionsFeedback"];
  return [
    fundLeg(world, [taxesPart(world, "regionTaxes", figures["fund.additionality"])], true),
    incentiveLeg(world, { by: "regionTaxes", credit: policy.incentive.regionsCredit.value }),
    ...policy.tariff.bases.flatMap(({ id: base }) =>
      tariffLegs(world, treasury, {
        ...{ base, id: "feedback" },
        value: ({ conventional, dynamic }, path) => -feedback[path]! * (conventional - dynamic),
      }),
    ),
  ];
}

/** As the partner's treasury sees them, in its own currency. */
export function partnerLegs(world: World, priced?: StakeValues): readonly Leg[] {
  const { policy, uncertain } = world;
  const { treasury } = policy.partner;
  const stake = stakePart(world, treasury, priced);
  const tax = uncertain.figures["partner.corporateTax"];
  return [
    fundLeg(world, [stake], false),
    ...stressedLegs(world, treasury, []),
    ...tariffLegs(world, treasury, {
      ...{ base: policy.tariff.compare, id: "corporateTax" },
      value: ({ loss }, path) => -loss * tax[path]!,
    }),
    { policy: "alone", parts: [portfolioPart(world, treasury)] },
  ];
}

/** As the partner's exporters see them: orders of the projects, and what tariffs take. */
export function exporterLegs(world: World): readonly Leg[] {
  const { policy, uncertain, capital } = world;
  const { figures } = uncertain;
  const { treasury } = policy.partner;
  const rate = rateFor(policy, "assets");
  const profit = eachFuture(
    uncertain,
    (at) =>
      figures["projects.assetsPerCapital"][at]! *
      figures["partner.exporters.supplies"][at]! *
      figures["partner.exporters.margin"][at]!,
  );
  const caused = figures["incentive.caused"];
  const supplies = (share: (path: number) => number): Part =>
    partOf(world, treasury, {
      ...{ id: "supplies", rate },
      value: (year) => (path) => profit[path]! * capital[year]! * share(path),
    });
  return [
    { policy: "fund", parts: [supplies(() => 1)] },
    { policy: "incentive", parts: [supplies((path) => caused[path]!)] },
    ...tariffLegs(world, treasury, {
      ...{ base: policy.tariff.compare, id: "burden" },
      value: ({ loss }) => -loss,
    }),
  ];
}
