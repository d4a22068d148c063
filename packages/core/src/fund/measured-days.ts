import type { LocalDate } from "../calendar/date.ts";
import { DatedSums, type DatedSum, type Span } from "../calendar/dated-sums.ts";
import type { JournalEntry } from "../ledger/journal.ts";
import type { PostedEntry, Recorded } from "./chronicle.ts";

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
