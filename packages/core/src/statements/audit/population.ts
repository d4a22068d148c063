import type { LocalDate } from "../../calendar/date.ts";
import type { PostedEntry, Recorded } from "../../fund/chronicle.ts";
import { isMemoAccount } from "../../ledger/journal.ts";
import type { PageCells } from "../page-cell.ts";

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

/** Every line asked for, in the order of the log; memoranda only by their own account. */
export function linesAsked(
  { postings }: Pick<Recorded, "postings">,
  asked: LinesAsked,
): readonly SampledUnit[] {
  const { account, subject, vehicle, currency, from, to } = asked;
  const isAsked = (own: string, wanted: string | undefined): boolean =>
    wanted === undefined || wanted === own;
  return postings.flatMap((posted): readonly SampledUnit[] => {
    const { effectiveDate, vehicle: book, postings: lines } = posted.journal;
    if (!isAsked(book, vehicle)) return [];
    if (from !== undefined && effectiveDate < from) return [];
    if (to !== undefined && effectiveDate > to) return [];
    return lines
      .filter(
        (line) =>
          line.currency === currency &&
          isAsked(line.account, account) &&
          isAsked(line.subject, subject) &&
          (account !== undefined || !isMemoAccount(line.account)),
      )
      .map((line) => ({ posted, ...line }));
  });
}

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
