import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Ratio } from "@jointfund/core/base/ratio.ts";
import { addDays, daysBetween, localDate, type LocalDate } from "@jointfund/core/calendar/date.ts";
import { TERM_DAY_COUNTS, type DayCount } from "@jointfund/core/charter/basic-terms.ts";
import { feeFor, reliefFor } from "@jointfund/core/dealing/fee-accrual.ts";
import { VehicleFigures } from "@jointfund/core/fund/figures.ts";
import { pricesOf } from "@jointfund/core/fund/dealing/class-worth.ts";
import type { DemonstrationFund } from "../support/demonstration-fund.ts";
import { chargedFund, electing, feeOf, granted, granting } from "../support/own-rates.ts";

/** A second reckoning of rebates, day by day, in fractions of numbers and nothing of the code's. */

type Fraction = readonly [num: bigint, den: bigint];
const plus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d];
const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * c, b * d];
const floor = ([num, den]: Fraction): bigint => num / den;

const START = localDate("2027-11-30");
const onDay = (offset: number): LocalDate => {
  const day = addDays(START, offset);
  assert.ok(day.ok);
  return day.value;
};

const parts = (day: LocalDate): readonly [y: number, m: number, d: number] => {
  const [y, m, d] = day.split("-").map(Number);
  return [y!, m!, d!];
};

/** Days of 360 a year between the start and a day, as ISDA 2006 section 4.16 has them. */
function thirty(day: LocalDate, isEuropean: boolean): bigint {
  const [y1, m1, d1] = parts(START);
  const [y2, m2, d2] = parts(day);
  const first = d1 === 31 ? 30 : d1;
  const last = d2 === 31 && (isEuropean || first === 30) ? 30 : d2;
  return BigInt(360 * (y2 - y1) + 30 * (m2 - m1) + (last - first));
}

/** The part of a year that the day before `offset` days after the start is. */
function partOfDay(dayCount: DayCount, offset: number): Fraction {
  const year = parts(onDay(offset - 1))[0];
  switch (dayCount) {
    case "ACT/360":
      return [1n, 360n];
    case "ACT/365F":
      return [1n, 365n];
    case "ACT/ACT-ISDA(4.16b)":
      return [1n, year % 4 === 0 ? 366n : 365n];
    case "30/360(4.16f)":
    case "30E/360(4.16g)": {
      const isEuropean = dayCount === "30E/360(4.16g)";
      return [thirty(onDay(offset), isEuropean) - thirty(onDay(offset - 1), isEuropean), 360n];
    }
  }
}

type Own = { readonly from: number; readonly bps: bigint };

/** Of rates from days on, the one that holds on the day that ends at the offset. */
const rateAt = (own: readonly Own[], offset: number): bigint | undefined =>
  own.findLast(({ from }) => from <= offset - 1)?.bps;

const ownRates: fc.Arbitrary<readonly Own[]> = fc
  .array(fc.record({ from: fc.integer({ min: -40, max: 150 }), bps: fc.bigInt(0n, 150n) }), {
    maxLength: 5,
  })
  .map((own) => own.toSorted((a, b) => a.from - b.from));

test("[DL26] relief is, day by day, what a rate is below the charter's, by every day count", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...TERM_DAY_COUNTS),
      fc.bigInt(0n, 10n ** 20n),
      fc.integer({ min: 0, max: 120 }),
      ownRates,
      (dayCount, base, days, own) => {
        const period = { start: START, end: onDay(days) };
        const terms = { rate: Ratio.make(100n, 10_000n), dayCount };
        const rates = own.map(({ from, bps }) => ({
          ...{ from: onDay(from), rate: Ratio.make(bps, 10_000n) },
        }));
        const relief = reliefFor(terms, Ratio.make(base), period, rates);
        let expected: Fraction = [0n, 1n];
        for (let offset = 1; offset <= days; offset++) {
          const bps = rateAt(own, offset) ?? 100n;
          const below: Fraction = [bps < 100n ? 100n - bps : 0n, 10_000n];
          expected = plus(expected, times(below, partOfDay(dayCount, offset)));
        }
        assert.ok(Ratio.equals(relief, Ratio.make(base * expected[0], expected[1])));
        // However many parties have one: together they never have back more than was charged.
        assert.ok(Ratio.floor(relief) <= feeFor(terms, Ratio.make(base), period));
      },
    ),
    { numRuns: 300 },
  );
});

type Letter = { readonly after: number; readonly to: "US" | "JP"; readonly bps: bigint };
type Life = {
  readonly us: bigint;
  readonly jp: bigint;
  readonly letters: readonly Letter[];
  readonly elections: readonly { readonly after: number; readonly letter: number }[];
};

const days = fc.integer({ min: 0, max: 75 });
const life: fc.Arbitrary<Life> = fc.record({
  us: fc.bigInt(1n, 10n ** 12n),
  jp: fc.bigInt(1n, 10n ** 12n),
  letters: fc.array(
    fc.record({
      ...{ after: days, to: fc.constantFrom("US" as const, "JP" as const) },
      bps: fc.bigInt(0n, 150n),
    }),
    { maxLength: 4 },
  ),
  elections: fc.array(fc.record({ after: days, letter: fc.nat(3) }), { maxLength: 3 }),
});

const LAST = 80;

/** Plays letters and choices on their days, and says which rate each party came to have when. */
function played({ us, jp, letters, elections }: Life): {
  readonly fund: DemonstrationFund;
  readonly rates: Readonly<Record<"US" | "JP", readonly Own[]>>;
} {
  const fund = chargedFund([feeOf({ base: "committed" })], { us, jp });
  const paidInOn = fund.state.today;
  const ids: string[] = [];
  const rates: Record<"US" | "JP", Own[]> = { US: [], JP: [] };
  const has = new Set<string>();
  // Of several that come to hold for a party on one day, that of the greatest id does.
  const now = new Map<string, string>();
  const hold = (party: "US" | "JP", letter: number, from: number): void => {
    has.add(`${party} ${letter}`);
    const key = `${party} ${from}`;
    if ((now.get(key) ?? "") > ids[letter]!) return;
    now.set(key, ids[letter]!);
    rates[party].push({ from, bps: letters[letter]!.bps });
  };
  const byDay = letters.map((of, index) => ({ ...of, index }));
  for (let day = 0; day <= LAST; day++) {
    const on = addDays(paidInOn, day);
    assert.ok(on.ok);
    fund.until(on.value);
    for (const { after, to, bps, index } of byDay) {
      if (after !== day) continue;
      const draft = { ...granting(to, `${bps}/10000`), reason: `Letter ${index}` };
      ids[index] = granted(fund, draft);
      hold(to, index, day);
    }
    for (const { after, letter } of elections) {
      const granteeOf = letters[letter]?.to;
      const other = granteeOf === "US" ? "JP" : "US";
      const id = ids[letter];
      if (after !== day || id === undefined || has.has(`${other} ${letter}`)) continue;
      fund.report(electing(id, `${other.toLowerCase()}-t1`));
      hold(other, letter, day);
    }
  }
  return { fund, rates };
}

test("[DL26] whatever is granted, each has its own back and all else is as before", () => {
  const runs = Number(process.env["JOINTFUND_RUNS"] ?? 12);
  fc.assert(
    fc.property(life, (of) => {
      const { fund, rates } = played(of);
      const without = played({ ...of, letters: [], elections: [] }).fund;
      const account = fund.state.charges.fees.get("management")!;
      assert.equal(account.accrued, without.state.charges.fees.get("management")!.accrued);
      const books = [fund, without].map(({ state }) => ({
        netAssets: new VehicleFigures(state, "fund").netAssets,
        prices: pricesOf(state, "fund"),
      }));
      assert.deepEqual(books[0], books[1]);
      let rebated = 0n;
      for (const party of ["US", "JP"] as const) {
        const paid = { US: of.us, JP: of.jp };
        let expected = 0n;
        const paidInOn = localDate("2025-06-30");
        // Accruals are kept at each first of a month.
        let open: Fraction = [0n, 1n];
        for (let offset = 1; offset <= LAST; offset++) {
          const bps = rateAt(rates[party], offset) ?? 100n;
          open = plus(open, [bps < 100n ? 100n - bps : 0n, 10_000n * 365n]);
          const day = addDays(paidInOn, offset);
          assert.ok(day.ok && daysBetween(paidInOn, day.value) === offset);
          if (!day.value.endsWith("-01")) continue;
          const committed = [...fund.state.capital.commitments.values()];
          const base = committed.reduce((sum, { minor }) => sum + minor, 0n);
          expected += floor(times(open, [base * paid[party], of.us + of.jp]));
          open = [0n, 1n];
        }
        const got = fund.state.charges.rebates.get(`management/${party}`)?.accrued ?? 0n;
        assert.equal(got, expected, party);
        rebated += got;
      }
      assert.equal(account.rebated, rebated);
      assert.equal(account.rebated <= account.accrued, true);
    }),
    { numRuns: runs },
  );
});
