import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import { localDate } from "@jointfund/core/calendar/date.ts";
import { quarterEnds, reproduce } from "@jointfund/server/conformance/reproduce-scenario.ts";
import { readScenario } from "@jointfund/server/scenario/scenario-file.ts";

/**
 * A scenario's books, quarter by quarter, beside those of a projection that is given its figures.
 */
async function reproduced(name: string, until: string) {
  const path = fileURLToPath(new URL(`../../scenarios/${name}.yaml`, import.meta.url));
  const file = readScenario(path);
  assert.ok(file.ok);
  return reproduce(await quarterEnds(file.value, localDate(until)));
}

test("[PJ94] the figures of the first year lead to its books and payout", async () => {
  const { quarters, compared, formulas, beyond } = await reproduced("first-year", "2026-09-30");
  assert.equal(beyond, undefined);
  assert.equal(quarters.length, 6);
  assert.deepEqual(
    compared.flatMap((each) => each.beyond),
    [],
  );
  // Whole minor units: nothing is rounded.
  assert.ok(compared.every(({ largest }) => largest === 0));
  assert.equal(formulas[4], 19_153_139_200);
});

test("[PJ94] the figures of a breach and its cure lead to its books and ladder", async () => {
  const { quarters, compared, beyond } = await reproduced("borrowing", "2026-06-30");
  assert.equal(beyond, undefined);
  assert.equal(quarters.length, 5);
  assert.deepEqual(
    compared.flatMap((each) => each.beyond),
    [],
  );
});

test("[PJ94] ten years of the US-Japan fund lead to its books, partners and all", async () => {
  const { quarters, compared, beyond } = await reproduced("us-japan", "2035-12-31");
  assert.equal(beyond, undefined);
  assert.equal(quarters.length, 43);
  assert.deepEqual(
    compared.flatMap((each) => each.beyond),
    [],
  );
  // Classes as one holder each: their parts are rounded by holder in the books.
  assert.ok(compared.every(({ largest }) => largest < 3));
  // Partners' and citizens' capital and income among them.
  assert.ok(compared.every(({ figures }) => figures === 54));
});
