import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { runChecks } from "@jointfund/core/fund/checks/check-outcome.ts";
import { FUND_CHECKS } from "@jointfund/core/fund/checks/checks.ts";
import { chronicleOf } from "../support/chronicles.ts";
import { approvers, drafts, fundAt, idAt } from "../support/stages.ts";
import { unlimited } from "../support/waterfall-funds.ts";

test("[CP1] a party promises its own money, all together within its share", () => {
  const fund = fundAt("founded");
  const half = { ...drafts.commitment("US").body, amount: "7500000000000" };
  const codeOf = (draft: ReturnType<typeof drafts.commitment>): string => {
    const outcome = fund.decide(fund.proposal(draft));
    return outcome.ok ? "accepted" : outcome.error.code;
  };
  for (const reason of ["First", "Second"]) {
    fund.enact({ ...drafts.commitment("US"), body: half, reason }, "us-t1", "jp-t1");
  }
  const more = { ...half, amount: "1" };
  assert.equal(codeOf({ ...drafts.commitment("US"), body: more }), "commitment_beyond_share");
  const ofOther = { ...drafts.commitment("JP"), by: "us-t1" };
  assert.equal(codeOf(ofOther), "commitment_of_other_party");
});

test("[LG8] paying a call in parts gives the same units as paying it at once", () => {
  const cents = fc.bigInt(1n, 99_999_999_999n);
  fc.assert(
    fc.property(fc.array(cents, { minLength: 1, maxLength: 3 }), (parts) => {
      const fund = fundAt("called");
      const paid = parts.reduce((sum, part) => sum + part, 0n);
      for (const [n, part] of parts.entries()) {
        fund.report({ ...drafts.receipt("US", part.toString()), reason: `Part ${n}` });
      }
      // At 1.00 dollar a unit, a cent is a hundredth of a unit: ten thousand millionths.
      assert.equal(fund.state.capital.units.get("founders/US"), paid * 10_000n);
    }),
    { numRuns: 25 },
  );
});

test("[LG8] of what came in and stayed: money that came after some went back buys no more", () => {
  // At three dollars a unit a cent buys 3,333 1/3 millionths.
  const fund = unlimited(fundAt("called")).change((state) => {
    const call = state.capital.calls.get(idAt("call"))!;
    const calls = state.capital.calls.set(call.id, { ...call, price: "3.00" });
    return { ...state, capital: { ...state.capital, calls } };
  });
  fund.report(drafts.receipt("US", "100"));
  const back = { call: idAt("call"), currency: "USD", amount: "1" };
  fund.enact({ type: "capital.return", by: "m-1", body: back }, ...approvers["capital.return"]!);
  assert.equal(fund.state.capital.units.get("founders/US"), (99n * 10_000n) / 3n);
  fund.report(drafts.receipt("US", "2"));
  assert.equal(fund.state.capital.units.get("founders/US"), (101n * 10_000n) / 3n);
});

test("[CP40] whose units were forfeited gives back those that it has, and the checks know", () => {
  const forfeited = 2_000_000_000_000_000n;
  const fund = unlimited(fundAt("funded")).change((state) => {
    const call = state.capital.calls.get(idAt("call"))!;
    const items = call.items.map((item) =>
      item.party === "US" ? { ...item, forfeitedMicroUnits: forfeited } : item,
    );
    const calls = state.capital.calls.set(call.id, { ...call, items });
    const units = state.capital.units.set("founders/US", 3_000_000_000_000_000n - forfeited);
    return { ...state, capital: { ...state.capital, calls, units } };
  });
  const back = { call: idAt("call"), currency: "USD", amount: "400000000000" };
  fund.enact({ type: "capital.return", by: "m-1", body: back }, ...approvers["capital.return"]!);
  // Two billion dollars come back to each; the United States had units of one.
  assert.equal(fund.state.capital.units.get("founders/US") ?? 0n, 0n);
  assert.equal(fund.state.capital.units.get("founders/JP"), 1_000_000_000_000_000n);
  const checks = FUND_CHECKS.filter(({ name }) => name === "units-equal-contributions");
  const { chronicle } = chronicleOf(fundAt("funded"));
  const [outcome] = runChecks(checks, { state: fund.state, chronicle });
  assert.deepEqual(outcome?.breaches, []);
});

test("money beyond what was called is held in advance and buys no units", () => {
  const fund = fundAt("called");
  fund.report(drafts.receipt("US", "300000000001"));
  assert.equal(fund.state.capital.units.get("founders/US"), 3_000_000_000_000_000n);
  assert.equal(fund.state.ledger.get("fund/2130/USD/US"), -1n);
  assert.equal(fund.state.ledger.get("fund/3015/USD/US"), undefined);
});

test("a payment after the call is paid is recorded all the same: facts are never refused", () => {
  const fund = fundAt("funded");
  fund.report({ ...drafts.receipt("US", "7"), reason: "Sent twice" });
  assert.equal(fund.state.ledger.get("fund/2130/USD/US"), -7n);
});

test("[LG7] a call on one founder alone buys at the struck price", () => {
  const fund = fundAt("earning");
  fund.enact(drafts.strike(), "us-t1", "jp-t1");
  const body = {
    class: "founders",
    currency: "USD",
    dueDate: "2026-03-31",
    price: "1.01666666",
    items: [{ party: "US", commitment: idAt("US"), amount: "101666666" }],
  };
  const draft = { type: "capital.call", by: "m-1", effectiveDate: "2026-03-31", body };
  const call = fund.enact(draft, "us-1", "us-2", "us-3", "jp-1", "jp-2");
  fund.until("2026-03-31");
  fund.report({
    type: "capital.receive",
    by: "cu-1",
    body: { call, party: "US", currency: "USD", amount: "101666666" },
  });
  // 1,016,666.66 dollars at 1.01666666 dollars a unit are a million units.
  const units = fund.state.capital.units.get("founders/US")!;
  assert.equal(units - 3_000_000_000_000_000n, 1_000_000_000_000n);
});

test("[LG7] later money at the struck price does not dilute those who were there", () => {
  const fund = fundAt("earning");
  fund.enact(drafts.strike(), "us-t1", "jp-t1");
  const before = worthPerUnit(fund.state);
  const body = {
    class: "founders",
    currency: "USD",
    dueDate: "2026-03-31",
    price: "1.01666666",
    items: [{ party: "JP", commitment: idAt("JP"), amount: "77777777777" }],
  };
  const draft = { type: "capital.call", by: "m-1", effectiveDate: "2026-03-31", body };
  const call = fund.enact(draft, "us-1", "us-2", "us-3", "jp-1", "jp-2");
  fund.until("2026-03-31");
  fund.report({
    type: "capital.receive",
    by: "cu-1",
    body: { call, party: "JP", currency: "USD", amount: "77777777777" },
  });
  const after = worthPerUnit(fund.state);
  // The price was cut at eight decimals of a dollar: a unit may lose less than a millionth of a
  // cent, and a millionth of a unit less than a millionth of that.
  const loss = before.cents * after.units - after.cents * before.units;
  assert.ok(
    loss * 1_000_000_000_000n < before.units * after.units,
    "those who were there lost value",
  );
});

/** Cash in cents over millionths of units: the only asset that the two states differ by. */
function worthPerUnit({ ledger, capital }: ReturnType<typeof fundAt>["state"]): {
  cents: bigint;
  units: bigint;
} {
  const cents =
    ledger.get("fund/1010/USD/bank")! +
    ledger.get("fund/1050/USD/abilene")! +
    ledger.get("fund/2010/USD/abilene")!;
  return { cents, units: [...capital.units.values()].reduce((sum, units) => sum + units, 0n) };
}
