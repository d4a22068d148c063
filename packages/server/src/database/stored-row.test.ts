import assert from "node:assert/strict";
import { test } from "node:test";
import { PGlite } from "@electric-sql/pglite";
import fc from "fast-check";
import { encodingFault } from "@jointfund/core/base/canonical.ts";
import { localDate } from "@jointfund/core/calendar/date.ts";
import { asJson, type Value } from "./rows/row.ts";
import { asStored, copyLine, readingOf, storedRow } from "./stored-row.ts";

const COLUMNS = [
  { name: "entry", type: "bigint" },
  { name: "place", type: "integer" },
  { name: "effective_date", type: "date" },
  { name: "recorded_at", type: "timestamp with time zone" },
  { name: "said", type: "text" },
  { name: "detail", type: "jsonb" },
  { name: "minor", type: "numeric" },
  { name: "held", type: "boolean" },
];
const tables = new Map([["things", COLUMNS]]);

const rowOf = (values: { readonly [column: string]: Value }, place: number) =>
  storedRow(tables, {
    ...{ table: "things", entry: 7, place, on: localDate("2026-03-31"), values },
    recordedAt: "2026-04-01T23:59:59Z",
  });

test("[DB7] whatever is written is read back as it was compared, U+0000 apart", async () => {
  const database = await PGlite.create();
  const columns = COLUMNS.map(({ name, type }) => `${name} ${type}`).join(", ");
  await database.exec(`SET TimeZone = 'Asia/Tokyo'; CREATE TABLE things (${columns})`);
  const special = fc.constantFrom("\\", "\t", "\n", "\r", "\u0000", "\\N", "\\u0000", "\\.", '"');
  const text = fc
    .array(fc.oneof(special, fc.string({ unit: "grapheme" })), { maxLength: 6 })
    .map((parts) => parts.join("").toWellFormed())
    // What the record cannot hold reaches no table.
    .filter((one) => encodingFault(one) === undefined);
  const row = fc.record({
    said: text,
    detail: fc.record({ key: text, list: fc.array(fc.oneof(text, fc.integer(), fc.boolean())) }),
    minor: fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
    held: fc.option(fc.boolean()),
  });
  const rows = fc
    .sample(row, 2000)
    .map(({ detail, ...values }, n) => rowOf({ ...values, detail: asJson(detail) }, n));
  await database.query("COPY things FROM '/dev/blob'", [], {
    blob: new Blob([rows.map(copyLine).join("")]),
  });
  const found = await database.query<(string | null)[]>(
    `SELECT ${COLUMNS.map(readingOf).join(", ")} FROM things t ORDER BY t.place`,
    [],
    { rowMode: "array" },
  );
  const read = found.rows.map((cells) => cells.map((cell, n) => asStored(COLUMNS[n]!, cell)));
  assert.deepEqual(read, rows);
  await database.close();
});

test("[DB7] U+0000 is replaced by U+FFFD, and text that only looks like it is not", () => {
  const [, , , , said, detail] = rowOf(
    { said: "a\u0000b\\u0000", detail: asJson({ key: "a\u0000b", other: "\\u0000" }) },
    0,
  );
  assert.equal(said, "a\ufffdb\\u0000");
  assert.equal(detail, '{"key":"a\ufffdb","other":"\\\\u0000"}');
});

test("a value without a column is a fault of the program", () => {
  assert.throws(() => rowOf({ nothing: "x" }, 0), /has a column for each value/);
});
