import type { SheetCell, SheetRow, SheetTable, Words } from "./sheet.ts";

/** A table as it stands on a page: headings, and rows with their figures. */
export type PrintedTable = {
  readonly caption: Words;
  readonly headings: readonly Words[];
  readonly rows: readonly Pick<SheetRow, "label" | "rank" | "cells">[];
};

/** The most columns that stand beside each other on a page. */
const COLUMNS_MAX = 12;

/** The table, turned where it is wider than a page and less high than wide. */
export function printedTable({ caption, columns, rows }: SheetTable): PrintedTable {
  if (columns.length <= COLUMNS_MAX || rows.length >= columns.length) {
    return { caption, headings: columns.map(({ heading }) => heading), rows };
  }
  return {
    caption,
    headings: rows.map(({ label }) => label),
    rows: columns.map(({ heading }, at) => ({
      ...{ label: heading, rank: "line" },
      cells: rows.flatMap(({ cells }) => cells[at] ?? []),
    })),
  };
}

/** The currency that a figure has to say, since it is not that of the book. */
export function foreignCurrency(cell: SheetCell, book: string): string | undefined {
  if (cell.kind !== "money" && cell.kind !== "number") return undefined;
  const { currency } = cell;
  return currency === undefined || currency === book ? undefined : currency;
}

/** Whether a cell is read by its digits and so stands at the right. */
export function isFigure({ kind }: SheetCell): boolean {
  return kind === "money" || kind === "number" || kind === "percent";
}
