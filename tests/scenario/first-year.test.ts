import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { playFirstYear } from "../support/first-year.ts";
import { fingerprint, published, temporaryDirectory } from "../support/played-data.ts";

test("the first year plays to its end, and its books are what its figures make them", async () => {
  const data = temporaryDirectory();
  const { state, outcome } = await playFirstYear(data);
  assert.ok(outcome.ok);
  assert.equal(outcome.value.isComplete, true);
  const balance = (key: string): bigint => state.ledger.get(`fund/${key}`) ?? 0n;
  // Worked out by hand from the scenario: four receipts of 3,000,000,000.00; three steps of the
  // site; two rents of two per cent; 80% of the rents distributed.
  const steps = 198_880_500_000n + 200_774_600_000n + 397_761_000_000n;
  const rents = 7_993_102_000n + 15_948_322_000n;
  const distributed = 19_153_139_200n;
  assert.equal(balance("1050/USD/abilene"), steps);
  assert.equal(balance("4010/USD/abilene"), -rents);
  assert.equal(balance("3040/USD/US") + balance("3040/USD/JP"), distributed);
  assert.equal(balance("1010/USD/bank"), 1_200_000_000_000n - steps + rents - distributed);
  // Nothing is left owing.
  assert.equal(balance("2010/USD/abilene"), 0n);
  assert.equal(balance("2030/USD/US"), 0n);
  assert.equal(balance("2030/USD/JP"), 0n);
});

test("[R20] the same scenario gives the same record, in any time zone and locale", async () => {
  const data = temporaryDirectory();
  await playFirstYear(data);
  const script = fileURLToPath(new URL("../support/play-first-year.ts", import.meta.url));
  for (const [zone, locale] of [
    ["Asia/Tokyo", "ja_JP.UTF-8"],
    ["Pacific/Kiritimati", "tr_TR.UTF-8"],
    ["America/Los_Angeles", "C"],
  ] as const) {
    const elsewhere = temporaryDirectory();
    const env = { ...process.env, TZ: zone, LANG: locale, LC_ALL: locale };
    const { status, stderr } = spawnSync(process.execPath, [script, elsewhere], { env });
    assert.equal(status, 0, stderr.toString());
    assert.deepEqual(published(elsewhere), published(data), `${zone} ${locale}`);
  }
});

test("a run that is broken off after any step goes on to the same record", async () => {
  const whole = temporaryDirectory();
  const { steps } = await playFirstYear(whole);
  for (let stop = 1; stop < steps; stop += 7) {
    const data = temporaryDirectory();
    const first = await playFirstYear(data, { stopAfter: stop });
    assert.ok(first.outcome.ok);
    assert.equal(first.outcome.value.isComplete, false);
    const second = await playFirstYear(data);
    assert.ok(second.outcome.ok, JSON.stringify(second.outcome));
    assert.deepEqual(published(data), published(whole), `broken off after step ${stop}`);
  }
});

test("a scenario that is played again on its own finished record adds nothing", async () => {
  const data = temporaryDirectory();
  await playFirstYear(data);
  const before = fingerprint(data);
  const again = await playFirstYear(data);
  assert.ok(again.outcome.ok);
  assert.deepEqual(fingerprint(data), before);
});
