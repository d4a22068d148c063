import { Followed } from "../../base/followed.ts";
import { FIRST_DATE, LAST_DATE, type LocalDate } from "../../calendar/date.ts";
import type { PostedEntry } from "../../fund/chronicle.ts";
import { placesWithin, type PostedRows } from "../../fund/posted-days.ts";
import { isMemoAccount, type Posting } from "../../ledger/journal.ts";
import type { PageCells } from "../page-cell.ts";
import { Amounts, type LaidOut } from "./amounts.ts";

/** What a sample is drawn from: a journal entry's part in what was asked about. */
export type SampledUnit = {
  readonly posted: PostedEntry;
  readonly account?: string;
  readonly subject?: string;
  readonly currency: string;
  /** Debit positive; of a number of the page, as it adds to the number. */
  readonly minor: bigint;
};

/** Lines of journal entries by account, book and the business days of a period. */
export type LinesAsked = {
  readonly account?: string;
  readonly subject?: string;
  readonly vehicle?: string;
  readonly currency: string;
  readonly from?: LocalDate;
  readonly to?: LocalDate;
};

/** What is sampled, in the order of the log: all amounts, and each unit when it is drawn. */
export type Population = {
  readonly amounts: LaidOut;
  readonly unitAt: (index: number) => SampledUnit;
};

export const populationOf = (units: readonly SampledUnit[]): Population => ({
  amounts: Amounts.of(units.map(({ minor }) => minor)),
  unitAt: (index) => units[index]!,
});

/** Lines of journal entries: of each its entry's place and its own number in it. */
class Lines {
  readonly amounts = new Amounts();
  readonly #places: number[] = [];
  readonly #numbers: number[] = [];
  #seen = 0;

  /** Takes in the lines of the next entry that a filter lets pass. */
  take({ journal }: PostedEntry, isAsked: (line: Posting) => boolean): void {
    const place = this.#seen++;
    for (const [number, line] of journal.postings.entries()) {
      if (isAsked(line)) this.add(place, number, line);
    }
  }

  add(place: number, number: number, { minor }: Posting): void {
    this.#places.push(place);
    this.#numbers.push(number);
    this.amounts.add(minor);
  }

  get length(): number {
    return this.#places.length;
  }

  /** Where a line stands: the place of its entry, and its own number in it. */
  at(index: number): readonly [place: number, number: number] {
    return [this.#places[index]!, this.#numbers[index]!];
  }
}

/** How many lists of lines are kept: a charter has some forty accounts. */
const KEPT_LISTS = 64;

/** Lines by "<account>/<currency>", without an account all but memoranda; kept once asked for. */
const keptLines = new Map<string, Followed<PostedEntry, Lines>>();

function linesOf(
  { postings }: PostedRows,
  { account, currency }: Pick<LinesAsked, "account" | "currency">,
): Lines {
  const name = `${account ?? ""}/${currency}`;
  let kept = keptLines.get(name);
  if (kept === undefined) {
    kept = new Followed<PostedEntry, Lines>(
      () => new Lines(),
      (lines, posted) => lines.take(posted, (line) => isOf({ account, currency }, line)),
    );
    keptLines.set(name, kept);
    const [oldest] = keptLines.keys();
    if (keptLines.size > KEPT_LISTS && oldest !== undefined) keptLines.delete(oldest);
  }
  return kept.of(postings);
}

/** Every line asked for; memoranda only by their own account. */
export function linesAsked(chronicle: PostedRows, asked: LinesAsked): Population {
  const { postings } = chronicle;
  const all = linesOf(chronicle, asked);
  const lines = isWhole(asked) ? all : linesWithin(chronicle, all, asked);
  return {
    amounts: lines.amounts,
    unitAt(index) {
      const [place, number] = lines.at(index);
      const posted = postings[place]!;
      return { posted, ...posted.journal.postings[number]! };
    },
  };
}

const isWhole = ({ subject, vehicle, from, to }: LinesAsked): boolean =>
  [subject, vehicle, from, to].every((each) => each === undefined);

/** Where a few days are asked for, their entries are looked at instead of all lines. */
const FEW = 8;

/** Those of a subject, a book and some days. */
function linesWithin(chronicle: PostedRows, all: Lines, asked: LinesAsked): Lines {
  const { account, subject, vehicle, currency, from = FIRST_DATE, to = LAST_DATE } = asked;
  const { postings } = chronicle;
  const lines = new Lines();
  const take = (place: number, number: number, line: Posting): void => {
    if (line.subject === (subject ?? line.subject)) lines.add(place, number, line);
  };
  const ofDays = placesWithin(chronicle, { from, to }, all.length / FEW);
  for (const place of ofDays ?? []) {
    const { vehicle: book, postings: own } = postings[place]!.journal;
    if (book !== (vehicle ?? book)) continue;
    for (const [number, line] of own.entries()) {
      if (isOf({ account, currency }, line)) take(place, number, line);
    }
  }
  if (ofDays !== undefined) return lines;
  for (let index = 0; index < all.length; index++) {
    const [place, number] = all.at(index);
    const { effectiveDate, vehicle: book, postings: own } = postings[place]!.journal;
    if (effectiveDate < from || effectiveDate > to || book !== (vehicle ?? book)) continue;
    take(place, number, own[number]!);
  }
  return lines;
}

/** Lines of an account, or all but memoranda. */
const isOf = (
  { account, currency }: { readonly account: string | undefined; readonly currency: string },
  line: Posting,
): boolean =>
  line.currency === currency &&
  (account === undefined ? !isMemoAccount(line.account) : line.account === account);

/**
 * The journal entries behind a number of the page with their parts in it, through the sums that it
 * is made of; nothing where it, or one that it adds up, is not made of postings of one currency.
 */
export function unitsOfCell(cells: PageCells, id: string): readonly SampledUnit[] | undefined {
  const cell = cells.get(id);
  if (cell?.value.kind !== "money") return undefined;
  const { currency } = cell.value;
  const { source } = cell;
  if (source.kind === "postings") {
    return source.parts().map(({ posted, minor }) => ({ posted, currency, minor }));
  }
  if (source.kind !== "sum") return undefined;
  const units: SampledUnit[] = [];
  for (const [ids, sign] of [
    [source.plus, 1n],
    [source.minus, -1n],
  ] as const) {
    for (const part of ids) {
      const of = unitsOfCell(cells, part);
      if (of === undefined) return undefined;
      units.push(...of.map((unit) => ({ ...unit, minor: sign * unit.minor })));
    }
  }
  if (units.some((unit) => unit.currency !== currency)) return undefined;
  return units.toSorted((a, b) => a.posted.entry - b.posted.entry);
}
