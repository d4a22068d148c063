import type { Json } from "../base/json.ts";
import { encode } from "../base/schema.ts";
import { charterExpressions, namesIn } from "./charter-expressions.ts";
import { charterPath, isJsonList, isJsonObject, itemName } from "./charter-path.ts";
import { charterSchema } from "./charter-schema.ts";
import type { Charter } from "./charter.ts";

/**
 * Every part that differs between two charters, as paths such as "/parties/US/threshold", in order
 * of the old text and then of what is new. Items of a list that have an id or code are compared by
 * it, so that an insertion is one change; a list whose items only change places is a change of the
 * list itself [CH66].
 */
export function changedPaths(old: Charter, next: Charter): readonly string[] {
  const paths: string[] = [];
  compare(encode(charterSchema, old), encode(charterSchema, next), "", paths);
  return paths;
}

/**
 * The changed parts that the old charter entrenches [CH67]: those at, under or above an entrenched
 * path, and the terms that an expression of an entrenched part uses, because to change the figure
 * is to change the rule.
 */
export function changedEntrenchedPaths(old: Charter, next: Charter): readonly string[] {
  const entrenched = [...old.amendment.entrenched, ...entrenchedTerms(old)];
  const touches = (path: string): boolean =>
    entrenched.some((each) => isAtOrUnder(path, each) || isAtOrUnder(each, path));
  return changedPaths(old, next).filter(touches);
}

const isAtOrUnder = (path: string, above: string): boolean =>
  path === above || path.startsWith(`${above}/`);

/** The paths of the terms that entrenched expressions use. */
function entrenchedTerms(charter: Charter): readonly string[] {
  const json = encode(charterSchema, charter);
  const used = new Set<string>();
  for (const { path, source } of charterExpressions(charter)) {
    const at = charterPath(json, path);
    if (!charter.amendment.entrenched.some((each) => isAtOrUnder(at, each))) continue;
    for (const name of namesIn(source)) used.add(name);
  }
  return charter.terms.filter(({ id }) => used.has(id)).map(({ id }) => `/terms/${id}`);
}

function compare(old: Json, next: Json, path: string, paths: string[]): void {
  if (isJsonList(old) && isJsonList(next)) compareLists(old, next, path, paths);
  else if (isJsonObject(old) && isJsonObject(next)) {
    compareMembers(new Map(Object.entries(old)), new Map(Object.entries(next)), path, paths);
  } else if (old !== next) paths.push(path);
}

function compareLists(
  old: readonly Json[],
  next: readonly Json[],
  path: string,
  paths: string[],
): void {
  const [oldItems, nextItems] = [byName(old), byName(next)];
  const kept = [...oldItems.keys()].filter((name) => nextItems.has(name));
  const keptInNext = [...nextItems.keys()].filter((name) => oldItems.has(name));
  if (kept.some((name, index) => name !== keptInNext[index])) paths.push(path);
  compareMembers(oldItems, nextItems, path, paths);
}

const byName = (items: readonly Json[]): ReadonlyMap<string, Json> =>
  new Map(items.map((item, index) => [itemName(item, index), item]));

function compareMembers(
  old: ReadonlyMap<string, Json>,
  next: ReadonlyMap<string, Json>,
  path: string,
  paths: string[],
): void {
  for (const [key, value] of old) {
    const other = next.get(key);
    if (other === undefined) paths.push(`${path}/${key}`);
    else compare(value, other, `${path}/${key}`, paths);
  }
  for (const key of next.keys()) if (!old.has(key)) paths.push(`${path}/${key}`);
}
