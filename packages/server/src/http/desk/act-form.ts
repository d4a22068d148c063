import type { Json } from "@jointfund/core/base/canonical.ts";
import { toJsonSchema, type JsonObject, type Schema } from "@jointfund/core/base/schema.ts";
import { CHOICE_WORDS } from "../../languages/act-forms/choice-words.ts";
import { FIELD_LABELS } from "../../languages/act-forms/field-labels.ts";
import type { Text } from "../../languages/language.ts";
import { textOf } from "../../languages/template.ts";
import { choiceListOf } from "./choice-lists.ts";

/** How a field of an act's body is asked for on a form. */
export type FieldForm =
  | "money"
  | "units"
  | "date"
  | "instant"
  | "ratio"
  | "decimal"
  | "reference"
  | "identifier"
  | "currency"
  | "texts"
  | "text"
  | "longText"
  | "boolean"
  | "integer"
  | "choice"
  | "list"
  | "group"
  | "variants"
  | "map";

type Fields = { readonly [name: string]: Json };

const isObject = (json: Json | undefined): json is Fields =>
  typeof json === "object" && json !== null && !Array.isArray(json);

/** Texts longer than this are asked for in a field of several lines. */
const ONE_LINE_MAX = 300;

const WHOLE_NUMBER = "^(?:0|-?[1-9][0-9]{0,37})$";

/** Forms of text by the patterns that the schemas of bodies have. */
const BY_PATTERN: readonly (readonly [RegExp, FieldForm])[] = [
  [/^\^\[0-9a-f\]\{64\}/, "reference"],
  [/^\^\[A-Z\]\{3\}\$$/, "currency"],
  [/\\\/\(\[1-9\]/, "ratio"],
  [/\(\?:\\\.\[0-9\]/, "decimal"],
  [/^\^\[A-Za-z0-9\]\+\(\?:\[\._-\]/, "identifier"],
];

function formOfText(name: string, schema: Fields): FieldForm {
  const { pattern, format, maxLength } = schema;
  if (format === "date") return "date";
  if (format === "date-time") return "instant";
  if (pattern === WHOLE_NUMBER) return name === "microUnits" ? "units" : "money";
  const known = BY_PATTERN.find(([of]) => typeof pattern === "string" && of.test(pattern));
  if (known !== undefined) return known[1];
  return typeof maxLength === "number" && maxLength > ONE_LINE_MAX ? "longText" : "text";
}

/** One of several forms, as opposed to one whose fields exclude each other. */
const hasVariants = ({ oneOf, properties }: Fields): boolean =>
  oneOf !== undefined && properties === undefined;

function formOf(name: string, schema: Fields): FieldForm {
  if (hasVariants(schema)) return "variants";
  if (schema["enum"] !== undefined || schema["const"] !== undefined) return "choice";
  switch (schema["type"]) {
    case "array":
      return "list";
    case "boolean":
      return "boolean";
    case "integer":
      return "integer";
    case "object":
      if (schema["properties"] !== undefined) return "group";
      return isTexts(schema) ? "texts" : "map";
    default:
      return formOfText(name, schema);
  }
}

/** A record whose names are languages. */
function isTexts({ propertyNames }: Fields): boolean {
  const pattern = isObject(propertyNames) ? propertyNames["pattern"] : undefined;
  return typeof pattern === "string" && pattern.startsWith("^[a-z]{2,3}");
}

/** The word for something that a type may say differently from all others. */
function wordOf(
  words: Readonly<Record<string, Text>>,
  scopes: readonly string[],
  name: string,
): Text {
  const keys = [...scopes.map((scope) => `${scope}:${name}`), name];
  const key = keys.find((each) => Object.hasOwn(words, each));
  return (key === undefined ? undefined : words[key]) ?? { en: name, ja: name };
}

/** What the fields around a field are, for the currency of an amount. */
type Scope = {
  readonly type: string;
  /** Where the currency of an amount stands: beside it, at the body's top, or in neither. */
  readonly currency: "here" | "top" | "book";
};

function choicesOf(scope: Scope, name: string, schema: Fields): Fields {
  const literal = schema["const"];
  const values = Array.isArray(schema["enum"]) ? (schema["enum"] as readonly Json[]) : [];
  const all = literal === undefined ? values : [literal];
  const scopes = [
    `${scope.type}`,
    name,
    ...(scope.type.startsWith("facility") ? ["facility"] : []),
  ];
  const words = all.map((value) => {
    const word = textOf(value);
    return [word, wordOf(CHOICE_WORDS, scopes, word)] as const;
  });
  return { "x-words": Object.fromEntries(words) };
}

/** A field with its label, its form and where its choices and currency come from. */
function annotated(scope: Scope, name: string, json: Json): Json {
  if (!isObject(json)) return json;
  const { schema, isNullable } = withoutNull(json);
  const form = formOf(name, schema);
  const list = choiceListOf(scope.type, name);
  const { items } = schema;
  return {
    ...schema,
    "x-label": wordOf(FIELD_LABELS, [scope.type], name),
    "x-form": form,
    ...(isNullable ? { "x-nullable": true } : {}),
    ...(form === "money" ? { "x-currency": scope.currency } : {}),
    ...(list === undefined ? {} : { "x-choices": list }),
    ...(form === "choice" ? choicesOf(scope, name, schema) : {}),
    ...(form === "group" ? propertiesOf(scope, schema) : {}),
    ...(form === "variants" ? variantsOf(scope, schema) : {}),
    ...(isObject(items) ? { items: annotated(scope, name, items) } : {}),
  };
}

/** The first form that a field may have: a page asks for no others. */
function withoutNull(json: Fields): { readonly schema: Fields; readonly isNullable: boolean } {
  const any = json["anyOf"];
  if (!Array.isArray(any)) return { schema: json, isNullable: false };
  const all = (any as readonly Json[]).filter(isObject);
  const of = all.find(({ type }) => type !== "null");
  return { schema: of ?? json, isNullable: all.some(({ type }) => type === "null") };
}

function propertiesOf(scope: Scope, { properties }: Fields): Fields {
  if (!isObject(properties)) return {};
  const own: Scope = properties["currency"] === undefined ? scope : { ...scope, currency: "here" };
  // An amount that stands deeper than its currency looks for it at the top.
  const deeper: Scope =
    properties["currency"] === undefined ? scope : { ...scope, currency: "top" };
  const entries = Object.entries(properties).map(([name, field]) => {
    const isCompound = isObject(field) && (field["type"] === "object" || field["type"] === "array");
    return [name, annotated(isCompound ? deeper : own, name, field)] as const;
  });
  return { properties: Object.fromEntries(entries) };
}

function variantsOf(scope: Scope, { oneOf }: Fields): Fields {
  const all = Array.isArray(oneOf) ? (oneOf as readonly Json[]) : [];
  return {
    oneOf: all.map((each) => (isObject(each) ? { ...each, ...propertiesOf(scope, each) } : each)),
  };
}

/**
 * The JSON Schema of an act's body with what a form needs besides: a label in both languages, how
 * each field is asked for, the words of fixed choices and the names of the lists of others.
 */
export function actForm(type: string, schema: Schema<unknown>): JsonObject {
  const json = toJsonSchema(schema);
  const scope: Scope = { type, currency: "book" };
  if (hasVariants(json)) {
    return { ...json, ...variantsOf(scope, json), "x-form": "variants" };
  }
  return { ...json, ...propertiesOf(scope, json), "x-form": "group" };
}
