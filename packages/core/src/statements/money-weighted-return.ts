import { Ratio } from "../base/ratio.ts";
import { daysBetween, type LocalDate } from "../calendar/date.ts";
import { rateOfDailyGrowth, isAnnualised } from "./reported-rate.ts";
import { rootsBetween } from "./sparse-roots.ts";

/**
 * Money on a day as the investor sees it, minor units of one currency: what was paid in is
 * negative, what was received positive, and so is the fair value of what is left on the last day.
 */
export type DatedFlow = { readonly on: LocalDate; readonly minor: bigint };

export type MoneyWeightedReturn =
  | {
      readonly defined: true;
      /**
       * Eight decimals; of a year if `annualised`, else of the whole time from first to last flow.
       */
      readonly rate: Ratio;
      readonly annualised: boolean;
      /**
       * Every rate at which the flows are worth nothing together, ascending; `rate` is among them.
       */
      readonly roots: readonly Ratio[];
      readonly choice: "only" | "nearestTimeWeighted" | "smallest";
    }
  | {
      readonly defined: false;
      /** No money at all, all of it on one day, all of it one way, or no rate that fits. */
      readonly because: "noFlows" | "oneDay" | "oneSign" | "noRoot";
    };

/** Beyond these a rate says nothing: all is lost, or a million times all is won [ST3]. */
const RATE_ABOVE = Ratio.make(-1n);
const RATE_MAX = Ratio.make(1_000_000n);

/** Years are counted as ACT/365F. */
const YEAR_DAYS = 365;

/**
 * What a day's discount factor can be where the rate is within [ST3], and a little beyond: a short
 * time has to carry all of it in its few days.
 */
function dailyDiscounts(days: number): { readonly from: number; readonly to: number } {
  const period = Math.min(days, YEAR_DAYS);
  return { from: 10 ** (-6.01 / period), to: 10 ** (8.01 / period) };
}

const isSensible = (rate: Ratio): boolean =>
  Ratio.compare(rate, RATE_ABOVE) > 0 && Ratio.compare(rate, RATE_MAX) <= 0;

/**
 * The money-weighted return (internal rate of return) of dated flows, ACT/365F [ST2] [ST3].
 *
 * Flows are discounted by whole days, so that the present value is a polynomial in the discount
 * factor of a day and all its roots are found. Where there are several, the one nearest to the
 * time-weighted return is reported, or the one nearest to zero where that is not given; of two as
 * near, the lower.
 */
export function moneyWeightedReturn(
  flows: readonly DatedFlow[],
  timeWeighted?: Ratio,
): MoneyWeightedReturn {
  const netted = nettedByDay(flows);
  const [first, last] = [netted[0], netted.at(-1)];
  if (first === undefined || last === undefined) return { defined: false, because: "noFlows" };
  const days = daysBetween(first.on, last.on);
  if (days === 0) return { defined: false, because: "oneDay" };
  if (netted.every(({ minor }) => minor > 0n === first.minor > 0n)) {
    return { defined: false, because: "oneSign" };
  }
  const terms = netted.map(({ on, minor }) => ({
    coefficient: Number(minor),
    exponent: daysBetween(first.on, on),
  }));
  const roots = rootsBetween(terms, dailyDiscounts(days))
    .map((discount) => rateOfDailyGrowth(1 / discount, days))
    .filter(isSensible)
    .toReversed();
  const rate = nearest(roots, timeWeighted ?? Ratio.zero);
  if (rate === undefined) return { defined: false, because: "noRoot" };
  const chosen = timeWeighted === undefined ? "smallest" : "nearestTimeWeighted";
  const choice = roots.length === 1 ? "only" : chosen;
  return { defined: true, rate, annualised: isAnnualised(days), roots, choice };
}

/** One flow a day, in order, none of them nothing. */
function nettedByDay(flows: readonly DatedFlow[]): readonly DatedFlow[] {
  const inOrder = flows.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const netted: { readonly on: LocalDate; minor: bigint }[] = [];
  for (const { on, minor } of inOrder) {
    const last = netted.at(-1);
    if (last?.on === on) last.minor += minor;
    else netted.push({ on, minor });
  }
  return netted.filter(({ minor }) => minor !== 0n);
}

/** Of ascending rates the one nearest to another; the lower of two as near. */
function nearest(rates: readonly Ratio[], to: Ratio): Ratio | undefined {
  let best: { readonly rate: Ratio; readonly distance: Ratio } | undefined;
  for (const rate of rates) {
    const distance = Ratio.abs(Ratio.sub(rate, to));
    if (best === undefined || Ratio.compare(distance, best.distance) < 0) best = { rate, distance };
  }
  return best?.rate;
}

/** Money that a subscription line lent in the partners' stead, and what was paid back of it. */
export type LineMovement = {
  readonly on: LocalDate;
  readonly kind: "drawn" | "repaid";
  readonly minor: bigint;
};

/**
 * The flows as they would have been without the subscription line [ST6]: each draw is a
 * contribution on its day, each repayment gives back the contribution that paid it. Interest and
 * fees of the line stay as they were paid.
 */
export function withoutLine(
  flows: readonly DatedFlow[],
  line: readonly LineMovement[],
): readonly DatedFlow[] {
  const moved = line.map(({ on, kind, minor }) => ({
    ...{ on, minor: kind === "drawn" ? -minor : minor },
  }));
  return [...flows, ...moved];
}
