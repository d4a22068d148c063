import type { LocalDate } from "../calendar/date.ts";

/** A value that holds from a day on, that day included, until the next one's. */
export type Dated<T> = { readonly from: LocalDate; readonly value: T };

/** Values by the day from which they hold: ascending, no day twice. */
export type DatedValues<T> = readonly Dated<T>[];

/** The value in force on a day; undefined before the first. */
export function valueOn<T>(values: DatedValues<T>, on: LocalDate): T | undefined {
  return values.findLast(({ from }) => from <= on)?.value;
}

/** The values with one that holds from the day; of two for the same day the later said counts. */
export function withValueFrom<T>(
  values: DatedValues<T>,
  from: LocalDate,
  value: T,
): DatedValues<T> {
  const before = values.filter((one) => one.from < from);
  const after = values.filter((one) => one.from > from);
  return [...before, { from, value }, ...after];
}

/** The balances with so much more on the day and on every later one. */
export function addedFrom(
  balances: DatedValues<bigint>,
  from: LocalDate,
  minor: bigint,
): DatedValues<bigint> {
  const onTheDay = valueOn(balances, from) ?? 0n;
  return withValueFrom(balances, from, onTheDay).map((one) =>
    one.from < from ? one : { ...one, value: one.value + minor },
  );
}
