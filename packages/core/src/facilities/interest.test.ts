import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { Ratio } from "../base/ratio.ts";
import {
  addDays,
  compareDates,
  dateParts,
  daysBetween,
  localDate,
  type LocalDate,
} from "../calendar/date.ts";
import type { DayCount } from "../calendar/day-count.ts";
import { addedFrom, valueOn, withValueFrom, type DatedValues } from "./dated-values.ts";
import { accrued, paymentDatesWithin, type AccrualBasis } from "./interest.ts";

const decimal = (text: string): Ratio => {
  const ratio = Ratio.fromDecimal(text);
  assert.ok(ratio.ok);
  return ratio.value;
};
const day = (start: LocalDate, days: number): LocalDate => {
  const date = addDays(start, days);
  assert.ok(date.ok);
  return date.value;
};

const start = localDate("2026-01-15");
const dates = { first: localDate("2026-03-31"), everyMonths: 3, maturity: localDate("2027-05-20") };
const basis: AccrualBasis = {
  ...{ start, dates, dayCount: { name: "ACT/360" } },
  balances: [{ from: start, value: 1_000_000_00n }],
  rates: [{ from: start, value: decimal("0.06") }],
};

test("[LV4] payment dates are reckoned from the first, and maturity is one", () => {
  const found = paymentDatesWithin(dates, localDate("2026-03-31"), localDate("2027-07-01"));
  assert.deepEqual(found, [
    ...["2026-06-30", "2026-09-30", "2026-12-31", "2027-03-31", "2027-05-20", "2027-06-30"],
  ]);
  assert.deepEqual(paymentDatesWithin(dates, start, localDate("2026-03-30")), []);
});

test("[LV5] interest by hand: 75 days and 91 days of 360 at six per cent", () => {
  // 100,000,000 × 0.06 × 75/360 = 1,250,000 and × 91/360 = 1,516,666.67, in cents.
  assert.equal(accrued(basis, localDate("2026-03-31")), 1_250_000n);
  assert.equal(accrued(basis, localDate("2026-06-30")), 1_250_000n + 1_516_667n);
  assert.equal(accrued(basis, start), 0n);
  assert.equal(accrued(basis, localDate("2026-01-01")), 0n);
});

test("[LV6] a change within the period counts from its own day: 30/360 by hand", () => {
  const thirty: AccrualBasis = {
    ...{ ...basis, dayCount: { name: "30/360(4.16f)" } },
    balances: addedFrom(basis.balances, localDate("2026-02-15"), 500_000_00n),
    rates: withValueFrom(basis.rates, localDate("2026-03-15"), decimal("0.03")),
  };
  // 30 days on 1.0m at 6 %, 30 days on 1.5m at 6 %, 16 days (to the 31st) on 1.5m at 3 %.
  const byHand = 500_000n + 750_000n + 200_000n;
  assert.equal(accrued(thirty, localDate("2026-03-31")), byHand);
});

type Vector = {
  readonly note: string;
  readonly start: LocalDate;
  readonly to: LocalDate;
  readonly first: LocalDate;
  readonly everyMonths: number;
  readonly maturity: LocalDate;
  readonly dayCount: DayCount["name"];
  readonly balances: readonly (readonly [LocalDate, string])[];
  readonly rates: readonly (readonly [LocalDate, string])[];
  readonly accrued: string;
};

test("[LV4] [LV5] [LV6] accruals agree with another program's", () => {
  const path = new URL("../../../../vectors/interest/accruals.json", import.meta.url);
  const { accruals } = JSON.parse(readFileSync(path, "utf8")) as { accruals: readonly Vector[] };
  assert.ok(accruals.length > 20);
  for (const vector of accruals) {
    const { first, everyMonths, maturity } = vector;
    const given: AccrualBasis = {
      start: vector.start,
      dates: { first, everyMonths, maturity },
      dayCount: { name: vector.dayCount } as DayCount,
      balances: vector.balances.map(([from, minor]) => ({ from, value: BigInt(minor) })),
      rates: vector.rates.map(([from, rate]) => ({ from, value: decimal(rate) })),
    };
    assert.equal(accrued(given, vector.to), BigInt(vector.accrued), JSON.stringify(vector));
  }
});

type Fraction = readonly [bigint, bigint];
const plus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d];

/** Days by the rules of [C20], [C22] and [C23], written down a second time. */
function daysUpTo(name: DayCount["name"], from: LocalDate, to: LocalDate): number {
  if (name === "ACT/360" || name === "ACT/365F") return daysBetween(from, to);
  const [a, b] = [dateParts(from), dateParts(to)];
  const first = a.day === 31 ? 30 : a.day;
  const isEurobond = name === "30E/360(4.16g)";
  const last = b.day === 31 && (isEurobond || first === 30) ? 30 : b.day;
  return (b.year - a.year) * 360 + (b.month - a.month) * 30 + last - first;
}

/**
 * Interest in the plainest way: day by day, in fractions that are never reduced, a new period on
 * each payment date, the sum of each period rounded at its end.
 */
function dayByDay(given: AccrualBasis, to: LocalDate): bigint {
  const { name } = given.dayCount;
  const yearDays = name === "ACT/365F" ? 365n : 360n;
  let [whole, periodStart]: [bigint, LocalDate] = [0n, given.start];
  let period: Fraction = [0n, 1n];
  const rounded = ([num, den]: Fraction): bigint => (2n * num + den) / (2n * den);
  for (let today = given.start; today < to; today = day(today, 1)) {
    const tomorrow = day(today, 1);
    const days = daysUpTo(name, periodStart, tomorrow) - daysUpTo(name, periodStart, today);
    const balance = given.balances.filter(({ from }) => from <= today).at(-1)?.value ?? 0n;
    const rate = given.rates.filter(({ from }) => from <= today).at(-1)!.value;
    if (balance > 0n) {
      period = plus(period, [balance * rate.num * BigInt(days), rate.den * yearDays]);
    }
    const ends =
      tomorrow === given.dates.maturity ||
      paymentDatesWithin(given.dates, today, tomorrow).includes(tomorrow);
    if (ends) [whole, period, periodStart] = [whole + rounded(period), [0n, 1n], tomorrow];
  }
  return whole + rounded(period);
}

const offset = fc.integer({ min: 0, max: 500 });
const series = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<DatedValues<T>> =>
  fc
    .tuple(value, fc.array(fc.tuple(offset, value), { maxLength: 4 }))
    .map(([first, rest]) =>
      rest.reduce<DatedValues<T>>(
        (all, [at, one]) => withValueFrom(all, day(start, at), one),
        [{ from: start, value: first }],
      ),
    );
const anyBasis: fc.Arbitrary<AccrualBasis> = fc.record({
  start: fc.constant(start),
  dates: fc.record({
    first: fc.integer({ min: 1, max: 200 }).map((days) => day(start, days)),
    everyMonths: fc.integer({ min: 1, max: 12 }),
    maturity: fc.integer({ min: 201, max: 600 }).map((days) => day(start, days)),
  }),
  dayCount: fc
    .constantFrom<DayCount["name"]>("ACT/360", "ACT/365F", "30/360(4.16f)", "30E/360(4.16g)")
    .map((name) => ({ name }) as DayCount),
  balances: series(fc.bigInt({ min: -(10n ** 6n), max: 10n ** 20n })),
  rates: series(fc.integer({ min: 0, max: 2_000 }).map((bps) => Ratio.make(BigInt(bps), 10_000n))),
});

test("[LV3] [LV5] [LV6] interest agrees with reckoning day by day in fractions", () => {
  fc.assert(
    fc.property(anyBasis, offset, (given, days) => {
      const to = day(start, days);
      assert.equal(accrued(given, to), dayByDay(given, to));
    }),
    { numRuns: 60 },
  );
});

test("[LV5] accruals recorded on any days of a period sum to the whole", () => {
  fc.assert(
    fc.property(anyBasis, fc.array(offset, { maxLength: 8 }), offset, (given, cuts, last) => {
      const to = day(start, last);
      const days = cuts.map((cut) => day(start, cut)).filter((cut) => cut < to);
      let recorded = 0n;
      for (const cut of [...days.toSorted(compareDates), to]) {
        const step = accrued(given, cut) - recorded;
        assert.ok(step >= 0n);
        recorded += step;
      }
      assert.equal(recorded, accrued(given, to));
    }),
  );
});

test("[LV5] a balance that came late counts from its value date", () => {
  fc.assert(
    fc.property(anyBasis, offset, fc.bigInt({ min: 0n, max: 10n ** 12n }), (given, at, minor) => {
      const from = day(start, at);
      const balances = addedFrom(given.balances, from, minor);
      for (const { from: on } of [...balances, { from: day(from, 1) }]) {
        const before = valueOn(given.balances, on) ?? 0n;
        assert.equal(valueOn(balances, on), on < from ? before : before + minor);
      }
    }),
  );
});
