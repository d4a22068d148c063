import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { playExample } from "../support/first-year.ts";

const data = mkdtempSync(join(tmpdir(), "jointfund-citizens-"));
after(() => rmSync(data, { recursive: true, force: true }));

test("a dozen citizens buy in two currencies, and the gate holds back a redemption", async () => {
  const { state, outcome } = await playExample("citizens", data);
  assert.ok(outcome.ok && outcome.value.isComplete, JSON.stringify(outcome));
  const units = (key: string): bigint | undefined => state.capital.units.get(key);
  // First orders at a dollar and a yen a unit; one was cancelled in time.
  assert.equal(units("citizens-us/us-004"), 1_234_560_000n);
  assert.equal(units("citizens-us/us-005"), undefined);
  assert.equal(units("citizens-jp/jp-003"), 5_000_000_000_000n);
  // 5,917,777 yen at 150 buy units of the fund at 1.00000000; so did 89,167.89 dollars, less the
  // 3,933.87 and 524.51 that two holders have had back since.
  assert.equal(units("public/feeder-us"), 89_167_890_000n - 4_458_380_000n);
  assert.equal(units("public/feeder-jp"), 39_451_840_000n);
  // 5% of 89,167.89 units are 4,458.3945, shared by 75,000 and 10,000.
  assert.equal(units("citizens-us/us-003"), 75_000_000_000n - 3_933_877_500n);
  assert.equal(units("citizens-us/us-006"), 10_000_000_000n - 524_517_000n);
});
