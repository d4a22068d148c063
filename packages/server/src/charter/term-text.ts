import type { Json } from "@jointfund/core/base/json.ts";
import { canonicalText } from "@jointfund/core/base/canonical.ts";
import { encode } from "@jointfund/core/base/schema.ts";
import { charterExpressions } from "@jointfund/core/charter/charter-expressions.ts";
import {
  charterPath,
  isJsonList,
  isJsonObject,
  partAt,
} from "@jointfund/core/charter/charter-path.ts";
import { namesOfItems } from "@jointfund/core/charter/comparison.ts";
import { charterSchema } from "@jointfund/core/charter/charter-schema.ts";
import type { ApprovalTier, Charter } from "@jointfund/core/charter/charter.ts";
import { FIELD_WORDS, VALUE_WORDS, YES_NO } from "../languages/charter-fields.ts";
import { localized, type Language, type Text } from "../languages/language.ts";
import { wordFor } from "../languages/words.ts";
import { approvalLines } from "./explain.ts";
import { CharterSpeaker } from "./explanation-text.ts";

type ExpressionKind = "condition" | "amount" | "ratio";
type Expressions = ReadonlyMap<string, { readonly kind: ExpressionKind; readonly vehicle: string }>;

const AMOUNT = /^-?[0-9]+(?:\.[0-9]+)?$/;
const RATIO = /^(?:-?[0-9]+(?:\.[0-9]+)?%|[0-9]+\/[0-9]+)$/;
/** Fields whose decimal text is an amount of money. */
const AMOUNTS: ReadonlySet<string> = new Set([
  ...["initial", "least", "most", "amount", "cap", "internalCap", "founderPrice", "limit"],
]);

/** Fields whose text stands for itself. */
const AS_WRITTEN: ReadonlySet<string> = new Set([
  ...["id", "code", "format", "origin", "clause", "fiscalYear", "start"],
]);
/** Fields that name parties, or groups of parties that are admitted later. */
const OF_PARTIES: ReadonlySet<string> = new Set(["propose", "by", "party", "payee", "unilateral"]);
/** Fields whose text is a code, even where it is also the id of something. */
const CODED: ReadonlySet<string> = new Set(["kind", "scope", "base", "order", "opens", "remedy"]);

/** Says the terms of one charter in both languages. The charter must be free of errors. */
export class TermTexts {
  readonly charter: Charter;
  readonly #json: Json;
  readonly #speakers: Readonly<Record<Language, CharterSpeaker>>;
  readonly #expressions: Expressions;

  constructor(charter: Charter) {
    this.charter = charter;
    this.#json = encode(charterSchema, charter);
    this.#speakers = {
      en: new CharterSpeaker(charter, "en"),
      ja: new CharterSpeaker(charter, "ja"),
    };
    this.#expressions = expressionsOf(charter, this.#json);
  }

  /** The value at a path of the charter, as people read it; several lines for an approval. */
  value(path: string, value: Json): Text {
    return {
      en: this.#say(path, value, this.#speakers.en),
      ja: this.#say(path, value, this.#speakers.ja),
    };
  }

  /** What a part or term below another is called: "capital · initial capital". */
  label(path: string, below = ""): Text {
    const said = (language: Language): string => this.#steps(path, below, language).join(" · ");
    return { en: said("en"), ja: said("ja") };
  }

  #steps(path: string, below: string, language: Language): readonly string[] {
    const names: string[] = [];
    let at = "";
    for (const step of path.split("/").slice(1)) {
      const isItem = isJsonList(this.#at(at)) || isNamesOf(at);
      at += `/${step}`;
      if (!at.startsWith(`${below}/`) || at === below) continue;
      names.push(
        isItem ? this.#itemName(at, step, language) : wordFor(FIELD_WORDS, step)[language],
      );
    }
    return names;
  }

  #itemName(path: string, id: string, language: Language): string {
    const item = this.#at(path);
    const name = isJsonObject(item) ? (item["name"] ?? null) : null;
    if (isText(name)) return localized(name)[language];
    const named = nameOf(this.#speakers[language], id);
    return named === id ? wordFor(VALUE_WORDS, id)[language] : named;
  }

  #at(path: string): Json | undefined {
    let part: Json | undefined = this.#json;
    for (const name of path.split("/").slice(1)) {
      if (isJsonList(part)) part = part[namesOfItems(part)?.indexOf(name) ?? -1];
      else part = part === undefined ? undefined : partAt(part, [name]);
    }
    return part;
  }

  #say(path: string, value: Json, speaker: CharterSpeaker): string {
    const { language } = speaker;
    const field = path.slice(path.lastIndexOf("/") + 1);
    const expression = this.#expressions.get(path);
    if (typeof value === "string") {
      if (expression !== undefined) {
        return speaker.expression(value, expression.kind, expression.vehicle);
      }
      return this.#sayText(path, value, speaker);
    }
    if (typeof value === "boolean") return YES_NO[value ? "yes" : "no"][language];
    if (typeof value === "number" || value === null) return canonicalText(value);
    if (isJsonList(value)) return this.#sayList(path, value, speaker);
    if (isText(value)) return localized(value)[language];
    if (typeof value["days"] === "number" && typeof value["calendar"] === "string") {
      return speaker.period({ days: value["days"], calendar: value["calendar"] });
    }
    const { amount, currency } = value;
    if (field === "value" && typeof amount === "string" && typeof currency === "string") {
      return speaker.money(amount, currency);
    }
    const members = Object.entries(value).filter(([key]) => key !== "kind" || field !== "value");
    const colon = language === "ja" ? "：" : ": ";
    return members
      .map(([key, member]) => {
        const said = this.#say(`${path}/${key}`, member, speaker);
        return members.length === 1 && field === "value"
          ? said
          : `${this.#keyName(key, language)}${colon}${said}`;
      })
      .join(language === "ja" ? "、" : ", ");
  }

  #keyName(key: string, language: Language): string {
    if (Object.hasOwn(FIELD_WORDS, key)) return wordFor(FIELD_WORDS, key)[language];
    return nameOf(this.#speakers[language], key);
  }

  #sayList(path: string, value: readonly Json[], speaker: CharterSpeaker): string {
    if (path.endsWith("/approve")) {
      return approvalLines(speaker, value as unknown as readonly ApprovalTier[])
        .map((line) => line.replace(/^( *)- /, "$1"))
        .join("\n");
    }
    // An item is said as the field is that it stands in.
    const items = value.map((item) => this.#say(path, item, speaker));
    const isPlain = value.every((item) => typeof item === "string");
    if (isPlain) return items.join(speaker.language === "ja" ? "、" : ", ");
    return items.join("\n");
  }

  #sayText(path: string, value: string, speaker: CharterSpeaker): string {
    const field = path.slice(path.lastIndexOf("/") + 1);
    if (RATIO.test(value)) return speaker.ratio(value);
    if (AMOUNTS.has(field) && AMOUNT.test(value)) {
      return speaker.money(value, this.#currencyAt(path));
    }
    if (AS_WRITTEN.has(field)) return value;
    if (OF_PARTIES.has(field)) return speaker.party(value);
    const word = wordFor(VALUE_WORDS, value)[speaker.language];
    if (CODED.has(field) && word !== value) return word;
    const name = nameOf(speaker, value);
    return name === value ? word : name;
  }

  /** The currency that stands beside an amount or around it, or that of the vehicle it is of. */
  #currencyAt(path: string): string {
    for (let at = path; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
      const around = this.#at(at.slice(0, at.lastIndexOf("/")));
      if (!isJsonObject(around)) continue;
      const { currency, vehicle } = around;
      if (typeof currency === "string") return currency;
      const book = this.charter.vehicles.find(({ id }) => id === vehicle);
      if (book !== undefined) return book.currency;
    }
    return this.charter.capital.currency;
  }
}

/** Members by party or class id, such as shares. */
const isNamesOf = (path: string): boolean => path === "/acts" || path.endsWith("/shares");

function expressionsOf(charter: Charter, json: Json): Expressions {
  return new Map(
    charterExpressions(charter).map(({ path, expected, vehicle }) => {
      const kind = expected.kind === "boolean" ? "condition" : expected.kind;
      return [
        charterPath(json, path),
        { kind: kind === "condition" || kind === "ratio" ? kind : "amount", vehicle },
      ];
    }),
  );
}

/** What an id stands for: a party, body, vehicle, class or seat of the charter. */
function nameOf(speaker: CharterSpeaker, id: string): string {
  const { parties, bodies, vehicles, classes, limits } = speaker.charter;
  const party = parties.find((each) => each.id === id);
  if (party !== undefined) return speaker.text(party.short);
  const other = [...bodies, ...vehicles, ...classes, ...limits].find((each) => each.id === id);
  if (other !== undefined) return speaker.text(other.name);
  const act = Object.hasOwn(speaker.charter.acts, id) ? speaker.charter.acts[id] : undefined;
  if (act !== undefined) return speaker.text(act.name);
  return Object.hasOwn(speaker.phrases.kinds, id)
    ? speaker.phrases.kinds[id as keyof typeof speaker.phrases.kinds]
    : id;
}

const isText = (value: Json): value is { readonly [language: string]: string } =>
  isJsonObject(value) &&
  Object.keys(value).length > 0 &&
  Object.entries(value).every(
    ([key, text]) => /^[a-z]{2}(?:-[A-Za-z0-9-]+)?$/.test(key) && typeof text === "string",
  ) &&
  !Object.hasOwn(value, "of");
