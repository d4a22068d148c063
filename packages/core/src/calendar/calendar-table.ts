import { assert } from "../base/assert.ts";
import { type BusinessCalendar, type Holiday } from "./business-days.ts";
import { localDate, type LocalDate, type Weekday } from "./date.ts";

/** A business calendar written compactly, for the modules in calendars/ [C7]. */
export type CalendarTable = {
  readonly id: string;
  readonly first: LocalDate;
  readonly last: LocalDate;
  readonly weekend: readonly Weekday[];
  /** The last date for which the authority has published its list. */
  readonly publishedThrough: LocalDate;
  /** One letter for each holiday's name. */
  readonly names: Readonly<Record<string, { readonly en: string; readonly ja: string }>>;
  /** Lines of a year and its holidays as month, day and letter: "2026 0101a 0119b". */
  readonly days: string;
};

/** The calendar that a table holds. The tables are our own code: a malformed one is a bug. */
export function readCalendarTable(table: CalendarTable): BusinessCalendar {
  const holidays: Holiday[] = [];
  for (const line of table.days.trim().split("\n")) {
    const [year, ...days] = line.split(" ");
    for (const day of days) {
      const date = localDate(`${year}-${day.slice(0, 2)}-${day.slice(2, 4)}`);
      const name = table.names[day.slice(4)];
      assert(name !== undefined, `no holiday is named by ${day}`);
      holidays.push({ date, name, proclaimed: date <= table.publishedThrough });
    }
  }
  const { id, first, last, weekend } = table;
  return { id, first, last, weekend, holidays };
}
