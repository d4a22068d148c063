import { canonicalText, type Json } from "@jointfund/core/base/canonical.ts";
import { isJsonList } from "@jointfund/core/charter/charter-path.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { charterSchema } from "@jointfund/core/charter/charter-schema.ts";
import { encode } from "@jointfund/core/base/schema.ts";
import type { Choice } from "./choice.ts";

/** Made charters with one thing wrong. */

type Container = { [key: string]: Json } | Json[];

/** A value of a charter's document, and where it stands. */
type Place = { readonly within: Container; readonly key: string; readonly path: readonly string[] };

/** A charter's document, to be changed. */
export const documentOf = (charter: Charter): Json =>
  structuredClone(encode(charterSchema, charter));

function placesIn(json: Json, path: readonly string[] = []): readonly Place[] {
  if (typeof json !== "object" || json === null) return [];
  const within = json as Container;
  return Object.keys(within).flatMap((key): readonly Place[] => {
    const at = [...path, key];
    return [{ within, key, path: at }, ...placesIn(valueAt({ within, key }), at)];
  });
}

const valueAt = ({ within, key }: Pick<Place, "within" | "key">): Json =>
  (within as { [key: string]: Json })[key]!;

function put({ within, key }: Place, value: Json): void {
  (within as { [key: string]: Json })[key] = value;
}

/** Fields that name a part of the charter; what stands in lists of names is under the list's. */
const NAMING: ReadonlySet<string> = new Set([
  ...["vehicle", "payee", "beneficiary", "holder", "unitClass", "party", "body", "fiscalYear"],
  ...["calendar", "waterfall", "feeds", "limit", "by", "to", "index", "alternate", "seat"],
  ...["soleDecider", "unanimous", "majorityOf", "seatsOf", "ratifiedBy", "mirrors", "tieBreak"],
  ...["propose", "limits", "mostFavoured", "classes", "owedBy", "distributors", "unilateral"],
  ...["authoritative", "home", "banks", "joint", "entrenched"],
  ...["currency", "currencies", "base", "contribution", "display"],
]);

/** A place where a name stands, and a name in its form that nothing has. */
export type Dangling = { readonly path: string; readonly document: Json };

const NOTHING: readonly (readonly [form: RegExp, name: string])[] = [
  [/(?:urrency|urrencies\/\d+|base|contribution\/\d+|display\/\d+)$/, "QQQ"],
  [/^authoritative/, "xx"],
  [/entrenched/, "/nowhere"],
  [/./, "nowhere"],
];

/** The document with a name of nothing in each place where one stands, of a path's kind once. */
export function* dangling(charter: Charter, seen: Set<string>): Generator<Dangling> {
  const document = documentOf(charter);
  for (const place of placesIn(document)) {
    const was = valueAt(place);
    const named = place.path.findLast((part) => !/^\d+$/.test(part)) ?? "";
    const kind = place.path
      .join("/")
      .replaceAll(/\d+/g, "#")
      .replace(/^acts\/[^/]+/, "acts/*");
    if (typeof was !== "string" || !NAMING.has(named) || seen.has(kind)) continue;
    seen.add(kind);
    const path = place.path.join("/");
    put(place, NOTHING.find(([form]) => form.test(path))![1]);
    yield { path, document };
    put(place, was);
  }
}

/** What may stand in the place of a value: of another kind, or of the same and elsewhere true. */
function otherValue(choice: Choice, was: Json, places: readonly Place[]): Json {
  const similar = places.map(valueAt).filter((value) => typeof value === typeof was);
  return choice.pick<() => Json>([
    () => choice.pick(similar),
    () => choice.pick<Json>([null, 0, -1, 1, 7, true, false, "", "0", "1", [], {}]),
    () => (isJsonList(was) && was.length > 0 ? [...was, was[0]!] : [was]),
    () => (isJsonList(was) ? was.toReversed() : { was }),
    () => (isJsonList(was) ? was.slice(1) : canonicalText(was)),
    () => (typeof was === "number" ? was + choice.pick([-1, 1, 1_000]) : choice.pick(similar)),
  ])();
}

/** The document with one thing other than it was: gone, of another kind, or from elsewhere. */
export function broken(charter: Charter, choice: Choice): Json {
  const document = documentOf(charter);
  const places = placesIn(document);
  const place = choice.pick(places);
  const { within, key } = place;
  if (choice.oneIn(5)) {
    if (Array.isArray(within)) within.splice(Number(key), 1);
    else delete within[key];
  } else if (choice.oneIn(12) && !Array.isArray(within)) within["unheardOf"] = valueAt(place);
  else put(place, otherValue(choice, valueAt(place), places));
  return document;
}
