import type { StatementFindings } from "./statement-finding.ts";

/** A record of a CSV file, with the line on which it begins. */
export type CsvRecord = { readonly line: number; readonly fields: readonly string[] };

/**
 * Reads comma-separated values after RFC 4180: fields may be quoted, a quote in them is doubled,
 * and line ends in quotes belong to the field. Line ends are CRLF or LF; empty lines are left out.
 */
export function readCsv(text: string, findings: StatementFindings): readonly CsvRecord[] {
  const records: CsvRecord[] = [];
  const field = /"((?:[^"]|"")*)"|([^",\r\n]*)/y;
  let [at, line] = [0, 1];
  while (at < text.length) {
    const first = line;
    const fields: string[] = [];
    for (;;) {
      field.lastIndex = at;
      const [whole, quoted, plain = ""] = field.exec(text)!;
      at += whole.length;
      line += quoted?.split("\n").slice(1).length ?? 0;
      fields.push(quoted?.replaceAll('""', '"') ?? plain);
      if (text[at] !== ",") break;
      at++;
    }
    const end = /\r?\n|$/y;
    end.lastIndex = at;
    const match = end.exec(text);
    if (match === null) {
      // A quote that does not close, or text behind one: what follows cannot be told apart.
      findings.error("csv_quote_malformed", { line, field: "" }, text.slice(at, at + 40));
      return records;
    }
    at += match[0].length;
    line++;
    if (fields.length > 1 || fields[0] !== "") records.push({ line: first, fields });
  }
  return records;
}
