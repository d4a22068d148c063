/** What is told of a figure that differs between futures. */
export type Spread = {
  readonly mean: number;
  /** Of the mean, as an estimate. */
  readonly standardError: number;
  readonly p5: number;
  readonly p25: number;
  readonly median: number;
  readonly p75: number;
  readonly p95: number;
};

/** The quantile of sorted values, between neighbours in proportion (type 7 of Hyndman and Fan). */
export function quantileOf(sorted: Float64Array, probability: number): number {
  const at = (sorted.length - 1) * probability;
  const below = Math.floor(at);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (at - below) * (high - low);
}

export function meanOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/** Of a sample, by its number less one; or by that of all there are. */
export function deviationOf(
  values: Float64Array,
  of: "sample" | "all" = "sample",
  mean = meanOf(values),
): number {
  let sum = 0;
  for (const value of values) {
    const difference = value - mean;
    sum += difference * difference;
  }
  const { length } = values;
  return Math.sqrt(sum / (of === "all" ? length : Math.max(1, length - 1)));
}

/** A spread of values; `independent` is how many of them are not repeated. */
export function spreadOf(values: Float64Array, independent = values.length): Spread {
  const sorted = values.toSorted();
  const mean = meanOf(values);
  const error = (): number => deviationOf(values, "sample", mean) / Math.sqrt(independent);
  return {
    ...{ mean, standardError: independent > 1 ? error() : 0 },
    p5: quantileOf(sorted, 0.05),
    p25: quantileOf(sorted, 0.25),
    median: quantileOf(sorted, 0.5),
    p75: quantileOf(sorted, 0.75),
    p95: quantileOf(sorted, 0.95),
  };
}
