import { assert } from "../base/assert.ts";
import { Ratio } from "../base/ratio.ts";
import { addMonths, dateFromParts, dateParts, type LocalDate } from "../calendar/date.ts";
import { yearFraction, type AccrualPeriod } from "../calendar/day-count.ts";
import type { DayCount } from "../charter/basic-terms.ts";

/**
 * What a fee comes to for a period: base times yearly rate times the part of a year, rounded down
 * to a minor unit. A base below nothing counts as nothing [DL20].
 */
export function feeFor(
  terms: { readonly rate: Ratio; readonly dayCount: DayCount },
  base: Ratio,
  period: AccrualPeriod,
): bigint {
  const part = yearFraction({ name: terms.dayCount }, period);
  assert(part.ok, `a fee accrues forwards, from ${period.start} to ${period.end}`);
  if (base.num <= 0n) return 0n;
  return Ratio.floor(Ratio.mul(Ratio.mul(base, terms.rate), part.value));
}

/** The first days of months after a day and up to another: where fees are rounded [DL20]. */
export function monthStarts(after: LocalDate, upTo: LocalDate): readonly LocalDate[] {
  const starts: LocalDate[] = [];
  const first = dateFromParts({ ...dateParts(after), day: 1 });
  assert(first.ok, "a month has a first day");
  for (let months = 1; ; months++) {
    const next = addMonths(first.value, months);
    if (!next.ok || next.value > upTo) return starts;
    starts.push(next.value);
  }
}
