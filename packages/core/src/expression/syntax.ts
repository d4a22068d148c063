/**
 * The syntax tree of an expression: what the text says, before any name has a meaning.
 *
 * Every node is plain data, so that a tree can be kept, compared, printed and compiled elsewhere.
 * Rules: docs/spec/expressions.md. Numbers are kept as canonical decimal text, not as values.
 */

/** A stretch of the source: offsets in UTF-16 code units, `end` not included. */
export type Span = { readonly start: number; readonly end: number };

/** A text and its tree. */
export type Expression = { readonly source: string; readonly root: SyntaxNode };

/** "percent" for `45%`, "basisPoint" for `25bp`, "one" for a bare number [X12]. */
export type NumberUnit = "one" | "percent" | "basisPoint";

/** What a duration is counted in [X14]. */
export type DurationUnit = "day" | "month" | "year";

/** The signs that compare two values [X34]. */
export const COMPARISONS = ["=", "!=", "<", "<=", ">", ">="] as const;
/** One of those signs. */
export type Comparison = (typeof COMPARISONS)[number];

/** Every operator between two operands [X20]. */
export type BinaryOperator =
  | "or"
  | "and"
  | Comparison
  | "in"
  | "not in"
  | "+"
  | "-"
  | "*"
  | "/"
  | "of"
  | "^";

/** `digits` is a canonical decimal: no grouping, no needless zero; a "." marks a ratio [X12]. */
export type NumberNode = {
  readonly kind: "number";
  readonly digits: string;
  readonly unit: NumberUnit;
  readonly at: Span;
};

/** An amount in the currency's major unit, e.g. 1.5 of USD [X13]. */
export type MoneyNode = {
  readonly kind: "money";
  readonly digits: string;
  readonly currency: string;
  readonly at: Span;
};

/** So many days, months or years; `count` is a canonical whole number [X14]. */
export type DurationNode = {
  readonly kind: "duration";
  readonly count: string;
  readonly unit: DurationUnit;
  readonly at: Span;
};

/** An argument by place, or by the name of its parameter [X23]. */
export type Argument = { readonly name?: string; readonly value: SyntaxNode; readonly at: Span };

/** A function and its arguments [X23]. */
export type CallNode = {
  readonly kind: "call";
  readonly name: string;
  readonly arguments: readonly Argument[];
  readonly at: Span;
};

/** A sign or a denial. */
export type UnaryNode = {
  readonly kind: "unary";
  readonly operator: "-" | "not";
  readonly operand: SyntaxNode;
  readonly at: Span;
};

/** Two operands and the operator between them. */
export type BinaryNode = {
  readonly kind: "binary";
  readonly operator: BinaryOperator;
  readonly left: SyntaxNode;
  readonly right: SyntaxNode;
  readonly at: Span;
};

/** `if … then … else …` [X22]. */
export type ConditionalNode = {
  readonly kind: "conditional";
  readonly condition: SyntaxNode;
  readonly whenTrue: SyntaxNode;
  readonly whenFalse: SyntaxNode;
  readonly at: Span;
};

/** Any node of the tree. */
export type SyntaxNode =
  | { readonly kind: "boolean"; readonly value: boolean; readonly at: Span }
  | NumberNode
  | MoneyNode
  | DurationNode
  | { readonly kind: "date"; readonly date: string; readonly at: Span }
  | { readonly kind: "text"; readonly value: string; readonly at: Span }
  | { readonly kind: "list"; readonly items: readonly SyntaxNode[]; readonly at: Span }
  | { readonly kind: "name"; readonly name: string; readonly at: Span }
  | CallNode
  | UnaryNode
  | BinaryNode
  | ConditionalNode;

/** How tightly each operator binds; a larger number binds more tightly [X20]. */
export const PRECEDENCE: ReadonlyMap<BinaryOperator, number> = new Map([
  ["or", 1],
  ["and", 2],
  ["=", 4],
  ["!=", 4],
  ["<", 4],
  ["<=", 4],
  [">", 4],
  [">=", 4],
  ["in", 4],
  ["not in", 4],
  ["+", 5],
  ["-", 5],
  ["*", 6],
  ["/", 6],
  ["of", 6],
  ["^", 8],
]);
/** The same for `not`. */
export const NOT_PRECEDENCE = 3;
/** The strength that all comparisons share. */
export const COMPARISON_PRECEDENCE = 4;
/** The same for the sign. */
export const MINUS_PRECEDENCE = 7;
/** The strength of `^`, above every other. */
export const POWER_PRECEDENCE = 8;

/** Words that no name may be [X4]. */
export const KEYWORDS: ReadonlySet<string> = new Set([
  "if",
  "then",
  "else",
  "and",
  "or",
  "not",
  "in",
  "of",
  "true",
  "false",
]);

/** The longest text of an expression, in UTF-16 code units [X50]. */
export const MAX_LENGTH = 4096;
/** How deep parentheses, arguments, lists, `if`, `not` and signs may nest [X51]. */
export const MAX_DEPTH = 64;
/** The most nodes that a tree may have [X52]. */
export const MAX_NODES = 512;
/**
 * The most factors that one number may be made of, so that powers of powers cannot grow without
 * bound [X54].
 */
export const MAX_DEGREE = 512;
/** The largest exponent; the least is 1 [X33]. */
export const MAX_EXPONENT = 16;
/** No more findings than these are collected from one text [X61]. */
export const MAX_FINDINGS = 20;
