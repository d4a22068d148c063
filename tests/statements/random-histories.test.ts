import assert from "node:assert/strict";
import { test } from "node:test";
import { runChecks } from "@jointfund/core/fund/check-outcome.ts";
import { NAMED_CHECKS } from "@jointfund/core/statements/page-checks.ts";
import { chronicleOf } from "../support/chronicles.ts";
import { randomHistory } from "../support/random-history.ts";

const SEEDS = 6;
const STEPS = 140;

test("[ST50] every check holds of every life that the rules let a fund have", () => {
  const lived = new Set<string>();
  for (let seed = 1; seed <= SEEDS; seed++) {
    const input = chronicleOf(randomHistory(seed, STEPS));
    for (const { journal } of input.chronicle.postings) {
      lived.add(input.chronicle.acts.get(journal.id.slice(0, 64))?.act.type ?? "");
    }
    for (const { name, breaches } of runChecks(NAMED_CHECKS, input)) {
      assert.deepEqual(breaches, [], `${name} with seed ${seed}`);
    }
  }
  // A life without these would show nothing of how statements articulate.
  for (const type of [
    ...["capital.receive", "investment.close", "investment.income", "valuation.submit"],
    ...["facility.receive", "distribution.declare", "payment.release"],
  ]) {
    assert.ok(lived.has(type), type);
  }
});
