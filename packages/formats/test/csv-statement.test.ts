import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { StatementsRead } from "../src/camt-053.ts";
import { readStatementCsv } from "../src/csv-statement.ts";

const NAMED = { id: "2026-04", account: "000123456789" };
const HEADER = "kind,date,valueDate,amount,currency,reference,counterparty,description";

const read = (...rows: readonly string[]): StatementsRead =>
  readStatementCsv(new TextEncoder().encode([HEADER, ...rows].join("\r\n")), NAMED);

const told = ({ findings }: StatementsRead): readonly string[] =>
  findings.map(({ line, field, code, actual }) => `${line} ${field} ${code} ${actual}`);

const OPENING = "opening,2026-04-01,,100.00,USD,,,";
const CLOSING = "closing,2026-04-30,,90.50,USD,,,";

test("[F6] quotes, commas and line ends in quotes belong to the field", () => {
  const { statements, findings } = read(
    OPENING,
    'line,2026-04-02,2026-04-03,-9.50,USD,fee-4,"Bank ""of"" Example, Ltd","first\r\nsecond"',
    "",
    CLOSING,
  );
  assert.deepEqual(findings, []);
  assert.deepEqual(statements, [
    {
      ...NAMED,
      currency: "USD",
      opening: { on: "2026-04-01", minor: 10_000n },
      closing: { on: "2026-04-30", minor: 9_050n },
      lines: [
        {
          bookedOn: "2026-04-02",
          valueOn: "2026-04-03",
          minor: -950n,
          reference: "fee-4",
          counterparty: 'Bank "of" Example, Ltd',
          description: "first second",
        },
      ],
    },
  ]);
});

test("[F6] all that is wrong is told at once, by line and column", () => {
  const broken = read(
    OPENING,
    'line,2026-04-02,,1.5.0,USD,,,"two\nlines"',
    "line,02/04/2026,,1.00,USD,,,",
    "line,2026-04-02,,1.00,EUR,,,",
    "entry,2026-04-02,,1.00,USD,,,",
    "line,2026-04-02,,1.00,USD,,",
    "opening,2026-04-01,,100.00,USD,,,",
    "closing,2026-04-30,,0.001,USD,,,",
    "line,2026-04-30,,0,USD,,,",
  );
  assert.deepEqual(broken.statements, []);
  assert.deepEqual(told(broken), [
    "8  csv_columns_differ 7",
    "7 kind row_kind_unknown entry",
    "9 kind opening_not_first opening",
    "10 kind closing_not_last closing",
    "11 kind closing_not_last line",
    "3 amount amount_malformed 1.5.0",
    "5 date date_malformed 02/04/2026",
    "6 currency currency_differs EUR",
    "10 amount amount_too_many_decimals 0.001",
    "11 amount entry_of_nothing 0",
  ]);
});

test("[F6] a file that is no statement is refused for what it is", () => {
  const of = (bytes: Uint8Array): readonly string[] => told(readStatementCsv(bytes, NAMED));
  const text = new TextEncoder();
  assert.deepEqual(of(text.encode("")), ["0  statement_missing "]);
  assert.deepEqual(of(text.encode(HEADER)), ["0  statement_missing "]);
  assert.deepEqual(of(text.encode("date,amount\n")), ["1  csv_header_differs date,amount"]);
  assert.deepEqual(of(new Uint8Array([0x6b, 0xff])), ["0  not_utf8 1"]);
  assert.deepEqual(of(text.encode(`${HEADER}\n"open`)), ['2  csv_quote_malformed "open']);
  assert.deepEqual(of(new Uint8Array(8_000_001)), ["0  file_too_large 8000001"]);
  assert.deepEqual(told(read("opening,2026-04-01,,1.00,XXX,,,")).slice(0, 1), [
    "2 currency currency_unknown XXX",
  ]);
  assert.deepEqual(told(read(OPENING)), ["2 kind closing_not_last "]);
});

test("[F6] a spreadsheet's byte order mark is no part of the header", () => {
  const bytes = new TextEncoder().encode(`\uFEFF${HEADER}\n${OPENING}\n${CLOSING}\n`);
  const { statements, findings } = readStatementCsv(bytes, NAMED);
  assert.equal(statements.length, 1);
  assert.deepEqual(
    findings.map(({ code, severity, actual }) => [code, severity, actual]),
    [["statement_difference", "warning", "USD -950"]],
  );
});

test("[F6] what is written after RFC 4180 is read back", () => {
  const word = fc
    .array(fc.constantFrom('"', ",", "a", "日", "\n", " "), { maxLength: 8 })
    .map((all) => all.join(""));
  const line = fc.record({
    minor: fc.bigInt(-(10n ** 18n), 10n ** 18n).filter((minor) => minor !== 0n),
    reference: word,
    description: word,
  });
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const oneSpace = (text: string): string => text.split(/\s+/).join(" ").trim();
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
      const sum = lines.reduce((total, { minor }) => total + minor, 0n);
      const { statements } = read(
        "opening,2026-04-01,,0,JPY,,,",
        ...lines.map(({ minor, reference, description }) =>
          ["line", "2026-04-02", "", minor, "JPY", quoted(reference), "", quoted(description)].join(
            ",",
          ),
        ),
        `closing,2026-04-30,,${sum},JPY,,,`,
      );
      assert.deepEqual(
        statements[0]?.lines.map(({ minor, reference, description }) => ({
          minor,
          reference,
          description,
        })),
        lines.map(({ minor, reference, description }) => ({
          minor,
          reference: oneSpace(reference),
          description: oneSpace(description),
        })),
      );
    }),
  );
});
