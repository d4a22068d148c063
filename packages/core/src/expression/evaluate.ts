import { assert, unreachable } from "../base/assert.ts";
import { Ratio, roundRatio } from "../base/ratio.ts";
import { err, ok, type Result } from "../base/result.ts";
import { daysBetween, type LocalDate } from "../calendar/date.ts";
import {
  addExact,
  divideExact,
  multiplyExact,
  negateExact,
  subtractExact,
  type Exact,
} from "./exact.ts";
import { positionOf, type Position } from "./finding.ts";
import { addToDate, holds, NO_DURATION, orderOf, shifted } from "./ordering.ts";
import type { TypedExpression, TypedNode } from "./typed.ts";
import { rawOf, valueOf, type Duration, type Raw, type Value } from "./value.ts";

/** Every reason for which a checked expression can have no value [X38]. */
export const UNDEFINED_REASONS = [
  "division_by_zero",
  "date_out_of_range",
  "durations_not_comparable",
  "value_unavailable",
] as const;

/** One of those reasons. */
export type UndefinedReason = (typeof UNDEFINED_REASONS)[number];

/** The third outcome of an expression. A caller that needs a value turns it into a rejection. */
export type Undefined = {
  readonly code: "expression_undefined";
  readonly reason: UndefinedReason;
  readonly position: Position;
  /** The environment's own reason, for `value_unavailable`. */
  readonly detail?: string;
};

/** What an environment answers for a name that has no value now; `detail` is a snake_case code. */
export type Unavailable = { readonly kind: "unavailable"; readonly detail: string };

/**
 * Where an expression's names get their values. Both functions are asked only for names of the
 * environment's types, with arguments as they declare; the answer must have the declared type, and
 * the same question must always get the same answer [X31].
 */
export type Environment = {
  readonly variable: (name: string) => Value | Unavailable;
  readonly call: (name: string, values: readonly (Value | undefined)[]) => Value | Unavailable;
};

/** The value of a checked expression, or why it has none [X37]–[X39]. */
export function evaluate(
  expression: TypedExpression,
  environment: Environment,
): Result<Value, Undefined> {
  return evaluateNode(expression.root, expression.source, environment);
}

/** The same for one node of a tree; `source` is the text that the tree came from. */
export function evaluateNode(
  node: TypedNode,
  source: string,
  environment: Environment,
): Result<Value, Undefined> {
  const evaluator = new Evaluator(environment);
  const raw = evaluator.evaluate(node);
  if (raw !== undefined) return ok(valueOf(raw, node.type));
  const { cause } = evaluator;
  assert(cause !== undefined, "an undefined value has a cause");
  const { reason, detail } = cause;
  const position = positionOf(source, cause.node.syntax.at);
  return err({
    code: "expression_undefined",
    reason,
    position,
    ...(detail === undefined ? {} : { detail }),
  });
}

type Cause = {
  readonly reason: UndefinedReason;
  readonly node: TypedNode;
  readonly detail?: string;
};

const MONTHS_A_YEAR = 12n;

/** A value that is undefined is JavaScript's undefined; `cause` then says why. */
class Evaluator {
  cause: Cause | undefined;
  private readonly environment: Environment;

  constructor(environment: Environment) {
    this.environment = environment;
  }

  evaluate(node: TypedNode): Raw | undefined {
    switch (node.kind) {
      case "constant":
        return node.value;
      case "variable":
        return this.received(node, this.environment.variable(node.name));
      case "call":
        return this.call(node);
      case "add":
      case "subtract":
      case "multiply":
      case "divide":
        return this.arithmetic(node);
      case "compare":
        return this.compare(node);
      case "and":
        return this.decide(node, false);
      case "or":
        return this.decide(node, true);
      case "not": {
        const operand = this.evaluate(node.operand);
        return operand === undefined ? undefined : !(operand as boolean);
      }
      case "conditional": {
        const condition = this.evaluate(node.condition);
        if (condition === undefined) return undefined;
        return this.evaluate((condition as boolean) ? node.whenTrue : node.whenFalse);
      }
      case "orElse":
        return this.evaluate(node.value) ?? this.evaluate(node.fallback);
      case "membership":
      case "list":
        return this.ofTexts(node);
      case "negate":
      case "absolute":
      case "power":
      case "round":
        return this.ofNumber(node);
      case "minimum":
      case "maximum":
        return this.extreme(node);
      default:
        return this.ofDates(node);
    }
  }

  private fail(node: TypedNode, reason: UndefinedReason, detail?: string): undefined {
    this.cause = detail === undefined ? { reason, node } : { reason, node, detail };
    return undefined;
  }

  private received(node: TypedNode, value: Value | Unavailable): Raw | undefined {
    if (value.kind !== "unavailable") return rawOf(value, node.type);
    return this.fail(node, "value_unavailable", value.detail);
  }

  private call(node: TypedNode & { kind: "call" }): Raw | undefined {
    const values: (Value | undefined)[] = [];
    for (const argument of node.arguments) {
      if (argument === undefined) {
        values.push(undefined);
        continue;
      }
      const raw = this.evaluate(argument);
      if (raw === undefined) return undefined;
      values.push(valueOf(raw, argument.type));
    }
    return this.received(node, this.environment.call(node.name, values));
  }

  private arithmetic(
    node: TypedNode & { kind: "add" | "subtract" | "multiply" | "divide" },
  ): Exact | undefined {
    const left = this.evaluate(node.left) as Exact | undefined;
    if (left === undefined) return undefined;
    const right = this.evaluate(node.right) as Exact | undefined;
    if (right === undefined) return undefined;
    switch (node.kind) {
      case "add":
        return addExact(left, right);
      case "subtract":
        return subtractExact(left, right);
      case "multiply":
        return multiplyExact(left, right);
      case "divide":
        return divideExact(left, right) ?? this.fail(node, "division_by_zero");
      default:
        return unreachable(node.kind);
    }
  }

  /**
   * `and` and `or` by Kleene's tables: the side that decides alone does so even beside an undefined
   * one, whichever comes first [X39].
   */
  private decide(node: TypedNode & { kind: "and" | "or" }, deciding: boolean): boolean | undefined {
    const left = this.evaluate(node.left) as boolean | undefined;
    if (left === deciding) return deciding;
    const { cause } = this;
    const right = this.evaluate(node.right) as boolean | undefined;
    if (right === deciding) return deciding;
    if (left === undefined) {
      this.cause = cause;
      return undefined;
    }
    return right;
  }

  private ofTexts(node: TypedNode & { kind: "membership" | "list" }): Raw | undefined {
    if (node.kind === "membership") {
      const item = this.evaluate(node.item);
      if (item === undefined) return undefined;
      const list = this.evaluate(node.list) as readonly string[] | undefined;
      return list === undefined ? undefined : list.includes(item as string) !== node.negated;
    }
    const items: string[] = [];
    for (const item of node.items) {
      const text = this.evaluate(item);
      if (text === undefined) return undefined;
      items.push(text as string);
    }
    return items;
  }

  private ofNumber(
    node: TypedNode & { kind: "negate" | "absolute" | "power" | "round" },
  ): Exact | undefined {
    const operand = this.evaluate(node.operand) as Exact | undefined;
    if (operand === undefined) return undefined;
    switch (node.kind) {
      case "negate":
        return negateExact(operand);
      case "absolute":
        return operand.num < 0n ? negateExact(operand) : operand;
      case "power": {
        const exponent = BigInt(node.exponent);
        return { num: operand.num ** exponent, den: operand.den ** exponent };
      }
      case "round": {
        const { step } = node;
        const steps = Ratio.make(operand.num * step.den, operand.den * step.num);
        return { num: roundRatio(steps, node.mode) * step.num, den: step.den };
      }
      default:
        return unreachable(node);
    }
  }

  private compare(node: TypedNode & { kind: "compare" }): boolean | undefined {
    const left = this.evaluate(node.left);
    if (left === undefined) return undefined;
    const right = this.evaluate(node.right);
    if (right === undefined) return undefined;
    const order = orderOf(left, right, node.order);
    if (order === undefined) return this.fail(node, "durations_not_comparable");
    return holds(node.operator, order);
  }

  private extreme(node: TypedNode & { kind: "minimum" | "maximum" }): Raw | undefined {
    const wanted = node.kind === "minimum" ? -1 : 1;
    let best: Raw | undefined;
    for (const operand of node.operands) {
      const value = this.evaluate(operand);
      if (value === undefined) return undefined;
      if (best === undefined || orderOf(value, best, node.order) === wanted) best = value;
    }
    return best;
  }

  private ofDates(node: DateOperation): Raw | undefined {
    const [first, second] = datedOperands(node);
    const left = this.evaluate(first);
    if (left === undefined) return undefined;
    const right = second === undefined ? true : this.evaluate(second);
    if (right === undefined) return undefined;
    switch (node.kind) {
      case "addDurations":
        return shifted(left as Duration, right as Duration, 1n);
      case "subtractDurations":
        return shifted(left as Duration, right as Duration, -1n);
      case "negateDuration":
        return shifted(NO_DURATION, left as Duration, -1n);
      case "scaleDuration":
        return shifted(NO_DURATION, left as Duration, (right as Exact).num);
      case "daysBetween":
        return { num: BigInt(daysBetween(left as LocalDate, right as LocalDate)), den: 1n };
      case "addDuration":
      case "subtractDuration": {
        const sign = node.kind === "addDuration" ? 1n : -1n;
        const duration = shifted(NO_DURATION, right as Duration, sign);
        return addToDate(left as LocalDate, duration) ?? this.fail(node, "date_out_of_range");
      }
      case "shiftDate": {
        const count = (right as Exact).num;
        const months = node.unit === "year" ? count * MONTHS_A_YEAR : count;
        const duration = node.unit === "day" ? { months: 0n, days: count } : { months, days: 0n };
        return addToDate(left as LocalDate, duration) ?? this.fail(node, "date_out_of_range");
      }
      default:
        return unreachable(node);
    }
  }
}

type DateOperation = TypedNode & {
  kind:
    | "addDurations"
    | "subtractDurations"
    | "negateDuration"
    | "scaleDuration"
    | "daysBetween"
    | "addDuration"
    | "subtractDuration"
    | "shiftDate";
};

function datedOperands(node: DateOperation): readonly [TypedNode, TypedNode?] {
  switch (node.kind) {
    case "negateDuration":
      return [node.operand];
    case "scaleDuration":
      return [node.duration, node.count];
    case "daysBetween":
      return [node.from, node.to];
    case "addDuration":
    case "subtractDuration":
      return [node.date, node.duration];
    case "shiftDate":
      return [node.date, node.count];
    default:
      return [node.left, node.right];
  }
}
