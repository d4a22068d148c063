import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Ratio } from "../base/ratio.ts";
import { fromDayNumber, localDate, toDayNumber } from "../calendar/date.ts";
import { feeFor, monthStarts } from "./fee-accrual.ts";

const rate = Ratio.make(3n, 400n);

test("[DL20] a fee is base, rate and days, rounded down", () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 20n), fc.integer({ min: 0, max: 800 }), (base, days) => {
      const start = localDate("2026-01-01");
      const end = fromDayNumber(toDayNumber(start) + days);
      assert.ok(end.ok);
      const terms = { rate, dayCount: "ACT/365F" } as const;
      const fee = feeFor(terms, Ratio.make(base), { start, end: end.value });
      // The largest whole number that is not above base x 3/400 x days/365.
      assert.ok(fee * 146_000n <= base * 3n * BigInt(days));
      assert.ok((fee + 1n) * 146_000n > base * 3n * BigInt(days));
    }),
  );
});

test("[DL20] half a year by 30/360 at 0.75% of 1,000,000.00 is 3,750.00", () => {
  const period = { start: localDate("2026-02-01"), end: localDate("2026-08-01") };
  const terms = { rate, dayCount: "30E/360(4.16g)" } as const;
  assert.equal(feeFor(terms, Ratio.make(100_000_000n), period), 375_000n);
  assert.equal(feeFor(terms, Ratio.make(-1n), period), 0n);
});

test("[DL20] a fee is rounded on the first day of each month", () => {
  const starts = (after: string, upTo: string) => monthStarts(localDate(after), localDate(upTo));
  assert.deepEqual(starts("2025-11-30", "2026-02-01"), ["2025-12-01", "2026-01-01", "2026-02-01"]);
  assert.deepEqual(starts("2025-12-01", "2025-12-31"), []);
  assert.deepEqual(starts("2026-01-31", "2026-03-15"), ["2026-02-01", "2026-03-01"]);
});
