import { assert } from "../base/assert.ts";
import { Ratio, roundRatio, type RoundingMode } from "../base/ratio.ts";
import type { LocalDate } from "../calendar/date.ts";
import type { PostedEntry } from "../fund/chronicle.ts";
import {
  addLine,
  countPostedOn,
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

/**
 * The same as it is kept: at which rate, and how many of the day's entries are in it. Without a
 * rate there is nothing in the book's own currency.
 */
type KeptDay = {
  readonly rate: Ratio | undefined;
  entries: number;
  readonly lines: Map<string, PostedLine>;
};

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
    const count = countPostedOn(rows, of.vehicle, on);
    let day = days.get(on);
    if (day?.entries === count && day.rate === undefined) continue;
    const entries = day?.entries === count ? [] : postedOn(rows, of.vehicle, on);
    // Days on which nothing was posted in the book's own currency need no rate.
    if (day?.rate === undefined && !entries.some((entry) => isTranslated(entry, of))) {
      days.set(on, { rate: undefined, entries: count, lines: new Map() });
      continue;
    }
    const rate = rateOn(on);
    if (rate === undefined) return;
    if (day?.rate === undefined || !Ratio.equals(day.rate, rate)) {
      days.set(on, (day = { rate, entries: 0, lines: new Map() }));
    }
    if (day.entries < count) addEntries(day, postedOn(rows, of.vehicle, on), of);
    yield { on, lines: day.lines.values() };
  }
}

type DayEntry = ReturnType<typeof postedOn>[number];

const isTranslated = ({ actType, journal: { postings } }: DayEntry, { from }: TranslatedOf) =>
  actType !== CLOSING && postings.some(({ currency }) => currency === from);

/** Adds the entries of a day that are not in it yet. */
function addEntries(day: KeptDay, entries: readonly DayEntry[], of: TranslatedOf): void {
  for (; day.entries < entries.length; day.entries++) {
    const entry = entries[day.entries]!;
    if (isTranslated(entry, of)) addTranslated(day, entry.journal, of);
  }
}

function addTranslated({ lines, rate }: KeptDay, journal: JournalEntry, of: TranslatedOf): void {
  assert(rate !== undefined, "what is translated has a rate");
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
