import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Ratio } from "../base/ratio.ts";
import { addDays, localDate } from "../calendar/date.ts";
import { multiplesOf } from "./multiples.ts";
import { moneyWeightedReturn } from "./money-weighted-return.ts";
import { rateOfDailyGrowth, reportedRate } from "./reported-rate.ts";
import { timeWeightedReturn, type PricePoint } from "./time-weighted-return.ts";

function point(on: string, price: string, distributed = "0"): PricePoint {
  const read = (text: string): Ratio => {
    const ratio = Ratio.fromDecimal(text);
    assert.ok(ratio.ok);
    return ratio.value;
  };
  return { on: localDate(on), price: read(price), distributedPerUnit: read(distributed) };
}

test("[ST4] prices chain, with distributions put back", () => {
  // 1.10 × (1.045 + 0.055) / 1.10 × 1.21 / 1.045 = 1.273684…
  const result = timeWeightedReturn([
    point("2021-01-01", "1"),
    point("2021-06-30", "1.10"),
    point("2022-01-01", "1.045", "0.055"),
    point("2023-01-01", "1.21"),
  ]);
  assert.ok(result !== undefined);
  assert.deepEqual(result.growth, Ratio.make(242n, 190n));
  assert.equal(result.annualised, true);
  // (242 / 190) ^ (1 / 2) - 1, by mpmath with 30 digits.
  assert.deepEqual(result.rate, Ratio.make(12_857_619n, 100_000_000n));
});

test("[ST4] under a year nothing is annualised", () => {
  const result = timeWeightedReturn([point("2021-01-01", "1"), point("2021-04-01", "1.03")]);
  assert.ok(result !== undefined);
  assert.equal(result.annualised, false);
  assert.deepEqual(result.rate, Ratio.make(3n, 100n));
});

test("[ST4] one price, or one after nothing, gives no return", () => {
  assert.equal(timeWeightedReturn([point("2021-01-01", "1")]), undefined);
  const lost = [point("2021-01-01", "1"), point("2022-01-01", "0"), point("2023-01-01", "1")];
  assert.equal(timeWeightedReturn(lost), undefined);
  assert.deepEqual(timeWeightedReturn(lost.slice(0, 2))?.rate, Ratio.make(-1n));
});

const priceArbitrary = fc.integer({ min: 1, max: 10_000_000 });

test("[ST4] with no flows between, the money-weighted return is the time-weighted", () => {
  fc.assert(
    fc.property(
      priceArbitrary,
      priceArbitrary,
      fc.integer({ min: 1, max: 9000 }),
      (first, last, days) => {
        const from = localDate("2020-01-01");
        const to = addDays(from, days);
        assert.ok(to.ok);
        const weighted = timeWeightedReturn([
          { on: from, price: Ratio.make(BigInt(first)), distributedPerUnit: Ratio.zero },
          { on: to.value, price: Ratio.make(BigInt(last)), distributedPerUnit: Ratio.zero },
        ]);
        const money = moneyWeightedReturn([
          { on: from, minor: -BigInt(first) },
          { on: to.value, minor: BigInt(last) },
        ]);
        assert.ok(weighted !== undefined);
        if (!money.defined) return;
        const { num, den } = Ratio.sub(weighted.rate, money.rate);
        const scale = Math.max(1, Math.abs(Number(money.rate.num) / Number(money.rate.den)));
        assert.ok(Math.abs(Number(num) / Number(den)) <= 2e-8 * scale);
      },
    ),
  );
});

test("[ST5] TVPI is DPI and RVPI together, exactly", () => {
  const amounts = fc.bigInt({ min: 0n, max: 10n ** 20n });
  fc.assert(
    fc.property(amounts, amounts, amounts, amounts, (committed, paidIn, distributed, residual) => {
      const { pic, dpi, rvpi, tvpi } = multiplesOf({ committed, paidIn, distributed, residual });
      assert.equal(pic === undefined, committed === 0n);
      if (paidIn === 0n) {
        assert.equal(tvpi, undefined);
        return;
      }
      assert.deepEqual(Ratio.add(dpi!, rvpi!), tvpi);
    }),
  );
});

test("[ST5] the multiples of a fund half called", () => {
  // 600 of 1,200 called, 150 back, 570 left.
  const figures = { committed: 1200n, paidIn: 600n, distributed: 150n, residual: 570n };
  assert.deepEqual(multiplesOf(figures), {
    pic: Ratio.make(1n, 2n),
    dpi: Ratio.make(1n, 4n),
    rvpi: Ratio.make(19n, 20n),
    tvpi: Ratio.make(6n, 5n),
  });
});

test("[ST1] a reported rate has eight decimals, the nearest, a half away from zero", () => {
  const at = (num: bigint) => reportedRate(Ratio.make(num, 2_000_000_000n));
  assert.deepEqual(at(1n), Ratio.zero);
  assert.deepEqual(at(10n), Ratio.make(1n, 100_000_000n));
  assert.deepEqual(at(-10n), Ratio.make(-1n, 100_000_000n));
  assert.deepEqual(at(29n), Ratio.make(1n, 100_000_000n));
  // 1.0001 ^ 365 - 1, by mpmath with 30 digits.
  assert.deepEqual(rateOfDailyGrowth(1.0001, 365), Ratio.make(3_717_241n, 100_000_000n));
});
