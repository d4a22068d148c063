import { assert } from "../base/assert.ts";
import type { Json, JsonPath } from "../base/json.ts";
import { err, ok, type Result } from "../base/result.ts";
import { clauseAt, isJsonList, isJsonObject, partAt } from "./charter-path.ts";
import type { CharterFinding } from "./finding.ts";

/**
 * A value on which the drafting sides differ, written `{brackets: {US: …, JP: …}}` [CH70]. `path`
 * leads to it; `sides` are those that offer a reading, in the order of writing.
 */
export type Bracket = { readonly path: JsonPath; readonly sides: readonly string[] };

/** The readings of a bracket by side, or undefined for any other value. */
function readingsOf(value: Json): { readonly [side: string]: Json } | undefined {
  if (!isJsonObject(value) || !Object.hasOwn(value, "brackets")) return undefined;
  const { brackets } = value;
  return Object.keys(value).length === 1 && isJsonObject(brackets) ? brackets : undefined;
}

/** The open brackets of a draft from top to bottom, those inside readings too. */
export function bracketsOf(json: Json): readonly Bracket[] {
  const found: Bracket[] = [];
  collect(json, [], found);
  return found;
}

function collect(value: Json, path: JsonPath, found: Bracket[]): void {
  if (typeof value !== "object" || value === null) return;
  const readings = readingsOf(value);
  if (readings !== undefined) found.push({ path, sides: Object.keys(readings) });
  if (isJsonList(value)) {
    for (const [index, item] of value.entries()) collect(item, [...path, index], found);
  } else {
    for (const [key, member] of Object.entries(value)) collect(member, [...path, key], found);
  }
}

/** Which side's reading is taken: one side everywhere, or a side for each bracket's path. */
export type BracketChoice = string | ((bracket: Bracket) => string | undefined);

/**
 * The document with one reading in place of each bracket [CH71]. A bracket without a reading of the
 * chosen side is a finding.
 */
export function resolveBrackets(
  json: Json,
  choice: BracketChoice,
): Result<Json, readonly CharterFinding[]> {
  const choose = typeof choice === "string" ? () => choice : choice;
  const findings: CharterFinding[] = [];
  const resolve = (value: Json, path: JsonPath): Json => {
    const readings = readingsOf(value);
    if (readings !== undefined) {
      const sides = Object.keys(readings);
      const side = choose({ path, sides });
      if (side !== undefined && Object.hasOwn(readings, side)) {
        return resolve(readings[side]!, [...path, "brackets", side]);
      }
      findings.push(missingSide(json, path, { side: side ?? null, sides }));
      return value;
    }
    if (typeof value !== "object" || value === null) return value;
    if (isJsonList(value)) {
      return value.map((item, index) => resolve(item, [...path, index]));
    }
    const resolved: { [key: string]: Json } = {};
    for (const [key, member] of Object.entries(value)) {
      resolved[key] = resolve(member, [...path, key]);
    }
    return resolved;
  };
  const resolved = resolve(json, []);
  return findings.length > 0 ? err(findings) : ok(resolved);
}

function missingSide(json: Json, path: JsonPath, facts: CharterFinding["facts"]): CharterFinding {
  const clause = clauseAt(json, path);
  const place = clause === undefined ? { path } : { path, clause };
  return { code: "bracket_side_missing", severity: "error", ...place, facts };
}

/** The path in a draft of what stands at a path in one side's reading of it. */
export function pathInDraft(draft: Json, path: JsonPath, side: string): JsonPath {
  const inDraft: (string | number)[] = [];
  let part: Json | undefined = draft;
  const enterReading = (): void => {
    for (;;) {
      const readings: { readonly [side: string]: Json } | undefined =
        part === undefined ? undefined : readingsOf(part);
      if (readings === undefined || !Object.hasOwn(readings, side)) return;
      part = readings[side];
      inDraft.push("brackets", side);
    }
  };
  enterReading();
  for (const key of path) {
    part = part === undefined ? undefined : partAt(part, [key]);
    inDraft.push(key);
    enterReading();
  }
  assert(inDraft.length >= path.length, "a reading's path is no longer than the draft's");
  return inDraft;
}
