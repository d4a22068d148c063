import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { addDays, localDate } from "../calendar/date.ts";
import { newItem, paidInOf, type CapitalCall } from "./call.ts";
import type { Commitment } from "./commitment.ts";
import { evolveCapital } from "./evolve.ts";
import { emptyCapital, type CapitalState } from "./state.ts";
import { trueUpParts, type TrueUp } from "./true-up.ts";

const CALLED = localDate("2026-01-15");
const RATE = { rate: "6%", dayCount: "ACT/365F" } as const;

const promised = (party: string, minor: bigint): Commitment => ({
  ...{ id: `of-${party}`, party, currency: "USD", minor, called: 0n, restored: 0n },
  ...{ recallable: [], authorities: [] },
});

/** Partners who have promised, and calls that the first of them have paid in proportion. */
function paidBy(first: readonly Commitment[], percents: readonly bigint[]): CapitalState {
  let state: CapitalState = first.reduce(
    (before, commitment) => evolveCapital(before, { kind: "commitmentAccepted", commitment }),
    emptyCapital,
  );
  for (const [n, percent] of percents.entries()) {
    const items = first.map(({ id, party, minor }) => {
      const amount = (minor * percent) / 100n;
      return newItem({
        ...{ party, commitment: id, minor: amount, microUnits: amount * 10_000n },
        dueDate: CALLED,
      });
    });
    const call: CapitalCall = {
      ...{ id: `call-${n}`, vehicle: "fund", unitClass: "partners", currency: "USD" },
      ...{ dueDate: CALLED, price: "1.00", purpose: "general", items, shortfall: 0n },
    };
    state = evolveCapital(state, { kind: "capitalCalled", call });
    for (const { party, minor, microUnits } of items) {
      const on = CALLED;
      const of = { call: call.id, party, minor, microUnits, on };
      state = evolveCapital(state, { kind: "contributionReceived", ...of });
    }
  }
  return state;
}

function admittedTo(state: CapitalState, later: Commitment, date = CALLED): CapitalState {
  const { id: commitment, party } = later;
  let next = evolveCapital(state, { kind: "commitmentAccepted", commitment: later });
  const parts = trueUpParts(next.calls.values(), next.commitments.values(), {
    ...{ unitClass: "partners", party, date, rate: RATE, rounding: "floor" },
    tieBreak: [...next.commitments.values()].map((each) => each.party),
  });
  const trueUp: TrueUp = {
    ...{ id: `true-up-${party}`, party, commitment, unitClass: "partners", vehicle: "fund" },
    ...{ currency: "USD", dueDate: date, parts, received: 0n },
  };
  next = evolveCapital(next, { kind: "trueUpCalled", trueUp });
  return evolveCapital(next, { kind: "trueUpSettled", id: trueUp.id, on: date });
}

const amounts = fc.bigInt(1_000_000n, 10n ** 20n);

test("[CP51] whoever comes when, every partner has paid in the same per commitment", () => {
  fc.assert(
    fc.property(
      fc.array(amounts, { minLength: 1, maxLength: 4 }),
      fc.array(amounts, { minLength: 1, maxLength: 4 }),
      fc.array(fc.bigInt(1n, 30n), { minLength: 1, maxLength: 3 }),
      (first, later, percents) => {
        const all = [...first, ...later].map((minor, n) => promised(`P${n}`, minor));
        const early = all.slice(0, first.length);
        const before = paidBy(early, percents);
        let state = before;
        for (const commitment of all.slice(first.length)) state = admittedTo(state, commitment);
        const committed = all.reduce((sum, { minor }) => sum + minor, 0n);
        for (const { id, items } of state.calls.values()) {
          const old = before.calls.get(id)!;
          const paid = old.items.reduce((sum, item) => sum + paidInOf(item), 0n);
          const units = old.items.reduce((sum, item) => sum + item.heldMicroUnits, 0n);
          assert.equal(
            items.reduce((sum, item) => sum + paidInOf(item), 0n),
            paid,
          );
          assert.equal(
            items.reduce((sum, item) => sum + item.heldMicroUnits, 0n),
            units,
          );
          // As if all had been called at once: exact shares, a minor unit apart for each admission
          // and for the first call's own rounding.
          for (const item of items) {
            const own = all.find(({ party }) => party === item.party)!.minor;
            const gap = paidInOf(item) * committed - paid * own;
            const most = committed * BigInt(later.length + first.length + 1);
            assert.ok((gap < 0n ? -gap : gap) <= most, `${item.party} has ${paidInOf(item)}`);
          }
        }
        for (const { called, restored, minor } of state.commitments.values()) {
          assert.ok(called - restored <= minor);
        }
      },
    ),
    { numRuns: 200 },
  );
});

test("[CP51] the worked case: a second partner of half the size takes a third", () => {
  // 90.00 of 300.00 was called; one that promises 150.00 takes a third: 30.00, with 60 days of 6%.
  const state = paidBy([promised("A", 30_000n)], [30n]);
  const later = promised("B", 15_000n);
  const withBoth = evolveCapital(state, { kind: "commitmentAccepted", commitment: later });
  const date = addDays(CALLED, 60);
  assert.ok(date.ok);
  const [part] = trueUpParts(withBoth.calls.values(), withBoth.commitments.values(), {
    ...{ unitClass: "partners", party: "B", date: date.value },
    ...{ rate: RATE, rounding: "halfUp", tieBreak: ["A", "B"] },
  });
  // 30.00 × 6% × 60/365 = 0.2958….
  assert.deepEqual(part, {
    ...{ call: "call-0", from: "A", commitment: "of-A", minor: 3_000n, interest: 30n },
    microUnits: 30_000_000n,
  });
});
