import { assert } from "../base/assert.ts";
import { err, ok, type Result } from "../base/result.ts";
import { adjust } from "../calendar/business-days.ts";
import {
  addDays,
  addMonths,
  dateOf,
  dateParts,
  endOfMonth,
  instant,
  type Instant,
  type LocalDate,
} from "../calendar/date.ts";
import type { Charter } from "../charter/charter.ts";
import type { DealingTerms } from "../charter/dealing-terms.ts";
import { rejection, type Rejection } from "../governance/rejection.ts";
import { businessCalendar, EVERY_DAY, windowEnd } from "../governance/window.ts";

/** The last day of a date's dealing period on which the cut-off's calendar is open [DL10]. */
export function dealingDayIn(
  charter: Charter,
  { every, cutOff: { calendar, days } }: DealingTerms,
  date: LocalDate,
): Result<LocalDate, Rejection> {
  const months = every === "quarter" ? 2 - ((dateParts(date).month - 1) % 3) : 0;
  const inLastMonth = addMonths(`${date.slice(0, 8)}01` as LocalDate, months);
  assert(inLastMonth.ok, `a dealing period of ${date} ends`);
  const end = endOfMonth(inLastMonth.value);
  if (calendar === EVERY_DAY) return ok(end);
  const day = adjust(businessCalendar(charter, calendar), end, "preceding");
  if (day.ok) return day;
  const { first, last } = day.error;
  const facts = { calendar, from: date, days, first, last };
  return err(rejection("calendar_horizon_exceeded", charter.calendars.clause, facts));
}

/** The day that an order counts as of: the next one from the time of the cut-off on. */
export function orderDate({ cutOffTime }: DealingTerms, receivedAt: Instant): LocalDate {
  const date = dateOf(receivedAt);
  if (receivedAt.slice(11, 16) < cutOffTime) return date;
  const next = addDays(date, 1);
  assert(next.ok, "an order does not come on the last day of the calendar");
  return next.value;
}

/**
 * The first dealing day that an order is in time for, after the last day whose price is known:
 * nobody orders at a price that is known already [DL10].
 */
export function dealingDayFor(
  charter: Charter,
  terms: DealingTerms,
  of: { readonly receivedAt: Instant; readonly pricedOn?: LocalDate },
): Result<LocalDate, Rejection> {
  const earliest = windowEnd(charter, orderDate(terms, of.receivedAt), terms.cutOff);
  if (!earliest.ok) return earliest;
  let date: LocalDate = earliest.value;
  for (;;) {
    const day = dealingDayIn(charter, terms, date);
    const isTaken = day.ok && of.pricedOn !== undefined && day.value <= of.pricedOn;
    if (!day.ok || (day.value >= earliest.value && !isTaken)) return day;
    const next = addMonths(`${date.slice(0, 8)}01` as LocalDate, 1);
    assert(next.ok, "an order finds its dealing day before the calendar ends");
    date = next.value;
  }
}

/**
 * The instant from which an order is too late for a dealing day: the time of the cut-off on the
 * last date that is far enough ahead of it [DL10]. Nothing where no calendar reaches so far.
 */
export function cutOffFor(
  charter: Charter,
  { cutOff, cutOffTime }: DealingTerms,
  dealingDay: LocalDate,
): Instant | undefined {
  for (let date = dealingDay; ;) {
    const end = windowEnd(charter, date, cutOff);
    if (!end.ok) return undefined;
    if (end.value <= dealingDay) return instant(`${date}T${cutOffTime}:00Z`);
    const before = addDays(date, -1);
    assert(before.ok, "a dealing day has days before it");
    date = before.value;
  }
}
