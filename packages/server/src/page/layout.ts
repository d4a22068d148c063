import stringWidth from "string-width";

/** Columns that a text takes at a terminal: East Asian wide characters take two. */
export const widthOf = (text: string): number => stringWidth(text);

export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

export function padStart(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - widthOf(text))) + text;
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** The text cut to a width, with "…" where something was cut. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = "";
  for (const { segment } of graphemes.segment(text)) {
    if (widthOf(kept + segment) > width - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/** Characters that no line may begin with (JIS X 4051); the break goes before the one before. */
const NOT_FIRST = /^[、。,.・:;)」』】）：〉》!?ー%]/u;

/** Characters that no line may end with (JIS X 4051); the break goes before them. */
const NOT_LAST = /[(（「『【〈《]$/u;

/** Breaks between words, and between any two characters of Japanese, to lines of a width. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const part of breakableParts(text)) {
    if (line !== "" && widthOf(line + part.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = part.trimStart();
    } else line += part;
  }
  if (line.trimEnd() !== "" || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

/** The smallest parts that stay together: a word with the space behind it, a Japanese character. */
function breakableParts(text: string): readonly string[] {
  const parts: string[] = [];
  for (const [part] of text.matchAll(/[^\s\u2e80-\uffef]+\s*|\s+|[\u2e80-\uffef]/gu)) {
    const before = parts.at(-1);
    const isJoined = before !== undefined && (NOT_FIRST.test(part) || NOT_LAST.test(before));
    if (isJoined) parts[parts.length - 1] += part;
    else parts.push(part);
  }
  return parts;
}

/** Parts that stay whole, beside each other as far as they fit; only what is too wide is broken. */
export function flow(parts: readonly string[], between: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line: string | undefined;
  for (const part of parts) {
    const longer = line === undefined ? part : line + between + part;
    if (line !== undefined && widthOf(longer) > width) {
      lines.push(line);
      line = part;
    } else line = longer;
  }
  return [...lines, ...(line === undefined ? [] : [line])].flatMap((each) => wrap(each, width));
}

/** A line whose left part is cut if both do not fit. */
export function apart(left: string, right: string, width: number): string {
  const room = width - widthOf(right) - 1;
  return `${padEnd(cut(left, room), room)} ${right}`;
}

/** Label and right-aligned columns. */
export function row(label: string, cells: readonly string[], widths: readonly number[]): string {
  const [labelWidth = 0, ...cellWidths] = widths;
  const columns = cells.map((cell, index) => padStart(cell, cellWidths[index] ?? 0));
  return [padEnd(cut(label, labelWidth), labelWidth), ...columns].join("").trimEnd();
}
