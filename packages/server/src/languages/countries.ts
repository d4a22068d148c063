import type { Language, Text } from "./language.ts";

/** Countries of a mandate by ISO 3166 code. */
const COUNTRY_NAMES: Readonly<Record<string, Text>> = {
  US: { en: "United States", ja: "米国" },
  JP: { en: "Japan", ja: "日本" },
};

/** The name of a country, from the table above or as the world's locale data have it. */
export function countryName(code: string): Text {
  const nameIn = (language: Language): string =>
    new Intl.DisplayNames([language], { type: "region", fallback: "code" }).of(code) ?? code;
  const known = Object.hasOwn(COUNTRY_NAMES, code) ? COUNTRY_NAMES[code] : undefined;
  if (known !== undefined || !/^[A-Z]{2}$/.test(code)) return known ?? { en: code, ja: code };
  return { en: nameIn("en"), ja: nameIn("ja") };
}
