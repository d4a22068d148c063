import { assert } from "../base/assert.ts";
import { Ratio, roundRatio } from "../base/ratio.ts";
import { dateParts, type LocalDate } from "../calendar/date.ts";
import { findCurrency } from "../money/currency.ts";
import { fill, join, type FigureFormat, type Language } from "./language.ts";
import type { DurationUnit, NumberUnit } from "./syntax.ts";
import type { Duration, Value } from "./value.ts";

/** Decimals of a figure that does not end, by unit. */
const SHOWN_DECIMALS: Readonly<Record<NumberUnit, number>> = { one: 4, percent: 2, basisPoint: 2 };
const UNIT_FACTOR: Readonly<Record<NumberUnit, bigint>> = {
  one: 1n,
  percent: 100n,
  basisPoint: 10_000n,
};
/** As many decimals may stand before a word such as "billion". */
const SCALED_DECIMALS = 3;

/**
 * A value as a person reads it [X74]. Exact where few decimals are enough, otherwise rounded half
 * to even and marked as such; it is for reading only. `unit` is how a ratio is shown.
 */
export function formatValue(
  value: Value,
  language: Language,
  unit: NumberUnit = "percent",
): string {
  const { figures } = language;
  switch (value.kind) {
    case "boolean":
      return value.value ? figures.yes : figures.no;
    case "money":
      return formatMoney(value.amount, value.currency, figures);
    case "ratio":
      return formatRatio(value.value, unit, figures);
    case "integer":
      return formatDecimal(value.value.toString(), figures);
    case "date":
      return formatDate(value.value, figures);
    case "duration":
      return formatDuration(value.value, language);
    case "text":
      return fill(figures.text, value.value);
    case "list":
      return join(
        value.value.map((text) => fill(figures.text, text)),
        language.joints.and,
      );
  }
}

/** An amount in minor units, in the currency's main unit with its name or code. */
export function formatMoney(amount: Ratio, currency: string, figures: FigureFormat): string {
  const found = findCurrency(currency);
  assert(found.ok, "a value has a known currency");
  const { exponent } = found.value;
  const name = figures.currencies.get(currency);
  const template = name === undefined ? figures.moneyByCode : figures.money;
  const major = Ratio.make(amount.num, amount.den * 10n ** BigInt(exponent));
  const isWhole = major.den === 1n;
  const exact = Ratio.toDecimalText(major);
  const decimals = exact === undefined ? exponent : Math.max(exponent, decimalsOf(exact));
  const text = isWhole ? major.num.toString() : toPlaces(major, decimals);
  const money = fill(template, formatDecimal(text, figures), name ?? currency);
  return exact === undefined ? fill(figures.approximately, money) : money;
}

/** A ratio as a plain number, in percent or in basis points. */
export function formatRatio(ratio: Ratio, unit: NumberUnit, figures: FigureFormat): string {
  const scaled = Ratio.make(ratio.num * UNIT_FACTOR[unit], ratio.den);
  const exact = Ratio.toDecimalText(scaled);
  const isShort = exact !== undefined && decimalsOf(exact) <= SHOWN_DECIMALS[unit];
  const digits = isShort ? exact : toPlaces(scaled, SHOWN_DECIMALS[unit]);
  const text = formatUnit(digits, unit, figures);
  return isShort ? text : fill(figures.approximately, text);
}

/** Decimal digits with the sign of their unit. */
export function formatUnit(digits: string, unit: NumberUnit, figures: FigureFormat): string {
  const text = formatDecimal(digits, figures);
  if (unit === "one") return text;
  return fill(unit === "percent" ? figures.percent : figures.basisPoints, text);
}

/** "10 years"; years, months or days, written out. */
export function formatCount(count: bigint, unit: DurationUnit, language: Language): string {
  const { one, other } = language.durations[unit];
  const isOne = count === 1n || count === -1n;
  return fill(isOne ? one : other, formatDecimal(count.toString(), language.figures));
}

/** In years where the months make whole years. */
export function formatDuration({ months, days }: Duration, language: Language): string {
  const parts: string[] = [];
  const inYears = months % 12n === 0n;
  if (months !== 0n) {
    parts.push(formatCount(inYears ? months / 12n : months, inYears ? "year" : "month", language));
  }
  if (days !== 0n || months === 0n) parts.push(formatCount(days, "day", language));
  return join(parts, language.joints.and);
}

/** A date with its month in words where the language has such words. */
export function formatDate(date: LocalDate, figures: FigureFormat): string {
  const { year, month, day } = dateParts(date);
  return fill(figures.date, String(year), figures.months[month - 1]!, String(day));
}

/** Decimal digits with the language's grouping or words for large numbers. */
export function formatDecimal(digits: string, figures: FigureFormat): string {
  if (digits.startsWith("-")) return `-${formatDecimal(digits.slice(1), figures)}`;
  const [whole, fraction] = digits.split(".") as [string, string?];
  const scaled =
    figures.scaling === "every"
      ? inEveryScale(whole, fraction, figures)
      : inLargestScale(whole, fraction, figures);
  if (scaled !== undefined) return scaled;
  const text = grouped(whole, figures.grouping);
  return fraction === undefined ? text : `${text}${figures.decimalPoint}${fraction}`;
}

/** "1.5 billion", where no more than three decimals are left and nothing is lost. */
function inLargestScale(whole: string, fraction: string | undefined, figures: FigureFormat) {
  if (fraction !== undefined) return undefined;
  for (const { exponent, word } of figures.scales) {
    if (whole.length <= exponent) continue;
    const left = whole.slice(-exponent).replace(/0+$/, "");
    if (left.length > SCALED_DECIMALS) return undefined;
    const units = grouped(whole.slice(0, -exponent), figures.grouping);
    return `${units}${left === "" ? "" : figures.decimalPoint + left}${word}`;
  }
  return undefined;
}

/** "12億3,456万7,890": each power of ten thousand with its word. */
function inEveryScale(whole: string, fraction: string | undefined, figures: FigureFormat) {
  let rest = whole;
  let text = "";
  for (const { exponent, word } of figures.scales) {
    if (rest.length <= exponent) continue;
    const units = rest.slice(0, -exponent).replace(/^0+/, "");
    if (units !== "") text += `${grouped(units, figures.grouping)}${word}`;
    rest = rest.slice(-exponent);
  }
  if (text === "") {
    const small = grouped(rest, figures.grouping);
    return fraction === undefined ? small : `${small}${figures.decimalPoint}${fraction}`;
  }
  const units = grouped(rest.replace(/^0+/, ""), figures.grouping);
  if (fraction === undefined) return text + units;
  // A fraction needs a digit to stand on; 1億 and a half is written with grouping instead.
  return units === "" ? undefined : `${text}${units}${figures.decimalPoint}${fraction}`;
}

function grouped(digits: string, separator: string): string {
  return digits.replace(/(?<=[0-9])(?=(?:[0-9]{3})+$)/g, separator);
}

function decimalsOf(text: string): number {
  const point = text.indexOf(".");
  return point < 0 ? 0 : text.length - point - 1;
}

/** Rounded half to even to so many decimals, all of them written. */
function toPlaces(ratio: Ratio, places: number): string {
  const scaled = roundRatio(Ratio.make(ratio.num * 10n ** BigInt(places), ratio.den), "halfEven");
  const sign = scaled < 0n ? "-" : "";
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, "0");
  if (places === 0) return `${sign}${digits}`;
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
