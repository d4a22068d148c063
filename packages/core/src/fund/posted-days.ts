import { PersistentMap } from "../base/persistent-map.ts";
import type { LocalDate } from "../calendar/date.ts";
import { inOrderOfDays, type Span } from "../calendar/dated-sums.ts";
import type { JournalEntry, Ledger } from "../ledger/journal.ts";
import type { PostedEntry, Recorded } from "./chronicle.ts";
import { indexOf, type PostedDay, type PostedRows } from "./posted-index.ts";

export { actTypeOf, addLine } from "./posted-index.ts";
export type { Lines, PostedDay, PostedLine, PostedRows } from "./posted-index.ts";

/**
 * The postings of a book added up by business day and type of act, the days in order: what only
 * adds up is made from them in the time that there are days, however many entries there are.
 * Derived, and kept with the list of postings: what that has grown by is taken in whenever somebody
 * asks.
 */
export function postedDays(
  rows: PostedRows,
  vehicle: string,
  span: Span = {},
): Iterable<PostedDay> {
  const books = indexOf(rows).booksOf(vehicle);
  return inOrderOfDays(books.map((book) => book.days(span)));
}

/**
 * The same of a span of days, added up by years, months and days as they lie in it: for what adds
 * up over all of them, in the same time however many there are.
 */
export function* postedWithin(rows: PostedRows, vehicle: string, span: Span): Generator<PostedDay> {
  for (const book of indexOf(rows).booksOf(vehicle)) yield* book.within(span);
}

/** Takes in what a list has grown by, so that whoever asks next does not wait for that. */
export function keepDays(rows: PostedRows): void {
  indexOf(rows);
}

/** The journal entries of a book that post to one of some accounts, in the order of the log. */
export function postedTo(
  rows: PostedRows,
  vehicle: string,
  accounts: readonly string[],
): readonly PostedEntry[] {
  return indexOf(rows)
    .placesTo(vehicle, accounts)
    .map((place) => rows.postings[place]!);
}

/** A journal entry with its place in the list of all, and the type of the act that made it. */
export type PlacedEntry = {
  readonly posted: PostedEntry;
  readonly place: number;
  readonly actType: string | undefined;
};

/**
 * The journal entries of whatever book that post to one of some accounts, before a place in the
 * list of all, the newest first: no more are looked at than are asked for.
 */
export function* newestPostedTo(
  rows: PostedRows,
  accounts: readonly string[],
  before = Infinity,
): Generator<PlacedEntry> {
  const index = indexOf(rows);
  for (const place of index.newestTo(accounts, before)) {
    yield { posted: rows.postings[place]!, place, actType: index.typeAt(place) };
  }
}

/** The days on which anything was posted to a book, in order. */
export function* daysPosted(rows: PostedRows, vehicle: string, span: Span): Generator<LocalDate> {
  const days = new Set<LocalDate>();
  for (const { on } of postedDays(rows, vehicle, span)) {
    if (days.has(on)) continue;
    days.add(on);
    yield on;
  }
}

/** How many journal entries of a book are dated on a day. */
export function countPostedOn(rows: PostedRows, vehicle: string, on: LocalDate): number {
  let count = 0;
  for (const { placesOn } of indexOf(rows).booksOf(vehicle)) count += placesOn(on).length;
  return count;
}

/**
 * The places of journal entries of whatever book that are dated within a span, in order; nothing
 * where there are more than so many.
 */
export function placesWithin(
  rows: PostedRows,
  span: Span,
  most: number,
): readonly number[] | undefined {
  const places: number[] = [];
  for (const { days, placesOn } of indexOf(rows).books()) {
    for (const on of new Set([...days(span)].map((day) => day.on))) {
      for (const place of placesOn(on)) places.push(place);
      if (places.length > most) return undefined;
    }
  }
  return places.toSorted((a, b) => a - b);
}

/** The journal entries of a book on a day with the types of their acts, in the order of the log. */
export function postedOn(
  rows: PostedRows,
  vehicle: string,
  on: LocalDate,
): readonly { readonly journal: JournalEntry; readonly actType: string | undefined }[] {
  const index = indexOf(rows);
  const places = index.booksOf(vehicle).flatMap((book) => book.placesOn(on));
  return places.map((place) => ({
    journal: rows.postings[place]!.journal,
    actType: index.typeAt(place),
  }));
}

/** Every account of a book that has a posting. */
export function accountsPosted(rows: PostedRows, vehicle: string): readonly string[] {
  const books = indexOf(rows).booksOf(vehicle);
  return [...new Set(books.flatMap(({ accounts }) => [...accounts()]))];
}

/** The journal entries that acts of some types made, in the order of the log. */
export function postedBy(rows: PostedRows, types: readonly string[]): readonly PostedEntry[] {
  return indexOf(rows)
    .placesOfType(types)
    .map((place) => rows.postings[place]!);
}

/** The place of the first journal entry that an entry of the log or a later one made. */
export function placeOfEntry({ postings }: Pick<Recorded, "postings">, entry: number): number {
  let [low, high] = [0, postings.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (postings[middle]!.entry < entry) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The journal entries that one entry of the log made. */
export function postedIn(rows: Pick<Recorded, "postings">, entry: number): readonly PostedEntry[] {
  return rows.postings.slice(placeOfEntry(rows, entry), placeOfEntry(rows, entry + 1));
}

/** The ledger of all postings that take effect by a date. */
export function ledgerAt(rows: PostedRows, date: LocalDate): Ledger {
  const sums = new Map<string, bigint>();
  for (const book of indexOf(rows).books()) {
    for (const { lines } of book.within({ to: date })) {
      for (const { account, currency, subject, minor } of lines) {
        const key = `${book.vehicle}/${account}/${currency}/${subject}`;
        sums.set(key, (sums.get(key) ?? 0n) + minor);
      }
    }
  }
  return PersistentMap.from([...sums].filter(([, minor]) => minor !== 0n));
}
