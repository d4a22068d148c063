import { utf8Decode } from "@jointfund/core/base/bytes.ts";
import {
  unexplainedBy,
  type BankBalance,
  type BankFileLine,
  type BankFileStatement,
} from "@jointfund/core/ledger/bank-statement.ts";
import type { CurrencyCode } from "@jointfund/core/money/currency.ts";
import type { StatementsRead } from "./camt-053.ts";
import { readCsv, type CsvRecord } from "./csv.ts";
import { cleanText, readAmount, readCurrency, readDate } from "./statement-fields.ts";
import { StatementFindings, WHOLE_FILE } from "./statement-finding.ts";

/** Columns of a statement as CSV, in this order [F6]. */
export const STATEMENT_COLUMNS = [
  "kind",
  "date",
  "valueDate",
  "amount",
  "currency",
  "reference",
  "counterparty",
  "description",
] as const;

type Column = (typeof STATEMENT_COLUMNS)[number];

/** Bytes of a file that are read at most. */
const CSV_BYTES_MAX = 8_000_000;

const ROW_KINDS: readonly string[] = ["opening", "line", "closing"];

/**
 * Reads one statement from CSV: a header, a row `opening`, rows `line`, a row `closing` [F6].
 * Amounts are signed, positive for money that came in.
 */
export function readStatementCsv(
  bytes: Uint8Array,
  named: { readonly id: string; readonly account: string },
): StatementsRead {
  const findings = new StatementFindings();
  const statement = readRows(bytes, named, findings);
  const isRead = statement !== undefined && findings.errors === 0;
  return { statements: isRead ? [statement] : [], findings: findings.all() };
}

function readRecords(bytes: Uint8Array, findings: StatementFindings): readonly CsvRecord[] {
  if (bytes.length > CSV_BYTES_MAX) {
    findings.error("file_too_large", WHOLE_FILE, `${bytes.length}`, `${CSV_BYTES_MAX}`);
    return [];
  }
  const text = utf8Decode(bytes);
  if (!text.ok) {
    findings.error("not_utf8", WHOLE_FILE, `${text.error.offset}`);
    return [];
  }
  // Spreadsheets put a byte order mark before the header.
  const [header, ...rows] = readCsv(text.value.replace(/^\uFEFF/, ""), findings);
  const columns = STATEMENT_COLUMNS.join(",");
  if (header === undefined) {
    findings.error("statement_missing", WHOLE_FILE, "");
    return [];
  }
  if (header.fields.join(",") !== columns) {
    const at = { line: header.line, field: "" };
    findings.error("csv_header_differs", at, header.fields.join(","), columns);
    return [];
  }
  return rows.filter(({ line, fields }) => {
    const isWhole = fields.length === STATEMENT_COLUMNS.length;
    const [actual, required] = [`${fields.length}`, `${STATEMENT_COLUMNS.length}`];
    if (!isWhole) findings.error("csv_columns_differ", { line, field: "" }, actual, required);
    return isWhole;
  });
}

function readRows(
  bytes: Uint8Array,
  { id, account }: { readonly id: string; readonly account: string },
  findings: StatementFindings,
): BankFileStatement | undefined {
  const records = readRecords(bytes, findings);
  const [first] = records;
  if (first === undefined) {
    if (findings.errors === 0) findings.error("statement_missing", WHOLE_FILE, "");
    return undefined;
  }
  const rows = records.map((record) => new Row(record, findings));
  const currency = rows[0]!.currency();
  checkKinds(rows, findings);
  if (currency === undefined) return undefined;
  const read = rows.map((row) => ({ kind: row.text("kind"), line: row.read(currency) }));
  const lines = read.flatMap(({ kind, line }) =>
    kind === "line" && line !== undefined ? [line] : [],
  );
  const [opening, closing] = [balanceOf(read[0]?.line), balanceOf(read.at(-1)?.line)];
  if (opening === undefined || closing === undefined) return undefined;
  const statement = { id, account, currency, opening, closing, lines };
  const difference = unexplainedBy(statement);
  if (difference !== 0n) {
    const at = { line: records.at(-1)!.line, field: "amount" };
    findings.warning("statement_difference", at, `${currency} ${difference}`);
  }
  return statement;
}

function balanceOf(line: BankFileLine | undefined): BankBalance | undefined {
  return line === undefined ? undefined : { on: line.bookedOn, minor: line.minor };
}

function checkKinds(rows: readonly Row[], findings: StatementFindings): void {
  for (const [n, row] of rows.entries()) {
    const kind = row.text("kind");
    const at = row.at("kind");
    if (!ROW_KINDS.includes(kind)) {
      findings.error("row_kind_unknown", at, kind, ROW_KINDS.join(" "));
    } else if ((kind === "opening") !== (n === 0)) {
      findings.error("opening_not_first", at, kind, "opening");
    } else if (n > 0 && (kind === "closing") !== (n === rows.length - 1)) {
      findings.error("closing_not_last", at, kind, "closing");
    }
  }
  if (rows.length === 1) findings.error("closing_not_last", rows[0]!.at("kind"), "", "closing");
}

/** A row by the names of its columns. */
class Row {
  readonly #record: CsvRecord;
  readonly #findings: StatementFindings;

  constructor(record: CsvRecord, findings: StatementFindings) {
    this.#record = record;
    this.#findings = findings;
  }

  at(column: Column): { readonly line: number; readonly field: string } {
    return { line: this.#record.line, field: column };
  }

  text(column: Column): string {
    return this.#record.fields[STATEMENT_COLUMNS.indexOf(column)]!.trim();
  }

  currency(): CurrencyCode | undefined {
    return readCurrency(this.text("currency"), this.at("currency"), this.#findings);
  }

  /** A line, or a balance in the form of one; a value date that is not given is the date. */
  read(currency: CurrencyCode): BankFileLine | undefined {
    const findings = this.#findings;
    const own = this.text("currency");
    if (own !== currency) {
      findings.error("currency_differs", this.at("currency"), own, currency);
    }
    const minor = readAmount(this.text("amount"), currency, this.at("amount"), findings);
    const bookedOn = readDate(this.text("date"), this.at("date"), findings);
    const isSame = this.text("valueDate") === "";
    const valueOn = isSame
      ? bookedOn
      : readDate(this.text("valueDate"), this.at("valueDate"), findings);
    if (minor === undefined || bookedOn === undefined || valueOn === undefined) return undefined;
    if (minor === 0n && this.text("kind") === "line") {
      findings.warning("entry_of_nothing", this.at("amount"), "0");
      return undefined;
    }
    return {
      bookedOn,
      valueOn,
      minor,
      reference: cleanText(this.text("reference")),
      counterparty: cleanText(this.text("counterparty")),
      description: cleanText(this.text("description")),
    };
  }
}
