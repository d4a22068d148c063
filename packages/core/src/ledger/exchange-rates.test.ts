import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Ratio } from "../base/ratio.ts";
import { localDate } from "../calendar/date.ts";
import {
  agreedRate,
  evolveExchangeRates,
  lastRate,
  noExchangeRates,
  type ExchangeRates,
} from "./exchange-rates.ts";

const decimal = (text: string): Ratio => {
  const ratio = Ratio.fromDecimal(text);
  assert.ok(ratio.ok);
  return ratio.value;
};

const NAMED = ["s0", "s1", "s2", "s3", "s4", "s5"];

const agreed = (rates: readonly string[], sources = 2, tolerance = "0.01"): string | undefined =>
  agreedRate(
    rates.map((rate, n) => ({ source: `s${n}`, rate })),
    { sources, from: NAMED, tolerance: decimal(tolerance) },
  );

test("[LG22] two sources agree on their mean, three on the middle one", () => {
  assert.equal(agreed(["160.77", "160.80"]), "160.785");
  assert.equal(agreed(["160.77", "160.90", "160.80"]), "160.8");
});

test("[LG22] a difference of just the tolerance agrees, and one beyond it does not", () => {
  assert.equal(agreed(["100", "101"]), "100.5");
  assert.equal(agreed(["100", "101.0001"]), undefined);
});

test("[LG22] fewer sources than the charter asks for agree on nothing", () => {
  assert.equal(agreed(["100"]), undefined);
  assert.equal(agreed(["100"], 1), "100");
  assert.equal(agreed([], 0), undefined);
});

test("[LG22] a source that the charter does not name counts nothing", () => {
  const quotes = [
    { source: "s0", rate: "100" },
    { source: "made-up", rate: "100" },
    { source: "s1", rate: "101" },
  ];
  const terms = { sources: 2, from: NAMED, tolerance: decimal("0.01") };
  assert.equal(agreedRate(quotes, terms), "100.5");
  assert.equal(agreedRate(quotes.slice(0, 2), terms), undefined);
});

test("[LG22] what is agreed lies between the quotes, in whatever order they come", () => {
  const rate = fc
    .bigInt(1n, 10n ** 9n)
    .map((n) => `${n / 1000n}.${String(n % 1000n).padStart(3, "0")}`);
  const quotes = fc.array(
    rate.filter((text) => Number(text) > 0),
    { minLength: 1, maxLength: 6 },
  );
  fc.assert(
    fc.property(quotes, (rates) => {
      const result = agreed(rates, 1, "1000000000000");
      assert.ok(result !== undefined);
      assert.equal(agreed(rates.toReversed(), 1, "1000000000000"), result);
      const below = rates.filter((each) => Ratio.compare(decimal(each), decimal(result)) <= 0);
      const above = rates.filter((each) => Ratio.compare(decimal(each), decimal(result)) >= 0);
      assert.ok(2 * below.length >= rates.length && 2 * above.length >= rates.length);
    }),
  );
});

const fixed = (
  fixings: ExchangeRates,
  on: string,
  rate: string | undefined,
  [base, quote]: readonly [string, string] = ["USD", "JPY"],
): ExchangeRates =>
  evolveExchangeRates(fixings, {
    kind: "exchangeRateFixed",
    fixing: {
      ...{ base, quote, on: localDate(on), quotes: [], actId: "a" },
      ...(rate === undefined ? {} : { rate }),
    },
  });

test("[LG22] a dispute and late news leave the last agreed rate standing", () => {
  let fixings = fixed(noExchangeRates, "2026-04-01", "160");
  fixings = fixed(fixings, "2026-04-03", undefined);
  assert.deepEqual(lastRate(fixings, "USD", "JPY"), {
    ...{ rate: decimal("160"), on: "2026-04-01", actId: "a" },
  });
  fixings = fixed(fixings, "2026-03-31", "150");
  assert.equal(lastRate(fixings, "USD", "JPY")?.on, "2026-04-01");
  assert.equal(fixings.all.size, 3);
});

test("[LG22] a rate serves both ways round, the later fixing of the two", () => {
  let fixings = fixed(noExchangeRates, "2026-04-01", "160");
  assert.deepEqual(lastRate(fixings, "JPY", "USD")?.rate, Ratio.make(1n, 160n));
  fixings = fixed(fixings, "2026-04-02", "0.005", ["JPY", "USD"]);
  assert.deepEqual(lastRate(fixings, "USD", "JPY")?.rate, Ratio.make(200n));
  assert.equal(lastRate(fixings, "USD", "EUR"), undefined);
});
