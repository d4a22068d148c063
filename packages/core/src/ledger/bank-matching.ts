import { assert } from "../base/assert.ts";
import { ok, type Result } from "../base/result.ts";
import {
  countBusinessDays,
  type BusinessCalendar,
  type CalendarHorizonExceeded,
} from "../calendar/business-days.ts";
import { daysBetween, type LocalDate } from "../calendar/date.ts";

/** One side of a comparison of the bank with the books: a line, or a posting to a cash account. */
export type CashItem = {
  /** Tells the item from all others on its side, and breaks ties. */
  readonly id: string;
  /** Value date at the bank, effective date in the books. */
  readonly on: LocalDate;
  readonly currency: string;
  /** Minor units; money that came in is positive. */
  readonly minor: bigint;
  /** "" for none. */
  readonly reference: string;
};

export type CashMatch = {
  readonly bank: CashItem;
  readonly book: CashItem;
  readonly by: "reference" | "amount";
};

export type CashMatching = {
  readonly matches: readonly CashMatch[];
  /** On the bank's statement and not in the books. */
  readonly bankOnly: readonly CashItem[];
  /** In the books and not on the bank's statement. */
  readonly bookOnly: readonly CashItem[];
};

/** Days that the two sides of one movement may be apart where no reference ties them. */
export const MATCHING_WINDOW_DAYS = 5;

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byDate = (a: CashItem, b: CashItem): number =>
  byCodeUnits(a.on, b.on) || byCodeUnits(a.id, b.id);

/** Items by a key, each group in order of date and id. */
function grouped(
  items: readonly CashItem[],
  keyOf: (item: CashItem) => string,
): ReadonlyMap<string, readonly CashItem[]> {
  const groups = new Map<string, CashItem[]>();
  for (const item of items.toSorted(byDate)) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

/**
 * Pairs two groups of equal items, both in order of date: the earliest that are near enough. Of
 * two that are too far apart the earlier has no partner later either, so no other pairing makes
 * more pairs.
 */
function paired(
  bank: readonly CashItem[],
  book: readonly CashItem[],
  windowDays: number,
): readonly (readonly [CashItem, CashItem])[] {
  const pairs: (readonly [CashItem, CashItem])[] = [];
  for (let i = 0, j = 0; i < bank.length && j < book.length;) {
    const apart = daysBetween(bank[i]!.on, book[j]!.on);
    if (Math.abs(apart) <= windowDays) pairs.push([bank[i++]!, book[j++]!]);
    else if (apart > 0) i++;
    else j++;
  }
  return pairs;
}

/** Pairs what has equal keys, "" never, within the window. */
function pairedBy(
  left: { readonly bank: readonly CashItem[]; readonly book: readonly CashItem[] },
  keyOf: (item: CashItem) => string,
  windowDays: number,
): readonly (readonly [CashItem, CashItem])[] {
  const withKey = (items: readonly CashItem[]): readonly CashItem[] =>
    items.filter((item) => keyOf(item) !== "");
  const book = grouped(withKey(left.book), keyOf);
  return [...grouped(withKey(left.bank), keyOf)].flatMap(([key, items]) =>
    paired(items, book.get(key) ?? [], windowDays),
  );
}

/**
 * Which line of the bank is which movement in the books (LG19). First by reference, with the same
 * currency and amount, however far apart; then by currency and amount within `windowDays` days.
 * Equal candidates pair in order of date, then id, so the order in which they are given is nothing.
 */
export function matchCash(
  bank: readonly CashItem[],
  book: readonly CashItem[],
  windowDays: number = MATCHING_WINDOW_DAYS,
): CashMatching {
  const matches: CashMatch[] = [];
  const taken = { bank: new Set<string>(), book: new Set<string>() };
  const left = (): { readonly bank: readonly CashItem[]; readonly book: readonly CashItem[] } => ({
    bank: bank.filter(({ id }) => !taken.bank.has(id)),
    book: book.filter(({ id }) => !taken.book.has(id)),
  });
  const take = (by: CashMatch["by"], pairs: readonly (readonly [CashItem, CashItem])[]): void => {
    for (const [line, movement] of pairs) {
      matches.push({ bank: line, book: movement, by });
      taken.bank.add(line.id);
      taken.book.add(movement.id);
    }
  };
  const amountOf = ({ currency, minor }: CashItem): string => `${currency} ${minor}`;
  const referenceOf = (item: CashItem): string =>
    item.reference === "" ? "" : `${amountOf(item)} ${item.reference}`;
  take("reference", pairedBy(left(), referenceOf, Infinity));
  take("amount", pairedBy(left(), amountOf, windowDays));
  const rest = left();
  return {
    matches: matches.toSorted((a, b) => byDate(a.bank, b.bank)),
    bankOnly: rest.bank.toSorted(byDate),
    bookOnly: rest.book.toSorted(byDate),
  };
}

/** Last business day of age of each bucket; what is older is in a last one without an end. */
export const BREAK_BUCKETS = [1, 5, 20] as const;

/** A difference between bank and books that is still open, with its age. */
export type CashBreak = {
  readonly side: "bank" | "book";
  readonly item: CashItem;
  /** Business days since the item's date; none for an item of the day itself or later. */
  readonly ageDays: number;
  /** Index into `BREAK_BUCKETS`, or their number for what is older. */
  readonly bucket: number;
  /** An open item of the other side with the same reference and another amount, if there is one. */
  readonly otherAmount?: CashItem;
};

/** What stands open, oldest first, aged by the calendar's business days (LG20). */
export function cashBreaks(
  { bankOnly, bookOnly }: CashMatching,
  asOf: LocalDate,
  calendar: BusinessCalendar,
): Result<readonly CashBreak[], CalendarHorizonExceeded> {
  const breaks: CashBreak[] = [];
  const sides = [
    { side: "bank", items: bankOnly, others: bookOnly },
    { side: "book", items: bookOnly, others: bankOnly },
  ] as const;
  for (const { side, items, others } of sides) {
    for (const item of items) {
      const counted = countBusinessDays(calendar, { from: item.on, to: asOf });
      if (!counted.ok) return counted;
      const ageDays = Math.max(0, counted.value);
      const bucket = BREAK_BUCKETS.filter((last) => last < ageDays).length;
      const otherAmount = others.find(
        ({ reference, currency }) =>
          reference !== "" && reference === item.reference && currency === item.currency,
      );
      breaks.push({ side, item, ageDays, bucket, ...(otherAmount && { otherAmount }) });
    }
  }
  return ok(
    breaks.toSorted(
      (a, b) => b.ageDays - a.ageDays || byCodeUnits(a.side, b.side) || byDate(a.item, b.item),
    ),
  );
}

/** How the balance at the bank follows from the balance in the books; minor units (LG20). */
export type CashReconciliation = {
  readonly currency: string;
  readonly book: bigint;
  /** Received or paid in the books, and not yet at the bank. */
  readonly bookOnly: bigint;
  /** Received or paid at the bank, and not in the books. */
  readonly bankOnly: bigint;
  /** At the bank and on none of its lines: what the first statement opened with, and gaps. */
  readonly offStatement: bigint;
  readonly bank: bigint;
};

const sumOf = (items: readonly CashItem[]): bigint =>
  items.reduce((sum, { minor }) => sum + minor, 0n);

/**
 * The proof that bank = book - bookOnly + bankOnly + offStatement. The first two and the last come
 * from outside; only `offStatement` is not an item that somebody can look into, and it is nothing
 * where the account began empty and no statement is missing.
 */
export function reconcileCash(
  balances: { readonly currency: string; readonly book: bigint; readonly bank: bigint },
  matching: CashMatching,
): CashReconciliation {
  const { currency, book, bank } = balances;
  const items = [...matching.bankOnly, ...matching.bookOnly];
  assert(
    items.every((item) => item.currency === currency),
    `open items of another currency than ${currency}`,
  );
  const [bookOnly, bankOnly] = [sumOf(matching.bookOnly), sumOf(matching.bankOnly)];
  const offStatement = bank - (book - bookOnly + bankOnly);
  return { currency, book, bookOnly, bankOnly, offStatement, bank };
}
