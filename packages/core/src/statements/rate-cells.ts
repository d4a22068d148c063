import { Ratio } from "../base/ratio.ts";
import type { MoneyWeightedReturn } from "./money-weighted-return.ts";
import type { Cell } from "./statement.ts";
import type { TimeWeightedReturn } from "./time-weighted-return.ts";

/** A money-weighted return as it is told: with its other roots, or that there is none [ST3]. */
export function moneyWeightedCell(result: MoneyWeightedReturn): Cell {
  if (!result.defined) return { kind: "caption", caption: { key: "notDefined" } };
  const { rate: ratio, annualised, roots } = result;
  const others = roots.filter((root) => !Ratio.equals(root, ratio));
  return { kind: "rate", ratio, annualised, ...(others.length === 0 ? {} : { others }) };
}

export function timeWeightedCell(result: TimeWeightedReturn | undefined): Cell {
  if (result === undefined) return { kind: "none" };
  return { kind: "rate", ratio: result.rate, annualised: result.annualised };
}
