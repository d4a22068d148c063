import { assert, unreachable } from "@jointfund/core/base/assert.ts";
import {
  FIRST_DATE,
  LAST_DATE,
  toDayNumber,
  type LocalDate,
} from "@jointfund/core/calendar/date.ts";
import { evaluateNode, type Environment } from "@jointfund/core/expression/evaluate.ts";
import type { Exact } from "@jointfund/core/expression/exact.ts";
import { holds, orderOf } from "@jointfund/core/expression/ordering.ts";
import { operandsOf, type TypedNode } from "@jointfund/core/expression/typed.ts";
import type { Type } from "@jointfund/core/expression/types.ts";
import {
  rawOf,
  valueOf,
  type Duration,
  type Raw,
  type Value,
} from "@jointfund/core/expression/value.ts";
import type { Num } from "../kernel/program.ts";
import type { ProgramBuilder } from "../kernel/program-builder.ts";
import { doubleOf } from "./double.ts";
import type { ExpressionNodes, Figure, NodeEnvironment } from "./expression-nodes.ts";
import type { Inexpressible } from "./inexpressible.ts";
import { Logic, type Truth } from "./logic.ts";
import { roundedNode } from "./rounding-nodes.ts";

type Known = { readonly kind: "known"; readonly raw: Raw };
/** Never a value, as after a division by a constant zero. */
type None = { readonly kind: "none" };
type NumberNode = { readonly kind: "number"; readonly value: Num; readonly has: Truth };
type BooleanNode = { readonly kind: "boolean"; readonly value: Truth; readonly has: Truth };
/** What a part of an expression has become. */
type Part = Known | None | NumberNode | BooleanNode;

const NONE: None = { kind: "none" };

type Of<K extends TypedNode["kind"]> = TypedNode & { readonly kind: K };

/** Undefined means refused; `refusal` then says why. */
export class ExpressionCompiler {
  refusal: Pick<Inexpressible, "code" | "name"> | undefined;
  readonly #builder: ProgramBuilder;
  readonly #logic: Logic;
  readonly #source: string;
  readonly #environment: NodeEnvironment;
  /** For what is known: nothing else is asked for. */
  readonly #exact: Environment;

  constructor(builder: ProgramBuilder, source: string, environment: NodeEnvironment) {
    this.#builder = builder;
    this.#logic = new Logic(builder);
    this.#source = source;
    this.#environment = environment;
    const answered = (figure: Figure | undefined): ReturnType<Environment["variable"]> => {
      assert(figure?.kind === "constant" || figure?.kind === "unavailable", "the figure is known");
      return figure.kind === "constant" ? figure.value : figure;
    };
    this.#exact = {
      variable: (name) => answered(environment.variable(name)),
      call: (name, values) => answered(environment.call(name, values)),
    };
  }

  whole(root: TypedNode): ExpressionNodes | undefined {
    const part = this.#compile(root);
    if (part === undefined) return undefined;
    if (root.type.kind === "boolean") {
      const { value, has } = this.#condition(part);
      const [node, hasValue] = [this.#logic.node(value), this.#logic.node(has)];
      return { kind: "boolean", value: node, hasValue };
    }
    const { value, has } = this.#number(part, root.type);
    return { kind: "number", value, hasValue: this.#logic.node(has) };
  }

  #refuse(code: Inexpressible["code"], name: string): undefined {
    this.refusal ??= { code, name };
    return undefined;
  }

  #compile(node: TypedNode): Part | undefined {
    if (this.#isKnown(node)) {
      const value = evaluateNode(node, this.#source, this.#exact);
      return value.ok ? { kind: "known", raw: rawOf(value.value, node.type) } : NONE;
    }
    switch (node.kind) {
      case "constant":
        return { kind: "known", raw: node.value };
      case "variable":
        return this.#received(node, this.#environment.variable(node.name));
      case "call":
        return this.#call(node);
      case "and":
      case "or":
        return this.#decide(node);
      case "not":
        return this.#not(node);
      case "conditional":
        return this.#conditional(node);
      case "orElse":
        return this.#orElse(node);
      default:
        return this.#strict(node);
    }
  }

  /** Whether no name in it differs between paths or steps. */
  #isKnown(node: TypedNode): boolean {
    if (!operandsOf(node).every((operand) => this.#isKnown(operand))) return false;
    if (node.kind === "variable") return isKnownFigure(this.#environment.variable(node.name));
    if (node.kind !== "call") return true;
    const values: (Value | undefined)[] = [];
    for (const argument of node.arguments) {
      const value = argument && evaluateNode(argument, this.#source, this.#exact);
      if (value?.ok === false) return true;
      values.push(value?.value);
    }
    return isKnownFigure(this.#environment.call(node.name, values));
  }

  #received(node: Of<"variable" | "call">, figure: Figure | undefined): Part | undefined {
    const { kind } = node.type;
    if (figure === undefined) return this.#refuse("name_without_figure", node.name);
    if (figure.kind === "unavailable") return NONE;
    if (figure.kind === "constant") return { kind: "known", raw: rawOf(figure.value, node.type) };
    const has = figure.hasValue ?? true;
    if (figure.kind === "boolean") {
      assert(kind === "boolean", `${node.name} is a condition`);
      return { kind: "boolean", value: figure.value, has };
    }
    assert(kind !== "boolean" && kind !== "text" && kind !== "list", `${node.name} is a number`);
    return { kind: "number", value: figure.value, has };
  }

  #call(node: Of<"call">): Part | undefined {
    const values: (Value | undefined)[] = [];
    for (const argument of node.arguments) {
      const part = argument === undefined ? undefined : this.#compile(argument);
      if (argument === undefined) {
        values.push(undefined);
        continue;
      }
      if (part === undefined || part.kind === "none") return part;
      if (part.kind !== "known") return this.#refuse("text_not_constant", node.name);
      values.push(valueOf(part.raw, argument.type));
    }
    return this.#received(node, this.#environment.call(node.name, values));
  }

  /** By Kleene's tables: the side that decides alone does so beside one without a value. */
  #decide(node: Of<"and" | "or">): Part | undefined {
    const deciding = node.kind === "or";
    const left = this.#compile(node.left);
    if (left === undefined) return undefined;
    if (left.kind === "known" && left.raw === deciding) return left;
    const right = this.#compile(node.right);
    if (right === undefined) return undefined;
    if (right.kind === "known" && right.raw === deciding) return right;
    const logic = this.#logic;
    const [a, b] = [this.#condition(left), this.#condition(right)];
    const decides = ({ value, has }: BooleanNode): Truth =>
      logic.and(has, deciding ? value : logic.not(value));
    const has = logic.or(logic.and(a.has, b.has), decides(a), decides(b));
    const value = deciding ? logic.or(a.value, b.value) : logic.and(a.value, b.value);
    return { kind: "boolean", value, has };
  }

  #not(node: Of<"not">): Part | undefined {
    const operand = this.#compile(node.operand);
    if (operand === undefined || operand.kind === "none") return operand;
    const { value, has } = this.#condition(operand);
    return { kind: "boolean", value: this.#logic.not(value), has };
  }

  #conditional(node: Of<"conditional">): Part | undefined {
    const condition = this.#compile(node.condition);
    if (condition === undefined || condition.kind === "none") return condition;
    if (condition.kind === "known") {
      return this.#compile(condition.raw === true ? node.whenTrue : node.whenFalse);
    }
    const { value, has } = this.#condition(condition);
    const whenTrue = this.#compile(node.whenTrue);
    const whenFalse = this.#compile(node.whenFalse);
    if (whenTrue === undefined || whenFalse === undefined) return undefined;
    const chosen = this.#chosen(value, [whenTrue, whenFalse], node);
    return chosen && { ...chosen, has: this.#logic.and(has, chosen.has) };
  }

  #orElse(node: Of<"orElse">): Part | undefined {
    const value = this.#compile(node.value);
    if (value === undefined || value.kind === "known") return value;
    if (value.kind === "none") return this.#compile(node.fallback);
    if (value.has === true) return value;
    const fallback = this.#compile(node.fallback);
    if (fallback === undefined) return undefined;
    const chosen = this.#chosen(value.has, [value, fallback], node);
    return chosen && { ...chosen, has: this.#logic.or(value.has, chosen.has) };
  }

  #chosen(
    condition: Truth,
    [whenTrue, whenFalse]: readonly [Part, Part],
    { type, kind }: TypedNode,
  ): NumberNode | BooleanNode | undefined {
    const logic = this.#logic;
    if (type.kind === "text" || type.kind === "list")
      return this.#refuse("text_not_constant", kind);
    if (type.kind === "duration") return this.#refuse("duration_not_constant", kind);
    if (type.kind === "boolean") {
      const [a, b] = [this.#condition(whenTrue), this.#condition(whenFalse)];
      const has = logic.chooseTruth(condition, a.has, b.has);
      return { kind: "boolean", value: logic.chooseTruth(condition, a.value, b.value), has };
    }
    const [a, b] = [this.#number(whenTrue, type), this.#number(whenFalse, type)];
    const has = logic.chooseTruth(condition, a.has, b.has);
    return { kind: "number", value: logic.choose(condition, a.value, b.value), has };
  }

  /** Operations that have a value where all their operands have. */
  #strict(node: TypedNode): Part | undefined {
    const parts: Exclude<Part, None>[] = [];
    let isNone = false;
    for (const operand of operandsOf(node)) {
      const part = this.#compile(operand);
      if (part === undefined) return undefined;
      if (part.kind === "none") isNone = true;
      else parts.push(part);
    }
    if (isNone) return NONE;
    const { order } = node as { readonly order?: string };
    if (order === "text" || node.kind === "membership" || node.kind === "list") {
      return this.#ofTexts(node, parts);
    }
    const durations = operandsOf(node).some(({ type }) => type.kind === "duration");
    if (durations || node.kind === "shiftDate") return this.#ofDurations(node, parts);
    const operands = operandsOf(node);
    const numbers = parts.map((part, index) => this.#number(part, operands[index]!.type));
    const has = this.#logic.and(...numbers.map((number) => number.has));
    return this.#ofNumbers(
      node,
      numbers.map(({ value }) => value),
      has,
    );
  }

  #ofNumbers(node: TypedNode, values: readonly Num[], has: Truth): Part {
    const builder = this.#builder;
    const [a, b] = [values[0]!, values[1]!];
    const number = (value: Num): Part => ({ kind: "number", value, has });
    switch (node.kind) {
      case "add":
      case "subtract":
      case "multiply":
        return number(builder[node.kind](a, b));
      case "divide": {
        const isZero = builder.equal(b, builder.constant(0));
        const hasQuotient = this.#logic.and(has, this.#logic.not(isZero));
        return { kind: "number", value: builder.divide(a, b), has: hasQuotient };
      }
      case "negate":
      case "absolute":
        return number(builder[node.kind](a));
      case "power":
        return number(
          Array.from({ length: node.exponent - 1 }).reduce<Num>((x) => builder.multiply(x, a), a),
        );
      case "round":
        return number(roundedNode(builder, a, node));
      case "minimum":
      case "maximum":
        return number(values.reduce((x, y) => builder[node.kind as "minimum"](x, y)));
      case "daysBetween":
        return number(builder.subtract(b, a));
      case "compare":
        return { kind: "boolean", value: this.#compared(node, a, b), has };
      default:
        assert(false, `not an operation on numbers: ${node.kind}`);
    }
  }

  #compared({ operator }: Of<"compare">, a: Num, b: Num): Truth {
    const builder = this.#builder;
    switch (operator) {
      case "=":
        return builder.equal(a, b);
      case "!=":
        return builder.not(builder.equal(a, b));
      case "<":
        return builder.less(a, b);
      case "<=":
        return builder.lessOrEqual(a, b);
      case ">":
        return builder.less(b, a);
      case ">=":
        return builder.lessOrEqual(b, a);
      default:
        return unreachable(operator);
    }
  }

  #ofTexts(node: TypedNode, parts: readonly Exclude<Part, None>[]): Part | undefined {
    const raws = parts.map((part) => (part.kind === "known" ? part.raw : undefined));
    if (raws.includes(undefined)) return this.#refuse("text_not_constant", node.kind);
    const [a, b] = raws as readonly Raw[];
    const known = (raw: Raw): Part => ({ kind: "known", raw });
    if (node.kind === "list") return known(raws as readonly string[]);
    if (node.kind === "membership") {
      return known((b as readonly string[]).includes(a as string) !== node.negated);
    }
    assert(node.kind === "compare", "texts are compared or looked up only");
    return known(holds(node.operator, orderOf(a!, b!, "text")!));
  }

  /** A date moved by days is a number; months and durations are for constants only. */
  #ofDurations(node: TypedNode, parts: readonly Exclude<Part, None>[]): Part | undefined {
    const [date, moved] = parts;
    if (node.kind === "shiftDate") {
      if (node.unit !== "day") return this.#refuse("date_moved_by_months", node.kind);
      return this.#movedDate(date!, this.#number(moved!, node.count.type));
    }
    if (node.kind !== "addDuration" && node.kind !== "subtractDuration") {
      return this.#refuse("duration_not_constant", node.kind);
    }
    if (moved?.kind !== "known") return this.#refuse("duration_not_constant", node.kind);
    const { months, days } = moved.raw as Duration;
    if (months !== 0n) return this.#refuse("date_moved_by_months", node.kind);
    const count = Number(node.kind === "addDuration" ? days : -days);
    return this.#movedDate(date!, { value: this.#builder.constant(count), has: true });
  }

  /** No value beyond the dates that there are. */
  #movedDate(date: Part, days: Pick<NumberNode, "value" | "has">): Part {
    const builder = this.#builder;
    const from = this.#number(date, { kind: "date" });
    const value = builder.add(from.value, days.value);
    const [first, last] = [FIRST_DATE, LAST_DATE].map((each) =>
      builder.constant(toDayNumber(each)),
    ) as [Num, Num];
    const has = this.#logic.and(
      ...[from.has, days.has],
      builder.lessOrEqual(first, value),
      builder.lessOrEqual(value, last),
    );
    return { kind: "number", value, has };
  }

  #number(part: Part, type: Type): NumberNode {
    if (part.kind === "number") return part;
    assert(part.kind !== "boolean", "a condition is no number");
    if (part.kind === "none")
      return { kind: "number", value: this.#builder.constant(0), has: false };
    const { raw } = part;
    const double = type.kind === "date" ? toDayNumber(raw as LocalDate) : doubleOf(raw as Exact);
    return { kind: "number", value: this.#builder.constant(double), has: true };
  }

  #condition(part: Part): BooleanNode {
    if (part.kind === "boolean") return part;
    assert(part.kind !== "number", "a number is no condition");
    if (part.kind === "none") return { kind: "boolean", value: false, has: false };
    return { kind: "boolean", value: part.raw as boolean, has: true };
  }
}

const isKnownFigure = (figure: Figure | undefined): boolean =>
  figure?.kind === "constant" || figure?.kind === "unavailable";
