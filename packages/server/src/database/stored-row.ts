import { assert } from "@jointfund/core/base/assert.ts";
import { canonicalText, encodingFault, type Json } from "@jointfund/core/base/canonical.ts";
import { JsonValue, type Value } from "./rows/row.ts";
import type { PlacedRow } from "./rows/rows-of-entry.ts";
import type { Column, Tables } from "./schema.ts";

/** The values of a row in the order of its table's columns, as text; null is SQL's. */
export type StoredRow = readonly (string | null)[];

/**
 * A row as its table holds it: the one form that is both written and compared.
 *
 * @throws AssertionError for a table or column that the schema does not have
 */
export function storedRow(tables: Tables, row: PlacedRow): StoredRow {
  const columns = tables.get(row.table);
  assert(columns !== undefined, `the schema has no table ${row.table}`);
  const { values } = row;
  const fixed: { readonly [column: string]: Value } = {
    ...{ entry: row.entry, place: row.place },
    ...{ effective_date: row.on, recorded_at: row.recordedAt },
  };
  let named = 0;
  const stored = columns.map(({ name }) => {
    if (Object.hasOwn(fixed, name)) return textOf(fixed[name]);
    if (!Object.hasOwn(values, name)) return null;
    named++;
    return textOf(values[name]);
  });
  assert(named === Object.keys(values).length, `${row.table} has a column for each value`);
  return stored;
}

function textOf(value: Value | undefined): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof JsonValue) return withoutNulEscapes(canonicalText(value.json));
  if (typeof value === "string") return value.replaceAll("\u0000", REPLACEMENT);
  return value.toString();
}

/**
 * What PostgreSQL holds in place of U+0000, which is in none of its texts; a statement that was
 * refused may be full of it.
 */
const REPLACEMENT = "\ufffd";

/** Canonical JSON writes U+0000 as an escape: behind an even number of backslashes. */
const withoutNulEscapes = (json: string): string =>
  json.includes("\\u0000")
    ? json.replaceAll(/(?<!\\)((?:\\\\)*)\\u0000/g, `$1${REPLACEMENT}`)
    : json;

const ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\t": "\\t",
  "\n": "\\n",
  "\r": "\\r",
};

/** A line of COPY's text format. */
export function copyLine(row: StoredRow): string {
  let line = "";
  for (const [index, value] of row.entries()) {
    if (index > 0) line += "\t";
    line += value === null ? "\\N" : escaped(value);
  }
  return `${line}\n`;
}

const escaped = (text: string): string =>
  /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (one) => ESCAPES[one]!) : text;

/** The SQL that reads a column in the form of a stored row. */
export function readingOf({ name, type }: Column): string {
  if (type === "timestamp with time zone") {
    return `to_char(${name} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
  }
  if (type === "boolean") return `CASE WHEN ${name} THEN 'true' WHEN NOT ${name} THEN 'false' END`;
  return `${name}::text`;
}

/** What was read, in the form of a stored row: PostgreSQL writes JSON in an order of its own. */
export function asStored({ type }: Column, text: string | null): string | null {
  if (type !== "jsonb" || text === null) return text;
  const json = JSON.parse(text) as Json;
  // No canonical form, so none of ours: it differs from whatever is expected.
  return encodingFault(json) === undefined ? canonicalText(json) : text;
}
