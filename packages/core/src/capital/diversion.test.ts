import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { localDate } from "../calendar/date.ts";
import { newItem, type CapitalCall } from "./call.ts";
import { divert } from "./diversion.ts";

type Debt = { readonly open: bigint; readonly interest: bigint; readonly day: number };

function callWith({ open, interest, day }: Debt, n: number, diverting = true): CapitalCall {
  const dueDate = localDate(`2026-03-${String(day).padStart(2, "0")}`);
  const item = newItem({ party: "JP", commitment: "c", minor: open, microUnits: 0n, dueDate });
  return {
    ...{ id: `call-${n}`, vehicle: "fund", currency: "USD", dueDate, purpose: "general" },
    ...{ shortfall: 0n },
    items: [{ ...item, interest, steps: diverting ? ["publish", "divert"] : ["publish"] }],
  };
}

const OF = { vehicle: "fund", party: "JP", currency: "USD" } as const;

test("[CP23] what was called is paid before interest, of each unpaid call its part", () => {
  const calls = [
    callWith({ open: 50n, interest: 5n, day: 20 }, 1),
    callWith({ open: 30n, interest: 3n, day: 10 }, 2),
  ];
  // Exactly 22.5 and 37.5: the odd unit goes to the call that fell due first.
  assert.deepEqual(divert(calls, { ...OF, minor: 60n }), {
    diverted: [
      { call: "call-2", capital: 23n, interest: 0n },
      { call: "call-1", capital: 37n, interest: 0n },
    ],
    paid: 0n,
  });
  assert.deepEqual(divert(calls, { ...OF, minor: 84n }), {
    diverted: [
      { call: "call-2", capital: 30n, interest: 2n },
      { call: "call-1", capital: 50n, interest: 2n },
    ],
    paid: 0n,
  });
});

test("[CP23] nothing is diverted before the step, from others, or for another vehicle", () => {
  const early = [callWith({ open: 50n, interest: 5n, day: 20 }, 1, false)];
  assert.deepEqual(divert(early, { ...OF, minor: 60n }), { diverted: [], paid: 60n });
  const calls = [callWith({ open: 50n, interest: 5n, day: 20 }, 1)];
  for (const other of [{ vehicle: "site" }, { party: "US" }, { currency: "JPY" }]) {
    assert.deepEqual(divert(calls, { ...OF, ...other, minor: 60n }), { diverted: [], paid: 60n });
  }
});

test("[CP23] what is diverted and what is paid are the whole, and no debt is overpaid", () => {
  const debt = fc.record({
    open: fc.bigInt(0n, 10n ** 20n),
    interest: fc.bigInt(0n, 10n ** 18n),
    day: fc.integer({ min: 1, max: 28 }),
  });
  fc.assert(
    fc.property(fc.array(debt, { maxLength: 6 }), fc.bigInt(0n, 10n ** 20n), (debts, minor) => {
      const { diverted, paid } = divert(
        debts.map((each, n) => callWith(each, n)),
        { ...OF, minor },
      );
      const turned = diverted.reduce((sum, part) => sum + part.capital + part.interest, 0n);
      const owed = debts.reduce((sum, { open, interest }) => sum + open + interest, 0n);
      const paidOf = (part: "capital" | "interest") =>
        diverted.reduce((sum, each) => sum + each[part], 0n);
      const called = debts.reduce((sum, { open }) => sum + open, 0n);
      assert.equal(paidOf("capital"), called < minor ? called : minor);
      for (const { call, capital, interest } of diverted) {
        const debt = debts[Number(call.slice("call-".length))]!;
        assert.ok(capital <= debt.open && interest <= debt.interest);
        // However a debt is cut into calls, each is paid the same part of it, but for a unit.
        const gap = capital * called - paidOf("capital") * debt.open;
        assert.ok((gap < called && gap > -called) || called === 0n);
      }
      assert.equal(turned + paid, minor);
      assert.equal(turned, owed < minor ? owed : minor);
    }),
  );
});
