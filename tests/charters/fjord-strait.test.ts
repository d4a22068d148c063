import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { runChecks } from "@jointfund/core/fund/checks/check-outcome.ts";
import { fundPage } from "@jointfund/core/statements/fund-page.ts";
import { NAMED_CHECKS } from "@jointfund/core/statements/page-checks.ts";
import { explainCharter } from "@jointfund/server/charter/explain.ts";
import { lintDocument } from "@jointfund/core/charter/lint.ts";
import { charterKnowledge } from "@jointfund/core/fund/charter-knowledge.ts";
import { charterAt, charterJsonAt } from "../support/charters.ts";
import { chronicleOf, finalise } from "../support/chronicles.ts";
import { DemonstrationFund, type ActDraft } from "../support/demonstration-fund.ts";

/**
 * A charter written from nothing: two countries, languages, a currency, holidays and a deal that
 * the program has never seen. It needs no code.
 */
const FILE = new URL("fjord-strait.yaml", import.meta.url);
const MINISTRIES = ["no-m1", "sg-m1"] as const;
const BOARD = ["n1", "n2", "n3", "s1", "s2"] as const;

const commitment = (party: "NO" | "SG", amount: string): ActDraft => ({
  type: "commitment.accept",
  by: `${party.toLowerCase()}-m1`,
  body: {
    party,
    currency: "SGD",
    amount,
    authority: { law: "Act", fiscalYear: "2026", amount, expires: "2030-12-31" },
  },
});

/** The fund with 10,000,000.00 dollars paid in, 8,000,000.00 of it in a port. */
function invested(): DemonstrationFund {
  const fund = new DemonstrationFund(charterAt(FILE));
  fund.now = "2026-02-02T09:00:00Z" as typeof fund.now;
  fund.found();
  const norway = fund.enact(commitment("NO", "1200000000"), ...MINISTRIES);
  const singapore = fund.enact(commitment("SG", "800000000"), ...MINISTRIES);
  const items = [
    { party: "NO", commitment: norway, amount: "600000000" },
    { party: "SG", commitment: singapore, amount: "400000000" },
  ];
  const body = { class: "eiere", currency: "SGD", dueDate: "2026-03-02", price: "10.00", items };
  const call = fund.enact(
    { type: "capital.call", by: "gp-1", effectiveDate: "2026-03-02", body },
    ...BOARD,
  );
  fund.until("2026-03-02");
  for (const { party, amount } of items) {
    fund.report({
      type: "capital.receive",
      by: "bk-1",
      body: { call, party, currency: "SGD", amount },
    });
  }
  invest(fund);
  return fund;
}

function invest(fund: DemonstrationFund): void {
  const investment = "bergen";
  fund.enact(
    {
      type: "investment.recommend",
      by: "gp-1",
      body: {
        investment,
        name: { nb: "Bergen havn", en: "Port of Bergen" },
        ...{ vehicle: "fond", sector: "ports", geography: "NO", currency: "SGD" },
        parties: [{ company: "havnevesen", role: "operator" }],
        milestones: [{ id: "kjop", due: "2026-03-02", amount: "800000000" }],
      },
    },
    "gp-2",
  );
  fund.enact({ type: "investment.select", by: "gp-1", body: { investment } }, ...BOARD);
  fund.enact(
    {
      type: "investment.close",
      by: "gp-1",
      body: { investment, milestone: "kjop", payee: "havnevesen" },
    },
    ...MINISTRIES,
  );
  releaseAll(fund);
}

/** Every payment that is instructed, released by one ministry and checked by the other. */
function releaseAll(fund: DemonstrationFund): void {
  finalise(fund);
  for (const { id, payee, currency, minor, releasedOn } of fund.state.payments.values()) {
    if (releasedOn !== undefined) continue;
    const body = { payment: id, payee, currency, amount: minor.toString() };
    fund.enact({ type: "payment.release", by: "no-m1", body }, "sg-m1");
  }
}

/** What is instructed to a party and not released. */
function owedTo(fund: DemonstrationFund, party: string): bigint {
  let sum = 0n;
  for (const { payee, minor, releasedOn } of fund.state.payments.values()) {
    if (payee === party && releasedOn === undefined) sum += minor;
  }
  return sum;
}

describe("a charter written from nothing", () => {
  test("has no finding", () => {
    assert.deepEqual(lintDocument(charterJsonAt(FILE), charterKnowledge), []);
  });

  test("is explained in English, with its own places and words", () => {
    const text = explainCharter(charterAt(FILE), "en");
    assert.match(text, /Ministry of Finance of Norway/);
    assert.match(text, /10 business days \(Norway, Singapore\)/);
  });

  test("gives notice by its own holidays: 1 and 14 and 25 May are none in Oslo", () => {
    const fund = invested();
    fund.until("2026-04-30");
    // Ten days that are business days in both countries after 30 April; 1 and 14 May are not.
    const body = {
      ...{ class: "eiere", currency: "SGD", dueDate: "2026-05-15", price: "10.00" },
      items: [...fund.state.capital.commitments.values()].map(({ id, party }) => ({
        ...{ party, commitment: id, amount: party === "NO" ? "60" : "40" },
      })),
    };
    const draft = { type: "capital.call", by: "gp-1", body, effectiveDate: "2026-05-15" };
    const refused = fund.submit(fund.proposal(draft));
    assert.ok(!refused.ok);
    assert.equal(refused.error.code, "notice_period_too_short");
    assert.equal(refused.error.facts["required"], "2026-05-18");
  });

  test("[ST45] says on the page what each would have if all were paid out, the carry too", () => {
    const fund = invested();
    fund.until("2027-03-02");
    const income = { investment: "bergen", character: "dividend", currency: "SGD" };
    const body = { ...income, amount: "1200000000" };
    fund.report({ type: "investment.income", by: "bk-1", body });
    const input = chronicleOf(fund);
    const page = fundPage(input);
    // 22,000,000.00 in all: 10,000,000.00 of capital, and a tenth of the profit is the manager's.
    assert.equal(page.sharing, "liquidation");
    assert.deepEqual(
      page.sides.map(({ party, ownsNow }) => [party, ownsNow]),
      [
        ["NO", (2_080_000_000n * 3n) / 5n],
        ["SG", (2_080_000_000n * 2n) / 5n],
        ["GP", 120_000_000n],
      ],
    );
    const ties = runChecks(NAMED_CHECKS, input).find(({ name }) => name === "page-ties");
    assert.deepEqual(ties?.breaches, []);
  });

  test("shares out capital, preferred return, catch-up and carry to the cent", () => {
    const fund = invested();
    fund.until("2027-03-02");
    const income = { investment: "bergen", character: "dividend", currency: "SGD" };
    fund.report({
      type: "investment.income",
      by: "bk-1",
      body: { ...income, amount: "1200000000" },
    });
    const distribution = fund.enact(
      { type: "distribution.determine", by: "cl-1", body: { vehicle: "fond" } },
      "cl-2",
    );
    const body = { distribution, amount: "1400000000", currency: "SGD" };
    fund.enact({ type: "distribution.declare", by: "gp-1", body }, ...BOARD);
    // The manager's carry is allocated and not instructed: it owns that, and nothing is due to it.
    const manager = fundPage(chronicleOf(fund)).sides.find(({ party }) => party === "GP");
    assert.deepEqual([manager?.due, manager?.ownsNow], [0n, 120_000_000n]);
    // 10,000,000.00 of capital and 6% of it for a year; the manager catches up to a tenth of the
    // profit, 66,666.67; of the remaining 3,333,333.33 it has a tenth: 400,000.00 of 4,000,000.00.
    const owners = 1_360_000_000n;
    const carry = { vehicle: "fond", amount: "40000000", currency: "SGD" };
    const tooMuch = { ...carry, amount: "40000001" };
    // Allocated and not paid, it is not paid out: what is left moved by what the owners got alone.
    const allocated = chronicleOf(fund);
    assert.equal(fundPage(allocated).movement.distributions, 1_360_000_000n);
    const ties = runChecks(NAMED_CHECKS, allocated).find(({ name }) => name === "page-ties");
    assert.deepEqual(ties?.breaches, []);
    fund.until("2027-03-03");
    assert.ok(!fund.submit(fund.proposal({ type: "carry.pay", by: "gp-1", body: tooMuch })).ok);
    fund.enact({ type: "carry.pay", by: "gp-1", body: carry }, ...MINISTRIES);
    assert.equal(owedTo(fund, "NO"), (owners * 3n) / 5n);
    assert.equal(owedTo(fund, "SG"), (owners * 2n) / 5n);
    assert.equal(owedTo(fund, "GP"), 40_000_000n);
    releaseAll(fund);
    for (const { name, breaches } of runChecks(NAMED_CHECKS, chronicleOf(fund))) {
      assert.deepEqual(breaches, [], name);
    }
  });
});
