import { Ratio } from "../base/ratio.ts";
import type { LocalDate } from "../calendar/date.ts";
import { unitsOf } from "../capital/state.ts";
import type { UnitClass } from "../charter/charter.ts";
import { moneyFor } from "../dealing/class-prices.ts";
import { lastStrike } from "../dealing/nav-strike.ts";
import { isWaiting, unitsWaiting, type Order } from "../dealing/orders.ts";
import type { Characters } from "../distributions/characters.ts";
import type { Recorded } from "../fund/chronicle.ts";
import { vehicleOf } from "../fund/figures.ts";
import type { FundState } from "../fund/state.ts";
import { perMajorUnit } from "../fund/terms.ts";
import { inOrder, type HolderIndex } from "./holder-index.ts";
import { paymentTold, type PaymentTold } from "./party-notices.ts";

/** Which account: a class of a feeder, and whom only a distributor knows by name. */
export type HolderOf = { readonly unitClass: UnitClass; readonly holder: string };

/** A price on its day. */
export type DatedPrice = { readonly on: LocalDate; readonly price: string };

/**
 * Money for a holder: a distribution with its characters, units given back, or an order taken back.
 */
export type HolderPayment = PaymentTold & {
  readonly kind: "distribution" | "redemption" | "refund";
  /** What the holder was given of it before anything was kept back; minor units. */
  readonly gross: bigint;
  readonly characters?: Characters;
};

/** What a holder of a feeder's units has, put in and got; minor units of the feeder's currency. */
export type HolderAccount = {
  readonly vehicle: string;
  readonly currency: string;
  readonly microUnits: bigint;
  /** Of them, asked to be given back and not dealt yet. */
  readonly leaving: bigint;
  /** Every price that the class was dealt or struck at, in order of days. */
  readonly prices: readonly DatedPrice[];
  /** The last strike, and the units at it, rounded down; absent before the first. */
  readonly worth?: { readonly strike: DatedPrice; readonly minor: bigint };
  readonly paidIn: bigint;
  /** Paid in with orders that wait for their dealing day. */
  readonly inAdvance: bigint;
  readonly redeemed: bigint;
  readonly distributed: bigint;
  /** Owed to the holder and not paid out yet. */
  readonly owed: bigint;
  /** The newest last. */
  readonly orders: readonly Order[];
  readonly payments: readonly HolderPayment[];
};

type Records = {
  readonly state: FundState;
  readonly chronicle: Recorded;
  readonly holders: HolderIndex;
};

/** The account of one holder [ST92]. */
export function holderAccount(records: Records, of: HolderOf): HolderAccount {
  const { state } = records;
  const { unitClass, holder } = of;
  const { id, vehicle } = unitClass;
  const { currency } = vehicleOf(state.charter, vehicle);
  const microUnits = unitsOf(state.capital, id, holder);
  const orders = records.holders.ordersOf(state, { unitClass: id, holder });
  const payments = paymentsTo(records, of);
  const strike = lastStrike(state.strikes, { vehicle, unitClass: id });
  const minor = strike && Ratio.floor(moneyFor(microUnits, strike.price, perMajorUnit(currency)));
  const dealt = (kind: Order["kind"]): bigint =>
    orders.filter((order) => order.kind === kind).reduce((sum, order) => sum + dealtOf(order), 0n);
  const waiting = orders.filter(isWaiting);
  return {
    ...{ vehicle, currency, microUnits, orders, payments, prices: pricesOf(records, unitClass) },
    leaving: waiting.reduce(
      (sum, order) => (order.kind === "redemption" ? sum + unitsWaiting(order) : sum),
      0n,
    ),
    ...(strike && minor !== undefined
      ? { worth: { strike: { on: strike.on, price: strike.price }, minor } }
      : {}),
    ...{ paidIn: dealt("subscription"), redeemed: dealt("redemption") },
    inAdvance: waiting.reduce((sum, order) => sum + order.minor, 0n),
    distributed: payments.reduce(
      (sum, { kind, gross }) => (kind === "distribution" ? sum + gross : sum),
      0n,
    ),
    owed: payments.reduce(
      (sum, { payment }) => (payment.releasedOn === undefined ? sum + payment.minor : sum),
      0n,
    ),
  };
}

const dealtOf = ({ dealt }: Order): bigint => dealt.reduce((sum, part) => sum + part.minor, 0n);

/** What the class was struck at, and what its first orders were dealt at before any strike. */
function pricesOf({ state, holders }: Records, { id, vehicle }: UnitClass): readonly DatedPrice[] {
  const prices = new Map(holders.pricesDealt(id));
  for (const [, { on, price }] of state.strikes.range(`${vehicle}/${id}/`)) prices.set(on, price);
  return [...prices]
    .map(([on, price]) => ({ on, price }))
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
}

/** Every payment that the holder is behind, whoever it goes through, in the order of the log. */
function paymentsTo(records: Records, { unitClass, holder }: HolderOf): readonly HolderPayment[] {
  const { state, holders } = records;
  return holders
    .paymentsFor(unitClass.vehicle, holder)
    .map((id) => state.payments.get(id)!)
    .toSorted((a, b) => a.entry - b.entry || inOrder(a.id, b.id))
    .flatMap((payment): HolderPayment[] => {
      const told = paymentTold(records, payment);
      if (payment.purpose === "distribution") return [distributed(state, told)];
      const isRefund = typeOf(state, payment.id) !== "order.price";
      return [{ ...told, kind: isRefund ? "refund" : "redemption", gross: payment.minor }];
    });
}

const actOf = (payment: string): string => payment.slice(0, payment.indexOf("/"));

const typeOf = ({ acts }: FundState, payment: string): string | undefined =>
  acts.get(actOf(payment))?.act.type;

/** A distribution as it was declared to the holder, beside what is paid of it. */
function distributed(state: FundState, told: PaymentTold): HolderPayment {
  const { id, payee, minor } = told.payment;
  const declared = state.acts.get(actOf(id))?.act.body["distribution"];
  const of = typeof declared === "string" ? state.distributions.get(declared) : undefined;
  const share = of?.shares?.find(({ party }) => party === payee);
  if (share === undefined) return { ...told, kind: "distribution", gross: minor };
  const { income, gain, capital } = share;
  return {
    ...{ ...told, kind: "distribution", gross: share.minor },
    characters: { income, gain, capital },
  };
}
