import { encodingFault } from "./canonical.ts";
import type { Json, JsonPath } from "./json.ts";
import { err, ok, type Result } from "./result.ts";

/** What may be wrong with a value, in machine words: a code, where, what was asked, what came. */
export type SchemaFinding = {
  readonly code: SchemaFindingCode;
  readonly path: JsonPath;
  /** As "integer 0..100", "one of a|b", "date". */
  readonly expected: string;
  /** The kind of value for `wrong_type`, a count for lengths, else the value, at most 80 long. */
  readonly actual: string;
};

export const SCHEMA_FINDING_CODES = [
  "unknown_field",
  "missing_field",
  "wrong_type",
  "out_of_range",
  "bad_format",
  "not_one_of",
  "too_long",
  "too_short",
  "duplicate_item",
  "too_many",
] as const;

export type SchemaFindingCode = (typeof SCHEMA_FINDING_CODES)[number];

/** What a schema's `read` answers for a value that it has findings on. */
export const REFUSED: unique symbol = Symbol("refused");

/** One run over a document: where it is, and what it has found so far. */
export class SchemaRun {
  readonly path: (string | number)[] = [];
  readonly findings: SchemaFinding[] = [];

  refuse(code: SchemaFindingCode, expected: string, actual: string): typeof REFUSED {
    this.findings.push({ code, path: [...this.path], expected, actual });
    return REFUSED;
  }
}

/** The named parts of a JSON Schema that is being written, for `$defs`. */
export type JsonSchemaParts = Map<string, { readonly owner: unknown; json: JsonObject }>;

export type JsonObject = { readonly [key: string]: Json };

/** The shape of the Standard Schema interface, version 1 (https://standardschema.dev). */
export type StandardProperties<T> = {
  readonly version: 1;
  readonly vendor: "jointfund";
  readonly validate: (value: unknown) => StandardResult<T>;
  readonly types?: { readonly input: unknown; readonly output: T } | undefined;
};

export type StandardResult<T> =
  | { readonly value: T; readonly issues?: undefined }
  | { readonly issues: readonly { readonly message: string; readonly path: JsonPath }[] };

/**
 * A description of the JSON form of `T`. Schemas are values: they read, write and describe.
 *
 * Reading is strict and reports everything at once. The decoded value is the JSON itself, except
 * that amounts, texts on the wire, become bigints.
 */
export type Schema<T> = {
  /** What is expected, in machine words. */
  readonly expected: string;
  read(value: Json, run: SchemaRun): T | typeof REFUSED;
  write(value: T): Json;
  jsonSchema(parts: JsonSchemaParts): JsonObject;
  readonly "~standard": StandardProperties<T>;
};

/** The type that a schema decodes to. */
export type Infer<S> = S extends Schema<infer T> ? T : never;

/** Decodes JSON by a schema: the value, or every finding on it. */
export function decode<T>(schema: Schema<T>, json: Json): Result<T, readonly SchemaFinding[]> {
  const run = new SchemaRun();
  const value = schema.read(json, run);
  return value === REFUSED ? err(run.findings) : ok(value);
}

/** The JSON of a value: what `decode` reads back as the same value. */
export function encode<T>(schema: Schema<T>, value: T): Json {
  return schema.write(value);
}

/** The schema as JSON Schema, draft 2020-12. */
export function toJsonSchema(schema: Schema<unknown>): JsonObject {
  const parts: JsonSchemaParts = new Map();
  const root = schema.jsonSchema(parts);
  const $schema = "https://json-schema.org/draft/2020-12/schema";
  if (parts.size === 0) return { $schema, ...root };
  const $defs = Object.fromEntries([...parts].map(([name, { json }]) => [name, json]));
  return { $schema, ...root, $defs };
}

/** Standard Schema's question. The value may be anything, so it must first prove to be `Json`. */
function validate<T>(schema: Schema<T>, value: unknown): StandardResult<T> {
  const fault = encodingFault(value);
  if (fault !== undefined) return { issues: [{ message: "wrong_type: json", path: fault }] };
  const decoded = decode(schema, value as Json);
  if (decoded.ok) return { value: decoded.value };
  const issues = decoded.error.map(({ code, path, expected, actual }) => ({
    message: `${code}: ${expected}, ${actual}`,
    path,
  }));
  return { issues };
}

/** Makes a schema of its parts: how the builders, and schemas of a kind of their own, are made. */
export function makeSchema<T>(parts: Omit<Schema<T>, "~standard">): Schema<T> {
  const schema: Schema<T> = {
    ...parts,
    "~standard": {
      version: 1,
      vendor: "jointfund",
      validate: (value) => validate(schema, value),
    },
  };
  return schema;
}
