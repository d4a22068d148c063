import { assert } from "@jointfund/core/base/assert.ts";
import { Ratio } from "@jointfund/core/base/ratio.ts";
import { doubleOf } from "../charter/double.ts";
import type { Assumptions } from "./assumptions.ts";
import { parseRateText } from "./rate-text.ts";

/** The name of the short rate among what is correlated. */
export const SHORT_RATE = "shortRate";

/** What moves with the market, after it: exchange rates by code, then the short rate. */
export const correlatedNames = ({ exchange }: Assumptions): readonly string[] => [
  ...Object.keys(exchange).toSorted((a, b) => (a < b ? -1 : 1)),
  SHORT_RATE,
];

/**
 * The correlations of the market and of what moves with it, exactly, in the order of
 * `correlatedNames` behind the market. Two that nothing is said of owe their correlation to the
 * market alone.
 */
function correlationMatrix(assumptions: Assumptions): readonly (readonly Ratio[])[] {
  const names = correlatedNames(assumptions);
  const withMarket = (name: string): Ratio => {
    const of = name === SHORT_RATE ? assumptions.shortRate : assumptions.exchange[name]!;
    return parseRateText(of.correlation)!;
  };
  const between = (a: string, b: string): Ratio => {
    const stated = assumptions.correlations?.find(
      ({ between: names }) => names.includes(a) && names.includes(b),
    );
    return stated === undefined
      ? Ratio.mul(withMarket(a), withMarket(b))
      : parseRateText(stated.correlation)!;
  };
  const row = (a: string): readonly Ratio[] => [
    withMarket(a),
    ...names.map((b) => (a === b ? Ratio.one : between(a, b))),
  ];
  return [[Ratio.one, ...names.map(withMarket)], ...names.map(row)];
}

/**
 * Square root of the correlation matrix by Cholesky, a row each for the market and the correlated
 * names: a factor's normal is the sum of its row times independent normals. Undefined where no
 * random numbers could have these correlations, which is found out in exact ratios [PJ22]. A matrix
 * of deficient rank has its root: the pivot and its column are 0.
 */
export function correlationRoot(
  assumptions: Assumptions,
): readonly (readonly number[])[] | undefined {
  const matrix = correlationMatrix(assumptions);
  // matrix = unit * diagonal(pivots) * transposed unit, so that no square root is needed.
  const unit: Ratio[][] = matrix.map(() => []);
  const pivots: Ratio[] = [];
  for (let column = 0; column < matrix.length; column++) {
    for (let row = column; row < matrix.length; row++) {
      let rest = matrix[row]![column]!;
      for (const [k, pivot] of pivots.entries()) {
        if (k === column) break;
        rest = Ratio.sub(rest, Ratio.mul(pivot, Ratio.mul(unit[row]![k]!, unit[column]![k]!)));
      }
      if (row === column) {
        if (rest.num < 0n) return undefined;
        pivots.push(rest);
      }
      const pivot = pivots[column]!;
      if (Ratio.isZero(pivot) && !Ratio.isZero(rest)) return undefined;
      unit[row]![column] = Ratio.isZero(pivot) ? Ratio.zero : Ratio.div(rest, pivot);
    }
  }
  return unit.map((row) =>
    row.map((part, column) => {
      const pivot = pivots[column];
      assert(pivot !== undefined, "each column has its pivot");
      return doubleOf(part) * Math.sqrt(doubleOf(pivot));
    }),
  );
}
