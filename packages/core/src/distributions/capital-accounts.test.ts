import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Ratio } from "../base/ratio.ts";
import { hypotheticalLiquidation } from "./capital-accounts.ts";
import type { WaterfallTier } from "./waterfall-tiers.ts";

const PARTIES = ["GP", "JP", "US"] as const;
const money = fc.bigInt({ min: 0n, max: 10n ** 20n });
const claims = fc.tuple(...PARTIES.map(() => fc.tuple(money, money, money, money))).map((drawn) =>
  drawn.map(([units, paidIn, unreturned, preferred], index) => ({
    ...{ party: PARTIES[index]!, units, paidIn, commitments: 0n, unreturned, preferred },
  })),
);
const TIERS: readonly WaterfallTier[] = [
  { id: "capital", to: { proportionalTo: "owed" }, until: { kind: "returned" } },
  { id: "preferred", to: { proportionalTo: "owed" }, until: { kind: "preferred" } },
  {
    id: "split",
    to: {
      shares: [
        { party: "US", share: Ratio.make(2n, 5n) },
        { party: "JP", share: Ratio.make(2n, 5n) },
        { party: "GP", share: Ratio.make(1n, 5n) },
      ],
    },
    until: { kind: "rest" },
  },
];
const TIE_BREAK = { kind: "order", keys: ["JP", "US", "GP"] } as const;

function worth(given: readonly Parameters<typeof claimOf>[0][], netAssets: bigint) {
  const balances = { claims: given.map(claimOf) };
  const accounts = hypotheticalLiquidation(
    { tiers: TIERS, balances, tieBreak: TIE_BREAK },
    netAssets,
  );
  assert.ok(accounts.ok);
  return Object.fromEntries(accounts.value);
}
const claimOf = (of: {
  party: string;
  units?: bigint;
  paidIn?: bigint;
  unreturned?: bigint;
  preferred?: bigint;
}) => ({ units: 0n, paidIn: 0n, commitments: 0n, unreturned: 0n, preferred: 0n, ...of });

test("[CA1] capital accounts sum to the net assets, above zero, at it and below", () => {
  fc.assert(
    fc.property(claims, fc.bigInt({ min: -(10n ** 21n), max: 10n ** 21n }), (given, netAssets) => {
      const accounts = worth(given, netAssets);
      assert.deepEqual(Object.keys(accounts), ["GP", "JP", "US"]);
      assert.equal(
        Object.values(accounts).reduce((sum, minor) => sum + minor, 0n),
        netAssets,
      );
      assert.ok(Object.values(accounts).every((minor) => minor * netAssets >= 0n));
    }),
  );
});

test("[CA1] an account is what a liquidation would pay: capital, return, then the split", () => {
  const given = [
    { party: "US", unreturned: 100n, preferred: 8n },
    { party: "JP", unreturned: 50n, preferred: 2n },
  ];
  // 150 of capital, 10 of return, and of the other 40 two fifths, two fifths and a fifth.
  assert.deepEqual(worth(given, 200n), { GP: 8n, JP: 68n, US: 124n });
  assert.deepEqual(worth(given, 75n), { JP: 25n, US: 50n });
  assert.deepEqual(worth(given, 0n), { JP: 0n, US: 0n });
});

test("[CA2] net assets below zero are borne by units, paid-in capital, or equally", () => {
  const of = (weights: "units" | "paidIn") => [
    { party: "US", [weights]: 3n },
    { party: "JP", [weights]: 1n },
  ];
  assert.deepEqual(worth(of("units"), -101n), { JP: -25n, US: -76n });
  assert.deepEqual(worth(of("paidIn"), -100n), { JP: -25n, US: -75n });
  assert.deepEqual(worth([{ party: "US" }, { party: "JP" }], -101n), { JP: -51n, US: -50n });
});
