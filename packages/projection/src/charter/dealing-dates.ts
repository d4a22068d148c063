import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import type { DealingTerms } from "@jointfund/core/charter/dealing-terms.ts";
import { dealingDayIn } from "@jointfund/core/dealing/dealing-days.ts";
import { findDealing } from "@jointfund/core/fund/acts/orders.ts";
import type { OpenedClass } from "../assumptions/assumptions.ts";

/** Months between two dealing days. */
export const dealingMonths = ({ every }: DealingTerms): number => (every === "month" ? 1 : 3);

/** Whether a dealing period ends in the month of a date. */
export const isDealingMonth = (terms: DealingTerms, date: LocalDate): boolean =>
  Number(date.slice(5, 7)) % dealingMonths(terms) === 0;

/**
 * The dealing day that a step with such an end has, if a class can be dealt in then: in a step
 * after its opening. Undefined also where no calendar reaches so far, where nobody can deal (DL10).
 */
export function dealingDayOf(
  charter: Charter,
  { kind, id, opens }: OpenedClass,
  { step, end }: { readonly step: number; readonly end: LocalDate },
): LocalDate | undefined {
  const terms = kind === "dealing" ? findDealing(charter, id) : undefined;
  if (terms === undefined || step <= opens || !isDealingMonth(terms, end)) return undefined;
  const day = dealingDayIn(charter, terms, end);
  return day.ok ? day.value : undefined;
}

/** The days on which steps end: the last of a month, or the dealing day in its place [PJ80]. */
export const withDealingDays = (
  charter: Charter,
  classes: readonly OpenedClass[],
  ends: readonly LocalDate[],
): LocalDate[] =>
  ends.map((end, step) => {
    const days = classes.map((opened) => dealingDayOf(charter, opened, { step, end }));
    return days.find((day) => day !== undefined) ?? end;
  });
