import { FIRST_DATE, LAST_DATE, type LocalDate } from "../calendar/date.ts";
import type { Recorded } from "../fund/chronicle.ts";
import {
  newestPostedTo,
  placeOfEntry,
  postedBy,
  postedDays,
  postedWithin,
  type PlacedEntry,
  type PostedDay,
} from "../fund/posted-days.ts";
import type { JournalEntry, Posting } from "../ledger/journal.ts";
import type { ConsolidatedBook } from "./consolidated-book.ts";
import type { DatedFlow } from "./money-weighted-return.ts";
import type { FigurePart, PlacedPart, PostingsSource } from "./page-cell.ts";
import { ENTRIES_TOGETHER, partSums, type PartBlocks } from "./part-sums.ts";
import { flowsOfParty, netFlowsOfParty, type FlowsAsked } from "./party-flows.ts";
import { CLOSING } from "./period-book.ts";
import { periodBetween, type StatementPeriod } from "./period.ts";
import { SALES } from "./sold-holdings.ts";

/** Tells postings apart; `accounts` are those that they can be to. */
export type PostingFilter = ((posting: Posting) => boolean) & {
  readonly accounts: readonly string[];
  /** Of what it tells, so that two filters are told apart. */
  readonly key: string;
};

/** Which postings make a figure, and whether a debit or a credit adds to it. */
export type PartSelection = {
  readonly selects: PostingFilter;
  readonly sign: 1n | -1n;
  /** All up to the period's opening or its end, or those of the period; up to the end if absent. */
  readonly of?: "opening" | "closing" | "movement";
  /** Of one vehicle's book alone. */
  readonly vehicle?: string;
  /** Made by acts whose type begins so. */
  readonly acts?: string;
};

/** For figures that the record keeps whatever the date of what made them. */
export const ALL_DAYS: StatementPeriod = periodBetween(FIRST_DATE, LAST_DATE);

/** What postings are in figures, whole or in part. */
type PostingsAsked = {
  readonly currency: string;
  readonly period: StatementPeriod;
  /** What of a posting is in the figures, debit positive. */
  readonly kept: (journal: JournalEntry, posting: Posting) => bigint;
  /** What decides that, so that sums can be kept: of the same name, the same parts. */
  readonly name?: string;
};

type FlowsOfParties = FlowsAsked & { readonly parties: readonly string[] };

/** Amounts by their days, and the flows of parties: one for each entry, or one for each day. */
export type DatedFigures = {
  readonly dated: (selection: PartSelection) => readonly DatedFlow[];
  /** What these come to. */
  readonly total: (selection: PartSelection) => bigint;
  readonly flows: (of: FlowsOfParties) => readonly DatedFlow[];
};

/**
 * The postings that figures of the page are made of: of one currency, without those that close
 * books, and without what the books of the page say of each other. They are looked through when
 * somebody asks for them.
 */
export class PagePostings implements DatedFigures {
  readonly #chronicle: Recorded;
  readonly #asked: PostingsAsked;

  /** How far the record had come: what is recorded later is of a later page. */
  readonly #postings: number;
  readonly #entries: number;

  constructor(chronicle: Recorded, asked: PostingsAsked) {
    this.#chronicle = chronicle;
    this.#asked = asked;
    [this.#postings, this.#entries] = [chronicle.postings.length, chronicle.entries];
  }

  get #period(): StatementPeriod {
    return this.#asked.period;
  }

  dated(selection: PartSelection): readonly DatedFlow[] {
    return this.parts(selection).map(({ posted, minor }) => ({
      ...{ on: posted.journal.effectiveDate, minor },
    }));
  }

  total(selection: PartSelection): bigint {
    return sumOfParts(this.parts(selection));
  }

  flows({ parties, to, ...of }: FlowsOfParties): readonly DatedFlow[] {
    const flows = parties.flatMap((party) =>
      flowsOfParty(this.#chronicle, { ...of, party }).filter(
        ({ entry, on }) => entry < this.#entries && on <= to,
      ),
    );
    return parties.length < 2 ? flows : flows.toSorted((a, b) => a.entry - b.entry);
  }

  /** Each journal entry with its part of the figure, in the order of the log; none of nothing. */
  parts(selection: PartSelection): readonly FigurePart[] {
    return [...this.newest(selection)].map(({ posted, minor }) => ({ posted, minor })).reverse();
  }

  /** The same before a place in the list of journal entries, the newest first. */
  *newest(selection: PartSelection, before = this.#postings): Generator<PlacedPart> {
    const { to } = this.#period;
    for (const part of this.#ofWhateverDay(selection, before)) {
      if (part.posted.journal.effectiveDate <= to) yield part;
    }
  }

  /** With those of later days, of which none is a part yet. */
  *#ofWhateverDay(selection: PartSelection, before: number, since = 0): Generator<PlacedPart> {
    const { accounts } = selection.selects;
    for (const placed of newestPostedTo(this.#chronicle, accounts, before)) {
      const { posted, place } = placed;
      if (place < since) return;
      const minor = this.#partOf(placed, selection);
      if (minor !== 0n) yield { posted, minor, place };
    }
  }

  /** Where the cells of a figure come from. */
  source(selection: PartSelection): PostingsSource {
    return {
      kind: "postings",
      parts: () => this.parts(selection),
      newest: (before) => this.newest(selection, before),
      blocks: () => this.#blocks(selection),
    };
  }

  /** Nothing where nothing is kept, or where what is kept is of a later page. */
  #blocks(selection: PartSelection): PartBlocks | undefined {
    const { name, currency, period } = this.#asked;
    if (name === undefined) return undefined;
    const { selects, sign, of = "closing", vehicle, acts } = selection;
    const from = of === "closing" ? undefined : period.from;
    const { postings } = this.#chronicle;
    const parts = [name, currency, from, of, selects.key, sign, vehicle, acts];
    const sums = partSums(postings, parts.join("\n\n\n"));
    const isOfThis = sums.follow({
      ...{ postings: this.#postings, to: period.to },
      since: (place) => this.#ofWhateverDay(selection, this.#postings, place),
    });
    if (!isOfThis) return undefined;
    return {
      ...{ minor: sums.minor, sums: sums.sums },
      partsOf: (block) => this.#partsBetween(selection, block * ENTRIES_TOGETHER),
    };
  }

  /** Those of some entries, in the order of the log. */
  #partsBetween(selection: PartSelection, entry: number): readonly FigurePart[] {
    const end = placeOfEntry(this.#chronicle, entry + ENTRIES_TOGETHER);
    const parts: FigurePart[] = [];
    for (const { posted, minor } of this.newest(selection, Math.min(end, this.#postings))) {
      if (posted.entry < entry) break;
      parts.push({ posted, minor });
    }
    return parts.reverse();
  }

  #partOf({ posted, actType }: PlacedEntry, selection: PartSelection): bigint {
    const { journal } = posted;
    const { selects, sign, of = "closing", vehicle, acts } = selection;
    const { effectiveDate, vehicle: book, postings } = journal;
    const { currency, kept } = this.#asked;
    if (book !== (vehicle ?? book)) return 0n;
    if (!this.#isIn(of, effectiveDate)) return 0n;
    let minor = 0n;
    for (const posting of postings) {
      if (posting.currency === currency && selects(posting)) minor += sign * kept(journal, posting);
    }
    if (minor === 0n || actType === CLOSING) return 0n;
    return acts === undefined || actType?.startsWith(acts) === true ? minor : 0n;
  }

  #isIn(of: PartSelection["of"], on: LocalDate): boolean {
    if (of === "closing") return true;
    return of === "opening" ? on < this.#period.from : on >= this.#period.from;
  }
}

/**
 * What the books of the page come to by business day, over all days: the same as its postings make,
 * without looking through them.
 */
export class PageDays implements DatedFigures {
  readonly #chronicle: Recorded;
  readonly #book: ConsolidatedBook;

  constructor(chronicle: Recorded, book: ConsolidatedBook) {
    this.#chronicle = chronicle;
    this.#book = book;
  }

  dated(selection: PartSelection): readonly DatedFlow[] {
    const byDay = new Map<LocalDate, bigint>();
    for (const { on, minor } of this.#amounts(selection, postedDays)) {
      byDay.set(on, (byDay.get(on) ?? 0n) + minor);
    }
    return [...byDay].flatMap(([on, minor]) => (minor === 0n ? [] : [{ on, minor }]));
  }

  total(selection: PartSelection): bigint {
    const allDays = (rows: Recorded, vehicle: string) => postedWithin(rows, vehicle, {});
    let sum = 0n;
    for (const { minor } of this.#amounts(selection, allDays)) sum += minor;
    return sum;
  }

  *#amounts(
    { selects, sign }: Pick<PartSelection, "selects" | "sign">,
    daysOf: (rows: Recorded, vehicle: string) => Iterable<PostedDay>,
  ): Generator<DatedFlow> {
    const book = this.#book;
    const isAsked = (posting: Posting): boolean =>
      posting.currency === book.currency && selects(posting);
    for (const vehicle of book.vehicles) {
      for (const { on, actType = "", lines } of daysOf(this.#chronicle, vehicle)) {
        if (actType === CLOSING || SALES.includes(actType)) continue;
        for (const line of lines) {
          if (!isAsked(line) || book.isTakenOut(vehicle, line)) continue;
          yield { on, minor: sign * line.minor };
        }
      }
    }
    // Of a sale a part is the strangers', which only its own entry tells.
    for (const { journal } of postedBy(this.#chronicle, SALES)) {
      for (const posting of journal.postings) {
        if (!isAsked(posting)) continue;
        yield { on: journal.effectiveDate, minor: sign * book.kept(journal, posting) };
      }
    }
  }

  flows({ parties, ...of }: FlowsOfParties): readonly DatedFlow[] {
    return parties.flatMap((party) => netFlowsOfParty(this.#chronicle, { ...of, party }));
  }
}

export const sumOfParts = (parts: readonly { readonly minor: bigint }[]): bigint =>
  parts.reduce((sum, { minor }) => sum + minor, 0n);

/** Postings to some accounts, of one subject or of several where they are named. */
export function ofAccounts(
  accounts: readonly string[],
  subjects?: string | readonly string[],
): PostingFilter {
  const named = typeof subjects === "string" ? [subjects] : subjects;
  const key = [...accounts, "of", ...(named ?? ["anybody"])].join("\n");
  const selects = ({ account, subject }: Posting): boolean =>
    accounts.includes(account) && (named === undefined || named.includes(subject));
  return Object.assign(selects, { accounts, key });
}

/** Postings that one of two filters tells of. */
export function either(one: PostingFilter, other: PostingFilter): PostingFilter {
  const selects = (posting: Posting): boolean => one(posting) || other(posting);
  const key = `${one.key}\nor\n${other.key}`;
  return Object.assign(selects, { accounts: [...one.accounts, ...other.accounts], key });
}
