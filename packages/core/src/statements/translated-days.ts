import { Ratio, roundRatio, type RoundingMode } from "../base/ratio.ts";
import type { LocalDate } from "../calendar/date.ts";
import type { PostedEntry } from "../fund/chronicle.ts";
import {
  addLine,
  daysPosted,
  postedOn,
  type PostedLine,
  type PostedRows,
} from "../fund/posted-days.ts";
import { isMemoAccount, type JournalEntry } from "../ledger/journal.ts";
import { TRANSLATION } from "./account-groups.ts";
import { CLOSING } from "./period-book.ts";

/** Every posting and every balance that is translated goes to the nearest unit, a half to even. */
const TRANSLATION_ROUNDING: RoundingMode = "halfEven";

/** Minor units at a rate of minor units for one, rounded once [ST70]. */
export const atRate = (minor: bigint, { num, den }: Ratio): bigint =>
  roundRatio({ num: minor * num, den }, TRANSLATION_ROUNDING);

/** A book, the currency in which it is kept, and the one into which it is translated. */
export type TranslatedOf = {
  readonly vehicle: string;
  readonly from: string;
  readonly to: string;
};

/** What a business day's postings come to at its rate. */
export type TranslatedDay = { readonly on: LocalDate; readonly lines: Iterable<PostedLine> };

/** The same as it is kept: at which rate, and how many of the day's entries are in it. */
type KeptDay = { readonly rate: Ratio; entries: number; readonly lines: Map<string, PostedLine> };

const keptByList = new WeakMap<readonly PostedEntry[], Map<string, Map<LocalDate, KeptDay>>>();

function keptOf({ postings }: PostedRows, { vehicle, from, to }: TranslatedOf) {
  let books = keptByList.get(postings);
  if (books === undefined) {
    keptByList.set(postings, (books = new Map<string, Map<LocalDate, KeptDay>>()));
  }
  const name = `${vehicle}/${from}/${to}`;
  let days = books.get(name);
  if (days === undefined) books.set(name, (days = new Map<LocalDate, KeptDay>()));
  return days;
}

/**
 * The postings of a book day by day at the rate of the day, each rounded by itself, up to a day or
 * to the first that has no rate. What rounding leaves of an entry, which balances before it, goes
 * to the translation difference. A day is made once for each rate that is known for it, and what it
 * has grown by is added to it.
 */
export function* translatedDays(
  rows: PostedRows,
  of: TranslatedOf,
  { to, rateOn }: { readonly to: LocalDate; readonly rateOn: (on: LocalDate) => Ratio | undefined },
): Generator<TranslatedDay> {
  const days = keptOf(rows, of);
  for (const on of daysPosted(rows, of.vehicle, { to })) {
    const entries = postedOn(rows, of.vehicle, on);
    const isKept = ({ actType, journal: { postings } }: (typeof entries)[number]): boolean =>
      actType !== CLOSING && postings.some(({ currency }) => currency === of.from);
    if (!entries.some(isKept)) continue;
    const rate = rateOn(on);
    if (rate === undefined) return;
    let day = days.get(on);
    if (day === undefined || !Ratio.equals(day.rate, rate)) {
      days.set(on, (day = { rate, entries: 0, lines: new Map() }));
    }
    for (; day.entries < entries.length; day.entries++) {
      const entry = entries[day.entries]!;
      if (isKept(entry)) addTranslated(day, entry.journal, of);
    }
    yield { on, lines: day.lines.values() };
  }
}

function addTranslated({ lines, rate }: KeptDay, journal: JournalEntry, of: TranslatedOf): void {
  const residue = { book: 0n, memo: 0n };
  const currency = of.to;
  for (const { account, subject, currency: kept, minor: own } of journal.postings) {
    if (kept !== of.from) continue;
    const minor = atRate(own, rate);
    addLine(lines, { account, subject, currency, minor });
    residue[isMemoAccount(account) ? "memo" : "book"] -= minor;
  }
  for (const kind of ["book", "memo"] as const) {
    const minor = residue[kind];
    if (minor !== 0n) addLine(lines, { account: TRANSLATION[kind], subject: "", currency, minor });
  }
}
