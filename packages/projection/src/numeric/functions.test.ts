import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { exponential, roundHalfEven } from "./exponential.ts";
import { inverseNormal } from "./inverse-normal.ts";
import { logarithm } from "./logarithm.ts";

/** Fixed point with so many binary places: enough to call the last place of any double. */
const PLACES = 300n;
const ONE = 1n << PLACES;

const product = (a: bigint, b: bigint): bigint => (a * b) >> PLACES;

/** Twice the inverse hyperbolic tangent of a fraction, by its series. */
function twiceArtanh(above: bigint, below: bigint): bigint {
  const s = (above << PLACES) / below;
  const square = product(s, s);
  let [sum, power] = [0n, s];
  for (let n = 1n; power !== 0n; n += 2n) {
    sum += power / n;
    power = product(power, square);
  }
  return 2n * sum;
}

const LN2 = twiceArtanh(1n, 3n);

/** A double as an integer and a power of two. */
function parts(value: number): { readonly integer: bigint; readonly power: number } {
  const bits = new BigUint64Array(Float64Array.of(Math.abs(value)).buffer)[0]!;
  const exponent = Number(bits >> 52n);
  const fraction = bits & ((1n << 52n) - 1n);
  const size = exponent === 0 ? fraction : fraction | (1n << 52n);
  return { integer: value < 0 ? -size : size, power: Math.max(exponent, 1) - 1075 };
}

const shifted = (value: bigint, by: bigint): bigint => (by >= 0n ? value << by : value >> -by);

/** By how many units in its last place a result misses a true value `exact` · 2^(power - 300). */
function unitsMissed(result: number, exact: bigint, power: number): number {
  const { integer, power: unit } = parts(result);
  // Of a unit, a millionth.
  const scale = 1_000_000n;
  const inUnits = shifted(exact * scale, BigInt(power - unit) - PLACES);
  const missed = integer * scale - inUnits;
  return Number(missed < 0n ? -missed : missed) / Number(scale);
}

function exactExponential(value: number): { readonly exact: bigint; readonly power: number } {
  const { integer, power } = parts(value);
  const x = shifted(integer, BigInt(power) + PLACES);
  const twos = Math.round(value / Math.LN2);
  const rest = x - BigInt(twos) * LN2;
  let [sum, term] = [0n, ONE];
  for (let n = 1n; term !== 0n && term !== -1n; n++) {
    sum += term;
    term = product(term, rest) / n;
  }
  return { exact: sum, power: twos };
}

function exactLogarithm(value: number): bigint {
  const { integer, power } = parts(value);
  const length = BigInt(integer.toString(2).length - 1);
  const one = 1n << length;
  return (BigInt(power) + length) * LN2 + twiceArtanh(integer - one, integer + one);
}

test("[PJ6] the exponential is within one unit in the last place, subnormal results too", () => {
  const arguments_ = fc.oneof(
    fc.double({ min: -745.1, max: 709.78, noNaN: true }),
    fc.double({ min: -1, max: 1, noNaN: true }),
    fc.double({ min: -745.1, max: -708, noNaN: true }),
  );
  fc.assert(
    fc.property(arguments_, (x) => {
      const { exact, power } = exactExponential(x);
      const missed = unitsMissed(exponential(x), exact, power);
      assert.ok(missed < 1, `exp(${x}) misses by ${missed}`);
    }),
    { numRuns: 3000, seed: 6 },
  );
});

test("[PJ6] the logarithm is within one unit in the last place, of subnormal arguments too", () => {
  const positive = fc.oneof(
    fc.double({ min: Number.MIN_VALUE, noNaN: true, noDefaultInfinity: true }),
    fc.double({ min: 0.5, max: 2, noNaN: true }),
    fc.double({ min: Number.MIN_VALUE, max: 2 ** -1022, noNaN: true }),
  );
  fc.assert(
    fc.property(positive, (x) => {
      const missed = unitsMissed(logarithm(x), exactLogarithm(x), 0);
      assert.ok(missed < 1, `log(${x}) misses by ${missed}`);
    }),
    { numRuns: 3000, seed: 6 },
  );
});

test("[PJ6] at their ends both functions give zeros, infinities and NaNs", () => {
  assert.deepEqual([-Infinity, -746, -745.14, 709.79, 800, Infinity, NaN, 0, -0].map(exponential), [
    0,
    0,
    0,
    Infinity,
    Infinity,
    Infinity,
    NaN,
    1,
    1,
  ]);
  assert.equal(exponential(-745.13), Number.MIN_VALUE);
  assert.deepEqual([0, -0, -Number.MIN_VALUE, -1, -Infinity, Infinity, NaN, 1].map(logarithm), [
    -Infinity,
    -Infinity,
    NaN,
    NaN,
    NaN,
    Infinity,
    NaN,
    0,
  ]);
});

test("[PJ1] integers are found with halves to the even one, and zeros keep their sign", () => {
  const given = [0.5, 1.5, 2.5, -0.5, -1.5, -0.2, 2 ** 52 - 0.5, 2 ** 52 + 1, -0, Infinity];
  const found = [0, 2, 2, -0, -2, -0, 2 ** 52, 2 ** 52 + 1, -0, Infinity];
  assert.deepEqual(given.map(roundHalfEven), found);
  assert.ok(Number.isNaN(roundHalfEven(NaN)));
});

// Wichura, Applied Statistics 37 (1988), and the reference of Python's statistics.NormalDist.
test("[PJ5] the inverse normal distribution function gives the values of AS 241", () => {
  assert.equal(inverseNormal(0.25), -0.6744897501960817);
  assert.equal(inverseNormal(0.001), -3.090232306167813);
  assert.equal(inverseNormal(1e-20), -9.262340089798405);
  assert.equal(inverseNormal(0.5), 0);
  assert.equal(inverseNormal(0.999), 3.090232306167813);
  assert.deepEqual([0, 1, -0.1, 1.1, NaN].map(inverseNormal), [-Infinity, Infinity, NaN, NaN, NaN]);
});
