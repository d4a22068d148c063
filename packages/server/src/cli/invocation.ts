import type { Charter } from "@jointfund/core/charter/charter.ts";
import { toJson } from "@jointfund/core/fund/effects.ts";
import { mainVehicle } from "@jointfund/core/fund/figures.ts";
import {
  languageOfEnvironment,
  languagesOf,
  localized,
  textsIn,
  type Language,
  type LanguageChoice,
  type Text,
} from "../languages/language.ts";
import { harmlessJson, paintFor, type Paint, type Terminal } from "./terminal.ts";

/** Options that most commands have. */
export type CommonOptions = {
  readonly lang?: LanguageChoice;
  readonly json?: boolean;
  readonly data?: string;
};

/** One call of the command: where it writes, and in what. */
export class Invocation {
  readonly terminal: Terminal;
  readonly options: CommonOptions;
  /** The language of messages: as asked for, or as the environment says. */
  readonly language: Language;
  readonly paint: Paint;

  readonly #unasked: LanguageChoice | undefined;

  constructor(terminal: Terminal, options: CommonOptions, unasked?: LanguageChoice) {
    this.terminal = terminal;
    this.#unasked = unasked;
    this.options = options;
    const asked = options.lang;
    this.language =
      asked === undefined || asked === "both" ? languageOfEnvironment(terminal.environment) : asked;
    this.paint = paintFor(terminal);
  }

  /** The same call, in both languages where no other was asked for. */
  inBoth(): Invocation {
    return new Invocation(this.terminal, this.options, "both");
  }

  /** What results are written in, where nothing else was asked for: the language of messages. */
  get choice(): LanguageChoice {
    return this.options.lang ?? this.#unasked ?? this.language;
  }

  get data(): string {
    return this.options.data ?? DEFAULT_DATA;
  }

  /** The text in the chosen languages, beside each other. */
  say(text: Text): string {
    const texts = languagesOf(this.choice).map((language) => text[language]);
    return texts.filter((each, index) => texts.indexOf(each) === index).join("  ");
  }

  /** A line made for each of the chosen languages, once where they are the same. */
  each(make: (language: Language) => string): readonly string[] {
    const lines = languagesOf(this.choice).map(make);
    return lines.filter((line, index) => lines.indexOf(line) === index);
  }

  line(text = ""): void {
    this.terminal.out(`${text}\n`);
  }

  /** A result as JSON: amounts are text, maps are objects. */
  json(value: unknown): void {
    this.line(harmlessJson(toJson(value)));
  }

  /** A message beside the results: in the language of messages, or in both where both are asked. */
  note(text: Text): void {
    const choice = this.choice === "both" ? "both" : this.language;
    for (const each of textsIn(choice, text)) this.terminal.err(`${each}\n`);
  }
}

export const DEFAULT_DATA = "./data";

/** The text with its parts in place. */
export function filled(text: Text, ...parts: readonly (string | number)[]): Text {
  return { en: fill(text.en, parts), ja: fill(text.ja, parts) };
}

/** The same where the parts are in both languages themselves. */
export function filledWith(text: Text, ...parts: readonly Text[]): Text {
  return {
    en: fill(
      text.en,
      parts.map(({ en }) => en),
    ),
    ja: fill(
      text.ja,
      parts.map(({ ja }) => ja),
    ),
  };
}

function fill(template: string, parts: readonly (string | number)[]): string {
  return template.replace(/\{(\d)\}/g, (_place, n: string) => String(parts[Number(n)] ?? ""));
}

/** The name of an act type in the charter. */
export function actName(charter: Charter, type: string): Text {
  const rule = Object.hasOwn(charter.acts, type) ? charter.acts[type] : undefined;
  return rule === undefined ? { en: type, ja: type } : localized(rule.name);
}

/** The short name of a party. */
export function partyName(charter: Charter, id: string): Text {
  const party = charter.parties.find((of) => of.id === id);
  return party === undefined ? { en: id, ja: id } : localized(party.short);
}

/** The vehicle whose figures are shown. */
export function mainCurrency(charter: Charter): string {
  return mainVehicle(charter).currency;
}
