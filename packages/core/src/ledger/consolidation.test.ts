import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { localDate } from "../calendar/date.ts";
import { consolidate, type GroupPair } from "./consolidation.ts";
import { emptyLedger, post, trialBalance, type Ledger, type Posting } from "./journal.ts";

const usd = (account: string, minor: bigint, subject = ""): Posting => ({
  account,
  subject,
  currency: "USD",
  minor,
});

type Entry = readonly [vehicle: string, ...postings: Posting[]];

const bookOf = (entries: readonly Entry[]): Ledger =>
  entries.reduce(
    (ledger, [vehicle, ...postings], n) =>
      post(ledger, {
        id: `act/${n}`,
        vehicle,
        effectiveDate: localDate("2026-04-01"),
        postings: postings.filter(({ minor }) => minor !== 0n),
      }),
    emptyLedger,
  );

/** The fund holds a project: what it paid in, what was distributed, what is declared and unpaid. */
const PAIRS: readonly GroupPair[] = [
  {
    id: "holding",
    currency: "USD",
    sides: [
      { vehicle: "fund", accounts: ["1050"], subject: "spv" },
      { vehicle: "spv", accounts: ["3010"], subject: "fund" },
    ],
  },
  {
    id: "distributed",
    currency: "USD",
    sides: [
      { vehicle: "fund", accounts: ["4010"], subject: "spv" },
      { vehicle: "spv", accounts: ["3040"], subject: "fund" },
    ],
  },
  {
    id: "declared",
    currency: "USD",
    sides: [
      { vehicle: "fund", accounts: ["1060"], subject: "spv" },
      { vehicle: "spv", accounts: ["2030"], subject: "fund" },
    ],
  },
];

const VEHICLES = ["fund", "spv"];

const group = (paidIn: bigint, distributed: bigint, unpaid: bigint): readonly Entry[] => [
  ["fund", usd("1010", 1_000n, "bank"), usd("3010", -1_000n, "US")],
  ["fund", usd("1050", paidIn, "spv"), usd("1010", -paidIn, "bank")],
  ["spv", usd("1010", paidIn, "bank"), usd("3010", -paidIn, "fund")],
  ["spv", usd("3040", distributed, "fund"), usd("2030", -distributed, "fund")],
  ["fund", usd("1060", distributed, "spv"), usd("4010", -distributed, "spv")],
  ["spv", usd("2030", distributed - unpaid, "fund"), usd("1010", unpaid - distributed, "bank")],
  ["fund", usd("1010", distributed - unpaid, "bank"), usd("1060", unpaid - distributed, "spv")],
];

test("[LG21] a group of two is what it would be as one book", () => {
  const { balances, eliminated, differences } = consolidate(
    bookOf(group(600n, 90n, 40n)),
    VEHICLES,
    PAIRS,
  );
  assert.deepEqual(differences, []);
  assert.deepEqual(
    eliminated.map(({ pair, minor }) => [pair.id, ...minor]),
    [
      ["holding", 600n, -600n],
      ["distributed", -90n, 90n],
      ["declared", 40n, -40n],
    ],
  );
  // One book would have what the owner paid in, in the bank, and nothing else.
  assert.deepEqual(balances, [
    { account: "1010", currency: "USD", minor: 1_000n },
    { account: "3010", currency: "USD", minor: -1_000n },
  ]);
});

test("[LG21] a pair that does not cancel stays in the balances and is told", () => {
  const missing = group(600n, 90n, 40n).filter((_entry, n) => n !== 4);
  const { balances, differences } = consolidate(bookOf(missing), VEHICLES, PAIRS);
  assert.deepEqual(
    differences.map(({ pair, minor }) => [pair.id, ...minor]),
    [
      ["distributed", 0n, 90n],
      ["declared", -50n, -40n],
    ],
  );
  assert.equal(balances.find(({ account }) => account === "3040")?.minor, 90n);
});

test("[LG21] balances sum to nothing, and to all that is not eliminated", () => {
  const amount = fc.bigInt(1n, 10n ** 20n);
  fc.assert(
    fc.property(amount, amount, amount, fc.nat(6), (paidIn, distributed, unpaid, dropped) => {
      const entries = group(paidIn, distributed, unpaid).filter((_entry, n) => n !== dropped);
      const ledger = bookOf(entries.filter(([, first]) => first!.minor !== 0n));
      const { balances, eliminated } = consolidate(ledger, VEHICLES, PAIRS);
      assert.equal(
        balances.reduce((sum, { minor }) => sum + minor, 0n),
        0n,
      );
      // Naively: every line of both books, less every line that an eliminated pair names.
      for (const account of ["1010", "1050", "1060", "2030", "3010", "3040", "4010"]) {
        let expected = 0n;
        for (const line of trialBalance(ledger)) {
          const isGone = eliminated.some(({ pair }) =>
            pair.sides.some(
              (side) =>
                side.vehicle === line.vehicle &&
                side.accounts.includes(line.account) &&
                side.subject === line.subject,
            ),
          );
          if (line.account === account && !isGone) expected += line.minor;
        }
        assert.equal(balances.find((it) => it.account === account)?.minor ?? 0n, expected);
      }
    }),
  );
});

test("[LG21] a vehicle outside the group is left out", () => {
  const ledger = bookOf([
    ["fund", usd("1010", 5n), usd("3010", -5n)],
    ["other", usd("1010", 7n), usd("3010", -7n)],
  ]);
  assert.deepEqual(consolidate(ledger, ["fund"], []).balances, [
    { account: "1010", currency: "USD", minor: 5n },
    { account: "3010", currency: "USD", minor: -5n },
  ]);
});
