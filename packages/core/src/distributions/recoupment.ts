import { assert } from "../base/assert.ts";
import { Ratio, type RoundingMode } from "../base/ratio.ts";
import { addMonths, type LocalDate } from "../calendar/date.ts";
import { yearFraction, type AccrualPeriod, type DayCount } from "../calendar/day-count.ts";
import { valueOn, type DatedValues } from "../facilities/dated-values.ts";
import { nextStep } from "./running-total.ts";

/**
 * How the wording of a recoupment is read. `cumulative`: principal and interest in all are to be
 * paid. `scheduled`: each date has its own target, and what it falls short by is carried forward.
 */
export type RecoupmentReading = "cumulative" | "scheduled";

export type RecoupmentRules = {
  readonly dayCount: DayCount;
  /** Whether interest that a payment date leaves unpaid bears interest from then on. */
  readonly compounding: boolean;
  /** Of the running total of interest, to a minor unit. */
  readonly rounding: RoundingMode;
};

export type RecoupmentTerms = {
  readonly beneficiary: string;
  readonly reading: RecoupmentReading;
  /** Equal parts in which principal falls due in the scheduled reading. */
  readonly instalments: number;
};

/** What the beneficiary has put in and not had back; minor units, none negative. */
export type Recoupment = {
  readonly beneficiary: string;
  readonly reading: RecoupmentReading;
  /** Unpaid principal, whether it has fallen due or not. */
  readonly principal: bigint;
  /** Of that, what no date's target holds yet: always zero in the cumulative reading. */
  readonly notDue: bigint;
  /** Dates on which the rest falls due in equal parts. */
  readonly instalmentsLeft: number;
  /** Accrued and unpaid. */
  readonly interest: bigint;
  /** Of that, what the last payment date left unpaid: it bears interest itself, if any does. */
  readonly overdue: bigint;
  /** What rounding has left of interest, less than a unit: it goes into the next step. */
  readonly fraction: Ratio;
  readonly accruedTo: LocalDate;
  /** When the first principal was put in. */
  readonly since: LocalDate;
};

/** A recoupment before anything is put in. */
export function openRecoupment(on: LocalDate, terms: RecoupmentTerms): Recoupment {
  const { beneficiary, reading, instalments } = terms;
  return {
    ...{ beneficiary, reading },
    ...{ principal: 0n, notDue: 0n, instalmentsLeft: instalments, interest: 0n, overdue: 0n },
    fraction: Ratio.zero,
    ...{ accruedTo: on, since: on },
  };
}

/** With principal put in. Interest has to be accrued to that date before. */
export function advanced(recoupment: Recoupment, minor: bigint): Recoupment {
  assert(minor >= 0n, "principal is put in, not taken out");
  const isScheduled = recoupment.reading === "scheduled";
  return {
    ...recoupment,
    principal: recoupment.principal + minor,
    notDue: recoupment.notDue + (isScheduled ? minor : 0n),
  };
}

/**
 * With principal given back outside the tiers, at most what is unpaid; what was not due goes first.
 * Interest has to be accrued to that date before.
 */
export function withdrawn(recoupment: Recoupment, minor: bigint): Recoupment {
  const { notDue, principal } = recoupment;
  const back = minor < principal ? minor : principal;
  return {
    ...recoupment,
    principal: principal - back,
    notDue: back < notDue ? notDue - back : 0n,
  };
}

/**
 * With interest for the days since the last step, on unpaid principal and, if it compounds, on
 * overdue interest, at the rates a year that were in force, of which one is in force on every
 * day. The running total is rounded, so that steps in between change nothing [RC2]. A date that
 * is not later changes nothing.
 */
export function accrued(
  recoupment: Recoupment,
  rules: RecoupmentRules,
  to: { readonly date: LocalDate; readonly rates: DatedValues<Ratio> },
): Recoupment {
  const { principal, interest, overdue, fraction, accruedTo } = recoupment;
  if (to.date <= accruedTo) return recoupment;
  const base = Ratio.make(principal + (rules.compounding ? overdue : 0n));
  const factor = interestFactor(rules.dayCount, { start: accruedTo, end: to.date }, to.rates);
  const step = nextStep(fraction, Ratio.mul(base, factor), rules.rounding);
  return {
    ...recoupment,
    interest: interest + step.added,
    fraction: step.fraction,
    accruedTo: to.date,
  };
}

/**
 * Rate times part of a year, over the stretches on which the rate stays. A stretch's part is the
 * fraction up to its end less that up to its start, so that stretches add up under any day count.
 */
function interestFactor(
  dayCount: DayCount,
  { start, end }: AccrualPeriod,
  rates: DatedValues<Ratio>,
): Ratio {
  const upTo = (date: LocalDate): Ratio => {
    const years = yearFraction(dayCount, { start, end: date });
    assert(years.ok, "a recoupment's day count covers every period");
    return years.value;
  };
  const changes = rates.map(({ from }) => from).filter((from) => start < from && from < end);
  const bounds = [start, ...changes, end];
  let factor = Ratio.zero;
  for (const [index, from] of bounds.slice(0, -1).entries()) {
    const rate = valueOn(rates, from);
    assert(rate !== undefined, `no rate is in force on ${from}`);
    const part = Ratio.sub(upTo(bounds[index + 1]!), upTo(from));
    factor = Ratio.add(factor, Ratio.mul(rate, part));
  }
  return factor;
}

/**
 * As of a payment date: interest that it leaves unpaid is overdue, and in the scheduled reading the
 * next instalment of principal falls due, cut to a minor unit, the last all that is left [RC4].
 */
export function dueOn(recoupment: Recoupment): Recoupment {
  const { reading, notDue, instalmentsLeft, interest: overdue } = recoupment;
  if (reading === "cumulative") return { ...recoupment, overdue };
  const instalment = instalmentsLeft <= 1 ? notDue : notDue / BigInt(instalmentsLeft);
  return {
    ...recoupment,
    overdue,
    notDue: notDue - instalment,
    instalmentsLeft: Math.max(instalmentsLeft - 1, 0),
  };
}

/**
 * What the tier has to bring the beneficiary: interest, and principal so far as it is due [RC3].
 */
export function outstandingOf({ principal, notDue, interest }: Recoupment): bigint {
  return interest + principal - notDue;
}

/** With a payment of at most what is outstanding: interest first, then principal [RC5]. */
export function repaid(recoupment: Recoupment, minor: bigint): Recoupment {
  assert(
    minor >= 0n && minor <= outstandingOf(recoupment),
    "no more is repaid than is outstanding",
  );
  const { interest, overdue } = recoupment;
  const toInterest = minor < interest ? minor : interest;
  return {
    ...recoupment,
    interest: interest - toInterest,
    overdue: overdue > toInterest ? overdue - toInterest : 0n,
    principal: recoupment.principal - (minor - toInterest),
  };
}

/**
 * The same balances in another reading [RC6]: from cumulative to scheduled unpaid principal is
 * spread over the instalments anew, the other way round all of it is due.
 */
export function reread(
  recoupment: Recoupment,
  reading: RecoupmentReading,
  instalments: number,
): Recoupment {
  if (reading === recoupment.reading) return recoupment;
  const isScheduled = reading === "scheduled";
  return {
    ...recoupment,
    reading,
    notDue: isScheduled ? recoupment.principal : 0n,
    instalmentsLeft: isScheduled ? instalments : 0,
  };
}

/**
 * Whether so many years have gone by since the first principal and something is still unpaid [RC7].
 */
export function isPastLongStop(recoupment: Recoupment, years: number, today: LocalDate): boolean {
  const stop = addMonths(recoupment.since, 12 * years);
  // A date beyond the last that there is has not come.
  if (!stop.ok) return false;
  return today >= stop.value && recoupment.principal + recoupment.interest > 0n;
}
