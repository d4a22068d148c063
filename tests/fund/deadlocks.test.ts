import assert from "node:assert/strict";
import { test } from "node:test";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import { charterHash, encodeCharter } from "@jointfund/core/charter/decode-charter.ts";
import type { DemonstrationFund } from "../support/demonstration-fund.ts";
import { testAct, type ActTest } from "../support/act-test.ts";
import {
  contested,
  deadlocked,
  failedActs,
  declaration,
  onlyDeadlock,
  opinion,
  resolution,
  rounds,
  veto,
  withLadder,
} from "../support/deadlocks.ts";
import { withBody } from "../support/rejection-case.ts";
import { drafts, fundAt } from "../support/stages.ts";
import { amended } from "../support/variants.ts";

/**
 * A deadlock that has come to the expert. Declared on 2025-09-22, it is with the chairs up to 10-07
 * (09-23 is a holiday in Japan) and with the ministers up to 11-07 (10-13 in both, 11-03 in Japan).
 */
function advised(): DemonstrationFund {
  return deadlocked().at("2025-11-08T09:00:00Z");
}

const ACTS: readonly ActTest[] = [
  {
    type: "deadlock.declare",
    rule: "[DK1]",
    fund: () => contested().fund,
    draft: (fund) => declaration(failedActs(fund)),
    posts: {},
    effect({ deadlocks, today }) {
      const [deadlock] = [...deadlocks.values()];
      assert.deepEqual(
        [deadlock?.actType, deadlock?.subject, deadlock?.stage, deadlock?.since],
        ["investment.select", "abilene", 0, today],
      );
      // 100,000,000,000 and 150,000,000,000 in two steps.
      assert.deepEqual(deadlock?.most, { currency: "USD", minor: 250_000_000_000n });
    },
    touches: ["deadlocks"],
  },
  {
    type: "deadlock.advise",
    rule: "[DK4]",
    fund: advised,
    draft: (fund) => opinion(onlyDeadlock(fund)),
    posts: {},
    effect({ deadlocks, today }) {
      const [deadlock] = [...deadlocks.values()];
      assert.deepEqual(deadlock?.opinions, [{ text: "The site is sound", on: today }]);
    },
    touches: ["deadlocks"],
  },
  {
    type: "deadlock.resolve",
    rule: "[DK7]",
    fund: deadlocked,
    draft: (fund) => resolution(onlyDeadlock(fund)),
    posts: {},
    effect({ deadlocks, today }) {
      assert.deepEqual([...deadlocks.values()][0]?.ended, { on: today, how: "agreed" });
    },
    touches: ["deadlocks"],
  },
];

for (const act of ACTS) testAct(act);

/** A deadlock over the selection, at the stage at which Japan casts. */
function casting(): DemonstrationFund {
  const fund = withLadder(fundAt("recommended"), [
    ["chairs", 2],
    ["casting", 10, "JP"],
  ]);
  fund.report(declaration(rounds(fund)));
  return fund.until("2025-09-25");
}

test("[DK5] at the stage of casting the party named decides the matter, and no other", () => {
  const fund = casting();
  const id = fund.propose({ ...drafts.selection(), reason: "Cast" });
  assert.equal(fund.state.acts.get(id)?.approvedOn, undefined);
  fund.approve(id, "jp-t1");
  assert.equal(fund.state.acts.get(id)?.approvedOn, "2025-09-25");
  fund.until("2025-10-01").execute(id);
  assert.equal(fund.state.investments.get("abilene")?.status, "selected");
  assert.deepEqual(fund.state.deadlocks.get(onlyDeadlock(fund))?.ended, {
    on: "2025-10-01",
    how: "decided",
  });
});

test("[DK5] a casting party has no say in another matter", () => {
  const fund = casting();
  const other = withBody(drafts.recommendation(), { investment: "other" });
  const recommended = fund.propose(other);
  fund.until("2025-10-03").approve(recommended, "us-t1").execute(recommended);
  const id = fund.propose(withBody(drafts.selection(), { investment: "other" }));
  const outcome = fund.submit(fund.approval(id, "jp-t1"));
  assert.equal(outcome.ok ? "counted" : outcome.error.code, "no_seat_for_this_act");
});

test("[DK5] nor in a larger amount than was proposed before", () => {
  const fund = casting();
  fund.change((state) => {
    const [deadlock] = [...state.deadlocks.values()];
    const most = { currency: "USD", minor: 249_999_999_999n };
    return { ...state, deadlocks: state.deadlocks.set(deadlock!.id, { ...deadlock!, most }) };
  });
  const id = fund.propose({ ...drafts.selection(), reason: "Cast" });
  const outcome = fund.submit(fund.approval(id, "jp-t1"));
  assert.equal(outcome.ok ? "counted" : outcome.error.code, "no_seat_for_this_act");
});

test("[DK5] the right to cast ends with its stage, and what was approved by then stays", () => {
  const fund = casting();
  const silent = fund.propose({ ...drafts.selection(), reason: "Too late" });
  fund.until("2025-10-06");
  assert.equal(fund.state.deadlocks.get(onlyDeadlock(fund))?.ended?.how, "unresolved");
  const outcome = fund.submit(fund.approval(silent, "jp-t1"));
  assert.equal(outcome.ok ? "counted" : outcome.error.code, "no_seat_for_this_act");
});

test("[DK5] the limits bind a casting party as they bind all", () => {
  const fund = casting();
  const id = fund.propose({ ...drafts.selection(), reason: "Cast" });
  fund.approve(id, "jp-t1").until("2025-10-01");
  fund.change((state) => ({
    ...state,
    ledger: state.ledger
      .set("fund/9010/USD/US", 0n)
      .set("fund/9010/USD/JP", 0n)
      .set("fund/1010/USD/bank", 1n),
  }));
  const outcome = fund.submit(fund.execution(id, "us-t1"));
  assert.equal(outcome.ok ? "executed" : outcome.error.code, "limit_not_held");
});

test("[DK2] a second deadlock over the same matter needs new rounds", () => {
  const { fund, acts } = contested();
  fund.report(declaration(acts));
  fund.enact(resolution(onlyDeadlock(fund)), "us-t1", "jp-t1");
  const again = fund.submit(fund.fact({ ...declaration(acts), reason: "Again" }));
  assert.equal(again.ok ? "declared" : again.error.code, "round_not_failed");
  fund.report(declaration(rounds(fund)));
  assert.equal(fund.state.deadlocks.size, 2);
});

test("[DK1] a side that turns against its own proposal does not make a round of it", () => {
  const fund = fundAt("recommended");
  const id = fund.propose({ ...drafts.selection(), by: "us-t1" });
  fund.approve(id, "us-1", "jp-1");
  fund.must(veto(fund, id, "us-t1"));
  fund.until("2025-09-20");
  const acts = [id, ...rounds(fund).slice(0, 2)];
  const outcome = fund.submit(fund.fact(declaration(acts)));
  assert.equal(outcome.ok ? "declared" : outcome.error.facts["actual"], id);
});

/** An amendment that the one side wants and the other rejects, three times. */
function rejectedAmendments(change: Partial<Charter>): readonly [DemonstrationFund, string[]] {
  const fund = fundAt("recommended");
  const next = amended(fund.state.adopted, change);
  const charter = charterHash(next);
  fund.blobs.set(charter, encodeCharter(next));
  const acts = [1, 2, 3].map((day) => {
    const draft = { type: "charter.amend", by: "us-t1", body: { charter }, reason: `Day ${day}` };
    const id = fund.propose(draft);
    fund.approve(id, "us-t1");
    for (const officer of ["jp-t1", "jp-t2"]) fund.must(fund.approval(id, officer, "reject"));
    fund.until(`2025-09-${19 + day}`);
    return id;
  });
  return [fund, acts];
}

test("[DK3] an ordinary amendment may be deadlocked, an entrenched one not", () => {
  const { freeze, notice } = fundAt("recommended").state.adopted;
  const [ordinary, notices] = rejectedAmendments({ notice: { ...notice, en: "Other words" } });
  ordinary.report(declaration(notices));
  const shorter = { ...freeze!, days: { days: 9, calendar: "joint" } };
  const [entrenched, freezes] = rejectedAmendments({ freeze: shorter });
  const outcome = entrenched.submit(entrenched.fact(declaration(freezes)));
  assert.equal(outcome.ok ? "declared" : outcome.error.code, "matter_not_for_deadlock");
});
