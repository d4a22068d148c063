import { Ratio } from "@jointfund/core/base/ratio.ts";
import type { Json } from "@jointfund/core/base/canonical.ts";
import { findCurrency } from "@jointfund/core/money/currency.ts";
import { currencyAt, type FormSchema } from "../../elements/act-form-schema.ts";

/** What stands in a form: texts as they were typed, and what they are in. */
export type FormValue = string | boolean | FormFields | readonly FormValue[];

export type FormFields = { readonly [name: string]: FormValue };

export const isFields = (value: FormValue | undefined): value is FormFields =>
  typeof value === "object" && !Array.isArray(value);

export const isList = (value: FormValue | undefined): value is readonly FormValue[] =>
  Array.isArray(value);

/** The currency that stands at the top of the body, and that of the fund's own book. */
export type Currencies = { readonly top: FormValue | undefined; readonly book: string };

const MICRO_DECIMALS = 6;

/**
 * Whole units of the last decimal from what people type: "1,234.5" with 2 decimals is "123450".
 * What is no such number stays as it is, so that the office says what is wrong with it.
 */
export function wholeFrom(text: string, decimals: number): string {
  const plain = text
    .trim()
    .normalize("NFKC")
    .replaceAll(/[,，\s]/g, "");
  const exact = Ratio.fromDecimal(plain.replace(/^−/, "-"));
  if (!exact.ok) return plain;
  const scaled = Ratio.mul(exact.value, Ratio.make(10n ** BigInt(decimals), 1n));
  return scaled.den === 1n ? scaled.num.toString() : plain;
}

const exponentOf = (currency: string): number => {
  const found = findCurrency(currency);
  return found.ok ? found.value.exponent : 0;
};

/** JSON that somebody typed, or the text itself where it is none. */
function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

function scalarOf(schema: FormSchema, text: string, currency: string): Json | undefined {
  if (text === "") return schema.isNullable === true ? null : undefined;
  switch (schema.form) {
    case "money":
      return wholeFrom(text, exponentOf(currency));
    case "units":
      return wholeFrom(text, MICRO_DECIMALS);
    case "integer":
      return /^-?\d{1,15}$/.test(text.trim()) ? Number(text) : text;
    case "choice":
      return (schema.enum ?? []).find((each) => String(each) === text) ?? text;
    case "map":
      return parsed(text);
    case "text":
    case "longText":
      return text.normalize("NFC");
    default:
      return text.trim().normalize("NFC");
  }
}

/** The field by whose constant the variants of a schema are told apart. */
const tellingField = ({ oneOf = [] }: FormSchema): string | undefined =>
  Object.entries(oneOf[0]?.properties ?? {}).find(([, field]) => field.const !== undefined)?.[0];

/** The variant of a schema that was chosen; the first where none was. */
export function variantOf(schema: FormSchema, fields: FormFields): FormSchema | undefined {
  const { oneOf = [] } = schema;
  const name = tellingField(schema) ?? "";
  const isChosen = ({ properties }: FormSchema): boolean =>
    String(properties?.[name]?.const) === fields[name];
  return oneOf.find(isChosen) ?? oneOf[0];
}

/** The properties of a group, or of its chosen variant with a field to choose among them all. */
export function propertiesOf(schema: FormSchema, fields: FormFields): FormSchema["properties"] {
  if (schema.properties !== undefined) return schema.properties;
  const properties = variantOf(schema, fields)?.properties ?? {};
  const name = tellingField(schema);
  if (name === undefined) return properties;
  const all = (schema.oneOf ?? []).flatMap((variant) => variant.properties?.[name] ?? []);
  const { const: _own, ...telling } = properties[name] ?? {};
  const values = all.flatMap((field) => (field.const === undefined ? [] : [field.const]));
  const words = Object.assign({}, ...all.map((field) => field.words)) as FormSchema["words"];
  const choice: FormSchema = {
    ...{ ...telling, form: "choice", enum: values, first: String(values[0]) },
    ...(words === undefined ? {} : { words }),
  };
  return { ...properties, [name]: choice };
}

/** The value of a field as the office takes it; nothing where nothing was filled in. */
export function jsonOf(
  schema: FormSchema,
  value: FormValue | undefined,
  around: { readonly here: FormValue | undefined } & Currencies,
): Json | undefined {
  if (schema.const !== undefined) return schema.const;
  if (typeof value === "boolean") return value;
  if (value === undefined) return schema.form === "boolean" ? false : schema.first;
  const currency = currencyAt(schema, {
    here: typeof around.here === "string" ? around.here : undefined,
    top: typeof around.top === "string" ? around.top : undefined,
    book: around.book,
  });
  if (typeof value === "string") return scalarOf(schema, value, currency);
  if (isList(value)) {
    return value.map((item) => jsonOf(schema.items ?? {}, item, around) ?? "");
  }
  if (schema.form === "texts") return textsOf(value);
  return groupOf(schema, value, around);
}

function textsOf(value: FormFields): Json | undefined {
  const filled = Object.entries(value).filter(([, text]) => text !== "");
  if (filled.length === 0) return undefined;
  return Object.fromEntries(
    filled.map(([name, text]) => [name, typeof text === "string" ? text.normalize("NFC") : ""]),
  );
}

/** A group as JSON: fields that nothing was filled into are left out. */
export function groupOf(
  schema: FormSchema,
  value: FormFields,
  { top, book }: Currencies,
): { readonly [name: string]: Json } {
  const required = schema.required ?? variantOf(schema, value)?.required ?? [];
  const entries = Object.entries(propertiesOf(schema, value) ?? {}).flatMap(([name, field]) => {
    const isNeeded = required.includes(name);
    const inner = value[name] ?? (isNeeded ? emptyOf(field) : undefined);
    const json = jsonOf(field, inner, { here: value["currency"], top, book });
    return json === undefined ? [] : [[name, json] as const];
  });
  return Object.fromEntries(entries);
}

/** What stands in a field before anything was filled in; nothing for texts. */
export function emptyOf(schema: FormSchema): FormValue | undefined {
  if (schema.form === "group" || schema.form === "variants") return {};
  if (schema.form === "list") {
    return Array.from({ length: schema.minItems ?? 0 }, () => emptyOf(schema.items ?? {}) ?? "");
  }
  return undefined;
}
