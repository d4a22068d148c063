import assert from "node:assert/strict";
import { test } from "node:test";
import { encodingFault } from "@jointfund/core/base/canonical.ts";
import type { Result } from "@jointfund/core/base/result.ts";
import type { ApprovalRule, Charter } from "@jointfund/core/charter/charter.ts";
import { charterHash, encodeCharter } from "@jointfund/core/charter/decode-charter.ts";
import { toJson, type Effects } from "@jointfund/core/fund/effects.ts";
import { stateHash } from "@jointfund/core/fund/state-hash.ts";
import type { Rejection } from "@jointfund/core/governance/rejection.ts";
import type { ActDraft, DemonstrationFund } from "../support/demonstration-fund.ts";
import { approvers, drafts, fundAt, idAt } from "../support/stages.ts";
import { amended, variant } from "../support/variants.ts";

/** Ways in which one side, an officer or a custodian would get more than was agreed. */

function assertRefused(outcome: Result<Effects, Rejection>, code: string): Rejection {
  assert.ok(!outcome.ok, "accepted");
  assert.equal(outcome.error.code, code);
  return outcome.error;
}

const TREASURIES = ["us-t1", "jp-t1"] as const;
const PROCEDURE = ["ab".repeat(32)] as const;

/** Proposes a charter, which both sides ratify, and has it take effect ten business days later. */
function amend(fund: DemonstrationFund, next: Charter): Result<Effects, Rejection> {
  fund.blobs.set(charterHash(next), encodeCharter(next));
  const draft = { type: "charter.amend", by: "us-t1", body: { charter: charterHash(next) } };
  const proposed = fund.submit(fund.proposal(draft));
  if (!proposed.ok) return proposed;
  const id = fund.idOf(fund.act(draft));
  for (const officer of TREASURIES) fund.must(fund.approval(id, officer, "approve", PROCEDURE));
  fund.until("2025-07-02");
  return fund.submit(fund.execution(id, "us-t1"));
}

test("[G47] a milestone that is not due is not funded by an act that is dated ahead", () => {
  const fund = fundAt("closed");
  assert.equal(fund.state.today, "2025-09-26");
  const id = fund.propose({ ...drafts.advance(), effectiveDate: "2025-12-24" });
  fund.approve(id, ...approvers["investment.advance"]!);
  const facts = { actual: "2025-12-24", required: "2025-09-26" };
  const { facts: told } = assertRefused(
    fund.submit(fund.execution(id, "us-t1")),
    "effective_date_in_future",
  );
  assert.deepEqual(told, facts);
  assert.equal(fund.state.payments.size, 1);
});

test("[G47] on its effective date the act takes effect", () => {
  const fund = fundAt("closed").until("2025-12-22");
  const id = fund.propose({ ...drafts.advance(), effectiveDate: "2025-12-24" });
  fund
    .approve(id, ...approvers["investment.advance"]!)
    .until("2025-12-24")
    .execute(id);
  assert.equal(fund.state.payments.size, 2);
});

test("[R15] a finding on text that is cut inside a character can be recorded as a refusal", () => {
  const fund = fundAt("founded");
  const currency = `${"x".repeat(79)}\u{1f600}`;
  const draft = drafts.commitment("US");
  const outcome = fund.submit(fund.proposal({ ...draft, body: { ...draft.body, currency } }));
  const refused = assertRefused(outcome, "body_malformed");
  assert.equal(encodingFault(toJson(refused)), undefined);
});

/** The charter with a rule that its own amendments are held to. */
const withLimitOnAmendments = ({ acts, limits }: Charter): Partial<Charter> => ({
  acts: { ...acts, "charter.amend": { ...acts["charter.amend"]!, limits: ["wealth"] } },
  limits: [...limits, { ...limits[0]!, id: "wealth", clause: "5.90", holds: "cash > 1000 USD" }],
});

test("[G46] an amendment that strikes out a limit is itself held to that limit", () => {
  const fund = variant(withLimitOnAmendments).found();
  const { acts, limits } = variant(() => ({})).charter;
  assertRefused(amend(fund, amended(fund.charter, { acts, limits })), "limit_not_held");
});

test("[LG10] the same income is not determined a second time before it is declared", () => {
  const fund = fundAt("determined");
  const draft = { ...drafts.determination(), reason: "Once more" };
  const { facts } = assertRefused(fund.submit(fund.proposal(draft)), "distribution_open");
  assert.equal(facts["actual"], idAt("determination"));
});

/** What each side is owed of the stage's 8,000,000,000 once it is declared. */
function owedBySide(fund: DemonstrationFund): readonly (bigint | undefined)[] {
  fund.enact(drafts.declaration(), ...approvers["distribution.declare"]!);
  return ["US", "JP"].map((party) => fund.state.ledger.get(`fund/2030/USD/${party}`));
}

test("[LG11] all classes of a vehicle rank equally, those of another have no part", () => {
  const fund = fundAt("determined");
  // As many units again, all of them the United States': of a second class of the same vehicle.
  const founders = fund.state.capital.units.get("founders/JP")!;
  const withSecond = (vehicle: string): DemonstrationFund =>
    fund.fork().change((state) => {
      const { vehicles, classes } = state.charter;
      const charter: Charter = {
        ...state.charter,
        vehicles: [...vehicles, { ...vehicles[0]!, id: "other", clause: "4.8" }],
        classes: [...classes, { ...classes[0]!, id: "second", clause: "4.9", vehicle }],
      };
      const units = state.capital.units.set("second/US", 2n * founders);
      return { ...state, charter, capital: { ...state.capital, units } };
    });
  assert.deepEqual(owedBySide(withSecond("fund")), [-6_000_000_000n, -2_000_000_000n]);
  assert.deepEqual(owedBySide(withSecond("other")), [-4_000_000_000n, -4_000_000_000n]);
});

test("[LG8] a contribution that buys less than a millionth of a unit makes no holder", () => {
  const founderPrice = "99999999999999.00";
  const fund = variant(({ classes }) => ({
    classes: classes.map((each) => ({ ...each, founderPrice })),
  })).found();
  const commitments = (["US", "JP"] as const).map((party) =>
    fund.enact(drafts.commitment(party), ...TREASURIES),
  );
  const draft = drafts.call();
  const items = ["US", "JP"].map((party, n) => ({
    ...{ party, commitment: commitments[n]!, amount: "1" },
  }));
  fund.until("2025-06-24");
  const body = { ...draft.body, price: founderPrice, items };
  const call = fund.enact({ ...draft, body }, ...approvers["capital.call"]!);
  fund.until("2025-09-10");
  const receipt = drafts.receipt("US", "1");
  fund.report({ ...receipt, body: { ...receipt.body, call } });
  assertRefused(fund.submit(fund.proposal(drafts.determination())), "nobody_to_distribute_to");
});

test("[LG6] calls that are not paid yet count towards the total of a class", () => {
  // At this price half of the initial capital would buy 1.5 * 10^13 units; 2^63 millionths are 9.2.
  const founderPrice = "0.01";
  const fund = variant(({ classes }) => ({
    classes: classes.map((each) => ({ ...each, founderPrice })),
  })).found();
  const commitments = (["US", "JP"] as const).map((party) =>
    fund.enact(drafts.commitment(party), ...TREASURIES),
  );
  fund.until("2025-06-24");
  const called = (amount: string, reason: string): ActDraft => {
    const draft = drafts.call();
    const items = ["US", "JP"].map((party, n) => ({
      ...{ party, commitment: commitments[n]!, amount },
    }));
    return { ...draft, reason, body: { ...draft.body, price: founderPrice, items } };
  };
  const first = fund.propose(called("4000000000000", "The first"));
  const second = fund.propose(called("4000000000000", "The second"));
  for (const id of [first, second]) fund.approve(id, ...approvers["capital.call"]!);
  fund.execute(first);
  const { facts } = assertRefused(
    fund.submit(fund.execution(second, "us-t1")),
    "class_total_exceeded",
  );
  // 4 * 10^12 cents at a cent a unit, from two parties, twice.
  assert.equal(facts["actual"], "16000000000000000000");
});

test("[E4] a party that is named like a property of every object has no share by that", () => {
  const fund = variant((charter) => {
    const text = JSON.stringify(charter).replaceAll('"AUD"', '"constructor"');
    const { parties, acts } = JSON.parse(text) as Charter;
    const accept = { ...acts["commitment.accept"]!, propose: ["US", "JP", "constructor"] };
    return { parties, acts: { ...acts, "commitment.accept": accept } };
  }).found();
  const draft = drafts.commitment("US");
  const body = { ...draft.body, party: "constructor" };
  const outcome = fund.submit(fund.proposal({ ...draft, by: "au-1", body }));
  assertRefused(outcome, "commitment_not_in_charter");
});

test("[CH61] an amount in another currency than the book's is not compared with it", () => {
  const fund = variant(({ acts }) => ({
    acts: {
      ...acts,
      "instruction.record": {
        ...acts["instruction.record"]!,
        approve: [
          { when: "amount <= largeInvestment of initialCapital", rule: { party: "US" } },
          { rule: { all: [{ party: "US" }, { party: "JP" }] } },
        ],
      },
    },
  })).found();
  const instruction = (currency: string): ActDraft => ({
    type: "instruction.record",
    by: "us-t1",
    body: { text: "Buy", concern: "crusoe", sum: { currency, amount: "1000000000000" } },
  });
  fund.must(fund.proposal(instruction("USD")));
  const outcome = fund.submit(fund.proposal(instruction("JPY")));
  const { facts } = assertRefused(outcome, "expression_undefined");
  assert.equal(facts["reason"], "value_unavailable");
});

test("[R31] a mirror that the charter does not name lets no payment leave", () => {
  const fund = fundAt("declared");
  fund.change((state) => {
    const [us, ...others] = state.trust.mirrors;
    return { ...state, trust: { ...state.trust, mirrors: [{ ...us!, party: "MGR" }, ...others] } };
  });
  const root = new Uint8Array(32);
  fund.rootAt = () => root;
  const outcome = fund.submit(fund.finality(fund.checkpoint(fund.leaves.length, root, ["US"])));
  assertRefused(outcome, "cosignature_missing");
});

/** The same term about a vehicle of another name, if it is about the fund. */
const ofOther = <T extends { readonly vehicle: string }>(term: T): T =>
  term.vehicle === "fund" ? { ...term, vehicle: "other" } : term;

/** Amendments without something that the record rests on, and what they are told. */
const LEAVING_OUT: readonly (readonly [
  what: string,
  facts: Rejection["facts"],
  (charter: Charter) => Partial<Charter>,
])[] = [
  [
    "a key for every mirror that it names",
    { missing: "mirrorKey", of: "MGR" },
    ({ finality }) => ({ finality: { ...finality, mirrors: ["US", "JP", "MGR"] } }),
  ],
  [
    "the vehicle whose books are kept",
    { missing: "vehicle", of: "fund USD" },
    ({ vehicles, classes, capital, distributions, leverage, fees, reserves }) => ({
      vehicles: vehicles.map((each) => (each.id === "fund" ? { ...each, id: "other" } : each)),
      classes: classes.map(ofOther),
      capital: { ...capital, vehicle: "other" },
      distributions: distributions.map(ofOther),
      leverage: { ...leverage!, covenants: leverage!.covenants.map(ofOther) },
      fees: fees!.map(ofOther),
      reserves: reserves!.map(ofOther),
    }),
  ],
  [
    "the class for which capital was called",
    { missing: "class", of: "founders" },
    ({ classes }) => ({
      classes: classes.map((each) => (each.id === "founders" ? { ...each, id: "other" } : each)),
    }),
  ],
  [
    "a place in the order for odd units for every holder",
    { missing: "tieBreak", of: "JP" },
    ({ capital, rounding }) => ({
      capital: { ...capital, shares: { US: "1" } },
      rounding: { ...rounding, tieBreak: ["US"] },
    }),
  ],
];

for (const [what, facts, change] of LEAVING_OUT) {
  test(`[CH69] an amendment keeps ${what}`, () => {
    const fund = fundAt("called");
    const refusal = assertRefused(
      amend(fund, amended(fund.charter, change(fund.charter))),
      "amendment_incomplete",
    );
    assert.deepEqual(refusal.facts, facts);
  });
}

test("[CH69] a fund is not amended while no officer of the operator could open another day", () => {
  const fund = fundAt("founded");
  fund.change((state) => {
    const gone = (officers: typeof state.officers, id: string) =>
      officers.set(id, { id, party: "OPR" });
    return { ...state, officers: ["op-1", "op-2"].reduce(gone, state.officers) };
  });
  const next = amended(fund.charter, { notice: { en: "Other", ja: "\u5225" } });
  const { facts } = assertRefused(amend(fund, next), "amendment_incomplete");
  assert.deepEqual(facts, { missing: "operator", of: "us-japan" });
});

/** A rule inside so many others that change nothing. */
function wrapped(rule: ApprovalRule, times: number): ApprovalRule {
  return times === 0 ? rule : { all: [wrapped(rule, times - 1)] };
}

test("[CH4] a charter that a seal could not enclose is not adopted", () => {
  const fundWith = (times: number): DemonstrationFund =>
    variant(({ acts }) => {
      const strike = acts["nav.strike"]!;
      const approve = strike.approve.map(({ rule }) => ({ rule: wrapped(rule, times) }));
      return { acts: { ...acts, "nav.strike": { ...strike, approve } } };
    });
  assert.match(stateHash(fundWith(11).found().state), /^[0-9a-f]{64}$/);
  const tooDeep = fundWith(12);
  const { facts } = assertRefused(
    tooDeep.submit(tooDeep.foundingStatement()),
    "charter_not_adoptable",
  );
  assert.deepEqual(facts["findings"], ["too_deep"]);
});

test("[R7] one key does not stand for two mirrors", () => {
  const fund = variant(() => ({}));
  const mirrors = ["US", "JP"].map((party) => ({
    ...{ party, vkey: fund.vkey(`${party.toLowerCase()}.example`, "one key", "cosignature") },
  }));
  const { facts } = assertRefused(
    fund.submit(fund.foundingStatement({ mirrors })),
    "verifier_key_unusable",
  );
  assert.equal(facts["who"], "JP");
});

test("[G4] the founding gives no officer the name of a party", () => {
  const fund = variant(() => ({}));
  const [first, ...others] = fund.officers;
  const named = fund.withOfficers([{ ...first!, id: "JP" }, ...others]);
  assertRefused(named.submit(named.foundingStatement()), "officer_named_as_party");
});
