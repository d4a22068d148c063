import { originOf } from "../base/followed.ts";
import { PersistentMap } from "../base/persistent-map.ts";
import type { LocalDate } from "../calendar/date.ts";
import { DatedSums, inOrderOfDays, type DatedSum, type Span } from "../calendar/dated-sums.ts";
import type { JournalEntry, Ledger, Posting } from "../ledger/journal.ts";
import type { PostedEntry, Recorded } from "./chronicle.ts";

/** Debits, or credits, of one account for one subject in one currency, added up. */
export type PostedLine = Posting & {
  /** "<account>/<currency>/<subject>" */
  readonly name: string;
  /** How many postings these are. */
  readonly postings: number;
};

/** What acts of one type posted to one book on one business day, or on all of a month or year. */
export type PostedDay = {
  readonly vehicle: string;
  /** The day, or the first of several. */
  readonly on: LocalDate;
  /** None for what the opening of a day posted. */
  readonly actType: string | undefined;
  readonly lines: Iterable<PostedLine>;
};

/** The postings of a record, and the acts that made them. */
export type PostedRows = Pick<Recorded, "postings" | "acts">;

/** The type of the act that made a journal entry. */
export function actTypeOf(
  { acts }: Pick<Recorded, "acts">,
  { id }: JournalEntry,
): string | undefined {
  return acts.get(id.slice(0, id.indexOf("/")))?.act.type;
}

/** Lines by "<account>/<currency>/<subject>", and "+" or "-" before it. */
export type Lines = Map<string, PostedLine>;

/** Lines by the type of the acts that posted them. */
type LinesByType = Map<string | undefined, Lines>;

/** Adds a posting to those of its account, subject, currency and side. */
export function addLine(lines: Lines, { account, subject, currency, minor }: Posting): void {
  const key = `${minor > 0n ? "+" : "-"}${account}/${currency}/${subject}`;
  const before = lines.get(key);
  const name = before?.name ?? `${account}/${currency}/${subject}`;
  const [sum, postings] = [(before?.minor ?? 0n) + minor, (before?.postings ?? 0) + 1];
  lines.set(key, { name, account, subject, currency, minor: sum, postings });
}

/** Places in the list of postings by a name, each list in order. */
type Places<Name = string> = Map<Name, number[]>;

function append<Name, T>(lists: Map<Name, T[]>, name: Name, item: T): void {
  const list = lists.get(name);
  if (list === undefined) lists.set(name, [item]);
  else list.push(item);
}

/** What one book has: its days, the places of their entries, and accounts with postings. */
class BookDays {
  readonly vehicle: string;
  readonly sums = new DatedSums<LinesByType>(() => new Map());
  readonly places: Places<LocalDate> = new Map();
  readonly accounts = new Set<string>();

  constructor(vehicle: string) {
    this.vehicle = vehicle;
  }

  add(
    { effectiveDate, postings }: JournalEntry,
    { place, actType }: { readonly place: number; readonly actType: string | undefined },
  ): void {
    append(this.places, effectiveDate, place);
    for (const byType of this.sums.of(effectiveDate)) {
      let lines = byType.get(actType);
      if (lines === undefined) byType.set(actType, (lines = new Map<string, PostedLine>()));
      for (const posting of postings) addLine(lines, posting);
    }
    for (const { account } of postings) this.accounts.add(account);
  }

  *days(of: Iterable<DatedSum<LinesByType>>): Generator<PostedDay> {
    const { vehicle } = this;
    for (const { on, sum } of of) {
      for (const [actType, lines] of sum) yield { vehicle, on, actType, lines: lines.values() };
    }
  }
}

/**
 * What is kept beside one list of postings; see `postedDays`. Of a list that goes on from another
 * it is what was added, and the other's index before it.
 */
class PostedIndex {
  readonly #before: PostedIndex | undefined;
  readonly #from: number;
  readonly #books = new Map<string, BookDays>();
  /** By "<vehicle>/<account>". */
  readonly #byAccount: Places = new Map();
  readonly #byType: Places = new Map();
  /** The type of the act behind each place. */
  readonly #types: (string | undefined)[] = [];

  constructor(before?: PostedIndex) {
    this.#before = before;
    this.#from = before?.size ?? 0;
  }

  /** How many entries are in it. */
  get size(): number {
    return this.#from + this.#types.length;
  }

  /** Takes in what the list has grown by. */
  follow(rows: PostedRows): this {
    const { postings } = rows;
    while (this.size < postings.length) {
      const { journal } = postings[this.size]!;
      this.#take(journal, actTypeOf(rows, journal));
    }
    return this;
  }

  #take(journal: JournalEntry, actType: string | undefined): void {
    const { vehicle, postings } = journal;
    const place = this.size;
    let book = this.#books.get(vehicle);
    if (book === undefined) this.#books.set(vehicle, (book = new BookDays(vehicle)));
    book.add(journal, { place, actType });
    for (const account of new Set(postings.map((posting) => posting.account))) {
      append(this.#byAccount, `${vehicle}/${account}`, place);
    }
    if (actType !== undefined) append(this.#byType, actType, place);
    this.#types.push(actType);
  }

  typeAt(place: number): string | undefined {
    return place < this.#from ? this.#before?.typeAt(place) : this.#types[place - this.#from];
  }

  get books(): readonly BookDays[] {
    return [...(this.#before?.books ?? []), ...this.#books.values()];
  }

  /** The days of one book: what is added stands apart. */
  booksOf(vehicle: string): readonly BookDays[] {
    const own = this.#books.get(vehicle);
    return [...(this.#before?.booksOf(vehicle) ?? []), ...(own === undefined ? [] : [own])];
  }

  placesOn(vehicle: string, accounts: readonly string[]): readonly number[] {
    const own = together(accounts.map((account) => this.#byAccount.get(`${vehicle}/${account}`)));
    return followedBy(this.#before?.placesOn(vehicle, accounts), own);
  }

  /** Of every book, a list for each account that has one. */
  listsOn(accounts: readonly string[]): readonly (readonly number[])[] {
    const own = [...this.#byAccount].flatMap(([name, places]) =>
      accounts.includes(name.slice(name.lastIndexOf("/") + 1)) ? [places] : [],
    );
    return [...(this.#before?.listsOn(accounts) ?? []), ...own];
  }

  placesOfType(types: readonly string[]): readonly number[] {
    const own = together(types.map((type) => this.#byType.get(type)));
    return followedBy(this.#before?.placesOfType(types), own);
  }
}

/** Places, and after them those of what was added. */
const followedBy = (
  before: readonly number[] | undefined,
  own: readonly number[],
): readonly number[] => (before === undefined ? own : [...before, ...own]);

/** Several lists as one in order, each place once. */
function together(lists: readonly (readonly number[] | undefined)[]): readonly number[] {
  const some = lists.filter((list) => list !== undefined);
  if (some.length < 2) return some[0] ?? [];
  return [...new Set(some.flat())].toSorted((a, b) => a - b);
}

/** Places of several lists before one of them, the last first, each once. */
function* backFrom(lists: readonly (readonly number[])[], before: number): Generator<number> {
  const ends = lists.map((list) => countBelow(list, before));
  const lastOf = (n: number): number => lists[n]![ends[n]! - 1] ?? -1;
  for (;;) {
    let last = -1;
    for (let n = 0; n < lists.length; n++) last = Math.max(last, lastOf(n));
    if (last < 0) return;
    for (let n = 0; n < lists.length; n++) if (lastOf(n) === last) ends[n]!--;
    yield last;
  }
}

/** How many of a list in order are below a number. */
function countBelow(list: readonly number[], bound: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (list[middle]! < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

const indexes = new WeakMap<readonly PostedEntry[], PostedIndex>();
/** Of lists that go on from others, as long as these are as they were then. */
const added = new WeakMap<readonly PostedEntry[], PostedIndex>();

function indexOf(rows: PostedRows): PostedIndex {
  const { postings } = rows;
  const earlier = originOf(postings);
  const kept = earlier === undefined ? indexes : added;
  let index = kept.get(postings);
  if (index === undefined) {
    const before = earlier && indexOf({ postings: earlier, acts: rows.acts });
    kept.set(postings, (index = new PostedIndex(before)));
  }
  return index.follow(rows);
}

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
  return inOrderOfDays(books.map((book) => book.days(book.sums.days(span))));
}

/**
 * The same of a span of days, added up by years, months and days as they lie in it: for what adds
 * up over all of them, in the same time however many there are.
 */
export function* postedWithin(rows: PostedRows, vehicle: string, span: Span): Generator<PostedDay> {
  for (const book of indexOf(rows).booksOf(vehicle)) yield* book.days(book.sums.within(span));
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
    .placesOn(vehicle, accounts)
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
  for (const place of backFrom(index.listsOn(accounts), before)) {
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
  for (const { places } of indexOf(rows).booksOf(vehicle)) count += places.get(on)?.length ?? 0;
  return count;
}

/** The journal entries of a book on a day with the types of their acts, in the order of the log. */
export function postedOn(
  rows: PostedRows,
  vehicle: string,
  on: LocalDate,
): readonly { readonly journal: JournalEntry; readonly actType: string | undefined }[] {
  const index = indexOf(rows);
  const places = index.booksOf(vehicle).flatMap((book) => book.places.get(on) ?? []);
  return places.map((place) => ({
    journal: rows.postings[place]!.journal,
    actType: index.typeAt(place),
  }));
}

/** Every account of a book that has a posting. */
export function accountsPosted(rows: PostedRows, vehicle: string): readonly string[] {
  const books = indexOf(rows).booksOf(vehicle);
  return [...new Set(books.flatMap(({ accounts }) => [...accounts]))];
}

/** The journal entries that acts of some types made, in the order of the log. */
export function postedBy(rows: PostedRows, types: readonly string[]): readonly PostedEntry[] {
  return indexOf(rows)
    .placesOfType(types)
    .map((place) => rows.postings[place]!);
}

/** The journal entries that one entry of the log made. */
export function postedIn(
  { postings }: Pick<Recorded, "postings">,
  entry: number,
): readonly PostedEntry[] {
  let [low, high] = [0, postings.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (postings[middle]!.entry < entry) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (postings[end]?.entry === entry) end++;
  return postings.slice(low, end);
}

/** The ledger of all postings that take effect by a date. */
export function ledgerAt(rows: PostedRows, date: LocalDate): Ledger {
  const sums = new Map<string, bigint>();
  for (const book of indexOf(rows).books) {
    for (const { lines } of book.days(book.sums.within({ to: date }))) {
      for (const { account, currency, subject, minor } of lines) {
        const key = `${book.vehicle}/${account}/${currency}/${subject}`;
        sums.set(key, (sums.get(key) ?? 0n) + minor);
      }
    }
  }
  return PersistentMap.from([...sums].filter(([, minor]) => minor !== 0n));
}
