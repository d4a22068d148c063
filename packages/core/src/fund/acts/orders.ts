import { err, ok, type Result } from "../../base/result.ts";
import type { Instant, LocalDate } from "../../calendar/date.ts";
import type { Charter } from "../../charter/charter.ts";
import type { DealingTerms } from "../../charter/dealing-terms.ts";
import { isOpen, wasOpened } from "../../dealing/class-register.ts";
import { dealingDayFor } from "../../dealing/dealing-days.ts";
import { lastStrike } from "../../dealing/nav-strike.ts";
import { isWaiting, unitsWaiting, type Order } from "../../dealing/orders.ts";
import type { ActInHand, Context } from "../../governance/act-definition.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import { ACCOUNTS } from "../../ledger/accounts.ts";
import type { Payment } from "../../ledger/payment.ts";
import { CASH_SUBJECT, defineAct, posted } from "../act-definition.ts";
import {
  orderCancelSchema,
  orderPlaceSchema,
  type OrderCancelBody,
  type OrderPlaceBody,
} from "../bodies/orders.ts";
import type { FundEvent } from "../effects.ts";
import { vehicleOf } from "../figures.ts";
import type { FundState } from "../state.ts";
import { findClass, minorOf } from "../terms.ts";

export function findDealing({ dealing }: Charter, unitClass: string): DealingTerms | undefined {
  return dealing?.find((terms) => terms.unitClass === unitClass);
}

const reporterOf = ({ officers }: FundState, { act }: ActInHand<unknown>): string =>
  officers.get(act.proposer)?.party ?? "";

/** The first dealing day that an order of that time takes part in. */
function dealingDay(
  state: FundState,
  terms: DealingTerms,
  receivedAt: Instant,
): Result<LocalDate, Rejection> {
  const { id: unitClass, vehicle } = findClass(state.charter, terms.unitClass)!;
  const pricedOn = lastStrike(state.strikes, { vehicle, unitClass })?.on;
  return dealingDayFor(state.charter, terms, { receivedAt, ...(pricedOn && { pricedOn }) });
}

function checkReceipt(
  { body, clause }: ActInHand<{ readonly receivedAt: Instant }>,
  { recordedAt }: Context,
): Rejection | undefined {
  if (body.receivedAt <= recordedAt) return undefined;
  const facts = { actual: body.receivedAt, required: recordedAt };
  return rejection("order_from_future", clause, facts);
}

function checkOrder(
  state: FundState,
  inHand: ActInHand<OrderPlaceBody>,
  context: Context,
): Rejection | undefined {
  const { body, clause } = inHand;
  const unitClass = findClass(state.charter, body.class);
  if (unitClass === undefined) return rejection("class_unknown", clause, { actual: body.class });
  const terms = findDealing(state.charter, body.class);
  if (terms === undefined) {
    return rejection("dealing_not_in_charter", clause, { actual: body.class });
  }
  const reporter = reporterOf(state, inHand);
  if (!terms.distributors.includes(reporter)) {
    const required = terms.distributors.join(", ");
    return rejection("distributor_not_named", terms.clause, { actual: reporter, required });
  }
  const late = checkReceipt(inHand, context);
  if (late !== undefined) return late;
  const mayDeal = body.kind === "subscription" ? isOpen : wasOpened;
  if (!mayDeal(state.classes, unitClass)) {
    return rejection("class_not_open", clause, { actual: body.class });
  }
  const day = dealingDay(state, terms, body.receivedAt);
  if (!day.ok) return day.error;
  return body.kind === "subscription"
    ? checkSubscription(state, terms, body, clause)
    : checkRedemption(state, body, clause);
}

function checkSubscription(
  { charter }: FundState,
  { least, clause: dealingClause, unitClass }: DealingTerms,
  body: Extract<OrderPlaceBody, { readonly kind: "subscription" }>,
  clause: string,
): Rejection | undefined {
  const { currency } = vehicleOf(charter, findClass(charter, unitClass)!.vehicle);
  if (body.currency !== currency) {
    return rejection("wrong_currency", clause, { actual: body.currency, required: currency });
  }
  const required = minorOf(currency, least);
  if (body.amount >= required) return undefined;
  return rejection("order_below_least", dealingClause, {
    actual: body.amount.toString(),
    required: required.toString(),
    currency,
  });
}

/** Units that a holder has and has not asked to give back already. */
function checkRedemption(
  { capital, orders }: FundState,
  body: Extract<OrderPlaceBody, { readonly kind: "redemption" }>,
  clause: string,
): Rejection | undefined {
  let free = capital.units.get(`${body.class}/${body.holder}`) ?? 0n;
  for (const order of orders.orders.values()) {
    const isSame = order.unitClass === body.class && order.holder === body.holder;
    if (isSame && order.kind === "redemption") free -= unitsWaiting(order);
  }
  if (body.microUnits <= free) return undefined;
  const facts = { actual: body.microUnits.toString(), required: free.toString() };
  return rejection("units_not_held", clause, facts);
}

/**
 * An order as its distributor took it, for the first dealing day that it is in time for. What is
 * paid in with it is owed to the holder until that day (DL10, DL11).
 */
export const orderPlace = defineAct({
  type: "order.place",
  nature: "fact",
  schema: orderPlaceSchema,
  check: checkOrder,
  effects(state, inHand) {
    const { id, body } = inHand;
    const { class: unitClass, holder, receivedAt, kind } = body;
    const day = dealingDay(state, findDealing(state.charter, unitClass)!, receivedAt);
    if (!day.ok) return day;
    const isSubscription = body.kind === "subscription";
    const order: Order = {
      ...{ id, unitClass, holder, distributor: reporterOf(state, inHand), kind },
      minor: isSubscription ? body.amount : 0n,
      microUnits: isSubscription ? 0n : body.microUnits,
      ...{ receivedAt, dealingDay: day.value, dealt: [] },
    };
    const events: FundEvent[] = [{ kind: "orderPlaced", order }];
    if (isSubscription) {
      const { currency, amount: minor } = body;
      const { vehicle } = findClass(state.charter, unitClass)!;
      const advance = { account: ACCOUNTS.subscriptionsInAdvance, subject: holder, currency };
      events.push(
        posted(inHand, 1, vehicle, [
          { account: ACCOUNTS.cash, subject: CASH_SUBJECT, currency, minor },
          { ...advance, minor: -minor },
        ]),
      );
    }
    return ok(events);
  },
  amount: (_state, body) =>
    body.kind === "subscription" ? { currency: body.currency, minor: body.amount } : undefined,
});

function findOrder(state: FundState, inHand: ActInHand<OrderCancelBody>): Result<Order, Rejection> {
  const { body, clause } = inHand;
  const order = state.orders.orders.get(body.order);
  if (order === undefined) return err(rejection("order_unknown", clause, { actual: body.order }));
  const reporter = reporterOf(state, inHand);
  if (order.distributor !== reporter) {
    const facts = { actual: reporter, required: order.distributor };
    return err(rejection("distributor_not_named", clause, facts));
  }
  if (isWaiting(order)) return ok(order);
  return err(rejection("order_not_waiting", clause, { actual: body.order }));
}

/** An order is taken back while another would still be in time for its dealing day (DL11). */
export const orderCancel = defineAct({
  type: "order.cancel",
  nature: "fact",
  schema: orderCancelSchema,
  check(state, inHand, context) {
    const order = findOrder(state, inHand);
    if (!order.ok) return order.error;
    const late = checkReceipt(inHand, context);
    if (late !== undefined) return late;
    const { unitClass, dealingDay: required } = order.value;
    const terms = findDealing(state.charter, unitClass);
    if (terms === undefined) return undefined;
    const day = dealingDay(state, terms, inHand.body.receivedAt);
    if (!day.ok) return day.error;
    if (day.value <= required) return undefined;
    return rejection("order_past_cut_off", terms.clause, { actual: day.value, required });
  },
  effects(state, inHand, context) {
    const order = findOrder(state, inHand);
    if (!order.ok) return order;
    const { id, unitClass, holder: subject, distributor: payee, kind, minor } = order.value;
    const events: FundEvent[] = [{ kind: "orderCancelled", id, on: inHand.effectiveDate }];
    if (kind === "subscription") {
      const { vehicle } = findClass(state.charter, unitClass)!;
      const { currency } = vehicleOf(state.charter, vehicle);
      const payment: Payment = {
        id: `${inHand.id}/1`,
        ...{ vehicle, payee, purpose: "redemption", currency, minor },
        ...{ liability: ACCOUNTS.subscriptionsInAdvance, subject, mandatory: true },
        entry: context.index,
        instructedAt: context.recordedAt,
      };
      events.push({ kind: "paymentInstructed", payment });
    }
    return ok(events);
  },
});
