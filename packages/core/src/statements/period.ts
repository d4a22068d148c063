import { assert } from "../base/assert.ts";
import { addDays, dateFromParts, dateParts, type LocalDate } from "../calendar/date.ts";
import {
  fiscalYearOf,
  isFiscalYearStart,
  JAPAN_FISCAL_YEAR,
  type FiscalYear,
  type FiscalYearDefinition,
} from "../calendar/fiscal-year.ts";
import type { Charter } from "../charter/charter.ts";

/** The days that a statement is about, both ends included [ST10]. */
export type StatementPeriod = {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly name: PeriodName;
};

/** How a period is called: a year always with its calendar, since "FY2026" alone means several. */
export type PeriodName =
  | { readonly kind: "year" | "yearToDate"; readonly year: FiscalYear }
  | {
      readonly kind: "quarter" | "quarterToDate";
      readonly year: FiscalYear;
      readonly quarter: number;
    }
  | { readonly kind: "sinceInception" }
  | { readonly kind: "dates" };

/**
 * How the charter divides time under a name of its own, if it has that name. Japan's years, known
 * by the yen of the party that keeps them, have the eras' names too.
 */
export function fiscalDefinition(
  charter: Charter,
  name: string,
  currency?: string,
): FiscalYearDefinition | undefined {
  const fiscal = charter.calendars.fiscal[name];
  if (fiscal === undefined || !isFiscalYearStart(fiscal.start)) return undefined;
  const definition = { calendarId: name, ...fiscal };
  const { start, namedBy, eras } = JAPAN_FISCAL_YEAR;
  const isJapan = currency === "JPY" && start === fiscal.start && namedBy === fiscal.namedBy;
  return isJapan && eras !== undefined ? { ...definition, eras } : definition;
}

/** The fiscal years from the one that holds `from` to the one that holds `to`. */
export function fiscalYearsBetween(
  definition: FiscalYearDefinition,
  from: LocalDate,
  to: LocalDate,
): readonly FiscalYear[] {
  const years: FiscalYear[] = [];
  for (let day = from; day <= to;) {
    const year = fiscalYearOf(definition, day);
    if (!year.ok) break;
    years.push(year.value);
    const next = addDays(year.value.end, 1);
    if (!next.ok) break;
    day = next.value;
  }
  return years;
}

/** The fiscal year of a label such as "FY2026", by the calendar's own way of naming [ST11]. */
export function fiscalYearNamed(
  definition: FiscalYearDefinition,
  label: string,
): FiscalYear | undefined {
  const named = /^FY([0-9]{4})$/.exec(label);
  if (named === null) return undefined;
  const { start, namedBy } = definition;
  const spansTwo = start !== "01-01";
  const startYear = Number(named[1]) - (namedBy === "end" && spansTwo ? 1 : 0);
  const [month, day] = start.split("-").map(Number) as [number, number];
  const first = dateFromParts({ year: startYear, month, day });
  const year = first.ok ? fiscalYearOf(definition, first.value) : undefined;
  return year?.ok === true ? year.value : undefined;
}

/** A whole fiscal year, or as much of it as there is up to a day. */
export function periodOfYear(year: FiscalYear, upTo: LocalDate): StatementPeriod {
  assert(year.start <= upTo, "a year that has not begun has no statement");
  return upTo >= year.end
    ? { from: year.start, to: year.end, name: { kind: "year", year } }
    : { from: year.start, to: upTo, name: { kind: "yearToDate", year } };
}

/** From the start of the fiscal year that holds a day to that day. */
export function yearToDate(
  definition: FiscalYearDefinition,
  on: LocalDate,
): StatementPeriod | undefined {
  const year = fiscalYearOf(definition, on);
  return year.ok ? periodOfYear(year.value, on) : undefined;
}

/** From the start of the quarter of the fiscal year that holds a day to that day. */
export function quarterToDate(
  definition: FiscalYearDefinition,
  on: LocalDate,
): StatementPeriod | undefined {
  const held = fiscalYearOf(definition, on);
  if (!held.ok) return undefined;
  const year = held.value;
  const starts = [1, 2, 3, 4].map((quarter) => quarterStart(year, quarter));
  const quarter = starts.filter((start) => start <= on).length;
  const next = starts[quarter];
  const before = next === undefined ? undefined : addDays(next, -1);
  const end = before?.ok === true ? before.value : year.end;
  const kind = on === end ? "quarter" : "quarterToDate";
  return { from: starts[quarter - 1]!, to: on, name: { kind, year, quarter } };
}

/** The same day of the month, three months on for each quarter; every month has it [C30]. */
function quarterStart({ start }: FiscalYear, quarter: number): LocalDate {
  const { year, month, day } = dateParts(start);
  const months = month - 1 + 3 * (quarter - 1);
  const date = dateFromParts({
    year: year + Math.floor(months / 12),
    month: (months % 12) + 1,
    day,
  });
  assert(date.ok, "a fiscal year's quarters are within the years that dates have");
  return date.value;
}

/** From the founding to a day. */
export function sinceInception(foundedOn: LocalDate, to: LocalDate): StatementPeriod {
  return { from: foundedOn, to, name: { kind: "sinceInception" } };
}

/** Any days, called by no name. */
export function periodBetween(from: LocalDate, to: LocalDate): StatementPeriod {
  assert(from <= to, "a period does not end before it begins");
  return { from, to, name: { kind: "dates" } };
}

/** The last day before the period; nothing at the first day that dates have. */
export function dayBefore({ from }: StatementPeriod): LocalDate | undefined {
  const before = addDays(from, -1);
  return before.ok ? before.value : undefined;
}
