import type { Json, JsonPath } from "../base/json.ts";

type JsonObject = { readonly [key: string]: Json };

export const isJsonObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const isJsonList = (value: Json | undefined): value is readonly Json[] =>
  Array.isArray(value);

/** The part of a document at a path, or undefined. */
export function partAt(json: Json, path: JsonPath): Json | undefined {
  let part: Json | undefined = json;
  for (const key of path) {
    if (isJsonList(part) && typeof key === "number") part = part[key];
    else if (isJsonObject(part) && Object.hasOwn(part, key)) part = part[key];
    else return undefined;
  }
  return part;
}

/** The clause of the nearest part around a path that has one. */
export function clauseAt(json: Json, path: JsonPath): string | undefined {
  for (let length = path.length; length >= 0; length--) {
    const part = partAt(json, path.slice(0, length));
    if (isJsonObject(part) && Object.hasOwn(part, "clause")) {
      const { clause } = part;
      if (typeof clause === "string") return clause;
    }
  }
  return undefined;
}

/** What names an item of a list in a path: its id or account code, else its place [CH66]. */
export function itemName(item: Json, index: number): string {
  if (isJsonObject(item)) {
    for (const key of ["id", "code"]) {
      const name = item[key];
      if (Object.hasOwn(item, key) && typeof name === "string") return name;
    }
  }
  return String(index);
}

/** A path as the charter writes it, as "/parties/US/threshold" [CH66]. */
export function charterPath(json: Json, path: JsonPath): string {
  let part: Json | undefined = json;
  let text = "";
  for (const key of path) {
    const name =
      isJsonList(part) && typeof key === "number" ? itemName(part[key] ?? null, key) : key;
    text += `/${name}`;
    part = part === undefined ? undefined : partAt(part, [key]);
  }
  return text;
}

/** The keys and indices of a path that the charter writes, or undefined if nothing is there. */
export function resolvePath(json: Json, text: string): JsonPath | undefined {
  const path: (string | number)[] = [];
  let part: Json | undefined = json;
  for (const name of text.split("/").slice(1)) {
    let key: string | number = name;
    if (isJsonList(part)) {
      key = part.findIndex((item, index) => itemName(item, index) === name);
      if (key < 0) return undefined;
    }
    part = part === undefined ? undefined : partAt(part, [key]);
    if (part === undefined) return undefined;
    path.push(key);
  }
  return path;
}
