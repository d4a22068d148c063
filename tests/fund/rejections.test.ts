import assert from "node:assert/strict";
import { test } from "node:test";
import { stateHash } from "@jointfund/core/fund/state-hash.ts";
import { FUND_REJECTIONS, type FundRejectionCode } from "@jointfund/core/fund/rejections.ts";
import { fundAt } from "../support/stages.ts";
import type { Case } from "../support/rejection-case.ts";
import { anyActCases } from "./rejection-cases/any-act.ts";
import { booksCases } from "./rejection-cases/books.ts";
import { callActCases } from "./rejection-cases/calls.ts";
import { capitalCases } from "./rejection-cases/capital.ts";
import { currencyCases } from "./rejection-cases/currency.ts";
import { deadlocksCases } from "./rejection-cases/deadlocks.ts";
import { chargesCases } from "./rejection-cases/charges.ts";
import { dealingCases } from "./rejection-cases/dealing.ts";
import { disputesCases } from "./rejection-cases/disputes.ts";
import { distributionsCases } from "./rejection-cases/distributions.ts";
import { facilitiesCases } from "./rejection-cases/facilities.ts";
import { investmentsCases } from "./rejection-cases/investments.ts";
import { partiesCases } from "./rejection-cases/parties.ts";
import { projectsCases } from "./rejection-cases/projects.ts";
import { valuationsCases } from "./rejection-cases/valuations.ts";
import { vehiclesCases } from "./rejection-cases/vehicles.ts";
import { paymentsCases } from "./rejection-cases/payments.ts";
import { exitsCases } from "./rejection-cases/exits.ts";
import { delegationsCases } from "./rejection-cases/delegations.ts";
import { oversightCases } from "./rejection-cases/oversight.ts";
import { windUpCases } from "./rejection-cases/wind-up.ts";
import { recordCases } from "./rejection-cases/record.ts";

const CASES: readonly Case[] = [
  ...anyActCases,
  ...booksCases,
  ...callActCases,
  ...capitalCases,
  ...currencyCases,
  ...dealingCases,
  ...disputesCases,
  ...deadlocksCases,
  ...windUpCases,
  ...exitsCases,
  ...oversightCases,
  ...delegationsCases,
  ...chargesCases,
  ...distributionsCases,
  ...investmentsCases,
  ...facilitiesCases,
  ...partiesCases,
  ...paymentsCases,
  ...projectsCases,
  ...valuationsCases,
  ...vehiclesCases,
  ...recordCases,
];

for (const { code, clause, actual, fund: prepare, statement } of CASES) {
  test(`${code} is refused with clause ${clause}, and nothing changes`, () => {
    const fund = prepare();
    const signed = statement(fund);
    const before = fund.stateOrNone === undefined ? "none" : stateHash(fund.state);
    const entries = fund.leaves.length;

    const outcome = fund.submit(signed);

    assert.ok(!outcome.ok, "accepted");
    assert.equal(outcome.error.code, code);
    assert.equal(outcome.error.clause, clause);
    if (actual !== undefined) assert.deepEqual(outcome.error.facts["actual"], actual);
    const { facts, sometimes = [] } = FUND_REJECTIONS[code];
    for (const fact of facts) assert.ok(fact in outcome.error.facts, `fact ${fact} is missing`);
    for (const fact of Object.keys(outcome.error.facts)) {
      assert.ok([...facts, ...sometimes].includes(fact), `fact ${fact} is not in the table`);
    }
    assert.equal(fund.leaves.length, entries);
    assert.equal(fund.stateOrNone === undefined ? "none" : stateHash(fund.state), before);
  });
}

test("every code of the fund has a case", () => {
  const reached = new Set(CASES.map(({ code }) => code));
  // Bounds end an act instead of refusing its execution (G45): tests/fund/bounds.test.ts.
  const elsewhere = new Set(["bounds_exceeded"]);
  const missing = Object.keys(FUND_REJECTIONS).filter(
    (code) => !reached.has(code as FundRejectionCode) && !elsewhere.has(code),
  );
  assert.deepEqual(missing, []);
});

test("[R5] the founding sent again is answered with its entry", () => {
  const fund = fundAt("founded");
  const outcome = fund.submit(fund.foundingStatement());
  assert.ok(!outcome.ok);
  assert.deepEqual(outcome.error, { code: "already_recorded", clause: "R5", facts: { entry: 0 } });
});
