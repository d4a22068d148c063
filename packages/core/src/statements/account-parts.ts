import type { FigurePart } from "./page-cell.ts";
import { pageBook, pageVehicles, type PageRecords } from "./page-books.ts";
import { ALL_DAYS, ofAccounts, PagePostings, sumOfParts } from "./page-postings.ts";

/** What went through an account in one currency, debits adding; minor units. */
export type AccountFigure = {
  readonly currency: string;
  readonly minor: bigint;
  readonly parts: readonly FigurePart[];
};

/**
 * The postings of an account, or of one subject of it, a figure for each currency: in the books of
 * the page, without what they say of each other, or in the book of one vehicle.
 */
export function accountParts(
  input: PageRecords,
  of: {
    readonly account: string;
    readonly vehicle?: string | undefined;
    readonly subject?: string | undefined;
  },
): readonly AccountFigure[] {
  const { chronicle, state } = input;
  const book = pageBook(input);
  const inPage = pageVehicles(state.charter).map(({ id }) => id);
  const currencies = new Set([book.currency]);
  for (const { journal } of chronicle.postings) {
    for (const { account, currency } of journal.postings) {
      if (account === of.account) currencies.add(currency);
    }
  }
  const selects = ofAccounts([of.account], of.subject);
  const figures = [...currencies].map((currency): AccountFigure => {
    const parts = new PagePostings(chronicle, {
      ...{ currency, period: ALL_DAYS },
      kept(journal, posting) {
        const { vehicle } = journal;
        if (of.vehicle !== undefined) return vehicle === of.vehicle ? posting.minor : 0n;
        return inPage.includes(vehicle) ? book.kept(journal, posting) : 0n;
      },
    }).parts({ selects, sign: 1n });
    return { currency, parts, minor: sumOfParts(parts) };
  });
  const moved = figures.filter(({ parts }) => parts.length > 0);
  return moved.length > 0 ? moved : figures.slice(0, 1);
}
