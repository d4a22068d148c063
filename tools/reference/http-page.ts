import type { Json } from "@jointfund/core/base/canonical.ts";
import type { Schema } from "@jointfund/core/base/schema.ts";
import { HTTP_PROBLEMS } from "../../packages/server/src/languages/http-problems.ts";
import type { Route } from "../../packages/server/src/http/route.ts";
import { FOUNDING_ROUTES } from "../../packages/server/src/http/founding/founding-routes.ts";
import { ROUTES } from "../../packages/server/src/http/routes/index.ts";
import { code, page, table } from "./markdown.ts";

/** What a schema says of itself in a few words. */
function formOf(schema: Json | undefined): string {
  if (typeof schema !== "object" || schema === null || Array.isArray(schema)) return "";
  const of = schema as { readonly [name: string]: Json };
  if (typeof of["$ref"] === "string") return of["$ref"].split("/").at(-1) ?? "";
  if (Array.isArray(of["enum"])) return (of["enum"] as readonly Json[]).map(String).join(", ");
  const range = [of["minimum"], of["maximum"]].filter((limit) => typeof limit === "number");
  const isBounded = range.length > 0 && range.every((limit) => Math.abs(Number(limit)) < 2 ** 53);
  const bounds = isBounded && of["type"] === "integer" ? ` ${range.join(" to ")}` : "";
  const kind = of["format"] ?? of["type"] ?? "";
  return `${typeof kind === "string" ? kind : ""}${bounds}`;
}

type Described = Omit<Route, "handle">;

function parameterRows({ pathSchema, querySchema, headers = [] }: Described) {
  const fields = [
    ...Object.entries(pathSchema.fields).map(([name, field]) => [`{${name}}`, field] as const),
    ...Object.entries(querySchema.fields).map(([name, field]) => [name, field] as const),
  ].map(([name, field]) => {
    const isOptional = "optional" in field;
    const schema = (isOptional ? field.optional : field).jsonSchema(new Map());
    const { description } = schema;
    const said = typeof description === "string" ? description : "";
    return [code(name), formOf(schema), isOptional ? "" : "yes", said];
  });
  return [...fields, ...headers.map((name) => [code(name), "header", "", ""])];
}

function takenBy(body: Schema<unknown>): string {
  const fields = Object.keys((body.jsonSchema(new Map())["properties"] ?? {}) as object);
  return fields.includes("signatures")
    ? "Takes a signed statement in its canonical bytes."
    : `Takes JSON with ${fields.map(code).join(", ")}.`;
}

function sectionOf(route: Described): readonly string[] {
  const { method, path, text, answer, body, problems, id } = route;
  const rows = parameterRows(route);
  const parts = new Map();
  const of = answer.kind === "json" ? answer.schema.jsonSchema(parts) : undefined;
  const fields = of === undefined ? [] : Object.keys((of["properties"] ?? {}) as object);
  const gives =
    answer.kind === "bytes"
      ? `Answers with ${code(answer.type)}.`
      : fields.length === 0
        ? "Answers with JSON."
        : `Answers with ${fields.map(code).join(", ")}.`;
  const takes = body === undefined ? [] : [takenBy(body)];
  return [
    `## ${method.toUpperCase()} ${path}`,
    `${text.en}. ${text.ja}。 (${code(id)})`,
    ...takes,
    ...(rows.length === 0 ? [] : [table(["Parameter", "Form", "Needed", "What it is"], rows)]),
    gives,
    ...(problems.length === 0 ? [] : [`Problems of its own: ${problems.map(code).join(", ")}.`]),
  ];
}

/** docs/reference/http.md */
export function httpPage(): string {
  const problems = Object.entries(HTTP_PROBLEMS).map(([name, { status, title }]) => {
    return [code(name), String(status), title.en, title.ja];
  });
  return page(
    "HTTP",
    `What \`jointfund serve\` answers. The forms of all fields are in \`/openapi.json\`; the rules
are in [the specification](../spec/http.md).`,
    ...[...ROUTES, ...FOUNDING_ROUTES].flatMap(sectionOf),
    "## Problems",
    `Of the request or the server; what the rules of the fund refuse is in
[rejections](rejections.md).`,
    table(["Code", "Status", "Meaning", "意味"], problems),
  );
}
