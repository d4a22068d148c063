import type { Span } from "./syntax.ts";

/** Every reason to refuse the text or the tree of an expression, in order of precedence [X60]. */
export const FINDING_CODES = [
  // The text as a whole
  "expression_too_long",
  "expression_empty",
  "expression_too_deep",
  "expression_too_large",
  // Characters and literals
  "unexpected_character",
  "foreign_operator",
  "text_unterminated",
  "text_escape_invalid",
  "text_character_invalid",
  "number_malformed",
  "number_too_long",
  "date_invalid",
  "unit_unknown",
  "duration_not_whole",
  // Grammar
  "token_unexpected",
  "comparison_chained",
  "argument_order",
  // Names and calls
  "name_unknown",
  "name_not_function",
  "name_is_function",
  "argument_missing",
  "argument_unexpected",
  "argument_unknown",
  "argument_repeated",
  "argument_not_literal",
  "argument_out_of_range",
  "rounding_unknown",
  "text_value_unknown",
  // Types
  "type_mismatch",
  "currencies_mixed",
  "currency_unknown",
  "types_not_comparable",
  "money_times_money",
  "fractional_power",
  "power_not_literal",
  "power_out_of_range",
  "degree_too_large",
  "division_by_zero",
  // Warnings
  "condition_constant",
  "list_item_repeated",
] as const;

/** One of those codes. */
export type FindingCode = (typeof FINDING_CODES)[number];

/** Where a finding stands. Lines and columns start at 1; a column counts code points. */
export type Position = {
  /** In UTF-16 code units from the start of the text, from 0. */
  readonly offset: number;
  readonly line: number;
  readonly column: number;
  /** What stands there, at most 40 code units of it; empty at the end of the text. */
  readonly excerpt: string;
};

/** What stands there, what may stand there, and the nearest thing that would be right. */
export type FindingFacts = {
  readonly actual: string;
  readonly required: readonly string[];
  readonly suggestion?: string;
};

/** Errors keep an expression from being used, warnings do not. */
export type Finding = {
  readonly code: FindingCode;
  readonly severity: "error" | "warning";
  readonly position: Position;
  readonly facts: FindingFacts;
};

/** A fault before its place is worked out. */
export type Fault = {
  readonly code: FindingCode;
  readonly severity: Finding["severity"];
  readonly at: Span;
  readonly facts: FindingFacts;
};

const MAX_EXCERPT = 40;
const MAX_ACTUAL = 80;

/** The finding of a fault. What it quotes is cut short and can be encoded as UTF-8 [X60]. */
export function findingOf(source: string, { code, severity, at, facts }: Fault): Finding {
  const actual = quote(facts.actual, MAX_ACTUAL);
  return { code, severity, position: positionOf(source, at), facts: { ...facts, actual } };
}

/** The line and column of a span, for a person to find it [X60]. */
export function positionOf(source: string, at: Span): Position {
  let line = 1;
  let lineStart = 0;
  for (let i = 0; i < at.start; i++) {
    if (source.charCodeAt(i) === 10) {
      line++;
      lineStart = i + 1;
    }
  }
  let column = 1;
  for (const _point of source.slice(lineStart, at.start)) column++;
  const excerpt = quote(source.slice(at.start, at.end), MAX_EXCERPT);
  return { offset: at.start, line, column, excerpt };
}

/** At most so many code units, without half a character at the end. */
function quote(text: string, limit: number): string {
  return text.slice(0, limit).toWellFormed();
}
