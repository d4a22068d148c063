import {
  addDays,
  addMonths,
  dateOf,
  endOfMonth,
  type LocalDate,
} from "@jointfund/core/calendar/date.ts";
import { fiscalYearOf } from "@jointfund/core/calendar/fiscal-year.ts";
import type { DealingTerms } from "@jointfund/core/charter/dealing-terms.ts";
import { isOpen } from "@jointfund/core/dealing/class-register.ts";
import { cutOffFor, dealingDayIn } from "@jointfund/core/dealing/dealing-days.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { windowEnd } from "@jointfund/core/governance/window.ts";
import { fiscalDefinition } from "@jointfund/core/statements/period.ts";
import type { Obligation } from "./obligations.ts";

/** What comes again and again is told so far ahead: there is no end to it otherwise. */
export const HORIZON_MONTHS = 15;

/** What the charter's terms bring again and again: dealing days, new values, closes of books. */
export function recurringObligations(state: FundState): readonly Obligation[] {
  return [
    ...(state.charter.dealing ?? []).flatMap((terms) => dealingObligations(state, terms)),
    ...valuationsDue(state),
    ...closesOfBooks(state),
    ...endsOfFiscalYears(state),
  ];
}

/** The first day of each month from that of today on. */
function monthsAhead(today: LocalDate): readonly LocalDate[] {
  const first = `${today.slice(0, 8)}01` as LocalDate;
  return Array.from({ length: HORIZON_MONTHS }, (_, ahead) => addMonths(first, ahead)).flatMap(
    (month) => (month.ok ? [month.value] : []),
  );
}

/** The dealing days of a class that is open, and until when orders count for them (DL10). */
function dealingObligations(state: FundState, terms: DealingTerms): readonly Obligation[] {
  const { charter, classes, today } = state;
  const { unitClass: subject } = terms;
  const unitClass = charter.classes.find(({ id }) => id === subject);
  if (unitClass === undefined || !isOpen(classes, unitClass)) return [];
  const days = monthsAhead(today).flatMap((month) => {
    const day = dealingDayIn(charter, terms, month);
    return day.ok && day.value >= today ? [day.value] : [];
  });
  return [...new Set(days)].flatMap((on): readonly Obligation[] => {
    const cutOff = cutOffFor(charter, terms, on);
    const last = cutOff === undefined ? undefined : dateOf(cutOff);
    return [
      { on, kind: "dealingDay", subject },
      ...(last === undefined || last < today
        ? []
        : [{ on: last, kind: "orderCutOff" as const, subject }]),
    ];
  });
}

/** The last day on which the value of an investment is not stale yet. */
function valuationsDue({ charter, investments }: FundState): readonly Obligation[] {
  const length = charter.valuation?.staleAfter;
  if (length === undefined) return [];
  return [...investments.values()].flatMap((it): readonly Obligation[] => {
    const { id: investment, status, valuation } = it;
    if (status !== "closed" || valuation === undefined) return [];
    const { by: party, on: from } = valuation;
    const end = windowEnd(charter, from, length);
    if (!end.ok) return [];
    return [{ on: end.value, kind: "valuationDue", subject: investment, investment, party }];
  });
}

/** Of each book that was closed before, the end of the next month that is not. */
function closesOfBooks({ periods, today }: FundState): readonly Obligation[] {
  return [...periods.closed].flatMap(([subject, through]): readonly Obligation[] => {
    const next = addDays(through, 1);
    if (!next.ok) return [];
    const end = endOfMonth(next.value);
    // The charter has no day by which a close is late: what may be closed is there to be closed.
    return [{ on: end < today ? today : end, kind: "periodCloses", subject }];
  });
}

/** The ends of the fiscal years of the fund and of each side that are under way. */
function endsOfFiscalYears({ charter, today }: FundState): readonly Obligation[] {
  return Object.keys(charter.calendars.fiscal).flatMap((fiscal): readonly Obligation[] => {
    const definition = fiscalDefinition(charter, fiscal);
    const year = definition && fiscalYearOf(definition, today);
    if (year?.ok !== true) return [];
    const kind = "fiscalYearEnds" as const;
    const { end: on } = year.value;
    const parties = charter.parties.filter((party) => party.fiscalYear === fiscal);
    if (parties.length === 0) return [{ on, kind, subject: fiscal }];
    return parties.map(({ id }) => ({ on, kind, subject: id, party: id }));
  });
}
