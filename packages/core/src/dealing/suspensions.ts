import { assert } from "../base/assert.ts";
import { PersistentMap } from "../base/persistent-map.ts";
import type { LocalDate } from "../calendar/date.ts";

/** Dealing in a class stands still: why, since when, and until when at the longest. */
export type Suspension = {
  readonly actId: string;
  readonly unitClass: string;
  /** A ground of the charter. */
  readonly ground: string;
  readonly from: LocalDate;
  /** The day by which it is looked at again. */
  readonly review: LocalDate;
  /** Its last day, if it is not lifted before. */
  readonly until: LocalDate;
  readonly resumedOn?: LocalDate;
};

/** The last suspension of each class. */
export type Suspensions = PersistentMap<Suspension>;

export const noSuspensions: Suspensions = PersistentMap.empty;

export type SuspensionEvent =
  | { readonly kind: "dealingSuspended"; readonly suspension: Suspension }
  | { readonly kind: "dealingResumed"; readonly unitClass: string; readonly on: LocalDate };

export function evolveSuspensions(suspensions: Suspensions, event: SuspensionEvent): Suspensions {
  if (event.kind === "dealingSuspended") {
    return suspensions.set(event.suspension.unitClass, event.suspension);
  }
  const suspension = suspensions.get(event.unitClass);
  assert(suspension !== undefined, `dealing in ${event.unitClass} was never suspended`);
  return suspensions.set(event.unitClass, { ...suspension, resumedOn: event.on });
}

/** The suspension that holds on a day: it ends by itself after its last day [DL15]. */
export function suspensionOn(
  suspensions: Suspensions,
  unitClass: string,
  today: LocalDate,
): Suspension | undefined {
  const suspension = suspensions.get(unitClass);
  if (suspension === undefined || suspension.resumedOn !== undefined) return undefined;
  return today <= suspension.until ? suspension : undefined;
}
