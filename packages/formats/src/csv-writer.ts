const NUMBER = /^-?[0-9][0-9,]*(?:\.[0-9]+)?[%x]?$/;
/** What spreadsheets take for the beginning of a formula, in both widths. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/u;

/**
 * A field that no spreadsheet computes [F33]: text that would begin a formula gets an apostrophe
 * before it, which spreadsheets take as "this is text". A number is left as it is.
 */
function inertField(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

function field(text: string): string {
  const inert = inertField(text);
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** Records as comma-separated values after RFC 4180: CRLF, quotes where they are needed. */
export function writeCsv(records: Iterable<readonly string[]>): string {
  let text = "";
  for (const record of records) text += `${record.map(field).join(",")}\r\n`;
  return text;
}
