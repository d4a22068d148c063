import { exactText } from "./exact-text.ts";
import type { Report, Sheet, SheetCell, SheetTable, Words } from "./sheet.ts";

/**
 * A report as JSON [F31]: the statements with their words in each language, every figure as exact
 * decimal text beside what a reader sees, and of sums what they add up.
 */
export function reportJson(report: Report): string {
  const { title, notice, source, recordedTo, sheets } = report;
  const value = {
    ...{ title: said(title), notice: said(notice), source: said(source), recordedTo },
    statements: sheets.map(sheetValue),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

function said(words: Words): { readonly [language: string]: string } {
  return Object.fromEntries(words.map(({ language, text }) => [language, text]));
}

function sheetValue({ id, title, scope, from, to, tables }: Sheet) {
  return { id, title: said(title), scope, from, to, tables: tables.map(tableValue) };
}

function tableValue({ id, caption, columns, rows }: SheetTable) {
  return {
    ...{ id, caption: said(caption) },
    columns: columns.map((column) => ({ id: column.id, heading: said(column.heading) })),
    lines: rows.map((row) => ({
      ...{ id: row.id, label: said(row.label), rank: row.rank },
      ...(row.sum === undefined ? {} : { sum: row.sum }),
      cells: row.cells.map(cellValue),
    })),
  };
}

function cellValue(cell: SheetCell) {
  const { kind } = cell;
  if (kind === "none") return { kind };
  if (kind === "text") return { kind, text: said(cell.said) };
  const { unit, value, fraction } = exactText(cell);
  return {
    ...{ kind, ...(unit === "" ? {} : { unit }), value },
    ...fraction,
    text: said(cell.said),
  };
}
