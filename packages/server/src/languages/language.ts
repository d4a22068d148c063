/** A language of the program's own words. A charter may speak more; these two are always there. */
export type Language = "en" | "ja";

/** What a page is written in: one language, or both beside each other. */
export type LanguageChoice = Language | "both";

export const LANGUAGE_CHOICES = ["en", "ja", "both"] as const satisfies readonly LanguageChoice[];

/** One text in both languages; the key order is that in which they stand beside each other. */
export type Text = { readonly en: string; readonly ja: string };

export const LANGUAGES = ["en", "ja"] as const satisfies readonly Language[];

/** The languages of a choice, in the order in which they are shown. */
export function languagesOf(choice: LanguageChoice): readonly Language[] {
  return choice === "both" ? LANGUAGES : [choice];
}

/** The text in each chosen language, once where both are the same. */
export function textsIn(choice: LanguageChoice, text: Text): readonly string[] {
  const texts = languagesOf(choice).map((language) => text[language]);
  return texts.filter((each, index) => each !== "" && texts.indexOf(each) === index);
}

/** A text of a charter, which has at least one of our languages or is shown in its own first. */
export function localized(text: { readonly [language: string]: string }): Text {
  const first = Object.values(text)[0] ?? "";
  return { en: text["en"] ?? first, ja: text["ja"] ?? text["en"] ?? first };
}

/** The name that something was given, or else its id. */
export const namedOr = (
  name: { readonly [language: string]: string } | undefined,
  id: string,
): Text => localized(name ?? { en: id });

/**
 * The language of messages, where none was asked for: that of the environment (POSIX: LC_ALL before
 * LC_MESSAGES before LANG), English if it is another one.
 */
export function languageOfEnvironment(environment: {
  readonly [name: string]: string | undefined;
}): Language {
  const set = ["LC_ALL", "LC_MESSAGES", "LANG"].map((name) => environment[name]);
  const first = set.find((value) => value !== undefined && value !== "");
  return first !== undefined && /^ja\b/i.test(first.replaceAll("_", "-")) ? "ja" : "en";
}
