import type { ActInHand, Context } from "../../governance/act-definition.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import type { Investment, InvestmentStatus } from "../../investments/state.ts";
import { ACCOUNTS } from "../../ledger/accounts.ts";
import { balanceOf, type Posting } from "../../ledger/journal.ts";
import type { Payment } from "../../ledger/payment.ts";
import { moved, posted } from "../act-definition.ts";
import type { FundEvent } from "../effects.ts";
import type { FundState } from "../state.ts";

/** Parts that the acts about investments share. */

export const companiesOf = (state: FundState, investment: string): readonly string[] =>
  state.investments.get(investment)?.parties.map(({ company }) => company) ?? [];

export function checkStatus(
  state: FundState,
  id: string,
  clause: string,
  required: InvestmentStatus,
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

type Amount = { readonly investment: string; readonly currency: string };

export function checkCurrency(
  state: FundState,
  { investment, currency: actual }: Amount,
  clause: string,
): Rejection | undefined {
  const known = state.investments.get(investment);
  if (known === undefined) return rejection("investment_unknown", clause, { actual: investment });
  if (known.currency === actual) return undefined;
  return rejection("wrong_currency", clause, { actual, required: known.currency });
}

/**
 * Once closed: money may still come from what was sold or written off, and what has come is
 * recorded, in whatever currency.
 */
export function checkOnceClosed(
  state: FundState,
  id: string,
  clause: string,
): Rejection | undefined {
  const investment = state.investments.get(id);
  const { status } = investment ?? {};
  const isOpen = status === undefined || status === "recommended" || status === "selected";
  return isOpen ? checkStatus(state, id, clause, "closed") : undefined;
}

/** Closed, and in the investment's currency. */
export const checkClosed = (
  state: FundState,
  body: Amount,
  clause: string,
): Rejection | undefined =>
  checkStatus(state, body.investment, clause, "closed") ?? checkCurrency(state, body, clause);

/** Money goes to the vehicle that is invested in, or to a company that has a part in it. */
export function checkPayee(
  { parties, into }: Investment,
  payee: string,
  clause: string,
): Rejection | undefined {
  const required = into === undefined ? parties.map(({ company }) => company) : [into];
  if (required.includes(payee)) return undefined;
  return rejection("payee_not_in_investment", clause, { actual: payee, required });
}

/** The change in value that the books hold of an investment, minor units. */
export function unrealisedOf(
  state: Pick<FundState, "ledger">,
  { id, vehicle, currency }: Investment,
): bigint {
  const account = ACCOUNTS.unrealisedOnInvestments;
  return balanceOf(state.ledger, { vehicle, account, currency, subject: id });
}

/**
 * Money that becomes an asset and a debt to the project at once; the cash leaves by
 * `payment.release`. Of equity in a vehicle of the charter that one's book says the same: capital
 * is called and unpaid until the cash has come; a loan is owed only then.
 */
export function fundingEffects(
  inHand: ActInHand<{ readonly payee: string }>,
  { id, vehicle, currency, into, instrument }: Investment,
  minor: bigint,
  of: {
    readonly context: Context;
    readonly mandatory: boolean;
    /** What the same entry posts besides. */
    readonly besides: readonly Posting[];
  },
): readonly FundEvent[] {
  const { context, mandatory, besides } = of;
  const item = { subject: id, currency, minor };
  const isEquity = instrument === "equity";
  const account = isEquity ? ACCOUNTS.calledUnpaid : ACCOUNTS.projectDebt;
  const payment: Payment = {
    id: `${inHand.id}/1`,
    vehicle,
    payee: inHand.body.payee,
    purpose: "investment",
    currency,
    minor,
    liability: ACCOUNTS.payableOnInvestments,
    subject: id,
    ...(into === undefined ? {} : { into: { vehicle: into, account, subject: vehicle } }),
    mandatory,
    entry: context.index,
    instructedAt: context.recordedAt,
  };
  const events: FundEvent[] = [
    posted(inHand, 1, vehicle, [
      ...moved({ debit: ACCOUNTS.investmentsAtCost, credit: payment.liability, ...item }),
      ...besides,
    ]),
  ];
  if (into !== undefined && isEquity) {
    const called = { debit: ACCOUNTS.calledUnpaid, credit: ACCOUNTS.paidInCapital };
    const postings = moved({ ...called, subject: vehicle, currency, minor });
    events.push(posted(inHand, 2, into, postings));
  }
  return [...events, { kind: "paymentInstructed", payment }];
}

/** What a vehicle has promised to an investment grows, or shrinks where the change is negative. */
export function commitmentPostings(
  { id: subject, currency }: Investment,
  change: bigint,
): readonly Posting[] {
  const { investmentCommitments: memo, investmentCommitmentsContra: contra } = ACCOUNTS;
  const [debit, credit] = change > 0n ? [memo, contra] : [contra, memo];
  return moved({ debit, credit, subject, currency, minor: change > 0n ? change : -change });
}
