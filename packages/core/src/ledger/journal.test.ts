import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { AssertionError } from "../base/assert.ts";
import { PersistentMap } from "../base/persistent-map.ts";
import { localDate } from "../calendar/date.ts";
import {
  accountBalances,
  balanceOf,
  emptyLedger,
  post,
  trialBalance,
  type JournalEntry,
  type Posting,
} from "./journal.ts";

const entry = (postings: readonly Posting[], vehicle = "fund"): JournalEntry => ({
  id: "act/1",
  vehicle,
  effectiveDate: localDate("2026-01-15"),
  postings,
});

const posting = (account: string, minor: bigint, subject = "", currency = "USD"): Posting => ({
  account,
  subject,
  currency,
  minor,
});

/** A book kept in the plainest way: a list of all postings, added up when asked. */
class NaiveBook {
  readonly #lines: (Posting & { readonly vehicle: string })[] = [];

  post({ vehicle, postings }: JournalEntry): void {
    for (const line of postings) this.#lines.push({ ...line, vehicle });
  }

  sum(keep: (line: Posting & { readonly vehicle: string }) => boolean): bigint {
    return this.#lines.filter(keep).reduce((sum, { minor }) => sum + minor, 0n);
  }
}

const ACCOUNTS = ["1010", "1050", "2010", "3010"] as const;
const MEMO_ACCOUNTS = ["9010", "9019"] as const;

/** Entries that balance: random legs, and one that makes up the difference. */
const balancedEntry = fc
  .record({
    vehicle: fc.constantFrom("fund", "feeder"),
    currency: fc.constantFrom("USD", "JPY"),
    accounts: fc.constantFrom<readonly string[]>(ACCOUNTS, MEMO_ACCOUNTS),
    legs: fc.array(
      fc.record({
        index: fc.nat(3),
        subject: fc.constantFrom("US", "JP", "", "a/b"),
        minor: fc.bigInt(-(10n ** 20n), 10n ** 20n).filter((minor) => minor !== 0n),
      }),
      { minLength: 1, maxLength: 5 },
    ),
  })
  .map(({ vehicle, currency, accounts, legs }) => {
    const postings = legs.map(({ index, subject, minor }) =>
      posting(accounts[index % accounts.length]!, minor, subject, currency),
    );
    const rest = -postings.reduce((sum, { minor }) => sum + minor, 0n);
    return entry(
      rest === 0n ? postings : [...postings, posting(accounts[0]!, rest, "rest", currency)],
      vehicle,
    );
  })
  .filter(({ postings }) => postings.length > 1);

test("[LG2] balances are those of a book that adds up every posting", () => {
  fc.assert(
    fc.property(fc.array(balancedEntry, { maxLength: 30 }), (entries) => {
      const naive = new NaiveBook();
      let ledger = emptyLedger;
      for (const one of entries) {
        ledger = post(ledger, one);
        naive.post(one);
      }
      for (const vehicle of ["fund", "feeder"]) {
        for (const account of [...ACCOUNTS, ...MEMO_ACCOUNTS]) {
          for (const currency of ["USD", "JPY"]) {
            const all = naive.sum(
              (line) =>
                line.vehicle === vehicle && line.account === account && line.currency === currency,
            );
            assert.equal(balanceOf(ledger, { vehicle, account, currency }), all);
            const listed = accountBalances(ledger, vehicle).find(
              (line) => line.account === account && line.currency === currency,
            );
            assert.equal(listed?.minor ?? 0n, all);
          }
        }
      }
    }),
  );
});

test("[LG1] a trial balance sums to zero by vehicle and currency, memo accounts apart", () => {
  fc.assert(
    fc.property(fc.array(balancedEntry, { maxLength: 30 }), (entries) => {
      const ledger = entries.reduce(post, emptyLedger);
      const sums = new Map<string, bigint>();
      for (const { vehicle, account, currency, minor } of trialBalance(ledger)) {
        const book = `${vehicle} ${currency} ${account.startsWith("9")}`;
        sums.set(book, (sums.get(book) ?? 0n) + minor);
      }
      for (const sum of sums.values()) assert.equal(sum, 0n);
    }),
  );
});

test("[LG2] a book read back from its balances has the same sums and goes on", () => {
  fc.assert(
    fc.property(fc.array(balancedEntry, { minLength: 1, maxLength: 20 }), (entries) => {
      const whole = entries.reduce(post, emptyLedger);
      const before = entries.slice(0, -1).reduce(post, emptyLedger);
      const again = post(PersistentMap.from(before), entries.at(-1)!);
      for (const vehicle of ["fund", "feeder"]) {
        assert.deepEqual(accountBalances(again, vehicle), accountBalances(whole, vehicle));
      }
    }),
  );
});

test("[LG2] a subject may hold a slash", () => {
  const ledger = post(emptyLedger, entry([posting("1010", 5n, "a/b"), posting("3010", -5n)]));
  assert.deepEqual(
    trialBalance(ledger).map(({ subject }) => subject),
    ["a/b", ""],
  );
});

for (const [name, postings] of [
  ["out of balance", [posting("1010", 5n), posting("3010", -4n)]],
  [
    "of two currencies that balance together",
    [posting("1010", 5n), posting("3010", -5n, "", "JPY")],
  ],
  ["of memo and book that balance only together", [posting("1010", 5n), posting("9010", -5n)]],
  ["with a posting of nothing", [posting("1010", 5n), posting("3010", -5n), posting("1050", 0n)]],
  ["with one posting", [posting("1010", 5n)]],
  ["without postings", []],
] as const) {
  test(`[LG1] an entry ${name} is a bug`, () => {
    assert.throws(() => post(emptyLedger, entry(postings)), AssertionError);
  });
}
