import type { Language } from "../languages/language.ts";

/** Digits in groups of three. */
function grouped(text: string): string {
  const [whole = "", fraction] = text.split(".");
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? digits : `${digits}.${fraction}`;
}

/** So many decimals, grouped; a zero has no sign. */
export function decimalText(value: number, decimals: number): string {
  const text = grouped(Math.abs(value).toFixed(decimals));
  return value < 0 && /[1-9]/.test(text) ? `-${text}` : text;
}

/** In what unit amounts are told: billions in English, 億 (hundred millions) in Japanese. */
const UNITS = {
  en: { size: 1e9, decimals: 1 },
  ja: { size: 1e8, decimals: 0 },
} as const;

const CURRENCY_WORDS: Readonly<Record<string, string>> = { USD: "ドル", JPY: "円", KRW: "ウォン" };

export const unitText = (currency: string, language: Language): string =>
  language === "ja" ? `億${CURRENCY_WORDS[currency] ?? currency}` : `${currency} bn`;

/** From so many units on decimals say nothing more. */
const LARGE = 1000;

/** How many decimals the amounts of a table have: none where one of them is large. */
export function decimalsFor(values: readonly number[], language: Language): number {
  const { size, decimals } = UNITS[language];
  return values.some((value) => Math.abs(value) >= LARGE * size) ? 0 : decimals;
}

/** An amount in its unit, without it. */
export const largeAmount = (
  value: number,
  language: Language,
  decimals: number = UNITS[language].decimals,
): string => decimalText(value / UNITS[language].size, decimals);

/** An amount with its unit: "USD 42.1 bn", "421億ドル". */
export function amountWithUnit(value: number, currency: string, language: Language): string {
  const amount = largeAmount(value, language);
  return language === "ja" ? `${amount}${unitText(currency, "ja")}` : `${currency} ${amount} bn`;
}

/** "12.7%": with one decimal, or as many as are asked for. */
export const percentText = (share: number, decimals = 1): string =>
  `${decimalText(share * 100, decimals)}%`;
