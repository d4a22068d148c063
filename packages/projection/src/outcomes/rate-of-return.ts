import { exponential } from "../numeric/exponential.ts";
import { logarithm } from "../numeric/logarithm.ts";

/** Rates are looked for from a loss of 98.4 % a step to a gain of 6,300 %: factors of discount. */
const LEAST = 1 / 64;
const MOST = 64;
/** From one factor to the next where neighbours are searched. */
const RATIO = 1.02;
const ITERATIONS_MAX = 100;
/** Far below what is told, far above what rounding leaves. */
const PRECISION = 1e-13;
/** So close that the next good step would be within the precision. */
const CLOSE = 1e-6;

/** The flows of one path, one a step, for its rate of return. */
export class PathFlows {
  readonly #flows: Float64Array;
  /** How often the sign changes; zeros have none. */
  changes = 0;
  /** All that is paid in and all that is got; each also times the steps before it. */
  #paid = 0;
  #got = 0;
  #paidTimes = 0;
  #gotTimes = 0;
  #last = 0;

  constructor(steps: number) {
    this.#flows = new Float64Array(steps);
  }

  /** Takes the flows that stand at every `stride` from a place on. */
  take(source: Float64Array, from: number, stride: number): void {
    const flows = this.#flows;
    let changes = 0;
    let before = 0;
    let all = 0;
    let got = 0;
    let allTimes = 0;
    let gotTimes = 0;
    for (let step = 0, at = from; step < flows.length; step++, at += stride) {
      const flow = source[at]!;
      flows[step] = flow;
      if (flow === 0) continue;
      all += flow;
      allTimes += flow * step;
      if (flow > 0) {
        got += flow;
        gotTimes += flow * step;
      }
      if (before !== 0 && flow > 0 !== before > 0) changes++;
      before = flow;
    }
    const paid = got - all;
    const paidTimes = gotTimes - allTimes;
    this.changes = changes;
    this.#last = before;
    [this.#paid, this.#got] = [paid, got];
    [this.#paidTimes, this.#gotTimes] = [paidTimes, gotTimes];
  }

  get hasPaid(): boolean {
    return this.#paid > 0;
  }

  /**
   * The factor at which flows, discounted by it for each step, are worth nothing together.
   * Undefined where the search finds none [PJ66].
   */
  factor(): number | undefined {
    const ends = { low: LEAST, high: MOST, guess: this.#nearFactor() };
    // With one change there is one factor: beyond it the last flow decides.
    if (this.changes === 1) return this.#root({ ...ends, highIsAbove: this.#last > 0 });
    const [lowIsAbove, highIsAbove] = [this.#worth(LEAST) > 0, this.#worth(MOST) > 0];
    if (highIsAbove !== lowIsAbove) return this.#root({ ...ends, highIsAbove });
    const found = this.#firstChange(lowIsAbove);
    return found && this.#root({ ...found, guess: ends.guess, highIsAbove: !lowIsAbove });
  }

  /**
   * Whether no other factor can make the flows worth nothing: at this one the investor is owed
   * money after every step but the last (Soper 1959).
   */
  isOnlyFactor(factor: number): boolean {
    const flows = this.#flows;
    let owed = 0;
    for (let step = 0; step < flows.length - 1; step++) {
      owed = owed / factor - flows[step]!;
      if (owed < 0) return false;
    }
    return true;
  }

  /**
   * The factor at which all that is paid in, at its mean time, and all that is got, at its own, are
   * worth nothing together: near that of the flows.
   */
  #nearFactor(): number {
    const between = this.#gotTimes / this.#got - this.#paidTimes / this.#paid;
    return exponential(logarithm(this.#paid / this.#got) / between);
  }

  #worth(factor: number): number {
    const flows = this.#flows;
    let sum = 0;
    for (let step = flows.length - 1; step >= 0; step--) sum = sum * factor + flows[step]!;
    return sum;
  }

  /** Halley's method, kept between two factors whose worths have opposite signs. */
  #root(bracket: Bracket): number | undefined {
    const flows = this.#flows;
    let { low, high } = bracket;
    const { guess, highIsAbove } = bracket;
    let factor = guess > low && guess < high ? guess : Math.sqrt(low * high);
    let stride = high - low;
    for (let left = ITERATIONS_MAX; left > 0; left--) {
      let sum = 0;
      let slope = 0;
      let bend = 0;
      for (let step = flows.length - 1; step >= 0; step--) {
        bend = bend * factor + slope;
        slope = slope * factor + sum;
        sum = sum * factor + flows[step]!;
      }
      if (sum === 0) return factor;
      if (sum > 0 === highIsAbove) high = factor;
      else low = factor;
      // `bend` is half the second derivative.
      const next = factor - (sum * slope) / (slope * slope - sum * bend);
      // Where the worth is flat Halley's step is small far from the root, and Newton's is not.
      const isNear = Math.abs(sum) <= 2 * CLOSE * factor * Math.abs(slope);
      const step = Math.abs(next - factor);
      const isSmall = step <= CLOSE * factor;
      // Far from the root steps hardly shrink: then the interval is halved instead.
      const isTrusted = step < stride / 2 && (isNear || !isSmall);
      const isGood = isTrusted && next >= low && next <= high;
      const taken = isGood ? next : Math.sqrt(low * high);
      stride = Math.abs(taken - factor);
      factor = taken;
      // A good step leaves an error of its third power.
      if (isGood ? isSmall : stride <= PRECISION * factor) break;
    }
    const isWithin = factor > LEAST * (1 + CLOSE) && factor < MOST * (1 - CLOSE);
    return isWithin ? factor : undefined;
  }

  /** The lowest two neighbours of a grid between which the sign changes. */
  #firstChange(lowIsAbove: boolean): { readonly low: number; readonly high: number } | undefined {
    for (let low = LEAST; low < MOST; low *= RATIO) {
      if (this.#worth(low * RATIO) > 0 !== lowIsAbove) return { low, high: low * RATIO };
    }
    return undefined;
  }
}

type Bracket = {
  readonly low: number;
  readonly high: number;
  readonly highIsAbove: boolean;
  readonly guess: number;
};

/** The rate of a year of which every step discounts by the factor. */
export function yearlyRate(factor: number, stepsPerYear: number): number {
  let growth = 1;
  for (let left = stepsPerYear; left > 0; left--) growth /= factor;
  return growth - 1;
}
