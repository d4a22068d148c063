import { Ratio, roundRatio } from "@jointfund/core/base/ratio.ts";
import { currencyCode } from "@jointfund/core/money/currency.ts";
import { Money } from "@jointfund/core/money/money.ts";
import type { SheetCell } from "./sheet.ts";

/** Decimals of a value that no decimal is exact for. */
const PLACES = 18;

/** A cell's value as text that a program reads back. */
export type ExactText = {
  /** A currency, or what is counted. */
  readonly unit: string;
  /** A decimal with "." and no grouping, or a date. */
  readonly value: string;
  /** The exact ratio, where the value is only the nearest decimal of eighteen places. */
  readonly fraction?: { readonly numerator: string; readonly denominator: string };
};

/** Amounts in main units, exactly; ratios as decimals, 0.05 for 5 %; nothing for words [F32]. */
export function exactText(cell: SheetCell): ExactText {
  switch (cell.kind) {
    case "money": {
      const { currency, minor } = cell;
      return { unit: currency, value: Money.format(Money.of(currencyCode(currency), minor)) };
    }
    case "number":
      return { unit: cell.currency ?? cell.measure, ...decimalText(cell.value) };
    case "percent":
      return { unit: "ratio", ...decimalText(cell.value) };
    case "date":
      return { unit: "", value: cell.on };
    case "text":
    case "none":
      return { unit: "", value: "" };
  }
}

function decimalText(value: Ratio): Omit<ExactText, "unit"> {
  const exact = Ratio.toDecimalText(value);
  if (exact !== undefined && exact.length <= 2 * PLACES) return { value: exact };
  return {
    value: roundedText(value, PLACES),
    fraction: { numerator: String(value.num), denominator: String(value.den) },
  };
}

/** A ratio with so many decimals, the nearest, a half away from zero; no grouping. */
export function roundedText(value: Ratio, places: number): string {
  const scaled = roundRatio(Ratio.make(value.num * 10n ** BigInt(places), value.den), "halfUp");
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(places + 1, "0");
  const sign = scaled < 0n ? "-" : "";
  const whole = digits.slice(0, digits.length - places);
  return places === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-places)}`;
}
