import type { Json } from "@jointfund/core/base/canonical.ts";
import { toJsonSchema } from "@jointfund/core/base/schema.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { foundingSchema } from "@jointfund/core/fund/bodies/founding.ts";
import { actTypes } from "@jointfund/core/fund/act-types.ts";
import { catalogue } from "@jointfund/core/fund/catalogue.ts";
import { code, page, table } from "./markdown.ts";

type JsonSchema = { readonly [key: string]: Json };

const asSchema = (json: Json | undefined): JsonSchema => (json ?? {}) as JsonSchema;

/** Forms by the pattern that describes them. */
const FORMS: ReadonlyMap<string, string> = new Map([
  ["^[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*$", "identifier"],
  ["^[A-Z]{3}$", "currency (ISO 4217)"],
  ["^(?:0|-?[1-9][0-9]{0,37})$", "minor units, as text"],
  ["^(?:0|[1-9][0-9]{0,37})$", "minor units, as text"],
  ["^[0-9a-f]{64}$", "hash or act id, hexadecimal"],
  ["^[0-9a-f]{64}/[0-9]{1,4}$", "payment: act id/n"],
  ["^[A-Za-z0-9+/]{43}=$", "public key, base64"],
  ["^[A-Za-z0-9+/]{86}==$", "signature, base64"],
  ["^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$", "base64"],
  ["^MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE[A-Za-z0-9+/]{86}==$", "P-256 key, SPKI, base64"],
  ["^MCowBQYDK2VwAyEA[A-Za-z0-9+/]{43}=$", "Ed25519 key, SPKI, base64"],
]);

function formOf(schema: JsonSchema): string {
  const { type, pattern, format, enum: choices, maxLength, anyOf } = schema;
  if (typeof schema["const"] === "string") return schema["const"];
  if (Array.isArray(choices)) return (choices as readonly Json[]).map(String).join(" or ");
  if (Array.isArray(anyOf)) {
    return (anyOf as readonly Json[]).map((each) => formOf(asSchema(each))).join(" or ");
  }
  if (Array.isArray(type)) return (type as readonly Json[]).map(String).join(" or ");
  if (type === "string") {
    const form = typeof pattern === "string" ? FORMS.get(pattern) : undefined;
    if (form !== undefined) return form;
    if (typeof format === "string") return format;
    if (typeof pattern === "string" && pattern.includes("[0-9]+")) return "decimal, as text";
    return typeof maxLength === "number" ? `text, at most ${maxLength} characters` : "text";
  }
  if (type === "array") return "list";
  if (type === "object" && schema["properties"] === undefined) return "text by language";
  return typeof type === "string" ? type : "any";
}

const listOf = (json: Json | undefined): readonly Json[] =>
  Array.isArray(json) ? (json as readonly Json[]) : [];

/** Objects of several kinds as one that has the fields of all. */
function allFields(schema: JsonSchema): JsonSchema {
  const kinds = listOf(schema["oneOf"]).map(asSchema);
  if (schema["properties"] !== undefined || kinds.length === 0) return schema;
  const names = new Set(kinds.flatMap((kind) => Object.keys(asSchema(kind["properties"]))));
  const properties = Object.fromEntries(
    [...names].map((name): [string, Json] => {
      const forms = kinds.map((kind) => asSchema(kind["properties"])[name] ?? {});
      const differ = new Map(forms.map((form) => [JSON.stringify(form), form]));
      return [name, differ.size === 1 ? forms[0]! : { anyOf: [...differ.values()] }];
    }),
  );
  const required = kinds.flatMap((kind) => listOf(kind["required"]));
  return { type: "object", properties, required };
}

/** Whether a field must be there, or is one of those of which some must be. */
function needOf(schema: JsonSchema, name: string): string {
  if (listOf(schema["required"]).includes(name)) return "yes";
  const kinds = listOf(schema["oneOf"]).map((kind) => listOf(asSchema(kind)["required"]));
  return kinds.some((names) => names.includes(name)) ? "in one form" : "no";
}

/** The fields of a body, those of what stands inside with their path. */
function fieldsOf(schema: JsonSchema, path = ""): readonly (readonly string[])[] {
  return Object.entries(asSchema(schema["properties"])).flatMap(([name, json]) => {
    const field = allFields(asSchema(json));
    const here = `${path}${name}`;
    const items = asSchema(field["items"]);
    const inner =
      field["type"] === "array" && items["properties"] !== undefined
        ? fieldsOf(items, `${here}[].`)
        : field["properties"] === undefined
          ? []
          : fieldsOf(field, `${here}.`);
    const form =
      field["type"] === "array" && items["properties"] === undefined
        ? `list of ${formOf(items)}`
        : formOf(field);
    return [[code(here), form, needOf(schema, name)], ...inner];
  });
}

function actSection(charter: Charter, type: string, nature: string): string {
  const definition = catalogue.get(type);
  const schema = toJsonSchema(definition?.schema ?? foundingSchema);
  const name = charter.acts[type]?.name;
  const titles = name === undefined ? [] : [name["en"], name["ja"]];
  const fields = fieldsOf(schema);
  const body =
    fields.length === 0 ? "The body is empty." : table(["Field", "Form", "Needed"], fields);
  return [`## ${code(type)}`, `${[...titles, `a ${nature}`].join(" · ")}`, body].join("\n\n");
}

/** docs/reference/acts.md */
export function actsPage(charter: Charter): string {
  return page(
    "Acts",
    `Every act type, with the form of its body. A *decision* is proposed, approved by the charter's
rule and executed; a *fact* is recorded on its reporter's word, and limits never refuse it. Names
are those of [charters/us-japan.yaml](../../charters/us-japan.yaml); a charter gives its own, and
must have a rule for each type. Around the body stand the charter's version, the effective date, the
proposer, the basis, a reason and evidence ([R1](../spec/record.md)). Why each may be refused is in
[rejections](rejections.md).`,
    ...[...actTypes].map(([type, nature]) => actSection(charter, type, nature)),
  );
}
