import { assert } from "../base/assert.ts";
import type { LocalDate } from "../calendar/date.ts";
import { allocate } from "../money/allocation.ts";
import { interestOwed, openOf, type CallItem, type CapitalCall } from "./call.ts";

/** What of a payment goes to a call that its payee has not paid. */
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
 * the step `divert` on calls of that vehicle, the money goes to these as to one debt: to what was
 * called, each call its part of it, and once all of that is paid to the late interest, alike. Made
 * good, nothing is diverted.
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
  const owing: Owing[] = [];
  for (const { id: call, vehicle, currency, items } of calls) {
    if (vehicle !== of.vehicle || currency !== of.currency) continue;
    for (const item of items) {
      if (item.party !== of.party || !isDiverting(item)) continue;
      const interest = interestOwed(item);
      owing.push({
        ...{ call, dueDate: item.dueDate, capital: openOf(item) },
        interest: interest > 0n ? interest : 0n,
      });
    }
  }
  const inOrder = owing.toSorted((a, b) =>
    a.dueDate === b.dueDate ? (a.call < b.call ? -1 : 1) : a.dueDate < b.dueDate ? -1 : 1,
  );
  const capital = inProportion(inOrder, "capital", of.minor);
  const interest = inProportion(inOrder, "interest", of.minor - capital.sum);
  const diverted = inOrder.flatMap(({ call }): readonly DivertedPart[] => {
    const part = { capital: capital.of(call), interest: interest.of(call) };
    return part.capital + part.interest === 0n ? [] : [{ call, ...part }];
  });
  return { diverted, paid: of.minor - capital.sum - interest.sum };
}

/** What a party owes on one call. */
type Owing = {
  readonly call: string;
  readonly dueDate: LocalDate;
  readonly capital: bigint;
  readonly interest: bigint;
};

/**
 * Pays what is owed of one kind, as far as the money goes, in proportion to what is owed on each
 * call; of equal remainders the call that fell due first gets the odd unit.
 */
function inProportion(
  inOrder: readonly Owing[],
  kind: "capital" | "interest",
  money: bigint,
): { readonly sum: bigint; readonly of: (call: string) => bigint } {
  const owed = inOrder.reduce((whole, each) => whole + each[kind], 0n);
  const sum = money < owed ? money : owed;
  if (sum === 0n) return { sum, of: () => 0n };
  const keys = inOrder.map(({ call }) => call);
  const shares = inOrder.map((each) => ({ key: each.call, weight: each[kind] }));
  const allocated = allocate({ total: sum, shares, tieBreak: { kind: "order", keys } });
  assert(allocated.ok, "a party owes something, and on each call once");
  const parts = new Map(allocated.value.map(({ key, part }) => [key, part]));
  return { sum, of: (call) => parts.get(call) ?? 0n };
}
