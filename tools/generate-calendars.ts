/**
 * Writes the business calendars of packages/core/src/calendar/calendars from the rules of law.
 *
 *   node tools/generate-calendars.ts
 *
 * The product reads the files, never these rules: a holiday is law, replay must not depend on a
 * program's opinion of it, and what a year really brought is amended by act. When an authority
 * publishes another year, raise `publishedThrough` here, run this, and compare the difference.
 */
import { readFileSync, writeFileSync } from "node:fs";

type Name = { readonly en: string; readonly ja: string };
type Day = { readonly date: string; readonly letter: string };
type Calendar = {
  readonly file: string;
  readonly constant: string;
  readonly id: string;
  readonly doc: readonly string[];
  readonly publishedThrough: string;
  readonly names: Readonly<Record<string, Name>>;
  readonly holidaysOf: (year: number) => readonly Day[];
};

const FIRST_YEAR = 2000;
const LAST_YEAR = 2060;
const DAY_MS = 86_400_000;

const dateOf = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
/** 0 is Sunday. */
const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay();
const daysAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** The n-th given weekday of a month. */
function nth(n: number, weekday: number, year: number, month: number): string {
  const first = dateOf(year, month, 1);
  return daysAfter(first, ((weekday - weekdayOf(first) + 7) % 7) + (n - 1) * 7);
}

/** The last Monday of a month. */
function lastMonday(year: number, month: number): string {
  const last = dateOf(year, month + 1, 0);
  return daysAfter(last, -((weekdayOf(last) + 6) % 7));
}

const MONDAY = 1;
const THURSDAY = 4;

const US_NAMES: Record<string, Name> = {
  a: { en: "New Year's Day", ja: "元日" },
  b: {
    en: "Birthday of Martin Luther King, Jr.",
    ja: "マーティン・ルーサー・キング・ジュニア誕生日",
  },
  c: { en: "Washington's Birthday", ja: "ワシントン誕生日" },
  d: { en: "Memorial Day", ja: "戦没将兵追悼記念日" },
  e: { en: "Juneteenth National Independence Day", ja: "ジューンティーンス独立記念日" },
  f: { en: "Independence Day", ja: "独立記念日" },
  g: { en: "Labor Day", ja: "労働者の日" },
  h: { en: "Columbus Day", ja: "コロンブスの日" },
  i: { en: "Veterans Day", ja: "退役軍人の日" },
  j: { en: "Thanksgiving Day", ja: "感謝祭" },
  k: { en: "Christmas Day", ja: "クリスマス" },
};

/** A Sunday holiday is observed on Monday; for one on Saturday no other day is closed. */
function usHolidaysOf(year: number): readonly Day[] {
  const days: Day[] = [
    { date: dateOf(year, 1, 1), letter: "a" },
    { date: nth(3, MONDAY, year, 1), letter: "b" },
    { date: nth(3, MONDAY, year, 2), letter: "c" },
    { date: lastMonday(year, 5), letter: "d" },
    { date: dateOf(year, 7, 4), letter: "f" },
    { date: nth(1, MONDAY, year, 9), letter: "g" },
    { date: nth(2, MONDAY, year, 10), letter: "h" },
    { date: dateOf(year, 11, 11), letter: "i" },
    { date: nth(4, THURSDAY, year, 11), letter: "j" },
    { date: dateOf(year, 12, 25), letter: "k" },
  ];
  // The Act is of 17 June 2021; 19 June 2021 was a Saturday, so no bank closed for it that year.
  if (year >= 2022) days.push({ date: dateOf(year, 6, 19), letter: "e" });
  for (const { date, letter } of [...days]) {
    if (weekdayOf(date) === 0) {
      days.push({ date: daysAfter(date, 1), letter: letter.toUpperCase() });
    }
  }
  return days;
}

const JAPAN_NAMES: Record<string, Name> = {
  a: { en: "New Year's Day", ja: "元日" },
  b: { en: "Coming of Age Day", ja: "成人の日" },
  c: { en: "National Foundation Day", ja: "建国記念の日" },
  d: { en: "The Emperor's Birthday", ja: "天皇誕生日" },
  e: { en: "Vernal Equinox Day", ja: "春分の日" },
  f: { en: "Showa Day", ja: "昭和の日" },
  g: { en: "Constitution Memorial Day", ja: "憲法記念日" },
  h: { en: "Greenery Day", ja: "みどりの日" },
  i: { en: "Children's Day", ja: "こどもの日" },
  j: { en: "Marine Day", ja: "海の日" },
  k: { en: "Mountain Day", ja: "山の日" },
  l: { en: "Respect for the Aged Day", ja: "敬老の日" },
  m: { en: "Autumnal Equinox Day", ja: "秋分の日" },
  n: { en: "Health and Sports Day", ja: "体育の日" },
  o: { en: "Sports Day", ja: "スポーツの日" },
  p: { en: "Culture Day", ja: "文化の日" },
  q: { en: "Labor Thanksgiving Day", ja: "勤労感謝の日" },
  r: { en: "Day of the Enthronement of the Emperor", ja: "天皇の即位の日" },
  s: { en: "Day of the Enthronement Ceremony", ja: "即位礼正殿の儀の行われる日" },
  x: { en: "Substitute holiday", ja: "振替休日" },
  y: { en: "Citizens' holiday", ja: "国民の休日" },
  z: { en: "Bank holiday", ja: "銀行休業日" },
};

/**
 * The day of the month of an equinox in Japan, by the usual approximation of the years 1980 to
 * 2099. In millionths of a day, so that no floating-point number decides a date.
 */
function equinoxDay(year: number, micro1980: number): number {
  const since = year - 1980;
  return Math.floor((micro1980 + 242_194 * since) / 1_000_000) - Math.floor(since / 4);
}

/** 国民の祝日に関する法律, article 2, with the special laws for 2019, 2020 and 2021. */
function japanNationalHolidays(year: number): Map<string, string> {
  const marineDay: Record<number, string> = { 2020: "2020-07-23", 2021: "2021-07-22" };
  const mountainDay: Record<number, string> = { 2020: "2020-08-10", 2021: "2021-08-08" };
  const sportsDay: Record<number, string> = { 2020: "2020-07-24", 2021: "2021-07-23" };
  const days = new Map<string, string>([
    [dateOf(year, 1, 1), "a"],
    [nth(2, MONDAY, year, 1), "b"],
    [dateOf(year, 2, 11), "c"],
    [dateOf(year, 3, equinoxDay(year, 20_843_100)), "e"],
    [dateOf(year, 4, 29), year >= 2007 ? "f" : "h"],
    [dateOf(year, 5, 3), "g"],
    [dateOf(year, 5, 5), "i"],
    [marineDay[year] ?? (year >= 2003 ? nth(3, MONDAY, year, 7) : dateOf(year, 7, 20)), "j"],
    [year >= 2003 ? nth(3, MONDAY, year, 9) : dateOf(year, 9, 15), "l"],
    [dateOf(year, 9, equinoxDay(year, 23_248_800)), "m"],
    [sportsDay[year] ?? nth(2, MONDAY, year, 10), year >= 2020 ? "o" : "n"],
    [dateOf(year, 11, 3), "p"],
    [dateOf(year, 11, 23), "q"],
  ]);
  if (year <= 2018) days.set(dateOf(year, 12, 23), "d");
  if (year >= 2020) days.set(dateOf(year, 2, 23), "d");
  if (year >= 2007) days.set(dateOf(year, 5, 4), "h");
  if (year >= 2016) days.set(mountainDay[year] ?? dateOf(year, 8, 11), "k");
  if (year === 2019) days.set("2019-05-01", "r").set("2019-10-22", "s");
  return days;
}

/** Article 3, paragraphs 2 and 3, then the bank days of 銀行法施行令, article 5. */
function japanHolidaysOf(year: number): readonly Day[] {
  const national = japanNationalHolidays(year);
  const days = new Map(national);
  for (const date of national.keys()) {
    if (weekdayOf(date) !== 0) continue;
    let substitute = daysAfter(date, 1);
    // Until 2006 only a Monday could be the substitute; since 2007 the next day that is none.
    while (year >= 2007 && national.has(substitute)) substitute = daysAfter(substitute, 1);
    if (!national.has(substitute)) days.set(substitute, "x");
  }
  for (const date of national.keys()) {
    const between = daysAfter(date, 1);
    const sandwiched = national.has(daysAfter(date, 2)) && !days.has(between);
    if (sandwiched && weekdayOf(between) !== 0) days.set(between, "y");
  }
  for (const date of [dateOf(year, 1, 2), dateOf(year, 1, 3), dateOf(year, 12, 31)]) {
    if (!days.has(date)) days.set(date, "z");
  }
  return [...days].map(([date, letter]) => ({ date, letter }));
}

const CALENDARS: readonly Calendar[] = [
  {
    file: "us-federal-reserve.ts",
    constant: "US_FEDERAL_RESERVE",
    id: "us-federal-reserve",
    doc: [
      "Days on which the Federal Reserve Banks are closed. Published through 2030 (Federal Reserve",
      "Board, statistical release K.8, Holidays Observed by the Federal Reserve System 2026-2030).",
      "A holiday on Sunday is observed on Monday; one on Saturday closes no other day.",
    ],
    publishedThrough: "2030-12-31",
    names: US_NAMES,
    holidaysOf: usHolidaysOf,
  },
  {
    file: "japan-banks.ts",
    constant: "JAPAN_BANKS",
    id: "japan-banks",
    doc: [
      "Days on which banks in Japan are closed: national holidays, 31 December and 1 to 3 January.",
      "Published through 2027 (Cabinet Office, 国民の祝日). Later days, the equinoxes foremost, are",
      "what the law and the astronomical formula lead one to expect.",
    ],
    publishedThrough: "2027-12-31",
    names: JAPAN_NAMES,
    holidaysOf: japanHolidaysOf,
  },
];

/** A year's holidays in lines that fit the page: each begins with the year. */
function linesOf(year: number, days: readonly Day[]): readonly string[] {
  const lines: string[] = [];
  let line = `${year}`;
  for (const { date, letter } of days.toSorted((a, b) => (a.date < b.date ? -1 : 1))) {
    if (line.length > 90) {
      lines.push(line);
      line = `${year}`;
    }
    line += ` ${date.slice(5, 7)}${date.slice(8, 10)}${letter}`;
  }
  return [...lines, line];
}

/** Letters in upper case are holidays observed on the Monday after. */
function observedNames(names: Readonly<Record<string, Name>>, days: string): Record<string, Name> {
  const all: Record<string, Name> = { ...names };
  for (const [letter, { en, ja }] of Object.entries(names)) {
    const upper = letter.toUpperCase();
    if (days.includes(upper)) all[upper] = { en: `${en} (observed)`, ja: `${ja}(振替)` };
  }
  return all;
}

function quoted(text: string): string {
  return JSON.stringify(text);
}

function sourceOf(calendar: Calendar): string {
  const lines: string[] = [];
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
    lines.push(...linesOf(year, calendar.holidaysOf(year)));
  }
  const days = lines.join("\n");
  const names = Object.entries(observedNames(calendar.names, days)).map(([letter, { en, ja }]) => {
    const line = `    ${letter}: { en: ${quoted(en)}, ja: ${quoted(ja)} },`;
    const wide = [...line].reduce((sum, char) => sum + (char > "\u2fff" ? 2 : 1), 0) > 100;
    if (!wide) return line;
    return `    ${letter}: {\n      en: ${quoted(en)},\n      ja: ${quoted(ja)},\n    },`;
  });
  return `import { type BusinessCalendar } from "../business-days.ts";
import { readCalendarTable } from "../calendar-table.ts";
import { localDate } from "../date.ts";

/**
${calendar.doc.map((line) => ` * ${line}`).join("\n")}
 * Written by tools/generate-calendars.ts [C12].
 */
export const ${calendar.constant}: BusinessCalendar = readCalendarTable({
  id: ${quoted(calendar.id)},
  first: localDate("${FIRST_YEAR}-01-01"),
  last: localDate("${LAST_YEAR}-12-31"),
  weekend: [6, 7],
  publishedThrough: localDate("${calendar.publishedThrough}"),
  names: {
${names.join("\n")}
  },
  days: \`
${days}
\`,
});
`;
}

const FOLDER = new URL("../packages/core/src/calendar/calendars/", import.meta.url);

/** The files whose text is not what the rules write. */
export function findStaleCalendars(): readonly string[] {
  return CALENDARS.filter(
    (calendar) => readFileSync(new URL(calendar.file, FOLDER), "utf8") !== sourceOf(calendar),
  ).map(({ file }) => file);
}

function writeCalendars(): void {
  for (const calendar of CALENDARS) {
    writeFileSync(new URL(calendar.file, FOLDER), sourceOf(calendar));
  }
}

if (import.meta.main) writeCalendars();
