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

/** How often the sign of the flows changes; zeros have none. */
export function signChanges(flows: Float64Array, from: number, count: number): number {
  let changes = 0;
  let before = 0;
  for (let at = from; at < from + count; at++) {
    const flow = flows[at]!;
    if (flow === 0) continue;
    if (before !== 0 && flow > 0 !== before > 0) changes++;
    before = flow;
  }
  return changes;
}

/** Flows of which the sign changes so often, in a longer array. */
export type FlowsWithin = {
  readonly flows: Float64Array;
  readonly from: number;
  readonly count: number;
  readonly changes: number;
};

/**
 * The factor at which flows, one a step, discounted by it for each step, are worth nothing
 * together. Undefined where the search finds none [PJ66].
 */
export function discountFactor(of: FlowsWithin, guess: number): number | undefined {
  const { flows, from, count, changes } = of;
  const worth = (factor: number): number => {
    let sum = 0;
    for (let at = from + count - 1; at >= from; at--) sum = sum * factor + flows[at]!;
    return sum;
  };
  const ends = { low: LEAST, high: MOST, guess };
  // With one change there is one factor: beyond it the last flow decides.
  if (changes === 1) {
    return rootWithin(of, { ...ends, highIsAbove: lastFlow(flows, from, count) > 0 });
  }
  const [lowIsAbove, highIsAbove] = [worth(LEAST) > 0, worth(MOST) > 0];
  if (highIsAbove !== lowIsAbove) return rootWithin(of, { ...ends, highIsAbove });
  const found = firstChange(worth, lowIsAbove);
  if (found === undefined) return undefined;
  return rootWithin(of, { ...found, guess, highIsAbove: !lowIsAbove });
}

function lastFlow(flows: Float64Array, from: number, count: number): number {
  for (let at = from + count - 1; at >= from; at--) if (flows[at] !== 0) return flows[at]!;
  return 0;
}

type Bracket = {
  readonly low: number;
  readonly high: number;
  readonly highIsAbove: boolean;
  readonly guess: number;
};

/** Halley's method, kept between two factors whose worths have opposite signs. */
function rootWithin({ flows, from, count }: FlowsWithin, bracket: Bracket): number | undefined {
  let { low, high } = bracket;
  const { guess, highIsAbove } = bracket;
  let factor = guess > low && guess < high ? guess : Math.sqrt(low * high);
  let stride = high - low;
  for (let left = ITERATIONS_MAX; left > 0; left--) {
    let sum = 0;
    let slope = 0;
    let bend = 0;
    for (let at = from + count - 1; at >= from; at--) {
      bend = bend * factor + slope;
      slope = slope * factor + sum;
      sum = sum * factor + flows[at]!;
    }
    if (sum === 0) return factor;
    if (sum > 0 === highIsAbove) high = factor;
    else low = factor;
    // `bend` is half the second derivative.
    const next = factor - (sum * slope) / (slope * slope - sum * bend);
    // Far from the root steps hardly shrink: then the interval is halved instead.
    const isGood = next > low && next < high && Math.abs(next - factor) < stride / 2;
    const taken = isGood ? next : Math.sqrt(low * high);
    stride = Math.abs(taken - factor);
    factor = taken;
    // A good step leaves an error of its third power.
    if (stride <= (isGood ? CLOSE : PRECISION) * factor) break;
  }
  const isWithin = factor > LEAST * (1 + CLOSE) && factor < MOST * (1 - CLOSE);
  return isWithin ? factor : undefined;
}

/** The lowest two neighbours of a grid between which the sign changes. */
function firstChange(
  worth: (factor: number) => number,
  lowIsAbove: boolean,
): { readonly low: number; readonly high: number } | undefined {
  for (let low = LEAST; low < MOST; low *= RATIO) {
    if (worth(low * RATIO) > 0 !== lowIsAbove) return { low, high: low * RATIO };
  }
  return undefined;
}

/**
 * Whether no other factor can make the flows worth nothing: at this one the investor is owed money
 * after every step but the last (Soper 1959).
 */
export function isOnlyFactor(
  flows: Float64Array,
  from: number,
  count: number,
  factor: number,
): boolean {
  let owed = 0;
  for (let at = from; at < from + count - 1; at++) {
    owed = owed / factor - flows[at]!;
    if (owed < 0) return false;
  }
  return true;
}

/** The rate of a year of which every step discounts by the factor. */
export function yearlyRate(factor: number, stepsPerYear: number): number {
  let growth = 1;
  for (let left = stepsPerYear; left > 0; left--) growth /= factor;
  return growth - 1;
}
