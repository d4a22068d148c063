import assert from "node:assert/strict";
import fc from "fast-check";
import { addDays, localDate, type LocalDate } from "@jointfund/core/calendar/date.ts";
import type { PostedEntry, Recorded } from "@jointfund/core/fund/chronicle.ts";
import { ACCOUNTS, MEMO_PAIRS } from "@jointfund/core/ledger/accounts.ts";
import type { Fixing } from "@jointfund/core/ledger/exchange-rates.ts";
import { chronicleWith } from "./histories.ts";

/** One posting of a test: all of a day and of a vehicle balance. */
export type Leg = {
  readonly vehicle: string;
  readonly on: LocalDate;
  readonly account: string;
  readonly subject: string;
  readonly minor: bigint;
};

/** The first day of random lives; there is a fixing on it. */
export const FIRST = localDate("2025-07-01");
const DAYS = 400;

export const aDay = fc.nat(DAYS).map((days): LocalDate => {
  const date = addDays(FIRST, days);
  assert.ok(date.ok);
  return date.value;
});

const memo = new Set(MEMO_PAIRS.flat());
const ACCOUNT_CODES = Object.values(ACCOUNTS).filter((code) => !memo.has(code));

/** The postings of one entry: any that double entry allows, and now and then a promise besides. */
export const anEntry = (vehicle: string): fc.Arbitrary<readonly Leg[]> =>
  fc
    .record({
      on: aDay,
      legs: fc.array(
        fc.record({
          account: fc.constantFrom(...ACCOUNT_CODES),
          subject: fc.constantFrom("US", "JP", "abilene"),
          minor: fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
        }),
        { minLength: 1, maxLength: 4 },
      ),
      against: fc.constantFrom(...ACCOUNT_CODES),
      promised: fc.bigInt({ min: 0n, max: 10n ** 20n }),
    })
    .map(({ on, legs, against, promised }) => {
      const sum = legs.reduce((total, { minor }) => total + minor, 0n);
      return [
        ...legs,
        { account: against, subject: "US", minor: -sum },
        { account: "9010", subject: "US", minor: promised / 3n },
        { account: "9010", subject: "JP", minor: promised - promised / 3n },
        { account: "9019", subject: "US", minor: -promised },
      ]
        .filter(({ minor }) => minor !== 0n)
        .map((leg) => ({ ...leg, vehicle, on }));
    });

/** A decimal of up to four places, between a ten-thousandth and a thousand. */
const aRate = fc
  .integer({ min: 1, max: 9_999_999 })
  .map((n) => `${Math.floor(n / 10_000)}.${String(n % 10_000).padStart(4, "0")}`);

/** Fixings of a pair on random days, one of them on the first. */
export const someFixings = (base: string, quote: string): fc.Arbitrary<readonly Fixing[]> =>
  fc
    .tuple(aRate, fc.array(fc.record({ on: aDay, rate: aRate }), { maxLength: 6 }))
    .map(([rate, others]) =>
      [{ on: FIRST, rate }, ...others].map((of, index) => ({
        ...{ base, quote, quotes: [], actId: `fix-${index}` },
        ...of,
      })),
    );

/** A record of entries of several books, each in its own currency, and of fixings. */
export function recordOf(
  entries: readonly (readonly Leg[])[],
  currencies: { readonly [vehicle: string]: string },
  fixings: readonly Fixing[],
): Recorded {
  const postings = entries
    .filter((legs) => legs.length > 0)
    .map((legs, index): PostedEntry => {
      const { vehicle, on: effectiveDate } = legs[0]!;
      const currency = currencies[vehicle]!;
      return {
        entry: index,
        journal: {
          ...{ id: `act-${index}/1`, vehicle, effectiveDate },
          postings: legs.map(({ account, subject, minor }) => ({
            ...{ account, subject, currency, minor },
          })),
        },
      };
    });
  return { ...chronicleWith([], []), postings, fixings };
}

/** A fraction, never reduced: the plainest there is. */
export type Fraction = readonly [num: bigint, den: bigint];

export const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * c, b * d];
export const plus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d];

/** The whole number nearest to a fraction, the even one of two as near. */
export function nearest([num, den]: Fraction): bigint {
  const floor = num >= 0n ? num / den : -((-num + den - 1n) / den);
  const twice = 2n * (num - floor * den);
  if (twice === den) return floor % 2n === 0n ? floor : floor + 1n;
  return twice > den ? floor + 1n : floor;
}

/** Whether a whole number is no further from a fraction than so many halves. */
export function isWithin(minor: bigint, [num, den]: Fraction, halves: number): boolean {
  const apart = 2n * (minor * den - num);
  return (apart < 0n ? -apart : apart) <= BigInt(halves) * den;
}

/** Yen, which have no decimals, for one cent on a day: a plain search through the fixings. */
export function yenPerCent(fixings: readonly Fixing[], on: LocalDate): Fraction {
  let best: Fixing | undefined;
  for (const each of fixings) {
    if (each.on <= on && (best === undefined || each.on >= best.on)) best = each;
  }
  assert.ok(best?.rate !== undefined);
  const [whole = "", part = ""] = best.rate.split(".");
  return [BigInt(whole + part), 10n ** BigInt(part.length) * 100n];
}
