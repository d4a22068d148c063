import { PersistentMap } from "../base/persistent-map.ts";
import type { LocalDate } from "../calendar/date.ts";
import { DatedSums, type DatedSum, type Span } from "../calendar/dated-sums.ts";
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
type Lines = Map<string, PostedLine>;

/** Lines by the type of the acts that posted them. */
type LinesByType = Map<string | undefined, Lines>;

function addTo(lines: Lines, { account, subject, currency, minor }: Posting): void {
  const key = `${minor > 0n ? "+" : "-"}${account}/${currency}/${subject}`;
  const before = lines.get(key);
  const name = before?.name ?? `${account}/${currency}/${subject}`;
  const [sum, postings] = [(before?.minor ?? 0n) + minor, (before?.postings ?? 0) + 1];
  lines.set(key, { name, account, subject, currency, minor: sum, postings });
}

/** What one book has: its days, and every account that has a posting. */
class BookDays {
  readonly vehicle: string;
  readonly sums: DatedSums<LinesByType>;
  readonly accounts: Set<string>;

  constructor(
    vehicle: string,
    sums = new DatedSums<LinesByType>(() => new Map()),
    accounts = new Set<string>(),
  ) {
    this.vehicle = vehicle;
    this.sums = sums;
    this.accounts = accounts;
  }

  add({ effectiveDate, postings }: JournalEntry, actType: string | undefined): void {
    for (const byType of this.sums.of(effectiveDate)) {
      let lines = byType.get(actType);
      if (lines === undefined) byType.set(actType, (lines = new Map<string, PostedLine>()));
      for (const posting of postings) addTo(lines, posting);
    }
    for (const { account } of postings) this.accounts.add(account);
  }

  *days(of: Iterable<DatedSum<LinesByType>>): Generator<PostedDay> {
    const { vehicle } = this;
    for (const { on, sum } of of) {
      for (const [actType, lines] of sum) yield { vehicle, on, actType, lines: lines.values() };
    }
  }

  copy(): BookDays {
    const copied = (byType: LinesByType): LinesByType =>
      new Map([...byType].map(([actType, lines]) => [actType, new Map(lines)]));
    return new BookDays(this.vehicle, this.sums.copy(copied), new Set(this.accounts));
  }
}

/** Places in the list of postings by a name, each list in order. */
type Places = Map<string, number[]>;

const copied = (places: Places): Places =>
  new Map([...places].map(([name, list]) => [name, list.slice()]));

function append<T>(lists: Map<string, T[]>, name: string, item: T): void {
  const list = lists.get(name);
  if (list === undefined) lists.set(name, [item]);
  else list.push(item);
}

/** What is kept beside one list of postings; see `postedDays`. */
class PostedIndex {
  #books = new Map<string, BookDays>();
  /** By "<vehicle>/<account>". */
  #byAccount: Places = new Map();
  #byType: Places = new Map();
  #seen = 0;

  /** Another that goes on by itself. */
  copy(): PostedIndex {
    const other = new PostedIndex();
    other.#books = new Map([...this.#books].map(([vehicle, book]) => [vehicle, book.copy()]));
    other.#byAccount = copied(this.#byAccount);
    other.#byType = copied(this.#byType);
    other.#seen = this.#seen;
    return other;
  }

  /** Takes in what the list has grown by. */
  follow(rows: PostedRows): this {
    const { postings } = rows;
    for (; this.#seen < postings.length; this.#seen++) {
      const { journal } = postings[this.#seen]!;
      this.#take(journal, actTypeOf(rows, journal));
    }
    return this;
  }

  #take(journal: JournalEntry, actType: string | undefined): void {
    const { vehicle, postings } = journal;
    let book = this.#books.get(vehicle);
    if (book === undefined) this.#books.set(vehicle, (book = new BookDays(vehicle)));
    book.add(journal, actType);
    for (const account of new Set(postings.map((posting) => posting.account))) {
      append(this.#byAccount, `${vehicle}/${account}`, this.#seen);
    }
    if (actType !== undefined) append(this.#byType, actType, this.#seen);
  }

  get books(): Iterable<BookDays> {
    return this.#books.values();
  }

  book(vehicle: string): BookDays | undefined {
    return this.#books.get(vehicle);
  }

  placesOn(vehicle: string, accounts: readonly string[]): readonly number[] {
    return together(accounts.map((account) => this.#byAccount.get(`${vehicle}/${account}`)));
  }

  /** Of every book, a list for each account that has one. */
  listsOn(accounts: readonly string[]): readonly (readonly number[])[] {
    return [...this.#byAccount].flatMap(([name, places]) =>
      accounts.includes(name.slice(name.lastIndexOf("/") + 1)) ? [places] : [],
    );
  }

  placesOfType(types: readonly string[]): readonly number[] {
    return together(types.map((type) => this.#byType.get(type)));
  }
}

/** Several lists as one in order, each place once. */
function together(lists: readonly (readonly number[] | undefined)[]): readonly number[] {
  const some = lists.filter((list) => list !== undefined);
  if (some.length < 2) return some[0] ?? [];
  return [...new Set(some.flat())].toSorted((a, b) => a - b);
}

/** Places of several lists before one of them, the last first, each once. */
function* backFrom(lists: readonly (readonly number[])[], before: number): Generator<number> {
  const ends = lists.map((list) => countBelow(list, before));
  for (;;) {
    let last = -1;
    for (const [n, list] of lists.entries()) last = Math.max(last, list[ends[n]! - 1] ?? -1);
    if (last < 0) return;
    for (const [n, list] of lists.entries()) if (list[ends[n]! - 1] === last) ends[n]!--;
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

function indexOf(rows: PostedRows): PostedIndex {
  let index = indexes.get(rows.postings);
  if (index === undefined) indexes.set(rows.postings, (index = new PostedIndex()));
  return index.follow(rows);
}

/**
 * The postings of a book added up by business day and type of act, the days in order: what only adds
 * up is made from them in the time that there are days, however many entries there are. Derived, and
 * kept with the list of postings: what that has grown by is taken in whenever somebody asks.
 */
export function postedDays(
  rows: PostedRows,
  vehicle: string,
  span: Span = {},
): Iterable<PostedDay> {
  const book = indexOf(rows).book(vehicle);
  return book === undefined ? [] : book.days(book.sums.days(span));
}

/**
 * The same of a span of days, added up by years, months and days as they lie in it: for what adds up
 * over all of them, in the same time however many there are.
 */
export function postedWithin(rows: PostedRows, vehicle: string, span: Span): Iterable<PostedDay> {
  const book = indexOf(rows).book(vehicle);
  return book === undefined ? [] : book.days(book.sums.within(span));
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

/** A journal entry with its place in the list of all. */
export type PlacedEntry = { readonly posted: PostedEntry; readonly place: number };

/**
 * The journal entries of whatever book that post to one of some accounts, before a place in the
 * list of all, the newest first: no more are looked at than are asked for.
 */
export function* newestPostedTo(
  rows: PostedRows,
  accounts: readonly string[],
  before = Infinity,
): Generator<PlacedEntry> {
  for (const place of backFrom(indexOf(rows).listsOn(accounts), before)) {
    yield { posted: rows.postings[place]!, place };
  }
}

/** Every account of a book that has a posting. */
export function accountsPosted(rows: PostedRows, vehicle: string): readonly string[] {
  return [...(indexOf(rows).book(vehicle)?.accounts ?? [])];
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

/** The sum of one thing on one business day, or from that day on; see `sumsByDay`. */
export type DaySum<Of> = { readonly on: LocalDate; readonly of: Of; readonly minor: bigint };

/** How an entry adds to sums by day: each part with the thing that it belongs to. */
export type DayMeasure<Of> = {
  /** Of what it is, so that two measures of one list are told apart. */
  readonly name: string;
  readonly vehicle: string;
  readonly parts: (journal: JournalEntry) => readonly { readonly of: Of; readonly minor: bigint }[];
  readonly keyOf: (of: Of) => string;
};

type Measured<Of> = Map<string, { readonly of: Of; minor: bigint }>;
type Sums<Of> = { readonly dated: DatedSums<Measured<Of>>; seen: number };

const sumsByList = new WeakMap<readonly PostedEntry[], Map<string, Sums<unknown>>>();

function measured<Of>(
  { postings }: Pick<Recorded, "postings">,
  { name, vehicle, parts, keyOf }: DayMeasure<Of>,
): DatedSums<Measured<Of>> {
  let known = sumsByList.get(postings);
  if (known === undefined) sumsByList.set(postings, (known = new Map<string, Sums<unknown>>()));
  let sums = known.get(name) as Sums<Of> | undefined;
  if (sums === undefined) {
    sums = { dated: new DatedSums<Measured<Of>>(() => new Map()), seen: 0 };
    known.set(name, sums);
  }
  for (; sums.seen < postings.length; sums.seen++) {
    const { journal } = postings[sums.seen]!;
    if (journal.vehicle !== vehicle) continue;
    for (const { of, minor } of parts(journal)) {
      const key = keyOf(of);
      for (const byKey of sums.dated.of(journal.effectiveDate)) {
        const sum = byKey.get(key);
        if (sum === undefined) byKey.set(key, { of, minor });
        else sum.minor += minor;
      }
    }
  }
  return sums.dated;
}

function* flat<Of>(sums: Iterable<DatedSum<Measured<Of>>>): Generator<DaySum<Of>> {
  for (const { on, sum } of sums) for (const { of, minor } of sum.values()) yield { on, of, minor };
}

/**
 * What entries of a book come to by business day, each measured by itself and once: for what does
 * not simply add up posting by posting. Kept like `postedDays`, and in order.
 */
export const sumsByDay = <Of>(
  rows: Pick<Recorded, "postings">,
  measure: DayMeasure<Of>,
  span: Span = {},
): Iterable<DaySum<Of>> => flat(measured(rows, measure).days(span));

/** The same of a span of days, added up as in `postedWithin`. */
export const sumsWithin = <Of>(
  rows: Pick<Recorded, "postings">,
  measure: DayMeasure<Of>,
  span: Span,
): Iterable<DaySum<Of>> => flat(measured(rows, measure).within(span));

/** Lets a list that goes on from that of a record begin with what is known of it. */
export function goesOnFrom(longer: readonly PostedEntry[], earlier: PostedRows): void {
  indexes.set(longer, indexOf(earlier).copy());
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
