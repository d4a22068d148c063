import { assert } from "../../base/assert.ts";
import { ok } from "../../base/result.ts";
import type { Charter } from "../../charter/charter.ts";
import type { HedgingTerms } from "../../charter/leverage-terms.ts";
import { evaluate } from "../../expression/evaluate.ts";
import { hedgedLeg, openNotional, type Hedge } from "../../facilities/hedges.ts";
import type { ActInHand, Context } from "../../governance/act-definition.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import { ACCOUNTS } from "../../ledger/accounts.ts";
import { balanceOf } from "../../ledger/journal.ts";
import type { Payment } from "../../ledger/payment.ts";
import { CASH_SUBJECT, defineAct, moved, posted } from "../act-definition.ts";
import {
  hedgeCloseSchema,
  hedgeMarkSchema,
  hedgeOpenSchema,
  hedgeReceiveSchema,
  type HedgeOpenBody,
} from "../bodies/hedges.ts";
import type { FundEvent } from "../effects.ts";
import { fundEnvironment } from "../environment.ts";
import { compiled } from "../expressions.ts";
import { vehicleOf } from "../figures.ts";
import type { FundState } from "../state.ts";

const hedgeOf = ({ hedge: id, vehicle, counterparty, ...body }: HedgeOpenBody): Hedge => ({
  ...{ id, vehicle, counterparty, matures: body.matures, status: "open" },
  sell: { currency: body.sell.currency, minor: body.sell.amount },
  buy: { currency: body.buy.currency, minor: body.buy.amount },
});

function hedgingOf({ leverage }: Charter): HedgingTerms {
  const terms = leverage?.hedging;
  assert(terms !== undefined, "an adopted charter that opens hedges has terms for them");
  return terms;
}

/** Hedges may come to so much: both sums are of the leg in the vehicle's own currency. */
function checkMost(
  state: FundState,
  { act, body, effectiveDate }: ActInHand<HedgeOpenBody>,
  currency: string,
): Rejection | undefined {
  const { clause, most } = hedgingOf(state.charter);
  const figures = { type: act.type, concerns: [], effectiveDate, entrenched: false };
  const environment = fundEnvironment(state, figures);
  const limit = evaluate(compiled(state.charter, most, "money"), environment);
  if (!limit.ok) {
    return rejection("expression_undefined", clause, { reason: limit.error.reason });
  }
  const hedges = state.hedges.set(body.hedge, hedgeOf(body));
  const notional = openNotional(hedges, body.vehicle, currency);
  const { value } = limit;
  const isWithin =
    value.kind === "money" &&
    value.currency === currency &&
    notional * value.amount.den <= value.amount.num;
  if (isWithin) return undefined;
  return rejection("hedge_limit_exceeded", clause, {
    actual: notional.toString(),
    required: most,
    currency,
  });
}

/** A forward is agreed: it is worth nothing on that day, so nothing is posted yet. */
export const hedgeOpen = defineAct({
  type: "hedge.open",
  nature: "decision",
  schema: hedgeOpenSchema,
  check(state, inHand) {
    const { body, clause } = inHand;
    const { charter, hedges, today } = state;
    const vehicle = charter.vehicles.find(({ id }) => id === body.vehicle);
    if (vehicle === undefined) {
      return rejection("vehicle_unknown", clause, { actual: body.vehicle });
    }
    const terms = hedgingOf(charter);
    if (hedges.has(body.hedge)) return rejection("hedge_exists", clause, { actual: body.hedge });
    const legs = [body.sell.currency, body.buy.currency];
    const { currency: hedged } = hedgedLeg(hedgeOf(body), vehicle.currency);
    if (!legs.includes(vehicle.currency) || !terms.currencies.includes(hedged)) {
      return rejection("hedge_currency_not_allowed", terms.clause, {
        actual: legs,
        required: [vehicle.currency, ...terms.currencies],
      });
    }
    if (body.matures <= today) {
      return rejection("hedge_matured", clause, { actual: body.matures, required: today });
    }
    return checkMost(state, inHand, vehicle.currency);
  },
  effects: (_state, { body }) => ok([{ kind: "hedgeOpened", hedge: hedgeOf(body) }]),
  concerns: (_state, { counterparty }) => [counterparty],
  amount(state, body) {
    const vehicle = state.charter.vehicles.find(({ id }) => id === body.vehicle);
    const own = body.buy.currency === vehicle?.currency ? body.buy : body.sell;
    return { currency: own.currency, minor: own.amount };
  },
});

type OfHedge = { readonly hedge: string; readonly currency: string };

function checkHedge(
  state: FundState,
  { body, clause }: Pick<ActInHand<OfHedge>, "body" | "clause">,
): Rejection | undefined {
  const hedge = state.hedges.get(body.hedge);
  if (hedge === undefined) return rejection("hedge_unknown", clause, { actual: body.hedge });
  const { currency } = vehicleOf(state.charter, hedge.vehicle);
  if (body.currency === currency) return undefined;
  return rejection("wrong_currency", clause, { actual: body.currency, required: currency });
}

function checkOpen(
  state: FundState,
  inHand: Pick<ActInHand<OfHedge>, "body" | "clause">,
): Rejection | undefined {
  const refusal = checkHedge(state, inHand);
  if (refusal !== undefined) return refusal;
  const { hedge } = inHand.body;
  const isOpen = state.hedges.get(hedge)?.status === "open";
  return isOpen ? undefined : rejection("hedge_not_open", inHand.clause, { actual: hedge });
}

/** The posting that carries a hedge at a value: the change since the last goes to 4070. */
function marked(
  state: FundState,
  inHand: ActInHand<OfHedge & { readonly amount: bigint }>,
): readonly FundEvent[] {
  const { hedge: id, currency, amount } = inHand.body;
  const { vehicle } = state.hedges.get(id)!;
  const query = { vehicle, account: ACCOUNTS.hedgesAtFairValue, currency, subject: id };
  const change = amount - balanceOf(state.ledger, query);
  if (change === 0n) return [];
  const postings = moved({
    debit: ACCOUNTS.hedgesAtFairValue,
    credit: ACCOUNTS.hedgeResult,
    subject: id,
    currency,
    minor: change,
  });
  return [posted(inHand, 1, vehicle, postings)];
}

export const hedgeMark = defineAct({
  type: "hedge.mark",
  nature: "fact",
  schema: hedgeMarkSchema,
  check: (state, inHand) => checkOpen(state, inHand),
  effects: (state, inHand) => ok(marked(state, inHand)),
  concerns: (state, { hedge }) => counterpartyOf(state, hedge),
});

const counterpartyOf = (state: FundState, hedge: string): readonly string[] => {
  const counterparty = state.hedges.get(hedge)?.counterparty;
  return counterparty === undefined ? [] : [counterparty];
};

/** What the vehicle owes on a closed hedge; it was agreed before, so it is mandatory. */
function settlement(
  state: FundState,
  inHand: ActInHand<OfHedge & { readonly amount: bigint }>,
  context: Context,
): readonly FundEvent[] {
  const { hedge: id, currency, amount } = inHand.body;
  if (amount >= 0n) return [];
  const { vehicle, counterparty } = state.hedges.get(id)!;
  const payment: Payment = {
    ...{ id: `${inHand.id}/1`, vehicle, payee: counterparty, purpose: "settlement", currency },
    ...{ minor: -amount, liability: ACCOUNTS.hedgesAtFairValue, subject: id, mandatory: true },
    ...{ entry: context.index, instructedAt: context.recordedAt },
  };
  return [{ kind: "paymentInstructed", payment }];
}

/**
 * A hedge ends at a settlement amount: it is marked to it, and stands as a claim until the money is
 * received, or as a debt until the payment is released.
 */
export const hedgeClose = defineAct({
  type: "hedge.close",
  nature: "decision",
  schema: hedgeCloseSchema,
  check: (state, inHand) => checkOpen(state, inHand),
  effects: (state, inHand, context) =>
    ok([
      { kind: "hedgeClosed", id: inHand.body.hedge },
      ...marked(state, inHand),
      ...settlement(state, inHand, context),
    ]),
  concerns: (state, { hedge }) => counterpartyOf(state, hedge),
  amount: (_state, { currency, amount }) => ({
    currency,
    minor: amount < 0n ? -amount : amount,
  }),
});

/** Money that came in on a hedge. */
export const hedgeReceive = defineAct({
  type: "hedge.receive",
  nature: "fact",
  schema: hedgeReceiveSchema,
  check: (state, inHand) => checkHedge(state, inHand),
  effects(state, inHand) {
    const { hedge: id, currency, amount: minor } = inHand.body;
    const { vehicle } = state.hedges.get(id)!;
    return ok([
      posted(inHand, 1, vehicle, [
        { account: ACCOUNTS.cash, subject: CASH_SUBJECT, currency, minor },
        { account: ACCOUNTS.hedgesAtFairValue, subject: id, currency, minor: -minor },
      ]),
    ]);
  },
  concerns: (state, { hedge }) => counterpartyOf(state, hedge),
  amount: (_state, { currency, amount }) => ({ currency, minor: amount }),
});
