import assert from "node:assert/strict";
import { test } from "node:test";
import { actTypes } from "@jointfund/core/fund/act-types.ts";
import { cashAfterClaims } from "@jointfund/core/fund/winding-up.ts";
import { trialBalance } from "@jointfund/core/ledger/journal.ts";
import { BEGINNINGS } from "@jointfund/core/oversight/wind-up.ts";
import { testAct, type ActTest } from "../support/act-test.ts";
import { contested, declaration, withLadder } from "../support/deadlocks.ts";
import { troubles } from "../support/oversight.ts";
import { final, TREASURIES } from "../support/rejection-case.ts";
import { drafts, fundAt } from "../support/stages.ts";
import { emptied, ends, windingUp } from "../support/wind-up.ts";

const ACTS: readonly ActTest[] = [
  {
    type: "winddown.start",
    rule: "[WU1]",
    fund: () => fundAt("funded"),
    draft: () => ends.start(),
    posts: {},
    effect({ oversight, today }) {
      assert.equal(oversight.windUp?.since, today);
      assert.equal(oversight.windUp.cause, "agreed");
    },
    touches: ["oversight"],
  },
  {
    type: "winddown.distribute",
    rule: "[WU4]",
    fund() {
      const fund = windingUp("funded");
      fund.report(troubles.claim());
      fund.report(troubles.dispute());
      return fund;
    },
    draft: () => ends.distribution(),
    posts: {},
    effect({ distributions }) {
      // 6,000,000,000.00 in cash, less a claim of 50,000,000.00 and 40,000,000.00 in dispute.
      assert.equal([...distributions.values()][0]?.minor, 591_000_000_000n);
    },
    touches: ["distributions"],
  },
  {
    type: "winddown.close",
    rule: "[WU6]",
    fund: emptied,
    draft: () => ends.close(),
    posts: {},
    effect({ oversight, ledger, today }) {
      assert.equal(oversight.windUp?.closedOn, today);
      let capital = 0n;
      for (const { account, minor } of trialBalance(ledger)) {
        if (account < "9000") capital += minor;
        assert.ok(account >= "3000", `${account} has a balance`);
      }
      assert.equal(capital, 0n);
    },
    touches: ["oversight"],
  },
];

for (const act of ACTS) testAct(act);

test("[WU4] nothing is distributed that an investment was promised or others are owed", () => {
  const fund = windingUp("earning");
  // 610,000,000,001 in cash; 100,000,000,000 instructed and 150,000,000,000 promised.
  assert.equal(cashAfterClaims(fund.state, "fund"), 360_000_000_001n);
});

test("[WU1] the fund ends by itself on the day after its last", () => {
  const fund = fundAt("funded").change((state) => {
    const windUp = { ...state.charter.windUp!, sunset: "2025-09-12" };
    return { ...state, charter: { ...state.charter, windUp } };
  });
  assert.equal(fund.until("2025-09-12").state.oversight.windUp, undefined);
  const { windUp } = fund.until("2025-09-13").state.oversight;
  assert.deepEqual([windUp?.cause, windUp?.since], ["sunset", "2025-09-13"]);
});

test("[DK7] [WU1] a deadlock that nothing resolves ends the fund", () => {
  const { fund, acts } = contested();
  withLadder(fund, [
    ["chairs", 2],
    ["windUp", 3],
  ]);
  fund.report(declaration(acts));
  // Declared on 2025-09-22: two days with the chairs, then three to think again.
  assert.equal(fund.until("2025-09-28").state.oversight.windUp, undefined);
  fund.until("2025-09-29");
  const { oversight, deadlocks } = fund.state;
  assert.deepEqual([...deadlocks.values()][0]?.ended, { on: "2025-09-29", how: "windUp" });
  assert.equal(oversight.windUp?.cause, "deadlock");
});

test("[WU2] what begins something new is a decision that the fund knows", () => {
  for (const type of BEGINNINGS) assert.equal(actTypes.get(type), "decision", type);
});

test("[WU2] what was promised to an investment is still paid", () => {
  const fund = windingUp("earning");
  fund.enact(drafts.advance(), "jp-t1");
  assert.equal(fund.state.payments.size, 2);
});

test("[WU3] what was instructed before leaves as ever, though creditors wait", () => {
  const fund = windingUp("declared");
  const distributed = [...fund.state.payments.values()].filter(
    ({ purpose }) => purpose === "distribution",
  );
  const claim = fund.report(troubles.claim());
  fund.enact(troubles.settlement(claim, "3000000000"), ...TREASURIES);
  final(fund);
  for (const { id, payee, minor } of distributed) {
    fund.enact(drafts.payment(id, payee, minor.toString()), "jp-t1");
    assert.notEqual(fund.state.payments.get(id)?.releasedOn, undefined);
  }
  assert.equal(distributed.length, 2);
});

test("[WU5] the least cash of the charter does not outlive the fund", () => {
  // The whole of the cash goes, though the charter keeps 500,000,000.00 while the fund lives.
  const [distribution] = [...emptied().state.distributions.values()];
  assert.equal(distribution?.minor, 600_000_000_000n);
  const strict = windingUp("funded").change((state) => {
    const limits = state.charter.limits.map((limit) =>
      limit.id === "liquidity"
        ? { ...limit, holds: "cash - otherLiabilities >= minimumCash of initialCapital" }
        : limit,
    );
    return { ...state, charter: { ...state.charter, limits } };
  });
  const determined = strict.enact(ends.distribution(), ...TREASURIES);
  const body = { distribution: determined, amount: "600000000000", currency: "USD" };
  const id = strict.propose({ type: "distribution.declare", by: "us-t1", body });
  strict.approve(id, "us-t1");
  const outcome = strict.submit(strict.execution(id, "us-t1"));
  assert.equal(outcome.ok ? "declared" : outcome.error.code, "limit_not_held");
});
