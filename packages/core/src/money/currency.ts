import { assert } from "../base/assert.ts";
import { err, ok, type Result } from "../base/result.ts";
import { ISO_4217 } from "./iso-4217.ts";

declare const currencyCodeBrand: unique symbol;

/** An ISO 4217 alphabetic code that the table holds, such as "USD" [M1]. */
export type CurrencyCode = string & { readonly [currencyCodeBrand]: true };

export type Currency = {
  readonly code: CurrencyCode;
  /** The three-digit ISO 4217 number, with its zeros. */
  readonly numeric: string;
  /** Decimals of the minor unit: 1 USD is 10^2 cents, 1 JPY is 10^0 yen. */
  readonly exponent: number;
  readonly name: { readonly en: string; readonly ja: string };
};

export type CurrencyUnknown = { readonly code: "currency_unknown"; readonly actual: string };

/** Every currency of the table, by code in ascending order. */
export const CURRENCIES: readonly Currency[] = ISO_4217.map(
  ([code, numeric, exponent, en, ja]) => ({
    code: code as string as CurrencyCode,
    numeric,
    exponent,
    name: { en, ja },
  }),
);

const BY_CODE: ReadonlyMap<string, Currency> = new Map(
  CURRENCIES.map((currency) => [currency.code, currency]),
);

/** The currency of a code in capitals; any other text is refused, never guessed [M1]. */
export function findCurrency(text: string): Result<Currency, CurrencyUnknown> {
  const currency = BY_CODE.get(text);
  if (currency !== undefined) return ok(currency);
  return err({ code: "currency_unknown", actual: text.slice(0, 40).toWellFormed() });
}

/** A code written in our own program, as a literal: an unknown one is a bug. */
export function currencyCode(text: string): CurrencyCode {
  const currency = BY_CODE.get(text);
  assert(currency !== undefined, `no such currency: ${text}`);
  return currency.code;
}

/** Decimals of the currency's minor unit, by ISO 4217 [M1]. */
export function exponentOf(code: CurrencyCode): number {
  const currency = BY_CODE.get(code);
  assert(currency !== undefined, `no such currency: ${code}`);
  return currency.exponent;
}
