import type { LocalDate } from "../calendar/date.ts";
import { interestOwed, openOf, type CallItem, type CapitalCall } from "./call.ts";

/** What of a payment goes to a call that its payee has not paid: capital first, then interest. */
export type DivertedPart = {
  readonly call: string;
  readonly capital: bigint;
  readonly interest: bigint;
};

/** A payment to a party in two: what is turned to its debts, and what is left for itself. */
export type Diversion = {
  readonly diverted: readonly DivertedPart[];
  readonly paid: bigint;
};

/** A party's item whose default has come so far that its distributions are diverted [CP23]. */
const isDiverting = (item: CallItem): boolean =>
  item.steps.includes("divert") && openOf(item) + interestOwed(item) > 0n;

/**
 * Splits what a vehicle would pay to a party, minor units: as long as the party is in default by
 * the step `divert` on calls of that vehicle, the money goes to these, the one that fell due first
 * before the others, each call's capital before its interest. Made good, nothing is diverted.
 */
export function divert(
  calls: Iterable<CapitalCall>,
  of: {
    readonly vehicle: string;
    readonly party: string;
    readonly currency: string;
    readonly minor: bigint;
  },
): Diversion {
  const owing: { call: string; dueDate: LocalDate; item: CallItem }[] = [];
  for (const { id, vehicle, currency, items } of calls) {
    if (vehicle !== of.vehicle || currency !== of.currency) continue;
    for (const item of items) {
      if (item.party !== of.party || !isDiverting(item)) continue;
      owing.push({ call: id, dueDate: item.dueDate, item });
    }
  }
  let left = of.minor;
  const take = (most: bigint): bigint => {
    const now = left < most ? left : most;
    left -= now;
    return now;
  };
  const inOrder = owing.toSorted((a, b) =>
    a.dueDate === b.dueDate ? (a.call < b.call ? -1 : 1) : a.dueDate < b.dueDate ? -1 : 1,
  );
  const diverted = inOrder.flatMap(({ call, item }): readonly DivertedPart[] => {
    const capital = take(openOf(item));
    const interest = take(interestOwed(item));
    return capital + interest === 0n ? [] : [{ call, capital, interest }];
  });
  return { diverted, paid: left };
}
