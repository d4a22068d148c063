import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { Ratio, roundRatio } from "../base/ratio.ts";
import { DAY_COUNTS, yearFraction, type AccrualPeriod, type DayCount } from "./day-count.ts";
import { addDays, localDate, type LocalDate } from "./date.ts";

type Case = {
  readonly dayCount: DayCount["name"];
  readonly start: LocalDate;
  readonly end: LocalDate;
  readonly terminationDate?: LocalDate;
  readonly couponsPerYear?: number;
  readonly couponDates?: readonly LocalDate[];
  readonly days360?: number;
  readonly days365?: number;
  readonly years?: string;
};
type Vectors = {
  readonly thirty360: readonly Case[];
  readonly actualActual: readonly Case[];
  readonly program: readonly Case[];
};
const vectors = JSON.parse(
  readFileSync(new URL("../../../../vectors/day-count/day-counts.json", import.meta.url), "utf8"),
) as Vectors;

function fraction(dayCount: DayCount, period: AccrualPeriod): Ratio {
  const years = yearFraction(dayCount, period);
  assert.ok(years.ok);
  return years.value;
}

/** The exact fraction as a decimal, with as many places as the expected one. */
function toPlaces(ratio: Ratio, expected: string): string {
  const places = expected.length - expected.indexOf(".") - 1;
  const scaled = Ratio.mul(ratio, Ratio.make(10n ** BigInt(places)));
  const digits = roundRatio(scaled, "halfUp")
    .toString()
    .padStart(places + 1, "0");
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

function runCase(given: Case): void {
  const { dayCount: name, terminationDate, couponsPerYear, couponDates } = given;
  const dayCount = {
    name,
    ...(terminationDate && { terminationDate }),
    ...(couponsPerYear && { couponsPerYear, couponDates }),
  } as DayCount;
  const years = fraction(dayCount, given);
  const message = JSON.stringify(given);
  if (given.years !== undefined) {
    assert.equal(toPlaces(years, given.years), given.years, message);
    return;
  }
  const days = given.days360 ?? given.days365;
  assert.ok(days !== undefined, message);
  assert.deepEqual(
    years,
    Ratio.make(BigInt(days), given.days360 === undefined ? 365n : 360n),
    message,
  );
}

test("[C22] [C23] [C24] the 30/360 family agrees with ISDA's published examples", () => {
  for (const given of vectors.thirty360) runCase(given);
});

test("[C21] [C25] actual/actual agrees with the published examples", () => {
  for (const given of vectors.actualActual) runCase(given);
});

test("[C20] [C21] [C22] [C23] [C24] day counts agree with another program", () => {
  for (const given of vectors.program) runCase(given);
});

const offset = fc.integer({ min: 0, max: 60_000 });
const dateAt = (days: number): LocalDate => {
  const date = addDays(localDate("1950-01-01"), days);
  assert.ok(date.ok);
  return date.value;
};
const threeDates = fc
  .tuple(offset, offset, offset)
  .map((days) => days.toSorted((a, b) => a - b).map(dateAt) as [LocalDate, LocalDate, LocalDate]);

test("[C20] [C21] [C25] actual day counts add up over any cut", () => {
  const couponDates = Array.from({ length: 331 }, (_, i) => dateAt(i * 182));
  const dayCounts: readonly DayCount[] = [
    { name: "ACT/365F" },
    { name: "ACT/360" },
    { name: "ACT/ACT-ISDA(4.16b)" },
    { name: "ACT/ACT-ICMA", couponsPerYear: 2, couponDates },
  ];
  fc.assert(
    fc.property(threeDates, fc.constantFrom(...dayCounts), ([start, cut, end], dayCount) => {
      const parts = Ratio.add(
        fraction(dayCount, { start, end: cut }),
        fraction(dayCount, { start: cut, end }),
      );
      assert.deepEqual(parts, fraction(dayCount, { start, end }));
    }),
  );
});

test("[C21] a calendar year is exactly one year, leap or not", () => {
  for (let year = 1990; year <= 2110; year++) {
    const period = { start: localDate(`${year}-01-01`), end: localDate(`${year + 1}-01-01`) };
    assert.deepEqual(fraction({ name: "ACT/ACT-ISDA(4.16b)" }, period), Ratio.one);
  }
});

test("[C20] a period that ends before it starts is refused, one of no days is zero", () => {
  const [start, end] = [localDate("2026-03-02"), localDate("2026-03-01")];
  for (const name of DAY_COUNTS) {
    const dayCount = {
      name,
      terminationDate: end,
      couponsPerYear: 1,
      couponDates: [localDate("2026-01-01"), localDate("2027-01-01")],
    } as DayCount;
    const refused = yearFraction(dayCount, { start, end });
    assert.deepEqual(refused, { ok: false, error: { code: "period_reversed", start, end } });
    assert.deepEqual(fraction(dayCount, { start, end: start }), Ratio.zero);
  }
});

test("[C25] coupon dates that do not cover the period are refused", () => {
  const period = { start: localDate("2026-01-01"), end: localDate("2026-06-01") };
  const refusal = (couponDates: readonly LocalDate[]) => {
    const years = yearFraction({ name: "ACT/ACT-ICMA", couponsPerYear: 2, couponDates }, period);
    assert.ok(!years.ok);
    return years.error;
  };
  assert.deepEqual(refusal([]), {
    code: "coupon_dates_do_not_cover_period",
    ...period,
    firstCouponDate: null,
    lastCouponDate: null,
  });
  for (const couponDates of [
    [localDate("2026-01-02"), localDate("2026-07-02")],
    [localDate("2025-11-30"), localDate("2026-05-31")],
  ]) {
    assert.equal(refusal(couponDates).code, "coupon_dates_do_not_cover_period");
  }
});
