import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { PersistentMap, SharedSum } from "./persistent-map.ts";

type Step = { readonly key: string; readonly value: number | undefined };

// Few keys, so that replacements and deletions hit; some order differently by locale or code point.
const key = fc.oneof(
  fc.constantFrom("a", "B", "ä", "z", "\ufb33", "\u{1f600}", "", "a/1", "a/2", "a0", "10", "9"),
  fc.string({ maxLength: 3 }),
);
const step: fc.Arbitrary<Step> = fc.record({
  key,
  value: fc.option(fc.nat(9), { nil: undefined, freq: 3 }),
});

const sortedEntries = (model: ReadonlyMap<string, number>): (readonly [string, number])[] =>
  [...model].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

/** Weight balance with 3 leaves a side at most three quarters of the weight above it. */
const deepestAllowed = (size: number): number => Math.log(size + 1) / Math.log(4 / 3) + 1;

test("every version equals a plain map, and stays so whatever is done later", () => {
  let deletions = 0;
  fc.assert(
    fc.property(fc.array(step, { maxLength: 120, size: "max" }), (steps) => {
      const model = new Map<string, number>();
      let map: PersistentMap<number> = PersistentMap.empty;
      const versions: [PersistentMap<number>, (readonly [string, number])[]][] = [];
      for (const { key, value } of steps) {
        if (value === undefined) {
          if (model.delete(key)) deletions++;
          map = map.delete(key);
        } else {
          model.set(key, value);
          map = map.set(key, value);
        }
        assert.equal(map.get(key), model.get(key));
        assert.equal(map.has(key), model.has(key));
        versions.push([map, sortedEntries(model)]);
      }
      for (const [version, expected] of versions) {
        assert.deepEqual([...version.entries()], expected);
        assert.equal(version.size, expected.length);
        assert.ok(version.depth <= deepestAllowed(version.size));
      }
    }),
    { numRuns: 200 },
  );
  assert.ok(deletions > 500, `only ${deletions} deletions hit a key`);
});

test("keys, values and iteration agree with a plain map; the last of equal keys counts", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.nat(9))), (entries) => {
      const map = PersistentMap.from(entries);
      const expected = sortedEntries(new Map(entries));
      assert.deepEqual([...map], expected);
      assert.deepEqual(
        [...map.keys()],
        expected.map(([key]) => key),
      );
      assert.deepEqual(
        [...map.values()],
        expected.map(([, value]) => value),
      );
    }),
  );
});

test("a range holds exactly the keys with the prefix, in order", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.nat(9))), key, (entries, prefix) => {
      const expected = sortedEntries(new Map(entries)).filter(([key]) => key.startsWith(prefix));
      assert.deepEqual([...PersistentMap.from(entries).range(prefix)], expected);
    }),
    { numRuns: 500 },
  );
});

test("order is by UTF-16 code units: a surrogate pair comes before U+FB33", () => {
  const map = PersistentMap.from([
    ["\ufb33", 1],
    ["\u{1f600}", 2],
    ["z", 3],
    ["Z", 4],
    ["ö", 5],
  ]);
  assert.deepEqual([...map.keys()], ["Z", "z", "ö", "\u{1f600}", "\ufb33"]);
});

test("a change that changes nothing answers the same map", () => {
  const map = PersistentMap.from([
    ["a", 1],
    ["b", Number.NaN],
  ]);
  assert.equal(map.set("a", 1), map);
  assert.equal(map.set("b", Number.NaN), map);
  assert.equal(map.delete("c"), map);
  assert.notEqual(map.set("a", 2), map);
});

test("an undefined value is an entry, and names of Object.prototype are ordinary keys", () => {
  const map = PersistentMap.from<undefined>([["__proto__", undefined]]);
  assert.ok(map.has("__proto__"));
  assert.ok(!map.has("constructor"));
  assert.equal(map.size, 1);
});

test("ten thousand keys stay shallow in rising, falling and mixed order, and while deleted", () => {
  const orders: readonly ((i: number) => number)[] = [
    (i) => i,
    (i) => 9_999 - i,
    (i) => (i * 7_919) % 10_000,
  ];
  for (const order of orders) {
    let map: PersistentMap<number> = PersistentMap.empty;
    for (let i = 0; i < 10_000; i++) map = map.set(String(order(i)).padStart(5, "0"), i);
    assert.equal(map.size, 10_000);
    assert.ok(map.depth <= 20, `depth ${map.depth}`);
    for (let i = 0; i < 9_000; i++) map = map.delete(String(order(i)).padStart(5, "0"));
    assert.equal(map.size, 1_000);
    assert.ok(map.depth <= 16, `depth ${map.depth} after deletions`);
  }
});

test("a sum that is carried on is that of the values, whatever was changed before", () => {
  const sum = new SharedSum<number>((value) => BigInt(value) * 3n);
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string({ maxLength: 2 }), fc.option(fc.nat()))), (changes) => {
      let map: PersistentMap<number> = PersistentMap.empty;
      for (const [key, value] of changes) {
        map = value === null ? map.delete(key) : map.set(key, value);
        let expected = 0n;
        for (const each of map.values()) expected += BigInt(each) * 3n;
        assert.equal(map.sumBy(sum), expected);
        const some = [...map.values()].filter((each) => each !== 0);
        assert.deepEqual([...map.valuesWith(sum)], some);
      }
    }),
  );
});
