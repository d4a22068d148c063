import { assert } from "../base/assert.ts";
import { Ratio } from "../base/ratio.ts";
import { FIRST_DATE, type LocalDate } from "../calendar/date.ts";
import type { Fixing } from "./exchange-rates.ts";

/** A rate that whoever asks states: units of the quote currency for one of the base, main units. */
export type StatedRate = {
  readonly base: string;
  readonly quote: string;
  readonly rate: Ratio;
  /** From which day on it serves; from the first of all days if absent. */
  readonly on?: LocalDate;
};

/** One rate as it was agreed by a fixing of the record, or as it was stated. */
export type KnownRate = StatedRate & {
  /** The act that fixed it; absent where it was stated. */
  readonly actId?: string;
};

/** The rate of a day, exact, and the one rate or the two that it is made of. */
export type RateOfDay = { readonly rate: Ratio; readonly madeOf: readonly KnownRate[] };

/** Nothing on or before a day says what one currency is worth in the other. */
export type RateMissing = {
  readonly code: "rate_missing";
  readonly base: string;
  readonly quote: string;
  readonly on: LocalDate;
};

/**
 * The rates of every day: the last agreed fixing that is dated on or before it, whenever that was
 * recorded; of two of one day the later recorded. A fixing serves in both directions. Where the two
 * currencies were never fixed against each other by then, their rate goes through a third one. What
 * is stated only serves where the record gives no rate.
 */
export class DailyRates {
  readonly #recorded: RatesByPair;
  readonly #stated: RatesByPair;
  readonly #via: string;

  /** Fixings in the order of the log, disputed ones among them, which give no rate. */
  constructor(
    fixings: readonly Fixing[],
    of: { readonly via: string; readonly stated?: readonly StatedRate[] },
  ) {
    this.#via = of.via;
    this.#stated = byPair(of.stated ?? []);
    this.#recorded = byPair(
      fixings.flatMap(({ base, quote, on, rate: text, actId }): KnownRate[] => {
        if (text === undefined) return [];
        const rate = Ratio.fromDecimal(text);
        assert(rate.ok && rate.value.num > 0n, `a recorded rate is positive: ${text}`);
        return [{ base, quote, on, rate: rate.value, actId }];
      }),
    );
  }

  /** Units of `to` for one of `from` on a day; nothing where no rate is known on or before it. */
  rateOn(from: string, to: string, on: LocalDate): RateOfDay | undefined {
    if (from === to) return { rate: Ratio.one, madeOf: [] };
    return (
      this.#among([this.#recorded], { from, to }, on) ??
      this.#among([this.#recorded, this.#stated], { from, to }, on)
    );
  }

  /** The earliest rate that the record has of each pair, as if stated for the days before. */
  earliest(): readonly StatedRate[] {
    return [...this.#recorded.values()].flatMap((rates) => {
      const [first] = rates;
      return first === undefined
        ? []
        : [{ base: first.base, quote: first.quote, rate: first.rate }];
    });
  }

  #among(
    tables: readonly RatesByPair[],
    { from, to }: { readonly from: string; readonly to: string },
    on: LocalDate,
  ): RateOfDay | undefined {
    const leg = (base: string, quote: string): RateOfDay | undefined => {
      for (const table of tables) {
        const found = lastBetween(table, base, quote, on);
        if (found !== undefined) return found;
      }
      return undefined;
    };
    const direct = leg(from, to);
    if (direct !== undefined || from === this.#via || to === this.#via) return direct;
    const [first, second] = [leg(from, this.#via), leg(this.#via, to)];
    if (first === undefined || second === undefined) return undefined;
    return {
      rate: Ratio.mul(first.rate, second.rate),
      madeOf: [...first.madeOf, ...second.madeOf],
    };
  }
}

/** Rates of each "<base>/<quote>" by date, those of one day in the order of the log. */
type RatesByPair = ReadonlyMap<string, readonly KnownRate[]>;

const dateOf = ({ on = FIRST_DATE }: KnownRate): LocalDate => on;

function byPair(rates: readonly KnownRate[]): RatesByPair {
  const pairs = new Map<string, KnownRate[]>();
  for (const rate of rates) {
    const pair = `${rate.base}/${rate.quote}`;
    const known = pairs.get(pair);
    if (known === undefined) pairs.set(pair, [rate]);
    else known.push(rate);
  }
  for (const known of pairs.values()) {
    known.sort((a, b) => (dateOf(a) < dateOf(b) ? -1 : dateOf(a) > dateOf(b) ? 1 : 0));
  }
  return pairs;
}

/** The last rate on or before a day, whichever way round it is; of one day the direct one. */
function lastBetween(
  table: RatesByPair,
  base: string,
  quote: string,
  on: LocalDate,
): RateOfDay | undefined {
  const direct = lastOf(table.get(`${base}/${quote}`), on);
  const inverse = lastOf(table.get(`${quote}/${base}`), on);
  const isDirect =
    direct !== undefined && (inverse === undefined || dateOf(inverse) <= dateOf(direct));
  if (isDirect) return { rate: direct.rate, madeOf: [direct] };
  if (inverse === undefined) return undefined;
  return { rate: Ratio.div(Ratio.one, inverse.rate), madeOf: [inverse] };
}

/** The last of rates in order of date that is dated on or before a day. */
function lastOf(rates: readonly KnownRate[] = [], on: LocalDate): KnownRate | undefined {
  let [low, high] = [0, rates.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (dateOf(rates[middle]!) <= on) low = middle + 1;
    else high = middle;
  }
  return rates[low - 1];
}
