import assert from "node:assert/strict";
import { test } from "node:test";
import { Ratio } from "@jointfund/core/base/ratio.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { equityShareOf } from "@jointfund/core/investments/cap-table.ts";
import { evaluate } from "@jointfund/core/expression/evaluate.ts";
import { fundEnvironment } from "@jointfund/core/fund/environment.ts";
import { compiled } from "@jointfund/core/fund/expressions.ts";
import { VehicleFigures } from "@jointfund/core/fund/figures.ts";
import { certifiedOf } from "@jointfund/core/investments/state.ts";
import { testAct, type ActTest } from "../support/act-test.ts";
import {
  contestedFund,
  enacted,
  enactedOn,
  investmentDrafts as drafted,
  overrunFund,
  projectFund,
} from "../support/investment-drafts.ts";
import { at } from "../support/rejection-case.ts";
import type { DemonstrationFund } from "../support/demonstration-fund.ts";
import { drafts, fundAt } from "../support/stages.ts";

const abilene = (state: FundState) => state.investments.get("abilene")!;

const share = (state: FundState, holder: string): string => {
  const { num, den } = equityShareOf(abilene(state).capTable, holder, state.today);
  return `${num}/${den}`;
};

const soldHalf = () => {
  const fund = fundAt("closed");
  enactedOn(fund, drafted.disposal("1/2", "60000000000"), "2025-10-03");
  return fund;
};

const RULES: readonly ActTest[] = [
  {
    type: "vehicle.create",
    fund: at("funded"),
    draft: () => drafted.vehicle(),
    posts: {},
    effect(after) {
      const vehicle = after.charter.vehicles.find(({ id }) => id === "abilene-spv");
      assert.equal(vehicle?.kind, "project");
      assert.deepEqual(vehicle.owners, [{ vehicle: "fund" }]);
    },
    touches: ["charter", "charters", "schedules"],
  },
  {
    type: "vehicle.dissolve",
    fund() {
      const fund = fundAt("funded");
      enacted(fund, drafted.vehicle());
      return fund;
    },
    draft: () => drafted.dissolution(),
    posts: {},
    effect(after) {
      const vehicle = after.charter.vehicles.find(({ id }) => id === "abilene-spv");
      assert.equal(vehicle?.dissolvedOn, "2025-09-10");
    },
    touches: ["charter", "charters", "schedules"],
  },
  {
    type: "investment.followOn",
    fund: at("closed"),
    draft: () => drafted.followOn(),
    executeOn: "2025-10-03",
    posts: { "9040/abilene": 70_000_000_000n, "9049/abilene": -70_000_000_000n },
    effect(after) {
      assert.deepEqual(
        abilene(after).milestones.map(({ id }) => id),
        ["step-1", "step-2", "step-3"],
      );
      assert.equal(abilene(after).capTable.stakes[0]?.committed, 320_000_000_000n);
    },
    // A month of fees begins while the act stands still.
    touches: ["ledger", "investments", "charges"],
  },
  {
    type: "milestone.certify",
    fund: at("uncertified"),
    draft: () => drafts.certificate("step-1", "40000000000"),
    posts: {},
    effect(after) {
      const [certificate] = abilene(after).milestones[0]!.certificates;
      assert.equal(certificate?.by, "ENG");
      assert.equal(certificate.minor, 40_000_000_000n);
    },
    touches: ["investments"],
  },
  {
    type: "certificate.withdraw",
    fund: at("selected"),
    draft: ({ state }) => drafted.withdrawal(abilene(state).milestones[0]!.certificates[0]!.actId),
    posts: {},
    effect(after) {
      assert.equal(abilene(after).milestones[0]!.certificates[0]?.withdrawnOn, "2025-09-26");
    },
    touches: ["investments"],
  },
  {
    type: "investment.sponsorFunded",
    fund: projectFund,
    draft: () => drafted.sponsorFunding("crusoe", "25000000000"),
    posts: {
      "abilene-spv/1010/bank": 25_000_000_000n,
      "abilene-spv/3010/crusoe": -25_000_000_000n,
    },
    effect: (after) => assert.equal(share(after, "crusoe"), "3/7"),
    touches: ["ledger", "investments"],
  },
  {
    type: "investment.overrun",
    fund: projectFund,
    draft: () => drafted.overrun(),
    posts: {},
    effect(after) {
      const [overrun] = abilene(after).capTable.overruns;
      assert.deepEqual(
        overrun?.rights.map(({ holder, minor }) => [holder, minor]),
        [
          ["crusoe", 10_000_000_000n],
          ["fund", 20_000_000_000n],
        ],
      );
      // Thirty joint business days: closed are 13 October, 3 November and 11 November.
      assert.equal(overrun.until, "2025-11-12");
    },
    touches: ["investments"],
  },
  {
    type: "investment.fundOverrun",
    fund: overrunFund,
    draft: () => drafted.fundOverrun("20000000000"),
    posts: {
      "1050/abilene": 20_000_000_000n,
      "2010/abilene": -20_000_000_000n,
      "abilene-spv/3015/fund": 20_000_000_000n,
      "abilene-spv/3010/fund": -20_000_000_000n,
    },
    effect(after) {
      assert.equal(abilene(after).cost, 120_000_000_000n);
      assert.equal(share(after, "fund"), "2/3");
    },
    touches: ["ledger", "investments", "payments"],
  },
  {
    type: "incentive.receive",
    fund: at("closed"),
    draft: () => drafted.incentive("income", "3000000000"),
    posts: { "1010/bank": 3_000_000_000n, "4080/abilene": -3_000_000_000n },
    effect: (after) => assert.equal(abilene(after).cost, 100_000_000_000n),
    touches: ["ledger"],
  },
  {
    type: "investment.capitalReturned",
    fund: at("closed"),
    draft: () => drafted.capitalReturned("110000000000"),
    posts: {
      "1010/bank": 110_000_000_000n,
      "1050/abilene": -100_000_000_000n,
      "4040/abilene": -10_000_000_000n,
    },
    effect: (after) => assert.equal(abilene(after).cost, 0n),
    touches: ["ledger", "investments"],
  },
  {
    type: "investment.dispose",
    fund() {
      const fund = fundAt("closed");
      fund.report(drafts.valuation("110000000000"));
      return fund;
    },
    draft: () => drafted.disposal("25%", "30000000000"),
    executeOn: "2025-10-03",
    // A quarter of a cost of 100 and of 10 unrealised, sold at 30: 5 are realised.
    posts: {
      "1070/abilene": 30_000_000_000n,
      "1050/abilene": -25_000_000_000n,
      "4040/abilene": -5_000_000_000n,
      "1055/abilene": -2_500_000_000n,
      "4050/abilene": 2_500_000_000n,
    },
    effect(after) {
      assert.equal(abilene(after).status, "closed");
      assert.equal(abilene(after).cost, 75_000_000_000n);
      assert.equal(share(after, "pension-fund"), "1/4");
    },
    // A month of fees begins while the act stands still.
    touches: ["ledger", "investments", "charges"],
  },
  {
    type: "investment.proceeds",
    fund: soldHalf,
    draft: () => drafted.proceeds("61000000000"),
    posts: {
      "1010/bank": 61_000_000_000n,
      "1070/abilene": -60_000_000_000n,
      "4040/abilene": -1_000_000_000n,
    },
    effect: () => undefined,
    touches: ["ledger"],
  },
  {
    type: "investment.writeOff",
    fund: at("closed"),
    draft: () => drafted.writeOff("1/1"),
    posts: {
      "4040/abilene": 100_000_000_000n,
      "1050/abilene": -100_000_000_000n,
      "9040/abilene": -150_000_000_000n,
      "9049/abilene": 150_000_000_000n,
    },
    effect: (after) => assert.equal(abilene(after).status, "writtenOff"),
    touches: ["ledger", "investments"],
  },
  {
    type: "valuation.challenge",
    fund() {
      const fund = fundAt("closed");
      fund.report(drafts.valuation());
      return fund;
    },
    draft: (fund) => drafted.challenge(fund),
    posts: {},
    effect(after) {
      const { challenge } = abilene(after).valuation!;
      assert.equal(challenge?.by, "US");
      // Twenty joint business days: 13 October is a holiday in both countries.
      assert.equal(challenge.until, "2025-10-27");
    },
    touches: ["investments"],
  },
  {
    type: "valuation.review",
    fund: () => contestedFund().fund,
    draft: ({ state }) =>
      drafted.review(abilene(state).valuation!.challenge!.actId, "104000000000"),
    posts: { "1055/abilene": -6_000_000_000n, "4050/abilene": 6_000_000_000n },
    effect(after) {
      assert.equal(abilene(after).valuation?.minor, 104_000_000_000n);
      assert.equal(abilene(after).valuation?.by, "AUD");
    },
    touches: ["ledger", "investments"],
  },
  {
    type: "obligation.record",
    fund: at("founded"),
    draft: () => drafted.obligation(),
    posts: {},
    effect: ({ registers }) => assert.equal(registers.obligations.get("substation")?.owedBy, "US"),
    touches: ["registers"],
  },
  {
    type: "obligation.fulfil",
    fund() {
      const fund = fundAt("founded");
      fund.report(drafted.obligation());
      return fund;
    },
    draft: () => drafted.fulfilment(),
    posts: {},
    effect: ({ registers }) =>
      assert.equal(registers.obligations.get("substation")?.fulfilled?.on, "2025-06-16"),
    touches: ["registers"],
  },
  {
    type: "pipeline.apply",
    fund: at("founded"),
    draft: () => drafted.application(),
    posts: {},
    effect: ({ registers }) =>
      assert.equal(registers.applications.get("shackelford")?.minor, 700_000_000_000n),
    touches: ["registers"],
  },
];

for (const rule of RULES) testAct(rule);

test("[IN14] the window runs from the day of the report, whatever day that speaks of", () => {
  const fund = projectFund().until("2025-10-14");
  fund.report({ ...drafted.overrun(), effectiveDate: "2025-09-26" });
  const [overrun] = abilene(fund.state).capTable.overruns;
  assert.equal(overrun?.reportedOn, "2025-10-14");
  // Thirty joint business days: closed are 3, 11, 24 and 27 November.
  assert.equal(overrun.until, "2025-12-01");
});

test("[IN14] who does not fund an overrun is diluted when the window is over", () => {
  const fund = overrunFund();
  enacted(fund, drafted.fundOverrun("20000000000"));
  assert.equal(share(fund.state, "crusoe"), "1/3");
  // 100 + 3/2 × 20 against 50.
  fund.until("2025-11-13");
  assert.equal(share(fund.state, "fund"), "13/18");
  assert.equal(share(fund.state, "crusoe"), "5/18");
  // What the other has left may now be taken up: 100 + 3/2 × 30 against 50.
  enacted(fund, { ...drafted.fundOverrun("10000000000"), reason: "The rest" });
  assert.equal(share(fund.state, "fund"), "29/39");
});

test("[IN6] an act that names no amount funds what is left, and money waits for its date", () => {
  const fund = fundAt("closed");
  const early = fund.submit(fund.proposal(drafts.advance()));
  assert.ok(!early.ok && early.error.code === "milestone_not_due");
  fund.until("2025-12-24");
  enacted(fund, drafts.advance());
  assert.equal(abilene(fund.state).cost, 250_000_000_000n);
});

test("[IN7] [IN8] a certificate counts until the engineer withdraws it", () => {
  const fund = fundAt("selected");
  const [certificate] = abilene(fund.state).milestones[0]!.certificates;
  assert.equal(certifiedOf(abilene(fund.state).milestones[0]!), 100_000_000_000n);
  fund.report(drafted.withdrawal(certificate!.actId));
  assert.equal(certifiedOf(abilene(fund.state).milestones[0]!), 0n);
  // Another certificate opens the way again.
  fund.report({ ...drafts.certificate("step-1", "100000000000"), reason: "Mended" });
  enacted(fund, drafts.closing());
});

test("[IN10] what a follow-on adds is funded like any milestone", () => {
  const fund = fundAt("closed");
  enactedOn(fund, drafted.followOn(), "2025-10-03");
  fund.report(drafts.certificate("step-3", "70000000000"));
  fund.until("2026-06-30");
  const body = { ...drafts.advance().body, milestone: "step-3" };
  enacted(fund, { ...drafts.advance(), body });
  assert.equal(abilene(fund.state).cost, 170_000_000_000n);
});

test("[IN23] registers move no balance", () => {
  const fund = fundAt("closed");
  const { ledger } = fund.state;
  fund.report(drafted.obligation({ investment: "abilene" }));
  fund.report(drafted.fulfilment());
  fund.report(drafted.application());
  assert.equal(fund.state.ledger, ledger);
});

test("[IN30] a value keeps its inputs and its range", () => {
  const fund = fundAt("closed");
  const grounds = {
    inputs: [{ name: "Discount rate", value: "0.085", low: "0.08", high: "0.095", unit: "a year" }],
    range: { least: "105000000000", most: "118000000000" },
  };
  const draft = drafts.valuation();
  fund.report({ ...draft, body: { ...draft.body, ...grounds } });
  const { valuation } = abilene(fund.state);
  assert.equal(valuation?.inputs?.[0]?.high, "0.095");
  assert.deepEqual(valuation.range, { least: 105_000_000_000n, most: 118_000_000_000n });
});

test("[IN31] a value is stale from the day after its time", () => {
  const fund = fundAt("closed");
  fund.report(drafts.valuation());
  const stale = (): bigint => new VehicleFigures(fund.state, "fund").staleValuations;
  // 184 days from 26 September 2025 end on 29 March 2026.
  fund.until("2026-03-29");
  assert.equal(stale(), 0n);
  fund.until("2026-03-30");
  assert.equal(stale(), 110_000_000_000n);
  fund.report({ ...drafts.valuation(), reason: "Anew" });
  assert.equal(stale(), 0n);
});

test("[IN9] a part of a milestone is funded up to what is certified", () => {
  const fund = fundAt("uncertified");
  fund.report(drafts.certificate("step-1", "40000000000"));
  const closing = drafts.closing();
  enacted(fund, { ...closing, body: { ...closing.body, amount: "40000000000" } });
  assert.equal(abilene(fund.state).cost, 40_000_000_000n);
  fund.report({ ...drafts.certificate("step-1", "60000000000"), reason: "The rest" });
  const rest = { ...drafts.advance(), body: { ...drafts.advance().body, milestone: "step-1" } };
  enacted(fund, rest);
  assert.equal(abilene(fund.state).cost, 100_000_000_000n);
});

test("[IN15] selling a part of a holding moves capital in the book of its vehicle", () => {
  const fund = projectFund();
  enactedOn(fund, drafted.disposal("1/4", "30000000000"), "2025-10-03");
  const { ledger } = fund.state;
  assert.equal(ledger.get("abilene-spv/3010/USD/fund"), -75_000_000_000n);
  assert.equal(ledger.get("abilene-spv/3010/USD/pension-fund"), -25_000_000_000n);
  assert.equal(share(fund.state, "fund"), "1/2");
});

test("[IN21] an incentive that reduces cost reduces it to nothing at most", () => {
  const fund = fundAt("closed");
  fund.report(drafted.incentive("reducesCost", "100000000001"));
  assert.equal(abilene(fund.state).cost, 0n);
  assert.equal(fund.state.ledger.get("fund/4080/USD/abilene"), -1n);
});

test("[IN32] a value stays in the books while it is contested, and after the window", () => {
  const { fund } = contestedFund();
  assert.equal(fund.state.ledger.get("fund/1055/USD/abilene"), 10_000_000_000n);
  fund.until("2025-10-28");
  assert.equal(fund.state.ledger.get("fund/1055/USD/abilene"), 10_000_000_000n);
});

test("[IN34] a strike says what of its values is stale and what is contested", () => {
  const { fund } = contestedFund();
  enacted(fund, drafts.strike());
  const [strike] = [...fund.state.strikes.values()];
  assert.deepEqual([strike?.contested, strike?.stale], [110_000_000_000n, undefined]);
  fund.until("2026-03-30");
  enacted(fund, drafts.strike());
  const later = [...fund.state.strikes.values()].at(-1);
  assert.deepEqual([later?.contested, later?.stale], [undefined, 110_000_000_000n]);
});

/** What a condition gives of an act on the investment, in a fund as it is. */
function holds(fund: DemonstrationFund, condition: string, concerns: readonly string[]): boolean {
  const { state } = fund;
  const environment = fundEnvironment(state, {
    ...{ type: "investment.advance", investment: "abilene", concerns },
    ...{ effectiveDate: state.today, entrenched: false },
  });
  const value = evaluate(compiled(state.charter, condition, "boolean"), environment);
  assert.ok(value.ok && value.value.kind === "boolean", condition);
  return value.value.value;
}

test("[IN35] conditions may speak of shares, levels, and of values in doubt", () => {
  const fund = projectFund();
  const each = ["ownershipShare = 2/3", 'sponsorShare("crusoe") = 1/3', 'sponsorShare("x") = 0%'];
  for (const condition of each) assert.ok(holds(fund, condition, []), condition);
  assert.ok(holds(fund, "investmentsLevel3 = 1000000000.00 USD", []));
  assert.ok(holds(fund, "staleValuations + contestedValuations = 0 USD", []));
});

test("[IN36] an act concerns a party through what it or its people have declared", () => {
  const fund = projectFund();
  const concerned = (party: string): boolean =>
    holds(fund, `concernsAffiliateOf("${party}")`, ["crusoe"]);
  const declare = (holder: string, by: string): void =>
    void fund.report({
      ...{ type: "conflict.declare", by },
      body: { holder, concern: "crusoe", nature: "Shares" },
    });
  assert.deepEqual(["ADV", "US"].map(concerned), [false, false]);
  declare("ad-1", "ad-1");
  // A sovereign's officer speaks for himself alone.
  declare("us-1", "us-1");
  assert.deepEqual(["ADV", "US"].map(concerned), [true, false]);
  declare("US", "us-t1");
  assert.deepEqual(["ADV", "US"].map(concerned), [true, true]);
});

test("[IN33] the same amount confirms a contested value", () => {
  const { fund, challenge } = contestedFund();
  fund.report(drafted.review(challenge, "110000000000"));
  const { valuation } = abilene(fund.state);
  assert.equal(valuation?.by, "VAL");
  assert.equal(valuation.challenge?.review?.outcome, "confirmed");
});

test("[IN22] a whole disposal releases what was promised, and shares go to the buyer", () => {
  const fund = fundAt("closed");
  enactedOn(fund, drafted.disposal("1/1", "90000000000"), "2025-10-03");
  assert.equal(abilene(fund.state).status, "disposed");
  assert.equal(fund.state.ledger.get("fund/9040/USD/abilene"), undefined);
  assert.equal(share(fund.state, "pension-fund"), "1/1");
  assert.ok(Ratio.isZero(equityShareOf(abilene(fund.state).capTable, "fund", fund.state.today)));
});
