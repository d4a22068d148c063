import type { CellStyle, CellValue, WriteSheet } from "hucre/xlsx";
import { workbookText } from "./workbook-cell.ts";

const WIDTH_MIN = 12;
const WIDTH_MAX = 60;
/** Points of the type, and of a line of it. */
const SIZE = 10;
const LINE_HEIGHT = 15;
/** The highest row that spreadsheets take. */
const HEIGHT_MAX = 409;

type Wrapped = {
  readonly row: number;
  readonly column: number;
  readonly columns: number;
  readonly text: string;
  readonly size: number;
};

/** Columns that a text takes: what East Asian type sets on a whole square takes two. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += character.codePointAt(0)! >= 0x2e80 ? 2 : 1;
  return width;
}

export type CellLook = {
  readonly isBold?: boolean;
  readonly size?: number;
  /** Colour of the type, "595959". */
  readonly color?: string;
} & Pick<CellStyle, "fill" | "border" | "alignment" | "numFmt">;

/** A worksheet as it is written, row by row; every cell names its font, for none is inherited. */
export class Worksheet {
  readonly #font: string;
  readonly #cells: NonNullable<WriteSheet["cells"]> = new Map();
  readonly #merges: NonNullable<WriteSheet["merges"]> = [];
  /** Texts that may take several lines, with the columns that they have for it. */
  readonly #wrapped: Wrapped[] = [];
  readonly #widths: number[] = [];
  #rows = 0;

  constructor(font: string) {
    this.#font = font;
  }

  /** The next row, counted from 0. */
  addRow(): number {
    return this.#rows++;
  }

  /** A row of text across so many columns, one line for each of these. */
  addText(lines: readonly string[], columns: number, look: CellLook = {}): void {
    const row = this.addRow();
    const alignment = { wrapText: true, vertical: "top" } as const;
    this.put(row, 0, lines.map(workbookText).join("\n"), { ...look, alignment }, columns);
    if (columns > 1) {
      this.#merges.push({ startRow: row, startCol: 0, endRow: row, endCol: columns - 1 });
    }
  }

  /** Makes a column wide enough for a text. */
  widen(column: number, text: string): void {
    this.#widths[column] = Math.max(this.#widths[column] ?? 0, widthOf(text));
  }

  put(row: number, column: number, value: CellValue, look: CellLook = {}, columns = 1): void {
    if (typeof value === "string" && look.alignment?.wrapText === true) {
      this.#wrapped.push({ row, column, columns, text: value, size: look.size ?? SIZE });
    }
    const type = typeof value === "number" ? "number" : value instanceof Date ? "date" : "string";
    this.#cells.set(`${row},${column}`, { value, type, style: this.#style(look) });
  }

  putFormula(row: number, column: number, formula: string, result: number, look: CellLook): void {
    const style = this.#style(look);
    this.#cells.set(`${row},${column}`, { type: "formula", formula, formulaResult: result, style });
  }

  /** A text that leads to the top of another worksheet. */
  putLink(row: number, column: number, sheetName: string): void {
    this.put(row, column, workbookText(sheetName), { color: "0B4F8A" });
    const cell = this.#cells.get(`${row},${column}`);
    const hyperlink = { target: "", location: `'${sheetName}'!A1` };
    this.#cells.set(`${row},${column}`, { ...cell, hyperlink });
  }

  /** The worksheet on A4 across, as wide as one page; rows down to `frozen` stay in view. */
  written(name: string, frozen: { readonly rows: number; readonly columns: number }): WriteSheet {
    return {
      ...{ name, rows: Array.from({ length: this.#rows }, () => []), cells: this.#cells },
      ...{ merges: this.#merges, rowDefs: this.#heights() },
      columns: Array.from(this.#widths, (_width, column) => ({ width: this.#widthOf(column) })),
      ...(frozen.rows === 0 ? {} : { freezePane: frozen }),
      pageSetup: {
        ...{ paperSize: "a4", orientation: "landscape" },
        ...{ fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      },
      headerFooter: { oddFooter: "&C&P / &N" },
      view: { showGridLines: false },
    };
  }

  #widthOf(column: number): number {
    // Bold type is wider by about a tenth.
    const width = Math.ceil((this.#widths[column] ?? 0) * 1.1) + 2;
    return Math.min(WIDTH_MAX, Math.max(WIDTH_MIN, width));
  }

  /** A height for every row, since programs do not agree on how high a row of wrapped text is. */
  #heights(): NonNullable<WriteSheet["rowDefs"]> {
    const heights = Array.from({ length: this.#rows }, () => LINE_HEIGHT);
    for (const { row, column, columns, text, size } of this.#wrapped) {
      let room = 0;
      for (let at = column; at < column + columns; at++) room += this.#widthOf(at);
      const needed = text
        .split("\n")
        .map((line) => Math.ceil((widthOf(line) * size) / SIZE / room));
      const lines = needed.reduce((sum, of) => sum + Math.max(1, of), 0);
      const height = Math.min(HEIGHT_MAX, lines * LINE_HEIGHT * (size / SIZE));
      heights[row] = Math.max(heights[row] ?? 0, height);
    }
    return new Map(heights.map((height, row) => [row, { height }]));
  }

  #style({ isBold = false, size = SIZE, color, ...rest }: CellLook): CellStyle {
    const font = { name: this.#font, size, ...(isBold ? { bold: true } : {}) };
    return { ...rest, font: color === undefined ? font : { ...font, color: { rgb: color } } };
  }
}
