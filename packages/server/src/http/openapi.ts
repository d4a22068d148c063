import type { Json } from "@jointfund/core/base/canonical.ts";
import type { JsonObject, ObjectSchema, Schema } from "@jointfund/core/base/schema.ts";
import { HTTP_PROBLEMS } from "../languages/http-problems.ts";
import { problemSchema } from "./problem.ts";
import type { Route } from "./route.ts";

type Parts = Parameters<Schema<unknown>["jsonSchema"]>[0];

const DEFS = "#/$defs/";
const COMPONENTS = "#/components/schemas/";

/** Refers to the document's components instead of definitions of its own. */
function relocated(json: Json): Json {
  if (typeof json !== "object" || json === null) return json;
  if (Array.isArray(json)) return (json as readonly Json[]).map(relocated);
  const fields = Object.entries(json).map(([name, field]) => {
    const isReference = name === "$ref" && typeof field === "string" && field.startsWith(DEFS);
    const at = isReference ? COMPONENTS + field.slice(DEFS.length) : relocated(field);
    return [name, at] as const;
  });
  return Object.fromEntries(fields);
}

function parametersOf(
  schema: ObjectSchema<unknown>,
  place: "path" | "query",
  parts: Parts,
): readonly JsonObject[] {
  return Object.entries(schema.fields).map(([name, field]) => {
    const isOptional = "optional" in field;
    const { description, ...form } = (isOptional ? field.optional : field).jsonSchema(parts);
    const said = description === undefined ? {} : { description };
    return { name, in: place, required: !isOptional, ...said, schema: form };
  });
}

/** The problems that every route may end in: wrong parameters, too many requests, our own fault. */
const ALWAYS = ["parameters_wrong", "too_many_requests", "internal_fault"] as const;

/** What is described of a route: everything but what it does. */
type Described = Omit<Route, "handle">;

function problemResponses(route: Described, parts: Parts): JsonObject {
  const byStatus = new Map<number, string[]>();
  const isOpen = route.access === "anyone" || route.access === "signer";
  const guarded = isOpen ? [] : (["sign_in_required", "not_allowed"] as const);
  for (const code of [...ALWAYS, ...guarded, ...route.problems]) {
    const { status } = HTTP_PROBLEMS[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const schema = problemSchema.jsonSchema(parts);
  const responses = [...byStatus].map(([status, codes]) => [
    String(status),
    { description: codes.join(", "), content: { "application/problem+json": { schema } } },
  ]);
  return Object.fromEntries(responses) as JsonObject;
}

function contentOf({ answer }: Described, parts: Parts): JsonObject {
  if (answer.kind === "bytes") return { [answer.type]: { schema: {} } };
  return { "application/json": { schema: answer.schema.jsonSchema(parts) } };
}

function operationOf(route: Described, parts: Parts): JsonObject {
  const { id, text, pathSchema, querySchema, body, answer, access, ofRecord } = route;
  const { headers = [] } = route;
  const status = answer.kind === "json" ? answer.status : 200;
  const parameters = [
    ...parametersOf(pathSchema, "path", parts),
    ...parametersOf(querySchema, "query", parts),
    ...headers.map((name) => ({ name, in: "header", schema: { type: "string" } })),
  ];
  const unchanged = ofRecord ? { 304: { description: "The record has not changed." } } : {};
  return {
    ...{ operationId: id, summary: text.en, "x-summary-ja": text.ja },
    "x-access": [access].flat().join(", "),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { "application/json": { schema: body.jsonSchema(parts) } },
          },
        }),
    responses: {
      [status]: { description: text.en, content: contentOf(route, parts) },
      ...unchanged,
      ...problemResponses(route, parts),
    },
  };
}

/** The OpenAPI 3.1 document of a table of routes, from the schemas that check and write (H1). */
export function openApiOf(routes: readonly Described[]): JsonObject {
  const parts: Parts = new Map();
  const paths: { [path: string]: JsonObject } = {};
  for (const route of routes) {
    const methods = { ...paths[route.path], [route.method]: operationOf(route, parts) };
    paths[route.path] = methods;
  }
  const schemas = Object.fromEntries([...parts].map(([name, { json }]) => [name, json]));
  return relocated({
    openapi: "3.1.1",
    info: {
      title: "jointfund",
      version: "1",
      description:
        "The office of a joint sovereign fund. Amounts are minor units as text, ratios exact.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    paths,
    components: { schemas },
  }) as JsonObject;
}
