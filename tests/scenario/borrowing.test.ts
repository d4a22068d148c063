import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { playExample } from "../support/first-year.ts";

const data = mkdtempSync(join(tmpdir(), "jointfund-borrowing-"));
after(() => rmSync(data, { recursive: true, force: true }));

test("the fund borrows, breaks a covenant, pays what it owes and comes back", async () => {
  const { state, outcome } = await playExample("borrowing", data);
  assert.ok(outcome.ok && outcome.value.isComplete);
  const bonds = state.facilities.get("bonds-2030")!;
  // Worked out by hand: 5 billion less what was swept of 120 million, all of it, and redeemed.
  assert.equal(bonds.principal, 500_000_000_000n - 12_000_000_000n - 130_000_000_000n);
  assert.equal(state.ledger.get("fund/2090/USD/bonds-2030"), -bonds.principal);
  // 30/360 at 4.75%: from 19 September to 17 March 178 days on 5 billion, paid; two days more on
  // that, and 41 days to 30 April on what is left.
  const earned = (principal: bigint, days: bigint): bigint => principal * 475n * days;
  const whole = earned(500_000_000_000n, 2n) + earned(bonds.principal, 41n);
  const rounded = (2n * whole + 3_600_000n) / 7_200_000n;
  assert.equal(bonds.interestPayable, rounded);
  const coverage = state.covenants.get("asset-coverage");
  assert.equal(coverage?.standing?.step, "clear");
  assert.equal(coverage?.plans.length, 1);
});
