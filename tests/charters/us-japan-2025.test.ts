import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Json } from "@jointfund/core/base/canonical.ts";
import { runChecks } from "@jointfund/core/fund/checks/check-outcome.ts";
import { balanceOf } from "@jointfund/core/ledger/journal.ts";
import { fundPage } from "@jointfund/core/statements/fund-page.ts";
import { NAMED_CHECKS } from "@jointfund/core/statements/page-checks.ts";
import { exampleCharter } from "../support/charters.ts";
import { chronicleOf, finalise } from "../support/chronicles.ts";
import { DemonstrationFund, type ActDraft } from "../support/demonstration-fund.ts";

/**
 * The memorandum of 2025 played on its charter: selection by one seat, notice in business days, the
 * investor's right to decline, a vehicle for each project, half and half until the deemed
 * allocation and nine to one afterwards. Expected figures are worked out by hand beside each.
 */
const COMMITTEE = ["ic-1", "ic-2"] as const;
const BOTH = ["us-t1", "jp-t1"] as const;

const draft = (type: string, by: string, body: { readonly [field: string]: Json }): ActDraft => ({
  ...{ type, by, body },
});

/** Founded on 16 January 2026, with Japan's commitment and a vehicle for the Ohio plant. */
function founded(): DemonstrationFund {
  const fund = new DemonstrationFund(exampleCharter("us-japan-2025"));
  fund.now = "2026-01-16T09:00:00Z" as typeof fund.now;
  fund.found();
  const amount = "55000000000000";
  const authority = { law: "JBIC facility", fiscalYear: "2025", amount, expires: "2029-03-31" };
  const commitment = { party: "JP", currency: "USD", amount, authority };
  fund.enact(draft("commitment.accept", "jp-t1", commitment), ...BOTH);
  fund.enact(
    draft("vehicle.create", "ac-1", {
      ...{ vehicle: "ohio-gas", kind: "project", currency: "USD", owner: "programme" },
      name: { en: "Ohio gas plant", ja: "オハイオ州ガス火力発電所" },
    }),
    "ac-2",
  );
  return fund;
}

/** Recommended by the committee once the other had ten business days to speak. */
function recommended(): DemonstrationFund {
  const fund = founded();
  const id = fund.propose(
    draft("investment.recommend", "ac-1", {
      investment: "ohio-gas-plant",
      name: { en: "Ohio gas plant", ja: "オハイオ州ガス火力発電所" },
      ...{ vehicle: "ohio-gas", sector: "energy", geography: "US", currency: "USD" },
      parties: [{ company: "plant-operator", role: "operator" }],
      milestones: [{ id: "start", due: "2026-04-23", amount: "3300000000000" }],
    }),
  );
  // The tenth business day of both countries after 16 January is 2 February: 19 January is none in
  // the US.
  fund.until("2026-02-03");
  fund.approve(id, ...COMMITTEE).execute(id);
  return fund;
}

/** Selected by one seat, and Japan notified on 17 February 2026. */
function notified(): { readonly fund: DemonstrationFund; readonly call: string } {
  const fund = recommended();
  fund.until("2026-02-17");
  fund.enact(draft("investment.select", "ac-1", { investment: "ohio-gas-plant" }), "us-head");
  return { fund, call: fund.enact(notice(fund, "2026-04-23"), "us-t2") };
}

function notice(fund: DemonstrationFund, dueDate: string): ActDraft {
  const [commitment] = [...fund.state.capital.commitments.keys()];
  const body = {
    ...{ vehicle: "ohio-gas", currency: "USD", dueDate },
    ...{ purpose: "investment", investment: "ohio-gas-plant" },
    items: [{ party: "JP", commitment: commitment!, amount: "3300000000000" }],
  };
  return { type: "capital.call", by: "us-t1", effectiveDate: dueDate, body };
}

/** The plant is paid for: 33,000,000,000.00 dollars of Japan's are in it. */
function funded(): DemonstrationFund {
  const { fund, call } = notified();
  fund.until("2026-04-23");
  const received = { call, party: "JP", currency: "USD", amount: "3300000000000" };
  fund.report(draft("capital.receive", "cu-1", received));
  const step = { investment: "ohio-gas-plant", milestone: "start" };
  const certified = { ...step, currency: "USD", amount: "3300000000000" };
  const certificate = { ...certified, reachedOn: "2026-04-23", report: "Site ready" };
  fund.report({
    ...draft("milestone.certify", "en-1", certificate),
    evidence: ["e".repeat(64)],
  });
  fund.report(draft("rate.fix", "ca-1", { index: "sofr-6m", rate: "0.045" }));
  fund.enact(draft("investment.close", "ac-1", { ...step, payee: "plant-operator" }), "ac-2");
  releaseAll(fund);
  return fund;
}

function releaseAll(fund: DemonstrationFund): void {
  finalise(fund);
  for (const { id, payee, currency, minor, releasedOn } of fund.state.payments.values()) {
    if (releasedOn !== undefined) continue;
    const body = { payment: id, payee, currency, amount: minor.toString() };
    fund.enact(draft("payment.release", "us-t1", body), "jp-t1");
  }
}

/** Cash of the plant comes in and goes through the tiers: what each government gets of it. */
function paidOut(fund: DemonstrationFund, amount: string): { US: bigint; JP: bigint } {
  const cash = { investment: "ohio-gas-plant", character: "dividend", currency: "USD", amount };
  fund.report(draft("investment.income", "cu-1", cash));
  const distribution = fund.enact(
    { ...draft("distribution.determine", "ca-1", { vehicle: "ohio-gas" }), reason: amount },
    "ca-2",
  );
  const before = fund.state.payments.size;
  fund.enact(
    draft("distribution.declare", "us-t1", { distribution, amount, currency: "USD" }),
    "us-t2",
  );
  const got = { US: 0n, JP: 0n };
  for (const { payee, minor, releasedOn } of fund.state.payments.values()) {
    if (releasedOn === undefined) got[payee as "US" | "JP"] += minor;
  }
  assert.ok(fund.state.payments.size > before);
  releaseAll(fund);
  return got;
}

describe("the memorandum of 2025 on its charter", () => {
  test("gives 45 business days of both countries from 17 February 2026: 23 April", () => {
    const { fund } = notified();
    const early = fund.submit(fund.proposal(notice(fund, "2026-04-22")));
    assert.ok(!early.ok);
    assert.equal(early.error.code, "notice_period_too_short");
    assert.equal(early.error.facts["required"], "2026-04-23");
  });

  test("lets one seat select, and its alternate where the seat has an interest", () => {
    const fund = recommended();
    fund.report(
      draft("conflict.declare", "us-head", {
        holder: "us-head",
        concern: "plant-operator",
        nature: "Shares",
      }),
    );
    const id = fund.propose(draft("investment.select", "ac-1", { investment: "ohio-gas-plant" }));
    const barred = fund.submit(fund.approval(id, "us-head"));
    assert.ok(!barred.ok);
    assert.equal(barred.error.code, "seat_recused");
    fund.approve(id, "us-head-a").execute(id);
    assert.equal(fund.state.investments.get("ohio-gas-plant")?.status, "selected");
  });

  test("lets Japan decline to fund, alone, and books nothing of what may follow", () => {
    const { fund, call } = notified();
    const ledger = fund.state.ledger;
    const id = fund.propose(draft("capital.optOut", "jp-t1", { call, party: "JP" }));
    // Five business days to consult; 23 February is a Japanese holiday.
    fund.until("2026-02-26");
    fund.approve(id, "jp-t2").execute(id);
    const [item] = fund.state.capital.calls.get(call)!.items;
    assert.deepEqual([item?.cancelled, item?.received], [3_300_000_000_000n, 0n]);
    const query = { vehicle: "ohio-gas", account: "1010", currency: "USD" };
    assert.equal(balanceOf(fund.state.ledger, query), balanceOf(ledger, query));
  });

  test("shares half and half until principal and interest are back, then nine to one", () => {
    const fund = funded();
    // 360 days at 4.5% and 1.5%, ACT/360: 6% on 33 billion, which is 1.98 billion of interest.
    fund.until("2027-04-18");
    // Half of 60 billion is 30 billion for Japan: the interest first, then 28.02 of principal.
    assert.deepEqual(paidOut(fund, "6000000000000"), {
      US: 3_000_000_000_000n,
      JP: 3_000_000_000_000n,
    });
    // 4.98 billion of principal is left and bears no interest the same day. Of 10 billion the first
    // 9.96 are halved, and the remaining 0.04 go nine to one.
    assert.deepEqual(paidOut(fund, "1000000000000"), {
      US: 498_000_000_000n + 3_600_000_000n,
      JP: 498_000_000_000n + 400_000_000n,
    });
    // From then on nine to one.
    fund.until("2027-04-19");
    assert.deepEqual(paidOut(fund, "100000000000"), {
      US: 90_000_000_000n,
      JP: 10_000_000_000n,
    });
    for (const { name, breaches } of runChecks(NAMED_CHECKS, chronicleOf(fund))) {
      assert.deepEqual(breaches, [], name);
    }
  });

  test("[ST44] [ST45] has its money on the page, and says whose it is", () => {
    const page = fundPage(chronicleOf(funded()));
    assert.deepEqual(page.positions, [
      {
        ...{ on: "2026-04-23", investments: 3_300_000_000_000n, cash: 0n, otherAssets: 0n },
        ...{ liabilities: [], netAssets: 3_300_000_000_000n },
      },
    ]);
    assert.deepEqual(
      [page.sectors, page.levels].map((values) => values.map(({ minor }) => minor)),
      [[3_300_000_000_000n], [3_300_000_000_000n]],
    );
    assert.equal(page.movement.contributions, 3_300_000_000_000n);
    // 550 billion were promised, and 33 called of them by the project.
    assert.equal(page.cover.callable, 51_700_000_000_000n);
    // All of it would be halved today: what Japan has to have back is as much as there is.
    assert.equal(page.sharing, "liquidation");
    assert.deepEqual(
      page.sides.map(({ party, putIn, ownsNow }) => [party, putIn, ownsNow]),
      [
        ["US", 0n, 1_650_000_000_000n],
        ["JP", 3_300_000_000_000n, 1_650_000_000_000n],
      ],
    );
  });

  test("selects nothing after the last day of the programme", () => {
    const fund = recommended();
    fund.change((state) => ({ ...state, today: "2029-01-19" as typeof state.today }));
    fund.now = "2029-01-19T09:00:00Z" as typeof fund.now;
    fund.at("2029-01-20T09:00:00Z");
    const select = draft("investment.select", "ac-1", { investment: "ohio-gas-plant" });
    const id = fund.propose(select);
    fund.approve(id, "us-head");
    const late = fund.submit(fund.execution(id, "ac-1"));
    assert.ok(!late.ok);
    assert.deepEqual(late.error.facts["limit"], "investmentPeriod");
  });
});
