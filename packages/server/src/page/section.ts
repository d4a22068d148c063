import type { Charter } from "@jointfund/core/charter/charter.ts";
import { Ratio } from "@jointfund/core/base/ratio.ts";
import { JAPANESE } from "@jointfund/core/expression/japanese.ts";
import type { FundPage } from "@jointfund/core/statements/fund-page.ts";
import { minorOf, type PageCell, type PageCells } from "@jointfund/core/statements/page-cell.ts";
import { dateText, shortDate } from "../languages/figures.ts";
import { textsIn, type LanguageChoice, type Text } from "../languages/language.ts";
import { filled, PAGE_TEXTS } from "../languages/page-texts.ts";
import { decimal, percent, ratioIn, scaleOf, shownInScale, type Scale } from "./figures.ts";

/** What a page is written for. */
export type PageStyle = {
  readonly columns: number;
  readonly choice: LanguageChoice;
  readonly paint: (style: "bold" | "dim" | "red" | "green" | "yellow", text: string) => string;
};

/** What the page says of the record that it was made from. */
export type PageRecord = {
  readonly charter: Charter;
  /** Every number of the page by its id. */
  readonly cells: PageCells;
  /** Named checks that were run and do not hold. */
  readonly broken: readonly string[];
  /** The day to which the bank's statements were held against the books, if it sent any. */
  readonly bankTo?: string;
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

/** A number as it stands on the page, and the cell that it is of. */
export type ToldFigure = { readonly id: string; readonly text: string };

/** Everything that a section is made with. */
export type Section = PageStyle & {
  readonly page: FundPage;
  readonly record: PageRecord;
  /** How large the amounts of the fund's currency are told. */
  readonly scale: Scale;
  /** Takes down each number that is told. */
  readonly told: ToldFigure[];
};

/** What the sections of a page are made with. */
export function sectionOf(page: FundPage, record: PageRecord, style: PageStyle): Section {
  return { ...style, page, record, scale: scaleOf(record.cells, page.currency), told: [] };
}

/** A cell's number as text, or what stands for a cell that is none; the page takes it down. */
export function figure(
  { record, told }: Section,
  id: string,
  textOf: (cell: PageCell) => string,
  none = "",
): string {
  const cell = record.cells.get(id);
  if (cell === undefined) return none;
  const text = textOf(cell);
  told.push({ id, text });
  return text;
}

/** An amount of the fund's currency in its scale, 0.000 where there is no such cell. */
export function amount(section: Section, id: string, sign: 1n | -1n = 1n): string {
  const { page, scale } = section;
  const scaled = (cell: PageCell | undefined): string =>
    shownInScale(sign * minorOf(cell), page.currency, scale);
  return figure(section, id, scaled, scaled(undefined));
}

/** A share in percent, with so many decimals. */
export function share(section: Section, id: string, places: number, none = "-"): string {
  return figure(section, id, ({ value }) => percent(ratioIn(value), places), none);
}

/** From here on decimals of a multiple say nothing. */
const LARGE = Ratio.make(1_000n);

/** "1.631x"; "6,485x" */
export function times(section: Section, id: string, places: number, none = "-"): string {
  const text = ({ value }: PageCell): string => {
    const ratio = ratioIn(value);
    return `${decimal(ratio, Ratio.compare(ratio, LARGE) < 0 ? places : 0)}x`;
  };
  return figure(section, id, text, none);
}

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
  const { page, scale } = section;
  const { currency } = page;
  const text = scale === "billion" ? PAGE_TEXTS.billion : PAGE_TEXTS.million;
  const { en } = filled(text, currency);
  const name = japaneseCurrency(currency);
  return inline(section, { en, ja: filled(text, name).ja });
}

/** A date for a column: "1 Jul 2026", in Japanese alone "2026年7月1日". */
export function columnDate({ choice }: Section, date: string): string {
  return choice === "ja" ? dateText(date, "ja") : shortDate(date);
}
