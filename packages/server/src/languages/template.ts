import type { Json } from "@jointfund/core/base/canonical.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { amountText, dateText, instantText, ratioText, shortId } from "./figures.ts";
import { localized, type Language, type Text } from "./language.ts";
import {
  DEBT_PART_WORDS,
  FACILITY_KIND_WORDS,
  FACILITY_STATUS_WORDS,
  STATUS_WORDS,
  STEP_WORDS,
  wordFor,
} from "./words.ts";

/**
 * A template holds facts as `{name}` or `{name:format}`; a part in `[[ ]]` is left out where one of
 * its facts is absent. Formats: see `FORMATS`.
 */
export type Facts = { readonly [fact: string]: Json };

export type TemplateUse = { readonly fact: string; readonly format: string };

const PLACE = /\{([A-Za-z]+)(?::([A-Za-z]+))?\}/g;
const OPTIONAL = /\[\[(.*?)\]\]/g;

/** Every fact that a template uses, and how. */
export function factsUsed(template: string): readonly TemplateUse[] {
  return [...template.matchAll(PLACE)].map(([, fact = "", format = "text"]) => ({ fact, format }));
}

type Formatting = {
  readonly language: Language;
  readonly facts: Facts;
  /** The charter in force, for names; codes are shown as they are without one. */
  readonly charter: Charter | undefined;
};

const joined = (parts: readonly string[], language: Language): string =>
  parts.join(language === "ja" ? "、" : ", ");

function plain(value: Json, formatting: Formatting, each: (text: string) => string): string {
  if (value === null) return formatting.language === "ja" ? "なし" : "none";
  if (Array.isArray(value)) {
    const items = value as readonly Json[];
    if (items.length === 0) return formatting.language === "ja" ? "なし" : "none";
    return joined(
      items.map((item) => plain(item, formatting, each)),
      formatting.language,
    );
  }
  return each(textOf(value));
}

/** A fact as text; what is no text or number is shown as JSON. */
export const textOf = (value: Json): string =>
  typeof value === "object" ? JSON.stringify(value) : String(value);

/** "price.num: number expected", of the findings that a schema gives. */
function findingText(value: Json): string {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return textOf(value);
  const { path, code, expected, actual } = value as Facts;
  const steps = Array.isArray(path) ? (path as readonly Json[]) : [];
  const at = steps.map(textOf).join(".");
  const what = [expected, actual].filter((part) => typeof part === "string").join(" ≠ ");
  const said = textOf(code ?? "");
  return [at === "" ? "" : `${at}: `, said, what === "" ? "" : ` (${what})`].join("");
}

/** "US USD 9576569600", an amount of minor units behind its currency and perhaps a payee. */
function payeeAmount(text: string, language: Language): string {
  const [, payee = "", currency = "", minor = ""] =
    /^(?:(.*) )?([A-Z]{3}) (-?\d+)$/.exec(text) ?? [];
  if (currency === "") return text;
  const amount = amountText(BigInt(minor), currency, language);
  return payee === "" ? amount : `${payee} ${amount}`;
}

function nameOfParty(id: string, { charter, language }: Formatting): string {
  const party = charter?.parties.find((it) => it.id === id);
  return party === undefined ? id : localized(party.short)[language];
}

type Format = (value: Json, formatting: Formatting) => string;

const words =
  (of: Readonly<Record<string, Text>>): Format =>
  (value, formatting) =>
    plain(value, formatting, (text) => wordFor(of, text)[formatting.language]);

const FORMATS: Readonly<Record<string, Format>> = {
  text: (value, formatting) => plain(value, formatting, (text) => text),
  /** Minor units of the fact `currency`. */
  money: (value, formatting) => {
    const { currency } = formatting.facts;
    const minor = textOf(value);
    if (typeof currency !== "string" || !/^-?\d+$/.test(minor)) return minor;
    return amountText(BigInt(minor), currency, formatting.language);
  },
  payeeAmount: (value, { language }) => payeeAmount(textOf(value), language),
  date: (value, formatting) =>
    plain(value, formatting, (text) => dateText(text, formatting.language)),
  instant: (value, { language }) => instantText(textOf(value), language),
  act: (value) => shortId(textOf(value)),
  actType: (value, { charter, language }) => {
    const type = textOf(value);
    const rule = Object.hasOwn(charter?.acts ?? {}, type) ? charter?.acts[type] : undefined;
    return rule === undefined ? type : localized(rule.name)[language];
  },
  party: (value, formatting) => plain(value, formatting, (text) => nameOfParty(text, formatting)),
  limit: (value, { charter, language }) => {
    const limit = charter?.limits.find(({ id }) => id === value);
    return limit === undefined ? textOf(value) : localized(limit.name)[language];
  },
  covenant: (value, { charter, language }) => {
    const covenant = charter?.leverage?.covenants.find(({ id }) => id === value);
    return covenant === undefined ? textOf(value) : localized(covenant.name)[language];
  },
  /** "9/20" or "45%", as people write it. */
  ratio: (value, formatting) =>
    plain(value, formatting, (text) => ratioText(text, formatting.language)),
  status: words(STATUS_WORDS),
  step: words(STEP_WORDS),
  facilityKind: words(FACILITY_KIND_WORDS),
  facilityStatus: words(FACILITY_STATUS_WORDS),
  debtPart: words(DEBT_PART_WORDS),
  findings: (value, { language }) => {
    const findings = Array.isArray(value) ? (value as readonly Json[]) : [value];
    const shown = findings.slice(0, 5).map(findingText);
    const more = findings.length - shown.length;
    return joined(more > 0 ? [...shown, `+${more}`] : shown, language);
  },
};

export const TEMPLATE_FORMATS: readonly string[] = Object.keys(FORMATS);

/** The template with its facts in place. */
export function fillTemplate(
  template: string,
  facts: Facts,
  options: { readonly language: Language; readonly charter?: Charter | undefined },
): string {
  const formatting = { ...options, facts, charter: options.charter };
  const has = (fact: string): boolean => Object.hasOwn(facts, fact);
  const kept = template.replace(OPTIONAL, (_part, inner: string) =>
    factsUsed(inner).every(({ fact }) => has(fact)) ? inner : "",
  );
  return kept.replace(PLACE, (_place, fact: string, format = "text") => {
    const show = FORMATS[String(format)] ?? FORMATS["text"]!;
    return has(fact) ? show(facts[fact]!, formatting) : "?";
  });
}
