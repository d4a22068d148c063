import { exponentOf, currencyCode } from "@jointfund/core/money/currency.ts";
import { exactText, roundedText } from "./exact-text.ts";
import { foreignCurrency } from "./printed.ts";
import type { SheetCell } from "./sheet.ts";

/** Digits that a spreadsheet keeps of a number (IEEE 754 double; Excel's own limit is the same). */
export const DIGITS_MAX = 15;

/** The first day whose number all spreadsheets agree on: Excel has a 29 February 1900. */
const FIRST_DAY = "1900-03-01";

/** What a figure is as a spreadsheet's number: 0.05 for 5 %, the nearest double; else nothing. */
export function workbookNumber(cell: SheetCell | undefined): number | Date | undefined {
  switch (cell?.kind) {
    case "money":
      return Number(exactText(cell).value);
    case "number":
    case "percent":
      // Twenty places are more than a double of such size has.
      return Number(roundedText(cell.value, 20));
    case "date":
      return cell.on < FIRST_DAY ? undefined : new Date(`${cell.on}T00:00:00Z`);
    default:
      return undefined;
  }
}

/** Whether a spreadsheet would change digits of a figure that is to be exact. */
export function isRounded(cell: SheetCell | undefined): boolean {
  if (cell?.kind !== "money" && cell?.kind !== "number") return false;
  // A multiple or a price is a ratio, and rounded wherever it is shown.
  if (cell.kind === "number" && cell.measure !== "units" && cell.measure !== "count") return false;
  const { value } = exactText(cell);
  const digits = value.replace(/^-?0*/, "").replace(".", "").replace(/^0+/, "").replace(/0+$/, "");
  return digits.length > DIGITS_MAX;
}

/** How a spreadsheet shows a cell; nothing for text. */
export function shownFormat(cell: SheetCell, bookCurrency: string): string | undefined {
  switch (cell.kind) {
    case "money":
      return signed(prefix(cell, bookCurrency) + digits(exponentOf(currencyCode(cell.currency))));
    case "number": {
      const after = cell.measure === "multiple" ? literal("x") : "";
      return signed(prefix(cell, bookCurrency) + digits(cell.decimals) + after);
    }
    case "percent": {
      const [before, after] = cell.frame ?? ["", ""];
      return `${literal(before)}${digits(cell.decimals)}%${literal(after)}`;
    }
    case "date":
      return "yyyy-mm-dd";
    case "text":
    case "none":
      return undefined;
  }
}

const digits = (decimals: number): string =>
  decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(decimals)}`;

const signed = (format: string): string => `${format};[Red]-${format}`;

function prefix(cell: SheetCell, bookCurrency: string): string {
  const currency = foreignCurrency(cell, bookCurrency);
  return currency === undefined ? "" : literal(`${currency} `);
}

/** A format is at most 255 characters, of which two literals and digits take these at most. */
const LITERAL_MAX = 100;

/** Text within a number format; a quote would end it. */
function literal(text: string): string {
  return text === "" ? "" : `"${text.slice(0, LITERAL_MAX).toWellFormed().replaceAll('"', "'")}"`;
}

/** Text as a workbook keeps it: `_x0041_` would be read as a character (ECMA-376, 22.9.2.19). */
export function workbookText(text: string): string {
  return text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
}
