import { assert } from "../base/assert.ts";
import { err, ok, type Result } from "../base/result.ts";
import {
  dateFromParts,
  dateParts,
  daysInMonth,
  type DateOutOfRange,
  type DateParts,
  type LocalDate,
} from "./date.ts";

/** A Japanese era as fiscal years are named by it [C32]. */
export type Era = {
  readonly name: { readonly en: string; readonly ja: string };
  /** The calendar year of the era's first year. */
  readonly firstYear: number;
};

/** How a government or fund divides time into fiscal years [C30]. */
export type FiscalYearDefinition = {
  readonly calendarId: string;
  /** "MM-DD", the first day of a fiscal year; the day is 01 to 28. */
  readonly start: string;
  /** Whether a year is named by the calendar year in which it starts or ends. */
  readonly namedBy: "start" | "end";
  /** Latest first; only where years also have an era label. */
  readonly eras?: readonly Era[];
};

/** A fiscal year, always whole: "FY2026" alone means three different periods [C30]. */
export type FiscalYear = {
  readonly calendarId: string;
  /** "FY" and the calendar year that names it. */
  readonly label: string;
  /** As in 令和8年度, where the definition has eras that reach back so far [C32]. */
  readonly eraLabel?: string;
  readonly start: LocalDate;
  /** The last day, included. */
  readonly end: LocalDate;
};

/** 1 October to 30 September, named by the year in which it ends (31 U.S.C. 1102) [C31]. */
export const US_FEDERAL_FISCAL_YEAR: FiscalYearDefinition = {
  calendarId: "us-federal",
  start: "10-01",
  namedBy: "end",
};

/** 1 April to 31 March, named by the year in which it starts (財政法 article 11) [C31] [C32]. */
export const JAPAN_FISCAL_YEAR: FiscalYearDefinition = {
  calendarId: "japan-government",
  start: "04-01",
  namedBy: "start",
  eras: [
    { name: { en: "Reiwa", ja: "令和" }, firstYear: 2019 },
    { name: { en: "Heisei", ja: "平成" }, firstYear: 1989 },
    { name: { en: "Showa", ja: "昭和" }, firstYear: 1926 },
  ],
};

/** 1 January to 31 December [C31]. */
export const CALENDAR_FISCAL_YEAR: FiscalYearDefinition = {
  calendarId: "calendar-year",
  start: "01-01",
  namedBy: "start",
};

/** Whether the text can start a fiscal year: "MM-DD" that every year has [C30]. */
export function isFiscalYearStart(text: string): boolean {
  return /^(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])$/.test(text);
}

/** The fiscal year that holds the date, by a definition [C30]. */
export function fiscalYearOf(
  definition: FiscalYearDefinition,
  date: LocalDate,
): Result<FiscalYear, DateOutOfRange> {
  assert(isFiscalYearStart(definition.start), "a fiscal year starts on a day of every year");
  const { year } = dateParts(date);
  const startYear = date.slice(5) < definition.start ? year - 1 : year;
  return fiscalYearFrom(definition, startYear);
}

/** The fiscal year that starts in a calendar year. */
function fiscalYearFrom(
  definition: FiscalYearDefinition,
  startYear: number,
): Result<FiscalYear, DateOutOfRange> {
  const { calendarId, eras = [] } = definition;
  const [month, day] = definition.start.split("-").map(Number) as [number, number];
  const endYear = definition.start === "01-01" ? startYear : startYear + 1;
  const endMonth = day > 1 ? month : month > 1 ? month - 1 : 12;
  const endDay = day > 1 ? day - 1 : daysInMonth(endYear, endMonth);
  const start = dateInRange({ year: startYear, month, day });
  if (!start.ok) return start;
  const end = dateInRange({ year: endYear, month: endMonth, day: endDay });
  if (!end.ok) return end;
  const year = definition.namedBy === "start" ? startYear : endYear;
  const whole = { calendarId, label: `FY${year}`, start: start.value, end: end.value };
  const eraLabel = eraLabelOf(eras, year);
  return ok(eraLabel === undefined ? whole : { ...whole, eraLabel });
}

/** For parts that every calendar year has, so that only the range can refuse them. */
function dateInRange(parts: DateParts): Result<LocalDate, DateOutOfRange> {
  const date = dateFromParts(parts);
  if (date.ok) return date;
  assert(date.error.code === "date_out_of_range", "a fiscal year is bounded by existing days");
  return err(date.error);
}

function eraLabelOf(eras: readonly Era[], year: number): string | undefined {
  const era = eras.find(({ firstYear }) => firstYear <= year);
  if (era === undefined) return undefined;
  const yearOfEra = year - era.firstYear + 1;
  return `${era.name.ja}${yearOfEra === 1 ? "元" : yearOfEra}年度`;
}
