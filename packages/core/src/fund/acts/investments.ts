import { ok, type Result } from "../../base/result.ts";
import {
  commitmentOf,
  type Investment,
  type Milestone,
  type Valuation,
} from "../../investments/state.ts";
import type { ActInHand } from "../../governance/act-definition.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import type { Payment } from "../../ledger/payment.ts";
import type { Posting } from "../../ledger/journal.ts";
import { findCurrency } from "../../money/currency.ts";
import { defineAct, moved, posted } from "../act-definition.ts";
import {
  investmentFundSchema,
  investmentIncomeSchema,
  investmentRecommendSchema,
  investmentSelectSchema,
  valuationSubmitSchema,
  type InvestmentFundBody,
  type InvestmentIncomeBody,
} from "../bodies/investments.ts";
import type { FundEvent } from "../effects.ts";
import { ACCOUNTS } from "../../ledger/accounts.ts";
import { cashReceived } from "../foreign-currency.ts";
import type { FundState } from "../state.ts";

const companiesOf = (state: FundState, investment: string): readonly string[] =>
  state.investments.get(investment)?.parties.map(({ company }) => company) ?? [];

function checkStatus(
  state: FundState,
  id: string,
  clause: string,
  required: Investment["status"],
): Rejection | undefined {
  const investment = state.investments.get(id);
  if (investment === undefined) return rejection("investment_unknown", clause, { actual: id });
  if (investment.status === required) return undefined;
  return rejection("investment_status", clause, {
    investment: id,
    actual: investment.status,
    required,
  });
}

export const investmentRecommend = defineAct({
  type: "investment.recommend",
  nature: "decision",
  schema: investmentRecommendSchema,
  check(state, { body, clause }) {
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
    const vehicle = state.charter.vehicles.find(({ id }) => id === body.vehicle);
    if (vehicle === undefined)
      return rejection("vehicle_unknown", clause, { actual: body.vehicle });
    if (vehicle.currency !== body.currency) {
      return rejection("wrong_currency", clause, {
        actual: body.currency,
        required: vehicle.currency,
      });
    }
    const missing = languages.filter((language) => body.name[language] === undefined);
    return missing.length === 0
      ? undefined
      : rejection("text_missing_in_language", clause, {
          actual: Object.keys(body.name),
          required: languages,
        });
  },
  effects(_state, { body, act }) {
    const { investment: id, name, vehicle, sector, geography, currency, parties } = body;
    const milestones: readonly Milestone[] = body.milestones.map(({ id, due, amount }) => ({
      id,
      due,
      minor: amount,
    }));
    const investment: Investment = {
      ...{ id, name, vehicle, sector, geography, currency, parties, milestones },
      status: "recommended",
      recommendedBy: act.proposer,
      cost: 0n,
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
    const commitment = moved({
      debit: ACCOUNTS.investmentCommitments,
      credit: ACCOUNTS.investmentCommitmentsContra,
      subject: investment.id,
      currency: investment.currency,
      minor: commitmentOf(investment),
    });
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

function checkFunding(
  state: FundState,
  { body, act, clause }: ActInHand<InvestmentFundBody>,
  required: Investment["status"],
): Rejection | undefined {
  const refusal = checkStatus(state, body.investment, clause, required);
  if (refusal !== undefined) return refusal;
  const milestone = milestoneOf(state, body);
  if (milestone === undefined) {
    return rejection("milestone_unknown", clause, { actual: body.milestone });
  }
  if (milestone.fundedBy !== undefined) {
    return rejection("milestone_already_funded", clause, {
      actual: body.milestone,
      by: milestone.fundedBy,
    });
  }
  if (act.effectiveDate < milestone.due) {
    return rejection("milestone_not_due", clause, {
      actual: act.effectiveDate,
      required: milestone.due,
    });
  }
  const { parties } = state.investments.get(body.investment)!;
  if (parties.some(({ company }) => company === body.payee)) return undefined;
  return rejection("payee_not_in_investment", clause, {
    actual: body.payee,
    required: parties.map(({ company }) => company),
  });
}

/** A milestone becomes an asset and a debt to the project; the cash leaves by `payment.release`. */
function fundingEffects(
  state: FundState,
  inHand: ActInHand<InvestmentFundBody>,
  context: { readonly index: number; readonly recordedAt: string },
  mandatory: boolean,
): readonly FundEvent[] {
  const { body } = inHand;
  const { id, vehicle, currency } = state.investments.get(body.investment)!;
  const { minor } = milestoneOf(state, body)!;
  const payment: Payment = {
    id: `${inHand.id}/1`,
    vehicle,
    payee: body.payee,
    purpose: "investment",
    currency,
    minor,
    liability: ACCOUNTS.payableOnInvestments,
    subject: id,
    mandatory,
    entry: context.index,
    instructedAt: context.recordedAt,
  };
  const item = { subject: id, currency, minor };
  return [
    { kind: "investmentFunded", id, milestone: body.milestone, minor, actId: inHand.id },
    posted(inHand, 1, vehicle, [
      ...moved({ debit: ACCOUNTS.investmentsAtCost, credit: payment.liability, ...item }),
      ...moved({
        debit: ACCOUNTS.investmentCommitmentsContra,
        credit: ACCOUNTS.investmentCommitments,
        ...item,
      }),
    ]),
    { kind: "paymentInstructed", payment },
  ];
}

const fundingParts = {
  nature: "decision",
  schema: investmentFundSchema,
  concerns: (state: FundState, { investment }: InvestmentFundBody) =>
    companiesOf(state, investment),
  amount(state: FundState, body: InvestmentFundBody) {
    const minor = milestoneOf(state, body)?.minor;
    const currency = state.investments.get(body.investment)?.currency;
    return minor === undefined || currency === undefined ? undefined : { currency, minor };
  },
} as const;

/** The first milestone: the investment becomes the fund's. */
export const investmentClose = defineAct({
  ...fundingParts,
  type: "investment.close",
  check: (state, inHand) => checkFunding(state, inHand, "selected"),
  effects: (state, inHand, context) => ok(fundingEffects(state, inHand, context, false)),
});

/** A later milestone of an investment that is the fund's: a project draw that has fallen due. */
export const investmentAdvance = defineAct({
  ...fundingParts,
  type: "investment.advance",
  check: (state, inHand) => checkFunding(state, inHand, "closed"),
  effects: (state, inHand, context) => ok(fundingEffects(state, inHand, context, true)),
});

function checkCurrency(
  state: FundState,
  body: { readonly investment: string; readonly currency: string },
  clause: string,
): Rejection | undefined {
  const refusal = checkStatus(state, body.investment, clause, "closed");
  if (refusal !== undefined) return refusal;
  const { currency } = state.investments.get(body.investment)!;
  if (currency === body.currency) return undefined;
  return rejection("wrong_currency", clause, { actual: body.currency, required: currency });
}

export const valuationSubmit = defineAct({
  type: "valuation.submit",
  nature: "fact",
  schema: valuationSubmitSchema,
  check: (state, { body, clause }) => checkCurrency(state, body, clause),
  effects(state, inHand) {
    const { body } = inHand;
    const { id, vehicle, currency, cost } = state.investments.get(body.investment)!;
    const key = `${vehicle}/${ACCOUNTS.unrealisedOnInvestments}/${currency}/${id}`;
    const carried = cost + (state.ledger.get(key) ?? 0n);
    const change = body.amount - carried;
    const valuation: Valuation = {
      actId: inHand.id,
      on: inHand.effectiveDate,
      minor: body.amount,
      level: body.level,
      technique: body.technique,
    };
    const events: FundEvent[] = [{ kind: "investmentValued", id, valuation }];
    if (change !== 0n) {
      const postings = moved({
        debit: ACCOUNTS.unrealisedOnInvestments,
        credit: ACCOUNTS.unrealisedChange,
        subject: id,
        currency,
        minor: change,
      });
      events.push(posted(inHand, 1, vehicle, postings));
    }
    return ok(events);
  },
  concerns: (state, { investment }) => companiesOf(state, investment),
  amount: (_state, { currency, amount }) => ({ currency, minor: amount }),
});

/** What was received of an investment that is the fund's, in its currency or one with a rate. */
function incomePostings(
  state: FundState,
  { body, clause }: Pick<ActInHand<InvestmentIncomeBody>, "body" | "clause">,
): Result<readonly Posting[], Rejection> {
  const { vehicle } = state.investments.get(body.investment)!;
  const account = body.character === "dividend" ? ACCOUNTS.dividendIncome : ACCOUNTS.interestIncome;
  const received = { currency: body.currency, minor: body.amount };
  return cashReceived(state, vehicle, received, { account, subject: body.investment }, clause);
}

export const investmentIncome = defineAct({
  type: "investment.income",
  nature: "fact",
  schema: investmentIncomeSchema,
  check(state, inHand) {
    const { body, clause } = inHand;
    const refusal = checkStatus(state, body.investment, clause, "closed");
    if (refusal !== undefined) return refusal;
    if (!findCurrency(body.currency).ok) {
      return rejection("currency_unknown", clause, { actual: body.currency });
    }
    const postings = incomePostings(state, inHand);
    return postings.ok ? undefined : postings.error;
  },
  effects(state, inHand) {
    const postings = incomePostings(state, inHand);
    if (!postings.ok) return postings;
    const { vehicle } = state.investments.get(inHand.body.investment)!;
    return ok([posted(inHand, 1, vehicle, postings.value)]);
  },
  concerns: (state, { investment }) => companiesOf(state, investment),
  amount: (_state, { currency, amount }) => ({ currency, minor: amount }),
});
