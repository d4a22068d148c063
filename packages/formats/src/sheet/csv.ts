import { writeCsv } from "../csv-writer.ts";
import { exactText } from "./exact-text.ts";
import { harmlessText, wordIn, type Report } from "./sheet.ts";

const KEYS = [
  ...["statement", "scope", "from", "to", "table", "line", "rank", "column"],
  ...["kind", "unit", "value", "numerator", "denominator"],
] as const;

/**
 * A report as CSV, one record for each figure [F32]: where it stands by ids, its exact value, and
 * for each language what statement, table, line, column and figure are called.
 */
export function reportCsv(report: Report): string {
  return writeCsv(records(report));
}

function* records({ languages, sheets }: Report): Iterable<readonly string[]> {
  const named = ["statement", "table", "line", "column", "text"];
  const names = languages.flatMap((language) => named.map((name) => `${name}_${language}`));
  yield [...KEYS, ...names];
  for (const { id: statement, scope, from, to, title, tables } of sheets) {
    for (const table of tables) {
      for (const { id: line, rank, label, cells } of table.rows) {
        for (const [at, { id: column, heading }] of table.columns.entries()) {
          const cell = cells[at];
          if (cell === undefined || cell.kind === "none") continue;
          const { unit, value, fraction } = exactText(cell);
          const parts = [fraction?.numerator ?? "", fraction?.denominator ?? ""];
          const ids = [statement, scope, from, to, table.id, line, rank, column];
          const said = languages.flatMap((language) =>
            [title, table.caption, label, heading, cell.said].map((of) => wordIn(of, language)),
          );
          yield [...ids.map(harmlessText), cell.kind, unit, value, ...parts, ...said];
        }
      }
    }
  }
}
