import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { US_FEDERAL_RESERVE } from "../calendar/calendars/us-federal-reserve.ts";
import { fromDayNumber, localDate, toDayNumber, type LocalDate } from "../calendar/date.ts";
import {
  cashBreaks,
  matchCash,
  MATCHING_WINDOW_DAYS,
  reconcileCash,
  type CashItem,
} from "./bank-matching.ts";

const item = (id: string, on: string, minor: bigint, reference = ""): CashItem => ({
  id,
  on: localDate(on),
  currency: "USD",
  minor,
  reference,
});

const pairsOf = (bank: readonly CashItem[], book: readonly CashItem[]): readonly string[] =>
  matchCash(bank, book).matches.map(({ bank: a, book: b, by }) => `${a.id}=${b.id} ${by}`);

test("[LG19] a reference ties before an amount, and over any distance", () => {
  const bank = [item("s1", "2026-04-01", 500n), item("s2", "2026-09-01", 500n, "call-7")];
  const book = [item("e1", "2026-04-01", 500n, "call-7"), item("e2", "2026-04-02", 500n)];
  assert.deepEqual(pairsOf(bank, book), ["s1=e2 amount", "s2=e1 reference"]);
});

test("[LG19] amounts pair within the window only, the nearest dates in order", () => {
  const book = [item("e1", "2026-04-01", 500n), item("e2", "2026-04-20", 500n)];
  assert.deepEqual(pairsOf([item("s1", "2026-04-06", 500n)], book), ["s1=e1 amount"]);
  assert.deepEqual(pairsOf([item("s1", "2026-04-07", 500n)], book), []);
  assert.deepEqual(pairsOf([item("s1", "2026-04-06", 501n)], book), []);
});

test("[LG19] another currency is another amount", () => {
  const yen = { ...item("s1", "2026-04-01", 500n), currency: "JPY" };
  assert.deepEqual(pairsOf([yen], [item("e1", "2026-04-01", 500n)]), []);
});

const day = (offset: number): LocalDate => {
  const date = fromDayNumber(toDayNumber(localDate("2026-04-01")) + offset);
  assert.ok(date.ok);
  return date.value;
};

const items = (side: string): fc.Arbitrary<readonly CashItem[]> =>
  fc
    .array(
      fc.record({
        offset: fc.integer({ min: 0, max: 30 }),
        minor: fc.constantFrom(-700n, 500n, 800n),
        currency: fc.constantFrom("USD", "JPY"),
        reference: fc.constantFrom("", "", "r1", "r2"),
      }),
      { maxLength: 9 },
    )
    .map((all) =>
      all.map(({ offset, ...rest }, n) => ({ id: `${side}${n}`, on: day(offset), ...rest })),
    );

/** The most pairs that any assignment could make of items without reference: augmenting paths. */
function mostPairs(bank: readonly CashItem[], book: readonly CashItem[]): number {
  const partner = new Map<string, CashItem>();
  const augment = (line: CashItem, seen: Set<string>): boolean =>
    book.some((movement) => {
      const fits =
        line.currency === movement.currency &&
        line.minor === movement.minor &&
        Math.abs(toDayNumber(line.on) - toDayNumber(movement.on)) <= MATCHING_WINDOW_DAYS;
      if (!fits || seen.has(movement.id)) return false;
      seen.add(movement.id);
      const other = partner.get(movement.id);
      if (other !== undefined && !augment(other, seen)) return false;
      partner.set(movement.id, line);
      return true;
    });
  return bank.filter((line) => augment(line, new Set())).length;
}

test("[LG19] no other pairing by amount makes more pairs", () => {
  fc.assert(
    fc.property(items("s"), items("e"), (bank, book) => {
      const bare = (all: readonly CashItem[]): readonly CashItem[] =>
        all.map((each) => ({ ...each, reference: "" }));
      const { matches } = matchCash(bare(bank), bare(book));
      assert.equal(matches.length, mostPairs(bare(bank), bare(book)));
    }),
  );
});

test("[LG19] everything is matched once or open, and order does not matter", () => {
  fc.assert(
    fc.property(items("s"), items("e"), (bank, book) => {
      const matching = matchCash(bank, book);
      const ids = (all: readonly CashItem[]): ReadonlySet<string> =>
        new Set(all.map(({ id }) => id));
      const { matches, bankOnly, bookOnly } = matching;
      assert.deepEqual(ids([...matches.map((each) => each.bank), ...bankOnly]), ids(bank));
      assert.deepEqual(ids([...matches.map((each) => each.book), ...bookOnly]), ids(book));
      for (const { bank: line, book: movement, by } of matches) {
        assert.deepEqual([line.minor, line.currency], [movement.minor, movement.currency]);
        if (by === "reference") assert.equal(line.reference, movement.reference);
      }
      assert.deepEqual(matchCash(bank.toReversed(), book.toReversed()), matching);
    }),
  );
});

test("[LG20] bank is book, less what only the books have, plus what only the bank has", () => {
  fc.assert(
    fc.property(items("s"), items("e"), fc.bigInt(-1000n, 1000n), (bank, book, opened) => {
      const inDollars = (all: readonly CashItem[]): readonly CashItem[] =>
        all.filter(({ currency }) => currency === "USD");
      const sum = (all: readonly CashItem[]): bigint =>
        inDollars(all).reduce((total, { minor }) => total + minor, 0n);
      const balances = { currency: "USD", book: sum(book), bank: opened + sum(bank) };
      const proof = reconcileCash(balances, matchCash(inDollars(bank), inDollars(book)));
      assert.equal(proof.offStatement, opened);
      assert.equal(proof.bank, proof.book - proof.bookOnly + proof.bankOnly + proof.offStatement);
    }),
  );
});

test("[LG20] breaks are aged by business days, oldest first", () => {
  // 2026-07-03 is a Friday, Independence Day a Saturday on which nothing else closes.
  const matching = matchCash(
    [item("s1", "2026-07-02", 100n, "fee"), item("s2", "2026-06-01", 40n)],
    [item("e1", "2026-07-06", 90n, "fee"), item("e2", "2026-07-01", 7n)],
  );
  const breaks = cashBreaks(matching, localDate("2026-07-06"), US_FEDERAL_RESERVE);
  assert.ok(breaks.ok);
  assert.deepEqual(
    breaks.value.map(({ side, item: { id }, ageDays, bucket, otherAmount }) => [
      side,
      id,
      ageDays,
      bucket,
      otherAmount?.id,
    ]),
    [
      // June has 21 weekdays after the first, less the holiday of the 19th; July has four.
      ["bank", "s2", 20 + 4, 3, undefined],
      ["book", "e2", 3, 1, undefined],
      ["bank", "s1", 2, 1, "e1"],
      ["book", "e1", 0, 0, "s1"],
    ],
  );
});

test("[LG20] an age beyond the calendar is refused, not guessed", () => {
  const matching = matchCash([item("s1", "1950-01-02", 100n)], []);
  const breaks = cashBreaks(matching, localDate("2026-07-06"), US_FEDERAL_RESERVE);
  assert.equal(breaks.ok ? "" : breaks.error.code, "calendar_horizon_exceeded");
});
