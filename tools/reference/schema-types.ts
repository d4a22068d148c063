import type { Json } from "@jointfund/core/base/canonical.ts";
import type { JsonObject } from "@jointfund/core/base/schema.ts";

const COMPONENT = "#/components/schemas/";

const key = (name: string): string => (/^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name));

const isObject = (json: Json | undefined): json is JsonObject =>
  typeof json === "object" && json !== null && !Array.isArray(json);

function unionOf(json: Json | undefined): string {
  const members = (json as readonly JsonObject[]).map(typeOfSchema);
  return `(${members.join(" | ")})`;
}

function typeOfObject(schema: JsonObject): string {
  const { properties, additionalProperties } = schema;
  if (!isObject(properties)) {
    const of = isObject(additionalProperties) ? typeOfSchema(additionalProperties) : "unknown";
    return `{ readonly [name: string]: ${of} }`;
  }
  const required = new Set((schema["required"] ?? []) as readonly string[]);
  const fields = Object.entries(properties).map(
    ([name, field]) =>
      `readonly ${key(name)}${required.has(name) ? "" : "?"}: ${typeOfSchema(field as JsonObject)}`,
  );
  return fields.length === 0 ? "{ readonly [name: string]: never }" : `{ ${fields.join("; ")} }`;
}

/** A JSON Schema as a TypeScript type; what a schema leaves open is `unknown`. */
export function typeOfSchema(schema: JsonObject): string {
  const { $ref: reference, type, items } = schema;
  if (typeof reference === "string") {
    return `components["schemas"][${JSON.stringify(reference.slice(COMPONENT.length))}]`;
  }
  if ("const" in schema) return JSON.stringify(schema["const"]);
  if (Array.isArray(schema["enum"])) {
    return `(${schema["enum"].map((each) => JSON.stringify(each)).join(" | ")})`;
  }
  for (const union of ["oneOf", "anyOf"]) if (union in schema) return unionOf(schema[union]);
  switch (type) {
    case "object":
      return typeOfObject(schema);
    case "array":
      return `readonly ${isObject(items) ? `(${typeOfSchema(items)})` : "unknown"}[]`;
    case "integer":
    case "number":
      return "number";
    case "string":
    case "boolean":
    case "null":
      return type;
    default:
      return "unknown";
  }
}
