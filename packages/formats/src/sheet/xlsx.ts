import { writeXlsx, type WriteSheet } from "hucre/xlsx";
import {
  distinct,
  wordIn,
  type Report,
  type Sheet,
  type SheetCell,
  type SheetRow,
  type SheetTable,
  type Words,
} from "./sheet.ts";
import { isRounded, shownFormat, workbookNumber, workbookText } from "./workbook-cell.ts";
import { sumFormula } from "./workbook-formula.ts";
import { Worksheet, type CellLook } from "./worksheet.ts";

/** Rows above the headings: what it is, of what, and what the charter says of itself. */
const TITLE_ROWS = 3;
const QUIET: CellLook = { color: "595959" };
const TITLE: CellLook = { isBold: true, size: 14 };

/**
 * A report as a workbook [F35]: a worksheet for each table, headings frozen above and names at the
 * left, and before several of them their contents. Figures are numbers, days are days, and a sum is
 * a formula of the rows that the statement says it adds up, with its value kept beside it. The same
 * report gives the same bytes.
 */
export async function reportXlsx(report: Report): Promise<Uint8Array> {
  const [language = "en"] = report.languages;
  const tables = report.sheets.flatMap((sheet, s) =>
    sheet.tables.map((table, t) => ({
      ...{ sheet, table },
      name: sheetName(`${s + 1}.${t + 1} ${wordIn(table.caption, language)}`),
    })),
  );
  const date = new Date(`${report.recordedTo}T00:00:00Z`);
  return writeXlsx({
    sheets: [
      ...(tables.length === 1 ? [] : [contentsOf(report, tables)]),
      ...tables.map(({ sheet, table, name }) => new TableSheet(report, sheet, table).written(name)),
    ],
    // Rows that repeat on paper are a name of the workbook. What the library would write of itself
    // leaves the sheet's name without quotes, and Excel calls such a workbook damaged.
    namedRanges: tables.map(({ name }) => ({
      ...{ name: "_xlnm.Print_Titles", scope: name },
      range: `'${name}'!$1:$${TITLE_ROWS + 1}`,
    })),
    properties: {
      ...{ title: wordIn(report.title, language), description: wordIn(report.notice, language) },
      ...{ creator: "jointfund", created: date, modified: date },
    },
    defaultFont: { name: fontOf(report), size: 10 },
  });
}

/** A face that the office programs of the languages' countries bring along. */
function fontOf({ languages }: Report): string {
  return languages.includes("ja") ? "BIZ UDPGothic" : "Arial";
}

/** A name that spreadsheets take for a sheet: at most 31 characters, none that they refuse. */
function sheetName(text: string): string {
  const allowed = text.replaceAll(/[[\]:*?/\\'：]/gu, " ").replaceAll(/ +/g, " ");
  let name = "";
  // The limit is in UTF-16 units.
  for (const point of allowed) if (name.length + point.length <= 31) name += point;
  return name.trim();
}

type Named = { readonly sheet: Sheet; readonly table: SheetTable; readonly name: string };

function contentsOf(report: Report, tables: readonly Named[]): WriteSheet {
  const { title, notice, source, labels, languages } = report;
  const written = new Worksheet(fontOf(report));
  const columns = 3;
  written.addText([joined(title, " ")], columns, TITLE);
  written.addText(lines(notice), columns, QUIET);
  written.addText(lines(source), columns, QUIET);
  written.addText([joined(labels.contents, " ")], columns, { isBold: true });
  for (const { sheet, table, name } of tables) {
    const row = written.addRow();
    for (const [at, words] of [sheet.title, table.caption].entries()) {
      written.put(row, at, workbookText(joined(words, " ")));
      written.widen(at, joined(words, " "));
    }
    written.putLink(row, 2, name);
    written.widen(2, name);
  }
  const name = sheetName(wordIn(labels.contents, languages[0] ?? "en"));
  return written.written(name, { rows: 0, columns: 0 });
}

/** The different words, with something between them. */
const joined = (words: Words, between: string): string => lines(words).join(between);

const lines = (words: Words): readonly string[] => distinct(words).map(({ text }) => text);

/** A worksheet of one table. */
class TableSheet {
  readonly #report: Report;
  readonly #sheet: Sheet;
  readonly #table: SheetTable;
  readonly #written: Worksheet;
  /** Of each of the table's columns: where its figures stand, and whether text stands beside. */
  readonly #places: readonly { readonly at: number; readonly isExactBeside: boolean }[];
  readonly #width: number;

  constructor(report: Report, sheet: Sheet, table: SheetTable) {
    this.#report = report;
    this.#sheet = sheet;
    this.#table = table;
    this.#written = new Worksheet(fontOf(report));
    let at = report.languages.length;
    this.#places = table.columns.map((_column, column) => {
      const isExactBeside = table.rows.some(({ cells }) => isRounded(cells[column]));
      const place = { at, isExactBeside };
      at += isExactBeside ? 2 : 1;
      return place;
    });
    this.#width = at;
  }

  written(name: string): WriteSheet {
    const { title, notice, source, labels, languages } = this.#report;
    const heading = `${joined(this.#sheet.title, " ")} – ${joined(this.#table.caption, " ")}`;
    const about = languages.map((language) =>
      this.#sheet.subtitles.map((words) => wordIn(words, language)).join(" · "),
    );
    this.#text([heading], TITLE);
    this.#text(about);
    this.#text(lines(notice));
    this.#headings();
    for (const [index, row] of this.#table.rows.entries()) this.#row(index, row);
    this.#written.addRow();
    if (this.#places.some(({ isExactBeside }) => isExactBeside)) this.#text(lines(labels.rounded));
    this.#text([joined(title, " ")]);
    this.#text(lines(source));
    return this.#written.written(name, { rows: TITLE_ROWS + 1, columns: languages.length });
  }

  #text(texts: readonly string[], look: CellLook = QUIET): void {
    this.#written.addText(texts, this.#width, look);
  }

  #headings(): void {
    const { languages, labels } = this.#report;
    const row = this.#written.addRow();
    const isText = (column: number): boolean =>
      this.#table.rows.every(({ cells }) => /^(?:text|none)$/.test(cells[column]?.kind ?? "none"));
    const set = (column: number, texts: readonly string[], horizontal: "left" | "right"): void => {
      this.#written.put(row, column, texts.map(workbookText).join("\n"), {
        isBold: true,
        fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "E7ECF1" } },
        border: { bottom: { style: "medium" } },
        alignment: { horizontal, vertical: "bottom", wrapText: true },
      });
      for (const text of texts) this.#written.widen(column, text);
    };
    for (const [at, language] of languages.entries()) {
      set(at, [wordIn(labels.line, language)], "left");
    }
    for (const [column, { at, isExactBeside }] of this.#places.entries()) {
      set(at, lines(this.#table.columns[column]!.heading), isText(column) ? "left" : "right");
      if (isExactBeside) set(at + 1, lines(labels.exact), "right");
    }
  }

  #row(index: number, { rank, label, cells }: SheetRow): void {
    const row = this.#written.addRow();
    const look = RANKS[rank];
    for (const [at, language] of this.#report.languages.entries()) {
      const text = wordIn(label, language);
      const indent = rank === "line" ? 1 : 0;
      const alignment = { ...MIDDLE, horizontal: "left", wrapText: true, indent } as const;
      this.#written.put(row, at, workbookText(text), { ...look, alignment });
      this.#written.widen(at, text);
    }
    for (const [column, { at, isExactBeside }] of this.#places.entries()) {
      const cell = cells[column];
      if (cell === undefined) continue;
      const place = { column, at, firstRow: TITLE_ROWS + 2 };
      this.#figure(row, at, { cell, look, formula: sumFormula(this.#table, index, place) });
      if (isExactBeside) this.#exact(row, at + 1, cell, look);
    }
  }

  #figure(
    row: number,
    column: number,
    of: { readonly cell: SheetCell; readonly look: CellLook; readonly formula: string | undefined },
  ): void {
    const { cell, look, formula } = of;
    const numFmt = shownFormat(cell, this.#sheet.currency);
    const isText = cell.kind === "text";
    const looks: CellLook = {
      ...{ ...look, ...(numFmt === undefined ? {} : { numFmt }) },
      alignment: isText ? { ...MIDDLE, wrapText: true } : { ...MIDDLE, horizontal: "right" },
    };
    const value = workbookNumber(cell);
    if (formula !== undefined && typeof value === "number") {
      this.#written.putFormula(row, column, formula, value, looks);
    } else {
      this.#written.put(row, column, value ?? workbookText(joined(cell.said, "\n")), looks);
    }
    for (const text of isText ? lines(cell.said) : [joined(cell.said, " ")]) {
      this.#written.widen(column, text);
    }
  }

  /** The figure as text, in which no program rounds it. */
  #exact(row: number, column: number, cell: SheetCell, look: CellLook): void {
    const isFigure = cell.kind === "money" || cell.kind === "number";
    const text = isFigure ? joined(cell.said, " ") : "";
    const alignment = { ...MIDDLE, horizontal: "right" } as const;
    this.#written.put(row, column, text, { ...look, numFmt: "@", alignment });
    this.#written.widen(column, text);
  }
}

const MIDDLE = { vertical: "center" } as const;

const RANKS: Readonly<Record<SheetRow["rank"], CellLook>> = {
  line: {},
  subtotal: { isBold: true, border: { top: { style: "thin" } } },
  total: { isBold: true, border: { top: { style: "thin" }, bottom: { style: "double" } } },
};
