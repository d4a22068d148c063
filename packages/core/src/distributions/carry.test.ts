import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { PersistentMap } from "../base/persistent-map.ts";
import { Ratio } from "../base/ratio.ts";
import { addDays, localDate, type LocalDate } from "../calendar/date.ts";
import {
  claimOn,
  paidInto,
  poolsAccruedTo,
  poolsReturnedFrom,
  repaidFrom,
  type CapitalPools,
} from "./capital-pools.ts";
import { carryDue, clawback } from "./carry.ts";
import {
  accruedTo,
  contributed,
  openAccount,
  repaidTo,
  type HurdleRules,
} from "./preferred-return.ts";
import { runWaterfall } from "./waterfall.ts";
import type { Claim, WaterfallTier } from "./waterfall-tiers.ts";

type Hurdle = {
  readonly rule: string;
  readonly note: string;
  readonly rate: string;
  readonly compounding: "simple" | "yearly";
  readonly events: readonly {
    readonly on: LocalDate;
    readonly contributed: string;
    readonly capital: string;
    readonly preferred: string;
  }[];
  readonly until: LocalDate;
  readonly unreturned: string;
  readonly preferred: string;
  readonly accrued: string;
};
type ClawbackCase = Readonly<
  Record<
    | "rule"
    | "note"
    | "received"
    | "due"
    | "cap"
    | "escrow"
    | "minor"
    | "fromEscrow"
    | "fromHolder"
    | "beyondCap",
    string
  >
>;
const VECTORS = new URL("../../../../vectors/waterfall/", import.meta.url);
const vectors = JSON.parse(readFileSync(new URL("carry.json", VECTORS), "utf8")) as {
  readonly hurdles: readonly Hurdle[];
  readonly clawbacks: readonly ClawbackCase[];
};

function decimal(text: string): Ratio {
  const rate = Ratio.fromDecimal(text);
  assert.ok(rate.ok);
  return rate.value;
}

const rulesOf = (rate: string, compounding: HurdleRules["compounding"]): HurdleRules => ({
  ...{ rate: decimal(rate), compounding },
  dayCount: { name: "ACT/365F" },
  rounding: "halfUp",
});

for (const given of vectors.hurdles) {
  test(`[${given.rule}] vector: ${given.note}`, () => {
    const rules = rulesOf(given.rate, given.compounding);
    let account = openAccount(given.events[0]!.on);
    for (const event of given.events) {
      account = accruedTo(account, rules, event.on);
      account = contributed(account, BigInt(event.contributed));
      const [capital, preferred] = [BigInt(event.capital), BigInt(event.preferred)];
      account = repaidTo(account, { capital, preferred });
    }
    account = accruedTo(account, rules, given.until);
    const { unreturned, preferred, accrued } = account;
    assert.deepEqual([unreturned, preferred, accrued].map(String), [
      given.unreturned,
      given.preferred,
      given.accrued,
    ]);
  });
}

for (const given of vectors.clawbacks) {
  test(`[${given.rule}] vector: ${given.note}`, () => {
    const [received, due, escrow] = [given.received, given.due, given.escrow].map(BigInt);
    const result = clawback({
      ...{ received: received!, due: due!, escrow: escrow! },
      cap: decimal(given.cap),
    });
    const { minor, fromEscrow, fromHolder, beyondCap } = result;
    assert.deepEqual([minor, fromEscrow, fromHolder, beyondCap].map(String), [
      given.minor,
      given.fromEscrow,
      given.fromHolder,
      given.beyondCap,
    ]);
  });
}

const weightless = { units: 0n, paidIn: 0n, commitments: 0n };
const TIE_BREAK = { kind: "order", keys: ["LP", "GP"] } as const;
const to = (gp: bigint) => ({
  shares: [
    { party: "LP", share: Ratio.make(10n - gp, 10n) },
    { party: "GP", share: Ratio.make(gp, 10n) },
  ],
});
const TIERS: readonly WaterfallTier[] = [
  { id: "capital", to: { proportionalTo: "owed" }, until: { kind: "returned" } },
  { id: "preferred", to: { proportionalTo: "owed" }, until: { kind: "preferred" } },
  { id: "catch-up", to: to(10n), until: { kind: "caughtUp" } },
  { id: "split", to: to(2n), until: { kind: "rest" } },
];
const SHARE = Ratio.make(1n, 5n);
const NO_HURDLE = rulesOf("0", "simple");

/** The pools, the carry and all that was paid out, after money came from one investment. */
class Deals {
  pools: CapitalPools = PersistentMap.empty;
  carry = { holder: "GP", share: SHARE, received: 0n, profit: 0n };
  paidOut = 0n;
  readonly disposedOf = new Set<string>();

  invest(id: string, minor: bigint, on: LocalDate, rules = NO_HURDLE): void {
    this.pools = paidInto(this.pools, id, { party: "LP", minor, on }, rules);
  }

  /** American: an investment is sold, and its proceeds go through the tiers. */
  sell(id: string, proceeds: bigint): bigint {
    this.disposedOf.add(id);
    const ids = poolsReturnedFrom(this.pools, id, this.disposedOf);
    const claims: readonly Claim[] = [
      { party: "LP", ...weightless, ...claimOn(this.pools, ids, "LP") },
    ];
    const balances = { claims, carry: this.carry };
    const run = runWaterfall({ amount: proceeds, tiers: TIERS, balances, tieBreak: TIE_BREAK });
    assert.ok(run.ok);
    for (const part of run.value.tiers.flatMap(({ parts }) => parts)) {
      this.pools = repaidFrom(this.pools, ids, part);
    }
    const before = this.carry.received;
    this.carry = run.value.balances.carry!;
    this.paidOut += proceeds;
    return this.carry.received - before;
  }

  due(): bigint {
    const due = carryDue({
      ...{ tiers: TIERS, tieBreak: TIE_BREAK, amount: this.paidOut, pools: this.pools },
      claims: [{ party: "LP", ...weightless, unreturned: 0n, preferred: 0n }],
      ...{ holder: "GP", share: SHARE },
    });
    assert.ok(due.ok);
    return due.value;
  }
}

test("[CY3] a loss that is realised comes back before profit of the next investment", () => {
  const deals = new Deals();
  const on = localDate("2026-01-01");
  for (const id of ["a", "b", "c"]) deals.invest(id, 100n, on);
  assert.equal(deals.sell("a", 200n), 20n, "a fifth of the profit of 100");
  assert.equal(deals.sell("b", 40n), 0n, "a loss of 60");
  assert.equal(claimOn(deals.pools, ["b"], "LP").unreturned, 60n);
  assert.equal(deals.due(), 0n, "240 of 300 is back in all");
  assert.equal(deals.sell("c", 200n), 8n, "a fifth of 200 - 100 - 60");
  assert.equal(deals.carry.received, 28n);
  assert.equal(deals.due(), 28n, "a fifth of 440 - 300");
});

test("[CY3] an investment that is not realised yet does not hold carry up", () => {
  const deals = new Deals();
  deals.invest("a", 100n, localDate("2026-01-01"));
  deals.invest("b", 900n, localDate("2026-01-01"));
  assert.equal(deals.sell("a", 150n), 10n);
});

test("[CY4] losses after carry was paid make it due back, though no later profit came", () => {
  const deals = new Deals();
  deals.invest("a", 100n, localDate("2026-01-01"));
  assert.equal(deals.sell("a", 200n), 20n);
  deals.invest("b", 100n, localDate("2027-01-01"));
  assert.equal(deals.sell("b", 50n), 0n);
  assert.equal(deals.due(), 10n, "a fifth of 250 - 200");
  const { received } = deals.carry;
  const back = clawback({ received, due: deals.due(), cap: Ratio.one, escrow: 4n });
  assert.deepEqual(back, { minor: 10n, fromEscrow: 4n, fromHolder: 6n, beyondCap: 0n });
});

test("[CY4] without losses the whole result is what was received, to a unit a sale", () => {
  const sale = fc.record({
    cost: fc.bigInt({ min: 1n, max: 10n ** 20n }),
    gain: fc.bigInt({ min: 0n, max: 10n ** 20n }),
  });
  fc.assert(
    fc.property(fc.array(sale, { minLength: 1, maxLength: 8 }), (sales) => {
      const deals = new Deals();
      for (const [index, { cost, gain }] of sales.entries()) {
        deals.invest(`${index}`, cost, localDate("2026-01-01"));
        deals.sell(`${index}`, cost + gain);
      }
      const difference = deals.due() - deals.carry.received;
      const most = BigInt(sales.length);
      assert.ok(difference <= most && difference >= -most, `${difference}`);
    }),
  );
});

test("[CY2] what accrued is paid or unpaid, what was paid in is returned or not", () => {
  const day = fc.record({
    after: fc.integer({ min: 0, max: 900 }),
    put: fc.bigInt({ min: 0n, max: 10n ** 20n }),
    capital: fc.bigInt({ min: 0n, max: 100n }),
    preferred: fc.bigInt({ min: 0n, max: 100n }),
  });
  fc.assert(
    fc.property(fc.array(day), fc.constantFrom("simple", "yearly"), (days, compounding) => {
      let account = openAccount(localDate("2026-02-28"));
      let [returned, paid] = [0n, 0n];
      for (const { after, put, capital, preferred } of days) {
        const on = addDays(account.accruedTo, after);
        assert.ok(on.ok);
        account = contributed(accruedTo(account, rulesOf("0.08", compounding), on.value), put);
        const back = {
          capital: (account.unreturned * capital) / 100n,
          preferred: (account.preferred * preferred) / 100n,
        };
        account = repaidTo(account, back);
        returned += back.capital;
        paid += back.preferred;
      }
      assert.equal(account.unreturned, account.contributed - returned);
      assert.equal(account.preferred, account.accrued - paid);
      assert.ok(account.compounded <= account.preferred);
    }),
    { numRuns: 50 },
  );
});

test("[CY1] accruing the pools accrues every account of them, each party's own", () => {
  let pools: CapitalPools = PersistentMap.empty;
  const rules = rulesOf("0.08", "simple");
  const put = (id: string, party: string, minor: bigint, on: string): void => {
    pools = paidInto(pools, id, { party, minor, on: localDate(on) }, rules);
  };
  put("fund", "US", 10_000n, "2026-01-01");
  put("fund", "JP", 20_000n, "2026-01-01");
  put("fund", "US", 10_000n, "2027-01-01");
  pools = poolsAccruedTo(pools, rules, localDate("2028-01-01"));
  assert.deepEqual(claimOn(pools, ["fund"], "US"), { unreturned: 20_000n, preferred: 2400n });
  assert.deepEqual(claimOn(pools, ["fund"], "JP"), { unreturned: 20_000n, preferred: 3200n });
  assert.deepEqual(claimOn(pools, ["fund", "none"], "GP"), { unreturned: 0n, preferred: 0n });
});
