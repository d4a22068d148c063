import { beginningOf, Kept, originOf } from "../base/followed.ts";
import type { LocalDate } from "../calendar/date.ts";
import { datedOf, type DatedList } from "../calendar/dated-list.ts";
import { DatedSums, upTo, type DatedSum, type Span } from "../calendar/dated-sums.ts";
import type { JournalEntry, Posting } from "../ledger/journal.ts";
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

type Sums = DatedSums<LinesByType>;

const copied = (byType: LinesByType): LinesByType =>
  new Map([...byType].map(([type, lines]) => [type, new Map(lines)]));

/** What one book has: its days, and accounts with postings. */
export type BookDays = {
  readonly vehicle: string;
  /** Days in order, or years, months and days as they lie in a span. */
  readonly days: (span: Span) => Iterable<PostedDay>;
  readonly within: (span: Span) => Iterable<PostedDay>;
  /** The places of what is dated on a day. */
  readonly placesOn: (day: LocalDate) => readonly number[];
  readonly accounts: () => Iterable<string>;
};

/**
 * What is kept beside one list of postings; see `postedDays`. Of a list that goes on from another
 * it is what was added, and the other's index before it; places are those of the list.
 */
export type PostedIndex = {
  /** How many entries are in it. */
  readonly size: number;
  readonly typeAt: (place: number) => string | undefined;
  readonly books: () => readonly BookDays[];
  /** The days of one book: what is added stands apart. */
  readonly booksOf: (vehicle: string) => readonly BookDays[];
  readonly placesTo: (vehicle: string, accounts: readonly string[]) => readonly number[];
  readonly placesOfType: (types: readonly string[]) => readonly number[];
  /** The places before one that are of some accounts of whatever book, the newest first. */
  readonly newestTo: (accounts: readonly string[], before: number) => Generator<number>;
};

function* daysOf(vehicle: string, of: Iterable<DatedSum<LinesByType>>): Generator<PostedDay> {
  for (const { on, sum } of of) {
    for (const [actType, lines] of sum) yield { vehicle, on, actType, lines: lines.values() };
  }
}

/** Sums of each book. */
type SumsByBook = Map<string, Sums>;

const copiedBooks = (books: SumsByBook): SumsByBook =>
  new Map([...books].map(([vehicle, sums]) => [vehicle, sums.copy()]));

type Placed = { readonly place: number; readonly actType: string | undefined };

/** The index of a list that grows. */
class GrowingIndex implements PostedIndex {
  readonly #before: PostedIndex | undefined;
  readonly #from: number;
  readonly #sums: Kept<SumsByBook>;
  /** By "<vehicle>/<day>", by "<vehicle>/<account>", and by type of act. */
  readonly #byDay: Places = new Map();
  readonly #byAccount: Places = new Map();
  readonly #byType: Places = new Map();
  /** The type of the act behind each place. */
  readonly #types: (string | undefined)[] = [];

  constructor(before?: PostedIndex) {
    this.#before = before;
    this.#from = before?.size ?? 0;
    // Only of a whole list is there ever asked how it was before.
    const copy = before === undefined ? copiedBooks : undefined;
    this.#sums = new Kept<SumsByBook>(new Map(), copy, this.#from);
  }

  get size(): number {
    return this.#sums.seen;
  }

  /** Takes in what the list has grown by. */
  follow(rows: PostedRows): this {
    const { postings } = rows;
    this.#sums.follow(postings.length, (sums, place) => {
      const { journal } = postings[place]!;
      this.#take(journal, { sums, place, actType: actTypeOf(rows, journal) });
    });
    return this;
  }

  #take(
    { vehicle, effectiveDate, postings }: JournalEntry,
    { sums, place, actType }: Placed & { readonly sums: SumsByBook },
  ): void {
    let book = sums.get(vehicle);
    if (book === undefined) {
      sums.set(vehicle, (book = new DatedSums<LinesByType>(() => new Map(), copied)));
    }
    for (const byType of book.of(effectiveDate)) {
      let lines = byType.get(actType);
      if (lines === undefined) byType.set(actType, (lines = new Map<string, PostedLine>()));
      for (const posting of postings) addLine(lines, posting);
    }
    append(this.#byDay, `${vehicle}/${effectiveDate}`, place);
    for (const account of new Set(postings.map((posting) => posting.account))) {
      append(this.#byAccount, `${vehicle}/${account}`, place);
    }
    if (actType !== undefined) append(this.#byType, actType, place);
    this.#types.push(actType);
  }

  /** As it was when the list had so many entries, or fewer. */
  upTo(length: number): PostedIndex | undefined {
    const sums = this.#sums.upTo(length);
    return sums && new EarlierIndex(this, sums);
  }

  typeAt(place: number): string | undefined {
    return place < this.#from ? this.#before?.typeAt(place) : this.#types[place - this.#from];
  }

  books(): readonly BookDays[] {
    const own = [...this.#sums.of].map(([vehicle, sums]) => this.bookOf(vehicle, sums));
    return [...(this.#before?.books() ?? []), ...own];
  }

  booksOf(vehicle: string): readonly BookDays[] {
    const own = this.#sums.of.get(vehicle);
    const before = this.#before?.booksOf(vehicle) ?? [];
    return own === undefined ? before : [...before, this.bookOf(vehicle, own)];
  }

  /** One book, by sums of it of now or earlier and the places before some size. */
  bookOf(vehicle: string, sums: Sums, size = Infinity): BookDays {
    return {
      vehicle,
      days: (span) => daysOf(vehicle, sums.days(span)),
      within: (span) => daysOf(vehicle, sums.within(span)),
      placesOn: (day) => firstOf(this.#byDay.get(`${vehicle}/${day}`) ?? [], size),
      accounts: () => this.#accountsOf(vehicle, size),
    };
  }

  *#accountsOf(vehicle: string, size: number): Generator<string> {
    for (const [name, [first = size]] of this.#byAccount) {
      const slash = name.lastIndexOf("/");
      if (first < size && name.slice(0, slash) === vehicle) yield name.slice(slash + 1);
    }
  }

  placesTo(vehicle: string, accounts: readonly string[]): readonly number[] {
    const own = together(accounts.map((account) => this.#byAccount.get(`${vehicle}/${account}`)));
    return followedBy(this.#before?.placesTo(vehicle, accounts), own);
  }

  placesOfType(types: readonly string[]): readonly number[] {
    const own = together(types.map((type) => this.#byType.get(type)));
    return followedBy(this.#before?.placesOfType(types), own);
  }

  *newestTo(accounts: readonly string[], before: number): Generator<number> {
    const lists = [...this.#byAccount].flatMap(([name, places]) =>
      accounts.includes(name.slice(name.lastIndexOf("/") + 1)) ? [places] : [],
    );
    yield* backFrom(lists, before);
    if (this.#before !== undefined) yield* this.#before.newestTo(accounts, before);
  }
}

/** The index of a list as it was: its sums of then, and of its places the first. */
class EarlierIndex implements PostedIndex {
  readonly size: number;
  readonly #of: GrowingIndex;
  readonly #sums: SumsByBook;

  constructor(of: GrowingIndex, { of: sums, seen }: Kept<SumsByBook>) {
    this.#of = of;
    this.#sums = sums;
    this.size = seen;
  }

  typeAt(place: number): string | undefined {
    return this.#of.typeAt(place);
  }

  books(): readonly BookDays[] {
    return [...this.#sums].map(([vehicle, sums]) => this.#of.bookOf(vehicle, sums, this.size));
  }

  booksOf(vehicle: string): readonly BookDays[] {
    const sums = this.#sums.get(vehicle);
    return sums === undefined ? [] : [this.#of.bookOf(vehicle, sums, this.size)];
  }

  placesTo(vehicle: string, accounts: readonly string[]): readonly number[] {
    return firstOf(this.#of.placesTo(vehicle, accounts), this.size);
  }

  placesOfType(types: readonly string[]): readonly number[] {
    return firstOf(this.#of.placesOfType(types), this.size);
  }

  newestTo(accounts: readonly string[], before: number): Generator<number> {
    return this.#of.newestTo(accounts, Math.min(before, this.size));
  }
}

/** The index of those of a list that are dated up to a day. */
class IndexUpTo implements PostedIndex {
  readonly #of: PostedIndex;
  readonly #dated: DatedList<PostedEntry>;

  constructor(of: PostedIndex, dated: DatedList<PostedEntry>) {
    this.#of = of;
    this.#dated = dated;
  }

  get size(): number {
    return this.#dated.items.length;
  }

  typeAt(own: number): string | undefined {
    return this.#of.typeAt(this.#dated.placeOf(own));
  }

  books(): readonly BookDays[] {
    return this.#of.books().map((book) => this.#bookOf(book));
  }

  booksOf(vehicle: string): readonly BookDays[] {
    return this.#of.booksOf(vehicle).map((book) => this.#bookOf(book));
  }

  #bookOf({ vehicle, days, within, placesOn, accounts }: BookDays): BookDays {
    const { last } = this.#dated;
    return {
      vehicle,
      days: (span) => days(upTo(span, last)),
      within: (span) => within(upTo(span, last)),
      placesOn: (day) => this.#ownOf(placesOn(day)),
      accounts,
    };
  }

  #ownOf(places: readonly number[]): readonly number[] {
    return places.flatMap((place) => this.#dated.ownOf(place) ?? []);
  }

  placesTo(vehicle: string, accounts: readonly string[]): readonly number[] {
    return this.#ownOf(this.#of.placesTo(vehicle, accounts));
  }

  placesOfType(types: readonly string[]): readonly number[] {
    return this.#ownOf(this.#of.placesOfType(types));
  }

  *newestTo(accounts: readonly string[], before: number): Generator<number> {
    for (const place of this.#of.newestTo(accounts, this.#dated.placeOf(before))) {
      const own = this.#dated.ownOf(place);
      if (own !== undefined) yield own;
    }
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

/** Those of a list in order that are below a number. */
const firstOf = (places: readonly number[], size: number): readonly number[] =>
  (places.at(-1) ?? 0) < size ? places : places.slice(0, countBelow(places, size));

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

const indexes = new WeakMap<readonly PostedEntry[], GrowingIndex>();
/** Of lists that go on from others, as long as these are as they were then. */
const added = new WeakMap<readonly PostedEntry[], GrowingIndex>();

/** The index of a list of postings, with all that this has grown by. */
export function indexOf(rows: PostedRows): PostedIndex {
  const dated = datedOf(rows.postings);
  if (dated === undefined) return growingOf(rows);
  return new IndexUpTo(indexOf({ postings: dated.whole, acts: rows.acts }), dated);
}

function growingOf(rows: PostedRows): GrowingIndex {
  const { postings, acts } = rows;
  const earlier = originOf(postings);
  const kept = earlier === undefined ? indexes : added;
  let index = kept.get(postings);
  if (index === undefined) {
    const before = earlier === undefined ? beginningIn(rows) : indexOf({ postings: earlier, acts });
    kept.set(postings, (index = new GrowingIndex(before)));
  }
  return index.follow(rows);
}

/** Of a list that is the first of another what is kept beside that. */
function beginningIn({ postings, acts }: PostedRows): PostedIndex | undefined {
  const beginning = beginningOf(postings);
  if (beginning === undefined) return undefined;
  return growingOf({ postings: beginning.whole, acts }).upTo(beginning.length);
}
