import { err, ok, type Result } from "@jointfund/core/base/result.ts";
import type { ComparedSide, PolicyComparison, PolicyOutcome } from "./comparison.ts";
import { discountFactor, hazardAnnuity } from "./discount.ts";
import { exchangePaths } from "./exchange-paths.ts";
import { fairStakesOf } from "./fair-stakes.ts";
import { useOf } from "./figure-uses.ts";
import {
  meanFutures,
  type FundFutures,
  type FuturesMisfit,
  type PricedFutures,
} from "./fund-futures.ts";
import { chancesBelow, flowsOf, outcomeOf, type LegFlows, type OutcomeTerms } from "./outcome.ts";
import type { Leg } from "./part.ts";
import { parametersOf, schedulesOf } from "./policy-findings.ts";
import type { Policy, PolicyTreasury } from "./policy-schema.ts";
import { fairValueOfSkill } from "./portfolio.ts";
import { exporterLegs, hostLegs, incentiveTotals, partnerLegs, regionLegs } from "./side-legs.ts";
import { meanOf } from "./spread.ts";
import { baseTotal } from "./tariff-legs.ts";
import { fitRevenueCurve } from "./tariff.ts";
import { centralUncertain, drawUncertain, type Draws } from "./uncertainty.ts";
import { capitalOfProjects, firstYearOf, futuresOf, tradeOf, type World } from "./world.ts";

/** What a comparison is run with. */
export type ComparisonRun = {
  readonly paths: number;
  /** As it was asked for, to be told with the result. */
  readonly seed: string;
  readonly draws: Draws;
};

/** Compares the policies of a file for every side (docs/spec/policy.md). */
export function comparePolicies(
  policy: Policy,
  futures: PricedFutures,
  run: ComparisonRun,
): Result<PolicyComparison, FuturesMisfit> {
  const steps = comparisonSteps(policy, futures, run);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** How many sides are compared, of how many; a part of one by its policies. */
export type ComparisonProgress = { readonly done: number; readonly of: number };

/**
 * The same outcome by outcome, so that whoever compares can tell how far it is, and leave it. Of
 * 10,000 futures an outcome takes some ten milliseconds.
 */
export function* comparisonSteps(
  policy: Policy,
  futures: PricedFutures,
  run: ComparisonRun,
): Generator<ComparisonProgress, Result<PolicyComparison, FuturesMisfit>> {
  const { real, stressed = [] } = futures;
  for (const each of [real, ...stressed.map((under) => under.real)]) {
    const misfit = misfitOf(policy, each);
    if (misfit !== undefined) return err(misfit);
  }
  const { paths, seed } = run;
  const { world, central } = worldsOf(policy, futures, run);
  const { title, currency, asOf, tariff, regimes, sources } = policy;
  const breakEven = breakEvenOf(central);
  const fairStakes = fairStakesOf(policy, futures);
  return ok({
    format: "jointfund/policy-comparison/v1",
    ...{ title, currency, asOf, paths, seed },
    fund: { from: real.from, paths: real.paths },
    compare: tariff.compare,
    regimes: regimes.map(({ id, name, rate, changes }) => ({
      ...{ id, name, rate, changes: changes !== undefined },
    })),
    bases: tariff.bases.map(({ id, name }) => ({ id, name })),
    sides: yield* sidesOf(world, central, futures),
    bearers: bearersOf(policy, real),
    withoutSkill: withoutSkillOf(central),
    ...(fairStakes === undefined ? {} : { fairStakes }),
    ...(breakEven === undefined ? {} : { breakEvenCaused: breakEven }),
    offset: {
      ...{ year: policy.years.first, share: world.trade.offsets[0]! },
      use: tariff.offset.use,
    },
    afterReversal: afterReversalOf(policy),
    curves: curvesOf(central),
    assumptions: [...parametersOf(policy)].map(([path, of]) => ({
      ...{ path, ...of },
      use: useOf(path),
    })),
    schedules: [...schedulesOf(policy)].map(([path, of]) => ({ path, ...of })),
    sources,
  });
}

/** The world in every future, and with every figure at its value. */
function worldsOf(
  policy: Policy,
  { real, stressed = [] }: PricedFutures,
  { draws, paths }: ComparisonRun,
): { readonly world: World; readonly central: World } {
  const shared = {
    ...{ policy, draws, capital: capitalOfProjects(policy, real), trade: tradeOf(policy) },
  };
  const worldOf = (of: Pick<World, "futures" | "stressed" | "uncertain">): World => ({
    ...{ ...shared, ...of },
    exchange: exchangePaths(policy, draws, of.uncertain),
  });
  return {
    world: worldOf({ futures: real, stressed, uncertain: drawUncertain(policy, draws, paths) }),
    central: worldOf({
      ...{ futures: meanFutures(real), uncertain: centralUncertain(policy) },
      stressed: stressed.map((each) => ({ ...each, real: meanFutures(each.real) })),
    }),
  };
}

/** Whether futures hold the parties and years that a policy compares. */
export function misfitOf(policy: Policy, futures: FundFutures): FuturesMisfit | undefined {
  if (futures.baseCurrency !== policy.currency) {
    const [expected, actual] = [policy.currency, futures.baseCurrency];
    return { code: "currency_differs", expected, actual };
  }
  for (const { treasury } of [policy.host, policy.partner]) {
    const found = futures.parties.find(({ party }) => party === treasury.party);
    if (found === undefined) return { code: "party_not_in_fund", party: treasury.party };
    const [first = 0] = found.years;
    const last = found.years.at(-1) ?? 0;
    const needed = firstYearOf(policy, treasury);
    if (needed < first || needed + policy.years.count - 1 > last) {
      return { code: "years_not_covered", party: treasury.party, first, last, needed };
    }
  }
  return undefined;
}

type SideTerms = Pick<ComparedSide, "id" | "role" | "name"> & {
  readonly treasury: PolicyTreasury;
  readonly legs: (world: World) => readonly Leg[];
};

function* sidesOf(
  world: World,
  central: World,
  futures: PricedFutures,
): Generator<ComparisonProgress, readonly ComparedSide[]> {
  const { host, partner } = world.policy;
  const sides: readonly SideTerms[] = [
    {
      ...{ id: host.treasury.id, role: "hostTreasury", name: host.treasury.name },
      ...{ treasury: host.treasury, legs: (of) => hostLegs(of, futures.priced) },
    },
    {
      ...{ id: host.regions.id, role: "hostRegions", name: host.regions.name },
      ...{ treasury: host.treasury, legs: regionLegs },
    },
    {
      ...{ id: partner.treasury.id, role: "partnerTreasury", name: partner.treasury.name },
      ...{ treasury: partner.treasury, legs: (of) => partnerLegs(of, futures.priced) },
    },
    {
      ...{ id: partner.exporters.id, role: "partnerExporters", name: partner.exporters.name },
      ...{ treasury: partner.treasury, legs: exporterLegs },
    },
  ];
  const compared: ComparedSide[] = [];
  for (const [at, of] of sides.entries()) {
    yield { done: at, of: sides.length };
    // One side after the other: what each draws takes memory.
    const side = drawnSide(of, world, central);
    const policies: PolicyOutcome[] = [];
    for (const [place] of side.legs.entries()) {
      yield { done: at + place / side.legs.length, of: sides.length };
      policies.push(outcomeOfLeg(side, place, world));
    }
    const { id, role, name, treasury } = of;
    const { firstYear, rate } = side.terms;
    const { currency } = treasury;
    compared.push({ id, role, name, currency, discountRate: rate, firstYear, policies });
  }
  return compared;
}

/** What a side sees of every policy, before statistics are taken of it. */
type DrawnSide = {
  readonly of: SideTerms;
  readonly terms: OutcomeTerms;
  readonly legs: readonly { readonly leg: Leg; readonly flows: LegFlows }[];
  /** Revenue by year with every figure at its value. */
  readonly middle: readonly Float64Array[];
};

function drawnSide(of: SideTerms, world: World, central: World): DrawnSide {
  const { policy, uncertain } = world;
  const { treasury, legs } = of;
  const terms: OutcomeTerms = {
    ...{ years: policy.years.count, paths: uncertain.paths },
    ...{ firstYear: firstYearOf(policy, treasury), rate: treasury.fundingRate.value },
    independent: uncertain.paths,
    timing: policy.timing,
  };
  return {
    ...{ of, terms },
    middle: legs(central).map((leg) => flowsOf(leg, { ...terms, paths: 1 }).revenue),
    legs: legs(world).map((leg) => ({ leg, flows: flowsOf(leg, terms) })),
  };
}

function outcomeOfLeg({ terms, legs, middle }: DrawnSide, at: number, world: World): PolicyOutcome {
  const { leg, flows } = legs[at]!;
  const of = { ...terms, independent: independentOf(leg, world) };
  const outcome = outcomeOf(leg, flows, middle[at]!, of);
  if (leg.policy === "tariff") return outcome;
  const tariffs = legs.filter((each) => each.leg.policy === "tariff");
  return { ...outcome, belowTariff: belowTariffs(flows, tariffs, terms) };
}

/** Futures of a policy that are not repeated: of the fund there may be fewer than are drawn. */
function independentOf({ policy }: Leg, { futures, uncertain }: World): number {
  const isRepeated = policy === "fund" && futures.paths > 1 && futures.paths < uncertain.paths;
  return isRepeated ? futures.paths : uncertain.paths;
}

function belowTariffs(
  flows: LegFlows,
  tariffs: readonly { readonly leg: Leg; readonly flows: LegFlows }[],
  terms: OutcomeTerms,
): NonNullable<PolicyOutcome["belowTariff"]> {
  return tariffs.map(({ leg, flows: other }) => ({
    regime: leg.regime ?? "",
    base: leg.base ?? "",
    revenue: chancesBelow(flows.revenue, other.revenue, terms),
    net: chancesBelow(flows.net, other.net, terms),
  }));
}

/** Who stands for a loss under each policy (PO17). */
function bearersOf(policy: Policy, futures: FundFutures): PolicyComparison["bearers"] {
  const { host, partner, tariff } = policy;
  const paid = [host.treasury, partner.treasury].map((treasury) => ({
    id: treasury.id,
    amount: meanOf(futuresOf(futures, treasury.party).inBase.paidIn),
  }));
  const others = futures.parties
    .filter(({ party }) => ![host.treasury.party, partner.treasury.party].includes(party))
    .reduce((sum, { inBase }) => sum + meanOf(inBase.paidIn), 0);
  const all = paid.reduce((sum, { amount }) => sum + amount, others);
  const pass = tariff.passThrough.value;
  return [
    {
      policy: "fund",
      shares: {
        ...Object.fromEntries(paid.map(({ id, amount }) => [id, all > 0 ? amount / all : 0])),
        ...(others > 0 ? { others: others / all } : {}),
      },
    },
    { policy: "incentive", shares: { [host.treasury.id]: 1 } },
    { policy: "tariff", shares: { buyers: pass, [partner.exporters.id]: 1 - pass } },
    { policy: "alone", shares: { itself: 1 } },
  ];
}

/** The fair value of a stake without skill and costs, in closed form (PO9). */
function withoutSkillOf({ policy, capital }: World): PolicyComparison["withoutSkill"] {
  const riskless = policy.host.treasury.fundingRate.value;
  const terms = { invested: capital, payout: policy.alone.payout.value };
  const of = { riskless, excess: 0, timing: policy.timing };
  return { closedForm: fairValueOfSkill(terms, of) };
}

/** The share at which the taxes that a credit causes are worth what it costs. */
function breakEvenOf(central: World): number | undefined {
  const { host, timing } = central.policy;
  const rate = host.treasury.fundingRate.value;
  const worth = (flows: Iterable<number>): number =>
    [...flows].reduce((sum, flow, year) => sum + flow * discountFactor(rate, year, timing), 0);
  const { taxes, cost } = incentiveTotals(central);
  const all = worth(taxes);
  return all > 0 ? worth(cost) / all : undefined;
}

/** What is left of a tariff's present value if it may end in any year (PO12). */
function afterReversalOf({ host, tariff, years, timing }: Policy): number {
  const of = { rate: host.treasury.fundingRate.value, years: years.count };
  const hazard = tariff.reversalHazard.value;
  return hazardAnnuity({ ...of, hazard }, timing) / hazardAnnuity({ ...of, hazard: 0 }, timing);
}

/** Rates of which the curve of a base is made. */
const CURVE_RATES = [0.1, 0.15, 0.2];

/**
 * The curve of each base's revenue over all years by the rate, every figure at its value (PO11).
 */
function curvesOf(central: World): PolicyComparison["curves"] {
  const { bases } = central.policy.tariff;
  return bases.map(({ id }) => {
    const estimates = CURVE_RATES.map((rate) => ({ rate, revenue: baseTotal(central, id, rate) }));
    const { scale, bend } = fitRevenueCurve(estimates);
    return { base: id, scale, bend, peakRate: 1 / (2 * bend) };
  });
}
