import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { localDate } from "../calendar/date.ts";
import {
  authorityLeft,
  drawnOn,
  expiredBy,
  recallableOf,
  restored,
  uncalledOf,
  undrawn,
  unfundedOf,
  withoutExpired,
  type Commitment,
} from "./commitment.ts";

const commitment = (minor: bigint, ...authorities: Commitment["authorities"]): Commitment => ({
  ...{ id: "c", party: "US", currency: "USD", minor, called: 0n, restored: 0n },
  ...{ recallable: [], authorities },
});

const authority = (minor: bigint, expires: string, used = 0n) => ({
  ...{ law: "Law", fiscalYear: "2026", minor, used, expires: localDate(expires) },
});

test("[CP3] only authorities in force on the due date cover a call", () => {
  const both = commitment(100n, authority(30n, "2026-09-30"), authority(50n, "2027-09-30", 10n));
  assert.equal(authorityLeft(both, localDate("2026-09-30")), 70n);
  assert.equal(authorityLeft(both, localDate("2026-10-01")), 40n);
  assert.equal(authorityLeft(commitment(100n), localDate("2026-10-01")), undefined);
});

test("[CP4] a call uses what ends first: of what came back, and of the authorities", () => {
  const before = {
    ...commitment(100n, authority(60n, "2027-09-30"), authority(60n, "2026-09-30")),
    ...{ called: 50n, restored: 30n },
    recallable: [{ minor: 10n }, { minor: 20n, until: localDate("2026-12-31") }],
  };
  const { commitment: after, recalled } = drawnOn(before, 25n, localDate("2026-09-30"));
  assert.equal(recalled, 25n);
  assert.deepEqual(after.recallable, [{ minor: 5n }]);
  const used = after.authorities.map(({ expires, used: now }) => [expires, now]);
  assert.deepEqual(used, [
    ["2026-09-30", 25n],
    ["2027-09-30", 0n],
  ]);
  // What is let off gives back the authority that lasts longest, which has none in use here.
  const back = undrawn(after, 25n).authorities.map(({ used: now }) => now);
  assert.deepEqual(back, [0n, 0n]);
});

/** What happens to a commitment, and when; more than there is becomes as much as there is. */
type Step = {
  readonly kind: "call" | "letOff" | "return" | "expire";
  readonly size: bigint;
  readonly day: number;
};

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    kind: fc.constantFrom("call", "letOff", "return", "expire"),
    size: fc.bigInt(1n, 10n ** 20n),
    day: fc.integer({ min: 1, max: 28 }),
  }),
  { maxLength: 24 },
);

const dateOf = (day: number) => localDate(`2026-10-${String(day).padStart(2, "0")}`);
const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/** The same kept as a plain list of amounts that can be called, each with its last day. */
class Oracle {
  readonly promised: bigint;
  calls = 0n;
  recallable = 0n;
  never: bigint;
  lots: { minor: bigint; until: number }[] = [];

  constructor(promised: bigint) {
    this.promised = promised;
    this.never = promised;
  }

  call(minor: bigint): void {
    this.calls += minor;
    this.lots.sort((a, b) => a.until - b.until);
    let left = minor;
    for (const lot of this.lots) {
      const part = least(lot.minor, left);
      lot.minor -= part;
      left -= part;
    }
    this.never -= left;
  }

  letOff(minor: bigint): void {
    this.calls -= minor;
    this.never += minor;
  }

  giveBack(minor: bigint, until: number): void {
    this.recallable += minor;
    this.lots.push({ minor, until });
  }

  expire(day: number): void {
    for (const lot of this.lots) {
      if (lot.until >= day) continue;
      this.recallable -= lot.minor;
      lot.minor = 0n;
    }
  }

  get back(): bigint {
    return this.lots.reduce((sum, { minor }) => sum + minor, 0n);
  }
}

test("[CP2] unfunded is commitment − calls + recallable, through any history", () => {
  fc.assert(
    fc.property(fc.bigInt(1n, 10n ** 20n), steps, (promised, history) => {
      let now = commitment(promised, authority(10n ** 22n, "2030-09-30"));
      const oracle = new Oracle(promised);
      for (const { kind, size, day } of history) {
        const paidIn = oracle.calls - oracle.recallable;
        if (kind === "call") {
          const minor = least(size, unfundedOf(now));
          now = drawnOn(now, minor, dateOf(1)).commitment;
          oracle.call(minor);
        } else if (kind === "letOff") {
          const minor = least(size, paidIn < 0n ? 0n : paidIn);
          now = undrawn(now, minor);
          oracle.letOff(minor);
        } else if (kind === "return") {
          const minor = least(size, paidIn < 0n ? 0n : paidIn);
          now = restored(now, minor, dateOf(day));
          oracle.giveBack(minor, day);
        } else {
          const gone = expiredBy(now, dateOf(day));
          now = withoutExpired(now, dateOf(day));
          const before = oracle.recallable;
          oracle.expire(day);
          assert.equal(gone, before - oracle.recallable);
        }
        assert.equal(unfundedOf(now), promised - oracle.calls + oracle.recallable);
        assert.equal(recallableOf(now), oracle.back);
        assert.equal(uncalledOf(now), oracle.never);
        const used = now.authorities.reduce((sum, { used: part }) => sum + part, 0n);
        assert.ok(used >= 0n && used <= now.called, "no more authority is in use than was called");
      }
    }),
    { numRuns: 300 },
  );
});
