/** A language of the portal's own words. A charter may speak more. */
export type Language = "en" | "ja";

export const LANGUAGES: readonly Language[] = ["en", "ja"];

/** One text in both languages: none can be forgotten. */
export type Text = { readonly en: string; readonly ja: string };

/** A text of the charter, by language code. */
export type LocalizedText = { readonly [language: string]: string };

const PLACE = /\{(\d)(?::([^|}]*)\|([^}]*))?\}/g;

/** "{0}" becomes the first value, and "{0:entry|entries}" the word that goes with it. */
function fill(template: string, values: readonly string[]): string {
  return template.replace(PLACE, (_place, n: string, one?: string, many?: string) => {
    const value = values[Number(n)] ?? "";
    if (one === undefined || many === undefined) return value;
    return value === "1" ? one : many;
  });
}

/** A text in a language; one of the charter without that language is shown in its first. */
export function textIn(
  language: Language,
  text: Text | LocalizedText,
  ...values: readonly string[]
): string {
  const said = (text as LocalizedText)[language] ?? Object.values(text)[0] ?? "";
  return values.length === 0 ? said : fill(said, values);
}
