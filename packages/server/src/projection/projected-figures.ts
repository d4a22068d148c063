import { dateParts, type LocalDate } from "@jointfund/core/calendar/date.ts";
import { ENGLISH } from "@jointfund/core/expression/english.ts";
import { JAPANESE } from "@jointfund/core/expression/japanese.ts";
import { currencyCode, exponentOf } from "@jointfund/core/money/currency.ts";
import type { Language } from "../languages/language.ts";

/** How amounts of one table are shown: all in the same unit. */
export type AmountScale = {
  /** "USD billion", "億米ドル". */
  readonly unit: string;
  readonly show: (minor: number | null) => string;
};

const UNITS = {
  en: [
    ["trillion", 1e12],
    ["billion", 1e9],
    ["million", 1e6],
  ],
  ja: [
    ["兆", 1e12],
    ["億", 1e8],
    ["万", 1e4],
  ],
} as const;

/** In tables amounts stand in the largest unit in which the largest is so much or more. */
const LEAST_LARGEST = 10;

/** How amounts up to the largest one, in minor units, are shown. */
export function amountScale(
  largest: number,
  currency: string,
  language: Language,
  least: number = LEAST_LARGEST,
): AmountScale {
  const minorUnits = minorUnitsOf(currency);
  const major = largest / minorUnits;
  const found = UNITS[language].find(([, size]) => major >= least * size);
  const [word, size] = found ?? ["", 1];
  const decimals = major / size >= 10_000 ? 0 : 1;
  return {
    unit: unitName(word, currency, language),
    show: (minor) => (minor === null ? "–" : numberText(minor / minorUnits / size, decimals)),
  };
}

/** Minor units of the currency in one major unit. */
export function minorUnitsOf(currency: string): number {
  let units = 1;
  for (let left = exponentOf(currencyCode(currency)); left > 0; left--) units *= 10;
  return units;
}

function unitName(word: string, currency: string, language: Language): string {
  if (language === "en") return word === "" ? currency : `${currency} ${word}`;
  return `${word}${JAPANESE.figures.currencies.get(currency) ?? currency}`;
}

/** An amount alone, with its unit. */
export function amountAlone(minor: number | null, currency: string, language: Language): string {
  if (minor === null) return "–";
  const { unit, show } = amountScale(Math.abs(minor), currency, language, 1);
  return language === "en"
    ? `${unit.replace(/^([A-Z]{3})/, `$1 ${show(minor)}`)}`
    : show(minor) + unit;
}

/** Decimals with groups of three, the same on every machine; no minus before a zero. */
export function numberText(value: number, decimals: number): string {
  const [whole = "", fraction] = Math.abs(value).toFixed(decimals).split(".");
  const grouped = whole.replace(/\B(?=(?:[0-9]{3})+$)/g, ",");
  const text = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return value < 0 && /[1-9]/.test(text) ? `-${text}` : text;
}

/** A share as per cent. */
export const percentText = (share: number | null, decimals = 1): string =>
  share === null ? "–" : `${numberText(100 * share, decimals)}%`;

/** "Sep 2030", "2030年9月". */
export function monthText(date: LocalDate, language: Language): string {
  const { year, month } = dateParts(date);
  if (language === "ja") return `${year}年${month}月`;
  return `${ENGLISH.figures.months[month - 1]!.slice(0, 3)} ${year}`;
}

/** "FY2030", "2030年度". */
export const fiscalYearText = (label: string, language: Language): string =>
  language === "ja" ? `${label.replace(/^FY/, "")}年度` : label;

/** The largest size of an amount among those of several series. */
export function largestOf(series: readonly (readonly (number | null)[])[]): number {
  let largest = 0;
  for (const values of series) {
    for (const value of values) largest = Math.max(largest, Math.abs(value ?? 0));
  }
  return largest;
}
