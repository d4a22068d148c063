import { assert } from "../base/assert.ts";
import { PersistentMap } from "../base/persistent-map.ts";
import { Ratio } from "../base/ratio.ts";
import type { LocalDate } from "../calendar/date.ts";
import { parseRatioText } from "../charter/ratio-text.ts";
import { withValueFrom, type DatedValues } from "./dated-values.ts";
import type { Facility, FacilityRate } from "./facility.ts";
import { accrued, paymentDatesWithin } from "./interest.ts";

/** Fixings by index: the rate a year, decimal text, by the day from which it holds. */
export type RateFixings = PersistentMap<DatedValues<string>>;

export const noFixings: RateFixings = PersistentMap.empty;

export type RateEvent = {
  readonly kind: "rateFixed";
  readonly index: string;
  readonly on: LocalDate;
  readonly rate: string;
};

export function evolveFixings(fixings: RateFixings, { index, on, rate }: RateEvent): RateFixings {
  return fixings.set(index, withValueFrom(fixings.get(index) ?? [], on, rate));
}

function ratioOf(text: string): Ratio {
  const ratio = parseRatioText(text);
  assert(ratio !== undefined, `a recorded rate is well formed: ${text}`);
  return ratio;
}

/** The rates a year of a facility, by day; a rate is never less than nothing [LV3]. */
export function ratesOf(
  rate: FacilityRate,
  fixings: RateFixings,
  start: LocalDate,
): DatedValues<Ratio> {
  if (rate.kind === "fixed") return [{ from: start, value: ratioOf(rate.rate) }];
  const spread = ratioOf(rate.spread);
  return (fixings.get(rate.index) ?? []).map(({ from, value }) => {
    const fixed = Ratio.fromDecimal(value);
    assert(fixed.ok, `a recorded fixing is a decimal: ${value}`);
    const whole = Ratio.add(fixed.value, spread);
    return { from, value: whole.num < 0n ? Ratio.zero : whole };
  });
}

export type Accrual = { readonly interest: bigint; readonly fees: bigint };

/**
 * What is to be recorded of a facility so that its books are right up to a day, which does not earn
 * itself: what the run has earned less what is recorded of it [LV5]. It is negative where a fixing
 * or a value date that came late has made less of what was recorded.
 */
export function accrualTo(facility: Facility, fixings: RateFixings, to: LocalDate): Accrual {
  const { run, terms } = facility;
  if (to <= run.start) return { interest: 0n, fees: 0n };
  const common = { start: run.start, dates: terms.dates, dayCount: { name: terms.dayCount } };
  const interest = accrued(
    {
      ...common,
      balances: run.principal,
      rates: ratesOf(terms.rate, fixings, run.start),
    },
    to,
  );
  // Nothing is promised after maturity, so nothing is paid for the promise.
  const feesTo = to < terms.dates.maturity ? to : terms.dates.maturity;
  const commitment = accrued(
    {
      ...common,
      balances: run.unused,
      rates: [{ from: run.start, value: ratioOf(terms.fees.commitment) }],
    },
    feesTo,
  );
  const agencyDates = paymentDatesWithin(terms.dates, run.start, feesTo).length;
  const fees = commitment + terms.fees.agency * BigInt(agencyDates);
  return { interest: interest - run.interest, fees: fees - run.fees };
}
