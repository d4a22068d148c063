import assert from "node:assert/strict";
import { test } from "node:test";
import { runChecks } from "@jointfund/core/fund/checks/check-outcome.ts";
import { NAMED_CHECKS } from "@jointfund/core/statements/page-checks.ts";
import { chronicleOf } from "../support/chronicles.ts";
import { randomHistory } from "../support/random-history.ts";

/** A bank says what it says, and at random it says nothing true. */
const OWN_CHECKS = NAMED_CHECKS.filter(({ name }) => name !== "bank-statements");

const SEEDS_MIN = 3;
const SEEDS_MAX = 40;
const STEPS = 120;

/** Acts without which lives would show little of how statements articulate. */
const SHOWING = [
  ...["capital.receive", "investment.close", "investment.income", "valuation.submit"],
  ...["distribution.declare", "payment.release", "fx.convert", "expense.book"],
] as const;

test("[ST50] every check holds of every life that the rules let a fund have", () => {
  const missing = new Set<string>(SHOWING);
  for (let seed = 1; seed <= SEEDS_MAX && (seed <= SEEDS_MIN || missing.size > 0); seed++) {
    const input = chronicleOf(randomHistory(seed, STEPS));
    for (const { journal } of input.chronicle.postings) {
      missing.delete(input.chronicle.acts.get(journal.id.slice(0, 64))?.act.type ?? "");
    }
    for (const { name, breaches } of runChecks(OWN_CHECKS, input)) {
      assert.deepEqual(breaches, [], `${name} with seed ${seed}`);
    }
  }
  assert.deepEqual([...missing], [], "what no life came to");
});
