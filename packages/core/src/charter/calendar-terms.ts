import { Schema } from "../base/schema.ts";
import type { BusinessCalendar } from "../calendar/business-days.ts";
import type { LocalDate, Weekday } from "../calendar/date.ts";
import type { LocalizedText } from "./basic-terms.ts";
import { clause, format, id, ids, items, localizedText, MAX_ITEMS } from "./term-schemas.ts";

const MONTH_DAY = format("month-day", "^(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])$");

export type CalendarTerms = {
  readonly clause: string;
  /**
   * Names used in the charter, to calendar data: "us-federal-reserve", "japan-banks", or "joint" of
   * several.
   */
  readonly business: { readonly [name: string]: readonly string[] };
  readonly fiscal: {
    readonly [name: string]: { readonly start: string; readonly namedBy: "start" | "end" };
  };
  /** Calendar data that the charter brings itself, for places that the program has none of. */
  readonly own?: readonly OwnCalendar[];
};

/** A calendar as its authority publishes it: weekends, holidays, and how far it reaches. */
export type OwnCalendar = {
  readonly id: string;
  /** Whose business days it counts, as "Norway". */
  readonly name: LocalizedText;
  readonly first: LocalDate;
  readonly last: LocalDate;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekend: readonly number[];
  readonly holidays: readonly LocalDate[];
};

/** An own calendar as the counting of business days takes it. */
export function businessCalendarOf(calendar: OwnCalendar): BusinessCalendar {
  const { id: name, first, last, weekend, holidays } = calendar;
  return {
    id: name,
    first,
    last,
    weekend: weekend as readonly Weekday[],
    holidays: holidays.map((date) => ({ date, name: { en: "", ja: "" }, proclaimed: true })),
  };
}

const date = (): Schema<LocalDate> => Schema.string<LocalDate>({ format: "date" });

const ownCalendar: Schema<OwnCalendar> = Schema.object({
  id: id(),
  name: localizedText,
  first: date(),
  last: date(),
  weekend: Schema.array(Schema.integer({ min: 1, max: 7 }), { max: 7, unique: true }),
  holidays: Schema.array(date(), { max: 2000 }),
});

export const calendarTerms: Schema<CalendarTerms> = Schema.object({
  clause: clause(),
  business: Schema.record(id(), ids(1), { max: MAX_ITEMS }),
  fiscal: Schema.record(
    id(),
    Schema.object({
      start: Schema.string({ format: MONTH_DAY, description: 'First day, "MM-DD".' }),
      namedBy: Schema.oneOf(["start", "end"]),
    }),
    { max: MAX_ITEMS },
  ),
  own: Schema.optional(items(ownCalendar, 0, 16)),
});
