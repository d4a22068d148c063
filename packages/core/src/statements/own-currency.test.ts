import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Ratio } from "../base/ratio.ts";
import { localDate } from "../calendar/date.ts";
import { evolveExchangeRates, noExchangeRates } from "../ledger/exchange-rates.ts";
import { convertedExactly, DayRates, fundingCost } from "./own-currency.ts";

type Quote = readonly [on: string, rate: string | undefined, base?: string, quote?: string];

function fixed(...quotes: readonly Quote[]) {
  let rates = noExchangeRates;
  for (const [on, rate, base = "USD", quote = "JPY"] of quotes) {
    const fixing = { base, quote, on: localDate(on), quotes: [], actId: "a" };
    rates = evolveExchangeRates(rates, {
      kind: "exchangeRateFixed",
      fixing: rate === undefined ? fixing : { ...fixing, rate },
    });
  }
  return rates;
}

const pair = { from: "USD", to: "JPY" };
const MOST = 10n ** 14n;
const assumed = { currency: "JPY", rate: Ratio.make(148n) };

test("[ST61] a day has the rate that was fixed last before it or on it", () => {
  const rates = new DayRates(fixed(["2026-01-05", "150"], ["2026-02-02", "155"]), pair);
  assert.deepEqual(rates.on(localDate("2026-01-05")).rate, Ratio.make(150n));
  assert.deepEqual(rates.on(localDate("2026-02-01")).on, "2026-01-05");
  assert.deepEqual(rates.on(localDate("2026-02-02")).rate, Ratio.make(155n));
  assert.equal(rates.fixedSince, "2026-01-05");
});

test("[ST61] before the first fixing the assumed rate serves, without one the first fixed", () => {
  const record = fixed(["2026-01-05", "150"], ["2026-01-06", undefined]);
  const day = localDate("2025-12-01");
  assert.deepEqual(new DayRates(record, { ...pair, assumed }).on(day), { rate: assumed.rate });
  assert.equal(new DayRates(record, pair).on(day).on, "2026-01-05");
  // What the sources dispute is no rate, and a rate for another currency serves nobody.
  assert.equal(new DayRates(record, pair).on(localDate("2026-01-07")).on, "2026-01-05");
  const euro = { currency: "EUR", rate: Ratio.one };
  assert.equal(new DayRates(noExchangeRates, { ...pair, assumed: euro }).hasAny, false);
});

test("[ST61] a rate serves both ways round; of one day the direct one", () => {
  const turned = new DayRates(fixed(["2026-01-05", "0.0064", "JPY", "USD"]), pair);
  assert.deepEqual(turned.on(localDate("2026-01-05")).rate, Ratio.make(10_000n, 64n));
  const both = fixed(["2026-01-05", "0.0064", "JPY", "USD"], ["2026-01-05", "156"]);
  assert.deepEqual(new DayRates(both, pair).on(localDate("2026-01-05")).rate, Ratio.make(156n));
});

test("[ST61] amounts are added up exactly before anything is cut", () => {
  const on = localDate("2026-01-05");
  const flow = (minor: bigint, num: bigint, den: bigint) => ({
    ...{ on, minor, rate: { rate: Ratio.make(num, den) } },
  });
  // A cent at 150.5 is 1.505 yen: two are 3.01, not 1 + 1.
  const cents = [flow(1n, 301n, 2n), flow(1n, 301n, 2n)];
  assert.deepEqual(convertedExactly(cents, pair), Ratio.make(301n, 100n));
  const amounts = fc.array(fc.tuple(fc.bigInt({ min: -MOST, max: MOST }), fc.constantFrom(1n, 7n)));
  fc.assert(
    fc.property(amounts, (all) => {
      const flows = all.map(([minor, den]) => flow(minor, 1_001n, den));
      let naive = Ratio.zero;
      for (const [minor, den] of all) {
        naive = Ratio.add(naive, Ratio.make(minor * 1_001n, den * 100n));
      }
      assert.deepEqual(convertedExactly(flows, pair), naive);
    }),
  );
});

test("[ST62] what money costs is simple interest on what is outstanding each day", () => {
  const flow = (on: string, amount: bigint) => ({
    ...{ on: localDate(on), amount: Ratio.make(amount) },
  });
  const rate = Ratio.make(42n, 1_000n);
  // A year and a day, both ends counted, of 36,500: 1,533 and a day's 4.2.
  const whole = [flow("2025-01-01", 36_500n)];
  assert.equal(fundingCost(whole, rate, localDate("2026-01-01")), 1_537n);
  // Half of it had back after 100 days: 420 of those, then 2.1 a day for 266.
  const half = [...whole, flow("2025-04-11", -18_250n)];
  assert.equal(fundingCost(half, rate, localDate("2026-01-01")), 979n);
  assert.equal(fundingCost([flow("2026-02-01", 1n)], rate, localDate("2026-01-01")), 0n);
});
