import { assert } from "../base/assert.ts";
import { PersistentMap } from "../base/persistent-map.ts";
import type { LocalDate } from "../calendar/date.ts";

/** A holder's word that it wants to leave a class (EX1). */
export type ExitNotice = {
  readonly party: string;
  readonly unitClass: string;
  readonly givenOn: LocalDate;
  /** Last day of the notice. */
  readonly until: LocalDate;
};

/** Units offered at the struck price less the charter's discount (EX2). */
export type ExitOffer = {
  readonly id: string;
  /** The party that made the offer: the seller, or the buyer that calls the units. */
  readonly by: string;
  readonly seller: string;
  /** Absent where every other holder of the class may take it. */
  readonly buyer?: string;
  readonly unitClass: string;
  readonly microUnits: bigint;
  readonly currency: string;
  /** What is to be paid for all of them, minor units. */
  readonly minor: bigint;
  /** Last day on which it may be accepted. */
  readonly until: LocalDate;
  readonly accepted?: {
    readonly buyer: string;
    readonly on: LocalDate;
    /** Last day on which the buyer may pay. */
    readonly payBy: LocalDate;
  };
  readonly settledOn?: LocalDate;
};

export type ExitsState = {
  /** By "<class>/<party>". */
  readonly notices: PersistentMap<ExitNotice>;
  readonly offers: PersistentMap<ExitOffer>;
  /** Micro-units by "<class>/<holder>" that came from other holders, less those given to them. */
  readonly passed: PersistentMap<bigint>;
};

export const noExits: ExitsState = {
  notices: PersistentMap.empty,
  offers: PersistentMap.empty,
  passed: PersistentMap.empty,
};

export type ExitEvent =
  | {
      readonly kind: "unitsPassed";
      readonly unitClass: string;
      readonly from: string;
      readonly to: string;
      readonly microUnits: bigint;
    }
  | { readonly kind: "exitNoticeGiven"; readonly notice: ExitNotice }
  | { readonly kind: "exitOffered"; readonly offer: ExitOffer }
  | {
      readonly kind: "exitAccepted";
      readonly id: string;
      readonly accepted: NonNullable<ExitOffer["accepted"]>;
    }
  | { readonly kind: "exitSettled"; readonly id: string; readonly on: LocalDate };

export function evolveExits(state: ExitsState, event: ExitEvent): ExitsState {
  if (event.kind === "unitsPassed") {
    const { unitClass, from, to, microUnits } = event;
    const [giver, taker] = [`${unitClass}/${from}`, `${unitClass}/${to}`];
    const given = state.passed.set(giver, (state.passed.get(giver) ?? 0n) - microUnits);
    return { ...state, passed: given.set(taker, (given.get(taker) ?? 0n) + microUnits) };
  }
  if (event.kind === "exitNoticeGiven") {
    const { notice } = event;
    return {
      ...state,
      notices: state.notices.set(`${notice.unitClass}/${notice.party}`, notice),
    };
  }
  if (event.kind === "exitOffered") {
    return { ...state, offers: state.offers.set(event.offer.id, event.offer) };
  }
  const offer = state.offers.get(event.id);
  assert(offer !== undefined, `offer ${event.id} was made`);
  const change: Partial<ExitOffer> =
    event.kind === "exitSettled" ? { settledOn: event.on } : { accepted: event.accepted };
  return { ...state, offers: state.offers.set(offer.id, { ...offer, ...change }) };
}

/** Whether an offer may still be accepted on a day. */
export function isOnOffer({ accepted, until }: ExitOffer, day: LocalDate): boolean {
  return accepted === undefined && day <= until;
}

/** Whether the units of an offer are sold, and wait for the buyer's money. */
export function isSold({ accepted, settledOn }: ExitOffer, day: LocalDate): boolean {
  return accepted !== undefined && settledOn === undefined && day <= accepted.payBy;
}

/** Micro-units of a holder that are sold and not paid yet: they go to nobody else (EX3). */
export function soldUnits(
  { offers }: ExitsState,
  of: { readonly unitClass: string; readonly holder: string },
  day: LocalDate,
): bigint {
  let sum = 0n;
  for (const offer of offers.values()) {
    const isHis = offer.unitClass === of.unitClass && offer.seller === of.holder;
    if (isHis && isSold(offer, day)) sum += offer.microUnits;
  }
  return sum;
}

/** Whether the other holders have let such units go by, so that an outsider may have them (EX5). */
export function wasOfferedFirst(
  { offers }: ExitsState,
  of: { readonly unitClass: string; readonly holder: string; readonly microUnits: bigint },
  day: LocalDate,
): boolean {
  for (const { unitClass, seller, buyer, microUnits, accepted, until } of offers.values()) {
    const isSame = unitClass === of.unitClass && seller === of.holder && buyer === undefined;
    if (isSame && microUnits >= of.microUnits && accepted === undefined && day > until) return true;
  }
  return false;
}
