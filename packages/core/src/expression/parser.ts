import { err, ok, type Result } from "../base/result.ts";
import { findingOf, type Finding, type FindingCode, type FindingFacts } from "./finding.ts";
import { tokenize, type RawFinding, type Token } from "./lexer.ts";
import {
  COMPARISON_PRECEDENCE,
  MAX_DEPTH,
  MAX_FINDINGS,
  MAX_LENGTH,
  MAX_NODES,
  MINUS_PRECEDENCE,
  NOT_PRECEDENCE,
  POWER_PRECEDENCE,
  PRECEDENCE,
  type Argument,
  type BinaryOperator,
  type DurationUnit,
  type Expression,
  type Span,
  type SyntaxNode,
} from "./syntax.ts";

const DURATION_UNITS: ReadonlyMap<string, DurationUnit> = new Map([
  ["day", "day"],
  ["days", "day"],
  ["month", "month"],
  ["months", "month"],
  ["year", "year"],
  ["years", "year"],
]);
const CURRENCY = /^[A-Z]{3}$/;

/**
 * Reads an expression [X1]–[X24]. The findings are all that can be told apart in one reading, in
 * order of their place. Never throws, whatever the text.
 */
export function parse(source: string): Result<Expression, readonly Finding[]> {
  if (source.length > MAX_LENGTH) {
    const facts = { actual: String(source.length), required: [String(MAX_LENGTH)] };
    return refuse(source, [{ code: "expression_too_long", at: { start: 0, end: 0 }, ...facts }]);
  }
  const { tokens, findings } = tokenize(source);
  if (tokens.length === 1 && findings.length === 0) {
    const at = { start: 0, end: 0 };
    return refuse(source, [{ code: "expression_empty", at, actual: "", required: ["operand"] }]);
  }
  const parser = new Parser(source, tokens, findings);
  const root = parser.whole();
  if (parser.findings.length > 0) return refuse(source, parser.findings);
  return ok({ source, root });
}

function refuse(source: string, findings: readonly RawFinding[]) {
  const inOrder = [...findings].sort((a, b) => a.at.start - b.at.start).slice(0, MAX_FINDINGS);
  return err(
    inOrder.map(({ code, at, ...facts }) =>
      findingOf(source, { code, severity: "error", at, facts }),
    ),
  );
}

class Parser {
  readonly findings: RawFinding[];
  private readonly source: string;
  private readonly tokens: readonly Token[];
  private index = 0;
  private depth = 0;
  private nodes = 0;
  private lastFindingAt = -1;
  private halted = false;

  constructor(source: string, tokens: readonly Token[], findings: readonly RawFinding[]) {
    this.source = source;
    this.tokens = tokens;
    this.findings = [...findings];
  }

  /** The whole text. What follows a complete expression is read too, for its own findings. */
  whole(): SyntaxNode {
    const root = this.expression();
    while (this.token.kind !== "end") {
      this.unexpected(["operator", "end"]);
      if (this.startsOperand()) this.expression();
      else this.index++;
    }
    return root;
  }

  private expression(): SyntaxNode {
    if (!this.enter()) return this.missing();
    const node = this.isWord("if") ? this.conditional() : this.binary(1);
    this.depth--;
    return node;
  }

  private conditional(): SyntaxNode {
    const { start } = this.token;
    this.index++;
    const condition = this.expression();
    this.expect("then");
    const whenTrue = this.expression();
    this.expect("else");
    const whenFalse = this.expression();
    const at = this.from(start);
    return this.node({ kind: "conditional", condition, whenTrue, whenFalse, at });
  }

  /** Operators of at least the given precedence, from the left; `^` groups from the right [X20]. */
  private binary(least: number): SyntaxNode {
    const { start } = this.token;
    let left = this.prefix(least);
    let compared = false;
    for (;;) {
      const operator = this.operatorHere();
      const precedence = operator === undefined ? 0 : PRECEDENCE.get(operator)!;
      if (operator === undefined || precedence < least) return left;
      const isComparison = precedence === COMPARISON_PRECEDENCE;
      if (isComparison && compared) this.chained(operator);
      compared = isComparison;
      this.index += operator === "not in" ? 2 : 1;
      const next = precedence === POWER_PRECEDENCE ? MINUS_PRECEDENCE : precedence + 1;
      const right = this.binary(next);
      left = this.node({ kind: "binary", operator, left, right, at: this.from(start) });
    }
  }

  private prefix(least: number): SyntaxNode {
    const { token } = this;
    const isNot = this.isWord("not");
    if (!isNot && !this.isSymbol("-")) return this.primary();
    // `a = not b` would read as two comparisons too many, so it needs parentheses.
    if (isNot && least > NOT_PRECEDENCE) this.unexpected(["operand", "("]);
    if (!this.enter()) return this.missing();
    this.index++;
    const operand = this.binary(isNot ? NOT_PRECEDENCE : MINUS_PRECEDENCE);
    this.depth--;
    const at = this.from(token.start);
    return this.node({ kind: "unary", operator: isNot ? "not" : "-", operand, at });
  }

  private primary(): SyntaxNode {
    const { token } = this;
    const at = { start: token.start, end: token.end };
    if (token.kind === "number") return this.number(token.digits, token);
    if (token.kind === "name") return this.nameOrCall(token.value, at);
    if (token.kind === "date" || token.kind === "text") {
      this.index++;
      const { kind, value } = token;
      return this.node(kind === "date" ? { kind, date: value, at } : { kind, value, at });
    }
    if (this.isWord("true") || this.isWord("false")) {
      const value = this.isWord("true");
      this.index++;
      return this.node({ kind: "boolean", value, at });
    }
    if (this.isSymbol("(")) {
      this.index++;
      const inner = this.expression();
      this.close(")", ["operator"]);
      return inner;
    }
    if (this.isSymbol("[")) return this.list();
    this.unexpected(["operand"]);
    return this.isWord("if") ? this.expression() : this.missing();
  }

  /** A number, or with its unit an amount of money or a duration [X12]–[X14]. */
  private number(digits: string, token: Token & { kind: "number" }): SyntaxNode {
    this.index++;
    const unit = this.token;
    if (token.unit !== "one" || unit.kind !== "name") {
      const at = { start: token.start, end: token.end };
      return this.node({ kind: "number", digits, unit: token.unit, at });
    }
    this.index++;
    const at = { start: token.start, end: unit.end };
    const durationUnit = DURATION_UNITS.get(unit.value);
    if (durationUnit !== undefined) {
      if (digits.includes(".")) {
        this.found("duration_not_whole", at, { actual: digits, required: ["whole_number"] });
      }
      return this.node({ kind: "duration", count: digits, unit: durationUnit, at });
    }
    if (!CURRENCY.test(unit.value)) {
      const required = ["currency_code", ...DURATION_UNITS.keys()];
      const upper = unit.value.toUpperCase();
      const facts = { actual: unit.value, required };
      const suggestion = CURRENCY.test(upper) ? { suggestion: upper } : {};
      this.found("unit_unknown", { start: unit.start, end: unit.end }, { ...facts, ...suggestion });
    }
    const amount = digits.endsWith(".0") ? digits.slice(0, -2) : digits;
    return this.node({ kind: "money", digits: amount, currency: unit.value, at });
  }

  private nameOrCall(name: string, at: Span): SyntaxNode {
    this.index++;
    if (!this.isSymbol("(")) return this.node({ kind: "name", name, at });
    this.index++;
    const values: Argument[] = [];
    let named = false;
    while (!this.isSymbol(")")) {
      const argument = this.argument();
      if (named && argument.name === undefined) {
        this.found("argument_order", argument.at, { actual: "positional", required: ["named"] });
      }
      named ||= argument.name !== undefined;
      values.push(argument);
      if (!this.isSymbol(",")) break;
      this.index++;
      // A comma promises another argument.
      if (this.isSymbol(")")) this.unexpected(["operand"]);
    }
    this.close(")", [",", "operator"]);
    return this.node({ kind: "call", name, arguments: values, at: this.from(at.start) });
  }

  private argument(): Argument {
    const { token } = this;
    const colon = this.tokens[this.index + 1];
    const isNamed = token.kind === "name" && colon?.kind === "symbol" && colon.value === ":";
    if (!isNamed) {
      const value = this.expression();
      return { value, at: this.from(token.start) };
    }
    this.index += 2;
    const value = this.expression();
    return { name: token.value, value, at: this.from(token.start) };
  }

  private list(): SyntaxNode {
    const { start } = this.token;
    this.index++;
    const items: SyntaxNode[] = [];
    while (!this.isSymbol("]")) {
      items.push(this.expression());
      if (!this.isSymbol(",")) break;
      this.index++;
      if (this.isSymbol("]")) this.unexpected(["operand"]);
    }
    if (items.length === 0) this.unexpected(["operand"]);
    this.close("]", [",", "operator"]);
    return this.node({ kind: "list", items, at: this.from(start) });
  }

  private get token(): Token {
    return this.tokens[this.index]!;
  }

  private isWord(word: string): boolean {
    const { token } = this;
    return token.kind === "keyword" && token.value === word;
  }

  private isSymbol(symbol: string): boolean {
    const { token } = this;
    return token.kind === "symbol" && token.value === symbol;
  }

  private operatorHere(): BinaryOperator | undefined {
    const { token } = this;
    if (token.kind !== "keyword" && token.kind !== "symbol") return undefined;
    if (PRECEDENCE.has(token.value as BinaryOperator)) return token.value as BinaryOperator;
    const next = this.tokens[this.index + 1];
    const isNotIn = token.value === "not" && next?.kind === "keyword" && next.value === "in";
    return isNotIn ? "not in" : undefined;
  }

  private startsOperand(): boolean {
    const { kind } = this.token;
    if (kind === "number" || kind === "name" || kind === "text" || kind === "date") return true;
    const words = ["if", "not", "true", "false"];
    return this.isSymbol("(") || this.isSymbol("[") || words.some((word) => this.isWord(word));
  }

  private from(start: number): Span {
    const last = this.tokens[this.index - 1];
    return { start, end: Math.max(start, last === undefined ? start : last.end) };
  }

  /** Stands where an operand is lacking; a tree that holds it is never handed out. */
  private missing(): SyntaxNode {
    return { kind: "boolean", value: false, at: this.from(this.token.start) };
  }

  private node(node: SyntaxNode): SyntaxNode {
    this.nodes++;
    if (this.nodes > MAX_NODES) this.halt("expression_too_large", MAX_NODES);
    return node;
  }

  private enter(): boolean {
    if (this.depth < MAX_DEPTH) {
      this.depth++;
      return true;
    }
    this.halt("expression_too_deep", MAX_DEPTH);
    return false;
  }

  /** Beyond a limit nothing more is read: the rest of the text would only repeat the finding. */
  private halt(code: FindingCode, limit: number): void {
    const at = { start: this.token.start, end: this.token.end };
    this.found(code, at, { actual: String(limit + 1), required: [String(limit)] });
    this.halted = true;
    this.index = this.tokens.length - 1;
  }

  private found(code: FindingCode, at: Span, facts: FindingFacts): void {
    if (this.halted) return;
    this.findings.push({ code, at, ...facts });
  }

  /** One finding at most for each token, so that one slip gives one finding. */
  private unexpected(required: readonly string[]): void {
    const { start, end, kind } = this.token;
    if (this.lastFindingAt === this.index || this.besideOther(start)) return;
    this.lastFindingAt = this.index;
    const actual = kind === "end" ? "end" : this.source.slice(start, end);
    this.found("token_unexpected", { start, end }, { actual, required });
  }

  /** True where the lexer has a finding on this token, or between the one before and this. */
  private besideOther(start: number): boolean {
    const before = this.tokens[this.index - 1]?.end ?? 0;
    return this.findings.some(({ code, at }) => {
      if (at.start === start) return true;
      return code === "unexpected_character" && at.start >= before && at.end <= start;
    });
  }

  private chained(operator: BinaryOperator): void {
    const { start, end } = this.token;
    const suggestion = "and";
    const facts = { actual: operator, required: ["and", "or", "end"], suggestion };
    this.found("comparison_chained", { start, end }, facts);
  }

  private expect(word: string): void {
    if (!this.isWord(word)) {
      this.unexpected([word, "operator"]);
      this.skipTo(word);
    }
    if (this.isWord(word)) this.index++;
  }

  private close(symbol: string, others: readonly string[]): void {
    if (!this.isSymbol(symbol)) {
      this.unexpected([symbol, ...others]);
      this.skipTo(symbol);
    }
    if (this.isSymbol(symbol)) this.index++;
  }

  /** Goes to the word or bracket that ends this part, if the same level of brackets has it. */
  private skipTo(value: string): void {
    let open = 0;
    for (let i = this.index; i < this.tokens.length; i++) {
      const token = this.tokens[i]!;
      if (token.kind !== "symbol" && token.kind !== "keyword") continue;
      if (open === 0 && token.value === value) {
        this.index = i;
        return;
      }
      if (token.value === "(" || token.value === "[") open++;
      if (token.value === ")" || token.value === "]") open--;
      if (open < 0) return;
    }
  }
}
