import {
  array,
  lazy,
  nullable,
  object,
  optional,
  record,
  taggedUnion,
  withDescription,
} from "./schema-compounds.ts";
import type { Schema as SchemaDefinition } from "./schema-definition.ts";
import { boolean, integer, json, literal, minorUnits, oneOf, string } from "./schema-scalars.ts";

export {
  decode,
  encode,
  makeSchema,
  REFUSED,
  SCHEMA_FINDING_CODES,
  toJsonSchema,
} from "./schema-definition.ts";
export type {
  Infer,
  JsonObject,
  SchemaFinding,
  SchemaFindingCode,
  SchemaRun,
  StandardProperties,
  StandardResult,
} from "./schema-definition.ts";
export type { ObjectSchema, OptionalField } from "./schema-compounds.ts";
export type { LiteralSchema } from "./schema-scalars.ts";
export { TEXT_FORMATS, type TextFormat, type TextFormatName } from "./text-format.ts";

/** A description of the JSON form of `T`: decodes strictly, encodes, and writes JSON Schema. */
export type Schema<T> = SchemaDefinition<T>;

/** The builders of schemas. */
export const Schema = Object.freeze({
  string,
  integer,
  minorUnits,
  boolean,
  literal,
  oneOf,
  json,
  object,
  optional,
  array,
  record,
  taggedUnion,
  nullable,
  lazy,
  withDescription,
});
