import assert from "node:assert/strict";
import { inflateRawSync } from "node:zlib";
import { test } from "node:test";
import fc from "fast-check";
import { readXlsx, writeXlsx } from "hucre/xlsx";
import { Ratio } from "@jointfund/core/base/ratio.ts";
import { currencyCode, exponentOf } from "@jointfund/core/money/currency.ts";
import {
  harmlessText,
  type Report,
  type SheetCell,
  type SheetTable,
} from "@jointfund/formats/sheet/sheet.ts";
import { reportXlsx } from "@jointfund/formats/sheet/xlsx.ts";
import { requireTool } from "../../../../tests/support/require-tool.ts";
import { HOSTILE, moneyCell, plain, reports } from "./plausible-reports.ts";
import { recalculated, SOFFICE, type ComputedCell, type ComputedSheet } from "./recalculated.ts";

const LANGUAGES = 2;
const FIRST_ROW = 4;

const tablesOf = ({ sheets }: Report): readonly SheetTable[] =>
  sheets.flatMap(({ tables }) => tables);

/** The smallest parts of a figure that is to be exact. */
function partsOf(cell: SheetCell | undefined): bigint | undefined {
  if (cell?.kind === "money") return cell.minor;
  if (cell?.kind !== "number" || cell.measure !== "units") return undefined;
  return (cell.value.num * 1_000_000n) / cell.value.den;
}

const needsExact = (cell: SheetCell | undefined): boolean =>
  (partsOf(cell) ?? 0n).toString().replace("-", "").replace(/0+$/, "").length > 15;

/** Where each column of a table stands: an exact one beside it moves the next. */
function placesOf({ columns, rows }: SheetTable): readonly { at: number; isExact: boolean }[] {
  let at = LANGUAGES;
  return columns.map((_column, column) => {
    const isExact = rows.some(({ cells }) => needsExact(cells[column]));
    const place = { at, isExact };
    at += isExact ? 2 : 1;
    return place;
  });
}

/** The exact decimal of a double as a program wrote it. */
function decimalOf(text: string): Ratio {
  const [, digits = "", exponent = "0"] = /^(-?[0-9.]+)(?:[eE]\+?(-?\d+))?$/.exec(text) ?? [];
  const decimal = Ratio.fromDecimal(digits);
  assert.ok(decimal.ok, text);
  const power = 10n ** BigInt(Math.abs(Number(exponent)));
  const factor = Number(exponent) < 0 ? Ratio.make(1n, power) : Ratio.make(power);
  return Ratio.mul(decimal.value, factor);
}

const amountOf = ({ currency, minor }: Extract<SheetCell, { kind: "money" }>): Ratio =>
  Ratio.make(minor, 10n ** BigInt(exponentOf(currencyCode(currency))));

/** Every figure as it was computed again, held against the exact one. */
function assertComputed(table: SheetTable, rows: ComputedSheet["rows"]): void {
  const places = placesOf(table);
  for (const [index, { cells }] of table.rows.entries()) {
    const row = rows[FIRST_ROW + index]!;
    for (const [column, { at, isExact }] of places.entries()) {
      const cell = cells[column];
      const computed = row[at];
      if (cell?.kind === "money") {
        assert.equal(computed?.type, "float");
        if (needsExact(cell)) assert.equal(computed?.formula, "");
        else assert.ok(Ratio.equals(decimalOf(computed.value), amountOf(cell)), computed?.value);
      } else if (cell?.kind === "date") {
        assert.equal(computed?.type, cell.on < "1900-03-01" ? "string" : "date");
        assert.equal(computed?.type === "date" ? computed.value : computed?.text, cell.on);
      } else if (cell?.kind === "number" || cell?.kind === "percent") {
        assert.equal(computed?.type, cell.kind === "percent" ? "percentage" : "float");
        const off = Ratio.abs(Ratio.sub(decimalOf(computed.value), cell.value));
        const relative = Ratio.mul(off, Ratio.make(10n ** 14n));
        const size = Ratio.add(Ratio.abs(cell.value), Ratio.make(1n, 10n ** 6n));
        assert.ok(Ratio.compare(relative, size) <= 0, computed?.value);
      }
      if (isExact && partsOf(cell) !== undefined) {
        assert.equal(row[at + 1]?.text, cell?.said[0]?.text);
      }
    }
  }
}

const formulasIn = (rows: ComputedSheet["rows"]): readonly ComputedCell[] =>
  rows.flat().filter(({ formula }) => formula !== "");

/** A table of amounts, the total of which adds up the first rows and takes away the last. */
function summed(minors: readonly bigint[], taken: number, currency = "USD"): Report {
  const ids = minors.map((_minor, n) => `line.${n}`);
  const plus = ids.slice(0, ids.length - taken);
  const minus = ids.slice(ids.length - taken);
  const total = minors.reduce((sum, of, n) => sum + (n < plus.length ? of : -of), 0n);
  const [report] = fc.sample(reports, { seed: 1, numRuns: 1 });
  const [sheet] = report!.sheets;
  return {
    ...report!,
    sheets: [
      {
        ...{ ...sheet!, currency },
        tables: [
          {
            ...{ id: "table", caption: plain("Table") },
            columns: [{ id: "amount", heading: plain("Amount") }],
            rows: [
              ...minors.map((minor, n) => ({
                ...{ id: ids[n]!, label: plain(`Line ${n}`), rank: "line" as const },
                cells: [moneyCell(currency, minor)],
              })),
              {
                ...{ id: "total", label: plain("Total"), rank: "total", sum: { plus, minus } },
                cells: [moneyCell(currency, total)],
              },
            ],
          },
        ],
      },
    ],
  };
}

test("[F35] a sum is a formula of the rows that it adds up, with its value kept", async () => {
  const bytes = await reportXlsx(summed([10n, 20n, 33n], 1));
  const { sheets } = await readXlsx(bytes);
  const cell = sheets[0]?.cells?.get(`${FIRST_ROW + 3},${LANGUAGES}`);
  assert.equal(cell?.formula, "ROUND(SUM(C5:C6)-C7,2)");
  assert.equal(cell?.formulaResult ?? cell?.value, -0.03);
  const yen = await readXlsx(await reportXlsx(summed([1n, 2n], 0, "JPY")));
  assert.equal(yen.sheets[0]?.cells?.get(`${FIRST_ROW + 2},${LANGUAGES}`)?.formula, "SUM(C5:C6)");
});

/** A part of a workbook, from its zip archive (APPNOTE 4.3.7: local headers). */
function partOf(workbook: Uint8Array, name: string): string {
  const bytes = Buffer.from(workbook);
  const at = bytes.indexOf(name);
  assert.equal(bytes.readUInt32LE(at - 30), 0x04034b50);
  const start = at + name.length + bytes.readUInt16LE(at - 2);
  const packed = bytes.subarray(start, start + bytes.readUInt32LE(at - 12));
  return (bytes.readUInt16LE(at - 22) === 8 ? inflateRawSync(packed) : packed).toString();
}

const QUOTED = /^'[^']+'!\$1:\$4$/;

test("[F35] headings repeat on paper, under names that Excel reads", async () => {
  for (const report of fc.sample(reports, 20)) {
    const workbook = partOf(await reportXlsx(report), "xl/workbook.xml");
    const ranges = [...workbook.matchAll(/<definedName [^>]*>([^<]*)</g)].map(([, range]) => range);
    assert.equal(ranges.length, tablesOf(report).length);
    for (const range of ranges) {
      assert.match(range!.replaceAll("&apos;", "'").replaceAll(/&[a-z]+;/g, "&"), QUOTED);
    }
    for (const [, name = ""] of workbook.matchAll(/<sheet name="([^"]*)"/g)) {
      assert.ok(name.replaceAll(/&[a-z]+;/g, "&").length <= 31, name);
    }
  }
});

test("[F35] a sum that its rows do not come to is a bug, not a file", async () => {
  const report = summed([10n, 20n], 0);
  const [sheet] = report.sheets;
  const [table] = sheet!.tables;
  const rows = table!.rows.map((row) =>
    row.rank === "total" ? { ...row, cells: [moneyCell("USD", 31n)] } : row,
  );
  const wrong = { ...report, sheets: [{ ...sheet!, tables: [{ ...table!, rows }] }] };
  await assert.rejects(reportXlsx(wrong), /not the sum it says/);
});

test("[F35] the same report gives the same bytes", async () => {
  for (const report of fc.sample(reports, 10)) {
    assert.deepEqual(await reportXlsx(report), await reportXlsx(report));
  }
});

test("[F35] LibreOffice computes every figure and sum again to the same", (context) => {
  if (!requireTool(context, [SOFFICE])) return;
  return check();
  async function check(): Promise<void> {
    // That it computes at all, and does not repeat what the file says:
    const planted = await writeXlsx({
      sheets: [
        {
          ...{ name: "planted", rows: [[null]] },
          cells: new Map([["0,0", { type: "formula", formula: "1+1", formulaResult: 3 }]]),
        },
      ],
    });
    const cents = summed([10n, 20n, ...Array.from({ length: 300 }, () => 1n)], 7);
    const atLimit = summed([999_999_999_999_998n, 1n, 0n], 0);
    const beyond = summed([10n ** 15n + 1n, 10n ** 17n + 3n], 1);
    const given = [cents, atLimit, beyond, ...fc.sample(reports, 20)];
    const workbooks = await Promise.all(given.map(reportXlsx));
    const [first, ...computed] = recalculated([planted, ...workbooks]);
    assert.equal(first?.[0]?.rows[0]?.[0]?.value, "2");
    let formulas = 0;
    for (const [n, report] of given.entries()) {
      const tables = tablesOf(report);
      const sheets = computed[n]!.slice(tables.length === 1 ? 0 : 1);
      assert.equal(sheets.length, tables.length);
      for (const [at, table] of tables.entries()) {
        assertComputed(table, sheets[at]!.rows);
        formulas += formulasIn(sheets[at]!.rows).length;
      }
    }
    assert.ok(formulas > 20, String(formulas));
    assert.equal(formulasIn(computed[0]![0]!.rows).length, 1);
    assert.equal(formulasIn(computed[1]![0]!.rows).length, 1);
    assert.equal(formulasIn(computed[2]![0]!.rows).length, 0);
  }
});

test("[F35] hostile names stand in workbooks as text, and no name is a formula", (context) => {
  if (!requireTool(context, [SOFFICE])) return;
  return check();
  async function check(): Promise<void> {
    const given = HOSTILE.map((hostile) => {
      const report = summed([1n], 0);
      const [sheet] = report.sheets;
      const text = harmlessText(hostile);
      const words = report.languages.map((language) => ({ language, text }));
      const [table] = sheet!.tables;
      const rows = table!.rows.map((row) => ({ ...row, label: words }));
      const tables = [{ ...table!, caption: words, rows }];
      return { ...report, title: words, sheets: [{ ...sheet!, title: words, tables }] };
    });
    const computed = recalculated(await Promise.all(given.map(reportXlsx)));
    for (const [n, report] of given.entries()) {
      const rows = computed[n]![0]!.rows;
      const named = rows[FIRST_ROW]![0]!;
      const label = report.sheets[0]!.tables[0]!.rows[0]!.label[0]!.text;
      // Spaces that follow each other are one in the paragraphs of this format.
      const same = (text: string): string => text.replaceAll(/\s+/g, "");
      assert.equal(same(named.text), same(label));
      assert.equal(named.formula, "");
      for (const { formula } of formulasIn(rows)) assert.match(formula, /^of:=ROUND\(/);
    }
  }
});
