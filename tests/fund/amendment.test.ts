import assert from "node:assert/strict";
import { test } from "node:test";
import { charterHash, encodeCharter } from "@jointfund/core/charter/decode-charter.ts";
import type { Charter } from "@jointfund/core/charter/charter.ts";
import type { ActDraft, DemonstrationFund } from "../support/demonstration-fund.ts";
import { drafts, fundAt } from "../support/stages.ts";
import { amended } from "../support/variants.ts";

function draftOf(fund: DemonstrationFund, next: Charter): ActDraft {
  fund.blobs.set(charterHash(next), encodeCharter(next));
  return { type: "charter.amend", by: "us-t1", body: { charter: charterHash(next) } };
}

const DOMESTIC_PROCEDURE = ["ab".repeat(32)] as const;

/** A larger share for one investment: nothing that the charter entrenches is touched. */
const ordinary = ({ terms }: Charter): Partial<Charter> => ({
  terms: terms.map((term) =>
    term.id === "concentrationCap" ? { ...term, value: { kind: "ratio", ratio: "12%" } } : term,
  ),
});

/** Another share of the capital: entrenched by clause 15.1. */
const entrenched = ({ capital }: Charter): Partial<Charter> => ({
  capital: { ...capital, shares: { US: "2/3", JP: "1/3" } },
});

test("[G40] an ordinary amendment takes effect after its timelock, and not before", () => {
  const fund = fundAt("committed");
  const id = fund.propose(draftOf(fund, amended(fund.charter, ordinary(fund.charter))));
  fund.approve(id, "us-t1", "jp-t1");
  const early = fund.submit(fund.execution(id, "us-t1"));
  assert.ok(!early.ok);
  assert.equal(early.error.code, "act_not_effective");
  // Ten joint business days from 16 June 2025; 19 June is a holiday in the United States.
  fund.until("2025-06-30");
  const stillEarly = fund.submit(fund.execution(id, "us-t1"));
  assert.ok(!stillEarly.ok);
  fund.until("2025-07-02").execute(id);
  assert.equal(fund.state.charter.version, 2);
});

test("[G53] an entrenched clause is not changed by approvals without ratification", () => {
  const fund = fundAt("committed");
  const id = fund.propose(draftOf(fund, amended(fund.charter, entrenched(fund.charter))));
  assert.equal(fund.state.acts.get(id)?.tier, 1);
  fund.approve(id, "us-t1", "jp-t1");
  assert.equal(fund.state.acts.get(id)?.approvedOn, undefined);
});

test("[G53] an entrenched clause is changed by both sides' ratification with evidence", () => {
  const fund = fundAt("committed");
  const id = fund.propose(draftOf(fund, amended(fund.charter, entrenched(fund.charter))));
  for (const officer of ["us-t1", "jp-t1"]) {
    fund.must(fund.approval(id, officer, "approve", DOMESTIC_PROCEDURE));
  }
  fund.until("2025-07-02").execute(id);
  assert.deepEqual(fund.state.charter.capital.shares, { US: "2/3", JP: "1/3" });
});

test("[G10] an act drawn up under the former charter is refused after an amendment", () => {
  const fund = fundAt("committed");
  const id = fund.propose(draftOf(fund, amended(fund.charter, ordinary(fund.charter))));
  fund.approve(id, "us-t1", "jp-t1").until("2025-07-02").execute(id);
  const draft = { ...drafts.commitment("US"), charterVersion: 1, reason: "Under version 1" };
  const outcome = fund.submit(fund.proposal(draft));
  assert.ok(!outcome.ok);
  assert.equal(outcome.error.code, "charter_version_not_in_force");
});

test("[CH67] a term that an entrenched formula uses is as entrenched as the formula", () => {
  const fund = fundAt("committed");
  const terms = fund.charter.terms.map((term): Charter["terms"][number] =>
    term.id === "payoutRatio" ? { ...term, value: { kind: "ratio", ratio: "10%" } } : term,
  );
  const id = fund.propose(draftOf(fund, amended(fund.charter, { terms })));
  assert.equal(fund.state.acts.get(id)?.tier, 1);
});

test("[G46] an act under way keeps its approvals and is held to the limits in force", () => {
  const fund = fundAt("selected");
  const closing = fund.propose(drafts.closing());
  fund.approve(closing, "us-t1", "jp-t1");
  // The fund has 6.0 billion dollars in cash; the first step takes one.
  const limits = fund.charter.limits.map((limit) =>
    limit.id === "liquidity" ? { ...limit, holds: "cash - payables >= 5500000000 USD" } : limit,
  );
  const id = fund.propose(draftOf(fund, amended(fund.charter, { limits })));
  fund.approve(id, "us-t1", "jp-t1").until("2025-10-15").execute(id);
  const outcome = fund.submit(fund.execution(closing, "us-t1"));
  assert.ok(!outcome.ok);
  assert.equal(outcome.error.code, "limit_not_held");
  assert.equal(fund.state.acts.get(closing)?.ended, undefined);
});

test("two amendments to the same version cannot both take effect", () => {
  const fund = fundAt("committed");
  const first = fund.propose(draftOf(fund, amended(fund.charter, ordinary(fund.charter))));
  const other = amended(fund.charter, { notice: { en: "Other", ja: "別" } });
  const second = fund.propose({ ...draftOf(fund, other), reason: "Another" });
  fund.approve(first, "us-t1", "jp-t1").approve(second, "us-t1", "jp-t1");
  fund.until("2025-07-02").execute(first);
  const outcome = fund.submit(fund.execution(second, "us-t1"));
  assert.ok(!outcome.ok);
  assert.equal(outcome.error.code, "charter_version_not_next");
});
