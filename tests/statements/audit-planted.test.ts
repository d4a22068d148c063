/** Each kind of thing that an auditor looks for, planted in a fund and found where it is. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Statement } from "@jointfund/core/governance/statement.ts";
import { FollowedList, ofLines } from "@jointfund/core/statements/audit/followed-list.ts";
import type { AuditItem } from "@jointfund/core/statements/audit/item.ts";
import {
  auditList,
  countsOf,
  USUAL_TOLERANCES,
  type AuditListName,
  type AuditTolerances,
} from "@jointfund/core/statements/audit/lists.ts";
import { auditInputOf, followed } from "../support/audit-inputs.ts";
import { audits } from "../support/audits.ts";
import { booksDrafts as books } from "../support/books-drafts.ts";
import { capitalDrafts as capital } from "../support/capital-drafts.ts";
import { recordRefusal, settledFund } from "../support/chronicles.ts";
import { declaration, rounds, veto, withLadder } from "../support/deadlocks.ts";
import { delegated, onlyDelegation } from "../support/delegations.ts";
import type { ActDraft, DemonstrationFund } from "../support/demonstration-fund.ts";
import { approvers, drafts, fundAt, idAt } from "../support/stages.ts";

const listOf = (
  fund: DemonstrationFund,
  name: AuditListName,
  tolerances: Partial<AuditTolerances> = {},
): readonly AuditItem[] =>
  auditList(name, auditInputOf(fund), { ...USUAL_TOLERANCES, ...tolerances });

/** What a test compares: which entry, what it is, whose, and what was measured. */
const told = ({ entry, kind, parties, facts }: AuditItem) => ({ entry, kind, parties, facts });

/** The index that the next entry will have. */
const next = (fund: DemonstrationFund): number => fund.leaves.length;

const interest = (by: string, holder: string, concern: string): ActDraft => ({
  type: "conflict.declare",
  by,
  body: { holder, concern, nature: "shareholding" },
});

function consult(fund: DemonstrationFund, actId: string, officer: string): void {
  const statement: Statement = {
    kind: "consultation",
    ...{ fund: fund.charter.id, actId, officer, body: "board", opinion: "concern" },
    text: "Dear",
  };
  fund.must(fund.signed(statement, officer));
}

const affiliated = (): ActDraft => {
  const draft = drafts.recommendation();
  const parties = [{ company: "adviser-group", role: "sponsor" }];
  return { ...draft, by: "us-t1", body: { ...draft.body, investment: "site", parties } };
};

test("[AU10] acts that reach back are found, and whether over the end of a month", () => {
  const fund = fundAt("recommended");
  const within = next(fund);
  fund.report({ ...interest("jp-3", "jp-3", "oracle"), effectiveDate: "2025-09-16" });
  const over = next(fund);
  fund.report({ ...interest("jp-4", "jp-4", "crusoe"), effectiveDate: "2025-08-20" });
  const items = listOf(fund, "back-dated");
  assert.deepEqual(items.map(told), [
    { entry: within, kind: "withinMonth", parties: ["JP"], facts: { days: 3 } },
    { entry: over, kind: "overMonthEnd", parties: ["JP"], facts: { days: 30 } },
  ]);
  const tolerated = listOf(fund, "back-dated", { backDatedDays: 3 });
  assert.deepEqual(
    tolerated.map(({ entry }) => entry),
    [over],
  );
});

test("[AU11] [AU12] [AU15] one side's own act, in spite of a concern", () => {
  const fund = fundAt("funded");
  const proposed = next(fund);
  const id = fund.propose(affiliated());
  consult(fund, id, "jp-2");
  fund.until("2025-09-19");
  fund.approve(id, "us-t2");
  const executed = next(fund);
  fund.execute(id, "us-t1");
  const own = listOf(fund, "same-side").filter(({ act }) => act === id);
  assert.deepEqual(own.map(told), [
    { entry: executed, kind: "checkedByOwnSide", parties: ["US"], facts: { approvals: 1 } },
  ]);
  assert.deepEqual(own[0]!.officers, ["us-t1", "us-t2"]);
  assert.deepEqual(own[0]!.evidence, [proposed, proposed + 1, executed - 1, executed]);
  const self = listOf(fund, "self-executed").filter(({ act }) => act === id);
  assert.deepEqual(self.map(told), [
    { entry: executed, kind: "executedByProposer", parties: ["US"], facts: {} },
  ]);
  assert.deepEqual(listOf(fund, "overrides").map(told), [
    { entry: executed, kind: "concern", parties: ["JP"], facts: { body: "board" } },
  ]);
});

test("[AU13] whose interest an act is in: by the charter, by declaration, as a party", () => {
  const fund = fundAt("funded");
  fund.report(interest("jp-t1", "JP", "oracle"));
  const affiliate = next(fund);
  fund.propose(affiliated());
  const declared = next(fund);
  fund.propose(drafts.recommendation());
  const own = next(fund);
  fund.propose(audits.letter());
  assert.deepEqual(listOf(fund, "related-parties").map(told), [
    {
      ...{ entry: affiliate, kind: "affiliate", parties: ["ADV"] },
      facts: { holder: "ADV", concern: "adviser-group" },
    },
    {
      ...{ entry: declared, kind: "declaredInterest", parties: ["JP"] },
      facts: { holder: "JP", concern: "oracle" },
    },
    {
      ...{ entry: own, kind: "partyConcerned", parties: ["ADV"] },
      facts: { holder: "ADV", concern: "ADV" },
    },
  ]);
});

test("[AU14] [AU15] who spoke with an interest, of the side or declared later", () => {
  const fund = fundAt("recommended");
  fund.report(interest("jp-t1", "JP", "oracle"));
  const id = fund.propose(drafts.selection());
  const [first, second] = [next(fund), next(fund) + 1];
  fund.approve(id, "jp-1", "us-4");
  fund.report(interest("us-4", "us-4", "crusoe"));
  fund.approve(id, "us-1", "us-2", "us-3", "jp-2", "jp-4");
  fund.until("2025-09-26");
  const executed = next(fund);
  fund.execute(id);
  const items = listOf(fund, "missing-recusals");
  assert.deepEqual(items.slice(0, 2).map(told), [
    {
      ...{ entry: first, kind: "partyInterest", parties: ["JP"] },
      facts: { concern: "oracle", officer: "jp-1" },
    },
    {
      ...{ entry: second, kind: "declaredLater", parties: ["US"] },
      facts: { concern: "crusoe", officer: "us-4" },
    },
  ]);
  assert.deepEqual(
    items.slice(2).map(({ kind, officers }) => [kind, ...officers]),
    [
      ["partyInterest", "jp-2"],
      ["partyInterest", "jp-4"],
    ],
  );
  const overridden = listOf(fund, "overrides");
  assert.deepEqual(
    overridden.map(({ entry, kind, officers }) => [entry, kind, ...officers]),
    [
      [executed, "interest", "jp-1"],
      [executed, "interest", "jp-2"],
      [executed, "interest", "jp-4"],
    ],
  );
});

test("[AU14] a recusal leaves nothing to be found", () => {
  const fund = fundAt("recommended");
  fund.report(interest("jp-3", "jp-3", "oracle"));
  const id = fund.propose(drafts.selection());
  const statement: Statement = {
    ...{ kind: "recusal", fund: fund.charter.id, actId: id, officer: "jp-3" },
    reason: "Interest in the tenant",
  };
  fund.must(fund.signed(statement, "jp-3"));
  assert.deepEqual(listOf(fund, "missing-recusals"), []);
});

test("[AU15] votes against, and a recommendation that was not followed", () => {
  const fund = fundAt("recommended");
  const stopped = fund.propose(drafts.selection());
  fund.approve(stopped, "us-1");
  const vetoed = next(fund);
  fund.must(veto(fund, stopped, "jp-t1"));
  fund.until("2025-09-20");
  const id = fund.propose(drafts.selection());
  fund.must(fund.approval(id, "us-4", "reject"));
  fund.approve(id, ...approvers["investment.select"]!);
  fund.until("2025-09-26");
  const executed = next(fund);
  fund.execute(id);
  assert.deepEqual(listOf(fund, "overrides").map(told), [
    {
      ...{ entry: vetoed, kind: "recommendation", parties: ["MGR"] },
      facts: { investment: "abilene", status: "vetoed" },
    },
    { entry: executed, kind: "dissent", parties: ["US"], facts: { seats: ["US-4"] } },
  ]);
});

test("[AU15] a casting vote in a deadlock, beside what the other side had vetoed", () => {
  const fund = fundAt("recommended");
  const input = followed(fund);
  withLadder(fund, [["casting", 30, "JP"]]);
  fund.report(declaration(rounds(fund)));
  const id = fund.propose({ ...drafts.selection(), reason: "Cast" });
  const approved = next(fund);
  fund.approve(id, "jp-t1");
  assert.notEqual(fund.state.acts.get(id)?.approvedOn, undefined);
  const items = auditList("overrides", input);
  assert.deepEqual(items.map(({ entry, kind, act }) => [entry, kind, act]).slice(-1), [
    [approved, "casting", id],
  ]);
  assert.deepEqual(
    items.slice(0, -1).map(({ kind }) => kind),
    ["recommendation", "recommendation", "recommendation"],
  );
});

test("[AU16] [AU17] who was let off, and what was granted beside the charter", () => {
  const fund = fundAt("called");
  fund.enact(capital.defer(), "jp-t1");
  const deferred = next(fund) - 1;
  fund.enact(audits.letter(), ...approvers["sideletter.grant"]!);
  const granted = next(fund) - 1;
  assert.deepEqual(listOf(fund, "waivers").map(told), [
    { entry: deferred, kind: "deferral", parties: ["JP"], facts: { of: "JP" } },
  ]);
  const [letter, ...others] = listOf(fund, "side-letters").map(told);
  assert.deepEqual(others, []);
  assert.deepEqual([letter!.entry, letter!.kind, letter!.parties], [granted, "granted", ["ADV"]]);
  assert.deepEqual(letter!.facts["terms"], ["feeRate: 3/400"]);
});

test("[AU18] what a delegate alone has carried, and not what the rule itself met", () => {
  const fund = delegated();
  const id = fund.propose({ ...drafts.selection(), by: "us-t1" });
  const approved = next(fund);
  fund.approve(id, "m-1");
  const given = onlyDelegation(fund);
  const [item, ...others] = listOf(fund, "delegated");
  assert.deepEqual(others, []);
  assert.deepEqual(told(item!), {
    ...{ entry: approved, kind: "approvedByDelegate", parties: ["MGR"] },
    facts: { delegations: [given] },
  });
  const ordinary = delegated();
  const other = ordinary.propose({ ...drafts.selection(), by: "us-t1" });
  ordinary.approve(other, ...approvers["investment.select"]!);
  assert.deepEqual(listOf(ordinary, "delegated"), []);
});

test("[AU19] [AU20] entries that somebody wrote, and what was put right or taken back", () => {
  const fund = fundAt("earning");
  const wrong = `${idAt("income")}/1`;
  fund.enact(
    books.correction(wrong, ["4020", "abilene", "-10000000001"]),
    ...approvers["correction.post"]!,
  );
  const corrected = next(fund) - 1;
  const [manual, ...none] = listOf(fund, "manual-entries");
  assert.deepEqual(none, []);
  assert.deepEqual([manual!.entry, manual!.kind], [corrected, "correction"]);
  assert.deepEqual(manual!.amount, { currency: "USD", minor: 10_000_000_001n });
  assert.deepEqual(listOf(fund, "corrections").map(told), [
    { entry: corrected, kind: "corrected", parties: ["MGR"], facts: { journal: wrong } },
  ]);
});

test("[AU21] payments that left, with the checkpoint that made them final", () => {
  const fund = settledFund();
  const input = auditInputOf(fund);
  const items = listOf(fund, "payments");
  const released = [...input.state.payments.values()].filter(({ releasedOn }) => releasedOn);
  assert.equal(items.length, released.length);
  assert.ok(items.length > 2);
  for (const item of items) {
    assert.equal(item.kind, "allMirrors");
    assert.deepEqual(item.facts["mirrors"], ["US", "JP"]);
    const payment = input.state.payments.get(String(item.facts["payment"]))!;
    assert.deepEqual(item.amount, { currency: payment.currency, minor: payment.minor });
    const final = Number(item.facts["finalIn"]);
    assert.ok(payment.entry < final && final < item.entry);
    assert.deepEqual(item.evidence, [payment.entry, final, item.entry]);
  }
});

test("[AU22] approvals soon after a seat was given, and not long after it", () => {
  const fund = fundAt("recommended");
  const seating: ActDraft = {
    type: "appointment.seat",
    by: "us-t1",
    body: { seat: "US-4", officer: "us-t2" },
  };
  fund.enact(seating, "us-t1");
  const seated = next(fund) - 1;
  const id = fund.propose(drafts.selection());
  const approved = next(fund);
  fund.approve(id, "us-t2");
  assert.deepEqual(listOf(fund, "new-keys").map(told), [
    {
      ...{ entry: approved, kind: "seated", parties: ["US"] },
      facts: { days: 0, changedIn: seated },
    },
  ]);
  const late = fundAt("recommended");
  late.enact(seating, "us-t1");
  late.until("2025-10-20");
  const other = late.propose(drafts.selection());
  late.approve(other, "us-t2");
  assert.deepEqual(listOf(late, "new-keys"), []);
  assert.equal(listOf(late, "new-keys", { newKeyDays: 31 }).length, 1);
});

test("[AU23] what was said in the last minutes of a window", () => {
  const fund = fundAt("funded");
  const id = fund.propose(affiliated());
  // Five joint business days after 10 September: Monday the 15th is a Japanese holiday.
  fund.until("2025-09-18");
  fund.at("2025-09-18T23:29:30Z");
  const answered = next(fund);
  consult(fund, id, "jp-2");
  assert.deepEqual(listOf(fund, "last-minute").map(told), [
    { entry: answered, kind: "consultation", parties: ["JP"], facts: { minutesLeft: 30 } },
  ]);
  assert.deepEqual(listOf(fund, "last-minute", { lastMinutes: 30 }), []);
});

test("[AU24] [AU1] refusals by the code of the rule, with the side that was refused", () => {
  const fund = fundAt("recommended");
  const refused = next(fund);
  const code = recordRefusal(fund, fund.proposal({ ...affiliated(), by: "ad-1" }));
  const items = listOf(fund, "refusals");
  assert.deepEqual(items.map(told), [
    { entry: refused, kind: code, parties: ["ADV"], facts: { statement: "proposal" } },
  ]);
  assert.deepEqual([items[0]!.on, items[0]!.evidence], ["2025-09-19", [refused]]);
});

test("[AU2] counts are by year, kind and party", () => {
  const item = (on: string, kind: string, ...parties: string[]): AuditItem => ({
    ...{ entry: 1, on: on as AuditItem["on"], kind, clause: "", parties },
    ...{ officers: [], facts: {}, documents: [], evidence: [] },
  });
  const items = [
    item("2025-12-31", "a", "JP", "US"),
    item("2026-01-01", "b", "US"),
    item("2026-05-01", "b"),
  ];
  const list = new FollowedList({
    lines: ofLines(
      () => items,
      (_input, each) => [each],
    ),
  });
  list.follow(auditInputOf(fundAt("recommended")));
  assert.deepEqual(countsOf(list), {
    total: 3,
    years: [
      { year: "2025", count: 1 },
      { year: "2026", count: 2 },
    ],
    kinds: [
      { kind: "b", count: 2 },
      { kind: "a", count: 1 },
    ],
    parties: [
      { party: "US", count: 2 },
      { party: "JP", count: 1 },
    ],
  });
});
