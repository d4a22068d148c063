import { assert } from "../base/assert.ts";
import type { Ratio } from "../base/ratio.ts";
import type { LocalDate } from "../calendar/date.ts";
import type { LocalizedText } from "../charter/charter.ts";
import type { CaptionKey } from "./caption-keys.ts";
import type { PostingSelection } from "./period-book.ts";
import type { StatementPeriod } from "./period.ts";

/** What a statement is of: one vehicle's book, or all of them together without what is between. */
export type StatementScope = { readonly vehicle: string } | { readonly consolidated: true };

/**
 * What a line or column is called: a key that the edge has words for, a name of the charter, both.
 */
export type Caption = { readonly key?: CaptionKey; readonly name?: LocalizedText };

/** One figure of a line. Amounts are minor units of their own currency; rates are exact. */
export type Cell =
  | { readonly kind: "money"; readonly currency: string; readonly minor: bigint }
  | { readonly kind: "units"; readonly microUnits: bigint }
  /** Money per unit, in main units of the currency, exact. */
  | { readonly kind: "price"; readonly currency: string; readonly price: Ratio }
  | { readonly kind: "share" | "multiple"; readonly ratio: Ratio }
  /** A return; `others` are further roots that the flows have, ascending. */
  | {
      readonly kind: "rate";
      readonly ratio: Ratio;
      readonly annualised: boolean;
      readonly others?: readonly Ratio[];
    }
  | { readonly kind: "date"; readonly on: LocalDate }
  | { readonly kind: "count"; readonly count: number }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "caption"; readonly caption: Caption }
  /** Nothing can be said: nothing to divide by, no such thing. */
  | { readonly kind: "none" };

/** Where a line comes from: postings, other lines, or what the record keeps besides the books. */
export type LineSource =
  | {
      readonly kind: "postings";
      readonly selections: readonly PostingSelection[];
      /** Column by column, where the columns measure at several times. */
      readonly columns?: readonly (readonly PostingSelection[])[];
    }
  | { readonly kind: "lines"; readonly plus: readonly string[]; readonly minus: readonly string[] }
  | { readonly kind: "record" };

export type StatementLine = {
  /** Stable within its table: what checks, exports and `why` name it by. */
  readonly id: string;
  readonly caption: Caption;
  readonly rank: "line" | "subtotal" | "total";
  /** One for each column of the table. */
  readonly cells: readonly Cell[];
  readonly source: LineSource;
};

export type StatementTable = {
  readonly id: string;
  readonly caption: Caption;
  readonly columns: readonly { readonly id: string; readonly caption: Caption }[];
  readonly lines: readonly StatementLine[];
};

/** A statement as a value: nothing in it is stored, and nothing is said in a language. */
export type FinancialStatement = {
  readonly name: string;
  readonly scope: StatementScope;
  readonly period: StatementPeriod;
  /** The currency into which all amounts are translated; absent where none is [ST70]. */
  readonly reportingCurrency?: string;
  readonly tables: readonly StatementTable[];
};

/**
 * The amount in a cell of a table, of its first column if none is named; a bug where there is none.
 */
export function amountIn(table: StatementTable, line: string, column?: string): bigint {
  const at = table.columns.findIndex(({ id }) => column === undefined || id === column);
  const cell = table.lines.find(({ id }) => id === line)?.cells[at];
  assert(cell?.kind === "money", `no amount at ${table.id}/${line}/${column ?? ""}`);
  return cell.minor;
}

/** The amounts of a column in the lines that are no sums, for those that have one. */
export function amountsIn(table: StatementTable, column: string): readonly bigint[] {
  const at = table.columns.findIndex(({ id }) => id === column);
  return table.lines.flatMap(({ rank, cells }) => {
    const cell = cells[at];
    return rank === "line" && cell?.kind === "money" ? [cell.minor] : [];
  });
}
