import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { playExample } from "../support/first-year.ts";

const data = mkdtempSync(join(tmpdir(), "jointfund-paying-late-"));
after(() => rmSync(data, { recursive: true, force: true }));

test("a side pays late, its distribution pays what it owes, and money goes back", async () => {
  const { state, outcome } = await playExample("paying-late", data);
  assert.ok(outcome.ok && outcome.value.isComplete);
  const second = [...state.capital.calls.values()].find(({ dueDate }) => dueDate === "2025-12-01")!;
  const [us, jp] = second.items;
  // Worked out by hand, in cents. Sixty days at 4% of 600,000,000.00 are 394,520,547; 80% of that,
  // 315,616,437, are paid out, and Japan has 3.4 of 7.4 billion units.
  assert.equal(jp?.received, 100_000_000_000n);
  assert.equal(jp?.settlements[1]?.minor, 145_012_958n);
  // Interest is on the part that was diverted, for 60 days, and on the rest for 71.
  assert.equal(jp?.interest, 466_674_504n);
  assert.equal(jp?.interestPaid, jp?.interest);
  assert.deepEqual(jp?.steps, []);
  assert.deepEqual([us?.returned, jp?.returned], [50_000_000_000n, 50_000_000_000n]);
  // 3,000,000,000 units of the first call and half a billion that are left of the second.
  for (const party of ["US", "JP"]) {
    assert.equal(state.capital.units.get(`founders/${party}`), 3_500_000_000_000_000n);
    assert.equal(state.ledger.get(`fund/9020/USD/${party}`), 50_000_000_000n);
  }
});
