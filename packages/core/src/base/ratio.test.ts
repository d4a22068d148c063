import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { AssertionError } from "./assert.ts";
import { Ratio, ROUNDING_MODES, roundRatio, type RoundingMode } from "./ratio.ts";

const big = fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n });
const small = fc.bigInt({ min: -60n, max: 60n });
const part = fc.oneof(big, small);
const nonZero = part.filter((value) => value !== 0n);
const fraction = fc.tuple(part, nonZero);

/** Whether num/den in lowest terms is what an unreduced fraction says, by cross-multiplication. */
function assertIs(actual: Ratio, num: bigint, den: bigint): void {
  assert.equal(actual.num * den, num * actual.den);
  assert.ok(actual.den > 0n);
  let [x, y] = [actual.num < 0n ? -actual.num : actual.num, actual.den];
  while (y !== 0n) [x, y] = [y, x % y];
  assert.equal(x, 1n, "parts share a factor");
}

test("arithmetic agrees with unreduced fractions and comes in lowest terms", () => {
  fc.assert(
    fc.property(fraction, fraction, ([an, ad], [bn, bd]) => {
      const a = Ratio.make(an, ad);
      const b = Ratio.make(bn, bd);
      assertIs(a, an, ad);
      assertIs(Ratio.add(a, b), an * bd + bn * ad, ad * bd);
      assertIs(Ratio.sub(a, b), an * bd - bn * ad, ad * bd);
      assertIs(Ratio.mul(a, b), an * bn, ad * bd);
      if (bn !== 0n) assertIs(Ratio.div(a, b), an * bd, ad * bn);
      assertIs(Ratio.neg(a), -an, ad);
      const sign = an < 0n === ad < 0n ? 1n : -1n;
      assertIs(Ratio.abs(a), sign * an, ad);
    }),
  );
});

test("compare orders as the difference's sign says, and equality is equality of parts", () => {
  fc.assert(
    fc.property(fraction, fraction, nonZero, ([an, ad], [bn, bd], factor) => {
      const a = Ratio.make(an, ad);
      const b = Ratio.make(bn, bd);
      const difference = (an * bd - bn * ad) * (ad < 0n === bd < 0n ? 1n : -1n);
      assert.equal(Ratio.compare(a, b), difference < 0n ? -1 : difference > 0n ? 1 : 0);
      assert.equal(Ratio.equals(a, b), difference === 0n);
      assert.deepEqual(Ratio.make(an * factor, ad * factor), a);
    }),
  );
});

test("a zero denominator or divisor is a bug", () => {
  assert.throws(() => Ratio.make(1n, 0n), AssertionError);
  assert.throws(() => Ratio.div(Ratio.one, Ratio.zero), AssertionError);
});

// The table in the documentation of java.math.RoundingMode, by its names in this order.
const JAVA_MODES: readonly RoundingMode[] = [
  "awayFromZero",
  "towardZero",
  "ceiling",
  "floor",
  "halfUp",
  "halfDown",
  "halfEven",
];
const JAVA_TABLE: readonly (readonly [input: string, results: readonly number[]])[] = [
  ["5.5", [6, 5, 6, 5, 6, 5, 6]],
  ["2.5", [3, 2, 3, 2, 3, 2, 2]],
  ["1.6", [2, 1, 2, 1, 2, 2, 2]],
  ["1.1", [2, 1, 2, 1, 1, 1, 1]],
  ["1.0", [1, 1, 1, 1, 1, 1, 1]],
  ["-1.0", [-1, -1, -1, -1, -1, -1, -1]],
  ["-1.1", [-2, -1, -1, -2, -1, -1, -1]],
  ["-1.6", [-2, -1, -1, -2, -2, -2, -2]],
  ["-2.5", [-3, -2, -2, -3, -3, -2, -2]],
  ["-5.5", [-6, -5, -5, -6, -6, -5, -6]],
];

test("rounding agrees with Java's table of rounding modes", () => {
  assert.deepEqual(new Set(JAVA_MODES), new Set(ROUNDING_MODES));
  for (const [input, results] of JAVA_TABLE) {
    const ratio = Ratio.fromDecimal(input);
    assert.ok(ratio.ok);
    const actual = JAVA_MODES.map((mode) => Number(roundRatio(ratio.value, mode)));
    assert.deepEqual(actual, results, input);
  }
});

/** Tries every whole number near by and picks by the mode's own words. */
function oracleRound(num: bigint, den: bigint, mode: RoundingMode): bigint {
  const near = [num / den - 2n, num / den - 1n, num / den, num / den + 1n, num / den + 2n];
  const size = (value: bigint): bigint => (value < 0n ? -value : value);
  const least = (of: (n: bigint) => bigint): bigint =>
    near.reduce((best, n) => (of(n) < of(best) ? n : best));
  const distance = (n: bigint): bigint => size(n * den - num);
  const among = (holds: (n: bigint) => boolean): bigint =>
    near.reduce((best, n) =>
      holds(n) && (!holds(best) || distance(n) < distance(best)) ? n : best,
    );
  switch (mode) {
    case "floor":
      return among((n) => n * den <= num);
    case "ceiling":
      return among((n) => n * den >= num);
    case "towardZero":
      return among((n) => size(n) * den <= size(num) && (n === 0n || n < 0n === num < 0n));
    case "awayFromZero":
      return among((n) => size(n) * den >= size(num) && (num === 0n || n < 0n === num < 0n));
    case "halfUp":
      return least((n) => distance(n) * 1000n - size(n));
    case "halfDown":
      return least((n) => distance(n) * 1000n + size(n));
    case "halfEven":
      return least((n) => distance(n) * 1000n + (n % 2n === 0n ? 0n : 1n));
  }
}

test("rounding agrees with a search among the whole numbers near by", () => {
  const den = fc.bigInt({ min: 1n, max: 12n });
  fc.assert(
    fc.property(small, den, fc.constantFrom(...ROUNDING_MODES), (num, den, mode) => {
      assert.equal(roundRatio(Ratio.make(num, den), mode), oracleRound(num, den, mode));
    }),
    { numRuns: 2000 },
  );
});

test("floor and ceil are the roundings of these names", () => {
  const ratio = Ratio.make(-7n, 2n);
  assert.equal(Ratio.floor(ratio), -4n);
  assert.equal(Ratio.ceil(ratio), -3n);
});

test("decimals are read exactly", () => {
  const cases: readonly (readonly [text: string, num: bigint, den: bigint])[] = [
    ["0.0525", 21n, 400n],
    ["0", 0n, 1n],
    ["0.000", 0n, 1n],
    ["-12", -12n, 1n],
    ["1.50", 3n, 2n],
    ["0.1", 1n, 10n],
    ["-0.125", -1n, 8n],
    ["99999999999999999999999999999999999999", 10n ** 38n - 1n, 1n],
    ["-0.0000000000000000000000000000000000001", -1n, 10n ** 37n],
  ];
  for (const [text, num, den] of cases) {
    assert.deepEqual(Ratio.fromDecimal(text), { ok: true, value: { num, den } }, text);
  }
});

test("what isn't strictly a decimal is refused", () => {
  const texts =
    "|-|+1|01|-01|1.|.5|1e3|1E3|0x10|1,5|1_000| 1|1 |1\n|-0|-0.00|--1|1.2.3|NaN|Infinity|１";
  for (const text of texts.split("|")) {
    assert.deepEqual(
      Ratio.fromDecimal(text),
      { ok: false, error: { code: "not_a_decimal", actual: text } },
      JSON.stringify(text),
    );
  }
  for (const text of ["1".repeat(39), `0.${"1".repeat(38)}`, "1".repeat(1_000_000)]) {
    const read = Ratio.fromDecimal(text);
    assert.ok(!read.ok);
    assert.equal(read.error.code, "too_many_digits");
  }
});

test("a finite decimal is written shortest and read back the same", () => {
  const cases: readonly (readonly [num: bigint, den: bigint, text: string | undefined])[] = [
    [21n, 400n, "0.0525"],
    [-1n, 8n, "-0.125"],
    [3n, 1n, "3"],
    [0n, 5n, "0"],
    [-1200n, 1n, "-1200"],
    [1n, 3n, undefined],
    [1n, 60n, undefined],
    [7n, 2n, "3.5"],
  ];
  for (const [num, den, text] of cases) {
    assert.equal(Ratio.toDecimalText(Ratio.make(num, den)), text);
  }
  const places = fc.integer({ min: 0, max: 9 });
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), places, (num, places) => {
      const ratio = Ratio.make(num, 10n ** BigInt(places));
      const text = Ratio.toDecimalText(ratio);
      assert.ok(text !== undefined);
      assert.deepEqual(Ratio.fromDecimal(text), { ok: true, value: ratio });
    }),
  );
});
