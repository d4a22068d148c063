import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Ratio } from "../../src/base/ratio.ts";
import { reliefOf } from "../../src/investments/relief.ts";

const AMOUNT = fc.bigInt(0n, 10n ** 20n);
const CHANGE = fc.bigInt(-(10n ** 20n), 10n ** 20n);
const PART = fc
  .tuple(fc.bigInt(1n, 1_000n), fc.bigInt(1n, 1_000n))
  .map(([a, b]) => (a < b ? Ratio.make(a, b) : Ratio.make(b, a)));

/** What may happen to an investment: more is put in, it is valued, a part is sold. */
const STEP = fc.oneof(
  fc.record({ kind: fc.constant("funded" as const), minor: AMOUNT }),
  fc.record({ kind: fc.constant("valued" as const), minor: AMOUNT }),
  fc.record({ kind: fc.constant("sold" as const), part: PART, proceeds: AMOUNT }),
);

test("[IN20] in any order realised and unrealised are proceeds and value less cost", () => {
  fc.assert(
    fc.property(fc.array(STEP, { maxLength: 12 }), (steps) => {
      let books = { cost: 0n, unrealised: 0n };
      // Kept apart from the books: everything that was put in, got back, and gained.
      let [putIn, proceeds, realised, change] = [0n, 0n, 0n, 0n];
      for (const step of steps) {
        if (step.kind === "funded") {
          books = { ...books, cost: books.cost + step.minor };
          putIn += step.minor;
        } else if (step.kind === "valued") {
          const gain = step.minor - books.cost - books.unrealised;
          books = { ...books, unrealised: books.unrealised + gain };
          change += gain;
        } else {
          const relief = reliefOf(books, step.part, step.proceeds);
          const { cost, unrealised } = books;
          books = { cost: cost - relief.cost, unrealised: unrealised - relief.unrealised };
          proceeds += step.proceeds;
          realised += relief.realised;
          change -= relief.unrealised;
        }
        const value = books.cost + books.unrealised;
        assert.equal(change, books.unrealised);
        assert.equal(realised + change, proceeds + value - putIn);
        assert.ok(books.cost >= 0n);
      }
    }),
  );
});

test("[IN20] cost and change leave in one proportion, to half a unit", () => {
  fc.assert(
    fc.property(AMOUNT, CHANGE, PART, (cost, unrealised, part) => {
      const relief = reliefOf({ cost, unrealised }, part, 0n);
      // Twice the distance from the exact part, over the denominator, is at most one.
      for (const [left, all] of [
        [relief.cost, cost],
        [relief.unrealised, unrealised],
      ] as const) {
        const distance = 2n * (left * part.den - all * part.num);
        assert.ok(-part.den <= distance && distance <= part.den);
      }
      const whole = reliefOf({ cost, unrealised }, Ratio.one, 0n);
      assert.deepEqual(whole, { cost, unrealised, realised: -cost });
    }),
  );
});

test("[IN20] a half goes to the even neighbour", () => {
  const half = Ratio.make(1n, 2n);
  assert.deepEqual(reliefOf({ cost: 5n, unrealised: -7n }, half, 3n), {
    ...{ cost: 2n, unrealised: -4n, realised: 1n },
  });
});
