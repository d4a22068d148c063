import { assert } from "../base/assert.ts";
import { BUILTINS } from "./builtins.ts";
import { KEYWORDS } from "./syntax.ts";

/** Words about a name, by language code; en and ja are always there [X71]. */
export type Description = {
  readonly en: string;
  readonly ja: string;
  readonly [language: string]: string;
};

/** One of the texts that a variable or parameter can have, and how to say it. */
export type TextChoice = { readonly value: string; readonly description?: Description };

/** The types of the language [X25]. Currencies are ISO 4217 codes and never mix. */
export type Type =
  | { readonly kind: "boolean" | "ratio" | "integer" | "date" | "duration" | "list" }
  | { readonly kind: "money"; readonly currency: string }
  | TextType;

/** `values`, if given, are all that a text can be: a literal outside them is a finding [X34]. */
export type TextType = { readonly kind: "text"; readonly values?: readonly TextChoice[] };

/** What a caller may ask for: one type, or money of whatever currency. */
export type ExpectedType = Type | { readonly kind: "anyMoney" };

/** True or false. */
export const BOOLEAN: Type = Object.freeze({ kind: "boolean" });
/** An exact fraction. */
export const RATIO: Type = Object.freeze({ kind: "ratio" });
/** A whole number. */
export const INTEGER: Type = Object.freeze({ kind: "integer" });
/** A calendar date without time zone. */
export const DATE: Type = Object.freeze({ kind: "date" });
/** Months and days. */
export const DURATION: Type = Object.freeze({ kind: "duration" });
/** A list of texts. */
export const LIST: Type = Object.freeze({ kind: "list" });
/** Text, for comparing only. */
export const TEXT: Type = Object.freeze({ kind: "text" });
/** Money of whatever currency. */
export const ANY_MONEY: ExpectedType = Object.freeze({ kind: "anyMoney" });

/** Money of a currency (ISO 4217). */
export const moneyType = (currency: string): Type => ({ kind: "money", currency });

/** "money(USD)", "ratio", … as findings name types. */
export function formatType(type: ExpectedType): string {
  if (type.kind === "anyMoney") return "money";
  return type.kind === "money" ? `money(${type.currency})` : type.kind;
}

/** True for a ratio or an integer. */
export const isNumber = (type: Type): boolean => type.kind === "ratio" || type.kind === "integer";

/** True for the same kind, and for money the same currency. */
export function sameType(a: Type, b: Type): boolean {
  if (a.kind !== b.kind) return false;
  return a.kind !== "money" || b.kind !== "money" || a.currency === b.currency;
}

/** True where a value of type `actual` may stand; an integer is also a ratio [X26]. */
export function isAccepted(actual: Type, expected: ExpectedType): boolean {
  if (expected.kind === "anyMoney") return actual.kind === "money";
  if (expected.kind === "ratio" && actual.kind === "integer") return true;
  return sameType(actual, expected);
}

/** The type that holds both, if there is one: the same, or ratio for a ratio and an integer. */
export function joinTypes(a: Type, b: Type): Type | undefined {
  if (a.kind === "text" && b.kind === "text") return a.values === b.values ? a : TEXT;
  if (sameType(a, b)) return a;
  return isNumber(a) && isNumber(b) ? RATIO : undefined;
}

/** A name that stands for a value: "the fund's debt". */
export type VariableType = {
  readonly kind: "variable";
  readonly type: Type;
  /** For a boolean, a clause ("the fund is being wound up"); otherwise a noun phrase. */
  readonly description: Description;
};

/** What a function of an environment takes. */
export type Parameter = {
  readonly name: string;
  readonly type: ExpectedType;
  readonly optional?: true;
};

/**
 * A name that needs arguments. Its description has `{parameter}` where an argument is said, and
 * square brackets around what is left out when the argument in them is: "investments[ in
 * {country}]".
 */
export type FunctionType = {
  readonly kind: "function";
  readonly parameters: readonly Parameter[];
  readonly result: Type;
  readonly description: Description;
};

/** What a name of an environment is. */
export type NameType = VariableType | FunctionType;

/** What the names of expressions mean in one place of the charter [X30]. */
export type EnvironmentTypes = ReadonlyMap<string, NameType>;

const NAME = /^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*$/;
const PLACEHOLDER = /\{([^}]*)\}/g;

/**
 * An environment's names. That they are well formed, new and described is the business of the
 * code or of the charter's own checks, so anything else here is a bug [X30].
 */
export function environmentTypes(entries: Iterable<readonly [string, NameType]>): EnvironmentTypes {
  const names = new Map<string, NameType>();
  for (const [name, type] of entries) {
    assert(isFreeName(name), `not a name for an environment: ${name}`);
    assert(!names.has(name), `name given twice: ${name}`);
    names.set(name, type);
    if (type.kind === "function") assertFunction(name, type);
  }
  return names;
}

/** True for a name that an environment may give a meaning: well formed and not taken [X30]. */
export function isFreeName(name: string): boolean {
  return NAME.test(name) && !KEYWORDS.has(name) && !BUILTINS.has(name);
}

function assertFunction(name: string, type: FunctionType): void {
  const known = new Set(type.parameters.map((parameter) => parameter.name));
  assert(known.size === type.parameters.length, `parameter given twice: ${name}`);
  const firstOptional = type.parameters.findIndex(({ optional }) => optional === true);
  const required = type.parameters.findLastIndex(({ optional }) => optional !== true);
  const inOrder = firstOptional < 0 || required < firstOptional;
  assert(inOrder, `optional parameters come last: ${name}`);
  for (const text of Object.values(type.description)) {
    for (const [, placeholder] of text.matchAll(PLACEHOLDER)) {
      assert(known.has(placeholder!), `no such parameter: ${name} {${placeholder}}`);
    }
  }
}
