import type { LocalDate } from "../../calendar/date.ts";
import type { PostedEntry } from "../../fund/chronicle.ts";
import { newestPostedTo, type PostedRows } from "../../fund/posted-days.ts";
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

/** What is sampled, in the order of the log: all amounts, and each unit when it is drawn. */
export type Population = {
  readonly amounts: readonly bigint[];
  readonly unitAt: (index: number) => SampledUnit;
};

export const populationOf = (units: readonly SampledUnit[]): Population => ({
  amounts: units.map(({ minor }) => minor),
  unitAt: (index) => units[index]!,
});

/** Every line asked for; memoranda only by their own account. */
export function linesAsked(chronicle: PostedRows, asked: LinesAsked): Population {
  const { account, subject, vehicle, currency, from, to } = asked;
  const isAsked = (own: string, wanted: string | undefined): boolean =>
    wanted === undefined || wanted === own;
  // Of each line its entry's place and its own number in it: there may be millions.
  const [places, numbers, amounts]: [number[], number[], bigint[]] = [[], [], []];
  const take = ({ journal }: PostedEntry, place: number): void => {
    const { effectiveDate, vehicle: book, postings: lines } = journal;
    if (!isAsked(book, vehicle)) return;
    if (from !== undefined && effectiveDate < from) return;
    if (to !== undefined && effectiveDate > to) return;
    for (const [number, line] of lines.entries()) {
      if (line.currency !== currency || !isAsked(line.subject, subject)) continue;
      if (!isAsked(line.account, account)) continue;
      if (account === undefined && isMemoAccount(line.account)) continue;
      places.push(place);
      numbers.push(number);
      amounts.push(line.minor);
    }
  };
  const { postings } = chronicle;
  if (account === undefined) for (const [place, posted] of postings.entries()) take(posted, place);
  else {
    const placed = [...newestPostedTo(chronicle, [account])].reverse();
    for (const { posted, place } of placed) take(posted, place);
  }
  return {
    amounts,
    unitAt(index) {
      const posted = postings[places[index]!]!;
      return { posted, ...posted.journal.postings[numbers[index]!]! };
    },
  };
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
