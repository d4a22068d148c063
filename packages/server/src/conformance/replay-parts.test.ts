import assert from "node:assert/strict";
import { test } from "node:test";
import { Debts, LINE } from "./debts.ts";
import { inOrder } from "./valuation-order.ts";
import { WholeAmounts } from "./whole-amounts.ts";

test("[PJ102] a series in whole units is never further off than half a unit", () => {
  const whole = new WholeAmounts();
  let given = 0n;
  for (let n = 1; n <= 1_000; n++) {
    given += whole.take("thirds", 1 / 3);
    assert.ok(Math.abs(Number(given) - n / 3) <= 0.5 + 1e-9);
  }
  assert.equal(whole.take("other", 0.6), 1n);
  assert.equal(whole.series, 2);
});

test("[PJ104] what is repaid falls on line and bonds by what is owed, and all of it is all", () => {
  const debts = new Debts(new WholeAmounts());
  debts.add(LINE, 600);
  debts.add("bonds-1", 200);
  assert.deepEqual(debts.repay(100), [
    { facility: LINE, minor: 75n },
    { facility: "bonds-1", minor: 25n },
  ]);
  // 525 and 175 are left; a sweep of 70 takes its part of each.
  debts.sweep(70);
  assert.deepEqual(debts.repay(315), [
    { facility: LINE, minor: 236n },
    { facility: "bonds-1", minor: 79n },
  ]);
  assert.deepEqual(debts.repay(315), [
    { facility: LINE, minor: "all" },
    { facility: "bonds-1", minor: "all" },
  ]);
  assert.deepEqual(debts.repay(1), []);
});

test("[PJ106] values go up and down in turns and their sum stays near the straight way", () => {
  const changes = [50, 40, -45, -43, 2].map((change, n) => ({ id: `${n}`, minor: 0n, change }));
  let sum = 0;
  for (const { change } of inOrder(changes)) {
    sum += change;
    assert.ok(Math.abs(sum) <= 50, `${sum}`);
  }
  assert.equal(sum, 4);
});
