import { SharedSum } from "../base/persistent-map.ts";
import type { LocalDate } from "../calendar/date.ts";
import { openOf, paidInOf, type CapitalCall } from "./call.ts";
import type { CapitalState } from "./state.ts";

/** What all calls together asked of one party; minor units of their currency. */
export type Called = {
  /** Capital paid in, by the vehicle that called it. */
  readonly paidInto: ReadonlyMap<string, bigint>;
  /** What is not paid yet, by when it is or was due. */
  readonly open: readonly { readonly dueDate: LocalDate; readonly minor: bigint }[];
};

type Calls = CapitalState["calls"];

const openOfCall = new SharedSum<CapitalCall>(({ items }) =>
  items.reduce((sum, item) => (openOf(item) > 0n ? sum + openOf(item) : sum), 0n),
);

/** The calls of which some party still has something to pay, in the order of their ids. */
export const openCalls = (calls: Calls): Iterable<CapitalCall> => calls.valuesWith(openOfCall);

type Sums = {
  readonly paidInto: Map<string, bigint>;
  readonly open: { readonly dueDate: LocalDate; readonly minor: bigint }[];
};

/** Derived, and made once for each version that somebody asks about. */
const sumsByCalls = new WeakMap<Calls, ReadonlyMap<string, Sums>>();

function sumsOf(calls: Calls): ReadonlyMap<string, Sums> {
  const known = sumsByCalls.get(calls);
  if (known !== undefined) return known;
  const byParty = new Map<string, Sums>();
  for (const { vehicle, items } of calls.values()) {
    for (const item of items) {
      let sums = byParty.get(item.party);
      if (sums === undefined) byParty.set(item.party, (sums = { paidInto: new Map(), open: [] }));
      sums.paidInto.set(vehicle, (sums.paidInto.get(vehicle) ?? 0n) + paidInOf(item));
      const minor = openOf(item);
      if (minor !== 0n) sums.open.push({ dueDate: item.dueDate, minor });
    }
  }
  sumsByCalls.set(calls, byParty);
  return byParty;
}

const NOTHING: Called = { paidInto: new Map(), open: [] };

/** What a party was called for, paid and owes. */
export function calledFrom(calls: Calls, party: string): Called {
  return sumsOf(calls).get(party) ?? NOTHING;
}
