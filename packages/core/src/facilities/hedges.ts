import { assert } from "../base/assert.ts";
import { PersistentMap } from "../base/persistent-map.ts";
import type { LocalDate } from "../calendar/date.ts";

/** A forward exchange of two currencies: at maturity the one is delivered for the other. */
export type Hedge = {
  readonly id: string;
  readonly vehicle: string;
  readonly counterparty: string;
  readonly sell: HedgeLeg;
  readonly buy: HedgeLeg;
  readonly matures: LocalDate;
  /** What is still to be received or paid on a closed one stands in 1085 of the book. */
  readonly status: "open" | "closed";
};

export type HedgeLeg = { readonly currency: string; readonly minor: bigint };

export type HedgeEvent =
  | { readonly kind: "hedgeOpened"; readonly hedge: Hedge }
  | { readonly kind: "hedgeClosed"; readonly id: string };

export type Hedges = PersistentMap<Hedge>;

export const noHedges: Hedges = PersistentMap.empty;

export function evolveHedges(hedges: Hedges, event: HedgeEvent): Hedges {
  if (event.kind === "hedgeOpened") return hedges.set(event.hedge.id, event.hedge);
  const hedge = hedges.get(event.id);
  assert(hedge !== undefined, `hedge ${event.id} was never opened`);
  return hedges.set(event.id, { ...hedge, status: "closed" });
}

/** The leg in a currency other than the book's: what is hedged. */
export function hedgedLeg({ sell, buy }: Hedge, functional: string): HedgeLeg {
  return sell.currency === functional ? buy : sell;
}

/** What open hedges of a vehicle come to in its own currency: the leg that is in it. */
export function openNotional(hedges: Hedges, vehicle: string, functional: string): bigint {
  let sum = 0n;
  for (const hedge of hedges.values()) {
    if (hedge.vehicle !== vehicle || hedge.status !== "open") continue;
    sum += hedge.sell.currency === functional ? hedge.sell.minor : hedge.buy.minor;
  }
  return sum;
}
