import { Ratio, roundRatio } from "@jointfund/core/base/ratio.ts";
import { JAPANESE } from "@jointfund/core/expression/japanese.ts";
import { currencyCode, exponentOf } from "@jointfund/core/money/currency.ts";
import type { CellValue, PageCells } from "@jointfund/core/statements/page-cell.ts";
import type { Language } from "../languages/language.ts";

/**
 * A ratio with so many decimals, all written, half away from zero: for reading only. Whole digits
 * stand in groups of three.
 */
export function decimal(ratio: Ratio, places: number): string {
  const scaled = roundRatio(Ratio.make(ratio.num * 10n ** BigInt(places), ratio.den), "halfUp");
  const sign = scaled < 0n ? "-" : "";
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places).replace(/(?<=\d)(?=(?:\d{3})+$)/g, ",");
  return places === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-places)}`;
}

/** How large the amounts of a page are told: of a fund of 300 million in millions. */
export type Scale = "billion" | "million";

const SCALE_UNITS = { billion: 1_000_000_000n, million: 1_000_000n } as const;

const minorPerMain = (currency: string): bigint =>
  10n ** BigInt(exponentOf(currencyCode(currency)));

/** Minor units in the scale, with three decimals: "4.074". */
export function inScale(minor: bigint, currency: string, scale: Scale, places = 3): string {
  return decimal(Ratio.make(minor, SCALE_UNITS[scale] * minorPerMain(currency)), places);
}

/** The same, but that what is not nothing is not shown as nothing: "<0.001", ">-0.001". */
export function shownInScale(minor: bigint, currency: string, scale: Scale): string {
  const text = inScale(minor, currency, scale);
  if (minor === 0n || !/^-?0\.000$/.test(text)) return text;
  return minor > 0n ? "<0.001" : ">-0.001";
}

/** The scale for the largest amount of a currency: billions from a billion on. */
export function scaleOf(cells: PageCells, currency: string): Scale {
  const billion = SCALE_UNITS.billion * minorPerMain(currency);
  for (const { value } of cells.values()) {
    if (value.kind !== "money" || value.currency !== currency) continue;
    if (value.minor >= billion || -value.minor >= billion) return "billion";
  }
  return "million";
}

/** The ratio of a value that has one. */
export function ratioIn(value: CellValue): Ratio {
  return "ratio" in value ? value.ratio : Ratio.zero;
}

/** "45.314%" */
export function percent(ratio: Ratio, places = 3): string {
  return `${decimal(Ratio.make(ratio.num * 100n, ratio.den), places)}%`;
}

const SCALES = [
  { exponent: 12, word: "兆" },
  { exponent: 8, word: "億" },
  { exponent: 4, word: "万" },
] as const;

/**
 * Whole units of a currency as an official writes them: the two largest of 兆, 億 and 万, the rest
 * cut off. "22兆8,900億円", "153億9,625万円".
 */
function inTenThousands(amount: bigint, name: string): string {
  const sign = amount < 0n ? "-" : "";
  let rest = amount < 0n ? -amount : amount;
  const first = SCALES.findIndex(({ exponent }) => rest >= 10n ** BigInt(exponent));
  if (first < 0) return `${sign}${decimal(Ratio.make(rest), 0)}${name}`;
  let text = "";
  for (const { exponent, word } of SCALES.slice(first, first + 2)) {
    const unit = 10n ** BigInt(exponent);
    const count = rest / unit;
    rest %= unit;
    if (count > 0n) text += decimal(Ratio.make(count), 0) + word;
  }
  return `${sign}${text}${name}`;
}

/** An amount for the readers of one language: "JPY 15.396 bn", "153億9,625万円". */
export function inOwnCurrency(minor: bigint, currency: string, language: Language): string {
  const name = JAPANESE.figures.currencies.get(currency);
  if (language === "ja" && name !== undefined) {
    return inTenThousands(minor / minorPerMain(currency), name);
  }
  const whole = (minor < 0n ? -minor : minor) / minorPerMain(currency);
  if (minor === 0n) return `${currency} 0`;
  return whole >= SCALE_UNITS.billion
    ? `${currency} ${inScale(minor, currency, "billion")} bn`
    : `${currency} ${inScale(minor, currency, "million")} m`;
}

/** Whether amounts that are rounded one by one still add up as they are told. */
export function addsUpAsTold(
  parts: readonly bigint[],
  total: bigint,
  { currency, scale }: { readonly currency: string; readonly scale: Scale },
): boolean {
  const rounded = (minor: bigint): bigint =>
    roundRatio(Ratio.make(minor * 1_000n, SCALE_UNITS[scale] * minorPerMain(currency)), "halfUp");
  return parts.reduce((sum, part) => sum + rounded(part), 0n) === rounded(total);
}
