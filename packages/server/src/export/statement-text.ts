import { Ratio } from "@jointfund/core/base/ratio.ts";
import { toldIn } from "@jointfund/core/base/told-text.ts";
import type { PeriodName, StatementPeriod } from "@jointfund/core/statements/period.ts";
import type {
  Cell,
  FinancialStatement,
  StatementTable,
} from "@jointfund/core/statements/statement.ts";
import { currencyCode } from "@jointfund/core/money/currency.ts";
import { Money } from "@jointfund/core/money/money.ts";
import type { Language, Text } from "../languages/language.ts";
import { PERIOD_NAMES, RATE_TEXTS, STATEMENT_TITLES } from "../languages/statement-labels.ts";
import { captionText } from "../languages/caption-text.ts";
import { decimal, percent } from "../page/figures.ts";
import { cut, padEnd, padStart, widthOf } from "../page/layout.ts";
import { filledWith } from "../cli/invocation.ts";

const GAP = 2;
const LABEL_MAX = 52;
const TEXT_MAX = 28;
/** The most columns that are set beside each other. */
const COLUMNS_MAX = 12;

/** A cell as it is read: amounts in main units with all decimals, rates in percent. */
export function cellText(cell: Cell, language: Language): string {
  switch (cell.kind) {
    case "money":
      return Money.format(Money.of(currencyCode(cell.currency), cell.minor), { grouping: "," });
    case "units":
      return decimal(Ratio.make(cell.microUnits, 1_000_000n), 6);
    case "price":
      return decimal(cell.price, 8);
    case "share":
      return percent(cell.ratio);
    case "rate":
      return rateText(cell, language);
    case "multiple":
      return `${decimal(cell.ratio, 3)}x`;
    case "date":
      return cell.on;
    case "count":
      return String(cell.count);
    case "text":
      return cut(toldIn(cell.text, language).text, TEXT_MAX);
    case "caption":
      return captionText(cell.caption)[language];
    case "none":
      return "-";
  }
}

/** "5.9621% p.a.", and, where the flows have other roots, that they do. */
function rateText(
  { ratio, annualised, others = [] }: Extract<Cell, { readonly kind: "rate" }>,
  language: Language,
): string {
  const text = annualised ? RATE_TEXTS.annual : RATE_TEXTS.whole;
  const one = fill(text[language], percent(ratio, 4));
  const more = others.map((other) => percent(other, 4)).join(", ");
  return others.length === 0 ? one : one + fill(RATE_TEXTS.others[language], more);
}

const fill = (template: string, part: string): string => template.replace("{0}", part);

/** The lines of a statement in one language: a heading, and each table under its own. */
export function statementLines(
  statement: FinancialStatement & { readonly name: keyof typeof STATEMENT_TITLES },
  of: { readonly vehicle: Text; readonly language: Language },
): readonly string[] {
  const { language } = of;
  const title = STATEMENT_TITLES[statement.name][language];
  const period = periodText(statement.period)[language];
  const { reportingCurrency } = statement;
  const currency = reportingCurrency === undefined ? "" : `  ${reportingCurrency}`;
  return [
    `${title}  ${of.vehicle[language]}  ${period}${currency}`,
    ...statement.tables.flatMap((table) => ["", ...tableLines(table, language)]),
  ];
}

/** The days of a period, and how it is called. */
export function periodText({ from, to, name }: StatementPeriod): Text {
  const called = filledWith(PERIOD_NAMES[name.kind], ...partsOf(name));
  const of = (text: string, open: string, close: string): string =>
    text === "" ? `${from}/${to}` : `${from}/${to}${open}${text}${close}`;
  return { en: of(called.en, " (", ")"), ja: of(called.ja, "（", "）") };
}

function partsOf(name: PeriodName): readonly Text[] {
  if (!("year" in name)) return [];
  const { label, eraLabel } = name.year;
  const year = { en: label, ja: eraLabel ?? label };
  const quarter = "quarter" in name ? String(name.quarter) : "";
  return [year, { en: quarter, ja: quarter }];
}

/** A table of words: what stands above, and the rows with what stands before them. */
type Grid = {
  readonly heads: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly string[] }[];
};

/** What is beside each other is set below each other: for tables wider than anyone's screen. */
function transposed({ heads, rows }: Grid): Grid {
  return {
    heads: rows.map(({ label }) => label.trim()),
    rows: heads.map((head, at) => ({
      label: `  ${head}`,
      cells: rows.map(({ cells }) => cells[at] ?? ""),
    })),
  };
}

function tableLines(table: StatementTable, language: Language): readonly string[] {
  const upright: Grid = {
    heads: table.columns.map(({ caption }) => captionText(caption)[language]),
    rows: table.lines.map(({ caption, rank, cells }) => ({
      label: cut(`${rank === "line" ? "  " : ""}${captionText(caption)[language]}`, LABEL_MAX),
      cells: cells.map((cell) => cellText(cell, language)),
    })),
  };
  const isWide = table.columns.length > COLUMNS_MAX && table.lines.length < table.columns.length;
  const { heads, rows } = isWide ? transposed(upright) : upright;
  const title = `[${captionText(table.caption)[language]}]`;
  const labelWidth = Math.max(widthOf(title), ...rows.map(({ label }) => widthOf(label)));
  const widths = heads.map((head, column) =>
    Math.max(widthOf(head), ...rows.map(({ cells }) => widthOf(cells[column] ?? ""))),
  );
  const lineOf = (label: string, cells: readonly string[]): string =>
    [
      padEnd(label, labelWidth),
      ...cells.map((cell, column) => padStart(cell, (widths[column] ?? 0) + GAP)),
    ].join("");
  return [lineOf(title, heads), ...rows.map(({ label, cells }) => lineOf(label, cells))];
}
