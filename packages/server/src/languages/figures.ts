import { Ratio } from "@jointfund/core/base/ratio.ts";
import { dateParts, parseInstant, parseLocalDate } from "@jointfund/core/calendar/date.ts";
import { parseRatioText } from "@jointfund/core/charter/ratio-text.ts";
import { ENGLISH } from "@jointfund/core/expression/english.ts";
import { formatDate, formatMoney, formatRatio } from "@jointfund/core/expression/figures.ts";
import { JAPANESE } from "@jointfund/core/expression/japanese.ts";
import { findCurrency } from "@jointfund/core/money/currency.ts";
import type { Language } from "./language.ts";

const FIGURES = { en: ENGLISH.figures, ja: JAPANESE.figures } as const;

/** An amount in minor units as people write it: "USD 3 billion", "30億米ドル". Nothing is lost. */
export function amountText(minor: bigint, currency: string, language: Language): string {
  if (!findCurrency(currency).ok) return `${currency} ${minor}`;
  return formatMoney(Ratio.make(minor, 1n), currency, FIGURES[language]);
}

/** A ratio, written "9/20", "45%" or "0.45", in percent; what is no ratio stays as it is. */
export function ratioText(text: string, language: Language): string {
  const [, num, den] = /^(-?\d+)\/(\d+)$/.exec(text) ?? [];
  const ratio =
    num === undefined || den === undefined
      ? parseRatioText(text)
      : Ratio.make(BigInt(num), BigInt(den));
  return ratio === undefined ? text : formatRatio(ratio, "percent", FIGURES[language]);
}

/** A date as people write it: "30 June 2026", "2026年6月30日". What is no date stays as it is. */
export function dateText(text: string, language: Language): string {
  const date = parseLocalDate(text);
  return date.ok ? formatDate(date.value, FIGURES[language]) : text;
}

/** An instant with its date in words; the time of day is UTC. */
export function instantText(text: string, language: Language): string {
  if (!parseInstant(text).ok) return text;
  return `${dateText(text.slice(0, 10), language)} ${text.slice(11, 19)} UTC`;
}

/** "30 Jun 2026", for columns and headings. */
export function shortDate(text: string): string {
  const date = parseLocalDate(text);
  if (!date.ok) return text;
  const { year, month, day } = dateParts(date.value);
  return `${day} ${ENGLISH.figures.months[month - 1]!.slice(0, 3)} ${year}`;
}

const FIRST_YEAR_OF_REIWA = 2019;

/** "令和8年6月30日", for dates since the era began; others by the common era. */
export function eraDate(text: string): string {
  const date = parseLocalDate(text);
  if (!date.ok) return text;
  const { year, month, day } = dateParts(date.value);
  if (text < "2019-05-01") return dateText(text, "ja");
  const inEra = year - FIRST_YEAR_OF_REIWA + 1;
  return `令和${inEra === 1 ? "元" : inEra}年${month}月${day}日`;
}

/** An act's id as far as people read it. */
export function shortId(id: string): string {
  const [hash = "", n] = id.split("/");
  return /^[0-9a-f]{64}$/.test(hash) ? `${hash.slice(0, 10)}${n === undefined ? "" : `/${n}`}` : id;
}
