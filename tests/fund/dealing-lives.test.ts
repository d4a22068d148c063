import assert from "node:assert/strict";
import { test } from "node:test";
import { runChecks } from "@jointfund/core/fund/checks/check-outcome.ts";
import { NAMED_CHECKS } from "@jointfund/core/statements/page-checks.ts";
import { chronicleOf, finalise } from "../support/chronicles.ts";
import { booksDrafts } from "../support/books-drafts.ts";
import type { DemonstrationFund } from "../support/demonstration-fund.ts";
import { plausibleActs } from "../support/plausible-acts.ts";
import { plausibleDealing } from "../support/plausible-dealing.ts";
import { live, passDays, quick } from "../support/random-history.ts";
import { Chance } from "../support/random-json.ts";
import { variant } from "../support/variants.ts";

const SEEDS = 4;
const MONTHS = 8;

/** A fund whose founders have paid in and whose citizens deal at the end of every month. */
function openedFund(): DemonstrationFund {
  const daily = { days: 1, calendar: "calendar" };
  const fund = variant((charter) => ({
    ...quick(charter),
    limits: charter.limits.map((limit) => ({ ...limit, holds: "today >= today" })),
    dealing: charter.dealing!.map((terms) => ({
      ...terms,
      ...{ every: "month" as const, cutOff: daily, gate: "60%" },
    })),
  })).found();
  for (const type of ["commitment.accept", "capital.call", "capital.receive", "class.open"]) {
    if (type === "capital.receive") passDays(fund, 400);
    const acts = [
      ...plausibleActs(fund.state, "300000000000"),
      ...plausibleDealing(fund.state, "1"),
    ];
    for (const draft of acts) if (draft.type === type) live(fund, draft);
  }
  return fund;
}

/** One month: orders as they come, then the strikes and the dealing day of the month before. */
function month(fund: DemonstrationFund, chance: Chance): void {
  const some = (types: RegExp, oneIn: number): void => {
    const amount = chance.pick(["10000", "1234567", "98765432101"]);
    const acts = [...plausibleDealing(fund.state, amount), ...plausibleActs(fund.state, amount)];
    for (const draft of acts) if (types.test(draft.type) && chance.oneIn(oneIn)) live(fund, draft);
  };
  some(/^order\.place$/, 2);
  some(/^order\.cancel$/, 9);
  passDays(fund, 31);
  fund.submit(fund.fact(booksDrafts.fixing(chance.pick(["150", "160.5", "161"]))));
  some(/^valuation\.submit$/, 3);
  // The fund is struck before the feeders that hold its units.
  some(/^nav\.strike$/, 1);
  some(/^order\.price$/, 1);
  finalise(fund);
  some(/^payment\.release$/, 2);
  some(/^distribution\.(determine|declare)$/, 4);
}

test("[DL12] [DL13] [DL14] every check holds of every life in which citizens deal", () => {
  let [bought, given] = [0, 0];
  for (let seed = 1; seed <= SEEDS; seed++) {
    const chance = new Chance(seed);
    const fund = openedFund();
    for (let round = 0; round < MONTHS; round++) month(fund, chance);
    for (const { microUnits } of fund.state.orders.deals.values()) {
      if (microUnits > 0n) bought++;
      else given++;
    }
    for (const { name, breaches } of runChecks(NAMED_CHECKS, chronicleOf(fund))) {
      assert.deepEqual(breaches, [], `${name} with seed ${seed}`);
    }
  }
  assert.ok(bought > 5 && given > 2, `${bought} purchases and ${given} sales`);
});
