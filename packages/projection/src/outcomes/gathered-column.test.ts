import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { binOf, endsOf, OF_MONEY, OF_NUMBERS, originOf, type Resolution } from "./bins.ts";
import { BlockColumns, Column, COLUMN_COUNTS, COLUMN_NUMBERS } from "./block-columns.ts";
import { GatheredColumn, Ranked } from "./gathered-column.ts";

/** The values as blocks of 1,024, one after the other. */
function gather(values: readonly number[], resolution: Resolution) {
  const blocks = new BlockColumns([resolution]);
  const gathered = new GatheredColumn();
  for (let from = 0; from < values.length; from += 1024) {
    const block = values.slice(from, from + 1024);
    const column = new Column();
    column.values.set(block);
    blocks.add(0, column, { from: 0, lanes: block.length });
    const [sum, squares, least, most] = blocks.numbers().slice(0, COLUMN_NUMBERS);
    const [count, atLeast, atMost] = blocks.counts().slice(0, COLUMN_COUNTS);
    gathered.add({
      ...{ count: count!, atLeast: atLeast!, atMost: atMost! },
      ...{ sum: sum!, squares: squares!, least: least!, most: most! },
    });
  }
  return { gathered, ranked: new Ranked(gathered, blocks.bins.held(0), resolution) };
}

function quantile(sorted: readonly number[], share: number): number {
  const rank = share * (sorted.length - 1);
  const below = Math.floor(rank);
  const low = sorted[below]!;
  return low + ((sorted[below + 1] ?? low) - low) * (rank - below);
}

const sortedOf = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b);

/** Above 128 minor units, with some values that many paths share. */
const amounts = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.double({ min: 128, max: 1e20, noNaN: true }) },
    { weight: 2, arbitrary: fc.double({ min: -1e20, max: -128, noNaN: true }) },
    { weight: 2, arbitrary: fc.constantFrom(0, 5e11, 1e20, -1e20) },
  ),
  { minLength: 1, maxLength: 3000 },
);

test("[PJ63] a quantile is that of the sorted values, within 1/128 of each neighbour", () => {
  fc.assert(
    fc.property(amounts, fc.double({ min: 0, max: 1, noNaN: true }), (values, share) => {
      const { ranked } = gather(values, OF_MONEY);
      const sorted = sortedOf(values);
      const rank = share * (sorted.length - 1);
      const [low, high] = [sorted[Math.floor(rank)]!, sorted[Math.ceil(rank)]!];
      const slack = Math.max(Math.abs(low), Math.abs(high)) / 128;
      const told = ranked.quantile(share)!;
      assert.ok(Math.abs(told - quantile(sorted, share)) <= slack, `${told}`);
    }),
  );
});

test("[PJ63] the ends, and what many paths share there, are exact", () => {
  const values = Array.from({ length: 5000 }, (_, index) =>
    index % 3 === 0 ? 7.25e11 : index * 1e8,
  );
  const { gathered, ranked } = gather(values, OF_MONEY);
  assert.equal(gathered.most, 7.25e11);
  assert.equal(ranked.quantile(0), 1e8);
  assert.equal(ranked.quantile(0.75), 7.25e11);
  assert.equal(ranked.quantile(1), 7.25e11);
  const equal = gather(
    values.map(() => 123_456_789.5),
    OF_MONEY,
  );
  assert.equal(equal.ranked.quantile(0.05), 123_456_789.5);
  assert.equal(equal.gathered.standardError, 0);
});

test("[PJ63] of a smooth distribution the error is far below that of chance", () => {
  // 100,000 lognormal values by the sum of uniform ones, from a fixed sequence.
  let word = 1;
  const uniform = (): number => (word = (word * 48_271) % 2_147_483_647) / 2_147_483_647;
  const values = Array.from({ length: 100_000 }, () => {
    const normal = Array.from({ length: 12 }, uniform).reduce((sum, each) => sum + each, -6);
    return 1e12 * Math.exp(0.5 * normal);
  });
  const { ranked, gathered } = gather(values, OF_MONEY);
  const sorted = sortedOf(values);
  for (const share of [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99]) {
    const expected = quantile(sorted, share);
    const error = Math.abs(ranked.quantile(share)! / expected - 1);
    // Chance alone moves the last of these by half a per cent.
    assert.ok(error < 1e-3, `${share}: ${error}`);
  }
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  assert.ok(Math.abs(gathered.mean! / mean - 1) < 1e-12);
  const worst = sorted.slice(0, 5000).reduce((sum, value) => sum + value, 0) / 5000;
  assert.ok(Math.abs(ranked.lowestMean(0.05)! / worst - 1) < 1e-3);
});

test("[PJ70] the last of the worst counts in part", () => {
  const { ranked } = gather([-1000, -500, 0, 500, 1000, 1500], OF_MONEY);
  // A quarter of six values: the lowest, and half of the next, whose bin ends at -500.
  const expected = (-1000 - 500 / 2) / 1.5;
  assert.ok(Math.abs(ranked.lowestMean(0.25)! - expected) < 500 / 128);
});

test("[PJ63] what is not finite is not counted", () => {
  const { gathered, ranked } = gather([NaN, 5, Infinity, 7, -Infinity], OF_NUMBERS);
  assert.equal(gathered.count, 2);
  assert.deepEqual([ranked.quantile(0), ranked.quantile(1)], [5, 7]);
  const none = gather([NaN, NaN], OF_NUMBERS);
  assert.equal(none.gathered.mean, undefined);
  assert.equal(none.ranked.quantile(0.5), undefined);
});

test("[PJ63] a bin holds its ends, and less than the resolution is nothing", () => {
  const upper = (value: number): number => {
    const column = new Column(Float64Array.of(value));
    return column.halves[1]!;
  };
  fc.assert(
    fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), (value) => {
      const bin = binOf(upper(value), originOf(OF_NUMBERS));
      const [low, high] = endsOf(bin, OF_NUMBERS);
      if (Math.abs(value) < 2 ** -24) assert.equal(bin, 0);
      else assert.ok(low <= value && value <= high && high - low <= Math.abs(value) / 128);
    }),
  );
});
