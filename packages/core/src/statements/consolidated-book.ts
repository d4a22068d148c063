import { assert } from "../base/assert.ts";
import { CASH_ACCOUNTS, TRANSLATION } from "./account-groups.ts";
import type { PostedEntry } from "../fund/chronicle.ts";
import type { JournalEntry, Posting } from "../ledger/journal.ts";
import type { GroupLink, GroupSide } from "./group.ts";
import type { StatementPeriod } from "./period.ts";
import {
  closingOf,
  measureOf,
  PeriodBook,
  sumOf,
  type PostingSelection,
  type Turnover,
} from "./period-book.ts";
import { TranslatedBook } from "./translated-book.ts";

/**
 * What two books say of each other at the end of the period where that does not cancel; minor units
 * of the group's currency, of a translated book at the rates of the days of its postings.
 */
export type GroupDifference = {
  readonly link: GroupLink;
  readonly minor: readonly [bigint, bigint];
};

/**
 * The books of several vehicles over one period as one, without what they say of each other [ST42].
 * A link is taken out where its two sides cancel both at the opening and at the end, whatever
 * accounts they stand on, but for what they have to do with strangers; others stay in and are told.
 * All books are in one currency, as they are kept or translated; what taking out leaves of
 * translated ones belongs to their translation difference [ST72].
 */
export class ConsolidatedBook {
  readonly currency: string;
  readonly period: StatementPeriod;
  readonly differences: readonly GroupDifference[];
  readonly #books: readonly {
    readonly vehicle: string;
    readonly turnovers: readonly Turnover[];
    readonly takenOut: ReadonlySet<string>;
  }[];
  readonly #outside: readonly PostedEntry[];

  constructor(
    books: readonly PeriodBook[],
    links: readonly GroupLink[],
    outside: readonly PostedEntry[] = [],
  ) {
    const [first] = books;
    assert(first !== undefined, "a group has a vehicle");
    assert(
      books.every(({ currency }) => currency === first.currency),
      "books that are added up are in one currency",
    );
    this.currency = first.currency;
    this.period = first.period;
    this.#outside = outside;
    const apart = books.map(
      ({ vehicle, currency, period }) =>
        new PeriodBook({ postings: outside, acts: new Map() }, { vehicle, currency, period }),
    );
    const [gone, withStrangers] = [new Set<Turnover>(), new Set<Turnover>()];
    const differences: GroupDifference[] = [];
    const residues: { readonly vehicle: string; readonly turnover: Turnover }[] = [];
    for (const link of links) {
      const [one, other] = link.sides.map((side) => turnoversOf(books, side));
      const [beyond, beyondOther] = link.sides.map((side) => turnoversOf(apart, side));
      const both = [...one!, ...other!];
      if (cancels(books, apart, link)) {
        for (const turnover of [...beyond!, ...beyondOther!]) withStrangers.add(turnover);
        const taken = both.filter((turnover) => !gone.has(turnover));
        for (const turnover of taken) gone.add(turnover);
        const isTranslated = taken.some(({ exchange }) => exchange !== undefined);
        const [, { vehicle }] = link.sides;
        if (isTranslated) residues.push({ vehicle, turnover: residueOf(this.currency, taken) });
      } else {
        differences.push({
          link,
          minor: [
            standing(one!).closing - standing(beyond!).closing,
            standing(other!).closing - standing(beyondOther!).closing,
          ],
        });
      }
    }
    this.differences = differences;
    this.#books = books.map(({ vehicle, turnovers }, index) => ({
      vehicle,
      turnovers: [
        ...turnovers.filter((of) => !gone.has(of)),
        ...apart[index]!.turnovers.filter((of) => withStrangers.has(of)),
        ...residues.flatMap((of) => (of.vehicle === vehicle ? [of.turnover] : [])),
      ],
      takenOut: new Set(turnovers.flatMap((of) => (gone.has(of) ? [nameOf(of)] : []))),
    }));
  }

  /** The vehicles whose books these are. */
  get vehicles(): readonly string[] {
    return this.#books.map(({ vehicle }) => vehicle);
  }

  /** What decides which of a posting is in the figures; of the same name, the same is. */
  get name(): string {
    const books = this.#books.map(({ vehicle, takenOut }) => [vehicle, ...takenOut].join("\n"));
    const isWhole = this.#books.every(({ takenOut }) => takenOut.size === 0);
    return [...books, isWhole ? "whole" : `${this.#outside.length} outside`].join("\n\n");
  }

  /** Whether what a book says so of another vehicle is taken out, but for strangers' part of it. */
  isTakenOut(vehicle: string, line: Line): boolean {
    const book = this.#books.find((of) => of.vehicle === vehicle);
    return book !== undefined && book.takenOut.size > 0 && book.takenOut.has(nameOf(line));
  }

  /** What of a posting is in the figures, debit positive: of what is taken out strangers' part. */
  kept({ id, vehicle }: Pick<JournalEntry, "id" | "vehicle">, posting: Posting): bigint {
    if (!this.#books.some((of) => of.vehicle === vehicle)) return 0n;
    if (!this.isTakenOut(vehicle, posting)) return posting.minor;
    const outside = this.#outside.find(({ journal }) => journal.id === id)?.journal.postings;
    return outside?.find((each) => isOf(each, posting))?.minor ?? 0n;
  }

  /** The figure that a selection makes over all vehicles, or one's part of it; minor units. */
  sum(selection: PostingSelection, vehicle?: string): bigint {
    let sum = 0n;
    for (const { vehicle: of, turnovers } of this.#books) {
      if (vehicle !== undefined && of !== vehicle) continue;
      sum += sumOf(turnovers, selection, this.currency);
    }
    return sum;
  }
}

/** Whether two turnovers, or a turnover and a posting, are of one account, subject and currency. */
const isOf = (a: Line, b: Line): boolean =>
  a.account === b.account && a.subject === b.subject && a.currency === b.currency;

type Line = Pick<Turnover, "account" | "subject" | "currency">;

const nameOf = ({ account, subject, currency }: Line): string =>
  `${account}/${currency}/${subject}`;

const CASH: readonly string[] = CASH_ACCOUNTS;

/** Everything but cash that a book says of the other vehicle, in the currency of the books. */
function turnoversOf(
  books: readonly PeriodBook[],
  { vehicle, subjects }: GroupSide,
): readonly Turnover[] {
  const book = books.find((each) => each.vehicle === vehicle);
  if (book === undefined) return [];
  return book.turnovers.filter(
    ({ account, subject, currency }) =>
      subjects.includes(subject) &&
      currency === book.currency &&
      !CASH.includes(account) &&
      !account.startsWith("9"),
  );
}

/** A book as it is kept. */
const asKept = (book: PeriodBook): PeriodBook => (book instanceof TranslatedBook ? book.own : book);

/**
 * Whether the two sides come to nothing together: to the unit where both books are kept in one
 * currency. Between two currencies they come to what rounding leaves, half a unit of each posting,
 * where both say the same of every day at its rate [ST72].
 */
function cancels(
  books: readonly PeriodBook[],
  apart: readonly PeriodBook[],
  { sides }: GroupLink,
): boolean {
  const own = books.filter(({ vehicle }) => sides.some((side) => side.vehicle === vehicle));
  const isOfOneCurrency = own.every((book) => asKept(book).currency === asKept(own[0]!).currency);
  const compared = isOfOneCurrency ? own.map(asKept) : own;
  const both = sides.flatMap((side) => turnoversOf(compared, side));
  const all = standing(both);
  const beyond = standing(sides.flatMap((side) => turnoversOf(apart, side)));
  const [opening, closing] = [all.opening - beyond.opening, all.closing - beyond.closing];
  const roundings = both.reduce((count, { postings }) => count + postings, 0);
  const slack = isOfOneCurrency ? 0n : BigInt(roundings);
  return [opening, closing].every((sum) => 2n * (sum < 0n ? -sum : sum) <= slack);
}

/** Opening and end of all postings, without what changes of rates did to balances since. */
function standing(turnovers: readonly Turnover[]) {
  let [opening, closing] = [0n, 0n];
  for (const { exchangeBefore = 0n, ...turnover } of turnovers) {
    opening += turnover.opening - exchangeBefore;
    closing += closingOf({ ...turnover, exchange: 0n }) - exchangeBefore;
  }
  return { opening, closing };
}

/** What taking turnovers out would take from the balance of all, kept as translation difference. */
function residueOf(currency: string, turnovers: readonly Turnover[]): Turnover {
  const sum = (of: PostingSelection["of"]): bigint =>
    turnovers.reduce((all, turnover) => all + measureOf(turnover, of), 0n);
  const moved = sum("movement");
  return {
    ...{ account: TRANSLATION.book, subject: "", currency, postings: 0 },
    ...{ opening: sum("opening"), exchange: sum("exchange") },
    ...(moved > 0n ? { debits: moved, credits: 0n } : { debits: 0n, credits: -moved }),
  };
}
