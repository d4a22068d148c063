import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import { windowEnd } from "@jointfund/core/governance/window.ts";
import { rate } from "../assumptions/rate-text.ts";
import type { Num } from "../kernel/program.ts";
import type { Books } from "./books.ts";
import type { FundWriter } from "./fund-writer.ts";
import { outputOf } from "./fund-outputs.ts";
import { monthStartWithin, yearsBetween } from "./step-dates.ts";

/** What parties did not pay of what they were called for in the step before, all together. */
const MISSED_LAST = "missedLast";

const bookedName = (month: number): string => `lateBooked:${month}`;
const bookedNewName = (month: number): string => `lateBookedNew:${month}`;

/** Interest on one unit that is unpaid over each step, by the charter's rate and day count. */
export function writeLateSchedules(
  w: FundWriter,
  opens: LocalDate,
  dates: readonly LocalDate[],
): void {
  const { late } = w.charter.capital;
  const from = (step: number): LocalDate => dates[step - 1] ?? opens;
  const accrued = (step: number, to: LocalDate): number =>
    late === undefined
      ? 0
      : rate(late.rate) * yearsBetween({ name: late.dayCount }, from(step), to);
  w.schedule("lateYears", () => dates.map((date, step) => accrued(step, date)));
  for (let month = 1; month < w.assumptions.stepMonths; month++) {
    const before = (step: number): LocalDate => monthStartWithin(from(step), month - 1);
    const isInGrace = (step: number): boolean => {
      const end = late && windowEnd(w.charter, from(step), late.grace);
      return end?.ok === true && before(step) <= end.value;
    };
    w.schedule(bookedName(month), () => dates.map((_, step) => accrued(step, before(step))));
    w.schedule(bookedNewName(month), () =>
      dates.map((_, step) => (isInGrace(step) ? 0 : accrued(step, before(step)))),
    );
  }
}

/** Whether late interest that is not booked yet changes a fee: one on net assets, by month. */
const isCounted = ({ charter, vehicle, assumptions }: FundWriter): boolean =>
  charter.capital.late !== undefined &&
  assumptions.stepMonths > 1 &&
  (charter.fees ?? []).some((fee) => fee.vehicle === vehicle.id && fee.base === "netAssets");

/**
 * What of a step's late interest is not booked yet when a month of it begins: it is booked as a day
 * opens, after the fees of that day (CP20), and within the days of grace not at all [PJ81].
 */
export function lateNotBooked(
  w: FundWriter,
  books: Books,
  { payers, month }: { readonly payers: readonly string[]; readonly month: number },
): Num {
  const { b } = w;
  if (!isCounted(w)) return b.constant(0);
  const owed = payers.map((party) => {
    const { called, paidIn } = books.parties.get(party)!;
    return b.subtract(called, paidIn);
  });
  const whole = b.sum(owed);
  const accrued = b.multiply(whole, b.schedule("lateYears"));
  if (month === 0) return accrued;
  const fresh = b.state(MISSED_LAST);
  const booked = b.add(
    b.multiply(b.subtract(whole, fresh), b.schedule(bookedName(month))),
    b.multiply(fresh, b.schedule(bookedNewName(month))),
  );
  return b.subtract(accrued, booked);
}

/** Keeps what was missed in the step, for `lateNotBooked` in the next. */
export function keepMissed(w: FundWriter, payers: readonly string[]): void {
  if (!isCounted(w)) return;
  const missed = w.b.sum(payers.map((party) => w.flow(outputOf("missed", party))));
  w.b.setNext(MISSED_LAST, missed);
}
