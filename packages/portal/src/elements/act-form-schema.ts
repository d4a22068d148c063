import type { Json } from "@jointfund/core/base/canonical.ts";
import type { Text } from "../language/text.ts";

/** A value that a choice may have. */
export type Literal = string | number | boolean;

/** A field of an act's body as its form asks for it, from the JSON Schema that the office gives. */
export type FormSchema = {
  readonly form?: string;
  readonly label?: Text;
  readonly choices?: string;
  readonly words?: { readonly [value: string]: Text };
  /** Where the currency of an amount stands. */
  readonly currency?: string;
  readonly isNullable?: boolean;
  readonly const?: Literal;
  readonly enum?: readonly Literal[];
  /** What stands in it as long as nothing was chosen. */
  readonly first?: string;
  readonly minItems?: number;
  readonly maxLength?: number;
  readonly required?: readonly string[];
  readonly properties?: { readonly [name: string]: FormSchema };
  readonly items?: FormSchema;
  readonly oneOf?: readonly FormSchema[];
};

type Fields = { readonly [name: string]: unknown };

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" ? value : undefined;

const given = <Name extends keyof FormSchema>(name: Name, value: FormSchema[Name] | undefined) =>
  (value === undefined ? {} : { [name]: value }) as Pick<FormSchema, never>;

/** Reads a schema with the office's keywords (`x-label` and so on). */
export function formSchemaOf(json: unknown): FormSchema {
  if (!isFields(json)) return {};
  const { properties, items, oneOf, required, minItems, maxLength } = json;
  const isArray = Array.isArray(json["enum"]);
  return {
    ...given("form", textOf(json["x-form"])),
    ...given("label", json["x-label"] as Text | undefined),
    ...given("choices", textOf(json["x-choices"])),
    ...given("words", json["x-words"] as FormSchema["words"]),
    ...given("currency", textOf(json["x-currency"])),
    ...given("isNullable", json["x-nullable"] === true),
    ...given("const", json["const"] as Literal | undefined),
    ...given("enum", isArray ? (json["enum"] as readonly Literal[]) : undefined),
    ...given("minItems", typeof minItems === "number" ? minItems : undefined),
    ...given("maxLength", typeof maxLength === "number" ? maxLength : undefined),
    ...given("required", Array.isArray(required) ? (required as readonly string[]) : undefined),
    ...given(
      "properties",
      isFields(properties)
        ? Object.fromEntries(
            Object.entries(properties).map(([name, field]) => [name, formSchemaOf(field)]),
          )
        : undefined,
    ),
    ...given("items", items === undefined ? undefined : formSchemaOf(items)),
    ...given("oneOf", Array.isArray(oneOf) ? oneOf.map(formSchemaOf) : undefined),
  };
}

/** The currency of an amount, by where its schema says that it stands. */
export function currencyAt(
  { currency }: FormSchema,
  at: {
    readonly here: Json | undefined;
    readonly top: Json | undefined;
    readonly book: string;
  },
): string {
  const found = currency === "here" ? at.here : currency === "top" ? at.top : at.book;
  return typeof found === "string" && /^[A-Z]{3}$/.test(found) ? found : at.book;
}

/** The fields of a value: of the one of several kinds that it is, or all that there are. */
export function fieldsOf(
  { properties, oneOf = [] }: FormSchema,
  value: { readonly [field: string]: Json },
): NonNullable<FormSchema["properties"]> {
  if (properties !== undefined) return properties;
  const variant = oneOf.find((each) =>
    Object.entries(each.properties ?? {}).some(
      ([name, field]) => field.const !== undefined && field.const === value[name],
    ),
  );
  return variant?.properties ?? {};
}
