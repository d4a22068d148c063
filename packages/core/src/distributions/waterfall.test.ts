import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { Ratio } from "../base/ratio.ts";
import { runWaterfall, type TierResult, type WaterfallInput } from "./waterfall.ts";
import type { Claim, TierEnd, WaterfallBalances, WaterfallTier } from "./waterfall-tiers.ts";

type WrittenTier = {
  readonly id: string;
  readonly shares?: Readonly<Record<string, string>>;
  readonly proportionalTo?: "units" | "paidIn" | "commitments" | "owed";
  readonly until?: { readonly kind: string; readonly minor?: string };
};
type Written = {
  readonly rule: string;
  readonly note: string;
  readonly amount: string;
  readonly order: readonly string[];
  readonly tiers: readonly WrittenTier[];
  readonly claims: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly carry?: Readonly<Record<"holder" | "share" | "received" | "profit", string>>;
  readonly recoupment?: Readonly<Record<"beneficiary" | "outstanding", string>>;
  readonly expected: {
    readonly tiers: readonly {
      readonly tier: string;
      readonly minor: string;
      readonly size?: string;
      readonly parts: Readonly<Record<string, string>>;
      readonly ending: string;
    }[];
    readonly balances: Readonly<Record<string, readonly [string, string]>>;
    readonly carry?: readonly [string, string];
    readonly outstanding?: string;
  };
};
const VECTORS = new URL("../../../../vectors/waterfall/", import.meta.url);
const { runs } = JSON.parse(readFileSync(new URL("waterfall.json", VECTORS), "utf8")) as {
  readonly runs: readonly Written[];
};

function ratio(text: string): Ratio {
  const [num, den = "1"] = text.split("/");
  return Ratio.make(BigInt(num!), BigInt(den));
}

function tierOf({ id, shares, proportionalTo, until }: WrittenTier): WaterfallTier {
  const end = { ...until, ...(until?.minor && { minor: BigInt(until.minor) }) };
  return {
    id,
    to:
      proportionalTo === undefined
        ? { shares: Object.entries(shares!).map(([party, s]) => ({ party, share: ratio(s) })) }
        : { proportionalTo },
    until: until === undefined ? { kind: "rest" } : (end as TierEnd),
  };
}

function claim(party: string, given: Partial<Record<keyof Claim, string | bigint>>): Claim {
  const of = (key: keyof Claim): bigint => BigInt(given[key] ?? 0);
  return {
    ...{ party, units: of("units"), paidIn: of("paidIn"), commitments: of("commitments") },
    ...{ unreturned: of("unreturned"), preferred: of("preferred") },
  };
}

function inputOf({ amount, order, tiers, claims, carry, recoupment }: Written): WaterfallInput {
  return {
    amount: BigInt(amount),
    tiers: tiers.map(tierOf),
    balances: {
      claims: Object.entries(claims).map(([party, given]) => claim(party, given)),
      ...(carry && {
        carry: {
          ...{ holder: carry.holder, share: ratio(carry.share) },
          ...{ received: BigInt(carry.received), profit: BigInt(carry.profit) },
        },
      }),
      ...(recoupment && {
        recoupment: { ...recoupment, outstanding: BigInt(recoupment.outstanding) },
      }),
    },
    tieBreak: { kind: "order", keys: order },
  };
}

const asText = ({ num, den }: Ratio): string => (den === 1n ? `${num}` : `${num}/${den}`);
const sorted = (pairs: readonly (readonly [string, string])[]): Record<string, string> =>
  Object.fromEntries(pairs.toSorted(([a], [b]) => (a < b ? -1 : 1)));

function written({ tier, size, minor, parts, ending }: TierResult) {
  return {
    ...{ tier, minor: minor.toString(), ending },
    parts: sorted(parts.map((part) => [part.party, part.minor.toString()])),
    ...(size && { size: asText(size) }),
  };
}

for (const given of runs) {
  test(`[${given.rule}] vector: ${given.note}`, () => {
    const run = runWaterfall(inputOf(given));
    assert.ok(run.ok);
    const { tiers, balances } = run.value;
    assert.deepEqual(tiers.map(written), given.expected.tiers);
    for (const { party, unreturned, preferred } of balances.claims) {
      const expected = given.expected.balances[party];
      assert.deepEqual([unreturned.toString(), preferred.toString()], expected, party);
    }
    const { carry, recoupment } = balances;
    assert.deepEqual(
      carry && [carry.received.toString(), carry.profit.toString()],
      given.expected.carry,
    );
    assert.equal(recoupment?.outstanding.toString(), given.expected.outstanding);
  });
}

const PARTIES = ["us", "japan", "gp", "lp-1", "lp-10"] as const;
const money = fc.oneof(
  { weight: 1, arbitrary: fc.constant(0n) },
  { weight: 3, arbitrary: fc.bigInt({ min: 0n, max: 1000n }) },
  { weight: 2, arbitrary: fc.bigInt({ min: 0n, max: 10n ** 21n }) },
);
const claimOf = (party: string): fc.Arbitrary<Claim> =>
  fc.record({
    party: fc.constant(party),
    ...{ units: money, paidIn: money, commitments: money, unreturned: money, preferred: money },
  });
const share = fc
  .tuple(fc.bigInt({ min: 0n, max: 20n }), fc.bigInt({ min: 1n, max: 20n }))
  .map(([num, den]) => Ratio.make(num, den));
const sharing = fc.oneof(
  fc
    .constantFrom("units" as const, "paidIn" as const, "commitments" as const, "owed" as const)
    .map((proportionalTo) => ({ proportionalTo })),
  fc
    .uniqueArray(fc.constantFrom(...PARTIES), { minLength: 1 })
    .chain((parties) =>
      fc.tuple(...parties.map((party) => fc.record({ party: fc.constant(party), share }))),
    )
    .map((shares) => ({ shares })),
);
const end = fc.oneof(
  fc
    .constantFrom<"returned" | "preferred" | "caughtUp" | "recouped">(
      ...(["returned", "preferred", "caughtUp", "recouped"] as const),
    )
    .map((kind) => ({ kind })),
  money.map((minor): TierEnd => ({ kind: "amount", minor })),
);
const input: fc.Arbitrary<WaterfallInput> = fc.record({
  amount: money,
  tiers: fc
    .array(fc.record({ id: fc.uuid(), to: sharing, until: end }), { maxLength: 6 })
    .map((tiers): readonly WaterfallTier[] => [
      ...tiers,
      {
        id: "last",
        to: {
          shares: [
            { party: "us", share: Ratio.make(2n, 3n) },
            { party: "gp", share: Ratio.make(1n, 3n) },
          ],
        },
        until: { kind: "rest" },
      },
    ]),
  balances: fc.record({
    claims: fc.tuple(...PARTIES.map(claimOf)),
    carry: fc.record({
      ...{ holder: fc.constant("gp"), received: money, profit: money },
      share: fc.bigInt({ min: 1n, max: 99n }).map((percent) => Ratio.make(percent, 100n)),
    }),
    recoupment: fc.record({ beneficiary: fc.constant("japan"), outstanding: money }),
  }),
  tieBreak: fc.shuffledSubarray([...PARTIES], { minLength: PARTIES.length }).map((keys) => ({
    kind: "order" as const,
    keys,
  })),
});

/** Weights as fractions over one common denominator: no division, no reduction. */
function naiveWeights(tier: WaterfallTier, balances: WaterfallBalances): Map<string, bigint> {
  const weights = new Map<string, bigint>();
  if ("shares" in tier.to) {
    const whole = tier.to.shares.reduce((product, { share: { den } }) => product * den, 1n);
    for (const {
      party,
      share: { num, den },
    } of tier.to.shares) {
      weights.set(party, num * (whole / den));
    }
  } else {
    const quantity = tier.to.proportionalTo;
    for (const one of balances.claims) {
      weights.set(
        one.party,
        quantity === "owed" ? naiveOwed(tier, balances, one.party) : one[quantity],
      );
    }
  }
  for (const [party, weight] of weights) if (weight === 0n) weights.delete(party);
  return weights;
}

function naiveOwed({ until }: WaterfallTier, balances: WaterfallBalances, party: string): bigint {
  const { claims, recoupment } = balances;
  const one = claims.find((other) => other.party === party);
  if (until.kind === "recouped") {
    return party === recoupment?.beneficiary ? recoupment.outstanding : 0n;
  }
  if (one === undefined) return 0n;
  if (until.kind === "returned") return one.unreturned;
  if (until.kind === "preferred") return one.preferred;
  return one.unreturned + one.preferred;
}

/** Whether the tier would be full with x paid out of it, each party having its exact part. */
function isFull(tier: WaterfallTier, balances: WaterfallBalances, x: bigint): boolean {
  const weights = naiveWeights(tier, balances);
  const sum = [...weights.values()].reduce((a, b) => a + b, 0n);
  const { until } = tier;
  const has = (party: string): boolean =>
    x * (weights.get(party) ?? 0n) >= sum * naiveOwed(tier, balances, party);
  switch (until.kind) {
    case "rest":
      return false;
    case "amount":
      return x >= until.minor;
    case "recouped":
      return has("japan");
    case "returned":
    case "preferred":
      return [...weights.keys()].every(has);
    case "caughtUp": {
      const { received, profit, share: of } = balances.carry!;
      const got = (received * sum + x * (weights.get("gp") ?? 0n)) * of.den;
      return got >= of.num * (profit + x) * sum;
    }
  }
}

/** The least whole amount that fills the tier, found by trying; all that is left if none does. */
function naiveTaken(tier: WaterfallTier, balances: WaterfallBalances, left: bigint): bigint {
  if (naiveWeights(tier, balances).size === 0 || isFull(tier, balances, 0n)) return 0n;
  if (!isFull(tier, balances, left)) return left;
  let [low, high] = [0n, left];
  while (low < high) {
    const middle = (low + high) / 2n;
    if (isFull(tier, balances, middle)) high = middle;
    else low = middle + 1n;
  }
  return low;
}

/** Every part is its exact part up or down, and who goes up has the larger remainders. */
function assertDivided(
  parts: ReadonlyMap<string, bigint>,
  weights: ReadonlyMap<string, bigint>,
  of: { readonly total: bigint; readonly order: readonly string[] },
): void {
  const sum = [...weights.values()].reduce((a, b) => a + b, 0n);
  const lacks = [...weights].map(([party, weight]) => ({
    party,
    lack: of.total * weight - (parts.get(party) ?? 0n) * sum,
  }));
  for (const { lack } of lacks) assert.ok(lack < sum && lack > -sum);
  for (const up of lacks.filter(({ lack }) => lack < 0n)) {
    for (const down of lacks.filter(({ lack }) => lack > 0n)) {
      const order = of.order.indexOf(up.party) - of.order.indexOf(down.party);
      const remainder = up.lack + sum;
      assert.ok(remainder > down.lack || (remainder === down.lack && order < 0));
    }
  }
}

/** Each tier with the balances before it and what is left for it. */
function* tiersOf(given: WaterfallInput) {
  const run = runWaterfall(given);
  assert.ok(run.ok);
  let { balances, amount: left } = given;
  for (const [index, result] of run.value.tiers.entries()) {
    const tier = given.tiers[index]!;
    yield { tier, result, balances, left };
    left -= result.minor;
    balances = naiveBalances(balances, tier, result);
  }
  assert.equal(left, 0n);
  // Equal as values: fast-check makes some of its records without a prototype.
  assert.deepEqual(structuredClone(run.value.balances), structuredClone(balances));
}

/** The balances once a tier is paid, from what each party got alone. */
function naiveBalances(
  before: WaterfallBalances,
  { until: { kind } }: WaterfallTier,
  { parts }: TierResult,
): WaterfallBalances {
  const got = (party: string): bigint =>
    parts.reduce((sum, part) => sum + (part.party === party ? part.minor : 0n), 0n);
  const less = (balance: bigint, paid: bigint): bigint => (paid > balance ? 0n : balance - paid);
  const claims = before.claims.map((one) => ({
    ...one,
    unreturned: kind === "returned" ? less(one.unreturned, got(one.party)) : one.unreturned,
    preferred: kind === "preferred" ? less(one.preferred, got(one.party)) : one.preferred,
  }));
  const capital = (all: readonly Claim[]): bigint =>
    all.reduce((sum, one) => sum + one.unreturned, 0n);
  const paid = parts.reduce((sum, { minor }) => sum + minor, 0n);
  const carry = before.carry!;
  const recoupment = before.recoupment!;
  const isCarry = kind !== "returned" && kind !== "preferred";
  return {
    claims,
    carry: {
      ...carry,
      received: carry.received + (isCarry ? got(carry.holder) : 0n),
      profit: carry.profit + paid - (capital(before.claims) - capital(claims)),
    },
    recoupment: {
      ...recoupment,
      outstanding:
        kind === "recouped"
          ? less(recoupment.outstanding, got(recoupment.beneficiary))
          : recoupment.outstanding,
    },
  };
}

test("[WF1] the parts of all tiers sum to the amount, none is negative", () => {
  fc.assert(
    fc.property(input, (given) => {
      const run = runWaterfall(given);
      assert.ok(run.ok);
      let sum = 0n;
      for (const { minor, parts } of run.value.tiers) {
        const inTier = parts.reduce((all, part) => all + part.minor, 0n);
        assert.equal(inTier, minor);
        for (const part of parts) assert.ok(part.minor > 0n);
        sum += minor;
      }
      assert.equal(sum, given.amount);
    }),
  );
});

test("[WF5] a tier takes the least whole amount that fills it, as trying finds it", () => {
  fc.assert(
    fc.property(input, (given) => {
      for (const { tier, result, balances, left } of tiersOf(given)) {
        assert.equal(result.minor, naiveTaken(tier, balances, left));
      }
    }),
    { numRuns: 300 },
  );
});

test("[WF5] what a full tier waits for is reached to the unit", () => {
  fc.assert(
    fc.property(input, (given) => {
      for (const { tier, result, balances } of tiersOf(given)) {
        if (result.ending !== "reached") continue;
        const after = naiveBalances(balances, tier, result);
        const { carry } = after;
        for (const { party } of result.parts) {
          if (tier.until.kind === "caughtUp" || tier.until.kind === "amount") continue;
          assert.equal(naiveOwed(tier, after, party), 0n);
        }
        if (tier.until.kind !== "caughtUp" || carry === undefined) continue;
        const short = carry.share.num * carry.profit - carry.received * carry.share.den;
        assert.ok(short < carry.share.den, "short by a unit or more");
      }
    }),
    { numRuns: 300 },
  );
});

test("[WF6] each tier is divided by largest remainder, equal ones by the order given", () => {
  fc.assert(
    fc.property(input, (given) => {
      assert.ok(given.tieBreak.kind === "order");
      for (const { tier, result, balances } of tiersOf(given)) {
        const parts = new Map(result.parts.map(({ party, minor }) => [party, minor]));
        const of = { total: result.minor, order: given.tieBreak.keys };
        assertDivided(parts, naiveWeights(tier, balances), of);
      }
    }),
    { numRuns: 300 },
  );
});

test("[WF5] a catch-up that rounding left short is made good, however often it is paid", () => {
  let carry = { holder: "gp", share: Ratio.make(1n, 5n), received: 0n, profit: 0n };
  const tier = (id: string, gp: bigint, until: TierEnd): WaterfallTier => ({
    ...{ id, until },
    to: {
      shares: [
        { party: "lp-1", share: Ratio.make(10n - gp, 10n) },
        { party: "gp", share: Ratio.make(gp, 10n) },
      ],
    },
  });
  for (let time = 0; time < 500; time++) {
    const run = runWaterfall({
      amount: 7n,
      tiers: [
        tier("preferred", 0n, { kind: "preferred" }),
        tier("catch-up", 5n, { kind: "caughtUp" }),
        tier("split", 2n, { kind: "rest" }),
      ],
      balances: { claims: [claim("lp-1", { preferred: 1n })], carry },
      tieBreak: { kind: "order", keys: ["lp-1", "gp"] },
    });
    assert.ok(run.ok);
    carry = run.value.balances.carry!;
  }
  assert.equal(carry.profit, 3500n);
  assert.ok(carry.received >= 699n && carry.received <= 701n, `${carry.received}`);
});

test("[WF8] money that no tier takes is refused, and so is an order without a party", () => {
  const shares = [{ party: "us", share: Ratio.one }];
  const tier: WaterfallTier = { id: "a", to: { shares }, until: { kind: "amount", minor: 5n } };
  const given = { amount: 7n, tiers: [tier], balances: { claims: [] } };
  assert.deepEqual(runWaterfall({ ...given, tieBreak: { kind: "order", keys: ["us"] } }), {
    ok: false,
    error: { code: "waterfall_not_exhausted", left: 2n },
  });
  assert.deepEqual(runWaterfall({ ...given, tieBreak: { kind: "order", keys: [] } }), {
    ok: false,
    error: { code: "allocation_tie_break_incomplete", key: "us" },
  });
});
