import type { Charter } from "@jointfund/core/charter/charter.ts";
import { JAPANESE } from "@jointfund/core/expression/japanese.ts";
import type { FundPage } from "@jointfund/core/statements/fund-page.ts";
import { dateText, eraDate, shortDate } from "../languages/figures.ts";
import { localized, textsIn, type LanguageChoice, type Text } from "../languages/language.ts";
import { filled, PAGE_TEXTS } from "../languages/page-texts.ts";
import { contestedSection } from "./contested-section.ts";
import { coverSection, fundSection } from "./fund-section.ts";
import { apart, wrap } from "./layout.ts";
import { revenueSection, sidesSection } from "./sides-section.ts";

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

/** "USD billion  10億米ドル" */
export function unitText(section: Section): string {
  const { currency } = section.page;
  const name = JAPANESE.figures.currencies.get(currency) ?? currency;
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

/** The page that a run ends with, ready to print; it ends in a line feed. */
export function formatFundPage(page: FundPage, record: PageRecord, style: PageStyle): string {
  const section: Section = { ...style, page, record };
  const parts = [
    heading(section),
    fundSection(section),
    sidesSection(section),
    revenueSection(section),
    coverSection(section),
    contestedSection(section),
    footing(section),
  ];
  return `${parts.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function heading(section: Section): readonly string[] {
  const { page, record, columns, paint } = section;
  const title = localized(page.title);
  const date = filled(PAGE_TEXTS.asOf, shortDate(page.asOf), eraDate(page.asOf));
  const top = apart(
    label(section, { en: title.en.toUpperCase(), ja: title.ja }),
    label(section, date),
    columns,
  );
  const notice = textsIn(section.choice, localized(page.notice)).flatMap((text) =>
    wrap(withoutFolds(text), columns),
  );
  const holds = record.broken.length === 0;
  const verdict = paint(
    holds ? "green" : "red",
    inline(section, holds ? PAGE_TEXTS.holds : PAGE_TEXTS.broken),
  );
  const detail = holds
    ? filled(PAGE_TEXTS.replayed, record.entries.toString(), record.checks.toString())
    : filled(PAGE_TEXTS.checksBroken, record.broken.join(", "));
  return [
    paint("bold", top),
    ...notice.map((line) => paint("yellow", line)),
    `${inline(section, PAGE_TEXTS.verdict)} ${verdict}`,
    ...textsIn(section.choice, detail)
      .flatMap((text) => wrap(text, columns - 2))
      .map((line) => `  ${line}`),
  ];
}

/** Where a file folds a text between two Japanese characters, no space belongs. */
function withoutFolds(text: string): string {
  return text.replace(/(?<=[\u3000-\uffef])\s+(?=[\u3000-\uffef])/gu, "");
}

function footing(section: Section): readonly string[] {
  const { record, columns, paint } = section;
  const { checkpoint, next } = record;
  const name = inline(section, PAGE_TEXTS.checkpoint);
  const signed =
    checkpoint === undefined
      ? [inline(section, PAGE_TEXTS.unsigned)]
      : [
          `${checkpoint.origin} ${checkpoint.size} ${checkpoint.root.slice(0, 8)}…`,
          inline(section, PAGE_TEXTS.signedBy),
          ...(checkpoint.cosigners.length === 0
            ? []
            : [inline(section, filled(PAGE_TEXTS.cosignedBy, checkpoint.cosigners.join(", ")))]),
        ];
  const lines = wrap(`${name}  ${signed.join("  ")}`, columns);
  const leads = wrap(`${inline(section, PAGE_TEXTS.next)}  ${next.join(" | ")}`, columns);
  return [...lines, ...leads.map((line) => paint("dim", line))];
}
