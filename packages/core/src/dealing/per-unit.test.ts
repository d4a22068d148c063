import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Ratio } from "../base/ratio.ts";
import { perUnit } from "./per-unit.ts";

const MICRO = 1_000_000n;
const cents = { decimals: 2, perMajor: Ratio.make(100n) };

test("[DL16] five billion dollars over 131,234,567 heads leave 127,534,297 cents", () => {
  // One unit a head: all of them as two holders, since the rate does not depend on who holds.
  const holders = [
    { holder: "a", microUnits: 100_000_000n * MICRO },
    { holder: "b", microUnits: 31_234_567n * MICRO },
  ];
  const { rate, parts, residue } = perUnit(500_000_000_000n, holders, cents);
  assert.deepEqual(rate, Ratio.make(3_809n));
  assert.deepEqual(parts, [380_900_000_000n, 31_234_567n * 3_809n]);
  assert.equal(residue, 127_534_297n);
});

test("[DL16] paid and residue sum to what was declared, whoever holds what", () => {
  const units = fc.array(fc.bigInt(1n, 10n ** 15n), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(
      fc.bigInt(0n, 10n ** 20n),
      units,
      fc.integer({ min: 0, max: 12 }),
      (amount, held, decimals) => {
        const holders = held.map((microUnits, n) => ({ holder: `h${n}`, microUnits }));
        const form = { decimals, perMajor: Ratio.make(100n) };
        const { parts, residue } = perUnit(amount, holders, form);
        const sum = parts.reduce((a, b) => a + b, 0n);
        assert.equal(sum + residue, amount);
        assert.ok(residue >= 0n);
        // By whole numbers alone: steps of the last decimal of a main unit, then everyone's part.
        const all = held.reduce((a, b) => a + b, 0n);
        const steps = (amount * MICRO * 10n ** BigInt(decimals)) / (all * 100n);
        for (const [n, microUnits] of held.entries()) {
          assert.equal(parts[n], (steps * 100n * microUnits) / (10n ** BigInt(decimals) * MICRO));
        }
      },
    ),
  );
});
