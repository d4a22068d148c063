import { Schema } from "@jointfund/core/base/schema.ts";
import type { LocalDate } from "@jointfund/core/calendar/date.ts";
import { logarithm } from "../numeric/logarithm.ts";

/** A column of the user's own CSV that stands in the place of a bootstrap's numbers [PJ24]. */
export type ReturnsFile = {
  readonly file: string;
  /** By its heading; the second column if absent. */
  readonly column?: string;
  /** Column of the days, by its heading; the first if absent. */
  readonly dates?: string;
  /** What its numbers are: log returns, returns ("0.012" for 1.2%) or levels such as an index. */
  readonly holds: "logReturns" | "returns" | "levels";
  /** First and last day of the rows, of the market's column; all days if absent. */
  readonly from?: LocalDate;
  readonly until?: LocalDate;
};

const date = Schema.string<LocalDate>({ format: "date" });
const name = Schema.string({ minLength: 1, maxLength: 400 });

export const returnsFile: Schema<ReturnsFile> = Schema.object(
  {
    file: name,
    column: Schema.optional(name),
    dates: Schema.optional(name),
    holds: Schema.oneOf(["logReturns", "returns", "levels"]),
    from: Schema.optional(date),
    until: Schema.optional(date),
  },
  { description: "A column of a CSV file beside this one." },
);

/** Decimals of a log return that was computed: more than any data has. */
const DECIMALS = 15;

/**
 * The log returns of a column's numbers, in its order, as rates; one less than there are levels.
 * Undefined at the first number that has no logarithm, with its place.
 */
export function logReturnsOf(
  values: readonly string[],
  holds: ReturnsFile["holds"],
): { readonly returns: readonly string[] } | { readonly impossible: number } {
  const numbers = values.map(Number);
  if (holds === "logReturns") return { returns: numbers.map(rateText) };
  const growth = holds === "returns" ? numbers.map((value) => 1 + value) : numbers;
  const impossible = growth.findIndex((value) => !(value > 0));
  if (impossible >= 0) return { impossible };
  const logs = growth.map(logarithm);
  const returns =
    holds === "returns" ? logs : logs.slice(1).map((value, index) => value - logs[index]!);
  return { returns: returns.map(rateText) };
}

/** Plain decimals, without an exponent and without a minus before nothing. */
function rateText(value: number): string {
  const text = value.toFixed(DECIMALS);
  return /[1-9]/.test(text) ? text : "0";
}
