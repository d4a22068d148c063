import { ok, type Result } from "../../base/result.ts";
import type { ActInHand } from "../../governance/act-definition.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import { ACCOUNTS } from "../../ledger/accounts.ts";
import { balanceOf, type Posting } from "../../ledger/journal.ts";
import { findCurrency } from "../../money/currency.ts";
import { defineAct, posted } from "../act-definition.ts";
import {
  incentiveReceiveSchema,
  investmentIncomeSchema,
  investmentReceiptSchema,
  type IncentiveReceiveBody,
  type InvestmentIncomeBody,
  type InvestmentReceiptBody,
} from "../bodies/investments.ts";
import type { FundEvent } from "../effects.ts";
import { cashReceived } from "../foreign-currency.ts";
import type { FundState } from "../state.ts";
import { checkOnceClosed, companiesOf } from "./investment-parts.ts";

/** What every report of money from an investment says. */
type Receipt = {
  readonly investment: string;
  readonly currency: string;
  readonly amount: bigint;
};

/**
 * Where what has come in is credited: first to what it settles, the rest to an account of income.
 */
type Credits = {
  readonly settles?: { readonly account: string; readonly most: bigint };
  readonly rest: string;
};

/**
 * Postings of what has come in, at its value in the book where the currency is another. `settled`
 * is how much of it was credited to what it settles.
 */
function received(
  state: FundState,
  { body, clause }: Pick<ActInHand<Receipt>, "body" | "clause">,
  { settles, rest }: Credits,
): Result<{ readonly postings: readonly Posting[]; readonly settled: bigint }, Rejection> {
  const { investment: subject, currency, amount: minor } = body;
  const { vehicle } = state.investments.get(subject)!;
  const credit = { account: rest, subject };
  const postings = cashReceived(state, vehicle, { currency, minor }, credit, clause);
  if (!postings.ok) return postings;
  const worth = -(postings.value.find(({ account }) => account === rest)?.minor ?? 0n);
  const most = settles?.most ?? 0n;
  const settled = worth < most ? worth : most;
  if (settles === undefined || settled <= 0n) {
    return ok({ postings: postings.value, settled: 0n });
  }
  const parted = postings.value.flatMap((posting): readonly Posting[] =>
    posting.account === rest
      ? [
          { ...posting, account: settles.account, minor: -settled },
          { ...posting, minor: settled - worth },
        ]
      : [posting],
  );
  return ok({ postings: parted.filter((posting) => posting.minor !== 0n), settled });
}

/**
 * Money of equity in a vehicle of the charter comes by that one's own book: what it pays by its
 * distributions, what its project gets by its own investments. Told here, two books would differ.
 */
function checkTold(
  { investments }: FundState,
  { investment: id }: Receipt,
  clause: string,
): Rejection | undefined {
  const { into, instrument } = investments.get(id)!;
  if (into === undefined || instrument !== "equity") return undefined;
  return rejection("told_by_vehicle", clause, { actual: id, required: into });
}

/**
 * A report of money from an investment: what it credits, and whether that lowers the cost. A
 * buyer's money comes from outside also where the investment is in a vehicle of the charter.
 */
function receipt<Body extends Receipt>(
  creditsOf: (state: FundState, body: Body) => Credits & { readonly lowersCost?: boolean },
  fromOutside = false,
) {
  return {
    nature: "fact",
    check(state: FundState, inHand: ActInHand<Body>): Rejection | undefined {
      const { body, clause } = inHand;
      const refusal = checkOnceClosed(state, body.investment, clause);
      if (refusal !== undefined) return refusal;
      const told = fromOutside ? undefined : checkTold(state, body, clause);
      if (told !== undefined) return told;
      if (!findCurrency(body.currency).ok) {
        return rejection("currency_unknown", clause, { actual: body.currency });
      }
      const came = received(state, inHand, creditsOf(state, body));
      return came.ok ? undefined : came.error;
    },
    effects(state: FundState, inHand: ActInHand<Body>): Result<readonly FundEvent[], Rejection> {
      const { body } = inHand;
      const credits = creditsOf(state, body);
      const came = received(state, inHand, credits);
      if (!came.ok) return came;
      const { id, vehicle } = state.investments.get(body.investment)!;
      const { postings, settled: minor } = came.value;
      const entry = posted(inHand, 1, vehicle, postings);
      if (credits.lowersCost !== true || minor === 0n) return ok([entry]);
      return ok([{ kind: "investmentCostReduced", id, minor }, entry]);
    },
    concerns: (state: FundState, { investment }: Body) => companiesOf(state, investment),
    amount: (_state: FundState, { currency, amount: minor }: Body) => ({ currency, minor }),
  } as const;
}

const costOf = (state: FundState, { investment }: Receipt) => ({
  account: ACCOUNTS.investmentsAtCost,
  most: state.investments.get(investment)!.cost,
});

export const investmentIncome = defineAct({
  type: "investment.income",
  schema: investmentIncomeSchema,
  ...receipt((_state, { character }: InvestmentIncomeBody) => ({
    rest: character === "dividend" ? ACCOUNTS.dividendIncome : ACCOUNTS.interestIncome,
  })),
});

/**
 * An authority's support for a project: income, or a reduction of what the project cost, as the
 * report says. What is more than the cost is income in any case.
 */
export const incentiveReceive = defineAct({
  type: "incentive.receive",
  schema: incentiveReceiveSchema,
  ...receipt((state, body: IncentiveReceiveBody) => ({
    ...(body.treatment === "reducesCost" && { settles: costOf(state, body) }),
    rest: ACCOUNTS.incentives,
    lowersCost: true,
  })),
});

/**
 * Capital that the investee gives back: cost comes first, what is more than the cost is realised.
 */
export const investmentCapitalReturned = defineAct({
  type: "investment.capitalReturned",
  schema: investmentReceiptSchema,
  ...receipt((state, body: InvestmentReceiptBody) => ({
    settles: costOf(state, body),
    rest: ACCOUNTS.realisedOnInvestments,
    lowersCost: true,
  })),
});

/** Proceeds of a sale, as the custodian got them; what is more than was due is realised too. */
export const investmentProceeds = defineAct({
  type: "investment.proceeds",
  schema: investmentReceiptSchema,
  ...receipt((state, { investment: subject }: InvestmentReceiptBody) => {
    const { vehicle, currency } = state.investments.get(subject)!;
    const account = ACCOUNTS.receivableForSales;
    const most = balanceOf(state.ledger, { vehicle, account, currency, subject });
    return { settles: { account, most }, rest: ACCOUNTS.realisedOnInvestments };
  }, true),
});
