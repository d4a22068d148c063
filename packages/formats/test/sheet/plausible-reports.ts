import fc from "fast-check";
import { Ratio } from "@jointfund/core/base/ratio.ts";
import { localDate } from "@jointfund/core/calendar/date.ts";
import { currencyCode } from "@jointfund/core/money/currency.ts";
import { Money } from "@jointfund/core/money/money.ts";
import {
  wordsIn,
  type Report,
  type SheetCell,
  type SheetRow,
  type SheetTable,
  type Words,
} from "@jointfund/formats/sheet/sheet.ts";

const LANGUAGES = ["en", "ja"] as const;

/** Names that were written to be more than names in one format or another. */
export const HOSTILE = [
  "=cmd|' /C calc'!A0",
  "+1+1",
  "-2+3+cmd|' /C calc'!A0",
  "@SUM(A1:A9)",
  "\t=1+1",
  "＝１＋１",
  '=HYPERLINK("https://example.com","x")',
  "<script>alert(1)</script>",
  "</title></style></table><img src=x onerror=alert(1)>",
  "]]>&lt;&amp;&#0;\"'`",
  '#eval("1") #sys.inputs $x^2$ @label <label> *a* _b_ = c // d /* e */ \\ `f` ~',
  "fund\u{202e}evil\u{2066}x\u{2069}",
  "a\u{0}b\u{1}c\u{7f}d\u{85}e\u{2028}f\u{feff}g\u{ffff}",
  'line\r\nbreak, "quoted"',
  "\u{d800}half",
  "基金".repeat(2000),
  "W".repeat(5000),
  "_x000D_ _x0041_",
  "",
] as const;

const name = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "binary", maxLength: 40 }));

const words = fc.tuple(name, name).map(([en, ja]): Words => wordsIn(LANGUAGES, { en, ja }));

export const plain = (text: string): Words => wordsIn(LANGUAGES, { en: text, ja: text });

const money = fc
  .record({
    currency: fc.constantFrom("USD", "JPY", "KWD"),
    minor: fc.oneof(
      fc.bigInt({ min: -(10n ** 6n), max: 10n ** 6n }),
      fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
      fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
    ),
  })
  .map(({ currency, minor }): SheetCell => moneyCell(currency, minor));

export function moneyCell(currency: string, minor: bigint): SheetCell {
  const text = Money.format(Money.of(currencyCode(currency), minor), { grouping: "," });
  return { kind: "money", currency, minor, said: plain(text) };
}

const ratio = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
  .map(([num, den]) => Ratio.make(num, den));

const other: fc.Arbitrary<SheetCell> = fc.oneof(
  ratio.map((value): SheetCell => ({
    kind: "percent",
    value,
    decimals: 4,
    said: plain("some percent"),
  })),
  fc.tuple(ratio, fc.constantFrom("multiple", "price")).map(([value, measure]): SheetCell => ({
    ...{ kind: "number", measure, value, decimals: 6, said: plain("a number") },
    ...(measure === "price" ? { currency: "USD" } : {}),
  })),
  fc.bigInt({ min: 0n, max: 10n ** 20n }).map((microUnits): SheetCell => ({
    ...{ kind: "number", measure: "units", decimals: 6, said: plain(`${microUnits} parts`) },
    value: Ratio.make(microUnits, 1_000_000n),
  })),
  fc
    .constantFrom("1900-01-01", "1900-03-01", "2026-06-30", "2099-12-31")
    .map((on): SheetCell => ({ kind: "date", on: localDate(on), said: plain(on) })),
  words.map((said): SheetCell => ({ kind: "text", said })),
  fc.constant<SheetCell>({ kind: "none", said: plain("-") }),
);

/** Lines of figures and below them what they come to, some added and some taken away. */
const table: fc.Arbitrary<SheetTable> = fc
  .record({
    caption: words,
    headings: fc.array(words, { minLength: 1, maxLength: 4 }),
    lines: fc.array(
      fc.tuple(words, fc.boolean(), fc.array(money, { minLength: 4, maxLength: 4 })),
      {
        maxLength: 6,
      },
    ),
    others: fc.array(fc.tuple(words, fc.array(other, { minLength: 4, maxLength: 4 })), {
      maxLength: 4,
    }),
    total: words,
  })
  .map(({ caption, headings, lines, others, total }) => {
    const width = headings.length;
    // A column is in one currency, since it is added up.
    const currencies = lines[0]?.[2].map((cell) => (cell.kind === "money" ? cell.currency : "USD"));
    const rows = lines.map(([label, , cells], n): SheetRow => ({
      ...{ id: `line.${n}`, label, rank: "line" },
      cells: cells.slice(0, width).map((cell, at) => {
        const minor = cell.kind === "money" ? cell.minor : 0n;
        return moneyCell(currencies?.[at] ?? "USD", minor);
      }),
    }));
    const ids = (isPlus: boolean): readonly string[] =>
      rows.map(({ id }) => id).filter((_id, n) => lines[n]?.[1] === isPlus);
    const sum = { plus: [...ids(true), "left-out"], minus: ids(false) };
    const totals = headings.map((_heading, at): SheetCell => {
      let minor = 0n;
      for (const [n, row] of rows.entries()) {
        const cell = row.cells[at];
        if (cell?.kind === "money") minor += lines[n]?.[1] === true ? cell.minor : -cell.minor;
      }
      return moneyCell(currencies?.[at] ?? "USD", minor);
    });
    const rest = others.map(([label, cells], n): SheetRow => ({
      ...{ id: `other.${n}`, label, rank: "line", cells: cells.slice(0, width) },
    }));
    return {
      ...{ id: "table", caption },
      columns: headings.map((heading, n) => ({ id: `column.${n}`, heading })),
      rows: [
        ...rows,
        { id: "total", label: total, rank: "total", cells: totals, sum } satisfies SheetRow,
        ...rest,
      ],
    };
  });

/** Reports of any names and figures, in two languages. */
export const reports: fc.Arbitrary<Report> = fc
  .record({
    title: words,
    notice: words,
    sheets: fc.array(
      fc.record({ title: words, subtitle: words, tables: fc.array(table, { maxLength: 3 }) }),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map(({ title, notice, sheets }) => ({
    ...{ languages: LANGUAGES, title, notice, source: plain("From the record") },
    recordedTo: localDate("2026-07-01"),
    labels: {
      ...{ contents: plain("Contents"), line: plain("Line"), page: plain("Page {0} of {1}") },
      ...{ exact: plain("Exact amount"), rounded: plain("More than 15 digits") },
    },
    sheets: sheets.map((sheet, n) => ({
      ...{ id: `statement-${n}`, title: sheet.title, subtitles: [sheet.subtitle] },
      ...{ scope: "fund", currency: "USD" },
      ...{ from: localDate("2026-01-01"), to: localDate("2026-06-30"), tables: sheet.tables },
    })),
  }));

/** Where a figure stands, and what it is. */
export type Placed = {
  readonly statement: string;
  readonly table: number;
  readonly line: string;
  readonly column: number;
  readonly cell: SheetCell;
};

/** Every figure of a report. */
export function cellsOf({ sheets }: Report): readonly Placed[] {
  return sheets.flatMap(({ id: statement, tables }) =>
    tables.flatMap(({ rows }, at) =>
      rows.flatMap(({ id: line, cells }) =>
        cells.map((cell, column) => ({ statement, table: at, line, column, cell })),
      ),
    ),
  );
}
