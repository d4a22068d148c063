/** The density of the standard normal. */
export const normalDensity = (x: number): number => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);

/**
 * The standard normal distribution function: near the middle by its series (Marsaglia 2004), in the
 * tails by a continued fraction. Its arithmetic is none of the package's.
 */
export function normalCdf(x: number): number {
  if (x < -3) return tail(-x);
  if (x > 3) return 1 - tail(x);
  let [term, sum] = [x, x];
  for (let k = 3; Math.abs(term) > 1e-18 * Math.abs(sum); k += 2) {
    term *= (x * x) / k;
    sum += term;
  }
  return 0.5 + sum * normalDensity(x);
}

function tail(x: number): number {
  let fraction = 0;
  for (let k = 200; k >= 1; k--) fraction = k / (x + fraction);
  return normalDensity(x) / (x + fraction);
}
