import { minorOf, perMajorUnit } from "@jointfund/core/fund/terms.ts";
import { doubleOf } from "./double.ts";

/** Minor units in one major unit: 100 for USD, 1 for JPY. */
export const minorUnits = (currency: string): number => doubleOf(perMajorUnit(currency));

/** An amount of a charter, decimal text, in minor units. */
export const inMinorUnits = (currency: string, amount: string): number =>
  Number(minorOf(currency, amount));
