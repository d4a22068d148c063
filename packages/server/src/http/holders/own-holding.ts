import { assert } from "@jointfund/core/base/assert.ts";
import type { UnitClass } from "@jointfund/core/charter/charter.ts";
import type { DealingTerms } from "@jointfund/core/charter/dealing-terms.ts";
import type { HolderOf } from "@jointfund/core/statements/holder-account.ts";
import type { Person } from "../person.ts";
import { RequestProblem } from "../problem.ts";
import type { RecordView } from "../record-replay.ts";

type Records = Pick<RecordView, "state" | "index">;

/** A citizen's own account, and on which terms its class is dealt in. */
export type OwnHolding = HolderOf & { readonly terms: DealingTerms };

/** Whether the holder has or had units of a class, or an order for it. */
function isKnown({ state, index }: Records, unitClass: string, holder: string): boolean {
  if (state.capital.units.has(`${unitClass}/${holder}`)) return true;
  return index.holders.ordersOf(state, { unitClass, holder }).length > 0;
}

/**
 * The account that a citizen has signed in for (H51): of the feeder's classes that are dealt in
 * the one that the holder is known in, else the first.
 */
export function ownHolding(records: Records, person: Person | undefined): OwnHolding {
  const { state } = records;
  assert(person !== undefined, "a route of roles has somebody who asks");
  const { holding } = person;
  if (holding === undefined) throw new RequestProblem("not_yours");
  const { feeder, holder } = holding;
  const classes = state.charter.classes.flatMap((unitClass) => {
    const terms = state.charter.dealing?.find((each) => each.unitClass === unitClass.id);
    return unitClass.vehicle !== feeder || terms === undefined ? [] : [{ unitClass, terms }];
  });
  const own = classes.find(({ unitClass }) => isKnown(records, unitClass.id, holder)) ?? classes[0];
  if (own === undefined) throw new RequestProblem("unknown_id", ["feeder", feeder]);
  return { ...own, holder };
}

/** Whom a holder orders from: whoever took the last order, else the one that the class has. */
export function distributorOf(
  { state, index }: Records,
  { terms, unitClass, holder }: { terms: DealingTerms; unitClass: UnitClass; holder: string },
): string | undefined {
  const last = index.holders.ordersOf(state, { unitClass: unitClass.id, holder }).at(-1);
  if (last !== undefined) return last.distributor;
  const [first, ...others] = terms.distributors;
  return others.length === 0 ? first : undefined;
}
