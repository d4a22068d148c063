import { discountFactor, discountToStart, type Timing } from "./discount.ts";
import type { FairValue, Part } from "./part.ts";
import { deviationOf, meanOf } from "./spread.ts";

/** Over which years and futures a value is taken, and when in a year its flows fall. */
export type ValueTerms = {
  readonly years: number;
  readonly paths: number;
  readonly timing: Timing;
};

/** Present values by path of flows `[year * paths + path]` whose first year is `first`. */
function valuesOf(
  flows: Float64Array,
  { rate, first }: { readonly rate: number; readonly first: number },
  { paths, timing }: Pick<ValueTerms, "paths" | "timing">,
): Float64Array {
  const values = new Float64Array(paths);
  for (let year = 0; year * paths < flows.length; year++) {
    const factor = discountFactor(rate, first + year, timing);
    const row = year * paths;
    for (let path = 0; path < paths; path++) values[path]! += factor * flows[row + path]!;
  }
  return values;
}

/**
 * Present values of a part by path, at a rate; at 0 it is the sum of cash. What is received after
 * the years compared is not in it (PO24).
 */
export function presentValues(
  { revenue, invested, stake }: Pick<Part, "revenue" | "invested" | "stake">,
  rate: number,
  of: ValueTerms,
): Float64Array {
  const values = valuesOf(revenue, { rate, first: 0 }, of);
  if (invested !== undefined) {
    const paid = valuesOf(invested, { rate, first: 0 }, of);
    for (const [path, value] of paid.entries()) values[path]! -= value;
  }
  if (stake !== undefined) {
    const last = discountToStart(rate, of.years - 1);
    for (const [path, worth] of stake.entries()) values[path]! += last * worth;
  }
  return values;
}

/** The same of what is received after the years compared. */
export const laterValues = (later: Float64Array, rate: number, of: ValueTerms): Float64Array =>
  valuesOf(later, { rate, first: of.years }, of);

/** The mean of values in futures, and how far it may be off as an estimate. */
export function fairMean(
  values: Float64Array,
  { exchange = 1, independent = values.length } = {},
): FairValue {
  const mean = meanOf(values);
  const error = independent > 1 ? deviationOf(values, "sample", mean) / Math.sqrt(independent) : 0;
  return { value: mean * exchange, standardError: error * exchange };
}
