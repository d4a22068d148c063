import { assert } from "../base/assert.ts";

/** One term of a polynomial in a positive unknown: `coefficient * x ** exponent`. */
export type PolynomialTerm = { readonly coefficient: number; readonly exponent: number };

/** The interval that roots are looked for in, ends included; both positive. */
export type RootInterval = { readonly from: number; readonly to: number };

/**
 * A value this small beside the sum of its terms' magnitudes is nought: the doubles that it is the
 * difference of say no more.
 */
const NOUGHT = 1e-13;

/**
 * Every root of a polynomial of few terms between two positive ends, ascending, each once.
 *
 * The number of roots is at most the number of changes of sign V (Descartes). With s between the
 * exponents of a change, p(x) x^-s has the roots of p, and its derivative's polynomial has V - 1
 * changes; between two roots of that, p(x) x^-s is monotone, so that bisection finds the one root
 * there can be. A point where the curve only touches zero is a root of the derivative.
 *
 * Only sums, products and quotients of doubles are used, which every engine gives alike to the last
 * bit: for reports, never for a decision.
 */
export function rootsBetween(
  terms: readonly PolynomialTerm[],
  interval: RootInterval,
): readonly number[] {
  const { from, to } = interval;
  assert(0 < from && from < to, "roots are looked for between two positive ends");
  return rootsOf(merged(terms), interval);
}

function rootsOf(terms: readonly PolynomialTerm[], interval: RootInterval): readonly number[] {
  const change = terms.findIndex(
    ({ coefficient }, i) => i > 0 && coefficient * terms[i - 1]!.coefficient < 0,
  );
  if (change < 0) return [];
  const turning = terms[change - 1]!.exponent + terms[change]!.exponent;
  const derivative = terms.map(({ coefficient, exponent }) => ({
    exponent,
    coefficient: coefficient * (2 * exponent - turning),
  }));
  const { from, to } = interval;
  const points = [from, ...rootsOf(scaled(derivative), interval), to];
  const polynomial = new Polynomial(terms);
  const signs = points.map((x) => polynomial.signAt(x));
  const roots = new Set<number>();
  for (const [i, x] of points.entries()) {
    if (signs[i] === 0) roots.add(x);
    const next = points[i + 1];
    if (next !== undefined && signs[i]! * signs[i + 1]! < 0)
      roots.add(bisected(polynomial, x, next));
  }
  return [...roots].toSorted((a, b) => a - b);
}

/** By ascending exponent, one term each, none of them zero, the largest coefficient about 1. */
function merged(terms: readonly PolynomialTerm[]): readonly PolynomialTerm[] {
  const byExponent = new Map<number, number>();
  for (const { coefficient, exponent } of terms) {
    byExponent.set(exponent, (byExponent.get(exponent) ?? 0) + coefficient);
  }
  const ordered = [...byExponent]
    .toSorted(([a], [b]) => a - b)
    .map(([exponent, coefficient]) => ({ exponent, coefficient }));
  return scaled(ordered.filter(({ coefficient }) => coefficient !== 0));
}

function scaled(terms: readonly PolynomialTerm[]): readonly PolynomialTerm[] {
  let largest = 0;
  for (const { coefficient } of terms) largest = Math.max(largest, Math.abs(coefficient));
  return terms.map(({ coefficient, exponent }) => ({
    exponent,
    coefficient: coefficient / largest,
  }));
}

/** A polynomial's terms as they are gone through, in one direction. */
type Order = {
  readonly coefficients: Float64Array;
  /** From each term's exponent to that of the one before it; nothing for the first. */
  readonly steps: readonly number[];
};

function orderOf(terms: readonly PolynomialTerm[]): Order {
  return {
    coefficients: Float64Array.from(terms, ({ coefficient }) => coefficient),
    steps: terms.map(({ exponent }, i) => Math.abs(exponent - terms[Math.max(0, i - 1)]!.exponent)),
  };
}

/** A polynomial that is looked at in many places. */
class Polynomial {
  readonly #terms: readonly PolynomialTerm[];
  #rising: Order | undefined;
  #falling: Order | undefined;

  constructor(terms: readonly PolynomialTerm[]) {
    this.#terms = terms;
  }

  /**
   * Its value at x, up to a positive factor, and the sum of its terms' magnitudes. Beyond 1 it is
   * p(x) / x^(highest exponent), a polynomial in 1/x, so that no power overflows.
   */
  at(x: number) {
    const { coefficients, steps } =
      x <= 1
        ? (this.#falling ??= orderOf(this.#terms.toReversed()))
        : (this.#rising ??= orderOf(this.#terms));
    const base = x <= 1 ? x : 1 / x;
    // Flows of a fund lie a few days apart: few powers are needed, each many times.
    const powers: (number | undefined)[] = [];
    let [value, magnitude] = [0, 0];
    for (let i = 0; i < coefficients.length; i++) {
      const step = steps[i]!;
      const power = step < 32 ? (powers[step] ??= wholePower(base, step)) : wholePower(base, step);
      const coefficient = coefficients[i]!;
      value = value * power + coefficient;
      magnitude = magnitude * power + Math.abs(coefficient);
    }
    return { value, magnitude };
  }

  signAt(x: number): number {
    const { value, magnitude } = this.at(x);
    return Math.abs(value) <= NOUGHT * magnitude ? 0 : Math.sign(value);
  }
}

/** Of a positive base and a whole exponent of 0 or more, by squaring. */
export function wholePower(base: number, exponent: number): number {
  let [power, square] = [1, base];
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) power *= square;
    square *= square;
  }
  return power;
}

/** The root between two points of opposite signs, to the last double between them. */
function bisected(polynomial: Polynomial, from: number, to: number): number {
  const rising = polynomial.signAt(to);
  let [low, high] = [from, to];
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) return middle;
    const { value } = polynomial.at(middle);
    if (value === 0) return middle;
    if (Math.sign(value) === rising) high = middle;
    else low = middle;
  }
}
