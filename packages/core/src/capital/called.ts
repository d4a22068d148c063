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
type PaidIn = ReadonlyMap<string, bigint>;

const NOTHING: PaidIn = new Map();

const paidIn = new SharedTotal<CapitalCall, PaidIn>({
  of: ({ vehicle, items }) =>
    items.reduce<PaidIn>(
      (sum, item) => added(sum, new Map([[`${item.party}/${vehicle}`, paidInOf(item)]])),
      NOTHING,
    ),
  add: added,
  nothing: NOTHING,
});

function added(one: PaidIn, other: PaidIn): PaidIn {
  if (one.size === 0 || other.size === 0) return one.size === 0 ? other : one;
  const sum = new Map(one);
  for (const [name, minor] of other) sum.set(name, (sum.get(name) ?? 0n) + minor);
  return sum;
}

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
