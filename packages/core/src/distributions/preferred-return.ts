import { assert } from "../base/assert.ts";
import { Ratio, type RoundingMode } from "../base/ratio.ts";
import { addMonths, dateParts, type LocalDate } from "../calendar/date.ts";
import { yearFraction, type DayCount } from "../calendar/day-count.ts";
import { nextStep } from "./running-total.ts";

export type HurdleRules = {
  /** Preferred return a year. */
  readonly rate: Ratio;
  /**
   * `yearly`: on each anniversary of the first contribution what is unpaid begins to bear return.
   */
  readonly compounding: "simple" | "yearly";
  readonly dayCount: DayCount;
  /** Of the running total of the return, to a minor unit. */
  readonly rounding: RoundingMode;
};

/** What one party has in one pool of capital; minor units, none negative. */
export type CapitalAccount = {
  readonly contributed: bigint;
  /** Contributed and not had back. */
  readonly unreturned: bigint;
  /** Preferred return accrued so far, paid or not. */
  readonly accrued: bigint;
  /** Of that, unpaid. */
  readonly preferred: bigint;
  /** Of what is unpaid, the part that bears return itself. */
  readonly compounded: bigint;
  /** What rounding has left of the return, less than a unit: it goes into the next step. */
  readonly fraction: Ratio;
  /** Date of the first contribution: its anniversaries are the steps of yearly compounding. */
  readonly since: LocalDate;
  readonly accruedTo: LocalDate;
};

export function openAccount(since: LocalDate): CapitalAccount {
  return {
    ...{ contributed: 0n, unreturned: 0n, accrued: 0n, preferred: 0n, compounded: 0n },
    ...{ since, accruedTo: since, fraction: Ratio.zero },
  };
}

/** With capital paid in. The return has to be accrued to that date before. */
export function contributed(account: CapitalAccount, minor: bigint): CapitalAccount {
  assert(minor >= 0n, "a contribution is not negative");
  return {
    ...account,
    contributed: account.contributed + minor,
    unreturned: account.unreturned + minor,
  };
}

/**
 * With the preferred return to a date, by a step to each anniversary on the way. The running
 * total is rounded, so that steps in between change nothing [CY1]. A date that is not later
 * changes nothing.
 */
export function accruedTo(
  account: CapitalAccount,
  rules: HurdleRules,
  date: LocalDate,
): CapitalAccount {
  if (rules.compounding === "simple") return step(account, rules, date);
  let next = account;
  let years = dateParts(account.accruedTo).year - dateParts(account.since).year;
  for (;;) {
    const anniversary = addMonths(account.since, 12 * years);
    if (!anniversary.ok || anniversary.value > date) return step(next, rules, date);
    if (anniversary.value > next.accruedTo) {
      next = step(next, rules, anniversary.value);
      next = { ...next, compounded: next.preferred };
    }
    years++;
  }
}

function step(account: CapitalAccount, rules: HurdleRules, date: LocalDate): CapitalAccount {
  if (date <= account.accruedTo) return account;
  const years = yearFraction(rules.dayCount, { start: account.accruedTo, end: date });
  assert(years.ok, "a hurdle's day count covers every period");
  const base = Ratio.make(account.unreturned + account.compounded);
  const earned = Ratio.mul(base, Ratio.mul(rules.rate, years.value));
  const { added, fraction } = nextStep(account.fraction, earned, rules.rounding);
  return {
    ...account,
    accrued: account.accrued + added,
    preferred: account.preferred + added,
    fraction,
    accruedTo: date,
  };
}

/** With capital returned and preferred return paid; the return that bears itself is paid first. */
export function repaidTo(
  account: CapitalAccount,
  paid: { readonly capital: bigint; readonly preferred: bigint },
): CapitalAccount {
  const { unreturned, preferred, compounded } = account;
  assert(paid.capital <= unreturned, "no more capital is returned than was paid in");
  assert(paid.preferred <= preferred, "no more preferred return is paid than has accrued");
  return {
    ...account,
    unreturned: unreturned - paid.capital,
    preferred: preferred - paid.preferred,
    compounded: compounded > paid.preferred ? compounded - paid.preferred : 0n,
  };
}
