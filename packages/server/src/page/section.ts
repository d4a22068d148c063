import type { Charter } from "@jointfund/core/charter/charter.ts";
import { JAPANESE } from "@jointfund/core/expression/japanese.ts";
import type { FundPage } from "@jointfund/core/statements/fund-page.ts";
import { dateText, shortDate } from "../languages/figures.ts";
import { textsIn, type LanguageChoice, type Text } from "../languages/language.ts";
import { filled, PAGE_TEXTS } from "../languages/page-texts.ts";

/** What a page is written for. */
export type PageStyle = {
  readonly columns: number;
  readonly choice: LanguageChoice;
  readonly paint: (style: "bold" | "dim" | "red" | "green" | "yellow", text: string) => string;
};

/** What the page says of the record that it was made from. */
export type PageRecord = {
  readonly charter: Charter;
  readonly entries: number;
  /** Named checks that were run, and those of them that do not hold. */
  readonly checks: number;
  readonly broken: readonly string[];
  readonly checkpoint?: {
    readonly origin: string;
    readonly size: number;
    /** Base64. */
    readonly root: string;
    readonly cosigners: readonly string[];
  };
  /** Commands that lead on from the page. */
  readonly next: readonly string[];
};

/** Everything that a section is made with. */
export type Section = PageStyle & { readonly page: FundPage; readonly record: PageRecord };

/** The text in the chosen languages, beside each other. */
export function label({ choice }: { readonly choice: LanguageChoice }, text: Text): string {
  return textsIn(choice, text).join("  ");
}

/** The same with one space between them, for the middle of a line. */
export function inline({ choice }: { readonly choice: LanguageChoice }, text: Text): string {
  return textsIn(choice, text).join(" ");
}

/** The first of the chosen languages, where there is room for one only. */
export function short({ choice }: { readonly choice: LanguageChoice }, text: Text): string {
  return textsIn(choice, text)[0] ?? "";
}

/** A note behind a title, in the brackets of the first language. */
export function bracketed({ choice }: { readonly choice: LanguageChoice }, note: string): string {
  return choice === "ja" ? `（${note}）` : ` (${note})`;
}

/** "円" */
export const japaneseCurrency = (currency: string): string =>
  JAPANESE.figures.currencies.get(currency) ?? currency;

/** "USD billion  10億米ドル" */
export function unitText(section: Section): string {
  const { currency } = section.page;
  const name = japaneseCurrency(currency);
  const { en, ja } = PAGE_TEXTS.unit;
  return inline(section, {
    en: filled(PAGE_TEXTS.unit, currency).en,
    ja: ja.replace("{1}", name) || en,
  });
}

/** A date for a column: "1 Jul 2026", in Japanese alone "2026年7月1日". */
export function columnDate({ choice }: Section, date: string): string {
  return choice === "ja" ? dateText(date, "ja") : shortDate(date);
}
