/** Rates are looked for from a loss of 98.4 % a step to a gain of 6,300 %: factors of discount. */
const LEAST = 1 / 64;
const MOST = 64;
/** From one factor to the next where neighbours are searched. */
const RATIO = 1.02;
const ITERATIONS_MAX = 100;
/** Far below what is told, far above what rounding leaves. */
const PRECISION = 1e-13;

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

/**
 * The factor at which flows, one a step, discounted by it for each step, are worth nothing
 * together: Newton's method, kept between two factors whose worths have opposite signs.
 * Undefined where there are no such two [PJ66].
 */
export function discountFactor(
  flows: Float64Array,
  from: number,
  count: number,
  guess: number,
): number | undefined {
  let [low, high] = [LEAST, MOST];
  const worth = (factor: number): number => {
    let sum = 0;
    for (let at = from + count - 1; at >= from; at--) sum = sum * factor + flows[at]!;
    return sum;
  };
  let lowIsAbove = worth(low) > 0;
  if (worth(high) > 0 === lowIsAbove) {
    const found = firstChange(worth, lowIsAbove);
    if (found === undefined) return undefined;
    [low, high] = found;
    lowIsAbove = worth(low) > 0;
  }
  let factor = guess > low && guess < high ? guess : Math.sqrt(low * high);
  let stride = high - low;
  for (let left = ITERATIONS_MAX; left > 0; left--) {
    let sum = 0;
    let slope = 0;
    for (let at = from + count - 1; at >= from; at--) {
      slope = slope * factor + sum;
      sum = sum * factor + flows[at]!;
    }
    if (sum === 0) return factor;
    if (sum > 0 === lowIsAbove) low = factor;
    else high = factor;
    const newton = factor - sum / slope;
    // Far from the root Newton's steps hardly shrink: then the interval is halved instead.
    const isGood = newton > low && newton < high && Math.abs(newton - factor) < stride / 2;
    const next = isGood ? newton : Math.sqrt(low * high);
    stride = Math.abs(next - factor);
    factor = next;
    if (stride <= PRECISION * factor) break;
  }
  return factor;
}

/** The lowest two neighbours of a grid between which the sign changes. */
function firstChange(
  worth: (factor: number) => number,
  lowIsAbove: boolean,
): readonly [number, number] | undefined {
  for (let low = LEAST; low < MOST; low *= RATIO) {
    if (worth(low * RATIO) > 0 !== lowIsAbove) return [low, low * RATIO];
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
