import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { PathFlows, yearlyRate } from "./rate-of-return.ts";

function flowsOf(of: readonly number[]): PathFlows {
  const flows = new PathFlows(of.length);
  flows.take(Float64Array.from(of), 0, 1);
  return flows;
}

const factorOf = (of: readonly number[]): number | undefined => flowsOf(of).factor();

test("[PJ66] rates that are known: a bond at par, a doubling, a loss", () => {
  const bond = [-100, 3, 3, 3, 103];
  assert.ok(Math.abs(1 / factorOf(bond)! - 1.03) < 1e-12);
  assert.ok(Math.abs(yearlyRate(factorOf(bond)!, 4) - (1.03 ** 4 - 1)) < 1e-12);
  // Doubled in 12 months.
  const doubled = factorOf([-1, ...Array.from({ length: 11 }, () => 0), 2])!;
  assert.ok(Math.abs(yearlyRate(doubled, 12) - 1) < 1e-11);
  assert.ok(Math.abs(yearlyRate(factorOf([-100, 0, 0, 0, 1])!, 4) + 0.99) < 1e-11);
  // Nine tenths of a per cent are left, after one step, of all that was paid in.
  assert.equal(factorOf([-100, 0.9]), undefined);
});

test("[PJ66] where the worth is flat a small step is not taken for the root", () => {
  const flows = [-68_719_476_708, -1, -1, -1, 0, 0, 1];
  const factor = factorOf(flows)!;
  assert.ok(factor === undefined || factor > 60);
});

test("[PJ66] changes of sign are counted without zeros", () => {
  const changes = (flows: readonly number[]): number => flowsOf(flows).changes;
  assert.equal(changes([0, -1, 0, -2, 0, 3, 0, 4]), 1);
  assert.equal(changes([-1, 2, -1, 0, 1]), 3);
  assert.equal(changes([0, 0]), 0);
});

test("[PJ66] of several rates none is told: the pump of Lorie and Savage", () => {
  // -1,600, 10,000, -10,000 is worth nothing at 25 % and at 400 %.
  const pump = [-1600, 10_000, -10_000];
  const factor = factorOf(pump)!;
  assert.ok([0.8, 0.2].some((each) => Math.abs(each - factor) < 1e-12));
  assert.equal(flowsOf(pump).isOnlyFactor(factor), false);
  // A further call that leaves it owed money on the way has one rate only.
  const later = [-100, 20, -50, 160];
  assert.equal(flowsOf(later).isOnlyFactor(factorOf(later)!), true);
});

test("[PJ66] what pays in first and then receives is worth nothing at its factor", () => {
  const amounts = fc.array(fc.double({ min: 0, max: 1e12, noNaN: true }), {
    minLength: 1,
    maxLength: 60,
  });
  fc.assert(
    fc.property(amounts, amounts, (paid, got) => {
      const flows = [...paid.map((each) => -each - 1), ...got, 1];
      const factor = factorOf(flows);
      if (factor === undefined) return;
      const size = flows.reduceRight((sum, each) => sum * factor + Math.abs(each), 0);
      const worth = flows.reduceRight((sum, each) => sum * factor + each, 0);
      assert.ok(Math.abs(worth) <= 1e-9 * size);
      assert.ok(flowsOf(flows).isOnlyFactor(factor * (1 - 1e-9)));
    }),
  );
});
