import { FIRST_DATE, LAST_DATE, type LocalDate } from "../calendar/date.ts";
import type { PostedEntry, Recorded } from "../fund/chronicle.ts";
import type { JournalEntry, Posting } from "../ledger/journal.ts";
import type { FigurePart } from "./page-cell.ts";
import { actTypeOf, isClosing } from "./period-book.ts";
import { periodBetween, type StatementPeriod } from "./period.ts";

/** Which postings make a figure, and whether a debit or a credit adds to it. */
export type PartSelection = {
  readonly selects: (posting: Posting) => boolean;
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

type Line = {
  readonly posted: PostedEntry;
  readonly postings: readonly Posting[];
  /** Type of the act that made it; none for the opening of a day. */
  readonly actType: string | undefined;
};

/**
 * The postings that figures of the page are made of: of one currency, without those that close
 * books, and without what the books of the page say of each other.
 */
export class PagePostings {
  readonly #period: StatementPeriod;
  readonly #lines: readonly Line[];

  constructor(
    chronicle: Recorded,
    of: {
      readonly currency: string;
      readonly period: StatementPeriod;
      /** What of a posting is in the figures, debit positive. */
      readonly kept: (journal: JournalEntry, posting: Posting) => bigint;
    },
  ) {
    this.#period = of.period;
    this.#lines = chronicle.postings.flatMap((posted): Line[] => {
      const { journal } = posted;
      if (journal.effectiveDate > of.period.to || isClosing(chronicle, journal)) return [];
      const postings = journal.postings.flatMap((posting): readonly Posting[] => {
        if (posting.currency !== of.currency) return [];
        const minor = of.kept(journal, posting);
        return minor === 0n ? [] : [{ ...posting, minor }];
      });
      const actType = actTypeOf(chronicle, journal);
      return postings.length === 0 ? [] : [{ posted, postings, actType }];
    });
  }

  /** Each journal entry with its part of the figure, in the order of the log; none of nothing. */
  parts(selection: PartSelection): readonly FigurePart[] {
    const { selects, sign, of = "closing", vehicle, acts } = selection;
    return this.#lines.flatMap(({ posted, postings, actType }): FigurePart[] => {
      if (acts !== undefined && actType?.startsWith(acts) !== true) return [];
      const { effectiveDate, vehicle: book } = posted.journal;
      if (!this.#isIn(of, effectiveDate) || book !== (vehicle ?? book)) return [];
      let minor = 0n;
      for (const posting of postings) if (selects(posting)) minor += sign * posting.minor;
      return minor === 0n ? [] : [{ posted, minor }];
    });
  }

  #isIn(of: PartSelection["of"], on: LocalDate): boolean {
    if (of === "closing") return true;
    return of === "opening" ? on < this.#period.from : on >= this.#period.from;
  }
}

export const sumOfParts = (parts: readonly { readonly minor: bigint }[]): bigint =>
  parts.reduce((sum, { minor }) => sum + minor, 0n);

/** Postings to some accounts, of one subject where it is named. */
export function ofAccounts(accounts: readonly string[], subject?: string) {
  return (posting: Posting): boolean =>
    accounts.includes(posting.account) && (subject === undefined || posting.subject === subject);
}
