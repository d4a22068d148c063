import { findCurrency } from "@jointfund/core/money/currency.ts";
import type { Language } from "../language/text.ts";

/** Minor units as they come over the wire. */
export type Minor = string | bigint;

const CURRENCY_WORDS: { readonly [code: string]: { readonly ja: string } } = {
  USD: { ja: "米ドル" },
  JPY: { ja: "円" },
  EUR: { ja: "ユーロ" },
  KRW: { ja: "ウォン" },
  UAH: { ja: "フリヴニャ" },
};

const exponentOf = (currency: string): number => {
  const found = findCurrency(currency);
  return found.ok ? found.value.exponent : 0;
};

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ",");

/** The name that stands beside an amount: "USD", "米ドル". */
export function currencyWord(currency: string, language: Language): string {
  return language === "ja" ? (CURRENCY_WORDS[currency]?.ja ?? currency) : currency;
}

/** Every digit of an amount, in main units: "1,234,567.89". */
export function exactDigits(minor: Minor, currency: string): string {
  const value = BigInt(minor);
  const exponent = exponentOf(currency);
  const text = (value < 0n ? -value : value).toString().padStart(exponent + 1, "0");
  const whole = grouped(text.slice(0, text.length - exponent));
  const sign = value < 0n ? "−" : "";
  return exponent === 0 ? sign + whole : `${sign}${whole}.${text.slice(-exponent)}`;
}

/** Every digit with the currency: "USD 1,234,567.89", "1,234,567.89米ドル". */
export function exactMoney(minor: Minor, currency: string, language: Language): string {
  const digits = exactDigits(minor, currency);
  const word = currencyWord(currency, language);
  return language === "ja" ? digits + word : `${word} ${digits}`;
}

/** Rounded half away from zero to so many decimals of 10^power: `scaled(1234n, 3, 1)` is "1.2". */
export function scaled(value: bigint, power: number, decimals: number): string {
  const divisor = 10n ** BigInt(Math.max(power - decimals, 0));
  const magnitude = (value < 0n ? -value : value) * 10n ** BigInt(Math.max(decimals - power, 0));
  const rounded = (magnitude * 2n + divisor) / (divisor * 2n);
  const text = rounded.toString().padStart(decimals + 1, "0");
  const whole = grouped(text.slice(0, text.length - decimals));
  const sign = value < 0n && rounded !== 0n ? "−" : "";
  return decimals === 0 ? sign + whole : `${sign}${whole}.${text.slice(-decimals)}`;
}

const digitsOf = (value: bigint): number => (value < 0n ? -value : value).toString().length;

function shortEnglish(value: bigint, exponent: number): string {
  const digits = digitsOf(value) - exponent;
  if (digits > 12) return `${scaled(value, exponent + 12, 2)} trillion`;
  if (digits > 9) return `${scaled(value, exponent + 9, 2)} billion`;
  if (digits > 6) return `${scaled(value, exponent + 6, 2)} million`;
  return scaled(value, exponent, exponent > 0 && digits < 4 ? exponent : 0);
}

/** 兆・億・万: what is over a trillion is read with its 億 behind it. */
function shortJapanese(value: bigint, exponent: number): string {
  const digits = digitsOf(value) - exponent;
  const magnitude = value < 0n ? -value : value;
  const sign = value < 0n ? "−" : "";
  const oku = (magnitude * 2n + 10n ** BigInt(exponent + 8)) / (2n * 10n ** BigInt(exponent + 8));
  if (digits > 12) {
    const [cho, rest] = [oku / 10_000n, oku % 10_000n];
    return `${sign}${grouped(cho.toString())}兆${rest === 0n ? "" : `${grouped(rest.toString())}億`}`;
  }
  if (digits > 8) return `${scaled(value, exponent + 8, digits > 10 ? 0 : 1)}億`;
  if (digits > 4) return `${scaled(value, exponent + 4, digits > 6 ? 0 : 1)}万`;
  return scaled(value, exponent, exponent > 0 && digits < 4 ? exponent : 0);
}

/** An amount to be read at a glance: "USD 430.33 billion", "4,303億米ドル", "22兆8,900億円". */
export function shortMoney(minor: Minor, currency: string, language: Language): string {
  const value = BigInt(minor);
  const exponent = exponentOf(currency);
  const word = currencyWord(currency, language);
  if (value === 0n) return language === "ja" ? `0${word}` : `${word} 0`;
  if (language === "ja") return shortJapanese(value, exponent) + word;
  return `${word} ${shortEnglish(value, exponent)}`;
}

/** A power of ten in which the columns of a table are given, and how its heading says so. */
export type TableUnit = {
  readonly power: number;
  readonly decimals: number;
  readonly word: string;
};

/** The unit in which amounts as large as these are compared: billions, 億, or the minor unit. */
export function tableUnit(
  amounts: Iterable<Minor>,
  currency: string,
  language: Language,
): TableUnit {
  const exponent = exponentOf(currency);
  let largest = 0;
  for (const amount of amounts) largest = Math.max(largest, digitsOf(BigInt(amount)) - exponent);
  const word = currencyWord(currency, language);
  if (language === "ja") {
    if (largest > 9) return { power: exponent + 8, decimals: 0, word: `億${word}` };
    if (largest > 6) return { power: exponent + 4, decimals: 0, word: `万${word}` };
    return { power: exponent, decimals: exponent, word };
  }
  if (largest > 9) return { power: exponent + 9, decimals: 2, word: `${word} billion` };
  if (largest > 6) return { power: exponent + 6, decimals: 2, word: `${word} million` };
  return { power: exponent, decimals: exponent, word };
}

/** The same unit with the decimals in which small amounts beside large ones still say something. */
export function finer(unit: TableUnit, currency: string): TableUnit {
  const above = unit.power - exponentOf(currency);
  return above === 0 ? unit : { ...unit, decimals: above > 8 ? 3 : 2 };
}

/** An amount in the unit of its table, without the unit: "430.33". */
export const inUnit = (minor: Minor, { power, decimals }: TableUnit): string =>
  scaled(BigInt(minor), power, decimals);

/** Micro-units: "12,345.678901" units, without the zeros at the end. */
export function unitsText(microUnits: Minor): string {
  const value = BigInt(microUnits);
  const text = (value < 0n ? -value : value).toString().padStart(7, "0");
  const fraction = text.slice(-6).replace(/0+$/, "");
  const sign = value < 0n ? "−" : "";
  return `${sign}${grouped(text.slice(0, -6))}${fraction === "" ? "" : `.${fraction}`}`;
}

/** An amount as a number for drawing, in main units: never for a decision or a table. */
export const drawn = (minor: Minor, currency: string): number =>
  Number(BigInt(minor)) / 10 ** exponentOf(currency);

/** An amount that was computed as a number, in main units, as whole minor units. */
export const minorOf = (main: number, currency: string): bigint =>
  BigInt(Math.round(main * 10 ** exponentOf(currency)));
