import { newItem } from "@jointfund/core/capital/call.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Charter, UnitClass } from "@jointfund/core/charter/charter.ts";
import type { DemonstrationFund } from "../support/demonstration-fund.ts";
import { approvers, drafts, fundAt } from "../support/stages.ts";
import { under, withPartners } from "../support/terms.ts";

const opening = (unitClass: string) => ({
  type: "class.open",
  by: "m-1",
  body: { class: unitClass },
});

/** Two classes of the fund: the founders', and one that bears results of its own. */
function twoClasses(ownResult: bigint): DemonstrationFund {
  const fund = under(withPartners(fundAt("earning")), () => ({ fees: [] }));
  return fund.change((state) => ({
    ...state,
    ledger: state.ledger
      .set("fund/9080/USD/partners", ownResult)
      .set("fund/9089/USD/partners", -ownResult),
  }));
}

test("[DL1] a strike prices all classes of a vehicle at once, and nothing twice", () => {
  const fund = twoClasses(-700_000_000n);
  fund.enact(drafts.strike(), ...approvers["nav.strike"]!);
  const struck = [...fund.state.strikes.values()];
  // 610,000,000,001 cents and the 700,000,000 that one class bears, over 7,000,000,000 units, are
  // 0.87242857…; its 1,000,000,000 units bear 0.007 each.
  assert.deepEqual(
    struck.map(({ unitClass, price, on }) => [unitClass, price, on]),
    [
      ["founders", "0.87242857", "2025-12-24"],
      ["partners", "0.86542857", "2025-12-24"],
    ],
  );
});

test("[DL3] units that a call issues take on their part of the class's own result", () => {
  const fund = twoClasses(-700_000_000n);
  fund.change((state) => ({
    ...state,
    capital: {
      ...state.capital,
      calls: state.capital.calls.set("c".repeat(64), {
        ...[...state.capital.calls.values()][0]!,
        ...{ id: "c".repeat(64), unitClass: "partners", price: "0.5" },
        items: [
          newItem({
            ...{ party: "JP", commitment: "none", minor: 100n, microUnits: 2_000_000n },
            dueDate: state.today,
          }),
        ],
      }),
    },
  }));
  const body = { call: "c".repeat(64), party: "JP", currency: "USD", amount: "100" };
  fund.report({ type: "capital.receive", by: "cu-1", body });
  // Two units at -0.007 dollars each: -1.4 cents, rounded down.
  assert.equal(fund.state.ledger.get("fund/9080/USD/partners"), -700_000_002n);
  assert.equal(fund.state.ledger.get("fund/9089/USD/partners"), 700_000_002n);
});

test("[DL4] where tiers have fixed shares a class is worth what its holders would get", () => {
  const shares = { US: "3/4", JP: "1/4" };
  const fund = under(fundAt("earning"), ({ waterfalls }) => ({
    fees: [],
    waterfalls: waterfalls.map((waterfall) => ({
      ...waterfall,
      tiers: waterfall.tiers.map((tier) => ({ ...tier, to: { shares } })),
    })),
  }));
  fund.enact(opening("partners"), ...approvers["class.open"]!);
  fund.change((state) => ({
    ...state,
    capital: {
      ...state.capital,
      units: state.capital.units.delete("founders/JP").set("partners/JP", 1_000_000_000_000_000n),
    },
  }));
  fund.enact(drafts.strike(), ...approvers["nav.strike"]!);
  // 457,500,000,000.75 and 152,500,000,000.25 cents of 610,000,000,001, over 3 and 1 billion units.
  assert.deepEqual(
    [...fund.state.strikes.values()].map(({ unitClass, price }) => [unitClass, price]),
    [
      ["founders", "1.525"],
      ["partners", "1.525"],
    ].map(([unitClass, price]) => [unitClass, `${price}00000`]),
  );
});

test("[DL5] units of a class are called for only while it is open", () => {
  const fund = fundAt("committed").until("2025-06-24");
  const call = { ...drafts.call(), body: { ...drafts.call().body, class: "partners" } };
  const refused = () => {
    const decided = fund.decide(fund.proposal(call));
    return decided.ok ? "accepted" : decided.error.code;
  };
  assert.equal(refused(), "class_not_open");
  fund.enact(opening("partners"), ...approvers["class.open"]!);
  // Open, it is judged as any call of that class: there is no strike yet, and no founders' price.
  assert.notEqual(refused(), "class_not_open");
  fund.enact({ ...opening("partners"), type: "class.close" }, ...approvers["class.close"]!);
  assert.equal(refused(), "class_not_open");
});

/** A class under a law whose limit the fund, with 6.1 billion dollars, does not meet. */
const regulated = (opens: UnitClass["opens"]) => (charter: Charter) => ({
  classes: [
    ...charter.classes,
    {
      ...charter.classes[0]!,
      ...{ id: "public", clause: "4.9", opens },
      regime: { name: { en: "Law", ja: "法" }, limit: "law" },
    },
  ],
  limits: [
    ...charter.limits,
    { ...charter.limits[0]!, id: "law", clause: "7.9", holds: "netAssets >= 7000000000 USD" },
  ],
});

function declared(fund: DemonstrationFund): string {
  const id = fund.propose(drafts.declaration());
  fund.approve(id, ...approvers["distribution.declare"]!);
  const executed = fund.submit(fund.execution(id, "us-t1"));
  return executed.ok ? "executed" : `${executed.error.code} ${executed.error.clause}`;
}

test("[DL6] the limit of an open class's law binds what borrows or pays holders", () => {
  assert.equal(declared(under(fundAt("determined"), regulated("byAct"))), "executed");
  const fund = under(fundAt("determined"), regulated("adoption"));
  assert.equal(declared(fund.fork()), "limit_not_held 7.9");
  // What neither borrows nor pays holders is free, and facts are recorded whatever the law says.
  fund.enact(drafts.strike(), ...approvers["nav.strike"]!);
  fund.report(drafts.valuation("1"));
});

test("[DL6] closing the class does not free the fund from its law", () => {
  const fund = under(fundAt("determined"), regulated("byAct"));
  fund.enact(opening("public"), ...approvers["class.open"]!);
  fund.enact({ ...opening("public"), type: "class.close" }, ...approvers["class.close"]!);
  assert.equal(declared(fund), "limit_not_held 7.9");
});
