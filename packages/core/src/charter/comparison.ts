import { canonicalText } from "../base/canonical.ts";
import type { Json } from "../base/json.ts";
import { encode } from "../base/schema.ts";
import { isJsonList, isJsonObject, itemName } from "./charter-path.ts";
import { charterSchema } from "./charter-schema.ts";
import type { Charter } from "./charter.ts";

/**
 * How a part stands in the first of two charters and in the second: `renumbered` has the same terms
 * under another number.
 */
export type Standing = "same" | "renumbered" | "changed" | "onlyFirst" | "onlySecond";

/** A term that is not the same in both, and its path by names. */
export type ComparedTerm = {
  readonly path: string;
  readonly standing: Exclude<Standing, "same" | "renumbered">;
  readonly first?: Json;
  readonly second?: Json;
};

/** A clause of either charter, or a part of it that has no clause of its own. */
export type ComparedPart = {
  readonly path: string;
  /** The member of the charter that it belongs to: "capital", "acts". */
  readonly section: string;
  /** The number that each gives it; a clause may keep its place and change its number. */
  readonly clauses: { readonly first?: string; readonly second?: string };
  readonly standing: Standing;
  /** Terms that differ, in the order of the first charter and then of what is new. */
  readonly terms: readonly ComparedTerm[];
};

/**
 * Two charters clause by clause [CH86]. What is compared with what goes by names: a clause that
 * stands elsewhere in a list is the same clause. A list whose items only change places is a changed
 * term of its own, the names in their order.
 */
export function compareCharters(first: Charter, second: Charter): readonly ComparedPart[] {
  const [one, other] = [outlineOf(first), outlineOf(second)];
  const paths = [...new Set([...one.parts.keys(), ...other.parts.keys()])];
  const parts = [...paths.map((path) => comparePart(path, one, other)), ...movedGroups(one, other)];
  const sections = [...new Set(parts.map(({ section }) => section))];
  const places = new Map(sections.map((section, index) => [section, index]));
  return parts.toSorted((a, b) => places.get(a.section)! - places.get(b.section)!);
}

type Part = { readonly clause?: string; readonly terms: Map<string, Json> };

/** A list of named items, and the clause that it stands in if its items are none themselves. */
type NamedList = { readonly part?: string; readonly names: readonly string[] };

/** A charter as terms by the clause that they stand in, and lists of named items by their path. */
type Outline = {
  readonly parts: Map<string, Part>;
  readonly lists: Map<string, NamedList>;
};

function outlineOf(charter: Charter): Outline {
  const outline: Outline = { parts: new Map(), lists: new Map() };
  const json = encode(charterSchema, charter);
  if (isJsonObject(json)) {
    for (const [key, value] of Object.entries(json)) outlineValue(value, `/${key}`, outline);
  }
  return outline;
}

function outlineValue(value: Json, path: string, outline: Outline, within?: string): void {
  const own = clauseOf(value);
  const part = within === undefined || own !== undefined ? path : within;
  const isGroup = within === undefined && isListOfClauses(value);
  if (!isGroup && !outline.parts.has(part)) {
    outline.parts.set(part, { ...(own === undefined ? {} : { clause: own }), terms: new Map() });
  }
  const names = isJsonList(value) ? namesOfItems(value) : undefined;
  if (isJsonList(value) && names !== undefined) {
    outline.lists.set(path, { ...(isGroup ? {} : { part }), names });
    for (const [index, item] of value.entries()) {
      outlineValue(item, `${path}/${names[index]}`, outline, isGroup ? undefined : part);
    }
  } else if (isJsonObject(value) && !isOneTerm(value)) {
    for (const [key, member] of Object.entries(value)) {
      // The number of a clause is no term of it.
      if (key === "clause") continue;
      outlineValue(member, `${path}/${key}`, outline, isGroup ? undefined : part);
    }
  } else if (!isGroup) outline.parts.get(part)!.terms.set(path, value);
}

function clauseOf(value: Json): string | undefined {
  if (!isJsonObject(value) || !Object.hasOwn(value, "clause")) return undefined;
  return typeof value["clause"] === "string" ? value["clause"] : undefined;
}

/** What else names an item of a list that has no id, if no other item has the same. */
const NAMING = ["unitClass", "vehicle", "kind", "step", "remedy", "body"];

/** The names by which items of a list are found again; nothing where they have none. */
export function namesOfItems(items: readonly Json[]): readonly string[] | undefined {
  const own = items.map((item, index) => itemName(item, index));
  if (own.every((name, index) => name !== String(index))) return own;
  for (const key of NAMING) {
    const named = items.map((item) => (isJsonObject(item) ? item[key] : undefined));
    const names = named.filter((name) => typeof name === "string");
    if (names.length === items.length && new Set(names).size === names.length) return names;
  }
  return undefined;
}

/** Clauses by name: a list of them, or the rules of acts. */
function isListOfClauses(value: Json): boolean {
  if (isJsonList(value)) return namesOfItems(value) !== undefined;
  if (!isJsonObject(value) || clauseOf(value) !== undefined) return false;
  const members = Object.values(value);
  return members.length > 0 && members.every((member) => clauseOf(member) !== undefined);
}

/** Members that only together say something: a period, a text in its languages, a term's value. */
function isOneTerm(value: { readonly [key: string]: Json }): boolean {
  const keys = Object.keys(value);
  const isPeriod = keys.length === 2 && Object.hasOwn(value, "days");
  const isText = keys.every((key) => /^[a-z]{2}(?:-[A-Za-z0-9-]+)?$/.test(key));
  const isKindOfValue =
    Object.hasOwn(value, "kind") && !Object.hasOwn(value, "clause") && !Object.hasOwn(value, "id");
  return keys.length === 0 || isPeriod || isText || isKindOfValue;
}

function comparePart(path: string, one: Outline, other: Outline): ComparedPart {
  const [first, second] = [one.parts.get(path), other.parts.get(path)];
  const terms = [
    ...comparedTerms(first?.terms ?? new Map(), second?.terms ?? new Map()),
    ...movedLists(path, one, other),
  ];
  const clauses = {
    ...(first?.clause === undefined ? {} : { first: first.clause }),
    ...(second?.clause === undefined ? {} : { second: second.clause }),
  };
  const [, section = ""] = path.split("/");
  const standing =
    first === undefined
      ? "onlySecond"
      : second === undefined
        ? "onlyFirst"
        : terms.length > 0
          ? "changed"
          : first.clause === second.clause
            ? "same"
            : "renumbered";
  return { path, section, clauses, standing, terms };
}

function comparedTerms(
  first: ReadonlyMap<string, Json>,
  second: ReadonlyMap<string, Json>,
): readonly ComparedTerm[] {
  return [...new Set([...first.keys(), ...second.keys()])].flatMap((path): ComparedTerm[] => {
    const [was, is] = [first.get(path), second.get(path)];
    if (was === undefined) return [{ path, standing: "onlySecond", second: is! }];
    if (is === undefined) return [{ path, standing: "onlyFirst", first: was }];
    const isSame = canonicalText(was) === canonicalText(is);
    return isSame ? [] : [{ path, standing: "changed", first: was, second: is }];
  });
}

/** Lists of a clause whose common items stand in another order. */
function movedLists(part: string, one: Outline, other: Outline): readonly ComparedTerm[] {
  return [...one.lists].flatMap(([path, list]) =>
    list.part === part ? movedList(path, list, other) : [],
  );
}

/** The same of lists of clauses: the list itself is then a part that changed. */
function movedGroups(one: Outline, other: Outline): readonly ComparedPart[] {
  return [...one.lists].flatMap(([path, list]): ComparedPart[] => {
    const terms = list.part === undefined ? movedList(path, list, other) : [];
    const [, section = ""] = path.split("/");
    return terms.length === 0 ? [] : [{ path, section, clauses: {}, standing: "changed", terms }];
  });
}

function movedList(path: string, { names }: NamedList, other: Outline): readonly ComparedTerm[] {
  const next = other.lists.get(path)?.names ?? [];
  const first = names.filter((name) => next.includes(name));
  const second = next.filter((name) => names.includes(name));
  if (first.every((name, index) => name === second[index])) return [];
  return [{ path, standing: "changed", first, second }];
}
