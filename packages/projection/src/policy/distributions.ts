/**
 * Distributions of what is not known for sure, each by the inverse of its distribution function, so
 * that one draw gives one value (PO20).
 */

/** From low over value to high along two straight lines; `value` is the most likely. */
export function triangularQuantile(
  { low, value, high }: { readonly low: number; readonly value: number; readonly high: number },
  probability: number,
): number {
  const width = high - low;
  if (width <= 0) return value;
  const rising = (value - low) / width;
  if (probability < rising) return low + Math.sqrt(probability * width * (value - low));
  return high - Math.sqrt((1 - probability) * width * (high - value));
}

/** A Beta distribution, of shares between 0 and 1. */
export type BetaShape = { readonly a: number; readonly b: number };

/** Lanczos' approximation of the logarithm of the gamma function (g = 7, nine terms). */
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
  -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
  1.5056327351493116e-7,
] as const;

function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const z = x - 1;
  let sum: number = LANCZOS[0];
  for (let i = 1; i < LANCZOS.length; i++) sum += LANCZOS[i]! / (z + i);
  const t = z + 7.5;
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}

const FRACTION_TERMS = 300;
const TINY = 1e-300;

/** The continued fraction of the incomplete beta function, by Lentz's method. */
function betaFraction({ a, b }: BetaShape, x: number): number {
  const guarded = (value: number): number => (Math.abs(value) < TINY ? TINY : value);
  let c = 1;
  let d = 1 / guarded(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m <= FRACTION_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / guarded(1 + even * d);
    c = guarded(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / guarded(1 + odd * d);
    c = guarded(1 + odd / c);
    const step = d * c;
    result *= step;
    if (Math.abs(step - 1) < 1e-15) break;
  }
  return result;
}

/** The chance of a share of at most x: the regularised incomplete beta function. */
export function betaChance({ a, b }: BetaShape, x: number): number {
  return chanceOf({ a, b }, logGamma(a + b) - logGamma(a) - logGamma(b), x);
}

/** The same with the logarithm of its constant, which many chances of one shape have in common. */
function chanceOf(shape: BetaShape, logConstant: number, x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const { a, b } = shape;
  const front = Math.exp(logConstant + a * Math.log(x) + b * Math.log(1 - x));
  if (x < (a + 1) / (a + b + 2)) return (front * betaFraction(shape, x)) / a;
  return 1 - (front * betaFraction({ a: b, b: a }, 1 - x)) / b;
}

const HALVINGS = 40;

/** The share that is not passed with this chance, by bisection, to 12 digits. */
export function betaQuantile(shape: BetaShape, probability: number): number {
  const { a, b } = shape;
  const logConstant = logGamma(a + b) - logGamma(a) - logGamma(b);
  let [low, high] = [0, 1];
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (low + high) / 2;
    if (chanceOf(shape, logConstant, middle) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The chances that the ends of a quoted range are taken to be passed with (PO21). */
export const RANGE_CHANCES = { low: 0.05, high: 0.95 } as const;

/**
 * The Beta distribution whose 5% and 95% quantiles are the ends of a quoted range. For each mean
 * its concentration is found by bisection on the lower end, then the mean by the upper one.
 */
export function fitBeta({ low, high }: { readonly low: number; readonly high: number }): BetaShape {
  const shapeOf = (mean: number): BetaShape => {
    // The lower end rises with concentration: from 0 for a wide distribution to the mean.
    let [wide, narrow] = [-6, 14];
    for (let step = 0; step < HALVINGS; step++) {
      const middle = (wide + narrow) / 2;
      if (betaChance(concentrated(mean, middle), low) > RANGE_CHANCES.low) wide = middle;
      else narrow = middle;
    }
    return concentrated(mean, (wide + narrow) / 2);
  };
  let [least, most] = [low, high];
  for (let step = 0; step < HALVINGS; step++) {
    const mean = (least + most) / 2;
    if (betaChance(shapeOf(mean), high) > RANGE_CHANCES.high) least = mean;
    else most = mean;
  }
  return shapeOf((least + most) / 2);
}

const concentrated = (mean: number, logOf: number): BetaShape => {
  const concentration = Math.exp(logOf);
  return { a: mean * concentration, b: (1 - mean) * concentration };
};
