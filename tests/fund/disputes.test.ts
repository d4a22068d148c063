import assert from "node:assert/strict";
import { test } from "node:test";
import { freeCash } from "@jointfund/core/fund/acts/disputes.ts";
import { balanceOf } from "@jointfund/core/ledger/journal.ts";
import { testAct, type ActTest } from "../support/act-test.ts";
import {
  FREE_CASH,
  onlyClaim,
  onlyDispute,
  troubles,
  withClaim,
  withDispute,
  withEscrow,
} from "../support/oversight.ts";
import type { DemonstrationFund } from "../support/demonstration-fund.ts";
import { final } from "../support/rejection-case.ts";
import { drafts, fundAt } from "../support/stages.ts";

const ACTS: readonly ActTest[] = [
  {
    type: "event.record",
    rule: "[OV3]",
    fund: () => fundAt("earning"),
    draft: () => troubles.tariff(),
    posts: {},
    effect({ oversight }) {
      const [external] = [...oversight.externals.values()];
      assert.equal(external?.nature, "tariff");
      assert.deepEqual(external.affected, ["JP", "abilene"]);
    },
    touches: ["oversight"],
  },
  {
    type: "claim.file",
    rule: "[OV4]",
    fund: () => fundAt("earning"),
    draft: () => troubles.claim(),
    posts: { "9090/JP": 5_000_000_000n, "9099/JP": -5_000_000_000n },
    effect({ oversight }) {
      const [claim] = [...oversight.claims.values()];
      assert.equal(claim?.claimant, "JP");
      assert.equal(claim.minor, 5_000_000_000n);
      assert.equal(claim.settled, undefined);
    },
    touches: ["oversight", "ledger"],
  },
  {
    type: "claim.settle",
    rule: "[OV5]",
    fund: withClaim,
    draft: (fund) => troubles.settlement(onlyClaim(fund), "3000000000"),
    posts: {
      "9090/JP": -5_000_000_000n,
      "9099/JP": 5_000_000_000n,
      "5020/awards": 3_000_000_000n,
      "2110/JP": -3_000_000_000n,
    },
    effect({ oversight, payments }) {
      const [claim] = [...oversight.claims.values()];
      assert.equal(claim?.settled?.minor, 3_000_000_000n);
      const payment = [...payments.values()].find(({ purpose }) => purpose === "award");
      assert.equal(payment?.payee, "JP");
      assert.equal(payment.mandatory, false);
    },
    touches: ["oversight", "ledger", "payments"],
  },
  {
    type: "dispute.open",
    rule: "[OV10]",
    fund: withClaim,
    draft: (fund) => troubles.dispute({ claim: onlyClaim(fund) }),
    posts: {},
    effect({ oversight, today }) {
      const [dispute] = [...oversight.disputes.values()];
      assert.equal(dispute?.stage, 0);
      assert.equal(dispute.since, today);
      assert.deepEqual(dispute.sum, { currency: "USD", minor: 4_000_000_000n });
    },
    touches: ["oversight"],
  },
  {
    type: "dispute.escalate",
    rule: "[OV12]",
    fund: withDispute,
    // The claim is against the fund, which either owner speaks for.
    draft: (fund) => troubles.escalation(onlyDispute(fund)),
    posts: {},
    effect({ oversight }) {
      assert.equal([...oversight.disputes.values()][0]?.stage, 1);
    },
    touches: ["oversight"],
  },
  {
    type: "dispute.escrow",
    rule: "[OV13]",
    fund: withDispute,
    draft: (fund) => troubles.escrow(onlyDispute(fund), "3500000000"),
    posts: { "1010/bank": -3_500_000_000n, "1020/<id>": 3_500_000_000n },
    effect({ oversight, ledger }) {
      const [dispute] = [...oversight.disputes.values()];
      assert.deepEqual(dispute?.escrow, [
        { vehicle: "fund", currency: "USD", minor: 3_500_000_000n },
      ]);
      const of = { vehicle: "fund", account: "1020", currency: "USD", subject: dispute.id };
      assert.equal(balanceOf(ledger, of), 3_500_000_000n);
    },
    touches: ["oversight", "ledger"],
  },
  {
    type: "dispute.award",
    rule: "[OV15]",
    fund: withEscrow,
    draft: (fund) => troubles.award(onlyDispute(fund), "1500000000"),
    posts: {
      "1010/bank": 4_000_000_000n,
      "1020/<id>": -4_000_000_000n,
      "9090/JP": -5_000_000_000n,
      "9099/JP": 5_000_000_000n,
      "5020/awards": 1_500_000_000n,
      "2110/JP": -1_500_000_000n,
    },
    effect({ oversight, payments, ledger }) {
      const [dispute] = [...oversight.disputes.values()];
      assert.equal(dispute?.awarded?.minor, 1_500_000_000n);
      assert.deepEqual(dispute.escrow, []);
      const escrow = { vehicle: "fund", account: "1020", currency: "USD" };
      assert.equal(balanceOf(ledger, escrow), 0n);
      const payment = [...payments.values()].find(({ purpose }) => purpose === "award");
      assert.equal(payment?.minor, 1_500_000_000n);
      assert.equal(payment.mandatory, true);
      assert.equal([...oversight.claims.values()][0]?.settled?.minor, 1_500_000_000n);
    },
    touches: ["oversight", "ledger", "payments"],
  },
];

for (const act of ACTS) testAct(act);

test("[OV5] a claim that is dropped leaves nothing behind", () => {
  const fund = withClaim();
  fund.enact(troubles.settlement(onlyClaim(fund)), "us-t1", "jp-t1");
  assert.equal(fund.state.oversight.claims.get(onlyClaim(fund))?.settled?.minor, 0n);
  const memo = { vehicle: "fund", account: "9090", currency: "USD" };
  assert.equal(balanceOf(fund.state.ledger, memo), 0n);
  assert.ok(![...fund.state.payments.values()].some(({ purpose }) => purpose === "award"));
});

test("[OV11] a stage gives way on the day after its last, however late a day opens", () => {
  const fund = withDispute();
  const id = onlyDispute(fund);
  assert.equal(fund.state.today, "2025-12-24");
  // Twenty days on which banks are open in both countries: neither in the days around New Year
  // (12-25, 12-31, 01-01, 01-02), nor on 01-12 (Japan), nor on 01-19 (United States).
  const late = fund.fork();
  const standOf = (of: DemonstrationFund): unknown[] => {
    const dispute = of.state.oversight.disputes.get(id);
    return [dispute?.stage, dispute?.since];
  };
  assert.deepEqual(standOf(fund.until("2026-01-29")), [0, "2025-12-24"]);
  assert.deepEqual(standOf(fund.until("2026-01-30")), [1, "2026-01-30"]);
  assert.deepEqual(standOf(late.at("2026-02-05T09:00:00Z")), [1, "2026-01-30"]);
});

test("[OV11] the last stage ends by an award only", () => {
  const fund = withDispute();
  fund.at("2028-01-05T09:00:00Z");
  const dispute = fund.state.oversight.disputes.get(onlyDispute(fund));
  assert.equal(dispute?.stage, 2);
  assert.equal(dispute.awarded, undefined);
});

const MINIMUM_CASH = 50_000_000_000n;

test("[OV14] a dispute holds up nothing that is carved out", () => {
  const fund = fundAt("earning");
  const before = freeCash(fund.state, "fund", "USD");
  assert.equal(before, FREE_CASH);
  // More is in dispute than the fund has: what is owed and promised stays payable all the same.
  fund.report(troubles.dispute({ sum: { currency: "USD", amount: "999999999999" } }));
  const id = onlyDispute(fund);
  const all = fund.propose(troubles.escrow(id, before.toString()));
  fund.approve(all, "ar-1", "ar-2");
  // The charter keeps its least cash, 500,000,000.00, besides (41.3).
  const refused = fund.submit(fund.execution(all, "us-t1"));
  assert.equal(refused.ok ? "accepted" : refused.error.clause, "41.3");
  fund.enact(troubles.escrow(id, (before - MINIMUM_CASH).toString()), "ar-1", "ar-2");
  assert.equal(freeCash(fund.state, "fund", "USD"), MINIMUM_CASH);
  final(fund);
  const owed = [...fund.state.payments.values()].find(({ payee }) => payee === "crusoe")!;
  fund.enact(drafts.payment(owed.id, "crusoe", "100000000000"), "jp-t1");
  fund.enact(drafts.advance(), "jp-t1");
  final(fund);
  const promised = [...fund.state.payments.values()].find(
    ({ releasedOn }) => releasedOn === undefined,
  )!;
  assert.equal(promised.minor, 150_000_000_000n);
  fund.enact(drafts.payment(promised.id, "crusoe", "150000000000"), "jp-t1");
  assert.equal(fund.state.payments.get(promised.id)?.releasedOn, "2025-12-24");
});

test("[OV15] an award that gives nothing ends the dispute and frees the money", () => {
  const fund = withEscrow();
  fund.enact(troubles.award(onlyDispute(fund)), "ar-2", "ar-3");
  const cash = { vehicle: "fund", account: "1010", currency: "USD" };
  assert.equal(balanceOf(fund.state.ledger, cash), 610_000_000_001n);
  assert.ok(![...fund.state.payments.values()].some(({ purpose }) => purpose === "award"));
});
