import { DECIMAL_DIGITS_MAX } from "../base/ratio.ts";
import { parseLocalDate } from "../calendar/date.ts";
import type { FindingCode, FindingFacts } from "./finding.ts";
import { KEYWORDS, type NumberUnit, type Span } from "./syntax.ts";

/** One word, sign or literal of the text and where it stands. */
export type Token =
  | ({ readonly kind: "number"; readonly digits: string; readonly unit: NumberUnit } & Span)
  | ({ readonly kind: "date" | "name" | "text"; readonly value: string } & Span)
  | ({ readonly kind: "keyword" | "symbol"; readonly value: string } & Span)
  | ({ readonly kind: "end" } & Span);

/** A finding of the lexer or parser; its position is worked out at the end. */
export type RawFinding = { readonly code: FindingCode; readonly at: Span } & FindingFacts;

const SPACE = /[ \t\r\n]+/y;
const DATE = /[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])/y;
const NUMBER = /[0-9][0-9_]*(?:\.[0-9_]*)?(?:%|bp(?![A-Za-z0-9_.]))?/y;
/** A number as [X12] wants it: no leading zero, groups of three. */
const NUMBER_SHAPE = /^(0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:_[0-9]{3})+)(\.[0-9]+)?(%|bp)?$/;
const NAME = /[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*/y;
/** What may not touch the end of a number. */
const NUMBER_TAIL = /[A-Za-z0-9_.]+/y;
const SYMBOL = /<=|>=|!=|[-+*/^()[\],:=<>]/y;
/** What other languages and keyboards write, and what it is here [X8]. */
const FOREIGN = /==|&&|\|\||<>|\*\*|!(?!=)|[≤≥≠×÷−＝＜＞＋－（），：]/y;
const FOREIGN_MEANING: ReadonlyMap<string, string> = new Map([
  ["==", "="],
  ["&&", "and"],
  ["||", "or"],
  ["<>", "!="],
  ["**", "^"],
  ["!", "not"],
  ["≤", "<="],
  ["≥", ">="],
  ["≠", "!="],
  ["×", "*"],
  ["÷", "/"],
  ["−", "-"],
  ["＝", "="],
  ["＜", "<"],
  ["＞", ">"],
  ["＋", "+"],
  ["－", "-"],
  ["（", "("],
  ["）", ")"],
  ["，", ","],
  ["：", ":"],
]);

/** Not ASCII, and no operator of another keyboard: reported as one run. */
const UNEXPECTED = /[^\u0000-\u007f≤≥≠×÷−＝＜＞＋－（），：]+|[^]/y;
/** Controls, invisible marks and marks that turn the direction of writing [X7]. */
const INVALID_IN_TEXT =
  /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/;

/** Cuts a text into tokens; the last is always "end". It goes on after a finding [X3]–[X8]. */
export function tokenize(source: string): {
  readonly tokens: readonly Token[];
  readonly findings: readonly RawFinding[];
} {
  const lexer = new Lexer(source);
  while (lexer.at < source.length) lexer.next();
  const end = source.length;
  lexer.tokens.push({ kind: "end", start: end, end });
  return lexer;
}

class Lexer {
  readonly source: string;
  readonly tokens: Token[] = [];
  readonly findings: RawFinding[] = [];
  at = 0;

  constructor(source: string) {
    this.source = source;
  }

  /** Reads one token, or one finding, or white space; always moves on. */
  next(): void {
    const start = this.at;
    let matched: string | undefined;
    if (this.match(SPACE) !== undefined) return;
    if ((matched = this.match(DATE)) !== undefined) this.date(matched, start);
    else if ((matched = this.match(NUMBER)) !== undefined) this.number(matched, start);
    else if ((matched = this.match(NAME)) !== undefined) {
      this.push(KEYWORDS.has(matched) ? "keyword" : "name", matched, start);
    } else if (this.source[start] === '"') this.text(start);
    else if ((matched = this.match(FOREIGN)) !== undefined) this.foreign(matched, start);
    else if ((matched = this.match(SYMBOL)) !== undefined) this.push("symbol", matched, start);
    else {
      this.match(UNEXPECTED);
      const required = ["operand", "operator"];
      this.found("unexpected_character", start, { actual: this.read(start), required });
    }
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const matched = pattern.exec(this.source)?.[0];
    if (matched !== undefined) this.at += matched.length;
    return matched;
  }

  private read(start: number): string {
    return this.source.slice(start, this.at);
  }

  private push(
    kind: "date" | "name" | "text" | "keyword" | "symbol",
    value: string,
    start: number,
  ) {
    this.tokens.push({ kind, value, start, end: this.at });
  }

  private found(code: FindingCode, start: number, facts: FindingFacts): void {
    this.findings.push({ code, at: { start, end: this.at }, ...facts });
  }

  private date(value: string, start: number): void {
    if (!parseLocalDate(value).ok) {
      this.found("date_invalid", start, { actual: value, required: ["YYYY-MM-DD"] });
    }
    this.push("date", value, start);
  }

  private number(matched: string, start: number): void {
    const tail = /[%p]$/.test(matched) ? undefined : this.match(NUMBER_TAIL);
    const shape = NUMBER_SHAPE.exec(matched);
    const unit = matched.endsWith("%") ? "percent" : matched.endsWith("p") ? "basisPoint" : "one";
    let digits = "1";
    if (tail !== undefined || shape === null) {
      const required = ["1", "1_000", "0.25", "45%", "25bp"];
      this.found("number_malformed", start, { actual: this.read(start), required });
    } else {
      digits = canonicalDigits(shape[1]!, shape[2] ?? "", unit);
      const length = digits.length - (digits.includes(".") ? 1 : 0);
      if (length > DECIMAL_DIGITS_MAX) {
        const required = [String(DECIMAL_DIGITS_MAX)];
        this.found("number_too_long", start, { actual: String(length), required });
      }
    }
    this.tokens.push({ kind: "number", digits, unit, start, end: this.at });
  }

  private text(start: number): void {
    let value = "";
    for (this.at++; this.source[this.at] !== '"';) {
      const character = this.source[this.at];
      if (character === undefined || character === "\n") {
        this.found("text_unterminated", start, { actual: this.read(start), required: ['"'] });
        this.push("text", value, start);
        return;
      }
      this.at++;
      if (character === "\\") value += this.escape();
      else value += character;
    }
    this.at++;
    if (INVALID_IN_TEXT.test(value) || !value.isWellFormed()) {
      const required = ["visible_characters"];
      this.found("text_character_invalid", start, { actual: this.read(start), required });
    }
    this.push("text", value, start);
  }

  /** The character after a backslash; only the quote and the backslash itself may follow. */
  private escape(): string {
    const character = this.source[this.at];
    if (character === '"' || character === "\\") {
      this.at++;
      return character;
    }
    const actual = `\\${character ?? ""}`;
    this.found("text_escape_invalid", this.at - 1, { actual, required: ['\\"', "\\\\"] });
    return "";
  }

  private foreign(matched: string, start: number): void {
    const suggestion = FOREIGN_MEANING.get(matched)!;
    const facts = { actual: matched, required: [suggestion], suggestion };
    this.found("foreign_operator", start, facts);
    this.push(KEYWORDS.has(suggestion) ? "keyword" : "symbol", suggestion, start);
  }
}

/**
 * Without grouping and without zeros at the end. A bare number keeps one digit after a written
 * point, because the point makes it a ratio [X12].
 */
function canonicalDigits(whole: string, fraction: string, unit: NumberUnit): string {
  const plain = whole.replaceAll("_", "");
  const shortened = fraction.replace(/\.?0+$/, "");
  if (fraction !== "" && shortened === "" && unit === "one") return `${plain}.0`;
  return `${plain}${shortened}`;
}
