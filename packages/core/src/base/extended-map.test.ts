import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { ExtendedMap } from "./extended-map.ts";

const entries = fc.array(fc.tuple(fc.string({ maxLength: 2 }), fc.nat()));

test("a map with entries after those of another is the map of them all, the other's first", () => {
  fc.assert(
    fc.property(entries, entries, fc.string({ maxLength: 2 }), (earlier, more, key) => {
      const before = new Map(earlier);
      const map = new ExtendedMap(before, new Map(more));
      const whole = new Map([...before, ...new Map(more), ...before]);
      assert.deepEqual([...map], [...whole]);
      assert.deepEqual([...map.keys()], [...whole.keys()]);
      assert.deepEqual([...map.values()], [...whole.values()]);
      assert.equal(map.size, whole.size);
      assert.equal(map.get(key), whole.get(key));
      assert.equal(map.has(key), whole.has(key));
    }),
  );
});
