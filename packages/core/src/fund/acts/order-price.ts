import { assert } from "../../base/assert.ts";
import { Ratio } from "../../base/ratio.ts";
import { ok } from "../../base/result.ts";
import { unitsOutstanding } from "../../capital/state.ts";
import type { DealingTerms } from "../../charter/dealing-terms.ts";
import { moneyFor, unitsFor } from "../../dealing/class-prices.ts";
import { dealingDayIn } from "../../dealing/dealing-days.ts";
import { throughGate } from "../../dealing/gate.ts";
import { strikeOn } from "../../dealing/nav-strike.ts";
import { ordersFor, unitsWaiting, type Order, type OrderDealt } from "../../dealing/orders.ts";
import { suspensionOn } from "../../dealing/suspensions.ts";
import type { ActInHand, Context } from "../../governance/act-definition.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import { windowEnd } from "../../governance/window.ts";
import { ACCOUNTS } from "../../ledger/accounts.ts";
import type { Posting } from "../../ledger/journal.ts";
import type { Payment } from "../../ledger/payment.ts";
import { defineAct, moved, posted } from "../act-definition.ts";
import { classSchema, type ClassBody } from "../bodies/dealing.ts";
import type { FundEvent } from "../effects.ts";
import { feederDeal } from "../dealing/feeder-deals.ts";
import { fedPrice, findFeeder } from "../dealing/feeders.ts";
import { vehicleOf } from "../figures.ts";
import type { FundState } from "../state.ts";
import { charterRatio, findClass, perMajorUnit } from "../terms.ts";
import { findDealing } from "./orders.ts";

/** What is dealt in, and at which price. */
type Dealing = {
  readonly terms: DealingTerms;
  readonly unitClass: string;
  readonly vehicle: string;
  readonly currency: string;
  readonly price: string;
};

/** The class's strike of that day; before anyone has units, the price that the charter gives. */
function priceFor(
  state: FundState,
  { body, effectiveDate, clause }: ActInHand<ClassBody>,
): string | Rejection {
  const { vehicle, founderPrice } = findClass(state.charter, body.class)!;
  if (unitsOutstanding(state.capital, body.class) === 0n) return founderPrice;
  const strike = strikeOn(state.strikes, { vehicle, unitClass: body.class }, effectiveDate);
  if (strike === undefined) return rejection("nav_not_struck", clause, { actual: body.class });
  const price = Ratio.fromDecimal(strike.price);
  if (price.ok && price.value.num > 0n) return strike.price;
  return rejection("price_not_positive", clause, { actual: strike.price });
}

function checkPricing(state: FundState, inHand: ActInHand<ClassBody>): Rejection | undefined {
  const { body, clause, effectiveDate: on } = inHand;
  const unitClass = findClass(state.charter, body.class);
  if (unitClass === undefined) return rejection("class_unknown", clause, { actual: body.class });
  const terms = findDealing(state.charter, body.class);
  if (terms === undefined) {
    return rejection("dealing_not_in_charter", clause, { actual: body.class });
  }
  const suspended = suspensionOn(state.suspensions, body.class, state.today);
  if (suspended !== undefined) {
    const facts = { actual: body.class, until: suspended.until };
    return rejection("dealing_suspended", terms.suspension?.clause ?? clause, facts);
  }
  const day = dealingDayIn(state.charter, terms, on);
  if (!day.ok) return day.error;
  if (day.value !== on) {
    return rejection("not_a_dealing_day", terms.clause, { actual: on, required: day.value });
  }
  if (ordersFor(state.orders, body.class, on).length === 0) {
    return rejection("no_orders_waiting", clause, { actual: body.class, on });
  }
  const feeder = findFeeder(state, unitClass.vehicle);
  const fed = feeder === undefined ? undefined : fedPrice(state, feeder, { on, clause });
  if (fed?.ok === false) return fed.error;
  const price = priceFor(state, inHand);
  return typeof price === "string" ? undefined : price;
}

/** Each order with what the day makes of it. */
type Result = { readonly order: Order; readonly dealt: OrderDealt };

/** Units for what was paid in, rounded down; the whole amount becomes capital [DL13]. */
function subscribed(orders: readonly Order[], of: Dealing, on: Result["dealt"]["on"]): Result[] {
  const perMajor = perMajorUnit(of.currency);
  return orders.flatMap((order) => {
    if (order.kind !== "subscription") return [];
    const { minor } = order;
    const microUnits = Ratio.floor(unitsFor(minor, of.price, perMajor));
    return [{ order, dealt: { on, price: of.price, minor, microUnits } }];
  });
}

/** Money for the units that the gate lets through, rounded down; the others wait [DL12] [DL13]. */
function redeemed(
  state: FundState,
  orders: readonly Order[],
  of: Dealing,
  on: Result["dealt"]["on"],
): Result[] {
  const redemptions = orders.filter(({ kind }) => kind === "redemption");
  const asked = redemptions.map((order) => ({
    ...{ id: order.id, microUnits: unitsWaiting(order), since: order.dealingDay },
  }));
  const outstanding = Ratio.make(unitsOutstanding(state.capital, of.unitClass));
  const most = Ratio.floor(Ratio.mul(charterRatio(of.terms.gate), outstanding));
  const through = throughGate(asked, most, of.terms.deferred);
  const due = windowEnd(state.charter, on, of.terms.payWithin);
  return redemptions.flatMap((order, index) => {
    const microUnits = through[index]!;
    const minor = Ratio.floor(moneyFor(microUnits, of.price, perMajorUnit(of.currency)));
    // Units that come to less than a minor unit wait rather than go for nothing.
    if (minor === 0n) return [];
    const payBy = due.ok ? { payBy: due.value } : {};
    return [{ order, dealt: { on, price: of.price, minor, microUnits, ...payBy } }];
  });
}

/** One entry for all orders of a side: advances become capital, or capital becomes owed. */
function sidePostings(results: readonly Result[], of: Dealing): readonly Posting[] {
  return results.flatMap(({ order: { kind, holder: subject }, dealt: { minor } }) => {
    const accounts =
      kind === "subscription"
        ? { debit: ACCOUNTS.subscriptionsInAdvance, credit: ACCOUNTS.paidInCapital }
        : { debit: ACCOUNTS.redeemedCapital, credit: ACCOUNTS.redemptionsPayable };
    return moved({ ...accounts, subject, currency: of.currency, minor });
  });
}

function unitsOf({ order, dealt }: Result): readonly FundEvent[] {
  const { unitClass, holder } = order;
  const { microUnits } = dealt;
  const kind = order.kind === "subscription" ? "unitsIssued" : "unitsCancelled";
  const units: FundEvent = { kind, unitClass, holder, microUnits };
  const told: FundEvent = { kind: "orderDealt", id: order.id, dealt };
  return microUnits === 0n ? [told] : [told, units];
}

function redemptionPayments(
  results: readonly Result[],
  of: Dealing,
  { id }: ActInHand<unknown>,
  { index: entry, recordedAt: instructedAt }: Context,
): readonly FundEvent[] {
  return results.map(({ order, dealt: { minor } }, index) => {
    const { vehicle, currency } = of;
    const payment: Payment = {
      id: `${id}/${index + 1}`,
      ...{ vehicle, payee: order.distributor, purpose: "redemption", currency, minor },
      ...{ liability: ACCOUNTS.redemptionsPayable, subject: order.holder, mandatory: true },
      ...{ entry, instructedAt },
    };
    return { kind: "paymentInstructed", payment };
  });
}

/**
 * A dealing day: every order that waits is dealt at the day's strike, redemptions as far as the
 * gate lets them, and a feeder buys or gives back units for the difference [DL12] to [DL14].
 */
export const orderPrice = defineAct({
  type: "order.price",
  nature: "decision",
  schema: classSchema,
  check: checkPricing,
  effects(state, inHand, context) {
    const { body, effectiveDate: on } = inHand;
    const { id: unitClass, vehicle } = findClass(state.charter, body.class)!;
    const terms = findDealing(state.charter, unitClass)!;
    const { currency } = vehicleOf(state.charter, vehicle);
    const price = priceFor(state, inHand);
    assert(typeof price === "string", "the check has found a price");
    const of: Dealing = { terms, unitClass, vehicle, currency, price };
    const orders = ordersFor(state.orders, unitClass, on);
    const [bought, given] = [subscribed(orders, of, on), redeemed(state, orders, of, on)];
    const all = [...bought, ...given];
    const postings = sidePostings(all, of);
    const sum = (results: readonly Result[]): bigint =>
      results.reduce((whole, { dealt }) => whole + dealt.minor, 0n);
    const events: FundEvent[] = all.flatMap(unitsOf);
    if (postings.length > 0) events.push(posted(inHand, 1, vehicle, postings));
    events.push(...redemptionPayments(given, of, inHand, context));
    const feeder = findFeeder(state, vehicle);
    if (feeder === undefined) return ok(events);
    const net = sum(bought) - sum(given);
    const numbers = { entry: 2, payment: given.length + 1 };
    const dealt = feederDeal(state, feeder, { inHand, context, net, ...numbers });
    return dealt.ok ? ok([...events, ...dealt.value]) : dealt;
  },
});
