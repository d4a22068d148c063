/**
 * Reads RFC 4180 strictly, a character at a time: a second reading of what ours writes, that shares
 * nothing with it. Every line has to end in CRLF and have as many fields as the first.
 */
export function recordsOf(text: string): readonly { readonly [column: string]: string }[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let value = "";
    if (text[at] === '"') {
      at++;
      for (;;) {
        if (at >= text.length) throw new Error("a quote does not close");
        if (text[at] === '"' && text[at + 1] !== '"') break;
        if (text[at] === '"') at++;
        value += text[at++];
      }
      at++;
    } else {
      while (at < text.length && text[at] !== "," && text[at] !== "\r") {
        if (text[at] === '"' || text[at] === "\n") throw new Error(`a stray character at ${at}`);
        value += text[at++];
      }
    }
    row.push(value);
    if (text[at] === ",") {
      at++;
      if (at === text.length) throw new Error("a line without an end");
      continue;
    }
    if (text.slice(at, at + 2) !== "\r\n") throw new Error(`no end of line at ${at}`);
    at += 2;
    rows.push(row);
    row = [];
  }
  const [names = [], ...records] = rows;
  return records.map((fields) => {
    if (fields.length !== names.length) throw new Error(`${fields.length} fields`);
    return Object.fromEntries(names.map((name, n) => [name, fields[n] ?? ""]));
  });
}
