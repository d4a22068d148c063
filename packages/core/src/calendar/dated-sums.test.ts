import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addDays, compareDates, FIRST_DATE, LAST_DATE, localDate, type LocalDate } from "./date.ts";
import { DatedSums, inOrderOfDays } from "./dated-sums.ts";

type Sum = { minor: number };

function plus(from: LocalDate, days: number): LocalDate {
  const date = addDays(from, days);
  assert.ok(date.ok);
  return date.value;
}

const FROM = localDate("2026-11-20");
const aDay = fc.oneof(
  fc.nat(900).map((days) => plus(FROM, days)),
  fc.constantFrom(FIRST_DATE, LAST_DATE, localDate("2028-02-29"), localDate("2027-12-31")),
);
const items = fc.array(fc.tuple(aDay, fc.integer({ min: -50, max: 50 })), { maxLength: 60 });
const span = fc
  .tuple(aDay, aDay)
  .map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));

function sumsOf(dated: readonly (readonly [LocalDate, number])[]): DatedSums<Sum> {
  const sums = new DatedSums<Sum>(() => ({ minor: 0 }));
  for (const [on, minor] of dated) for (const sum of sums.of(on)) sum.minor += minor;
  return sums;
}

const total = (sums: Iterable<{ readonly sum: Sum }>): number =>
  [...sums].reduce((all, { sum }) => all + sum.minor, 0);

test("[ST77] a span of days comes to what its days come to, one by one", () => {
  fc.assert(
    fc.property(items, span, (dated, { from, to }) => {
      const sums = sumsOf(dated);
      const inSpan = dated.filter(([on]) => from <= on && on <= to);
      const expected = inSpan.reduce((sum, [, minor]) => sum + minor, 0);
      assert.equal(total(sums.within({ from, to })), expected);
      assert.equal(total(sums.days({ from, to })), expected);
      const days = [...new Set(inSpan.map(([on]) => on))].toSorted(compareDates);
      assert.deepEqual(
        [...sums.days({ from, to })].map(({ on }) => on),
        days,
      );
      assert.equal(total(sums.within({})), total(sums.days()));
      for (const { on } of sums.within({ from, to })) assert.ok(from <= on && on <= to);
    }),
  );
});

test("however many days a span has, it is made of few sums", () => {
  const sums = sumsOf(Array.from({ length: 3_650 }, (_, n) => [plus(FROM, n), 1] as const));
  const asked = { from: plus(FROM, 7), to: plus(FROM, 3_640) };
  assert.equal(total(sums.within(asked)), 3_634);
  assert.ok([...sums.within(asked)].length < 9 + 2 * 11 + 2 * 30);
});

test("days of several lists come in order, each as often as it is in one of them", () => {
  const lists = fc.array(items, { maxLength: 4 });
  fc.assert(
    fc.property(lists, (dated) => {
      const merged = [...inOrderOfDays(dated.map((list) => sumsOf(list).days()))];
      const days = dated.flatMap((list) => [...new Set(list.map(([on]) => on))]);
      assert.deepEqual(
        merged.map(({ on }) => on),
        days.toSorted(compareDates),
      );
      const all = dated.flat().reduce((sum, [, minor]) => sum + minor, 0);
      assert.equal(total(merged), all);
    }),
  );
});
