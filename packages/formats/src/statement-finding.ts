/** What may be wrong with a bank's file; texts in English and Japanese are the edge's work. */
export const STATEMENT_FINDING_CODES = [
  // The file as a whole
  "file_too_large",
  "not_utf8",
  "not_xml",
  "document_type_forbidden",
  "not_camt_053",
  "version_untested",
  "csv_quote_malformed",
  "csv_header_differs",
  "csv_columns_differ",
  // The statement
  "statement_missing",
  "field_missing",
  "row_kind_unknown",
  "opening_not_first",
  "closing_not_last",
  "statement_difference",
  // A field
  "amount_malformed",
  "amount_negative",
  "amount_too_many_decimals",
  "amount_too_many_digits",
  "currency_unknown",
  "currency_differs",
  "side_unknown",
  "date_malformed",
  // A line that is read with a reservation, or left out
  "date_assumed",
  "entry_not_booked",
  "entry_of_nothing",
] as const;

export type StatementFindingCode = (typeof STATEMENT_FINDING_CODES)[number];

/**
 * One thing that is wrong with a bank's file, and where. An error keeps its statement from being
 * read; a warning says what was read in spite of it, because real banks break the schema.
 */
export type StatementFinding = {
  readonly code: StatementFindingCode;
  readonly severity: "error" | "warning";
  /** Line of the file, from 1; 0 for the file as a whole. */
  readonly line: number;
  /** Element or column, as "Ntry/Amt" or "valueDate"; "" for the line as a whole. */
  readonly field: string;
  /** What stands there, at most 80 characters of it. */
  readonly actual: string;
  readonly required?: string;
};

/** Findings that are told of one file. Of more, the reader has long lost interest. */
const FINDINGS_MAX = 200;

const SHOWN_CHARACTERS = 80;

/** Collects findings, so that all that is wrong is told at once. */
export class StatementFindings {
  readonly #findings: StatementFinding[] = [];
  #errors = 0;

  /** How many errors there are, told or not. */
  get errors(): number {
    return this.#errors;
  }

  error(code: StatementFindingCode, at: Place, actual: string, required?: string): undefined {
    this.#errors++;
    this.#add({ code, severity: "error" }, at, actual, required);
  }

  warning(code: StatementFindingCode, at: Place, actual: string, required?: string): void {
    this.#add({ code, severity: "warning" }, at, actual, required);
  }

  all(): readonly StatementFinding[] {
    return this.#findings;
  }

  #add(
    what: Pick<StatementFinding, "code" | "severity">,
    { line, field }: Place,
    actual: string,
    required: string | undefined,
  ): void {
    if (this.#findings.length >= FINDINGS_MAX) return;
    const shown = actual.slice(0, SHOWN_CHARACTERS).toWellFormed();
    this.#findings.push({
      ...what,
      line,
      field,
      actual: shown,
      ...(required === undefined ? {} : { required }),
    });
  }
}

/** Where something stands in a file. */
export type Place = { readonly line: number; readonly field: string };

export const WHOLE_FILE: Place = { line: 0, field: "" };
