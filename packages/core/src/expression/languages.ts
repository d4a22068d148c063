import { ENGLISH } from "./english.ts";
import { JAPANESE } from "./japanese.ts";
import type { Language } from "./language.ts";

/** The languages that come with the program, by code [X71]. */
export const LANGUAGES: ReadonlyMap<string, Language> = new Map(
  [ENGLISH, JAPANESE].map((language) => [language.code, language]),
);
