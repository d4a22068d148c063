import type { Language } from "../language/text.ts";

type Forms = { readonly [form: string]: Intl.DateTimeFormat };

const UTC = { timeZone: "UTC" } as const;

/** Made once: they are slow to make. */
const FORMS: { readonly [language in Language]: Forms } = {
  en: {
    day: new Intl.DateTimeFormat("en-GB", { ...UTC, dateStyle: "medium" }),
    ofYear: new Intl.DateTimeFormat("en-GB", { ...UTC, month: "short", day: "numeric" }),
    month: new Intl.DateTimeFormat("en-GB", { ...UTC, month: "short", year: "numeric" }),
    instant: new Intl.DateTimeFormat("en-GB", { ...UTC, dateStyle: "medium", timeStyle: "medium" }),
  },
  ja: {
    day: new Intl.DateTimeFormat("ja-JP", { ...UTC, dateStyle: "long" }),
    ofYear: new Intl.DateTimeFormat("ja-JP", { ...UTC, month: "numeric", day: "numeric" }),
    month: new Intl.DateTimeFormat("ja-JP", { ...UTC, month: "long", year: "numeric" }),
    instant: new Intl.DateTimeFormat("ja-JP", { ...UTC, dateStyle: "long", timeStyle: "medium" }),
  },
};

const ERA = new Intl.DateTimeFormat("ja-JP-u-ca-japanese", {
  ...UTC,
  era: "long",
  year: "numeric",
});

function say(form: string, text: string, language: Language): string {
  const time = Date.parse(text.length === 10 ? `${text}T00:00:00Z` : text);
  const made = FORMS[language][form];
  return Number.isNaN(time) || made === undefined ? text : made.format(time);
}

/** "31 Dec 2035", "2035年12月31日". What is no date stays as it is. */
export const dateText = (date: string, language: Language): string => say("day", date, language);

/** "31 Dec", "12/31": a day among others of about the same year. */
export const dayOfYearText = (date: string, language: Language): string =>
  say("ofYear", date, language);

/** The same with its year where the day before it in a row is of another. */
export function dayInRowText(date: string, before: string | undefined, language: Language): string {
  const said = dayOfYearText(date, language);
  const year = date.slice(0, 4);
  if (before?.startsWith(year) === true) return said;
  return language === "ja" ? `${year}年 ${said}` : `${said} ${year}`;
}

/** "Dec 2035", "2035年12月". */
export const monthText = (date: string, language: Language): string => say("month", date, language);

/** "31 Dec 2035, 09:00:00 UTC". */
export const instantText = (instant: string, language: Language): string =>
  `${say("instant", instant, language)} UTC`;

/** The era's year, which Japanese officials write: "令和17年". */
export function eraText(date: string): string {
  const time = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(time) ? date : ERA.format(time);
}
