import { canonicalText, type Json } from "@jointfund/core/base/canonical.ts";
import { Ratio } from "@jointfund/core/base/ratio.ts";
import { err, type Result } from "@jointfund/core/base/result.ts";
import { encode } from "@jointfund/core/base/schema.ts";
import { charterSchema } from "@jointfund/core/charter/charter-schema.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { decodeCharter } from "@jointfund/core/charter/decode-charter.ts";
import { isJsonList, isJsonObject, itemName } from "@jointfund/core/charter/charter-path.ts";
import { findCurrency, exponentOf } from "@jointfund/core/money/currency.ts";

/** "parameters.rentYield=6%": one value that a run changes (docs/guides/write-a-scenario.md). */
export type Setting = { readonly path: string; readonly value: string };

/** "path=value", or undefined for another text. */
export function parseSetting(text: string): Setting | undefined {
  const at = text.indexOf("=");
  const path = text.slice(0, Math.max(0, at)).trim();
  return path === "" ? undefined : { path, value: text.slice(at + 1).trim() };
}

/** The setting of the initial capital, with which every other amount of the charter moves. */
const CAPITAL = "capital";
const CHARTER = "charter.";

/** Settings of a scenario and of its charter apart; each finds its own place. */
export function settingsOf(settings: readonly Setting[]) {
  const isOfCharter = ({ path }: Setting): boolean => path === CAPITAL || path.startsWith(CHARTER);
  return {
    scenario: settings.filter((setting) => !isOfCharter(setting)),
    charter: settings.filter(isOfCharter),
  };
}

/** A document with its values set, and the settings that found no place in it. */
export type Changed = { readonly json: Json; readonly unplaced: readonly Setting[] };

/** A scenario with its values set; items of a list are named by their id or place. */
export function withSettings(json: Json, settings: readonly Setting[]): Changed {
  return applied(json, settings, ({ path }) => path);
}

/** A charter with its values set: "charter.<path>", or "capital" for the size of the whole fund. */
export function charterWithSettings(json: Json, settings: readonly Setting[]): Changed {
  const capital = settings.find(({ path }) => path === CAPITAL);
  const sized = capital === undefined ? json : withCapital(json, capital.value);
  const others = settings.filter((setting) => setting !== capital);
  const changed = applied(sized ?? json, others, ({ path }) => path.slice(CHARTER.length));
  const unplaced = sized === undefined && capital !== undefined ? [capital] : [];
  return { json: changed.json, unplaced: [...unplaced, ...changed.unplaced] };
}

function applied(
  json: Json,
  settings: readonly Setting[],
  pathOf: (setting: Setting) => string,
): Changed {
  const unplaced: Setting[] = [];
  let changed = json;
  for (const setting of settings) {
    const next = replaced(changed, pathOf(setting).split("."), setting.value);
    if (next === undefined) unplaced.push(setting);
    else changed = next;
  }
  return { json: changed, unplaced };
}

/** A value keeps the kind of what it replaces: text, whole number, true or false. */
function replaced(
  json: Json | undefined,
  path: readonly string[],
  value: string,
): Json | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return scalarLike(json, value);
  if (isJsonList(json)) {
    const at = json.findIndex((item, index) => itemName(item, index) === key);
    const item = at < 0 ? undefined : replaced(json[at], rest, value);
    return item === undefined ? undefined : json.map((old, index) => (index === at ? item : old));
  }
  if (!isJsonObject(json) || !Object.hasOwn(json, key)) return undefined;
  const member = replaced(json[key], rest, value);
  return member === undefined ? undefined : { ...json, [key]: member };
}

function scalarLike(old: Json | undefined, value: string): Json | undefined {
  if (typeof old === "string") return value;
  if (typeof old === "number") return /^-?[0-9]{1,15}$/.test(value) ? Number(value) : undefined;
  if (typeof old === "boolean" && /^(?:true|false)$/.test(value)) return value === "true";
  return undefined;
}

/** Parts of a charter whose amounts are sizes of the fund; orders of citizens are not. */
const SIZED: readonly string[] = ["capital", "leverage", "expenses", "terms"];
const SIZES: ReadonlySet<string> = new Set([
  "initial",
  "least",
  "most",
  "amount",
  "cap",
  "internalCap",
]);

/** Every amount that is a size of the fund in the proportion of the new capital to the old. */
function withCapital(json: Json, text: string): Json | undefined {
  if (!isJsonObject(json)) return undefined;
  const { capital } = json;
  if (!isJsonObject(capital)) return undefined;
  const { initial, currency } = capital;
  const found = typeof currency === "string" ? findCurrency(currency) : undefined;
  if (typeof initial !== "string" || found === undefined || !found.ok) return undefined;
  const [from, to] = [Ratio.fromDecimal(initial), Ratio.fromDecimal(text)];
  if (!from.ok || !to.ok || from.value.num <= 0n || to.value.num <= 0n) return undefined;
  const factor = Ratio.div(to.value, from.value);
  const places = exponentOf(found.value.code);
  const parts = SIZED.filter((part) => Object.hasOwn(json, part)).map((part): [string, Json] => [
    part,
    scaled(json[part]!, factor, places),
  ]);
  return { ...json, ...Object.fromEntries(parts) };
}

function scaled(json: Json, factor: Ratio, places: number, key?: string): Json {
  if (typeof json === "string") {
    const amount = key !== undefined && SIZES.has(key) ? Ratio.fromDecimal(json) : undefined;
    return amount?.ok === true ? rounded(Ratio.mul(amount.value, factor), places) : json;
  }
  if (isJsonList(json)) return json.map((item) => scaled(item, factor, places));
  if (!isJsonObject(json)) return json;
  return Object.fromEntries(
    Object.entries(json).map(([name, value]) => [name, scaled(value, factor, places, name)]),
  );
}

/** Rounded down to the currency's decimals. */
function rounded(ratio: Ratio, places: number): string {
  const scale = 10n ** BigInt(places);
  const minor = Ratio.floor(Ratio.mul(ratio, Ratio.make(scale, 1n)));
  const digits = minor.toString().padStart(places + 1, "0");
  const split = digits.length - places;
  return places === 0 ? digits : `${digits.slice(0, split)}.${digits.slice(split)}`;
}

/**
 * The next version of a charter, with values set by their paths; the error is a path that the
 * charter does not have, or the first that would no longer be of its form.
 */
export function amendedCharter(
  charter: Charter,
  amends: { readonly [path: string]: string },
): Result<Charter, string> {
  const settings = Object.entries(amends).map(([path, value]) => ({ path, value }));
  const next = { ...charter, version: charter.version + 1 };
  const { json, unplaced } = withSettings(encode(charterSchema, next), settings);
  if (unplaced[0] !== undefined) return err(unplaced[0].path);
  const decoded = decodeCharter(json);
  return decoded.ok ? decoded : err(decoded.error[0]?.path.join(".") ?? "");
}

/** A setting as it was written. */
export const settingText = ({ path, value }: Setting): string =>
  `${path}=${canonicalText(value).slice(1, -1)}`;
