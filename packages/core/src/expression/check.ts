import { assert, unreachable } from "../base/assert.ts";
import { Ratio } from "../base/ratio.ts";
import { err, ok, type Result } from "../base/result.ts";
import { findCurrency } from "../money/currency.ts";
import { checkCall } from "./check-calls.ts";
import { checkBinary, checkUnary } from "./check-operators.ts";
import { joined, mismatch, type Checked, type Checking } from "./checking.ts";
import { firstBeyondDegree } from "./degree.ts";
import { findingOf, type Finding, type FindingCode, type FindingFacts } from "./finding.ts";
import { withSuggestion } from "./suggestion.ts";
import { print } from "./print.ts";
import {
  MAX_DEGREE,
  type ConditionalNode,
  type DurationNode,
  type Expression,
  type MoneyNode,
  type NumberNode,
  type NumberUnit,
  type SyntaxNode,
} from "./syntax.ts";
import { isConstant, operandsOf, type TypedExpression, type TypedNode } from "./typed.ts";
import {
  BOOLEAN,
  DATE,
  DURATION,
  INTEGER,
  isAccepted,
  LIST,
  moneyType,
  RATIO,
  TEXT,
  type EnvironmentTypes,
  type ExpectedType,
} from "./types.ts";
import type { Duration } from "./value.ts";

const UNIT_DIVISOR: Readonly<Record<NumberUnit, bigint>> = {
  one: 1n,
  percent: 100n,
  basisPoint: 10_000n,
};

/**
 * Settles the names and types of an expression that must have the expected type [X25]–[X36]. All
 * findings are reported at once. A tree that passes has a value in every environment that keeps to
 * its types, or is undefined for one of the documented reasons; nothing else can happen.
 */
export function check(
  expression: Expression,
  names: EnvironmentTypes,
  expected: ExpectedType,
): Result<TypedExpression, readonly Finding[]> {
  const checker = new Checker(expression.source, names);
  const root = checker.check(expression.root);
  if (root !== undefined) {
    if (!isAccepted(root.type, expected)) mismatch(checker, root, [expected]);
    boundDegree(checker, root);
    warnOfConstants(checker, root);
  }
  if (root === undefined || checker.errors.length > 0) return err(inOrder(checker.errors));
  return ok({ source: expression.source, root, warnings: inOrder(checker.warnings) });
}

function inOrder(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => a.position.offset - b.position.offset);
}

function boundDegree(checking: Checking, root: TypedNode): void {
  const beyond = firstBeyondDegree(root, MAX_DEGREE);
  if (beyond === undefined) return;
  const facts = { actual: String(beyond.degree), required: [String(MAX_DEGREE)] };
  checking.found("degree_too_large", beyond.node.syntax, facts);
}

/** Warns of conditions that come out the same whatever the fund's state is [X36]. */
function warnOfConstants(checking: Checking, node: TypedNode): void {
  if (node.type.kind === "boolean" && isConstant(node)) {
    checking.warn("condition_constant", node.syntax, { actual: print(node.syntax), required: [] });
    return;
  }
  for (const operand of operandsOf(node)) warnOfConstants(checking, operand);
}

class Checker implements Checking {
  readonly errors: Finding[] = [];
  readonly warnings: Finding[] = [];
  readonly names: EnvironmentTypes;
  private readonly source: string;

  constructor(source: string, names: EnvironmentTypes) {
    this.source = source;
    this.names = names;
  }

  found(code: FindingCode, node: SyntaxNode, facts: FindingFacts): undefined {
    this.errors.push(findingOf(this.source, { code, severity: "error", at: node.at, facts }));
    return undefined;
  }

  warn(code: FindingCode, node: SyntaxNode, facts: FindingFacts): void {
    this.warnings.push(findingOf(this.source, { code, severity: "warning", at: node.at, facts }));
  }

  check(node: SyntaxNode): Checked {
    switch (node.kind) {
      case "boolean":
        return { kind: "constant", value: node.value, type: BOOLEAN, syntax: node };
      case "text":
        return { kind: "constant", value: node.value, type: TEXT, syntax: node };
      case "date":
        return { kind: "constant", value: node.date, type: DATE, syntax: node };
      case "number":
        return numberConstant(node);
      case "money":
        return this.money(node);
      case "duration":
        return durationConstant(node);
      case "list":
        return this.list(node);
      case "name":
        return this.name(node);
      case "call":
        return checkCall(this, node);
      case "unary":
        return checkUnary(this, node);
      case "binary":
        return checkBinary(this, node);
      case "conditional":
        return this.conditional(node);
      default:
        return unreachable(node);
    }
  }

  private money(node: MoneyNode): Checked {
    const currency = findCurrency(node.currency);
    if (!currency.ok) {
      const facts = { actual: node.currency, required: ["currency_code"] };
      return this.found("currency_unknown", node, facts);
    }
    const major = decimal(node.digits);
    const value = Ratio.make(major.num * 10n ** BigInt(currency.value.exponent), major.den);
    return { kind: "constant", value, type: moneyType(node.currency), syntax: node };
  }

  private name(node: SyntaxNode & { kind: "name" }): Checked {
    const { name } = node;
    const meaning = this.names.get(name);
    if (meaning === undefined) {
      const variables = [...this.names].filter(([, type]) => type.kind === "variable");
      const facts = { actual: name, required: ["variable"] };
      const known = variables.map(([known]) => known);
      return this.found("name_unknown", node, withSuggestion(facts, known));
    }
    if (meaning.kind === "variable") {
      return { kind: "variable", name, type: meaning.type, syntax: node };
    }
    const facts = { actual: name, required: meaning.parameters.map((parameter) => parameter.name) };
    return this.found("name_is_function", node, facts);
  }

  private list(node: SyntaxNode & { kind: "list" }): Checked {
    const items = node.items.map((item) => this.check(item));
    const texts: TypedNode[] = [];
    const seen = new Set<string>();
    for (const item of items) {
      if (item === undefined) continue;
      if (item.type.kind === "text") texts.push(item);
      else mismatch(this, item, [TEXT]);
      if (item.syntax.kind !== "text") continue;
      const { value } = item.syntax;
      if (seen.has(value)) {
        this.warn("list_item_repeated", item.syntax, { actual: value, required: [] });
      }
      seen.add(value);
    }
    if (texts.length < items.length) return undefined;
    return { kind: "list", items: texts, type: LIST, syntax: node };
  }

  private conditional(node: ConditionalNode): Checked {
    const condition = this.check(node.condition);
    const whenTrue = this.check(node.whenTrue);
    const whenFalse = this.check(node.whenFalse);
    const decides = condition === undefined || condition.type.kind === "boolean";
    if (!decides) mismatch(this, condition, [BOOLEAN]);
    if (whenTrue === undefined || whenFalse === undefined) return undefined;
    const type = joined(this, [whenTrue, whenFalse]);
    if (condition === undefined || !decides || type === undefined) return undefined;
    return { kind: "conditional", condition, whenTrue, whenFalse, type, syntax: node };
  }
}

function numberConstant(node: NumberNode): TypedNode {
  const { num, den } = decimal(node.digits);
  const type = node.unit === "one" && !node.digits.includes(".") ? INTEGER : RATIO;
  const value = Ratio.make(num, den * UNIT_DIVISOR[node.unit]);
  return { kind: "constant", value, type, syntax: node };
}

function durationConstant(node: DurationNode): TypedNode {
  const count = BigInt(node.count);
  const months = node.unit === "day" ? 0n : node.unit === "month" ? count : count * 12n;
  const value: Duration = { months, days: node.unit === "day" ? count : 0n };
  return { kind: "constant", value, type: DURATION, syntax: node };
}

/** The parser lets only such digits through. */
function decimal(digits: string): Ratio {
  const parsed = Ratio.fromDecimal(digits);
  assert(parsed.ok, "a literal is a decimal");
  return parsed.value;
}
