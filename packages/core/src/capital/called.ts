import { SharedSum, SharedTotal } from "../base/persistent-map.ts";
import type { LocalDate } from "../calendar/date.ts";
import { openOf, paidInOf, type CapitalCall } from "./call.ts";
import type { CapitalState } from "./state.ts";

type Calls = CapitalState["calls"];

const openOfCall = new SharedSum<CapitalCall>(({ items }) =>
  items.reduce((sum, item) => (openOf(item) > 0n ? sum + openOf(item) : sum), 0n),
);

/** The calls of which some party still has something to pay, in the order of their ids. */
export const openCalls = (calls: Calls): Iterable<CapitalCall> => calls.valuesWith(openOfCall);

/** Capital paid in by "<party>/<vehicle>". */
type PaidIn = Map<string, bigint>;

function add(to: PaidIn, name: string, minor: bigint): void {
  to.set(name, (to.get(name) ?? 0n) + minor);
}

/** Calls of which what was paid in is kept together. */
const KEPT_CALLS = 256;

const paidIn = new SharedTotal<CapitalCall, PaidIn>(
  {
    begin: () => new Map(),
    take(sum, { vehicle, items }) {
      for (const item of items) add(sum, `${item.party}/${vehicle}`, paidInOf(item));
      return sum;
    },
    add(one, other) {
      const sum = new Map(one);
      for (const [name, minor] of other) add(sum, name, minor);
      return sum;
    },
  },
  KEPT_CALLS,
);

/** What a party paid in of all calls of a vehicle, minor units of their currency. */
export function paidInFrom(
  calls: Calls,
  { party, vehicle }: { readonly party: string; readonly vehicle: string },
): bigint {
  return calls.sumBy(paidIn).get(`${party}/${vehicle}`) ?? 0n;
}

/** What a party has still to pay of items that were due before a day, minor units. */
export function overdueFrom(
  calls: Calls,
  { party, today }: { readonly party: string; readonly today: LocalDate },
): bigint {
  let minor = 0n;
  for (const { items } of openCalls(calls)) {
    for (const item of items) {
      if (item.party === party && item.dueDate < today) minor += openOf(item);
    }
  }
  return minor;
}
