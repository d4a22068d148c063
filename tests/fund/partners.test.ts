import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { runChecks } from "@jointfund/core/fund/checks/check-outcome.ts";
import { NAMED_CHECKS } from "@jointfund/core/statements/page-checks.ts";
import { chronicleOf } from "../support/chronicles.ts";
import {
  admitted,
  capitalDrafts,
  commitmentOf,
  enact,
  openToPartners,
  promise,
} from "../support/capital-drafts.ts";
import type { DemonstrationFund } from "../support/demonstration-fund.ts";
import { drafts, fundAt } from "../support/stages.ts";

const PRICE = "1.01666666";

/** A partner that has paid 101,666,666.00, and a later one that has promised half as much. */
function twoPartners(): DemonstrationFund {
  const fund = admitted(openToPartners(), "PAR");
  const commitment = promise(fund, "PAR", "100000000000");
  const items = [{ party: "PAR", commitment, amount: "10166666600" }];
  const call = enact(
    fund,
    capitalDrafts.partnerCall({ dueDate: "2026-03-31", price: PRICE, items }),
  );
  fund.until("2026-03-31");
  fund.report(capitalDrafts.receipt(call, "PAR", "10166666600"));
  admitted(fund, "LATE");
  promise(fund, "LATE", "50000000000");
  return fund;
}

function trueUp(fund: DemonstrationFund): string {
  const body = { party: "LATE", commitment: commitmentOf(fund, "LATE").id, dueDate: "2026-04-30" };
  return enact(fund, capitalDrafts.trueUp(body));
}

/** Names of the checks of the fund and the page that do not hold. */
function broken(fund: DemonstrationFund): readonly string[] {
  const { state, chronicle } = chronicleOf(fund);
  const outcomes = runChecks(NAMED_CHECKS, { state, chronicle });
  return outcomes.flatMap(({ breaches }) => breaches.map(({ of }) => of));
}

test("[CP60] an admitted party signs for itself, promises and is called", () => {
  const fund = twoPartners();
  assert.equal(fund.state.officers.get("par-1")?.party, "PAR");
  assert.equal(fund.state.capital.units.get("partners/PAR"), 100_000_000_000_000n);
  assert.equal(
    fund.state.adopted.parties.some(({ id }) => id === "PAR"),
    false,
  );
  assert.deepEqual(broken(fund), []);
});

test("[CP61] for a party that has left no key is enrolled", () => {
  const fund = admitted(fundAt("founded"), "PAR");
  fund.enact(capitalDrafts.withdraw("PAR", "par-1"), "par-1");
  const body = { officer: "par-2", party: "PAR", publicKey: "A".repeat(43) + "=" };
  const outcome = fund.decide(fund.proposal({ type: "key.enrol", by: "us-t1", body }));
  assert.equal(outcome.ok ? "accepted" : outcome.error.code, "party_unknown");
});

test("[CP50] [CP52] a true-up is settled in one entry when the whole has come in", () => {
  const fund = twoPartners();
  const id = trueUp(fund);
  const before = fund.state;
  // 3,388,888,866 of capital and 16,712,328 of interest for thirty days.
  fund.until("2026-04-30");
  fund.report(capitalDrafts.receipt(id, "LATE", "3405601193"));
  assert.equal(fund.state.capital.trueUps.get(id)?.settledOn, undefined);
  assert.equal(fund.state.capital.units.get("partners/LATE"), undefined);
  assert.equal(fund.state.ledger.get("fund/2130/USD/LATE"), -3_405_601_193n);
  fund.report(capitalDrafts.receipt(id, "LATE", "1"));
  const { ledger, capital, payments } = fund.state;
  assert.equal(capital.trueUps.get(id)?.settledOn, "2026-04-30");
  assert.equal(ledger.get("fund/2130/USD/LATE"), undefined);
  assert.equal(ledger.get("fund/2070/USD/PAR"), -3_405_601_194n);
  assert.equal(ledger.get("fund/3010/USD/LATE"), -3_388_888_866n);
  assert.equal(ledger.get("fund/3010/USD/PAR"), -6_777_777_734n);
  assert.equal(ledger.get("fund/9020/USD/PAR"), 3_388_888_866n);
  const owed = [...payments.values()].filter(({ payee }) => payee === "PAR");
  assert.deepEqual(
    owed.map(({ minor, purpose }) => [minor, purpose]),
    [[3_405_601_194n, "returnOfCapital"]],
  );
  const units = ["PAR", "LATE"].map((party) => capital.units.get(`partners/${party}`)!);
  assert.equal(units[0]! + units[1]!, before.capital.units.get("partners/PAR"));
  assert.deepEqual(broken(fund), []);
});

test("[CP53] a true-up that is not paid lapses, and the promise is free again", () => {
  const fund = twoPartners();
  const id = trueUp(fund);
  fund.report(capitalDrafts.receipt(id, "LATE", "5"));
  assert.equal(commitmentOf(fund, "LATE").called, 3_388_888_866n);
  fund.until("2026-07-31");
  assert.notEqual(fund.state.capital.trueUps.get(id)?.lapsedOn, undefined);
  assert.equal(commitmentOf(fund, "LATE").called, 0n);
  assert.equal(fund.state.ledger.get("fund/9010/USD/LATE"), 50_000_000_000n);
  // Money that comes after all is held in advance, and nothing of it moves units.
  fund.report(capitalDrafts.receipt(id, "LATE", "3405601194"));
  assert.equal(fund.state.ledger.get("fund/2130/USD/LATE"), -3_405_601_199n);
  assert.equal(fund.state.capital.units.get("partners/LATE"), undefined);
  assert.deepEqual(broken(fund), []);
});

test("[CP40] after a true-up each loses the same share of its units by a return", () => {
  const fund = twoPartners();
  const call = [...fund.state.capital.calls.keys()].find(
    (id) => fund.state.capital.calls.get(id)?.unitClass === "partners",
  )!;
  const id = trueUp(fund);
  fund.until("2026-04-30");
  fund.report(capitalDrafts.receipt(id, "LATE", "3405601194"));
  enact(fund, capitalDrafts.giveBack({ call, amount: "5083333300" }));
  const units = ["PAR", "LATE"].map((party) => fund.state.capital.units.get(`partners/${party}`)!);
  // Half of the call goes back, and with it half of the units, to a millionth or two.
  const half = 50_000_000_000_000n;
  const left = units[0]! + units[1]!;
  assert.ok(left >= half && left <= half + 4n, `${left}`);
  assert.deepEqual(broken(fund), []);
});

/** Net assets in cents, and micro-units of both classes. */
function worth({ ledger, capital }: DemonstrationFund["state"]): readonly [bigint, bigint] {
  let cents = 0n;
  for (const [key, minor] of ledger) {
    if (/^fund\/[12]/.test(key)) cents += minor;
  }
  return [cents, [...capital.units.values()].reduce((sum, units) => sum + units, 0n)];
}

test("[CP54] money that comes in at the struck price dilutes nobody", () => {
  const open = admitted(openToPartners(), "PAR");
  const commitment = promise(open, "PAR", "10000000000000");
  fc.assert(
    fc.property(fc.bigInt(1n, 9_000_000_000_000n), (amount) => {
      const fund = open.fork();
      const items = [{ party: "PAR", commitment, amount: amount.toString() }];
      const body = { dueDate: "2026-03-31", price: PRICE, items };
      const call = enact(fund, capitalDrafts.partnerCall(body));
      fund.until("2026-03-31");
      const [cents, units] = worth(fund.state);
      fund.report(capitalDrafts.receipt(call, "PAR", amount.toString()));
      const [after, more] = worth(fund.state);
      // The price was cut at eight decimals of a dollar: those who were there lose less than a
      // millionth of a cent a unit.
      const loss = cents * more - after * units;
      assert.ok(loss * 1_000_000_000_000n < units * more, `${amount} dilutes`);
    }),
    { numRuns: 12 },
  );
});

test("partners receive distributions beside the founders, and every check holds", () => {
  const fund = twoPartners();
  fund.report({ ...drafts.income(), reason: "Second rent" });
  const distribution = fund.enact(drafts.determination(), "ca-2");
  const { minor } = fund.state.distributions.get(distribution)!;
  const body = { distribution, amount: minor.toString(), currency: "USD" };
  const board = ["us-1", "us-2", "us-3", "jp-1", "jp-2", "jp-4"];
  fund.enact({ type: "distribution.declare", by: "m-1", body }, ...board);
  const payees = [...fund.state.payments.values()].map(({ payee }) => payee);
  assert.ok(payees.includes("PAR"));
  assert.deepEqual(broken(fund), []);
});
