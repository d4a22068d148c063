import { Ratio, roundRatio } from "../base/ratio.ts";
import { addDays, daysBetween, type LocalDate } from "../calendar/date.ts";
import type { ExchangeRates } from "../ledger/exchange-rates.ts";
import { currencyCode, exponentOf } from "../money/currency.ts";
import { YEAR_DAYS } from "./reported-rate.ts";

/** One rate for figures in another currency: units of it for one of the fund's. */
export type AssumedRate = { readonly currency: string; readonly rate: Ratio };

/** Main units of the other currency for one of the fund's, and the day it was fixed for. */
export type DayRate = {
  readonly rate: Ratio;
  /** Absent where it was not fixed but assumed. */
  readonly on?: LocalDate;
};

/** An amount of the fund's currency on a day, and the rate of that day. */
export type ConvertedFlow = {
  readonly on: LocalDate;
  readonly minor: bigint;
  readonly rate: DayRate;
};

/**
 * The rates between two currencies that the record has fixed, whichever way round, by their days.
 * Before the first of them, and where there is none, the assumed rate serves; without that the
 * first fixed one [ST61].
 */
export class DayRates {
  readonly #fixed: readonly { readonly on: LocalDate; readonly rate: Ratio }[];
  readonly #assumed: Ratio | undefined;

  constructor(
    { all }: ExchangeRates,
    of: { readonly from: string; readonly to: string; readonly assumed?: AssumedRate | undefined },
  ) {
    const { from, to, assumed } = of;
    const byDay = new Map<LocalDate, Ratio>();
    for (const [base, quote] of [
      [to, from],
      [from, to],
    ] as const) {
      for (const [, { on, rate }] of all.range(`${base}/${quote}/`)) {
        const read = rate === undefined ? undefined : Ratio.fromDecimal(rate);
        if (read?.ok !== true) continue;
        byDay.set(on, base === from ? read.value : Ratio.div(Ratio.one, read.value));
      }
    }
    this.#fixed = [...byDay]
      .map(([on, rate]) => ({ on, rate }))
      .toSorted((a, b) => (a.on < b.on ? -1 : 1));
    this.#assumed = assumed?.currency === to ? assumed.rate : undefined;
  }

  /** Whether any day has a rate; if so, every day has one. */
  get hasAny(): boolean {
    return this.#assumed !== undefined || this.#fixed.length > 0;
  }

  /** The first day that has a fixed rate. */
  get fixedSince(): LocalDate | undefined {
    return this.#fixed[0]?.on;
  }

  on(day: LocalDate): DayRate {
    const fixed = this.#fixed.findLast(({ on }) => on <= day);
    if (fixed !== undefined) return fixed;
    return this.#assumed === undefined ? this.#fixed[0]! : { rate: this.#assumed };
  }
}

/** The amounts in the other currency, added up exactly: minor units of it, not rounded. */
export function convertedExactly(
  flows: readonly ConvertedFlow[],
  of: { readonly from: string; readonly to: string },
): Ratio {
  // By rate first: many amounts of one rate are one product.
  const byRate = new Map<string, { readonly rate: Ratio; minor: bigint }>();
  for (const { minor, rate } of flows) {
    const key = `${rate.rate.num}/${rate.rate.den}`;
    const known = byRate.get(key);
    if (known === undefined) byRate.set(key, { rate: rate.rate, minor });
    else known.minor += minor;
  }
  let sum = Ratio.zero;
  for (const { rate, minor } of byRate.values()) {
    sum = Ratio.add(sum, Ratio.mul(Ratio.make(minor), rate));
  }
  const scale = (currency: string): bigint => 10n ** BigInt(exponentOf(currencyCode(currency)));
  return Ratio.mul(sum, Ratio.make(scale(of.to), scale(of.from)));
}

/** Capital that was put in on a day, or with a minus had back, in minor units, not rounded. */
export type PrincipalFlow = { readonly on: LocalDate; readonly amount: Ratio };

/**
 * What capital costs over the days through `to` at a rate a year: simple interest, ACT/365F, on
 * what was put in and not had back at the end of each day. Rounded once, half to even [ST40].
 */
export function fundingCost(flows: readonly PrincipalFlow[], rate: Ratio, to: LocalDate): bigint {
  const after = addDays(to, 1);
  if (!after.ok) return 0n;
  let amountDays = Ratio.zero;
  for (const { on, amount } of flows) {
    if (on > to) continue;
    const days = Ratio.make(BigInt(daysBetween(on, after.value)));
    amountDays = Ratio.add(amountDays, Ratio.mul(amount, days));
  }
  return roundRatio(
    Ratio.div(Ratio.mul(amountDays, rate), Ratio.make(BigInt(YEAR_DAYS))),
    "halfEven",
  );
}
