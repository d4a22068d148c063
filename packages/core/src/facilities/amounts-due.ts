import type { LocalDate } from "../calendar/date.ts";
import type { Drawing, Facility } from "./facility.ts";

/** Asked for and neither received nor lapsed, minor units. */
export function pendingOf({ drawings }: Facility): bigint {
  return drawings.reduce((sum, one) => sum + stillToCome(one), 0n);
}

/** What the lender has still to pay of one drawing, minor units. */
export function stillToCome({ requested, received, lapsed }: Drawing): bigint {
  return lapsed || received >= requested ? 0n : requested - received;
}

/** What may still be drawn, minor units: of a closed or called-in facility nothing. */
export function undrawnOf(facility: Facility): bigint {
  if (facility.status !== "open") return 0n;
  const left = facility.terms.limit - facility.principal - pendingOf(facility);
  return left < 0n ? 0n : left;
}

/** The drawing that has been out longest; undefined where none is out. */
export function longestOut({ drawings }: Facility): Drawing | undefined {
  return drawings
    .filter(({ outstanding }) => outstanding > 0n)
    .toSorted((a, b) => ((a.outSince ?? a.due) < (b.outSince ?? b.due) ? -1 : 1))[0];
}

/**
 * Principal that had to be repaid by a day and is not [LV7]: the instalments less what was repaid;
 * at maturity, and once the lender has called it in, the whole.
 */
export function principalDue(facility: Facility, today: LocalDate): bigint {
  const { principal, repaid, status, terms } = facility;
  if (status === "accelerated" || today >= terms.dates.maturity) return principal;
  const scheduled = terms.instalments
    .filter(({ on }) => on <= today)
    .reduce((sum, { minor }) => sum + minor, 0n);
  const due = scheduled - repaid;
  if (due <= 0n) return 0n;
  return due < principal ? due : principal;
}
