import { findCurrency } from "@jointfund/core/money/currency.ts";
import { currencyWord, type Minor } from "../../format/money.ts";
import type { Language, Text } from "../../language/text.ts";
import { words } from "./words.ts";

/** Full-width digits and signs as people type them in Japanese, and separators, made plain. */
const plain = (text: string): string => text.normalize("NFKC").replace(/[\s,_]/g, "");

/** Digits with so many decimals as a whole number of the smallest part; nothing if it is none. */
export function parsedDigits(text: string, decimals: number): bigint | undefined {
  const match = /^(\d{1,15})(?:\.(\d*))?$/.exec(plain(text));
  const [, whole = "", fraction = ""] = match ?? [];
  if (match === null || fraction.length > decimals) return undefined;
  return BigInt(whole + fraction.padEnd(decimals, "0"));
}

/** An amount as somebody wrote it, in minor units of its currency. */
export function parsedMoney(text: string, currency: string): bigint | undefined {
  const found = findCurrency(currency);
  return parsedDigits(text, found.ok ? found.value.exponent : 0);
}

/** A number of units as somebody wrote it, in micro-units. */
export const parsedUnits = (text: string): bigint | undefined => parsedDigits(text, 6);

type Priced = { readonly text: string; readonly isOfMany: boolean };

/** Yen prices are of 10,000 units, as the Japanese funds tell them. */
const isToldOfMany = (currency: string): boolean => currency === "JPY";

/** What a price is called, with how many units it is of where that is not one. */
export const priceName = (currency: string): Text =>
  isToldOfMany(currency) ? words.priceOfTenThousand : words.price;

/** Decimals of a price that say something: "1.0934" of "1.09340000", but two at least. */
const trimmed = (digits: string): string =>
  digits.includes(".") ? digits.replace(/(\.\d{2}\d*?)0+$/, "$1") : digits;

/** The digits of a decimal, times ten thousand. */
function timesTenThousand(price: string): string {
  const [whole = "0", fraction = ""] = price.split(".");
  const moved = whole + fraction.slice(0, 4).padEnd(4, "0");
  const rest = fraction.slice(4).replace(/0+$/, "");
  const digits = moved.replace(/^0+(?=\d)/, "").replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return rest === "" ? digits : `${digits}.${rest}`;
}

/**
 * A price as the readers of its currency expect it: of yen that of 10,000 units, as the Japanese
 * funds tell it, of others that of one.
 */
export function priceText(price: string, currency: string, language: Language): Priced {
  const isOfMany = isToldOfMany(currency);
  const digits = isOfMany ? timesTenThousand(price) : trimmed(price);
  const word = currencyWord(currency, language);
  const text = language === "ja" ? `${digits}${word}` : `${word} ${digits}`;
  return { text, isOfMany };
}

/** A whole number of millionths times a decimal, cut to a whole number: for an estimate only. */
export function roughly(amount: bigint, price: string, by: "times" | "over"): bigint {
  const [whole = "0", fraction = ""] = price.split(".");
  const [num, den] = [BigInt(whole + fraction), 10n ** BigInt(fraction.length)];
  if (num === 0n) return 0n;
  return by === "times" ? (amount * num) / den : (amount * den) / num;
}

const WHEN = { dateStyle: "full", timeStyle: "short" } as const;

/** An instant by the reader's own clock, with its time zone. */
export function localInstant(instant: string, language: Language): string {
  const locale = language === "ja" ? "ja-JP" : "en-GB";
  const at = new Date(instant);
  const said = new Intl.DateTimeFormat(locale, WHEN).format(at);
  const parts = new Intl.DateTimeFormat(locale, { timeZoneName: "long" }).formatToParts(at);
  const zone = parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
  return language === "ja" ? `${said}（${zone}）` : `${said} (${zone})`;
}

/** What an amount of minor units of a currency comes to per main unit. */
export const minorPerMain = (currency: string): bigint => {
  const found = findCurrency(currency);
  return 10n ** BigInt(found.ok ? found.value.exponent : 0);
};

export const sumOf = (...amounts: readonly Minor[]): bigint =>
  amounts.reduce<bigint>((sum, amount) => sum + BigInt(amount), 0n);
