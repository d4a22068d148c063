import { assert } from "../base/assert.ts";
import { DECIMAL_DIGITS_MAX, Ratio, roundRatio, type RoundingMode } from "../base/ratio.ts";
import { err, ok, type Result } from "../base/result.ts";
import { exponentOf, type CurrencyCode } from "./currency.ts";

/** An amount in whole minor units of a currency: 1 USD is 100 minor units, 1 JPY is one [M2]. */
export type Money = { readonly currency: CurrencyCode; readonly minor: bigint };

export type CurrencyMismatch = {
  readonly code: "currency_mismatch";
  readonly actual: CurrencyCode;
  readonly required: CurrencyCode;
};

export type AmountError =
  | { readonly code: "amount_malformed"; readonly actual: string }
  | {
      readonly code: "amount_too_many_decimals";
      readonly currency: CurrencyCode;
      readonly decimals: number;
      readonly decimalsMax: number;
    }
  | {
      readonly code: "amount_too_many_digits";
      readonly digits: number;
      readonly digitsMax: number;
    };

function of(currency: CurrencyCode, minor: bigint): Money {
  return { currency, minor };
}

/** The sum. Two currencies are a bug: where they can differ, use `addChecked` [M3]. */
function add(a: Money, b: Money): Money {
  assert(a.currency === b.currency, `${a.currency} and ${b.currency} do not add`);
  return of(a.currency, a.minor + b.minor);
}

/** The difference. Two currencies are a bug: where they can differ, use `subtractChecked` [M3]. */
function subtract(a: Money, b: Money): Money {
  return add(a, negate(b));
}

/** The sum of amounts that came from outside; the second must be in the first's currency [M3]. */
function addChecked(a: Money, b: Money): Result<Money, CurrencyMismatch> {
  if (a.currency === b.currency) return ok(of(a.currency, a.minor + b.minor));
  return err({ code: "currency_mismatch", actual: b.currency, required: a.currency });
}

/** The difference of amounts that came from outside [M3]. */
function subtractChecked(a: Money, b: Money): Result<Money, CurrencyMismatch> {
  return addChecked(a, negate(b));
}

/** The sum of all amounts, zero for none. Another currency among them is a bug [M3]. */
function sum(currency: CurrencyCode, amounts: Iterable<Money>): Money {
  let total = of(currency, 0n);
  for (const amount of amounts) total = add(total, amount);
  return total;
}

function negate(a: Money): Money {
  return of(a.currency, -a.minor);
}

/** -1, 0 or 1 as `a` is less than, equal to or more than `b`. Two currencies are a bug [M3]. */
function compare(a: Money, b: Money): -1 | 0 | 1 {
  assert(a.currency === b.currency, `${a.currency} and ${b.currency} do not compare`);
  return a.minor < b.minor ? -1 : a.minor > b.minor ? 1 : 0;
}

function equals(a: Money, b: Money): boolean {
  return a.currency === b.currency && a.minor === b.minor;
}

/** The amount times a ratio, rounded once, to a whole minor unit [M6]. */
function times(a: Money, ratio: Ratio, mode: RoundingMode): Money {
  return of(a.currency, roundRatio(Ratio.make(a.minor * ratio.num, ratio.den), mode));
}

/** How many `b` there are in `a`, exactly. Two currencies or a `b` of zero are a bug [M3]. */
function ratioOf(a: Money, b: Money): Ratio {
  assert(a.currency === b.currency, `${a.currency} and ${b.currency} do not divide`);
  return Ratio.make(a.minor, b.minor);
}

/**
 * The amount in another currency. `rate` is main units of `to` for one main unit of the amount's
 * currency (JPY for 1 USD). Rounded once, at the end, to a minor unit of `to` [M7].
 */
function convert(
  a: Money,
  terms: { readonly to: CurrencyCode; readonly rate: Ratio; readonly mode: RoundingMode },
): Money {
  const { to, rate, mode } = terms;
  assert(to !== a.currency, "a conversion is between two currencies");
  assert(rate.num > 0n, "an exchange rate is positive");
  const exact = Ratio.make(
    a.minor * rate.num * 10n ** BigInt(exponentOf(to)),
    rate.den * 10n ** BigInt(exponentOf(a.currency)),
  );
  return of(to, roundRatio(exact, mode));
}

/**
 * The same amount for each of `count`, cut towards zero to a whole minor unit, and the residue that
 * is left: each times count plus residue is the amount, always [M8].
 */
function divideEvenly(a: Money, count: bigint): { readonly each: Money; readonly residue: Money } {
  assert(count > 0n, "an amount is divided among at least one");
  return { each: of(a.currency, a.minor / count), residue: of(a.currency, a.minor % count) };
}

const DECIMAL = /^(-?)(0|[1-9][0-9]*)(?:\.([0-9]+))?$/;

/**
 * Reads an amount in main units, such as "300000000000.00", exactly [M4]. At most as many decimals
 * as the currency has, none for JPY; nothing is rounded. No sign but a minus, no grouping, no
 * exponent, no leading zero, no minus zero.
 */
function parse(currency: CurrencyCode, text: string): Result<Money, AmountError> {
  const match = DECIMAL.exec(text);
  if (match === null) return err({ code: "amount_malformed", actual: excerpt(text) });
  const [, sign, whole = "", fraction = ""] = match;
  const decimalsMax = exponentOf(currency);
  const decimals = fraction.length;
  if (decimals > decimalsMax) {
    return err({ code: "amount_too_many_decimals", currency, decimals, decimalsMax });
  }
  const digits = whole.length + decimalsMax;
  if (digits > DECIMAL_DIGITS_MAX) {
    return err({ code: "amount_too_many_digits", digits, digitsMax: DECIMAL_DIGITS_MAX });
  }
  const magnitude = BigInt(whole + fraction.padEnd(decimalsMax, "0"));
  const isNegative = sign === "-";
  if (isNegative && magnitude === 0n) return err({ code: "amount_malformed", actual: text });
  return ok(of(currency, isNegative ? -magnitude : magnitude));
}

function excerpt(text: string): string {
  return text.slice(0, 40).toWellFormed();
}

/**
 * Writes the amount in main units with all the currency's decimals and no code: "300000000000.00",
 * for JPY "5000" [M5]. With `grouping`, that text stands between every three whole digits. It is
 * the same everywhere: languages and symbols are for the edge.
 */
export function formatMinor(amount: Money, options: { readonly grouping?: string } = {}): string {
  const exponent = exponentOf(amount.currency);
  const sign = amount.minor < 0n ? "-" : "";
  const digits = (amount.minor < 0n ? -amount.minor : amount.minor)
    .toString()
    .padStart(exponent + 1, "0");
  const split = digits.length - exponent;
  const whole = grouped(digits.slice(0, split), options.grouping ?? "");
  return exponent === 0 ? sign + whole : `${sign}${whole}.${digits.slice(split)}`;
}

function grouped(digits: string, separator: string): string {
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 3) {
    groups.unshift(digits.slice(Math.max(0, end - 3), end));
  }
  return groups.join(separator);
}

/** Exact arithmetic on amounts; only `times` and `convert` round, and name how. */
export const Money = Object.freeze({
  of,
  zero: (currency: CurrencyCode): Money => of(currency, 0n),
  add,
  subtract,
  addChecked,
  subtractChecked,
  sum,
  negate,
  compare,
  equals,
  isZero: (a: Money): boolean => a.minor === 0n,
  isNegative: (a: Money): boolean => a.minor < 0n,
  times,
  ratioOf,
  convert,
  divideEvenly,
  parse,
  format: formatMinor,
});
