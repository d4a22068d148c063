import { inUnit, minorOf, tableUnit } from "../../../format/money.ts";
import { useLanguage } from "../../../language/language-context.tsx";

/** From so many units on decimals say nothing more. */
const LARGE = 1000;

/** Amounts of one table or chart, in one unit that suits them all. */
export type Amounts = {
  /** "USD billion", "億円" */
  readonly unit: string;
  readonly text: (main: number) => string;
  /** Of an axis: without decimals, if it has large steps. */
  readonly axis: (main: number) => string;
};

/** How amounts of a currency are written, main units, by the largest of them. */
export function useAmounts(values: readonly number[], currency: string): Amounts {
  const { language } = useLanguage();
  const largest = Math.max(0, ...values.map(Math.abs));
  const unit = tableUnit([minorOf(largest, currency)], currency, language);
  const inUnits = Number(minorOf(largest, currency)) / 10 ** unit.power;
  const decimals = inUnits >= LARGE || language === "ja" ? 0 : 1;
  const written = (main: number, places: number): string =>
    inUnit(minorOf(main, currency), { ...unit, decimals: places });
  return {
    unit: unit.word,
    text: (main) => written(main, decimals),
    axis: (main) => written(main, inUnits < 10 && language === "en" ? 1 : 0),
  };
}

/** A share as a percentage: "12.7%". */
export function shareText(share: number, decimals = 0): string {
  const text = (share * 100).toFixed(decimals);
  return `${/[1-9]/.test(text) ? text.replace("-", "−") : text.replace("-", "")}%`;
}
