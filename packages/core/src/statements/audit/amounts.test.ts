import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Amounts } from "./amounts.ts";

/** Going along all of them. */
function found(amounts: readonly bigint[], place: bigint): number {
  let end = 0n;
  return amounts.findIndex((minor) => {
    end += minor < 0n ? -minor : minor;
    return place < end;
  });
}

test("[AU34] the amount that a place lies in is the one that going along them all finds", () => {
  const few = fc.array(fc.bigInt(-9n, 9n), { maxLength: 12 });
  fc.assert(
    fc.property(few, fc.integer({ min: 1, max: 90 }), fc.nat(), (part, times, at) => {
      const amounts = Array.from({ length: times }, () => part).flat();
      const all = Amounts.of(amounts);
      const total = amounts.reduce((sum, minor) => sum + (minor < 0n ? -minor : minor), 0n);
      assert.equal(all.total, total);
      assert.equal(all.count, amounts.length);
      fc.pre(total > 0n);
      for (const place of [0n, BigInt(at) % total, total / 2n, total - 1n]) {
        assert.equal(all.holding(place), found(amounts, place), String(place));
      }
    }),
  );
});
