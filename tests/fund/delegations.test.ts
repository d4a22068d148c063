import assert from "node:assert/strict";
import { test } from "node:test";
import { testAct, type ActTest } from "../support/act-test.ts";
import { delegated, delegating, onlyDelegation } from "../support/delegations.ts";
import type { DemonstrationFund } from "../support/demonstration-fund.ts";
import { drafts, fundAt } from "../support/stages.ts";

const ACTS: readonly ActTest[] = [
  {
    type: "delegation.set",
    rule: "[DG1]",
    fund: () => fundAt("recommended"),
    draft: () => delegating.set(),
    posts: {},
    effect({ delegations, today }) {
      assert.deepEqual([delegations[0]?.to, delegations[0]?.from], ["MGR", today]);
    },
    touches: ["delegations"],
  },
  {
    type: "delegation.revoke",
    rule: "[DG4]",
    fund: () => delegated(),
    draft: (fund) => delegating.revocation(onlyDelegation(fund)),
    posts: {},
    effect({ delegations, today }) {
      assert.equal(delegations[0]?.revokedOn, today);
    },
    touches: ["delegations"],
  },
];

for (const act of ACTS) testAct(act);

/** What comes of the office's own vote on a selection that a treasury proposes. */
function voteOfOffice(fund: DemonstrationFund): string {
  const id = fund.propose({ ...drafts.selection(), by: "us-t1" });
  const outcome = fund.submit(fund.approval(id, "m-1"));
  if (!outcome.ok) return outcome.error.code;
  return fund.state.acts.get(id)?.approvedOn === undefined ? "open" : "approved";
}

test("[DG2] a delegate approves alone, up to the amount", () => {
  assert.equal(voteOfOffice(fundAt("recommended")), "no_seat_for_this_act");
  assert.equal(voteOfOffice(delegated()), "approved");
  assert.equal(voteOfOffice(delegated({ amount: "249999999999" })), "no_seat_for_this_act");
  assert.equal(voteOfOffice(delegated({ currency: "JPY" })), "no_seat_for_this_act");
});

test("[DG2] nor after its last day, nor for another type of act", () => {
  assert.equal(voteOfOffice(delegated({ until: "2025-09-20" }).until("2025-09-20")), "approved");
  const late = delegated({ until: "2025-09-20" }).until("2025-09-21");
  assert.equal(voteOfOffice(late), "no_seat_for_this_act");
  const other = delegated({ actTypes: ["investment.close"] });
  assert.equal(voteOfOffice(other), "no_seat_for_this_act");
});

test("[DG3] what decides who decides is never delegated", () => {
  for (const type of ["charter.amend", "key.enrol", "delegation.set", "capital.receive"]) {
    const fund = fundAt("recommended");
    const outcome = fund.submit(fund.proposal(delegating.set({ actTypes: [type] })));
    assert.equal(outcome.ok ? "proposed" : outcome.error.code, "act_not_delegable", type);
  }
});
