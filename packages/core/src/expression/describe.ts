import { assert, AssertionError } from "../base/assert.ts";
import type { LocalDate } from "../calendar/date.ts";
import { Ratio } from "../base/ratio.ts";
import {
  formatCount,
  formatDate,
  formatDecimal,
  formatDuration,
  formatMoney,
  formatUnit,
} from "./figures.ts";
import { fill, join, type ComparisonKey, type Language, type PhraseKey } from "./language.ts";
import type { Comparison } from "./syntax.ts";
import type { TypedExpression, TypedNode } from "./typed.ts";
import type { Description, EnvironmentTypes, Type } from "./types.ts";
import type { Duration } from "./value.ts";

/**
 * What a checked expression says, as one sentence of plain language: a condition as a clause, a
 * value as a noun phrase. Names are said as the environment describes them [X71].
 */
export function describe(
  expression: TypedExpression,
  language: Language,
  names: EnvironmentTypes,
): string {
  const { root } = expression;
  const describer = new Describer(language, names);
  const said = root.type.kind === "boolean" ? describer.clause(root) : describer.phrase(root);
  const sentence = fill(language.sentence, said);
  if (!language.capitalises) return sentence;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** What a comparison says when it is denied. */
const OPPOSITE: Readonly<Record<Comparison, Comparison>> = {
  "=": "!=",
  "!=": "=",
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
};

type Of<K extends TypedNode["kind"]> = TypedNode & { readonly kind: K };

/** Phrases that are read as one thing wherever they stand. */
const SIMPLE: ReadonlySet<TypedNode["kind"]> = new Set(["constant", "variable", "call", "list"]);

class Describer {
  private readonly language: Language;
  private readonly names: EnvironmentTypes;

  constructor(language: Language, names: EnvironmentTypes) {
    this.language = language;
    this.names = names;
  }

  /**
   * A condition as a clause that can be true; with `isDenied`, what holds where it is not. A denial
   * goes down to the single conditions, which changes no outcome, undefined ones included [X39].
   */
  clause(node: TypedNode, isDenied = false): string {
    const { phrases } = this.language;
    switch (node.kind) {
      case "not":
        return this.clause(node.operand, !isDenied);
      case "compare":
        return this.comparison(node, isDenied);
      case "membership":
        return this.membership(node, node.negated !== isDenied);
      case "constant":
        return this.say(node.value === isDenied ? "never" : "always");
      case "and":
      case "or": {
        const joint = jointOf(node, isDenied);
        const parts = conditionsOf({ node, isDenied }, joint);
        return join(
          parts.map((part) => this.groupedClause(part.node, part.isDenied)),
          this.language.joints[joint],
        );
      }
      case "conditional": {
        const branches = [node.whenTrue, node.whenFalse];
        const said = branches.map((branch) => this.groupedClause(branch, isDenied));
        return this.say("if clause", this.groupedClause(node.condition), ...said);
      }
      case "orElse": {
        const parts = [node.value, node.fallback];
        return this.say(
          "orElse clause",
          ...parts.map((part) => this.groupedClause(part, isDenied)),
        );
      }
      default: {
        assert(node.kind === "variable" || node.kind === "call", "a boolean is said as a clause");
        const clause = this.named(node);
        return isDenied ? fill(phrases.not, clause) : clause;
      }
    }
  }

  /** A value as a noun phrase. */
  phrase(node: TypedNode): string {
    if (node.type.kind === "boolean") return this.say("whether", this.clause(node));
    switch (node.kind) {
      case "constant":
        return this.constant(node);
      case "variable":
      case "call":
        return this.named(node);
      case "list":
        return join(this.operands(node.items), this.language.joints.and);
      case "conditional": {
        const { condition, whenTrue, whenFalse } = node;
        const values = [whenTrue, whenFalse].map((value) => this.side(value));
        return this.say("if value", this.groupedClause(condition), ...values);
      }
      case "orElse":
        return this.say("orElse value", ...this.operands([node.value, node.fallback]));
      case "minimum":
      case "maximum": {
        const suffix = node.type.kind === "date" ? "date" : this.suffix(node.type);
        const list = join(this.operands(node.operands), this.language.joints.and);
        const count = node.operands.length === 2 ? "of two" : "of many";
        return this.say(`${node.kind} ${suffix} ${count}`, list);
      }
      default:
        return node.type.kind === "date" || node.type.kind === "duration"
          ? this.dated(node)
          : this.calculation(node);
    }
  }

  private calculation(node: TypedNode): string {
    const suffix = this.suffix(node.type);
    switch (node.kind) {
      case "add":
      case "subtract":
        return this.total(node);
      case "multiply":
        return this.product(node);
      case "divide": {
        const isRatio = node.left.type.kind === "money" && node.right.type.kind === "money";
        const key = isRatio ? "ratio of money" : (`divided ${suffix}` as const);
        return this.say(key, ...this.operands([node.left, node.right]));
      }
      case "negate":
        if (node.operand.kind === "constant") return this.negative(node.operand);
        return this.say("negate", this.operand(node.operand));
      case "absolute":
        return this.say("absolute", this.operand(node.operand));
      case "power":
        return this.say("power", this.operand(node.operand), String(node.exponent));
      case "round": {
        const { type } = node;
        const { figures, roundings } = this.language;
        const step =
          type.kind === "money"
            ? formatMoney(node.step, type.currency, figures)
            : formatDecimal(Ratio.toDecimalText(node.step) ?? "1", figures);
        return this.say(`round ${suffix}`, this.operand(node.operand), step, roundings[node.mode]);
      }
      case "daysBetween":
        return this.say("days between", ...this.operands([node.from, node.to]));
      default:
        return unsayable(node);
    }
  }

  /** Sums and differences in a row are said as one sum less another. */
  private total(node: TypedNode): string {
    const plus: TypedNode[] = [];
    const minus: TypedNode[] = [];
    let rest = node;
    while (rest.kind === "add" || rest.kind === "subtract") {
      (rest.kind === "add" ? plus : minus).unshift(rest.right);
      rest = rest.left;
    }
    plus.unshift(rest);
    const suffix = this.suffix(node.type);
    const { and } = this.language.joints;
    const added = this.operands(plus);
    const sum = this.say(`sum ${suffix}`, join(added, and));
    if (minus.length === 0) return sum;
    const whole = added.length === 1 ? added[0]! : fill(this.language.group, sum);
    const taken = join(this.operands(minus), and);
    return this.say(minus.length === 1 ? `less ${suffix}` : `less many ${suffix}`, whole, taken);
  }

  private product(node: Of<"add" | "subtract" | "multiply" | "divide">): string {
    const { left, right, syntax } = node;
    const isShare = syntax.kind === "binary" && syntax.operator === "of";
    const key = isShare && left.kind === "constant" ? "share" : `times ${this.suffix(node.type)}`;
    const isSwapped = left.type.kind === "money";
    return this.say(key as PhraseKey, ...this.operands(isSwapped ? [right, left] : [left, right]));
  }

  private dated(node: TypedNode): string {
    switch (node.kind) {
      case "addDuration":
      case "subtractDuration": {
        const isWritten = node.duration.kind === "constant";
        const way = node.kind === "addDuration" ? "plus" : "minus";
        const key = isWritten ? (way === "plus" ? "date after" : "date before") : `date ${way}`;
        return this.say(key as PhraseKey, ...this.operands([node.date, node.duration]));
      }
      case "shiftDate":
        return this.shift(node);
      case "addDurations":
      case "subtractDurations": {
        const key = node.kind === "addDurations" ? "duration plus" : "duration minus";
        return this.say(key, ...this.operands([node.left, node.right]));
      }
      case "negateDuration":
        return this.say("duration negated", this.operand(node.operand));
      case "scaleDuration":
        return this.say("duration times", ...this.operands([node.count, node.duration]));
      default:
        return unsayable(node);
    }
  }

  /** A written count is said with its unit: "10 years after …". */
  private shift({ date, count, unit }: Of<"shiftDate">): string {
    const isBack = count.kind === "negate";
    const written = isBack ? count.operand : count;
    const start = this.operand(date);
    if (written.kind !== "constant") return this.say(`${unit}s after`, start, this.operand(count));
    const duration = formatCount((written.value as Ratio).num, unit, this.language);
    return this.say(isBack ? "date before" : "date after", start, duration);
  }

  private comparison(node: Of<"compare">, isDenied: boolean): string {
    const operator = isDenied ? OPPOSITE[node.operator] : node.operator;
    const key = `compare ${node.order} ${operator}` as ComparisonKey;
    const sides = [node.left, node.right].map((side) => this.side(side));
    return fill(this.language.comparisons[key], ...sides);
  }

  private membership({ item, list }: Of<"membership">, negated: boolean): string {
    const isWritten = list.kind === "list";
    const count = !isWritten ? "list" : list.items.length === 1 ? "one" : "many";
    const listed = isWritten
      ? join(this.operands(list.items), this.language.joints.or)
      : this.operand(list);
    return this.say(`${negated ? "not " : ""}in ${count}`, this.operand(item), listed);
  }

  private constant(node: Of<"constant">): string {
    const { type, value, syntax } = node;
    const { language } = this;
    const { figures } = language;
    if (syntax.kind === "number") return formatUnit(syntax.digits, syntax.unit, figures);
    if (syntax.kind === "duration") return formatCount(BigInt(syntax.count), syntax.unit, language);
    switch (type.kind) {
      case "money":
        return formatMoney(value as Ratio, type.currency, figures);
      case "date":
        return formatDate(value as LocalDate, figures);
      case "duration":
        return formatDuration(value as Duration, language);
      case "text":
        return this.text(value as string, type);
      default:
        return unsayable(node);
    }
  }

  /** A number or an amount below zero, as it is written. */
  private negative(node: Of<"constant">): string {
    const { syntax, type, value } = node;
    const { figures } = this.language;
    if (syntax.kind === "number") return formatUnit(`-${syntax.digits}`, syntax.unit, figures);
    assert(type.kind === "money", "a negative constant is a number or an amount");
    return formatMoney(Ratio.neg(value as Ratio), type.currency, figures);
  }

  /** One of a few known texts is called by its description, any other is quoted. */
  private text(value: string, type: Type): string {
    const choices = type.kind === "text" ? (type.values ?? []) : [];
    const description = choices.find((choice) => choice.value === value)?.description;
    if (description !== undefined) return this.inLanguage(description);
    return fill(this.language.figures.text, value);
  }

  private named(node: Of<"variable"> | Of<"call">): string {
    const meaning = this.names.get(node.name);
    assert(meaning !== undefined, "a checked name is of the environment it was checked in");
    const description = this.inLanguage(meaning.description);
    if (node.kind === "variable" || meaning.kind === "variable") return description;
    const said = new Map<string, string>();
    for (const [index, { name }] of meaning.parameters.entries()) {
      const argument = node.arguments[index];
      if (argument !== undefined) said.set(name, this.operand(argument));
    }
    const put = (template: string): string =>
      template.replace(/\{([^}]*)\}/g, (_, name: string) => said.get(name) ?? "");
    return put(
      description.replace(/\[([^\]]*)\]/g, (_, part: string) => {
        const parameters = [...part.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name!);
        return parameters.every((name) => said.has(name)) ? part : "";
      }),
    );
  }

  private inLanguage(description: Description): string {
    const { code } = this.language;
    return Object.hasOwn(description, code) ? description[code]! : description.en;
  }

  /** A part of a larger phrase; what is itself made of parts is set apart. */
  private operand(node: TypedNode): string {
    const phrase = this.phrase(node);
    const isNegative = node.kind === "negate" && node.operand.kind === "constant";
    const isSimple = isNegative || SIMPLE.has(node.kind) || node.type.kind === "boolean";
    return isSimple ? phrase : fill(this.language.group, phrase);
  }

  private operands(nodes: readonly TypedNode[]): readonly string[] {
    return nodes.map((node) => this.operand(node));
  }

  /** A part with words on both sides of it, so that only an alternative has to be set apart. */
  private side(node: TypedNode): string {
    const isAlternative = node.kind === "conditional" || node.kind === "orElse";
    return isAlternative ? this.operand(node) : this.phrase(node);
  }

  private groupedClause(node: TypedNode, isDenied = false): string {
    const clause = this.clause(node, isDenied);
    let inner = node;
    while (inner.kind === "not") inner = inner.operand;
    const isGroup = ["and", "or", "conditional", "orElse"].includes(inner.kind);
    return isGroup ? fill(this.language.group, clause) : clause;
  }

  private suffix(type: Type): "money" | "number" {
    return type.kind === "money" ? "money" : "number";
  }

  private say(key: PhraseKey, ...parts: readonly string[]): string {
    return fill(this.language.phrases[key], ...parts);
  }
}

type Condition = { readonly node: TypedNode; readonly isDenied: boolean };

/** Whether all conditions must hold or one is enough; a denial turns one into the other. */
function jointOf({ kind }: TypedNode, isDenied: boolean): "allOf" | "anyOf" {
  return (kind === "and") === isDenied ? "anyOf" : "allOf";
}

/** The conditions that the same joint holds together, from left to right. */
function conditionsOf(condition: Condition, joint: "allOf" | "anyOf"): readonly Condition[] {
  const { node, isDenied } = condition;
  if (node.kind === "not") {
    return conditionsOf({ node: node.operand, isDenied: !isDenied }, joint);
  }
  const isJoined = node.kind === "and" || node.kind === "or";
  if (!isJoined || jointOf(node, isDenied) !== joint) return [condition];
  return [node.left, node.right].flatMap((part) => conditionsOf({ node: part, isDenied }, joint));
}

function unsayable(node: TypedNode): never {
  throw new AssertionError(`no phrase for ${node.kind}`);
}
