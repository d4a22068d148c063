import { beginningOf, Kept } from "../base/followed.ts";
import type { LocalDate } from "../calendar/date.ts";
import { datedOf } from "../calendar/dated-list.ts";
import { DatedSums, upTo, type DatedSum, type Span } from "../calendar/dated-sums.ts";
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

/** By key; what is in it is never changed, only replaced. */
type Measured<Of> = Map<string, { readonly of: Of; readonly minor: bigint }>;
type Sums<Of> = Kept<DatedSums<Measured<Of>>>;

const sumsByList = new WeakMap<readonly PostedEntry[], Map<string, object>>();

const copyOf = <Of>(sums: DatedSums<Measured<Of>>): DatedSums<Measured<Of>> => sums.copy();

const nothing = <Of>(): DatedSums<Measured<Of>> =>
  new DatedSums<Measured<Of>>(
    () => new Map(),
    (sum) => new Map(sum),
  );

function measured<Of>(
  postings: readonly PostedEntry[],
  measure: DayMeasure<Of>,
): DatedSums<Measured<Of>> {
  let known = sumsByList.get(postings);
  if (known === undefined) sumsByList.set(postings, (known = new Map<string, object>()));
  let sums = known.get(measure.name) as Sums<Of> | undefined;
  if (sums === undefined) known.set(measure.name, (sums = begun(postings, measure)));
  sums.follow(postings.length, (dated, place) => addTo(dated, postings[place]!.journal, measure));
  return sums.of;
}

/** Of a list that is the first of another what was put by of that, and else nothing. */
function begun<Of>(postings: readonly PostedEntry[], measure: DayMeasure<Of>): Sums<Of> {
  const beginning = beginningOf(postings);
  if (beginning === undefined) return new Kept(nothing<Of>(), copyOf);
  measured(beginning.whole, measure);
  const whole = sumsByList.get(beginning.whole)?.get(measure.name) as Sums<Of> | undefined;
  return whole?.upTo(beginning.length) ?? new Kept(nothing<Of>());
}

function addTo<Of>(
  dated: DatedSums<Measured<Of>>,
  journal: JournalEntry,
  { vehicle, parts, keyOf }: DayMeasure<Of>,
): void {
  if (journal.vehicle !== vehicle) return;
  for (const { of, minor } of parts(journal)) {
    const key = keyOf(of);
    for (const byKey of dated.of(journal.effectiveDate)) {
      byKey.set(key, { of, minor: (byKey.get(key)?.minor ?? 0n) + minor });
    }
  }
}

function* flat<Of>(sums: Iterable<DatedSum<Measured<Of>>>): Generator<DaySum<Of>> {
  for (const { on, sum } of sums) for (const { of, minor } of sum.values()) yield { on, of, minor };
}

type Rows = Pick<Recorded, "postings">;

/** The sums and the days that are asked for, of a list of some days no others. */
function asked<Of>({ postings }: Rows, measure: DayMeasure<Of>, span: Span) {
  const dated = datedOf(postings);
  if (dated === undefined) return { sums: measured(postings, measure), span };
  return { sums: measured(dated.whole, measure), span: upTo(span, dated.last) };
}

/**
 * What entries of a book come to by business day, each measured by itself and once: for what does
 * not simply add up posting by posting. Kept like `postedDays`, and in order.
 */
export function sumsByDay<Of>(
  rows: Rows,
  measure: DayMeasure<Of>,
  span: Span = {},
): Iterable<DaySum<Of>> {
  const of = asked(rows, measure, span);
  return flat(of.sums.days(of.span));
}

/** The same of a span of days, added up as in `postedWithin`. */
export function sumsWithin<Of>(
  rows: Rows,
  measure: DayMeasure<Of>,
  span: Span,
): Iterable<DaySum<Of>> {
  const of = asked(rows, measure, span);
  return flat(of.sums.within(of.span));
}
