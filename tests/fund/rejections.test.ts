import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json } from "@jointfund/core/base/canonical.ts";
import { stateHash } from "@jointfund/core/fund/state-hash.ts";
import { FUND_REJECTIONS, type FundRejectionCode } from "@jointfund/core/fund/rejections.ts";
import { charterHash, encodeCharter } from "@jointfund/core/charter/decode-charter.ts";
import type { SignedStatement } from "@jointfund/core/governance/statement.ts";
import type { ActDraft, DemonstrationFund } from "../support/demonstration-fund.ts";
import { approvers, drafts, fundAt, idAt, type StageName } from "../support/stages.ts";
import { amended, variant } from "../support/variants.ts";

/**
 * Each reason for which the fund refuses a statement: a statement that meets it, the clause that is
 * cited, and proof that nothing has changed.
 */
type Case = {
  readonly code: FundRejectionCode;
  readonly clause: string;
  /** What the rejection says was found, where the case pins it down. */
  readonly actual?: Json;
  readonly fund: () => DemonstrationFund;
  readonly statement: (fund: DemonstrationFund) => SignedStatement;
};

/** A draft with fields of its body changed. */
function withBody(draft: ActDraft, body: { readonly [field: string]: Json }): ActDraft {
  return { ...draft, body: { ...draft.body, ...body } };
}

const at =
  (stage: StageName): (() => DemonstrationFund) =>
  () =>
    fundAt(stage);

const proposing =
  (draft: () => ActDraft) =>
  (fund: DemonstrationFund): SignedStatement =>
    fund.proposal(draft());

const reporting =
  (draft: () => ActDraft) =>
  (fund: DemonstrationFund): SignedStatement =>
    fund.fact(draft());

/** Proposed and approved: what the execution is refused for. */
const executing =
  (draft: () => ActDraft) =>
  (fund: DemonstrationFund): SignedStatement => {
    const id = fund.propose(draft());
    fund.approve(id, ...approvers[draft().type]!);
    return fund.execution(id, "us-t1");
  };

const call = (body: { readonly [field: string]: Json }, effectiveDate?: string): ActDraft => {
  const draft = withBody(drafts.call(), body);
  return effectiveDate === undefined ? draft : { ...draft, effectiveDate };
};

const item = (party: "US" | "JP", amount: string, commitment = idAt(party)): Json => ({
  party,
  commitment,
  amount,
});

/** The day of the first call's notice. */
const onCallDay = (): DemonstrationFund => fundAt("committed").until("2025-06-24");

const shortAuthority = (authority: {
  readonly [field: string]: Json;
}): (() => DemonstrationFund) => {
  return () => {
    const fund = fundAt("founded");
    const draft = drafts.commitment("US");
    const terms = draft.body["authority"] as { readonly [field: string]: Json };
    fund.enact(withBody(draft, { authority: { ...terms, ...authority } }), ...TREASURIES);
    return fund.until("2025-06-24");
  };
};

const TREASURIES = ["us-t1", "jp-t1"] as const;

const onlyCommitment = (fund: DemonstrationFund): string =>
  [...fund.state.capital.commitments.keys()][0]!;

const CASES: readonly Case[] = [
  {
    code: "already_founded",
    clause: "R7",
    fund: at("founded"),
    statement: (fund) => fund.foundingStatement({ witnesses: [], mirrors: [] }),
  },
  {
    code: "not_founded",
    clause: "R7",
    fund: () => variant(() => ({})),
    statement: (fund) => fund.proposal(drafts.commitment("US")),
  },
  {
    code: "blob_missing",
    clause: "R16",
    fund() {
      const fund = variant(() => ({}));
      fund.blobs.clear();
      return fund;
    },
    statement: (fund) => fund.foundingStatement(),
  },
  {
    code: "charter_not_adoptable",
    clause: "R16",
    fund: () =>
      variant(({ limits }) => ({ limits: [...limits, { ...limits[0]!, holds: "cash <" }] })),
    statement: (fund) => fund.foundingStatement(),
  },
  {
    code: "seat_taken",
    clause: "G2",
    actual: "US-T1",
    fund() {
      const fund = variant(() => ({}));
      const twice = { id: "us-extra", party: "US", seats: ["US-T1"] };
      return fund.withOfficers([...fund.officers, twice]);
    },
    statement: (fund) => fund.foundingStatement(),
  },
  {
    // A mirror's key where the log's should be: it has the other type.
    code: "verifier_key_unusable",
    clause: "R7",
    actual: "verifier_key_type_unsupported",
    fund: () => variant(() => ({})),
    statement: (fund) =>
      fund.foundingStatement({ logKey: fund.vkey("us-japan.example", "log", "cosignature") }),
  },
  {
    code: "verifier_key_unusable",
    clause: "R7",
    actual: "another.example",
    fund: () => variant(() => ({})),
    statement: (fund) =>
      fund.foundingStatement({ logKey: fund.vkey("another.example", "log", "ed25519") }),
  },
  {
    code: "founding_incomplete",
    clause: "R7",
    fund: () => variant(() => ({})),
    statement: (fund) => fund.foundingStatement({ mirrors: [] }),
  },
  {
    code: "founding_incomplete",
    clause: "R7",
    fund() {
      const fund = variant(() => ({}));
      return fund.withOfficers(fund.officers.filter(({ party }) => party !== "JP"));
    },
    statement: (fund) => fund.foundingStatement(),
  },
  {
    code: "recorded_at_decreases",
    clause: "R11",
    fund() {
      const fund = fundAt("committed");
      fund.now = "2025-06-16T08:59:59Z" as typeof fund.now;
      return fund;
    },
    statement: proposing(() => drafts.call()),
  },
  {
    code: "day_not_open",
    clause: "R14",
    actual: "2025-06-17",
    fund() {
      const fund = fundAt("founded");
      fund.now = "2025-06-17T00:00:00Z" as typeof fund.now;
      return fund;
    },
    statement: proposing(() => drafts.commitment("US")),
  },
  {
    code: "day_not_later",
    clause: "R14",
    fund: at("founded"),
    statement: (fund) => fund.dayOpening("2025-06-16"),
  },
  {
    code: "day_not_today",
    clause: "R14",
    fund: at("founded"),
    statement: (fund) => fund.dayOpening("2025-06-18"),
  },
  {
    code: "act_type_unknown",
    clause: "R1",
    actual: "capital.gift",
    fund: at("founded"),
    statement: proposing(() => ({ ...drafts.commitment("US"), type: "capital.gift" })),
  },
  {
    code: "body_malformed",
    clause: "5.2",
    fund: at("founded"),
    statement: proposing(() => withBody(drafts.commitment("US"), { amount: "1.5" })),
  },
  {
    code: "act_is_a_fact",
    clause: "5.4",
    fund: at("called"),
    statement: proposing(() => drafts.receipt("US")),
  },
  {
    code: "act_is_a_decision",
    clause: "5.2",
    fund: at("founded"),
    statement: reporting(() => drafts.commitment("US")),
  },
  {
    code: "effective_date_in_future",
    clause: "5.4",
    actual: "2025-06-25",
    fund: at("called"),
    statement: reporting(() => ({ ...drafts.receipt("US"), effectiveDate: "2025-06-25" })),
  },
  {
    code: "commitment_of_other_party",
    clause: "5.2",
    actual: "US",
    fund: at("founded"),
    statement: proposing(() => ({ ...drafts.commitment("JP"), by: "us-t1" })),
  },
  {
    code: "commitment_not_in_charter",
    clause: "5.1",
    fund: at("founded"),
    statement: proposing(() => withBody(drafts.commitment("US"), { currency: "EUR" })),
  },
  {
    // A cent more than half of three hundred billion dollars.
    code: "commitment_beyond_share",
    clause: "5.1",
    actual: "15000000000001",
    fund: at("founded"),
    statement: proposing(() => withBody(drafts.commitment("US"), { amount: "15000000000001" })),
  },
  {
    code: "class_unknown",
    clause: "5.3",
    fund: onCallDay,
    statement: proposing(() => call({ class: "citizens" })),
  },
  {
    code: "wrong_currency",
    clause: "5.3",
    actual: "JPY",
    fund: onCallDay,
    statement: proposing(() => call({ currency: "JPY" })),
  },
  {
    code: "effective_date_differs",
    clause: "5.3",
    fund: onCallDay,
    statement: proposing(() => call({}, "2025-09-11")),
  },
  {
    // 45 days on which banks in both countries are open, from 24 June 2025, end on 28 August.
    code: "notice_period_too_short",
    clause: "5.1",
    actual: "2025-08-27",
    fund: onCallDay,
    statement: proposing(() => call({ dueDate: "2025-08-27" }, "2025-08-27")),
  },
  {
    code: "commitment_unknown",
    clause: "5.3",
    fund: onCallDay,
    statement: proposing(() => call({ items: [item("US", "100"), item("JP", "100", idAt("US"))] })),
  },
  {
    code: "commitment_exceeded",
    clause: "5.3",
    actual: "15000000000001",
    fund: onCallDay,
    statement: proposing(() => call({ items: [item("US", "15000000000001")] })),
  },
  {
    code: "budget_authority_exceeded",
    clause: "5.2",
    fund: at("founded"),
    statement: proposing(() => {
      const draft = drafts.commitment("US");
      const terms = draft.body["authority"] as { readonly [field: string]: Json };
      return withBody(draft, { authority: { ...terms, amount: "14999999999999" } });
    }),
  },
  {
    code: "budget_authority_expired",
    clause: "5.3",
    actual: "2025-09-10",
    fund: shortAuthority({ expires: "2025-09-09" }),
    statement: (fund) => fund.proposal(call({ items: [item("US", "100", onlyCommitment(fund))] })),
  },
  {
    // One side alone is no founders' call: its money buys at struck net asset value, and none is.
    code: "nav_not_struck",
    clause: "5.3",
    fund: onCallDay,
    statement: proposing(() => call({ items: [item("US", "100")] })),
  },
  {
    code: "price_not_as_charter",
    clause: "5.3",
    actual: "1.01",
    fund: onCallDay,
    statement: proposing(() => call({ price: "1.01" })),
  },
  {
    code: "class_total_exceeded",
    clause: "LG6",
    fund() {
      const fund = variant(({ classes }) => ({
        classes: classes.map((unitClass) => ({ ...unitClass, founderPrice: "0.000001" })),
      })).found();
      for (const party of ["US", "JP"] as const)
        fund.enact(drafts.commitment(party), ...TREASURIES);
      return fund.until("2025-06-24");
    },
    statement(fund) {
      const items = [...fund.state.capital.commitments.values()].map(({ id, party }) => ({
        party,
        commitment: id,
        amount: "10000000000000",
      }));
      return fund.proposal(call({ price: "0.000001", items }));
    },
  },
  {
    code: "party_not_called",
    clause: "5.4",
    actual: "MGR",
    fund: at("called"),
    statement: reporting(() => withBody(drafts.receipt("US"), { party: "MGR" })),
  },
  {
    code: "call_unknown",
    clause: "5.4",
    fund: at("called"),
    statement: reporting(() => withBody(drafts.receipt("US"), { call: "0".repeat(64) })),
  },
  {
    code: "investment_exists",
    clause: "8.1",
    actual: "abilene",
    fund: at("recommended"),
    statement: proposing(() => drafts.recommendation()),
  },
  {
    code: "sector_outside_mandate",
    clause: "6.1",
    actual: "shipyards",
    fund: at("funded"),
    statement: proposing(() => withBody(drafts.recommendation(), { sector: "shipyards" })),
  },
  {
    code: "geography_outside_mandate",
    clause: "6.1",
    fund: at("funded"),
    statement: proposing(() => withBody(drafts.recommendation(), { geography: "FR" })),
  },
  {
    code: "vehicle_unknown",
    clause: "8.1",
    fund: at("funded"),
    statement: proposing(() => withBody(drafts.recommendation(), { vehicle: "feeder" })),
  },
  {
    code: "text_missing_in_language",
    clause: "8.1",
    fund: at("funded"),
    statement: proposing(() => withBody(drafts.recommendation(), { name: { en: "Abilene" } })),
  },
  {
    code: "investment_unknown",
    clause: "8.2",
    fund: at("recommended"),
    statement: proposing(() => withBody(drafts.selection(), { investment: "milam" })),
  },
  {
    code: "investment_status",
    clause: "8.4",
    actual: "recommended",
    fund: at("recommended"),
    statement: proposing(() => drafts.closing()),
  },
  {
    code: "milestone_unknown",
    clause: "8.4",
    fund: at("selected"),
    statement: proposing(() => withBody(drafts.closing(), { milestone: "step-9" })),
  },
  {
    code: "milestone_already_funded",
    clause: "8.5",
    fund: at("earning"),
    statement: proposing(() => withBody(drafts.advance(), { milestone: "step-1" })),
  },
  {
    code: "milestone_not_due",
    clause: "8.5",
    actual: "2025-09-26",
    fund: at("closed"),
    statement: proposing(() => drafts.advance()),
  },
  {
    code: "payee_not_in_investment",
    clause: "8.4",
    fund: at("selected"),
    statement: proposing(() => withBody(drafts.closing(), { payee: "somebody" })),
  },
  {
    code: "no_units_outstanding",
    clause: "10.2",
    fund: at("called"),
    statement: proposing(() => drafts.strike()),
  },
  {
    code: "nav_already_struck",
    clause: "10.2",
    fund() {
      const fund = fundAt("earning");
      fund.enact(drafts.strike(), ...TREASURIES);
      return fund;
    },
    statement: proposing(() => ({ ...drafts.strike(), reason: "Once more" })),
  },
  {
    code: "distribution_open",
    clause: "11.3",
    fund: at("determined"),
    statement: proposing(() => ({ ...drafts.determination(), reason: "Once more" })),
  },
  {
    code: "nothing_to_distribute",
    clause: "11.3",
    actual: "0",
    fund: at("closed"),
    statement: executing(() => drafts.determination()),
  },
  {
    code: "distribution_unknown",
    clause: "11.4",
    fund: at("determined"),
    statement: proposing(() => withBody(drafts.declaration(), { distribution: "0".repeat(64) })),
  },
  {
    code: "distribution_already_declared",
    clause: "11.4",
    fund: at("declared"),
    statement: proposing(() => ({ ...drafts.declaration(), reason: "Once more" })),
  },
  {
    code: "amount_not_as_determined",
    clause: "11.4",
    fund: at("determined"),
    statement: proposing(() => drafts.declaration("8000000001")),
  },
  {
    code: "payment_unknown",
    clause: "11.5",
    fund: at("declared"),
    statement: proposing(() => drafts.payment(`${"0".repeat(64)}/1`, "US", "4000000000")),
  },
  {
    code: "payment_already_released",
    clause: "11.5",
    fund() {
      const fund = final(fundAt("declared"));
      fund.enact(release(fund), "jp-t1");
      return fund;
    },
    statement: (fund) => fund.proposal({ ...release(fund), reason: "Once more" }),
  },
  {
    code: "payment_differs",
    clause: "11.5",
    fund: at("declared"),
    statement: (fund) => fund.proposal(withBody(release(fund), { payee: "JP" })),
  },
  {
    code: "cash_insufficient",
    clause: "11.5",
    actual: "3999999999",
    fund() {
      const fund = final(fundAt("declared"));
      return fund.change((state) => ({
        ...state,
        ledger: state.ledger.set("fund/1010/USD/bank", 3_999_999_999n),
      }));
    },
    statement: (fund) => fund.proposal(release(fund)),
  },
  {
    code: "payment_not_final",
    clause: "13.1",
    actual: 0,
    fund: at("declared"),
    statement: (fund) => fund.proposal(release(fund)),
  },
  {
    code: "charter_version_not_next",
    clause: "15.1",
    actual: 3,
    fund: at("founded"),
    statement: (fund) => amending(fund, (charter) => ({ ...charter, version: 3 })),
  },
  {
    code: "amendment_changes_nothing",
    clause: "15.1",
    fund: at("founded"),
    statement: (fund) => amending(fund, (charter) => amended(charter, {})),
  },
  {
    code: "amendment_incomplete",
    clause: "15.1",
    fund: at("founded"),
    statement: (fund) =>
      amending(fund, (charter) => {
        const finality = { ...charter.finality, mirrors: ["US", "JP", "MGR"] };
        return amended(charter, { finality });
      }),
  },
  {
    code: "expression_undefined",
    clause: "7.4",
    fund() {
      const fund = variant(({ limits }) => ({
        limits: limits.map((limit) =>
          limit.id === "liquidity" ? { ...limit, holds: "cash / distributed >= 1" } : limit,
        ),
      }));
      return throughLife(fund, "selected");
    },
    statement: executing(() => drafts.closing()),
  },
  {
    // Half a billion dollars must stay: 6.0 billion less a first step of 5.6 billion leave 0.4.
    code: "limit_not_held",
    clause: "7.4",
    fund() {
      return fundAt("selected").change((state) => ({
        ...state,
        ledger: state.ledger
          .set("fund/1010/USD/bank", 140_000_000_000n)
          .set("fund/3010/USD/US", -140_000_000_000n)
          .delete("fund/3010/USD/JP"),
      }));
    },
    statement: executing(() => drafts.closing()),
  },
  {
    code: "refusal_not_reproduced",
    clause: "R15",
    actual: "accepted",
    fund: at("founded"),
    statement(fund) {
      const { statement, signatures } = fund.proposal(drafts.commitment("US"));
      const refused = { statement: statement as unknown as Json, signatures };
      const claimed = { code: "commitment_beyond_share", clause: "5.1", facts: {} };
      const officer = fund.operator;
      return fund.signed(
        { kind: "refusal", fund: "us-japan", officer, refused, rejection: claimed },
        officer,
      );
    },
  },
  {
    code: "checkpoint_malformed",
    clause: "R30",
    fund: at("founded"),
    statement: (fund) => fund.finality("us-japan.example\n1\n"),
  },
  {
    code: "checkpoint_not_of_this_log",
    clause: "R30",
    actual: 1,
    fund: at("founded"),
    statement: (fund) => fund.finality(fund.checkpoint(1, new Uint8Array(32), ["US", "JP"])),
  },
  {
    code: "cosignature_missing",
    clause: "13.1",
    fund: at("founded"),
    statement(fund) {
      fund.rootAt = () => new Uint8Array(32);
      return fund.finality(fund.checkpoint(1, new Uint8Array(32), []));
    },
  },
  {
    code: "seal_not_reproduced",
    clause: "R32",
    fund: at("founded"),
    statement(fund) {
      const officer = fund.operator;
      const seal = { size: fund.leaves.length, stateHash: "0".repeat(64) };
      return fund.signed({ kind: "seal", fund: "us-japan", officer, ...seal }, officer);
    },
  },
];

function final(fund: DemonstrationFund): DemonstrationFund {
  const finalSize = fund.leaves.length;
  return fund.change((state) => ({ ...state, trust: { ...state.trust, finalSize } }));
}

function release(fund: DemonstrationFund): ActDraft {
  const payment = [...fund.state.payments.values()].find(({ payee }) => payee === "US")!;
  return drafts.payment(payment.id, "US", "4000000000");
}

function amending(
  fund: DemonstrationFund,
  change: (charter: DemonstrationFund["charter"]) => DemonstrationFund["charter"],
): SignedStatement {
  const next = change(fund.charter);
  fund.blobs.set(charterHash(next), encodeCharter(next));
  return fund.proposal({
    type: "charter.amend",
    by: "us-t1",
    body: { charter: charterHash(next) },
  });
}

/** A fund of a changed charter, brought to a stage by the same steps. */
function throughLife(fund: DemonstrationFund, stage: "selected"): DemonstrationFund {
  fund.found();
  fund.now = fundAt(stage).now;
  const { charter, charterHash: hash } = fund.state;
  const charters = fund.state.charters;
  return fund.change(() => ({ ...fundAt(stage).state, charter, charterHash: hash, charters }));
}

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
