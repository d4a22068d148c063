import { assert } from "./assert.ts";
import { canonicalText, encodingFault } from "./canonical.ts";
import { FORBIDDEN_KEY, type Json } from "./json.ts";
import {
  makeSchema,
  REFUSED,
  type Infer,
  type JsonObject,
  type JsonSchemaParts,
  type Schema,
  type SchemaRun,
} from "./schema-definition.ts";
import {
  described,
  kindOf,
  rangeWord,
  shown,
  type Described,
  type Literal,
  type LiteralSchema,
} from "./schema-scalars.ts";

const isObject = (value: Json): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isArray = (value: Json): value is readonly Json[] => Array.isArray(value);

/** A field that may be absent. */
export type OptionalField<T> = { readonly optional: Schema<T> };

/** Marks a field as one that may be absent. Absent is not null: see `nullable`. */
export function optional<T>(schema: Schema<T>): OptionalField<T> {
  return { optional: schema };
}

export type Fields = { readonly [name: string]: Schema<unknown> | OptionalField<unknown> };

type RequiredFields<F extends Fields> = {
  readonly [K in keyof F as F[K] extends OptionalField<unknown> ? never : K]: Infer<F[K]>;
};
type OptionalFields<F extends Fields> = {
  readonly [
    K in keyof F as F[K] extends OptionalField<unknown> ? K : never
  ]?: F[K] extends OptionalField<infer T> ? T : never;
};
type Flat<T> = { readonly [K in keyof T]: T[K] };

/** The type of an object with these fields. */
export type ObjectOf<F extends Fields> = Flat<RequiredFields<F> & OptionalFields<F>>;

/** A schema of objects, whose fields tagged unions and other schemas may look at. */
export type ObjectSchema<T> = Schema<T> & { readonly fields: Fields };

type Member = {
  readonly name: string;
  readonly schema: Schema<unknown>;
  readonly isOptional: boolean;
};

function membersOf(fields: Fields): readonly Member[] {
  return Object.entries(fields).map(([name, field]) => {
    assert(name !== FORBIDDEN_KEY, "a field has the forbidden name");
    const isOptional = "optional" in field;
    return { name, schema: isOptional ? field.optional : field, isOptional };
  });
}

function refuseUnknown(value: JsonObject, fields: Fields, run: SchemaRun): void {
  const expected = `one of ${Object.keys(fields).join("|")}`;
  for (const name of Object.keys(value)) {
    if (Object.hasOwn(fields, name)) continue;
    run.path.push(name);
    run.refuse("unknown_field", expected, shown(name));
    run.path.pop();
  }
}

/** Reads the members into a fresh object; refuses what is missing, wrong or unknown. */
function readMembers(
  value: JsonObject,
  members: readonly Member[],
  fields: Fields,
  run: SchemaRun,
): object | typeof REFUSED {
  const decoded: { [name: string]: unknown } = {};
  let known = 0;
  let isGood = true;
  for (let i = 0; i < members.length; i++) {
    const { name, schema, isOptional } = members[i]!;
    const isPresent = Object.hasOwn(value, name);
    if (!isPresent && isOptional) continue;
    run.path.push(name);
    const field = isPresent
      ? schema.read(value[name]!, run)
      : run.refuse("missing_field", schema.expected, "absent");
    run.path.pop();
    if (isPresent) known++;
    if (field === REFUSED) isGood = false;
    else decoded[name] = field;
  }
  if (Object.keys(value).length === known) return isGood ? decoded : REFUSED;
  refuseUnknown(value, fields, run);
  return REFUSED;
}

/** An object with exactly these fields, in any order. */
export function object<const F extends Fields>(
  fields: F,
  options: Described = {},
): ObjectSchema<ObjectOf<F>> {
  const members = membersOf(fields);
  const schema = makeSchema<ObjectOf<F>>({
    expected: "object",
    read(value, run) {
      if (!isObject(value)) return run.refuse("wrong_type", "object", kindOf(value));
      return readMembers(value, members, fields, run) as ObjectOf<F> | typeof REFUSED;
    },
    write(value) {
      const json: { [name: string]: Json } = {};
      const from = value as { readonly [name: string]: unknown };
      for (const { name, schema } of members) {
        if (from[name] !== undefined) json[name] = schema.write(from[name]);
      }
      return json;
    },
    jsonSchema(parts) {
      const properties: { [name: string]: Json } = {};
      for (const { name, schema } of members) properties[name] = schema.jsonSchema(parts);
      const required = members.filter(({ isOptional }) => !isOptional).map(({ name }) => name);
      const json = { type: "object", properties, required, additionalProperties: false };
      return described(json, options);
    },
  });
  return { ...schema, fields };
}

export type ArrayOptions<T> = Described & {
  readonly min?: number;
  readonly max?: number;
  /** No two items alike: `true` for the items as wholes, or the fields that tell them apart. */
  readonly unique?: true | readonly (keyof T & string)[];
};

/**
 * What must differ between two items of an array: the canonical text of the fields that count. What
 * comes from outside may have none (half a character, a number too large): it is like no other.
 */
function identityOf(item: Json, unique: true | readonly string[]): string | undefined {
  const counts =
    unique === true || !isObject(item) ? item : unique.map((name) => item[name] ?? null);
  return encodingFault(counts) === undefined ? canonicalText(counts) : undefined;
}

function refuseDuplicates(
  items: readonly Json[],
  unique: true | readonly string[],
  run: SchemaRun,
): boolean {
  const seen = new Set<string>();
  let isAnyTwice = false;
  for (let i = 0; i < items.length; i++) {
    const identity = identityOf(items[i]!, unique);
    if (identity === undefined) continue;
    if (seen.has(identity)) {
      isAnyTwice = true;
      run.path.push(i);
      run.refuse("duplicate_item", "unique", shown(identity));
      run.path.pop();
    }
    seen.add(identity);
  }
  return isAnyTwice;
}

/** A list of items of one kind, in an order that counts. */
export function array<T>(item: Schema<T>, options: ArrayOptions<T> = {}): Schema<readonly T[]> {
  const { min = 0, max = Number.MAX_SAFE_INTEGER, unique } = options;
  const expected = `array${rangeWord(options.min, options.max)}`;
  return makeSchema<readonly T[]>({
    expected,
    read(value, run) {
      if (!isArray(value)) return run.refuse("wrong_type", expected, kindOf(value));
      // Too many items are not looked at: the limit is there to bound the work.
      if (value.length > max) return run.refuse("too_many", expected, String(value.length));
      let isGood = value.length >= min;
      if (!isGood) run.refuse("too_short", expected, String(value.length));
      const items: T[] = [];
      for (let i = 0; i < value.length; i++) {
        run.path.push(i);
        const decoded = item.read(value[i]!, run);
        run.path.pop();
        if (decoded === REFUSED) isGood = false;
        else items.push(decoded);
      }
      if (unique !== undefined && refuseDuplicates(value, unique, run)) isGood = false;
      return isGood ? items : REFUSED;
    },
    write: (value) => value.map((each) => item.write(each)),
    jsonSchema(parts) {
      const json: { [key: string]: Json } = { type: "array", items: item.jsonSchema(parts) };
      if (options.min !== undefined) json["minItems"] = min;
      if (options.max !== undefined) json["maxItems"] = max;
      if (unique === true) json["uniqueItems"] = true;
      else if (unique !== undefined) json["x-unique-by"] = unique;
      return described(json, options);
    },
  });
}

export type RecordOptions = Described & { readonly min?: number; readonly max?: number };

/** An object whose keys are data: every key reads by `key`, every value by `value`. */
export function record<T>(
  key: Schema<string>,
  value: Schema<T>,
  options: RecordOptions = {},
): Schema<{ readonly [key: string]: T }> {
  const { min = 0, max = Number.MAX_SAFE_INTEGER } = options;
  const expected = `record${rangeWord(options.min, options.max)}`;
  return makeSchema<{ readonly [key: string]: T }>({
    expected,
    read(json, run) {
      if (!isObject(json)) return run.refuse("wrong_type", expected, kindOf(json));
      const names = Object.keys(json);
      if (names.length > max) return run.refuse("too_many", expected, String(names.length));
      let isGood = names.length >= min;
      if (!isGood) run.refuse("too_short", expected, String(names.length));
      const decoded: { [key: string]: T } = {};
      for (const name of names) {
        run.path.push(name);
        const isKey = key.read(name, run) !== REFUSED;
        const member = value.read(json[name]!, run);
        run.path.pop();
        if (!isKey || member === REFUSED) isGood = false;
        else decoded[name] = member;
      }
      return isGood ? decoded : REFUSED;
    },
    write(from) {
      const json: { [key: string]: Json } = {};
      for (const name of Object.keys(from)) json[name] = value.write(from[name]!);
      return json;
    },
    jsonSchema(parts) {
      const json: { [key: string]: Json } = {
        type: "object",
        propertyNames: key.jsonSchema(parts),
        additionalProperties: value.jsonSchema(parts),
      };
      if (options.min !== undefined) json["minProperties"] = min;
      if (options.max !== undefined) json["maxProperties"] = max;
      return described(json, options);
    },
  });
}

/** The values of an object schema's tag field. */
function tagsOf(variant: ObjectSchema<unknown>, tag: string): readonly Literal[] {
  const field = variant.fields[tag];
  assert(field !== undefined && "literals" in field, `a variant has no literal field ${tag}`);
  return (field as LiteralSchema<Literal>).literals;
}

/** Objects of several kinds, told apart by the literal in the field `tag` that each of them has. */
export function taggedUnion<
  const V extends readonly [ObjectSchema<unknown>, ...ObjectSchema<unknown>[]],
>(tag: string, variants: V, options: Described = {}): Schema<Infer<V[number]>> {
  const byTag = new Map<Json, ObjectSchema<unknown>>();
  const tags: Literal[] = [];
  for (const variant of variants) {
    for (const value of tagsOf(variant, tag)) {
      assert(!byTag.has(value), `two variants have the ${tag} ${value}`);
      byTag.set(value, variant);
      tags.push(value);
    }
  }
  const expected = `one of ${tags.join("|")}`;
  const refuseTag = (value: Json | undefined, run: SchemaRun): typeof REFUSED => {
    run.path.push(tag);
    if (value === undefined) run.refuse("missing_field", expected, "absent");
    else run.refuse("not_one_of", expected, shown(value));
    run.path.pop();
    return REFUSED;
  };
  return makeSchema<Infer<V[number]>>({
    expected: "object",
    read(value, run) {
      if (!isObject(value)) return run.refuse("wrong_type", "object", kindOf(value));
      const actual = Object.hasOwn(value, tag) ? value[tag] : undefined;
      const variant = actual === undefined ? undefined : byTag.get(actual);
      if (variant === undefined) return refuseTag(actual, run);
      return variant.read(value, run) as Infer<V[number]> | typeof REFUSED;
    },
    write(value) {
      const variant = byTag.get((value as JsonObject)[tag]!);
      assert(variant !== undefined, `no variant has this ${tag}`);
      return variant.write(value);
    },
    jsonSchema: (parts) =>
      described({ oneOf: variants.map((variant) => variant.jsonSchema(parts)) }, options),
  });
}

/** The same schema with a description of its own, as a field's, in JSON Schema. */
export function withDescription<S extends Schema<unknown>>(schema: S, description: string): S {
  return { ...schema, jsonSchema: (parts) => ({ ...schema.jsonSchema(parts), description }) };
}

/** The value or null. */
export function nullable<T>(schema: Schema<T>): Schema<T | null> {
  return makeSchema<T | null>({
    expected: `${schema.expected} or null`,
    read: (value, run) => (value === null ? null : schema.read(value, run)),
    write: (value) => (value === null ? null : schema.write(value)),
    jsonSchema: (parts) => ({ anyOf: [schema.jsonSchema(parts), { type: "null" }] }),
  });
}

/**
 * A schema with a name of its own in `$defs`, made when first needed: for descriptions that contain
 * themselves, and for parts that many others refer to.
 */
export function lazy<T>(name: string, make: () => Schema<T>): Schema<T> {
  let made: Schema<T> | undefined;
  const schema = (): Schema<T> => (made ??= make());
  const owner = {};
  return makeSchema<T>({
    expected: name,
    read: (value, run) => schema().read(value, run),
    write: (value) => schema().write(value),
    jsonSchema(parts: JsonSchemaParts) {
      const known = parts.get(name);
      assert(known === undefined || known.owner === owner, `two schemas are named ${name}`);
      if (known === undefined) {
        const part = { owner, json: {} as JsonObject };
        parts.set(name, part);
        part.json = schema().jsonSchema(parts);
      }
      return { $ref: `#/$defs/${name}` };
    },
  });
}
