import { Schema, type Infer } from "@jointfund/core/base/schema.ts";
import {
  ORDER_KINDS,
  isWaiting,
  unitsWaiting,
  type Order,
} from "@jointfund/core/dealing/orders.ts";
import type { HolderAccount, HolderPayment } from "@jointfund/core/statements/holder-account.ts";
import { localized, type Text } from "../../languages/language.ts";
import type { RecordView } from "../record-replay.ts";
import {
  count,
  currency,
  date,
  hash,
  identifier,
  instant,
  minor,
  string,
  text,
} from "../wire-schemas.ts";
import { paidOf, paidSchema } from "./notice.ts";

const { array, object, oneOf, optional } = Schema;

const dealtSchema = object({
  on: date,
  price: string(),
  minor,
  microUnits: minor,
  payBy: optional(date),
});

export const orderSchema = object({
  id: hash,
  kind: oneOf(ORDER_KINDS),
  standing: oneOf(["waiting", "partlyDealt", "dealt", "cancelled"]),
  distributor: text,
  minor,
  microUnits: minor,
  waitingMicroUnits: minor,
  receivedAt: instant,
  dealingDay: date,
  cancelledOn: optional(date),
  dealt: array(dealtSchema),
  entry: count,
});

export const holderPaymentSchema = object({
  kind: oneOf(["distribution", "redemption", "refund"]),
  gross: minor,
  /** Kept back before it was paid; what a distributor takes off later is not the fund's. */
  withheld: minor,
  net: minor,
  income: optional(minor),
  gain: optional(minor),
  returnOfCapital: optional(minor),
  declaredOn: date,
  payment: paidSchema,
});

export const holdingSchema = object({
  feeder: identifier,
  feederName: text,
  unitClass: identifier,
  className: text,
  holder: identifier,
  currency,
  today: date,
  microUnits: minor,
  leavingMicroUnits: minor,
  worth: optional(object({ minor, price: string(), on: date })),
  prices: array(object({ on: date, price: string() })),
  paidIn: minor,
  inAdvance: minor,
  redeemed: minor,
  distributed: minor,
  owed: minor,
  orders: array(orderSchema),
  payments: array(holderPaymentSchema),
});

/** A party by its short name, in both languages. */
export function partyText({ state: { charter } }: RecordView, id: string): Text {
  const party = charter.parties.find((each) => each.id === id);
  return party === undefined ? { en: id, ja: id } : localized(party.short);
}

function standingOf(order: Order): Infer<typeof orderSchema>["standing"] {
  if (order.cancelledOn !== undefined) return "cancelled";
  if (!isWaiting(order)) return "dealt";
  return order.dealt.length === 0 ? "waiting" : "partlyDealt";
}

export function orderOf(view: RecordView, order: Order): Infer<typeof orderSchema> {
  const { distributor, unitClass: _class, holder: _holder, ...rest } = order;
  return {
    ...rest,
    standing: standingOf(order),
    distributor: partyText(view, distributor),
    waitingMicroUnits: order.kind === "redemption" ? unitsWaiting(order) : 0n,
    entry: view.chronicle.acts.get(order.id)?.entry ?? 0,
  };
}

function paymentOf(
  { state, chronicle }: RecordView,
  { kind, gross, characters, ...told }: HolderPayment,
): Infer<typeof holderPaymentSchema> {
  const { id, minor: net } = told.payment;
  const act = id.slice(0, id.indexOf("/"));
  const declaredOn =
    state.acts.get(act)?.executed?.on ?? chronicle.acts.get(act)?.act.effectiveDate;
  return {
    ...{ kind, gross, withheld: gross - net, net, declaredOn: declaredOn ?? state.today },
    ...(characters === undefined
      ? {}
      : {
          ...{ income: characters.income, gain: characters.gain },
          returnOfCapital: characters.capital,
        }),
    payment: paidOf(told),
  };
}

/** The orders and payments of an account, the newest first. */
export function dealingsOf(view: RecordView, { orders, payments }: HolderAccount) {
  return {
    orders: orders.map((order) => orderOf(view, order)).toReversed(),
    payments: payments.map((payment) => paymentOf(view, payment)).toReversed(),
  };
}
