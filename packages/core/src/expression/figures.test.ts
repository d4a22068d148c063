import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Ratio } from "../base/ratio.ts";
import { localDate } from "../calendar/date.ts";
import { ENGLISH } from "./english.ts";
import { formatDecimal, formatValue } from "./figures.ts";
import { JAPANESE } from "./japanese.ts";
import type { NumberUnit } from "./syntax.ts";

const money = (num: bigint, currency = "USD", den = 1n) =>
  ({ kind: "money", currency, amount: Ratio.make(num, den) }) as const;
const ratio = (num: bigint, den = 1n) => ({ kind: "ratio", value: Ratio.make(num, den) }) as const;

test("[X74] amounts are written in full, or with one word where nothing is lost", () => {
  const cases = [
    [money(0n), "USD 0", "0米ドル"],
    [money(100n), "USD 1", "1米ドル"],
    [money(150n), "USD 1.50", "1.50米ドル"],
    [money(-7n), "USD -0.07", "-0.07米ドル"],
    [money(99_999_999n), "USD 999,999.99", "99万9,999.99米ドル"],
    [money(100_000_000n), "USD 1 million", "100万米ドル"],
    [money(123_456_700_000n), "USD 1,234,567,000", "12億3,456万7,000米ドル"],
    [money(30_000_000_000_000n), "USD 300 billion", "3,000億米ドル"],
    [money(1n, "USD", 3n), "about USD 0.00", "約0.00米ドル"],
    [money(1n, "USD", 8n), "USD 0.00125", "0.00125米ドル"],
    [money(10_001n, "JPY"), "JPY 10,001", "1万1円"],
    [money(100_000_000n, "JPY", 2n), "JPY 50 million", "5,000万円"],
    [money(200_000_001n, "JPY", 2n), "JPY 100,000,000.5", "100,000,000.5円"],
    [money(12_345n, "KWD"), "KWD 12.345", "12.345 KWD"],
    [money(10n ** 20n, "JPY"), "JPY 100,000,000 trillion", "100,000,000兆円"],
  ] as const;
  for (const [value, english, japanese] of cases) {
    assert.equal(formatValue(value, ENGLISH), english);
    assert.equal(formatValue(value, JAPANESE), japanese);
  }
});

test("[X74] ratios are shown in the unit that is asked for, and marked where cut short", () => {
  const cases: readonly (readonly [ReturnType<typeof ratio>, NumberUnit, string])[] = [
    [ratio(9n, 25n), "percent", "36%"],
    [ratio(1n, 3n), "percent", "about 33.33%"],
    [ratio(1n, 8000n), "percent", "about 0.01%"],
    [ratio(-2n, 3n), "percent", "about -66.67%"],
    [ratio(10n, 3n), "one", "about 3.3333"],
    [ratio(3n), "one", "3"],
    [ratio(1n, 400n), "basisPoint", "25 basis points"],
  ];
  for (const [value, unit, text] of cases) assert.equal(formatValue(value, ENGLISH, unit), text);
});

test("[X74] dates, durations, texts and conditions in words", () => {
  const date = { kind: "date", value: localDate("2029-01-09") } as const;
  assert.equal(formatValue(date, ENGLISH), "9 January 2029");
  assert.equal(formatValue(date, JAPANESE), "2029年1月9日");
  const durations = [
    [0n, 0n, "0 days", "0日"],
    [12n, 0n, "1 year", "1年"],
    [1n, 1n, "1 month and 1 day", "1か月及び1日"],
    [-18n, 0n, "-18 months", "-18か月"],
  ] as const;
  for (const [months, days, english, japanese] of durations) {
    const value = { kind: "duration", value: { months, days } } as const;
    assert.equal(formatValue(value, ENGLISH), english);
    assert.equal(formatValue(value, JAPANESE), japanese);
  }
  assert.equal(formatValue({ kind: "list", value: ["a", "b"] }, JAPANESE), "「a」及び「b」");
  assert.equal(formatValue({ kind: "boolean", value: true }, ENGLISH), "yes");
  assert.equal(formatValue({ kind: "integer", value: 12_345n }, ENGLISH), "12,345");
});

const whole = fc.oneof(
  fc.bigInt({ min: 0n, max: 10n ** 17n }),
  fc.bigInt({ min: 0n, max: 99_999n }),
);

test("[X74] whole numbers in English are those of an independent formatter, or words", () => {
  const words = new Map([
    ["trillion", 10n ** 12n],
    ["billion", 10n ** 9n],
    ["million", 10n ** 6n],
  ]);
  const numbers = fc.oneof(
    whole,
    whole.map((value) => value * 1_000_000_000n),
  );
  fc.assert(
    fc.property(numbers, (value) => {
      const text = formatDecimal(value.toString(), ENGLISH.figures);
      const [figure, word] = text.split(" ") as [string, string?];
      if (word === undefined) {
        assert.equal(text, new Intl.NumberFormat("en-US").format(value));
        return;
      }
      const [units, decimals = ""] = figure.replaceAll(",", "").split(".") as [string, string?];
      const scale = words.get(word)!;
      assert.equal((BigInt(units + decimals) * scale) / 10n ** BigInt(decimals.length), value);
    }),
  );
});

test("[X74] numbers in Japanese add up to what was meant", () => {
  const units = new Map([
    ["兆", 10n ** 12n],
    ["億", 10n ** 8n],
    ["万", 10n ** 4n],
    ["", 1n],
  ]);
  fc.assert(
    fc.property(whole, (value) => {
      const text = formatDecimal(value.toString(), JAPANESE.figures);
      let sum = 0n;
      for (const [, figure, unit] of text.matchAll(/([0-9,]+)([兆億万]?)/g)) {
        sum += BigInt(figure!.replaceAll(",", "")) * units.get(unit!)!;
      }
      assert.equal(sum, value);
    }),
  );
});
