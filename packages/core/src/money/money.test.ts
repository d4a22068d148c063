import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { AssertionError } from "../base/assert.ts";
import { Ratio, ROUNDING_MODES, roundRatio, type RoundingMode } from "../base/ratio.ts";
import { CURRENCIES, currencyCode, exponentOf } from "./currency.ts";
import { formatMinor, Money } from "./money.ts";

type RoundingVectors = {
  readonly times: readonly Readonly<Record<"minor" | "num" | "den" | RoundingMode, string>>[];
  readonly convert: readonly {
    readonly from: string;
    readonly minor: string;
    readonly to: string;
    readonly rate: string;
    readonly mode: RoundingMode;
    readonly result: string;
  }[];
  readonly decimals: readonly ({ readonly value: string; readonly places: number } & Readonly<
    Record<"halfUp" | "awayFromZero" | "towardZero", string>
  >)[];
};
type AmountVectors = {
  readonly parse: readonly (readonly [string, string, string])[];
  readonly refuse: readonly (readonly [string, string, string])[];
  readonly format: readonly (readonly [string, string, string, string])[];
};

function readVectors(name: string): unknown {
  const url = new URL(`../../../../vectors/rounding/${name}`, import.meta.url);
  return JSON.parse(readFileSync(url, "utf8"));
}

const rounding = readVectors("rounding.json") as RoundingVectors;
const amounts = readVectors("amounts.json") as AmountVectors;

const USD = currencyCode("USD");
const JPY = currencyCode("JPY");
const usd = (minor: bigint): Money => Money.of(USD, minor);
const jpy = (minor: bigint): Money => Money.of(JPY, minor);

function decimal(text: string): Ratio {
  const ratio = Ratio.fromDecimal(text);
  assert.ok(ratio.ok, text);
  return ratio.value;
}

const minor = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
const currency = fc.constantFrom(...CURRENCIES.map(({ code }) => code));
const money = fc.tuple(currency, minor).map(([code, units]) => Money.of(code, units));

test("[M4] [M5] amounts are read and written as in the vectors", () => {
  for (const [code, text, units] of amounts.parse) {
    const parsed = Money.parse(currencyCode(code), text);
    assert.deepEqual(parsed, { ok: true, value: { currency: code, minor: BigInt(units) } }, text);
  }
  for (const [code, text, refusal] of amounts.refuse) {
    const parsed = Money.parse(currencyCode(code), text);
    assert.ok(!parsed.ok, text);
    assert.equal(parsed.error.code, refusal, text);
  }
  for (const [code, units, plain, grouped] of amounts.format) {
    const amount = Money.of(currencyCode(code), BigInt(units));
    assert.equal(formatMinor(amount), plain);
    assert.equal(formatMinor(amount, { grouping: "," }), grouped);
  }
});

test("[M4] refusals carry what was given and what is allowed", () => {
  assert.deepEqual(Money.parse(JPY, "1.50"), {
    ok: false,
    error: { code: "amount_too_many_decimals", currency: "JPY", decimals: 2, decimalsMax: 0 },
  });
  assert.deepEqual(Money.parse(USD, "1".repeat(37)), {
    ok: false,
    error: { code: "amount_too_many_digits", digits: 39, digitsMax: 38 },
  });
  assert.deepEqual(Money.parse(USD, "a".repeat(99)), {
    ok: false,
    error: { code: "amount_malformed", actual: "a".repeat(40) },
  });
});

test("[M2] [M4] [M5] what is written is read back as the same amount", () => {
  fc.assert(
    fc.property(money, (amount) => {
      const text = Money.format(amount);
      assert.deepEqual(Money.parse(amount.currency, text), { ok: true, value: amount });
      assert.equal(text.split(".")[1]?.length ?? 0, exponentOf(amount.currency));
      const grouped = formatMinor(amount, { grouping: "'" });
      assert.equal(grouped.replaceAll("'", ""), text);
      assert.match(grouped, /^-?[0-9]{1,3}('[0-9]{3})*(\.[0-9]+)?$/);
    }),
  );
});

test("[M3] amounts of one currency add, subtract and compare as their minor units do", () => {
  fc.assert(
    fc.property(currency, minor, minor, (code, a, b) => {
      const [x, y] = [Money.of(code, a), Money.of(code, b)];
      assert.equal(Money.add(x, y).minor, a + b);
      assert.equal(Money.subtract(x, y).minor, a - b);
      assert.deepEqual(Money.addChecked(x, y), { ok: true, value: Money.add(x, y) });
      assert.deepEqual(Money.subtractChecked(x, y), { ok: true, value: Money.subtract(x, y) });
      assert.equal(Money.sum(code, [x, y, x]).minor, a + b + a);
      assert.equal(Money.negate(x).minor, -a);
      assert.equal(Money.compare(x, y), a < b ? -1 : a > b ? 1 : 0);
      assert.equal(Money.equals(x, y), a === b);
      assert.equal(Money.isZero(x), a === 0n);
      assert.equal(Money.isNegative(x), a < 0n);
    }),
  );
  assert.deepEqual(Money.sum(JPY, []), Money.zero(JPY));
  assert.deepEqual(Money.ratioOf(usd(50n), usd(200n)), Ratio.make(1n, 4n));
});

test("[M3] amounts of two currencies are refused where checked, and a bug where not", () => {
  const mismatch = { code: "currency_mismatch", actual: "JPY", required: "USD" };
  assert.deepEqual(Money.addChecked(usd(1n), jpy(1n)), { ok: false, error: mismatch });
  assert.deepEqual(Money.subtractChecked(usd(1n), jpy(1n)), { ok: false, error: mismatch });
  assert.throws(() => Money.add(usd(1n), jpy(1n)), AssertionError);
  assert.throws(() => Money.subtract(usd(1n), jpy(1n)), AssertionError);
  assert.throws(() => Money.compare(usd(1n), jpy(1n)), AssertionError);
  assert.throws(() => Money.ratioOf(usd(1n), jpy(1n)), AssertionError);
  assert.throws(() => Money.sum(USD, [usd(1n), jpy(1n)]), AssertionError);
  assert.equal(Money.equals(usd(1n), jpy(1n)), false);
});

test("[M6] an amount times a ratio is rounded as in the vectors, by every mode", () => {
  for (const row of rounding.times) {
    const ratio = Ratio.make(BigInt(row.num), BigInt(row.den));
    for (const mode of ROUNDING_MODES) {
      const product = Money.times(usd(BigInt(row.minor)), ratio, mode);
      assert.equal(product.minor, BigInt(row[mode]), `${row.minor} ${row.num}/${row.den} ${mode}`);
    }
  }
});

test("[M6] decimals are rounded as in another program's published table", () => {
  for (const row of rounding.decimals) {
    const scaled = Ratio.mul(decimal(row.value), Ratio.make(10n ** BigInt(row.places)));
    for (const mode of ["halfUp", "awayFromZero", "towardZero"] as const) {
      assert.equal(roundRatio(scaled, mode), BigInt(row[mode]), `${row.value} ${mode}`);
    }
  }
});

test("[M7] conversions agree with the vectors", () => {
  for (const row of rounding.convert) {
    const to = currencyCode(row.to);
    const converted = Money.convert(Money.of(currencyCode(row.from), BigInt(row.minor)), {
      to,
      rate: decimal(row.rate),
      mode: row.mode,
    });
    assert.deepEqual(converted, Money.of(to, BigInt(row.result)), JSON.stringify(row));
  }
});

test("[M7] 300 billion dollars at 149.25 are 44.775 trillion yen, and back", () => {
  const rate = decimal("149.25");
  const yen = Money.convert(usd(30_000_000_000_000n), { to: JPY, rate, mode: "floor" });
  assert.equal(formatMinor(yen, { grouping: "," }), "44,775,000,000,000");
  const back = Money.convert(yen, { to: USD, rate: Ratio.div(Ratio.one, rate), mode: "floor" });
  assert.equal(back.minor, 30_000_000_000_000n);
  const terms = { to: USD, rate: Ratio.one, mode: "floor" } as const;
  assert.throws(() => Money.convert(usd(1n), terms), AssertionError);
  assert.throws(() => Money.convert(jpy(1n), { ...terms, rate: Ratio.zero }), AssertionError);
});

test("[M8] five billion dollars over 131,234,567 heads, with its residue", () => {
  const { each, residue } = Money.divideEvenly(usd(500_000_000_000n), 131_234_567n);
  assert.equal(each.minor, 3_809n);
  assert.equal(residue.minor, 127_534_297n);
});

test("[M8] each times the count and the residue are the amount, for either sign", () => {
  fc.assert(
    fc.property(money, fc.bigInt({ min: 1n, max: 10n ** 9n }), (amount, count) => {
      const { each, residue } = Money.divideEvenly(amount, count);
      assert.equal(each.minor * count + residue.minor, amount.minor);
      const size = residue.minor < 0n ? -residue.minor : residue.minor;
      assert.ok(size < count);
      assert.ok(residue.minor === 0n || residue.minor < 0n === amount.minor < 0n);
    }),
  );
  assert.throws(() => Money.divideEvenly(usd(1n), 0n), AssertionError);
});

test("[M9] Japan's withholding: national and local tax are floored one by one", () => {
  const tax = (gross: bigint, rate: string): bigint =>
    Money.times(jpy(gross), decimal(rate), "floor").minor;
  for (const [gross, national, local, combined] of [
    [10_000n, 1_531n, 500n, 2_031n],
    [19n, 2n, 0n, 3n],
    [1_234_567n, 189_073n, 61_728n, 250_802n],
  ] as const) {
    assert.equal(tax(gross, "0.15315"), national);
    assert.equal(tax(gross, "0.05"), local);
    assert.equal(tax(gross, "0.20315"), combined);
  }
});
