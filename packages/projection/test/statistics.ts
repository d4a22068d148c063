import assert from "node:assert/strict";

const mean = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Mean and its standard error. */
export function moments(values: Float64Array): {
  readonly mean: number;
  readonly variance: number;
  readonly error: number;
} {
  const middle = mean(values);
  const variance = mean(values.map((value) => (value - middle) ** 2));
  return { mean: middle, variance, error: Math.sqrt(variance / values.length) };
}

/** That a sample's mean is what it should be: within 4 standard errors, and near. */
export function assertMean(
  what: string,
  values: Float64Array,
  expected: number,
  near: number,
): void {
  const { mean: actual, error } = moments(values);
  const said = `${what}: ${actual} for ${expected}, standard error ${error}`;
  assert.ok(Math.abs(actual - expected) <= 4 * error + 1e-12, said);
  assert.ok(Math.abs(actual - expected) <= near, said);
}

/** That so large a part of a sample is below a value, within 4 standard errors of the part. */
export function assertQuantile(
  what: string,
  values: Float64Array,
  part: number,
  value: number,
): void {
  const below = values.filter((each) => each < value).length / values.length;
  const error = Math.sqrt((part * (1 - part)) / values.length);
  assert.ok(Math.abs(below - part) <= 4 * error, `${what}: ${below} for ${part}, ${error}`);
}

/** The part of a sample for which something holds, as 1 and 0. */
export const indicators = (values: Float64Array, holds: (value: number) => boolean): Float64Array =>
  values.map((value) => (holds(value) ? 1 : 0));

export function median(values: Float64Array): number {
  const sorted = values.toSorted();
  return (sorted[(sorted.length >> 1) - 1]! + sorted[sorted.length >> 1]!) / 2;
}
