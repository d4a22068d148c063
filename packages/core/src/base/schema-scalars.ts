import { assert } from "./assert.ts";
import { isWireInteger, type Json } from "./json.ts";
import {
  makeSchema,
  REFUSED,
  type JsonObject,
  type Schema,
  type SchemaRun,
} from "./schema-definition.ts";
import { TEXT_FORMATS, type TextFormat, type TextFormatName } from "./text-format.ts";

/** What a builder takes besides the rules: the description that JSON Schema shows. */
export type Described = { readonly description?: string };

export const described = (json: JsonObject, options: Described): JsonObject =>
  options.description === undefined ? json : { ...json, description: options.description };

/** The kind of a JSON value, as findings name it. */
export function kindOf(value: Json): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

const SHOWN_CHARACTERS = 80;

/**
 * The value as a finding shows it: scalars themselves, cut where long, else their kind. A cut may
 * go through a surrogate pair; a finding is recorded, and so must be text that the record can hold.
 */
export function shown(value: Json): string {
  if (typeof value === "string") {
    if (value.length <= SHOWN_CHARACTERS) return value;
    return `${value.slice(0, SHOWN_CHARACTERS).toWellFormed()}…`;
  }
  return typeof value === "number" || typeof value === "boolean" ? String(value) : kindOf(value);
}

/** A range as findings name it: "1..64", "1..", "..64", or nothing. */
export function rangeWord(
  min: number | bigint | undefined,
  max: number | bigint | undefined,
): string {
  return min === undefined && max === undefined ? "" : ` ${min ?? ""}..${max ?? ""}`;
}

/** Characters, as JSON Schema counts them: code points, so that a surrogate pair is one. */
function characterCount(text: string): number {
  let count = text.length;
  for (let i = 1; i < text.length; i++) {
    const isSecondHalf = text.charCodeAt(i) >= 0xdc00 && text.charCodeAt(i) < 0xe000;
    if (isSecondHalf) count--;
  }
  return count;
}

export type StringOptions = Described & {
  /** Characters (code points). */
  readonly minLength?: number;
  readonly maxLength?: number;
  /** One of the shared formats by name, or one of the caller's own. */
  readonly format?: TextFormatName | TextFormat;
};

/** Text. `T` may be a branded string type whose form the format guarantees. */
export function string<T extends string = string>(options: StringOptions = {}): Schema<T> {
  const { minLength, maxLength } = options;
  const format: TextFormat | undefined =
    typeof options.format === "string" ? TEXT_FORMATS[options.format] : options.format;
  const expected = (format?.name ?? "string") + rangeWord(minLength, maxLength);
  const hasLength = minLength !== undefined || maxLength !== undefined;

  function lengthFault(text: string, run: SchemaRun): typeof REFUSED | undefined {
    const count = characterCount(text);
    if (count < (minLength ?? 0)) return run.refuse("too_short", expected, String(count));
    if (count > (maxLength ?? count)) return run.refuse("too_long", expected, String(count));
    return undefined;
  }

  return makeSchema<T>({
    expected,
    read(value, run) {
      if (typeof value !== "string") return run.refuse("wrong_type", expected, kindOf(value));
      if (hasLength && lengthFault(value, run) === REFUSED) return REFUSED;
      if (format !== undefined && !format.accepts(value)) {
        return run.refuse("bad_format", expected, shown(value));
      }
      return value as T;
    },
    write: (value) => value,
    jsonSchema() {
      const json: { [key: string]: Json } = { type: "string" };
      if (minLength !== undefined) json["minLength"] = minLength;
      const longest = maxLength ?? format?.maxLength;
      if (longest !== undefined) json["maxLength"] = longest;
      if (format !== undefined) json["pattern"] = format.pattern;
      if (format?.jsonFormat !== undefined) json["format"] = format.jsonFormat;
      return described(json, options);
    },
  });
}

export type IntegerOptions = Described & { readonly min?: number; readonly max?: number };

/** A JSON number that is a safe integer, both bounds included. */
export function integer(options: IntegerOptions = {}): Schema<number> {
  const min = options.min ?? Number.MIN_SAFE_INTEGER;
  const max = options.max ?? Number.MAX_SAFE_INTEGER;
  const expected = `integer${rangeWord(options.min, options.max)}`;
  return makeSchema<number>({
    expected,
    read(value, run) {
      if (typeof value !== "number") return run.refuse("wrong_type", expected, kindOf(value));
      if (!isWireInteger(value)) return run.refuse("wrong_type", expected, String(value));
      if (value < min || value > max) return run.refuse("out_of_range", expected, String(value));
      return value;
    },
    write: (value) => value,
    jsonSchema: () => described({ type: "integer", minimum: min, maximum: max }, options),
  });
}

const WHOLE_NUMBER = /^(?:0|-?[1-9][0-9]{0,37})$/;

export type MinorUnitsOptions = Described & { readonly min?: bigint; readonly max?: bigint };

/**
 * An exact whole number, such as an amount in minor units or a number of units at a class's scale:
 * text on the wire, because JSON numbers end at 2^53, and a bigint here. At most 38 digits.
 */
export function minorUnits(options: MinorUnitsOptions = {}): Schema<bigint> {
  const { min, max } = options;
  const expected = `minor-units${rangeWord(min, max)}`;
  return makeSchema<bigint>({
    expected,
    read(value, run) {
      if (typeof value !== "string") return run.refuse("wrong_type", expected, kindOf(value));
      if (!WHOLE_NUMBER.test(value)) {
        return run.refuse("bad_format", expected, shown(value));
      }
      const number = BigInt(value);
      const isInRange =
        (min === undefined || number >= min) && (max === undefined || number <= max);
      return isInRange ? number : run.refuse("out_of_range", expected, value);
    },
    write: (value) => value.toString(),
    jsonSchema() {
      const json: { [key: string]: Json } = { type: "string", pattern: WHOLE_NUMBER.source };
      // JSON Schema can't bound numbers in text; these keywords tell readers what it can't test.
      if (min !== undefined) json["x-minimum"] = min.toString();
      if (max !== undefined) json["x-maximum"] = max.toString();
      return described(json, options);
    },
  });
}

export function boolean(options: Described = {}): Schema<boolean> {
  return makeSchema<boolean>({
    expected: "boolean",
    read: (value, run) =>
      typeof value === "boolean" ? value : run.refuse("wrong_type", "boolean", kindOf(value)),
    write: (value) => value,
    jsonSchema: () => described({ type: "boolean" }, options),
  });
}

/** What a literal may be. */
export type Literal = string | number | boolean;

/** A schema that takes certain values only; tagged unions look for them. */
export type LiteralSchema<T extends Literal> = Schema<T> & { readonly literals: readonly T[] };

/** One of some literal values. */
export function oneOf<const T extends readonly [Literal, ...Literal[]]>(
  values: T,
  options: Described = {},
): LiteralSchema<T[number]> {
  const literals = new Set<Json>(values);
  assert(literals.size === values.length, "a literal is listed twice");
  const expected = `one of ${values.join("|")}`;
  const schema = makeSchema<T[number]>({
    expected,
    read: (value, run) =>
      literals.has(value) ? (value as T[number]) : run.refuse("not_one_of", expected, shown(value)),
    write: (value) => value,
    jsonSchema: () =>
      described(values.length === 1 ? { const: values[0] } : { enum: values }, options),
  });
  return { ...schema, literals: values };
}

/** Exactly one value. */
export function literal<const T extends Literal>(
  value: T,
  options: Described = {},
): LiteralSchema<T> {
  return oneOf([value], options);
}

/** Any JSON at all, for parts that another schema reads later. */
export function json(options: Described = {}): Schema<Json> {
  return makeSchema<Json>({
    expected: "json",
    read: (value) => value,
    write: (value) => value,
    jsonSchema: () => described({}, options),
  });
}
