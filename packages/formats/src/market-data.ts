import { dateFromParts, FIRST_DATE, type LocalDate } from "@jointfund/core/calendar/date.ts";
import { readCsv, type CsvRecord } from "./csv.ts";
import { StatementFindings } from "./statement-finding.ts";

export const MARKET_DATA_FINDING_CODES = [
  "data_malformed",
  "data_without_dates",
  "data_column_unknown",
  "data_date_malformed",
  "data_date_repeated",
  "data_value_malformed",
] as const;

export type MarketDataFinding = {
  readonly code: (typeof MARKET_DATA_FINDING_CODES)[number];
  /** Line of the file, from 1. */
  readonly line: number;
  readonly expected: string;
  readonly actual: string;
};

/** Decimal text by date, ascending, or all that is wrong with the file. */
export type MarketData = {
  readonly values: readonly (readonly [LocalDate, string])[];
  readonly findings: readonly MarketDataFinding[];
};

/** What is read. */
export type MarketColumns = {
  /** Headings of the columns; the first and the second where nothing is said. */
  readonly dates?: string;
  readonly column?: string;
  /** First day that is asked for: a row before it may be older than the calendar, which is 1900. */
  readonly from?: LocalDate;
};

/** How publishers write that there is no value for a day, such as a holiday. */
const MISSING: ReadonlySet<string> = new Set(["", ".", "-", "ND", "NA", "n/a", "NaN"]);

const DECIMAL = /^-?[0-9]{1,15}(?:\.[0-9]{1,20})?$/;

/** The year before the first of each era of Japan. */
const ERAS: Readonly<Record<string, number>> = { S: 1925, H: 1988, R: 2018 };

/**
 * Reads a series of rates or prices as central banks and ministries publish them [F20]: CSV with
 * any lines above the heading; days as 2026-06-30, 2026/6/30, 6/30/2026,
 * R8.6.30 or, for a month, 2026-06. A value that is missing is left out.
 */
export function readMarketData(text: string, columns: MarketColumns): MarketData {
  const faults = new StatementFindings();
  const records = readCsv(text.replace(/^\uFEFF/, ""), faults);
  const [fault] = faults.all();
  if (fault !== undefined) return refused("data_malformed", fault.line, "CSV", fault.actual);
  const first = records.findIndex(({ fields }) => fields.some((field) => isDate(field)));
  if (first < 0) return refused("data_without_dates", 1, "2026-06-30", "");
  const heading = records[first - 1];
  const at = placesOf(heading, columns, records[first]!);
  return "code" in at
    ? { values: [], findings: [at] }
    : readRows(records.slice(first), at, columns.from);
}

function refused(
  code: MarketDataFinding["code"],
  line: number,
  expected: string,
  actual: string,
): MarketData {
  return { values: [], findings: [{ code, line, expected, actual }] };
}

type Places = { readonly dates: number; readonly values: number };

function placesOf(
  heading: CsvRecord | undefined,
  { dates, column }: MarketColumns,
  first: CsvRecord,
): Places | MarketDataFinding {
  const names = heading?.fields.map((field) => field.trim()) ?? [];
  const [dateAt, valueAt] = [dates, column].map((name, index) =>
    name === undefined ? index : names.indexOf(name),
  ) as [number, number];
  const unknown = dateAt < 0 ? dates : valueAt < 0 ? column : undefined;
  if (unknown === undefined) return { dates: dateAt, values: valueAt };
  const line = heading?.line ?? first.line;
  return { code: "data_column_unknown", line, expected: names.join(", "), actual: unknown };
}

function readRows(rows: readonly CsvRecord[], at: Places, from?: LocalDate): MarketData {
  const findings: MarketDataFinding[] = [];
  const values = new Map<LocalDate, string>();
  for (const { line, fields } of rows) {
    const [dateText = "", value = ""] = [fields[at.dates]?.trim(), fields[at.values]?.trim()];
    const found = (code: MarketDataFinding["code"], expected: string, actual: string): void => {
      findings.push({ code, line, expected, actual: actual.slice(0, 40) });
    };
    const date = dateOf(dateText);
    if (date === undefined) found("data_date_malformed", "2026-06-30", dateText);
    else if (date === BEFORE_CALENDAR) {
      if (from === undefined) found("data_date_malformed", FIRST_DATE, dateText);
    } else if (values.has(date)) found("data_date_repeated", "", dateText);
    else if (MISSING.has(value)) continue;
    else if (!DECIMAL.test(value)) found("data_value_malformed", "4.02", value);
    else values.set(date, value);
  }
  if (findings.length > 0) return { values: [], findings };
  return { values: [...values].toSorted(([a], [b]) => (a < b ? -1 : 1)), findings };
}

const isDate = (text: string): boolean => dateOf(text.trim()) !== undefined;

/** What a long history begins with: a day, but none that our calendar has [C1]. */
const BEFORE_CALENDAR = "before the calendar";

type Day = LocalDate | typeof BEFORE_CALENDAR;

/** A day in any of the forms above; a month is its first day. */
function dateOf(text: string): Day | undefined {
  const yearFirst = /^([0-9]{4})[/-]([0-9]{1,2})(?:[/-]([0-9]{1,2}))?$/.exec(text);
  if (yearFirst !== null) return made(yearFirst[1], yearFirst[2], yearFirst[3] ?? "1");
  const american = /^([0-9]{1,2})\/([0-9]{1,2})\/([0-9]{4})$/.exec(text);
  if (american !== null) return made(american[3], american[1], american[2]);
  const era = /^([SHR])([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{1,2})$/.exec(text);
  if (era === null) return undefined;
  return made(String(ERAS[era[1]!]! + Number(era[2])), era[3], era[4]);
}

function made(year = "", month = "", day = ""): Day | undefined {
  const date = dateFromParts({ year: Number(year), month: Number(month), day: Number(day) });
  if (date.ok) return date.value;
  const early = date.error.code === "date_out_of_range" && year < FIRST_DATE.slice(0, 4);
  return early ? BEFORE_CALENDAR : undefined;
}
