import { assert } from "../base/assert.ts";
import { PersistentMap } from "../base/persistent-map.ts";
import { Ratio } from "../base/ratio.ts";
import type { LocalDate } from "../calendar/date.ts";

/** What one source says: main units of the quote currency for one main unit of the base. */
export type RateQuote = { readonly source: string; readonly rate: string };

/** The quotes of a day for one pair, and the rate that they agree on, if they do. */
export type Fixing = {
  readonly base: string;
  readonly quote: string;
  readonly on: LocalDate;
  readonly quotes: readonly RateQuote[];
  /** Decimal text; absent where the sources dispute it. */
  readonly rate?: string;
  readonly actId: string;
};

export type ExchangeRateEvent = { readonly kind: "exchangeRateFixed"; readonly fixing: Fixing };

/** Fixings by "<base>/<quote>/<date>"; the last agreed of each pair by "<base>/<quote>". */
export type ExchangeRates = {
  readonly all: PersistentMap<Fixing>;
  readonly agreed: PersistentMap<Fixing>;
};

export const noExchangeRates: ExchangeRates = {
  all: PersistentMap.empty,
  agreed: PersistentMap.empty,
};

export function evolveExchangeRates(
  { all, agreed }: ExchangeRates,
  { fixing }: ExchangeRateEvent,
): ExchangeRates {
  const pair = `${fixing.base}/${fixing.quote}`;
  const last = agreed.get(pair);
  const isLatest = fixing.rate !== undefined && (last === undefined || last.on <= fixing.on);
  return {
    all: all.set(`${pair}/${fixing.on}`, fixing),
    agreed: isLatest ? agreed.set(pair, fixing) : agreed,
  };
}

const ratioOf = (rate: string): Ratio => {
  const ratio = Ratio.fromDecimal(rate);
  assert(ratio.ok && ratio.value.num > 0n, `a recorded rate is positive: ${rate}`);
  return ratio.value;
};

/**
 * The rate that the quotes of the named sources agree on: their median, which with an even number
 * is the exact mean of the middle two. There is none with fewer of them than required, or where the
 * highest is further from the lowest than the tolerance, as a share of the lowest (LG22).
 */
export function agreedRate(
  quotes: readonly RateQuote[],
  terms: {
    readonly sources: number;
    readonly from: readonly string[];
    readonly tolerance: Ratio;
  },
): string | undefined {
  const counted = quotes.filter(({ source }) => terms.from.includes(source));
  if (counted.length < Math.max(1, terms.sources)) return undefined;
  const rates = counted.map(({ rate }) => ratioOf(rate)).toSorted(Ratio.compare);
  const [lowest, highest] = [rates[0]!, rates.at(-1)!];
  const apart = Ratio.div(Ratio.sub(highest, lowest), lowest);
  if (Ratio.compare(apart, terms.tolerance) > 0) return undefined;
  const middle = rates.length >> 1;
  const upper = rates[middle]!;
  const lower = rates.length % 2 === 1 ? upper : rates[middle - 1]!;
  const text = Ratio.toDecimalText(Ratio.div(Ratio.add(lower, upper), Ratio.make(2n)));
  assert(text !== undefined, "half a sum of decimals is a decimal");
  return text;
}

/** The last agreed rate of `to` for one unit of `from`, whichever way round it was fixed. */
export function lastRate(
  { agreed }: ExchangeRates,
  from: string,
  to: string,
): { readonly rate: Ratio; readonly on: LocalDate; readonly actId: string } | undefined {
  const direct = agreed.get(`${from}/${to}`);
  const inverse = agreed.get(`${to}/${from}`);
  const isDirect = direct !== undefined && (inverse === undefined || inverse.on <= direct.on);
  const fixing = isDirect ? direct : inverse;
  if (fixing?.rate === undefined) return undefined;
  const rate = ratioOf(fixing.rate);
  const { on, actId } = fixing;
  return { rate: isDirect ? rate : Ratio.div(Ratio.one, rate), on, actId };
}

/**
 * The last agreed rate of `to` for one unit of `from`, through a third currency where the two were
 * never fixed against each other; exact.
 */
export function lastRateThrough(
  rates: ExchangeRates,
  { from, to, via }: { readonly from: string; readonly to: string; readonly via: string },
): Ratio | undefined {
  if (from === to) return Ratio.one;
  const direct = lastRate(rates, from, to)?.rate;
  if (direct !== undefined) return direct;
  const [first, second] = [lastRate(rates, from, via), lastRate(rates, via, to)];
  return first && second && Ratio.mul(first.rate, second.rate);
}
