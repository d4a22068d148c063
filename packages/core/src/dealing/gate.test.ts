import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { throughGate, type Asked } from "./gate.ts";

const asked = (...units: readonly (readonly [bigint, string])[]): readonly Asked[] =>
  units.map(([microUnits, since], n) => ({ id: `o${n}`, microUnits, since }));

test("[DL12] within the gate everyone goes through, beyond it in proportion, rounded down", () => {
  const orders = asked([300n, "2026-03-31"], [100n, "2026-03-31"], [1n, "2025-12-30"]);
  assert.deepEqual(throughGate(orders, 401n, "equal"), [300n, 100n, 1n]);
  // 200 of 401: 149.6…, 49.8… and 0.4….
  assert.deepEqual(throughGate(orders, 200n, "equal"), [149n, 49n, 0n]);
  assert.deepEqual(throughGate(orders, 0n, "first"), [0n, 0n, 0n]);
  assert.deepEqual(throughGate([], 10n, "equal"), []);
});

test("[DL12] orders that waited go first where the charter says so", () => {
  const orders = asked([300n, "2026-03-31"], [100n, "2026-03-31"], [150n, "2025-12-30"]);
  // 50 are left for the 400 of the later day.
  assert.deepEqual(throughGate(orders, 200n, "first"), [37n, 12n, 150n]);
  assert.deepEqual(throughGate(orders, 100n, "first"), [0n, 0n, 100n]);
});

test("[DL12] no more goes through than the gate lets, and no order gets more than it asked", () => {
  const order = fc.tuple(fc.bigInt(1n, 10n ** 18n), fc.constantFrom("a", "b", "c"));
  fc.assert(
    fc.property(
      fc.array(order, { maxLength: 12 }),
      fc.bigInt(0n, 10n ** 18n),
      fc.constantFrom("equal" as const, "first" as const),
      (units, most, deferred) => {
        const orders = asked(...units);
        const through = throughGate(orders, most, deferred);
        const sum = through.reduce((a, b) => a + b, 0n);
        const whole = orders.reduce((all, { microUnits }) => all + microUnits, 0n);
        assert.ok(sum <= most);
        // Rounding holds back less than a millionth of a unit an order.
        const least = most < whole ? most : whole;
        assert.ok(sum > least - BigInt(orders.length) - 1n);
        for (const [n, { microUnits }] of orders.entries()) assert.ok(through[n]! <= microUnits);
      },
    ),
  );
});
