import { ok } from "../../base/result.ts";
import type { Appraisal } from "../../capital/appraisal.ts";
import { itemOf, openOf, type CapitalCall } from "../../capital/call.ts";
import type { ActInHand } from "../../governance/act-definition.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import { fundedOf, type Investment, type Milestone } from "../../investments/state.ts";
import { ACCOUNTS } from "../../ledger/accounts.ts";
import { defineAct, posted } from "../act-definition.ts";
import {
  capitalContributeInKindSchema,
  contributionAppraiseSchema,
  type CapitalContributeInKindBody,
} from "../bodies/capital.ts";
import { contribution } from "../contribution.ts";
import type { FundState } from "../state.ts";
import { partyKind } from "../terms.ts";
import { findCall } from "./capital-receive.ts";
import { checkStatus, commitmentPostings, companiesOf } from "./investment-parts.ts";

/**
 * `contribution.appraise`: the independent valuer's word on what an asset is worth that a party
 * would bring into an investment in place of money [CP70].
 */
export const contributionAppraise = defineAct({
  type: "contribution.appraise",
  nature: "fact",
  schema: contributionAppraiseSchema,
  check(state, { body, clause }) {
    if (partyKind(state.charter, body.party) === undefined) {
      return rejection("party_unknown", clause, { actual: body.party });
    }
    if (state.investments.has(body.investment)) return undefined;
    return rejection("investment_unknown", clause, { actual: body.investment });
  },
  effects(_state, { id, body, effectiveDate: on }) {
    const { party, investment, asset, currency, amount: minor } = body;
    const appraisal: Appraisal = { id, party, investment, asset, currency, minor, on };
    return ok([{ kind: "contributionAppraised", appraisal }]);
  },
  concerns: (state, { investment }) => companiesOf(state, investment),
});

type InHand = ActInHand<CapitalContributeInKindBody>;

type InKind = {
  readonly call: CapitalCall;
  readonly appraisal: Appraisal;
  readonly investment: Investment;
  readonly milestone: Milestone;
};

/** The appraisal of this very asset, which pays for nothing else. */
function appraisalOf(state: FundState, { body, clause }: InHand): Appraisal | Rejection {
  const appraisal = state.capital.appraisals.get(body.appraisal);
  if (appraisal === undefined) {
    return rejection("appraisal_unknown", clause, { actual: body.appraisal });
  }
  if (appraisal.usedBy !== undefined) {
    return rejection("appraisal_used", clause, { actual: appraisal.id, by: appraisal.usedBy });
  }
  const [actual, required] = [body, appraisal].map((of) => `${of.party} ${of.investment}`);
  if (actual === required) return appraisal;
  return rejection("appraisal_differs", clause, { actual: actual!, required: required! });
}

function inKindOf(state: FundState, inHand: InHand): InKind | Rejection {
  const { body, clause } = inHand;
  const call = findCall(state, body, clause);
  if (!call.ok) return call.error;
  const appraisal = appraisalOf(state, inHand);
  if ("code" in appraisal) return appraisal;
  const refusal = checkStatus(state, body.investment, clause, "closed");
  if (refusal !== undefined) return refusal;
  const investment = state.investments.get(body.investment)!;
  const milestone = investment.milestones.find(({ id }) => id === body.milestone);
  if (milestone === undefined) {
    return rejection("milestone_unknown", clause, { actual: body.milestone });
  }
  return { call: call.value, appraisal, investment, milestone };
}

/** It pays no more than the call asks and the milestone needs, in one vehicle and currency. */
function checkFits({ body, clause }: InHand, of: InKind): Rejection | undefined {
  const { call, appraisal, investment, milestone } = of;
  const { currency, minor } = appraisal;
  if (call.vehicle !== investment.vehicle || investment.into !== undefined) {
    const actual = investment.into ?? investment.vehicle;
    return rejection("vehicle_differs", clause, { actual, required: call.vehicle });
  }
  if (currency !== call.currency || currency !== investment.currency) {
    return rejection("wrong_currency", clause, { actual: currency, required: call.currency });
  }
  const open = openOf(itemOf(call, body.party)!);
  if (minor > open) {
    const facts = { actual: minor.toString(), required: open.toString(), currency };
    return rejection("in_kind_beyond_call", clause, facts);
  }
  const funded = fundedOf(milestone) + minor;
  if (funded <= milestone.minor) return undefined;
  return rejection("milestone_exceeded", clause, {
    ...{ milestone: milestone.id, currency, actual: funded.toString() },
    required: milestone.minor.toString(),
  });
}

/**
 * `capital.contributeInKind`: an asset that the valuer has appraised pays a party's item of a call
 * in place of money. It becomes cost of the investment that it goes into and funds its milestone;
 * units come as with money [CP70].
 */
export const capitalContributeInKind = defineAct({
  type: "capital.contributeInKind",
  nature: "decision",
  schema: capitalContributeInKindSchema,
  check(state, inHand) {
    const inKind = inKindOf(state, inHand);
    return "code" in inKind ? inKind : checkFits(inHand, inKind);
  },
  effects(state, inHand) {
    const inKind = inKindOf(state, inHand);
    if ("code" in inKind) return ok([]);
    const { call, appraisal, investment, milestone } = inKind;
    const { party, minor, currency } = appraisal;
    const paid = contribution(state, call, { party, minor, on: inHand.effectiveDate });
    const asset = { account: ACCOUNTS.investmentsAtCost, subject: investment.id, currency, minor };
    const postings = [asset, ...paid.postings, ...commitmentPostings(investment, -minor)];
    const funded = { id: investment.id, milestone: milestone.id, minor, actId: inHand.id };
    return ok([
      { kind: "appraisalUsed", id: appraisal.id, actId: inHand.id },
      { kind: "investmentFunded", ...funded },
      posted(inHand, 1, call.vehicle, postings),
      ...paid.events,
    ]);
  },
  concerns: (state, { investment }) => companiesOf(state, investment),
  amount(state, { appraisal: id }) {
    const appraisal = state.capital.appraisals.get(id);
    return appraisal && { currency: appraisal.currency, minor: appraisal.minor };
  },
});
