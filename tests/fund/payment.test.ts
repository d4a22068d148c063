import assert from "node:assert/strict";
import { test } from "node:test";
import type { DemonstrationFund } from "../support/demonstration-fund.ts";
import { drafts, fundAt } from "../support/stages.ts";

/** A release of Japan's distribution, proposed by the United States; everything before is final. */
function proposedRelease(): { fund: DemonstrationFund; id: string } {
  const fund = fundAt("declared");
  const finalSize = fund.leaves.length;
  fund.change((state) => ({ ...state, trust: { ...state.trust, finalSize } }));
  const payment = [...fund.state.payments.values()].find(({ payee }) => payee === "JP")!;
  return { fund, id: fund.propose(drafts.payment(payment.id, "JP", "4000000000")) };
}

function refusal(
  fund: DemonstrationFund,
  signed: Parameters<DemonstrationFund["submit"]>[0],
): string {
  const outcome = fund.submit(signed);
  assert.ok(!outcome.ok, "accepted");
  return outcome.error.code;
}

test("[G14] the maker's own side cannot check a payment", () => {
  const { fund, id } = proposedRelease();
  assert.equal(refusal(fund, fund.approval(id, "us-t2")), "maker_may_not_check");
  assert.equal(refusal(fund, fund.execution(id, "us-t1")), "act_not_effective");
});

test("[G14] the other side checks it, and it is released", () => {
  const { fund, id } = proposedRelease();
  fund.approve(id, "jp-t2").execute(id);
  assert.equal(fund.state.ledger.get("fund/2030/USD/JP"), undefined);
});

test("[G36] a side's silence is no veto: the auditor checks in its place after three days", () => {
  const { fund, id } = proposedRelease();
  fund.approve(id, "au-1");
  assert.equal(fund.state.acts.get(id)?.approvedOn, undefined);
  // From 24 December 2025: 26, 29 and 30 December are the three days on which banks in both
  // countries are open, for 31 December to 3 January are bank holidays in Japan.
  fund.until("2025-12-30");
  assert.equal(refusal(fund, fund.execution(id, "us-t1")), "act_not_effective");
  fund.until("2025-12-31").execute(id);
  assert.equal(fund.state.ledger.get("fund/2030/USD/JP"), undefined);
});

test("[G51] what is declared can be neither vetoed nor objected to", () => {
  const { fund, id } = proposedRelease();
  const said = { fund: "us-japan", actId: id, officer: "jp-t1", reason: "Unwilling" } as const;
  const veto = fund.signed({ kind: "objection", power: "veto", ...said }, "jp-t1");
  assert.equal(refusal(fund, veto), "carved_out");
  const objection = fund.signed({ kind: "objection", power: "objection", ...said }, "jp-t1");
  assert.equal(refusal(fund, objection), "no_objection_right");
});
