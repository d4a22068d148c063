import { ok } from "../../base/result.ts";
import { Ratio } from "../../base/ratio.ts";
import type { ActInHand, Context } from "../../governance/act-definition.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import type { Stake } from "../../investments/cap-table.ts";
import { investmentInto } from "../../investments/ownership.ts";
import {
  certifiedOf,
  commitmentOf,
  fundedOf,
  type Investment,
  type Milestone,
} from "../../investments/state.ts";
import { defineAct, posted } from "../act-definition.ts";
import {
  investmentFollowOnSchema,
  investmentFundSchema,
  investmentRecommendSchema,
  investmentSelectSchema,
  type InvestmentFundBody,
  type InvestmentRecommendBody,
} from "../bodies/investments.ts";
import type { FundEvent } from "../effects.ts";
import type { FundState } from "../state.ts";
import {
  checkClosed,
  checkPayee,
  checkStatus,
  commitmentPostings,
  companiesOf,
  fundingEffects,
} from "./investment-parts.ts";

/** The vehicle that invests, and the one that it invests in, if it is one of the charter. */
function checkVehicles(
  state: FundState,
  { body, clause }: ActInHand<InvestmentRecommendBody>,
): Rejection | undefined {
  const { vehicles } = state.charter;
  for (const id of body.into === undefined ? [body.vehicle] : [body.vehicle, body.into]) {
    const vehicle = vehicles.find((each) => each.id === id);
    if (vehicle === undefined) return rejection("vehicle_unknown", clause, { actual: id });
    if (vehicle.dissolvedOn !== undefined) {
      return rejection("vehicle_dissolved", clause, { actual: id, on: vehicle.dissolvedOn });
    }
    if (vehicle.currency !== body.currency) {
      return rejection("wrong_currency", clause, {
        actual: body.currency,
        required: vehicle.currency,
      });
    }
  }
  if (body.into === undefined) return undefined;
  const owners = vehicles.find(({ id }) => id === body.into)?.owners ?? [];
  if (!owners.some(({ vehicle }) => vehicle === body.vehicle)) {
    return rejection("vehicle_not_owned", clause, { actual: body.into, required: body.vehicle });
  }
  const held = investmentInto(state.investments, body.into);
  if (held === undefined) return undefined;
  return rejection("vehicle_held_already", clause, { actual: body.into, by: held.id });
}

/** A region is one of the country that the mandate is asked for [IN37]. */
function checkRegion({ body, clause }: ActInHand<InvestmentRecommendBody>): Rejection | undefined {
  const { region, geography } = body;
  if (region === undefined || region.startsWith(`${geography}-`)) return undefined;
  return rejection("region_outside_geography", clause, { actual: region, required: geography });
}

/** Whoever puts money in is named among the parties, so that an interest in it is known. */
function checkHolders({ body, clause }: ActInHand<InvestmentRecommendBody>): Rejection | undefined {
  const companies = body.parties.map(({ company }) => company);
  // What the vehicle itself puts in is said by the milestones.
  const other = (body.capTable ?? []).find(
    ({ holder }) => !companies.includes(holder) || holder === body.vehicle,
  );
  if (other === undefined) return undefined;
  return rejection("holder_not_in_investment", clause, {
    actual: other.holder,
    required: companies,
  });
}

const newMilestone = ({
  id,
  due,
  amount,
  name,
}: InvestmentRecommendBody["milestones"][number]): Milestone => ({
  ...{ id, due, minor: amount, certificates: [], fundings: [] },
  ...(name === undefined ? {} : { name }),
});

export const investmentRecommend = defineAct({
  type: "investment.recommend",
  nature: "decision",
  schema: investmentRecommendSchema,
  check(state, inHand) {
    const { body, clause } = inHand;
    const { mandate, languages } = state.charter;
    if (state.investments.has(body.investment)) {
      return rejection("investment_exists", clause, { actual: body.investment });
    }
    if (!mandate.sectors.some(({ id }) => id === body.sector)) {
      return rejection("sector_outside_mandate", mandate.clause, {
        actual: body.sector,
        required: mandate.sectors.map(({ id }) => id),
      });
    }
    if (!mandate.geographies.includes(body.geography)) {
      return rejection("geography_outside_mandate", mandate.clause, {
        actual: body.geography,
        required: mandate.geographies,
      });
    }
    const refusal = checkRegion(inHand) ?? checkVehicles(state, inHand) ?? checkHolders(inHand);
    if (refusal !== undefined) return refusal;
    const named = [...body.parties, ...body.milestones];
    const names = [body.name, ...named.flatMap(({ name }) => (name === undefined ? [] : [name]))];
    const short = names.find((name) => languages.some((language) => name[language] === undefined));
    return short === undefined
      ? undefined
      : rejection("text_missing_in_language", clause, {
          actual: Object.keys(short),
          required: languages,
        });
  },
  effects(_state, { body, act }) {
    const { investment: id, name, vehicle, into, sector, geography, currency, parties } = body;
    const { region } = body;
    const milestones = body.milestones.map(newMilestone);
    const instrument = body.instrument ?? "equity";
    const own = milestones.reduce((sum, { minor }) => sum + minor, 0n);
    const nothing = { funded: 0n, traded: Ratio.zero };
    const stakes: readonly Stake[] = [
      { holder: vehicle, instrument, committed: own, ...nothing },
      ...(body.capTable ?? []).map((stake) => ({ ...stake, ...nothing })),
    ];
    const investment: Investment = {
      ...{ id, name, vehicle, instrument, sector, geography, currency, parties, milestones },
      ...(into === undefined ? {} : { into }),
      ...(region === undefined ? {} : { region }),
      capTable: { stakes, overruns: [] },
      status: "recommended",
      recommendedBy: act.proposer,
      ...{ cost: 0n, relieved: 0n },
    };
    return ok([{ kind: "investmentRecommended", investment }]);
  },
  concerns: (_state, body) => body.parties.map(({ company }) => company),
  amount: (_state, { currency, milestones }) => ({
    currency,
    minor: milestones.reduce((sum, { amount }) => sum + amount, 0n),
  }),
});

export const investmentSelect = defineAct({
  type: "investment.select",
  nature: "decision",
  schema: investmentSelectSchema,
  check: (state, { body, clause }) => checkStatus(state, body.investment, clause, "recommended"),
  effects(state, inHand) {
    const investment = state.investments.get(inHand.body.investment)!;
    const commitment = commitmentPostings(investment, commitmentOf(investment));
    return ok([
      { kind: "investmentSelected", id: investment.id },
      posted(inHand, 1, investment.vehicle, commitment),
    ]);
  },
  concerns: (state, { investment }) => companiesOf(state, investment),
  amount(state, { investment: id }) {
    const investment = state.investments.get(id);
    if (investment === undefined) return undefined;
    return { currency: investment.currency, minor: commitmentOf(investment) };
  },
});

const milestoneOf = (state: FundState, body: InvestmentFundBody): Milestone | undefined =>
  state.investments.get(body.investment)?.milestones.find(({ id }) => id === body.milestone);

/** What an act funds of its milestone: what it says, or all that is left. */
const fundingOf = (milestone: Milestone, { amount }: InvestmentFundBody): bigint =>
  amount ?? milestone.minor - fundedOf(milestone);

/** No more than the milestone, and where the charter asks for certificates no more than those. */
function checkAmount(
  state: FundState,
  { body, clause }: ActInHand<InvestmentFundBody>,
  milestone: Milestone,
): Rejection | undefined {
  const funded = fundedOf(milestone) + fundingOf(milestone, body);
  const { currency } = state.investments.get(body.investment)!;
  const facts = { milestone: milestone.id, currency };
  if (funded > milestone.minor) {
    return rejection("milestone_exceeded", clause, {
      ...facts,
      actual: funded.toString(),
      required: milestone.minor.toString(),
    });
  }
  const certified = certifiedOf(milestone);
  const { mandate } = state.charter;
  if (mandate.milestonesCertified !== true || certified >= funded) return undefined;
  return rejection("milestone_not_certified", mandate.clause, {
    ...facts,
    actual: certified.toString(),
    required: funded.toString(),
  });
}

function checkFunding(
  state: FundState,
  inHand: ActInHand<InvestmentFundBody>,
  required: Investment["status"],
): Rejection | undefined {
  const { body, act, clause } = inHand;
  const refusal = checkStatus(state, body.investment, clause, required);
  if (refusal !== undefined) return refusal;
  const milestone = milestoneOf(state, body);
  if (milestone === undefined) {
    return rejection("milestone_unknown", clause, { actual: body.milestone });
  }
  const last = milestone.fundings.at(-1);
  if (last !== undefined && fundedOf(milestone) === milestone.minor) {
    return rejection("milestone_already_funded", clause, {
      actual: body.milestone,
      by: last.actId,
    });
  }
  if (act.effectiveDate < milestone.due) {
    return rejection("milestone_not_due", clause, {
      actual: act.effectiveDate,
      required: milestone.due,
    });
  }
  return (
    checkAmount(state, inHand, milestone) ??
    checkPayee(state.investments.get(body.investment)!, body.payee, clause)
  );
}

function milestoneEffects(
  state: FundState,
  inHand: ActInHand<InvestmentFundBody>,
  context: Context,
  mandatory: boolean,
): readonly FundEvent[] {
  const { body } = inHand;
  const investment = state.investments.get(body.investment)!;
  const { milestone } = body;
  const minor = fundingOf(milestoneOf(state, body)!, body);
  const besides = commitmentPostings(investment, -minor);
  return [
    { kind: "investmentFunded", id: investment.id, milestone, minor, actId: inHand.id },
    ...fundingEffects(inHand, investment, minor, { context, mandatory, besides }),
  ];
}

const fundingParts = {
  nature: "decision",
  schema: investmentFundSchema,
  concerns: (state: FundState, { investment }: InvestmentFundBody) =>
    companiesOf(state, investment),
  amount(state: FundState, body: InvestmentFundBody) {
    const milestone = milestoneOf(state, body);
    const currency = state.investments.get(body.investment)?.currency;
    if (milestone === undefined || currency === undefined) return undefined;
    return { currency, minor: fundingOf(milestone, body) };
  },
} as const;

/** The first milestone: the investment becomes the vehicle's. */
export const investmentClose = defineAct({
  ...fundingParts,
  type: "investment.close",
  check: (state, inHand) => checkFunding(state, inHand, "selected"),
  effects: (state, inHand, context) => ok(milestoneEffects(state, inHand, context, false)),
});

/** A later milestone of an investment that is closed: a project draw that has fallen due. */
export const investmentAdvance = defineAct({
  ...fundingParts,
  type: "investment.advance",
  check: (state, inHand) => checkFunding(state, inHand, "closed"),
  effects: (state, inHand, context) => ok(milestoneEffects(state, inHand, context, true)),
});

/** More milestones of an investment that is closed: more is promised, nothing is paid yet. */
export const investmentFollowOn = defineAct({
  type: "investment.followOn",
  nature: "decision",
  schema: investmentFollowOnSchema,
  check(state, { body, clause }) {
    const refusal = checkClosed(state, body, clause);
    if (refusal !== undefined) return refusal;
    const known = state.investments.get(body.investment)!.milestones.map(({ id }) => id);
    const twice = body.milestones.find(({ id }) => known.includes(id));
    if (twice === undefined) return undefined;
    return rejection("milestone_exists", clause, { actual: twice.id });
  },
  effects(state, inHand) {
    const investment = state.investments.get(inHand.body.investment)!;
    const milestones = inHand.body.milestones.map(newMilestone);
    const more = commitmentOf({ ...investment, milestones });
    const postings = commitmentPostings(investment, more);
    return ok([
      { kind: "milestonesAdded", id: investment.id, milestones },
      posted(inHand, 1, investment.vehicle, postings),
    ]);
  },
  concerns: (state, { investment }) => companiesOf(state, investment),
  amount: (_state, { currency, milestones }) => ({
    currency,
    minor: milestones.reduce((sum, { amount }) => sum + amount, 0n),
  }),
});
