import assert from "node:assert/strict";
import { test } from "node:test";
import type { PostedEntry } from "@jointfund/core/fund/chronicle.ts";
import { chronicleOf, finalise, settledFund } from "../support/chronicles.ts";
import type { DemonstrationFund } from "../support/demonstration-fund.ts";
import { approvers, drafts, fundAt, idAt } from "../support/stages.ts";
import { variant } from "../support/variants.ts";

/** The book added up from the postings on record, in the plainest way. */
function addedUp(postings: readonly PostedEntry[]): { readonly [balance: string]: bigint } {
  const balances: { [balance: string]: bigint } = {};
  for (const { journal } of postings) {
    for (const { account, currency, subject, minor } of journal.postings) {
      const key = `${journal.vehicle}/${account}/${currency}/${subject}`;
      balances[key] = (balances[key] ?? 0n) + minor;
    }
  }
  return Object.fromEntries(Object.entries(balances).filter(([, minor]) => minor !== 0n));
}

test("[LG3] every posting leads to its act, to who approved it and to its clause", () => {
  const { state, chronicle } = chronicleOf(settledFund());
  const ids = new Set<string>();
  const types = new Set<string>();
  for (const { entry, journal } of chronicle.postings) {
    const [id, actId] = /^([0-9a-f]{64})\/[1-9][0-9]*$/.exec(journal.id) ?? [];
    assert.ok(id !== undefined && actId !== undefined && !ids.has(id), journal.id);
    ids.add(id);
    const { act, kind, entry: recorded } = chronicle.acts.get(actId)!;
    types.add(act.type);
    assert.ok(state.charter.acts[act.type]!.clause.length > 0, act.type);
    if (kind === "fact") {
      assert.equal(recorded, entry, `${act.type} is posted by the entry that reports it`);
      continue;
    }
    const { decisions, executed } = state.acts.get(actId)!;
    assert.equal(executed?.entry, entry, `${act.type} is posted by its execution`);
    const deciders = new Set(decisions.map(({ officer }) => officer));
    assert.deepEqual(deciders, new Set(approvers[act.type]));
  }
  // Of the acts that post, this fund has made all but an advance.
  const expected = [
    ...["capital.call", "capital.receive", "commitment.accept", "distribution.declare"],
    ...["investment.close", "investment.income", "investment.select", "payment.release"],
    "valuation.submit",
  ];
  assert.deepEqual(types, new Set(expected));
});

test("[LG4] a correction is posted beside what it corrects, which stays as it was", () => {
  const fund = fundAt("closed");
  fund.report(drafts.valuation("110000000000"));
  const before = chronicleOf(fund).chronicle.postings;
  fund.report({ ...drafts.valuation("105000000000"), reason: "Misread" });
  const { chronicle, state } = chronicleOf(fund);
  assert.deepEqual(chronicle.postings.slice(0, before.length), before);
  const further = chronicle.postings.slice(before.length).map(({ journal }) => journal.postings);
  const subject = "abilene";
  const currency = "USD";
  assert.deepEqual(further, [
    [
      { account: "1055", subject, currency, minor: -5_000_000_000n },
      { account: "4050", subject, currency, minor: 5_000_000_000n },
    ],
  ]);
  assert.deepEqual(Object.fromEntries(state.ledger), addedUp(chronicle.postings));
});

test("[LG4] the balances are the postings on record, added up, and nothing else", () => {
  const { chronicle, state } = chronicleOf(settledFund());
  assert.deepEqual(Object.fromEntries(state.ledger), addedUp(chronicle.postings));
});

function netAssetsStruck(fund: DemonstrationFund): bigint {
  fund.enact(drafts.strike(), ...approvers["nav.strike"]!);
  return [...fund.state.strikes.values()].at(-1)!.netAssets;
}

test("[LG5] what is called and unpaid is no asset, what is paid in advance is owed", () => {
  const fund = fundAt("called").until("2025-09-10");
  fund.report(drafts.receipt("US", "300000000007"));
  assert.equal(fund.state.ledger.get("fund/1010/USD/bank"), 300_000_000_007n);
  assert.equal(fund.state.ledger.get("fund/3015/USD/JP"), 300_000_000_000n);
  assert.equal(netAssetsStruck(fund), 300_000_000_000n);
});

test("[LG5] an investment that is not paid for yet is an asset and a debt", () => {
  const fund = fundAt("closed");
  assert.equal(fund.state.ledger.get("fund/1050/USD/abilene"), 100_000_000_000n);
  assert.equal(netAssetsStruck(fund.fork()), 600_000_000_000n);
  fund.report(drafts.valuation("90000000000"));
  assert.equal(netAssetsStruck(fund), 590_000_000_000n);
});

test("[LG6] a class has at most 2^63 - 1 millionths of units", () => {
  // At a millionth of a dollar a unit, a cent buys 10,000 units: 10^10 millionths, and
  // 922,337,203 cents are the most that 9,223,372,036,854,775,807 millionths have room for.
  const fund = variant(({ classes }) => ({
    classes: classes.map((one) => ({ ...one, founderPrice: "0.000001" })),
  })).found();
  for (const party of ["US", "JP"] as const) {
    fund.enact(drafts.commitment(party), ...approvers["commitment.accept"]!);
  }
  fund.until("2025-06-24");
  const commitments = [...fund.state.capital.commitments.values()];
  const decidedOf = (amounts: { readonly [party: string]: string }) => {
    const items = commitments.map(({ id, party }) => ({
      ...{ party, commitment: id },
      amount: amounts[party]!,
    }));
    const draft = {
      type: "capital.call",
      by: "m-1",
      effectiveDate: "2025-09-10",
      body: {
        ...{ class: "founders", currency: "USD", dueDate: "2025-09-10" },
        ...{ price: "0.000001", items },
      },
    };
    return fund.decide(fund.proposal(draft));
  };
  assert.ok(decidedOf({ US: "461168602", JP: "461168601" }).ok);
  const beyond = decidedOf({ US: "461168602", JP: "461168602" });
  assert.equal(beyond.ok ? "accepted" : beyond.error.code, "class_total_exceeded");
});

/** The same fund under a charter that rounds otherwise. */
function rounding(
  fund: DemonstrationFund,
  change: Partial<DemonstrationFund["charter"]["rounding"]>,
): DemonstrationFund {
  return fund.change((state) => {
    const changed = { ...state.charter.rounding, ...change };
    const charter = { ...state.charter, rounding: changed };
    const charters = state.charters.set(String(charter.version), charter);
    return { ...state, charter, charters };
  });
}

test("[LG9] a price is net assets over units, rounded down to the charter's decimals", () => {
  // 6,100,000,000.01 dollars over 6,000,000,000 units: 1.016666666668333…
  const prices = { 2: "1.01", 4: "1.0166", 8: "1.01666666", 12: "1.016666666668" };
  for (const [decimals, price] of Object.entries(prices)) {
    const fund = rounding(fundAt("earning"), { priceDecimals: Number(decimals) });
    fund.enact(drafts.strike(), ...approvers["nav.strike"]!);
    assert.equal([...fund.state.strikes.values()].at(-1)!.price, price);
  }
});

test("[LG10] what may be distributed is the formula's amount on execution, rounded down", () => {
  const fund = fundAt("earning");
  const determination = fund.propose(drafts.determination());
  fund.report({ ...drafts.income(), reason: "Came in between" });
  fund.approve(determination, ...approvers["distribution.determine"]!).execute(determination);
  // 80% of twice 10,000,000,001 cents is 16,000,000,001.6.
  assert.equal(fund.state.distributions.get(determination)?.minor, 16_000_000_001n);
});

/** What each side gets of an amount, as declared for these holdings and this order. */
function declared(
  minor: bigint,
  units: { readonly US: bigint; readonly JP: bigint },
  tieBreak: readonly string[],
): { readonly [party: string]: bigint } {
  const fund = rounding(fundAt("determined"), { tieBreak });
  fund.change((state) => {
    const id = idAt("determination");
    const distribution = { ...state.distributions.get(id)!, minor };
    const holdings = state.capital.units.set("founders/US", units.US).set("founders/JP", units.JP);
    return {
      ...state,
      distributions: state.distributions.set(id, distribution),
      capital: { ...state.capital, units: holdings },
    };
  });
  fund.enact(drafts.declaration(minor.toString()), ...approvers["distribution.declare"]!);
  const owed = ["US", "JP"].map((party) => [
    party,
    -(fund.state.ledger.get(`fund/2030/USD/${party}`) ?? 0n),
  ]);
  return Object.fromEntries(owed) as { [party: string]: bigint };
}

test("[LG11] parts go by units and largest remainder, equal ones by the charter's order", () => {
  const even = { US: 5n, JP: 5n };
  assert.deepEqual(declared(101n, even, ["US", "JP"]), { US: 51n, JP: 50n });
  assert.deepEqual(declared(101n, even, ["JP", "US"]), { US: 50n, JP: 51n });
  // 66⅔ and 33⅓: the larger remainder is the larger part's; of 101, 67⅓ and 33⅔, the other's.
  for (const order of [
    ["US", "JP"],
    ["JP", "US"],
  ]) {
    assert.deepEqual(declared(100n, { US: 2n, JP: 1n }, order), { US: 67n, JP: 33n });
    assert.deepEqual(declared(101n, { US: 2n, JP: 1n }, order), { US: 67n, JP: 34n });
  }
});

test("[LG12] every part is a payment of its own, released by an act of its own", () => {
  const fund = fundAt("declared");
  finalise(fund);
  const parts = [...fund.state.payments.values()].filter(
    ({ purpose }) => purpose === "distribution",
  );
  const declaration = idAt("declaration");
  assert.deepEqual(
    parts.map(({ id, payee, minor }) => [id, payee, minor]),
    [
      [`${declaration}/1`, "JP", 4_000_000_000n],
      [`${declaration}/2`, "US", 4_000_000_000n],
    ],
  );
  const both = fund.decide(fund.proposal(drafts.payment(`${declaration}/1`, "JP", "8000000000")));
  assert.equal(both.ok ? "accepted" : both.error.code, "payment_differs");
  fund.enact(
    drafts.payment(`${declaration}/1`, "JP", "4000000000"),
    ...approvers["payment.release"]!,
  );
  assert.equal(fund.state.ledger.get("fund/2030/USD/JP"), undefined);
  assert.equal(fund.state.ledger.get("fund/2030/USD/US"), -4_000_000_000n);
  assert.equal(fund.state.payments.get(`${declaration}/2`)?.releasedOn, undefined);
});
