import { assert } from "@jointfund/core/base/assert.ts";
import { exponentOf, currencyCode } from "@jointfund/core/money/currency.ts";
import { Ratio } from "@jointfund/core/base/ratio.ts";
import type { SheetCell, SheetTable } from "./sheet.ts";
import { DIGITS_MAX } from "./workbook-cell.ts";

/** Where a table's column stands in the worksheet, counted from 0, and its first row from 1. */
type Placed = { readonly column: number; readonly at: number; readonly firstRow: number };

/**
 * The formula of a figure that adds up others of its column [F35]: `ROUND(SUM(B5:B9)-B10,2)`.
 * Rounding to the currency's decimals takes away what doubles leave behind them, so that what is
 * computed again is the very number. Nothing for a figure that adds up none, and nothing where a
 * figure has more digits than a double adds exactly. That the rows come to the figure is asserted.
 */
export function sumFormula(
  table: SheetTable,
  index: number,
  { column, at, firstRow }: Placed,
): string | undefined {
  const { sum, cells } = table.rows[index]!;
  const total = addable(cells[column]);
  if (sum === undefined || total === undefined) return undefined;
  const rowsOf = (ids: readonly string[]): readonly number[] =>
    // A row that the table leaves out is nothing.
    table.rows.flatMap(({ id }, row) => (ids.includes(id) ? [row] : []));
  const [plus, minus] = [rowsOf(sum.plus), rowsOf(sum.minus)];
  let minor = 0n;
  for (const row of [...plus, ...minus]) {
    const part = addable(table.rows[row]?.cells[column]);
    if (part === undefined) return undefined;
    assert(part.unit === total.unit, "a sum is of one unit");
    if (!isExact(part.minor)) return undefined;
    minor += plus.includes(row) ? part.minor : -part.minor;
  }
  assert(minor === total.minor, `${table.id}/${table.rows[index]!.id} is not the sum it says`);
  if (!isExact(minor) || plus.length + minus.length === 0) return undefined;
  const letters = columnName(at);
  const added = runs(plus).map((run) => runText(run, letters, firstRow));
  const taken = runs(minus).map((run) => runText(run, letters, firstRow));
  const terms = `${added.join("+")}${taken.map((term) => `-${term}`).join("")}`;
  const formula = total.decimals === 0 ? terms : `ROUND(${terms},${total.decimals})`;
  return formula.length <= FORMULA_MAX ? formula : undefined;
}

type Addable = { readonly unit: string; readonly decimals: number; readonly minor: bigint };

/** Figures that are added: money, units and counts, as whole numbers of their smallest part. */
function addable(cell: SheetCell | undefined): Addable | undefined {
  if (cell?.kind === "money") {
    const decimals = exponentOf(currencyCode(cell.currency));
    return { unit: cell.currency, decimals, minor: cell.minor };
  }
  if (cell?.kind !== "number") return undefined;
  const { measure, value, decimals } = cell;
  if (measure !== "units" && measure !== "count") return undefined;
  const parts = Ratio.mul(value, Ratio.make(10n ** BigInt(decimals)));
  return parts.den === 1n ? { unit: measure, decimals, minor: parts.num } : undefined;
}

/** Characters of the longest formula that Excel takes. */
const FORMULA_MAX = 8192;

const LIMIT = 10n ** BigInt(DIGITS_MAX);

const isExact = (minor: bigint): boolean => minor > -LIMIT && minor < LIMIT;

type Run = { readonly first: number; readonly last: number };

/** Rows that follow each other, together. */
function runs(rows: readonly number[]): readonly Run[] {
  const found: { first: number; last: number }[] = [];
  for (const row of rows) {
    const run = found.at(-1);
    if (run?.last === row - 1) run.last = row;
    else found.push({ first: row, last: row });
  }
  return found;
}

function runText({ first, last }: Run, letters: string, firstRow: number): string {
  const cell = (row: number): string => `${letters}${firstRow + row}`;
  return first === last ? cell(first) : `SUM(${cell(first)}:${cell(last)})`;
}

/** "A" for 0, "AA" for 26. */
function columnName(at: number): string {
  const last = String.fromCodePoint(65 + (at % 26));
  return at < 26 ? last : columnName(Math.floor(at / 26) - 1) + last;
}
