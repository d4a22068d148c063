import type { Ratio } from "@jointfund/core/base/ratio.ts";
import type { LocalDate } from "@jointfund/core/calendar/date.ts";

/** A text in one language, made by `wordsIn` and so harmless in every format [F30]. */
export type Word = { readonly language: string; readonly text: string };

/** One text in each language of the report, in the report's order. */
export type Words = readonly Word[];

/** A figure with its exact value, and with the words in which a reader sees it. */
export type SheetCell = { readonly said: Words } & (
  | { readonly kind: "money"; readonly currency: string; readonly minor: bigint }
  /** Shown with so many decimals; a price is of the currency, per unit. */
  | {
      readonly kind: "number";
      readonly measure: "units" | "multiple" | "count" | "price";
      readonly value: Ratio;
      readonly decimals: number;
      readonly currency?: string;
    }
  /** 0.05 is 5%; `frame` is what the first language says before and after the figure. */
  | {
      readonly kind: "percent";
      readonly value: Ratio;
      readonly decimals: number;
      readonly frame?: readonly [before: string, after: string];
    }
  | { readonly kind: "date"; readonly on: LocalDate }
  | { readonly kind: "text" }
  | { readonly kind: "none" }
);

export type SheetRow = {
  readonly id: string;
  readonly label: Words;
  readonly rank: "line" | "subtotal" | "total";
  /** One for each column of the table. */
  readonly cells: readonly SheetCell[];
  /** The rows that this one adds up, by id; one that the table leaves out is nothing. */
  readonly sum?: { readonly plus: readonly string[]; readonly minus: readonly string[] };
};

export type SheetTable = {
  readonly id: string;
  readonly caption: Words;
  readonly columns: readonly { readonly id: string; readonly heading: Words }[];
  readonly rows: readonly SheetRow[];
};

/** A chart in one language as SVG; its words for those who do not see it. */
export type SheetChart = { readonly language: string; readonly svg: string; readonly said: string };

/** One statement: of what, over which days, and its tables. */
export type Sheet = {
  readonly id: string;
  readonly title: Words;
  readonly subtitles: readonly Words[];
  /** The vehicle's id, or "consolidated". */
  readonly scope: string;
  /** Of the book; a figure in another one says so. */
  readonly currency: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Pages and papers show them before the tables; other formats have the tables alone. */
  readonly charts?: readonly SheetChart[];
  readonly tables: readonly SheetTable[];
};

/** What a file says besides its figures. */
export type ReportLabels = {
  readonly contents: Words;
  /** Heading of the column that rows are named in. */
  readonly line: Words;
  /** "Page {0} of {1}" */
  readonly page: Words;
  /** Heading of a column with amounts as text, beside one that a spreadsheet rounds. */
  readonly exact: Words;
  /** Why there is such a column. */
  readonly rounded: Words;
};

/** What a file is made from: statements of one fund, all words resolved, nothing rounded. */
export type Report = {
  readonly languages: readonly string[];
  readonly title: Words;
  /** What the charter says of itself, such as that it is a demonstration. */
  readonly notice: Words;
  /** From which record, and how far it went. */
  readonly source: Words;
  /** The record's last day: the file's date, so that the same record gives the same bytes. */
  readonly recordedTo: LocalDate;
  readonly labels: ReportLabels;
  readonly sheets: readonly Sheet[];
};

const TEXT_MAX = 1000;

/**
 * Characters that a reader does not see and that change what is seen: controls, separators of lines
 * and paragraphs, marks of direction and of no width, halves of pairs, no characters (Unicode's
 * categories Cc, Zl, Zp, Cf and Cs).
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu;

/** Text as every format may show it [F30]: what is unseen becomes U+FFFD, what is long is cut. */
export function harmlessText(text: string): string {
  const seen = text.toWellFormed().replace(UNSEEN, "\u{fffd}");
  const points = [...seen];
  return points.length <= TEXT_MAX ? seen : `${points.slice(0, TEXT_MAX - 1).join("")}…`;
}

/** A text in the languages of a report; one that it does not have is said in its first. */
export function wordsIn(
  languages: readonly string[],
  text: { readonly [language: string]: string },
): Words {
  const first = Object.values(text)[0] ?? "";
  return languages.map((language) => ({
    language,
    text: harmlessText(text[language] ?? first),
  }));
}

/** The words in one language. */
export function wordIn(words: Words, language: string): string {
  return words.find((word) => word.language === language)?.text ?? "";
}

/** Each different text once, in the report's order. */
export function distinct(words: Words): Words {
  return words.filter(({ text }, at) => words.findIndex((word) => word.text === text) === at);
}
