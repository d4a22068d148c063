import { NodeCompiler, type NodeTypstDocument } from "@myriaddreamin/typst-ts-node-compiler";
import { assert } from "@jointfund/core/base/assert.ts";
import { dateParts } from "@jointfund/core/calendar/date.ts";
import { characterTest } from "./font-coverage.ts";
import { PDF_TEMPLATE } from "./pdf-template.ts";
import { foreignCurrency, printedTable, type PrintedTable } from "./printed.ts";
import { distinct, wordIn, type Report, type Sheet, type SheetCell, type Words } from "./sheet.ts";

/** Points of A4 within the margins, across and upright. */
const ROOM = { wide: 757, upright: 510 };
/** Points of the type; none is smaller, though a table may then be wider than its page. */
const SIZE_MAX = 8.5;
const SIZE_MIN = 4.5;
/** What stands for a character that the typeface does not have: the printer's geta. */
const GETA = "〓";

/** What is used of the compiler. Its own types are in terms of Node's, which this package lacks. */
type Typesetter = {
  compile: (of: {
    readonly mainFileContent: string;
    readonly inputs: { readonly [name: string]: string };
  }) => {
    readonly result: NodeTypstDocument | null;
    readonly takeDiagnostics: () => { readonly shortDiagnostics: readonly unknown[] } | null;
  };
  pdf: (
    document: NodeTypstDocument,
    options: { readonly pdfStandard: string; readonly creationTimestamp: number },
  ) => Uint8Array;
};

/** Fonts that are given come before those of the machine, and no other is asked for. */
const TYPESETTERS = NodeCompiler as unknown as {
  create: (of: {
    readonly fontArgs: readonly { readonly fontBlobs: readonly Uint8Array[] }[];
  }) => Typesetter;
};

/**
 * A report as PDF/A-2a [F36]: paged, tagged, with bookmarks, on every page the charter's notice,
 * and the typeface embedded. The same report and fonts give the same bytes.
 *
 * @param fonts BIZ UDPGothic, regular and bold, as TrueType
 */
export function reportPdf(report: Report, fonts: readonly Uint8Array[]): Uint8Array {
  const [regular] = fonts;
  assert(regular !== undefined, "there is a typeface");
  const compiler = TYPESETTERS.create({ fontArgs: [{ fontBlobs: fonts }] });
  const data = new PaperMaker(report, characterTest(regular)).report();
  const compiled = compiler.compile({
    mainFileContent: PDF_TEMPLATE,
    inputs: { report: JSON.stringify(data) },
  });
  const { result } = compiled;
  assert(
    result !== null,
    `the template compiles: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`,
  );
  const creationTimestamp = Date.parse(`${report.recordedTo}T00:00:00Z`) / 1000;
  return compiler.pdf(result, { pdfStandard: "a-2a", creationTimestamp });
}

/** The report as the template reads it: words that can be set, and sizes at which tables fit. */
class PaperMaker {
  readonly #report: Report;
  readonly #isSettable: (codePoint: number) => boolean;

  constructor(report: Report, isSettable: (codePoint: number) => boolean) {
    this.#report = report;
    this.#isSettable = isSettable;
  }

  report() {
    const { languages, title, notice, source, labels, recordedTo, sheets } = this.#report;
    const [language = "en"] = languages;
    const about = sheets.length === 1 ? sheets[0]!.title : labels.contents;
    return {
      ...{ language, name: this.#text(`${wordIn(about, language)} – ${wordIn(title, language)}`) },
      ...{ title: this.#words(title), notice: this.#words(notice), source: this.#words(source) },
      date: dateParts(recordedTo),
      ...{ contents: this.#words(labels.contents), line: this.#words(labels.line) },
      page: this.#words(labels.page),
      statements: sheets.map((sheet) => this.#statement(sheet)),
    };
  }

  #statement(sheet: Sheet) {
    const tables = sheet.tables.map(printedTable);
    const wide = tables.some((table) => widthOf(table) * SIZE_MAX > ROOM.upright);
    const room = wide ? ROOM.wide : ROOM.upright;
    return {
      ...{ title: this.#words(sheet.title), wide },
      subtitles: sheet.subtitles.map((words) => this.#words(words)),
      charts: (sheet.charts ?? []).map(({ svg, said }) => ({
        svg: svg.replaceAll(/font-family:[^;}]*/g, `font-family:"BIZ UDPGothic"`),
        said: this.#text(said),
      })),
      tables: tables.map((table) => ({
        caption: this.#words(table.caption),
        size: Math.max(SIZE_MIN, Math.min(SIZE_MAX, room / widthOf(table))),
        headings: table.headings.map((words, column) => [
          this.#words(words),
          isOfWords(table, column),
        ]),
        rows: table.rows.map(({ label, rank, cells }) => ({
          ...{ label: this.#words(label), rank },
          cells: cells.map((cell) => this.#cell(cell, sheet.currency)),
        })),
      })),
    };
  }

  #cell(cell: SheetCell, bookCurrency: string) {
    const currency = foreignCurrency(cell, bookCurrency);
    const said = this.#words(cell.said);
    return {
      kind: cell.kind,
      said:
        currency === undefined
          ? said
          : said.map((word) => ({ ...word, text: `${currency} ${word.text}` })),
    };
  }

  #words(words: Words) {
    return distinct(words).map(({ language, text }) => ({ language, text: this.#text(text) }));
  }

  #text(text: string): string {
    let set = "";
    // A selector of a glyph's variant is no glyph; the typeface has one variant of each.
    for (const character of text.normalize("NFC").replaceAll(/\p{Variation_Selector}/gu, "")) {
      // PDF/A leaves characters of private use out: nobody could say what they were.
      const isSettable = this.#isSettable(character.codePointAt(0)!) && !/\p{Co}/u.test(character);
      set += isSettable ? character : GETA;
    }
    return breakable(set);
  }
}

/** Whether a column holds no figure, so that it is set at the left. */
function isOfWords({ rows }: PrintedTable, column: number): boolean {
  return rows.every(({ cells }) => /^(?:text|none)$/.test(cells[column]?.kind ?? "none"));
}

/** A run of so many characters may be broken, or it would stand over its neighbours. */
const RUN_MAX = 20;

const breakable = (text: string): string =>
  text.replaceAll(new RegExp(`[!-~]{${RUN_MAX}}(?=[!-~])`, "g"), "$&\u{200b}");

/** Ems that a text takes at most, so far as it is not broken. */
function emsOf(words: Words, max: number): number {
  const widths = words.map(({ text }) => {
    let ems = 0;
    for (const character of text) ems += character.codePointAt(0)! >= 0x2e80 ? 1 : 0.6;
    return ems;
  });
  return Math.min(max, Math.max(0, ...widths));
}

/** Ems that a table needs: its figures whole, its words broken where they are long. */
function widthOf({ headings, rows }: PrintedTable): number {
  const gap = 0.7;
  const label = Math.max(8, ...rows.map(({ label: words }) => emsOf(words, 18)));
  const columns = headings.map((heading, column) => {
    const figures = rows.map(({ cells }) => {
      const cell = cells[column];
      return cell === undefined ? 0 : emsOf(cell.said, cell.kind === "text" ? 12 : 40) + 1;
    });
    return Math.max(emsOf(heading, 7), ...figures);
  });
  return columns.reduce((sum, ems) => sum + ems + gap, label + gap);
}
