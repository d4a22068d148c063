/** A place in a file: lines and columns from 1, columns in characters (code points). */
export type SourcePosition = { readonly line: number; readonly column: number };

/** A stretch of a file: offsets in UTF-16 code units, `end` not included. */
export type SourceSpan = { readonly start: number; readonly end: number };

/** A text with its lines, for turning offsets into places that a person can find. */
export class SourceText {
  readonly text: string;
  private readonly lineStarts: readonly number[];

  constructor(text: string) {
    this.text = text;
    const starts = [0];
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    this.lineStarts = starts;
  }

  position(offset: number): SourcePosition {
    const index = this.lineIndex(offset);
    const column = [...this.text.slice(this.lineStarts[index], offset)].length + 1;
    return { line: index + 1, column };
  }

  /** The line that holds an offset, without its end, and where the offset is in it. */
  lineAt(offset: number): { readonly line: string; readonly at: number } {
    const index = this.lineIndex(offset);
    const start = this.lineStarts[index]!;
    const end = this.lineStarts[index + 1] ?? this.text.length + 1;
    return { line: this.text.slice(start, end - 1).replace(/\r$/, ""), at: offset - start };
  }

  private lineIndex(offset: number): number {
    let [low, high] = [0, this.lineStarts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.lineStarts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
