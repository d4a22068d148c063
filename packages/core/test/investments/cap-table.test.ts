import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Ratio } from "../../src/base/ratio.ts";
import { localDate, type LocalDate } from "../../src/calendar/date.ts";
import {
  equityShareOf,
  equityShares,
  fundableBy,
  isSettled,
  overrunRights,
  withContribution,
  withFunding,
  withSale,
  type CapTable,
  type Overrun,
} from "../../src/investments/cap-table.ts";
import { isSame, naiveShares } from "./naive-cap-table.ts";

const REPORTED = localDate("2026-01-05");
const UNTIL = localDate("2026-02-16");
const LATER = localDate("2026-03-02");

const HOLDERS = ["fund", "crusoe", "oracle", "openai"] as const;

const equity = (holder: string, committed: bigint, funded: bigint) => ({
  ...{ holder, instrument: "equity" as const, committed, funded, traded: Ratio.zero },
});

/** Who has funded what of what was committed; at least one has funded something. */
const tables = (most: bigint): fc.Arbitrary<CapTable> =>
  fc
    .array(fc.tuple(fc.bigInt(0n, most), fc.bigInt(0n, most)), { minLength: 2, maxLength: 4 })
    .filter((amounts) => amounts.some(([committed, funded]) => committed > 0n && funded > 0n))
    .map((amounts) => ({
      stakes: amounts.map(([committed, funded], index) =>
        equity(HOLDERS[index]!, committed, funded),
      ),
      overruns: [],
    }));

const weights = fc
  .tuple(fc.bigInt(1n, 6n), fc.bigInt(1n, 6n))
  .map(([a, b]) => Ratio.make(a > b ? a : b, a > b ? b : a));

function reported(table: CapTable, minor: bigint, weight: Ratio, on = REPORTED): Overrun {
  const rights = overrunRights(table, minor, on);
  return {
    ...{ id: "steel", minor, reportedOn: on, until: UNTIL, weight, rights, contributions: [] },
  };
}

const withOverrun = (table: CapTable, overrun: Overrun): CapTable => ({
  ...table,
  overruns: [...table.overruns, overrun],
});

const sumOf = (table: CapTable, on: LocalDate): Ratio =>
  equityShares(table, on).reduce((sum, { share }) => Ratio.add(sum, share), Ratio.zero);

/** Payments towards an overrun by chance, in the window and after it. */
const payments = (most: bigint) =>
  fc.array(
    fc.record({
      holder: fc.constantFrom(...HOLDERS),
      minor: fc.bigInt(1n, most),
      on: fc.constantFrom(REPORTED, UNTIL, LATER),
    }),
    { maxLength: 6 },
  );

test("[IN11] shares sum to 1, whoever has funded what, up to 10^20", () => {
  fc.assert(
    fc.property(
      tables(10n ** 20n),
      fc.bigInt(1n, 10n ** 20n),
      weights,
      payments(10n ** 20n),
      (table, minor, weight, contributions) => {
        const overrun = { ...reported(table, minor, weight), contributions };
        for (const on of [REPORTED, LATER]) {
          assert.deepEqual(sumOf(withOverrun(table, overrun), on), Ratio.one);
        }
      },
    ),
  );
});

test("[IN13] shares after an overrun are those that unit-by-unit counting gives", () => {
  fc.assert(
    fc.property(
      tables(40n),
      fc.bigInt(1n, 40n),
      weights,
      payments(20n),
      (table, minor, w, paid) => {
        const inOrder = paid.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
        const overrun = { ...reported(table, minor, w), contributions: inOrder };
        const after = withOverrun(table, overrun);
        const expected = naiveShares(after);
        const actual = equityShares(after, LATER);
        assert.equal(actual.length, expected.size);
        for (const { holder, share } of actual) {
          assert.ok(isSame([share.num, share.den], expected.get(holder)!), holder);
        }
      },
    ),
  );
});

test("[IN12] rights to fund an overrun sum to it", () => {
  fc.assert(
    fc.property(tables(10n ** 20n), fc.bigInt(1n, 10n ** 20n), (table, minor) => {
      const rights = overrunRights(table, minor, REPORTED);
      const sum = rights.reduce((all, right) => all + right.minor, 0n);
      assert.equal(sum, minor);
    }),
  );
});

test("[IN13] who uses each right whole is never diluted, whatever the others do", () => {
  fc.assert(
    fc.property(
      tables(10n ** 20n),
      fc.array(fc.tuple(fc.bigInt(1n, 10n ** 20n), payments(10n ** 20n)), { maxLength: 3 }),
      weights,
      (start, overruns, weight) => {
        let table = start;
        // Of overruns that are open together each counts by the shares that stood at its report, in
        // whatever order they settle.
        let least = Ratio.one;
        for (const [index, [minor, others]] of overruns.entries()) {
          const id = `overrun ${index}`;
          const overrun = { ...reported(table, minor, weight), id };
          const before = equityShareOf(table, "fund", REPORTED);
          if (Ratio.compare(before, least) < 0) least = before;
          table = withOverrun(table, overrun);
          const right = overrun.rights.find(({ holder }) => holder === "fund")?.minor ?? 0n;
          const own = { holder: "fund", minor: right, on: UNTIL };
          for (const paid of [own, ...others.filter(({ holder }) => holder !== "fund")]) {
            table = withContribution(table, id, paid);
          }
          const after = equityShareOf(table, "fund", LATER);
          assert.ok(Ratio.compare(after, least) >= 0, "diluted");
        }
      },
    ),
  );
});

test("[IN13] where everybody funds pro rata no share moves", () => {
  fc.assert(
    fc.property(tables(10n ** 20n), fc.bigInt(1n, 10n ** 20n), weights, (table, minor, weight) => {
      const overrun = reported(table, minor, weight);
      const contributions = overrun.rights
        .filter((right) => right.minor > 0n)
        .map((right) => ({ holder: right.holder, minor: right.minor, on: REPORTED }));
      const after = withOverrun(table, { ...overrun, contributions });
      assert.deepEqual(equityShares(after, LATER), equityShares(table, LATER));
    }),
  );
});

test("[IN14] until the window is over or the whole is paid, nothing is cut", () => {
  const table = { stakes: [equity("fund", 100n, 100n), equity("crusoe", 50n, 50n)], overruns: [] };
  const overrun = reported(table, 30n, Ratio.make(3n, 2n));
  const paid = (minor: bigint, on = REPORTED) => ({
    ...overrun,
    contributions: [{ holder: "fund", minor, on }],
  });
  assert.equal(isSettled(paid(20n), UNTIL), false);
  assert.deepEqual(equityShareOf(withOverrun(table, paid(20n)), "fund", UNTIL), Ratio.make(2n, 3n));
  assert.equal(isSettled(paid(20n), LATER), true);
  assert.equal(isSettled(paid(30n), UNTIL), true);
  assert.equal(fundableBy(paid(5n), "fund", UNTIL), 15n);
  assert.equal(fundableBy(paid(5n), "crusoe", UNTIL), 10n);
  assert.equal(fundableBy(paid(5n), "stranger", UNTIL), 0n);
  assert.equal(fundableBy(paid(5n), "stranger", LATER), 25n);
  assert.equal(fundableBy(paid(40n), "fund", LATER), 0n);
});

test("[IN11] what is funded beyond a commitment gives no share", () => {
  const table = {
    stakes: [equity("fund", 100n, 100n), equity("crusoe", 100n, 100n)],
    overruns: [],
  };
  const more = withFunding(table, { holder: "crusoe", instrument: "equity", minor: 900n });
  assert.deepEqual(equityShareOf(more, "crusoe", REPORTED), Ratio.make(1n, 2n));
});

test("[IN11] before anything is funded shares follow what is committed", () => {
  const table = { stakes: [equity("fund", 300n, 0n), equity("crusoe", 100n, 0n)], overruns: [] };
  assert.deepEqual(equityShareOf(table, "fund", REPORTED), Ratio.make(3n, 4n));
  assert.deepEqual(equityShares({ stakes: [], overruns: [] }, REPORTED), []);
});

test("[IN15] a sale moves a part of the seller's share and no other", () => {
  fc.assert(
    fc.property(
      tables(10n ** 20n),
      fc.array(fc.tuple(fc.bigInt(1n, 9n), fc.constantFrom("fund", "crusoe")), { maxLength: 5 }),
      (start, sales) => {
        let table = start;
        for (const [tenths, seller] of sales) {
          const before = equityShares(table, REPORTED);
          const share = equityShareOf(table, seller, REPORTED);
          const bought = equityShareOf(table, "buyer", REPORTED);
          const part = Ratio.make(tenths, 10n);
          const sale = {
            seller,
            buyer: "buyer",
            instrument: "equity" as const,
            part,
            on: REPORTED,
          };
          table = withSale(table, sale);
          const moved = Ratio.mul(share, part);
          const now = (holder: string): Ratio => equityShareOf(table, holder, REPORTED);
          assert.deepEqual(now(seller), Ratio.sub(share, moved));
          assert.deepEqual(now("buyer"), Ratio.add(bought, moved));
          for (const { holder, share: kept } of before) {
            if (holder !== seller && holder !== "buyer") assert.deepEqual(now(holder), kept);
          }
        }
      },
    ),
  );
});
