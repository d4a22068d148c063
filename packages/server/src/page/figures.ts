import { Ratio, roundRatio } from "@jointfund/core/base/ratio.ts";
import { JAPANESE } from "@jointfund/core/expression/japanese.ts";
import { currencyCode, exponentOf } from "@jointfund/core/money/currency.ts";
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

const BILLION = 1_000_000_000n;

/** Minor units in billions of the currency, "4.074" with three decimals: USD bn, 10億米ドル. */
export function billions(minor: bigint, currency: string, places = 3): string {
  return decimal(
    Ratio.make(minor, BILLION * 10n ** BigInt(exponentOf(currencyCode(currency)))),
    places,
  );
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
  if (language === "en" || name === undefined) return `${currency} ${billions(minor, currency)} bn`;
  return inTenThousands(minor / 10n ** BigInt(exponentOf(currencyCode(currency))), name);
}
