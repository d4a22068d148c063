import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Ratio } from "../base/ratio.ts";
import { addDays, localDate, type LocalDate } from "../calendar/date.ts";
import { DailyRates, type StatedRate } from "./daily-rates.ts";
import type { Fixing } from "./exchange-rates.ts";

const fixed = (pair: string, on: string, rate: string | undefined, actId = "act"): Fixing => {
  const [base = "", quote = ""] = pair.split("/");
  return {
    ...{ base, quote, on: localDate(on), quotes: [], actId },
    ...(rate === undefined ? {} : { rate }),
  };
};

const stated = (pair: string, rate: bigint, on?: string): StatedRate => {
  const [base = "", quote = ""] = pair.split("/");
  return {
    ...{ base, quote, rate: Ratio.make(rate) },
    ...(on === undefined ? {} : { on: localDate(on) }),
  };
};

const rateOf = (
  fixings: readonly Fixing[],
  [from, to, on]: readonly [from: string, to: string, on: string],
  rates: readonly StatedRate[] = [],
): Ratio | undefined =>
  new DailyRates(fixings, { via: "USD", stated: rates }).rateOn(from, to, localDate(on))?.rate;

test("[ST74] the rate of a day is the last dated on or before it, whenever recorded", () => {
  const fixings = [
    fixed("USD/JPY", "2026-03-31", "150"),
    fixed("USD/JPY", "2026-01-31", "140"),
    fixed("USD/JPY", "2026-03-31", "151"),
    fixed("USD/JPY", "2026-03-31", undefined),
  ];
  assert.equal(rateOf(fixings, ["USD", "JPY", "2026-01-30"]), undefined);
  assert.deepEqual(rateOf(fixings, ["USD", "JPY", "2026-03-30"]), Ratio.make(140n));
  assert.deepEqual(rateOf(fixings, ["USD", "JPY", "2026-03-31"]), Ratio.make(151n));
  assert.deepEqual(rateOf(fixings, ["JPY", "USD", "2026-12-31"]), Ratio.make(1n, 151n));
  assert.deepEqual(rateOf([], ["USD", "USD", "2026-12-31"]), Ratio.one);
});

test("[ST74] a rate goes through the base currency where the two were never fixed", () => {
  const fixings = [
    fixed("USD/JPY", "2026-01-01", "150"),
    fixed("EUR/USD", "2026-01-02", "1.1", "second"),
  ];
  assert.equal(rateOf(fixings, ["JPY", "EUR", "2026-01-01"]), undefined);
  assert.deepEqual(rateOf(fixings, ["JPY", "EUR", "2026-01-02"]), Ratio.make(10n, 1650n));
  const rates = new DailyRates(fixings, { via: "USD" });
  const { madeOf } = rates.rateOn("EUR", "JPY", localDate("2026-01-02"))!;
  assert.deepEqual(
    madeOf.map(({ actId }) => actId),
    ["second", "act"],
  );
  const direct = [...fixings, fixed("EUR/JPY", "2026-01-02", "166")];
  assert.deepEqual(rateOf(direct, ["EUR", "JPY", "2026-01-02"]), Ratio.make(166n));
});

test("[ST74] what is stated serves only where the record gives no rate", () => {
  const fixings = [fixed("USD/JPY", "2026-01-10", "150")];
  const rates = [stated("USD/JPY", 140n), stated("USD/JPY", 145n, "2026-01-05")];
  assert.deepEqual(rateOf(fixings, ["USD", "JPY", "2025-01-01"], rates), Ratio.make(140n));
  assert.deepEqual(rateOf(fixings, ["USD", "JPY", "2026-01-05"], rates), Ratio.make(145n));
  assert.deepEqual(rateOf(fixings, ["USD", "JPY", "2026-01-10"], rates), Ratio.make(150n));
  const crossed = [...fixings, fixed("USD/EUR", "2026-01-10", "0.5")];
  const cross = [stated("EUR/JPY", 1n)];
  assert.deepEqual(rateOf(crossed, ["EUR", "JPY", "2026-01-10"], cross), Ratio.make(300n));
});

test("[ST74] any fixings give what a plain search through them gives", () => {
  const first = localDate("2026-01-01");
  const day = fc.nat(30).map((days): LocalDate => {
    const date = addDays(first, days);
    assert.ok(date.ok);
    return date.value;
  });
  const fixing = fc.record({
    pair: fc.constantFrom("USD/JPY", "JPY/USD"),
    on: day,
    rate: fc.option(fc.integer({ min: 1, max: 999 }).map(String), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(fixing, { maxLength: 12 }), day, (made, on) => {
      const fixings = made.map((of) => fixed(of.pair, of.on, of.rate));
      let best: (typeof made)[number] | undefined;
      for (const each of made) {
        if (each.rate === undefined || each.on > on) continue;
        const isNewer = best === undefined || each.on > best.on;
        const isAsNew =
          best?.on === each.on && (each.pair === "USD/JPY" || best.pair === each.pair);
        if (isNewer || isAsNew) best = each;
      }
      const rate = best?.rate === undefined ? undefined : Ratio.make(BigInt(best.rate));
      const expected = rate && (best?.pair === "USD/JPY" ? rate : Ratio.div(Ratio.one, rate));
      assert.deepEqual(rateOf(fixings, ["USD", "JPY", on]), expected);
    }),
  );
});
