import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Ratio } from "../base/ratio.ts";
import { partsOfClasses, priceOf, resultMoved, type ClassStanding } from "./class-prices.ts";

/** A vehicle in the plainest terms: classes by position, everything in whole minor units. */
type Books = { netAssets: bigint; units: bigint[]; results: bigint[] };

const CENTS = 100n;
const MICRO = 1_000_000n;
const form = (decimals: number) => ({ decimals, perMajor: Ratio.make(CENTS) });

/** Whole part towards minus infinity, by remainder and not by Ratio. */
function floorDiv(top: bigint, bottom: bigint): bigint {
  const whole = top / bottom;
  return top % bottom !== 0n && top < 0n !== bottom < 0n ? whole - 1n : whole;
}

/** Decimal text as a whole number of its last decimal. */
const steps = (price: string): bigint => BigInt(price.replace(".", ""));

const standings = ({ units, results }: Books): readonly ClassStanding[] =>
  units.map((microUnits, n) => ({ unitClass: `c${n}`, microUnits, ownResult: results[n]! }));

function prices(books: Books, decimals: number): readonly bigint[] {
  return partsOfClasses(books.netAssets, standings(books)).map((parts) =>
    steps(priceOf(parts, form(decimals))),
  );
}

/** The same by hand: sums first, then two divisions of whole numbers. */
function pricesByHand({ netAssets, units, results }: Books, decimals: number): readonly bigint[] {
  const scale = 10n ** BigInt(decimals) * MICRO;
  const sum = (all: readonly bigint[]): bigint => all.reduce((a, b) => a + b, 0n);
  const common = floorDiv((netAssets - sum(results)) * scale, CENTS * sum(units));
  return units.map(
    (of, n) => common + (of === 0n ? 0n : floorDiv(results[n]! * scale, CENTS * of)),
  );
}

const arbitraryBooks = fc
  .array(fc.tuple(fc.bigInt(1n, 10n ** 15n), fc.bigInt(-(10n ** 9n), 10n ** 9n)), {
    minLength: 1,
    maxLength: 4,
  })
  .chain((classes) =>
    fc.bigInt(5n * 10n ** 9n, 10n ** 20n).map((netAssets): Books => ({
      netAssets,
      units: classes.map(([units]) => units),
      results: classes.map(([, result]) => result),
    })),
  );

test("[DL1] [DL2] a price is the common part and the class's own, each rounded down", () => {
  fc.assert(
    fc.property(arbitraryBooks, fc.integer({ min: 0, max: 12 }), (books, decimals) => {
      assert.deepEqual(prices(books, decimals), pricesByHand(books, decimals));
    }),
  );
});

test("[DL2] a fee that one class bears moves no price but its own", () => {
  // 1,000,000.00 dollars, 900,000 units and 100,000 units; then the second bears 500.00 of fees.
  const books = { units: [900_000n * MICRO, 100_000n * MICRO], results: [0n, -50_000n] };
  assert.deepEqual(prices({ ...books, netAssets: 99_950_000n }, 8), [100_000_000n, 99_500_000n]);
});

test("[DL2] prices below nothing are rounded down too, and written out", () => {
  const parts = { shared: -1n, sharedBy: 3n * MICRO, microUnits: 3n * MICRO, ownResult: 0n };
  assert.equal(priceOf(parts, form(2)), "-0.01");
  assert.equal(priceOf({ ...parts, shared: -100n }, form(0)), "-1");
});

test("[DL2] a class without units has the price that all share", () => {
  const books = { netAssets: 250n, units: [2n * MICRO, 0n], results: [0n, 0n] };
  assert.deepEqual(prices(books, 4), [12_500n, 12_500n]);
});

type Dealing = { readonly at: number; readonly buys: boolean; readonly size: bigint };

const dealing: fc.Arbitrary<Dealing> = fc.record({
  at: fc.nat(3),
  buys: fc.boolean(),
  size: fc.bigInt(1n, 10n ** 12n),
});

/** An order at the class's price: units rounded down for money, or money for units. */
function deal(books: Books, { at, buys, size }: Dealing, decimals: number): Books {
  const n = at % books.units.length;
  const price = prices(books, decimals)[n]!;
  const perMicro = 10n ** BigInt(decimals) * MICRO;
  if (price <= 0n) return books;
  const held = books.units[n]!;
  const given = size < held ? size : held;
  const isLast = given === books.units.reduce((a, b) => a + b, 0n);
  if (!buys && isLast) return books;
  const change = buys ? (size * perMicro) / (price * CENTS) : -given;
  const money = buys ? size : -((given * price * CENTS) / perMicro);
  if (change === 0n || books.netAssets + money <= 0n) return books;
  const standing = standings(books)[n]!;
  const moved = resultMoved(standing, change, form(decimals));
  const of = (all: readonly bigint[], by: bigint): bigint[] =>
    all.map((it, i) => (i === n ? it + by : it));
  return {
    netAssets: books.netAssets + money,
    units: of(books.units, change),
    results: of(books.results, moved),
  };
}

test("[DL3] dealing in one class never lowers the price of another: nobody is diluted", () => {
  fc.assert(
    fc.property(
      arbitraryBooks,
      fc.array(dealing, { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 2, max: 10 }),
      (start, dealings, decimals) => {
        let books = start;
        for (const each of dealings) {
          const before = prices(books, decimals);
          const next = deal(books, each, decimals);
          const after = prices(next, decimals);
          for (const [n, price] of before.entries()) {
            const units = next.units[n]!;
            if (units === 0n) continue;
            // Its own price may fall by the minor unit that rounding its result has cost.
            const cost = floorDiv(10n ** BigInt(decimals) * MICRO, CENTS * units) + 1n;
            const isDealt = n === each.at % books.units.length;
            const least = isDealt && books.results[n] !== 0n ? price - cost : price;
            assert.ok(after[n]! >= least, `class ${n}: ${price} became ${after[n]}`);
          }
          books = next;
        }
      },
    ),
    { numRuns: 400 },
  );
});

test("[DL3] the last units of a class take all of its result", () => {
  const standing = { microUnits: 3n * MICRO, ownResult: -100n };
  assert.equal(resultMoved(standing, -3n * MICRO, form(2)), 100n);
  // A third of a loss of 1.00 is 0.34 at two decimals; what leaves with a unit is rounded down.
  assert.equal(resultMoved(standing, -MICRO, form(2)), 34n);
  assert.equal(resultMoved({ microUnits: 0n, ownResult: 0n }, MICRO, form(2)), 0n);
});
