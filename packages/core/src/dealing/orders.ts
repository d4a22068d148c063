import { assert } from "../base/assert.ts";
import { PersistentMap } from "../base/persistent-map.ts";
import type { Instant, LocalDate } from "../calendar/date.ts";

export const ORDER_KINDS = ["subscription", "redemption"] as const;

/** What one dealing day made of an order: money in minor units, at a price per unit. */
export type OrderDealt = {
  readonly on: LocalDate;
  readonly price: string;
  readonly minor: bigint;
  readonly microUnits: bigint;
  /** The last day to pay what was given back, where the charter's calendar reaches so far. */
  readonly payBy?: LocalDate;
};

/** A holder's wish to buy for an amount or to give units back, at a price that nobody knows yet. */
export type Order = {
  /** Id of the fact that reported it. */
  readonly id: string;
  readonly unitClass: string;
  /** Opaque: who the holder is, only the distributor knows. */
  readonly holder: string;
  readonly distributor: string;
  readonly kind: (typeof ORDER_KINDS)[number];
  /** Paid in with a subscription, minor units of the vehicle's currency; 0 of a redemption. */
  readonly minor: bigint;
  /** To be given back by a redemption; 0 of a subscription. */
  readonly microUnits: bigint;
  readonly receivedAt: Instant;
  /** The first day on which it takes part. */
  readonly dealingDay: LocalDate;
  readonly cancelledOn?: LocalDate;
  readonly dealt: readonly OrderDealt[];
};

/** Units of another vehicle that a feeder bought, or gave back when negative. */
export type FeederDeal = {
  /** Id of the act that priced the orders behind it. */
  readonly id: string;
  readonly feeder: string;
  readonly vehicle: string;
  readonly unitClass: string;
  readonly on: LocalDate;
  readonly price: string;
  /** Minor units of that vehicle's currency, of the units' sign. */
  readonly minor: bigint;
  readonly microUnits: bigint;
};

export type Orders = {
  readonly orders: PersistentMap<Order>;
  readonly deals: PersistentMap<FeederDeal>;
};

export const noOrders: Orders = { orders: PersistentMap.empty, deals: PersistentMap.empty };

export type OrderEvent =
  | { readonly kind: "orderPlaced"; readonly order: Order }
  | { readonly kind: "orderCancelled"; readonly id: string; readonly on: LocalDate }
  | { readonly kind: "orderDealt"; readonly id: string; readonly dealt: OrderDealt }
  | { readonly kind: "feederDealt"; readonly deal: FeederDeal };

export function evolveOrders({ orders, deals }: Orders, event: OrderEvent): Orders {
  if (event.kind === "orderPlaced") {
    return { orders: orders.set(event.order.id, event.order), deals };
  }
  if (event.kind === "feederDealt") return { orders, deals: deals.set(event.deal.id, event.deal) };
  const order = orders.get(event.id);
  assert(order !== undefined, `order ${event.id} was never placed`);
  const changed =
    event.kind === "orderCancelled"
      ? { ...order, cancelledOn: event.on }
      : { ...order, dealt: [...order.dealt, event.dealt] };
  return { orders: orders.set(order.id, changed), deals };
}

/** Units that a redemption still waits for. */
export function unitsWaiting({ microUnits, dealt, cancelledOn }: Order): bigint {
  if (cancelledOn !== undefined) return 0n;
  return dealt.reduce((left, part) => left - part.microUnits, microUnits);
}

/** Whether a dealing day has still something to do for an order. */
export function isWaiting(order: Order): boolean {
  if (order.cancelledOn !== undefined) return false;
  return order.kind === "subscription" ? order.dealt.length === 0 : unitsWaiting(order) > 0n;
}

/** Orders for a class that wait for a dealing day of that date, in order of their ids. */
export function ordersFor({ orders }: Orders, unitClass: string, on: LocalDate): readonly Order[] {
  return [...orders.values()].filter(
    (order) => order.unitClass === unitClass && order.dealingDay <= on && isWaiting(order),
  );
}
