import { assert, unreachable } from "../base/assert.ts";
import { Ratio } from "../base/ratio.ts";
import type { LocalDate } from "../calendar/date.ts";
import type { Exact } from "./exact.ts";
import type { Type } from "./types.ts";

/** So many calendar months (years count twelve) and, after them, days [X14]. */
export type Duration = { readonly months: bigint; readonly days: bigint };

/** A value as it enters and leaves an expression. */
export type Value =
  | { readonly kind: "boolean"; readonly value: boolean }
  /** `amount` is in the currency's minor units and need not be whole [X27]. */
  | { readonly kind: "money"; readonly currency: string; readonly amount: Ratio }
  | { readonly kind: "ratio"; readonly value: Ratio }
  | { readonly kind: "integer"; readonly value: bigint }
  | { readonly kind: "date"; readonly value: LocalDate }
  | { readonly kind: "duration"; readonly value: Duration }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "list"; readonly value: readonly string[] };

/**
 * A value inside the evaluator: the tree's types say which of these it is. Money is the amount in
 * minor units, an integer has the denominator 1, a date is text.
 */
export type Raw = boolean | Exact | string | Duration | readonly string[];

/** The value of a type that the evaluator worked out; fractions are put in lowest terms. */
export function valueOf(raw: Raw, type: Type): Value {
  switch (type.kind) {
    case "money":
      return { kind: "money", currency: type.currency, amount: reduced(raw as Exact) };
    case "ratio":
      return { kind: "ratio", value: reduced(raw as Exact) };
    case "integer":
      return { kind: "integer", value: (raw as Exact).num };
    case "boolean":
      return { kind: "boolean", value: raw as boolean };
    case "date":
      return { kind: "date", value: raw as LocalDate };
    case "duration":
      return { kind: "duration", value: raw as Duration };
    case "text":
      return { kind: "text", value: raw as string };
    case "list":
      return { kind: "list", value: raw as readonly string[] };
    default:
      return unreachable(type);
  }
}

/** The inside of a value that an environment gave for a name of the given type [X31]. */
export function rawOf(value: Value, type: Type): Raw {
  if (value.kind === "money") {
    const matches = type.kind === "money" && type.currency === value.currency;
    assert(matches, "the environment's money is not of the declared currency");
    return value.amount;
  }
  if (value.kind === "integer") {
    assert(type.kind === "integer" || type.kind === "ratio", WRONG_KIND);
    return { num: value.value, den: 1n };
  }
  assert(type.kind === value.kind, WRONG_KIND);
  return value.value;
}

const WRONG_KIND = "the environment's value is not of the declared type";

function reduced({ num, den }: Exact): Ratio {
  return Ratio.make(num, den);
}
