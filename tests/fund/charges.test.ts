import assert from "node:assert/strict";
import { test } from "node:test";
import type { FeeTerms } from "@jointfund/core/charter/distribution-terms.ts";
import type { ActDraft, DemonstrationFund } from "../support/demonstration-fund.ts";
import { approvers, drafts, fundAt } from "../support/stages.ts";
import { under, withPartners } from "../support/terms.ts";

const FEE = "partners-administration";

const balance = (fund: DemonstrationFund, account: string, subject: string): bigint =>
  fund.state.ledger.get(`fund/${account}/USD/${subject}`) ?? 0n;

const payable = (fund: DemonstrationFund, fee = FEE): bigint => -balance(fund, "2050", fee);

const enact = (fund: DemonstrationFund, draft: ActDraft): string =>
  fund.enact(draft, ...approvers[draft.type]!);

const charged = (type: "fee.waive" | "fee.pay", amount: string): ActDraft => ({
  type,
  by: "m-1",
  body: { fee: FEE, currency: "USD", amount },
});

test("[DL20] a fee accrues when a month has ended, from where it stood", () => {
  const fund = withPartners(fundAt("earning"));
  assert.equal(fund.state.charges.fees.get(FEE)?.accruedTo, "2025-12-01");
  fund.until("2025-12-31");
  assert.equal(payable(fund), 0n);
  fund.until("2026-01-01");
  // A seventh of 610,000,000,001 cents at 0.5% for 31 of 365 days: 37,005,870.8…
  assert.equal(payable(fund), 37_005_870n);
  assert.equal(balance(fund, "5010", FEE), 37_005_870n);
  assert.equal(fund.state.charges.fees.get(FEE)?.accruedTo, "2026-01-01");
});

test("[DL20] months that pass at once are rounded one by one", () => {
  const days = withPartners(fundAt("earning"));
  const atOnce = days.fork();
  days.until("2026-03-02");
  atOnce.at("2026-03-02T09:00:00Z");
  assert.equal(payable(atOnce), payable(days));
  assert.deepEqual(atOnce.state.charges, days.state.charges);
});

test("[DL20] a strike counts the fee up to its date", () => {
  const fund = withPartners(fundAt("earning"));
  enact(fund, drafts.strike());
  // 23 days of December: 27,455,968.7… cents.
  assert.equal(payable(fund), 27_455_968n);
  const [founders, partners] = [...fund.state.strikes.values()];
  // The founders' price is as without the fee: (610,000,000,001 cents) / 7,000,000,000 units.
  assert.equal(founders?.price, "0.87142857");
  // Its billion units bear 27,455,968 cents, 0.00027456 each when rounded down.
  assert.equal(partners?.price, "0.87115401");
});

test("[DL20] what is committed or invested is a base too, whole and shared", () => {
  const fee = (id: string, base: FeeTerms["base"]): FeeTerms => ({
    ...{ id, clause: `40.${id.length}`, base, name: { en: id, ja: id } },
    ...{ vehicle: "fund", payee: "ADV", rate: "1%", dayCount: "ACT/360" },
  });
  const fees = [fee("a", "committed"), fee("bb", "invested"), fee("ccc", "netAssets")];
  const fund = under(fundAt("closed").until("2025-09-30"), () => ({ fees }));
  fund.until("2025-11-01");
  // From the day before the first opening: 31 days from 1 October, one before it.
  const of = (base: bigint) => (base * 1n) / 36_000n + (base * 31n) / 36_000n;
  assert.equal(payable(fund, "a"), of(30_000_000_000_000n));
  assert.equal(payable(fund, "bb"), of(100_000_000_000n));
  // Net assets of 600,000,000,000 less what the two fees have taken, and then all three.
  const first = 600_000_000_000n - 30_000_000_000_000n / 36_000n - 100_000_000_000n / 36_000n;
  const second = 600_000_000_000n - of(30_000_000_000_000n) - of(100_000_000_000n);
  const once = first / 36_000n;
  assert.equal(payable(fund, "ccc"), once + ((second - once) * 31n) / 36_000n);
  assert.equal(balance(fund, "9080", "founders"), 0n);
});

test("[DL21] a fee of one class is its result alone, and its waiver gives that back", () => {
  const fund = withPartners(fundAt("earning")).until("2026-01-01");
  assert.equal(balance(fund, "9080", "partners"), -37_005_870n);
  enact(fund, charged("fee.waive", "7005870"));
  assert.equal(balance(fund, "9080", "partners"), -30_000_000n);
  assert.equal(payable(fund), 30_000_000n);
  assert.equal(balance(fund, "5010", FEE), 30_000_000n);
});

test("[DL21] a class that nobody holds bears no fee", () => {
  const fund = fundAt("earning").until("2026-01-01");
  assert.equal(payable(fund), 0n);
  assert.equal(fund.state.charges.fees.get(FEE)?.accruedTo, "2026-01-01");
});

test("[DL22] what is instructed to be paid is owed no longer, and leaves by its own act", () => {
  const fund = withPartners(fundAt("earning")).until("2026-01-01");
  const paying = enact(fund, charged("fee.pay", "37005870"));
  const payment = fund.state.payments.get(`${paying}/1`);
  assert.deepEqual(
    [payment?.payee, payment?.purpose, payment?.minor, payment?.liability],
    ["MGR", "fee", 37_005_870n, "2050"],
  );
  assert.equal(payable(fund), 37_005_870n);
  const again = fund.decide(fund.proposal({ ...charged("fee.pay", "1"), reason: "More" }));
  assert.equal(again.ok ? "accepted" : again.error.code, "fee_not_owed");
});

const expense = (payee: string, amount: string, charge = "external"): ActDraft => ({
  type: "expense.book",
  by: "m-1",
  body: {
    ...{ vehicle: "fund", category: "legal", payee, charge },
    ...{ currency: "USD", amount, for: "Opinion" },
  },
});

test("[DL23] expenses are booked by category, and paid whole", () => {
  const fund = fundAt("earning");
  const booked = enact(fund, expense("counsel", "1234567"));
  assert.equal(balance(fund, "5020", "legal"), 1_234_567n);
  assert.equal(balance(fund, "2060", booked), -1_234_567n);
  // 30 business days of both countries from 24 December 2025.
  assert.equal(fund.state.charges.expenses.get(booked)?.dueDate, "2026-02-13");
  const paying = enact(fund, { type: "expense.pay", by: "m-1", body: { expense: booked } });
  const payment = fund.state.payments.get(`${paying}/1`);
  assert.deepEqual([payment?.payee, payment?.minor], ["counsel", 1_234_567n]);
});

test("[DL23] the cap on internal charges is of one fiscal year", () => {
  const fund = fundAt("earning");
  const booking = (amount: string): string => {
    const decided = fund.decide(fund.proposal(expense("MGR", amount, "internal")));
    return decided.ok ? "accepted" : decided.error.code;
  };
  assert.equal(booking("6000000000"), "accepted");
  assert.equal(booking("6000000001"), "internal_cap_exceeded");
  enact(fund, expense("MGR", "5999999999", "internal"));
  assert.equal(booking("2"), "internal_cap_exceeded");
  // What others charge does not count, and the next year begins at nothing.
  enact(fund, expense("counsel", "9000000000"));
  fund.until("2026-01-05");
  assert.equal(booking("6000000000"), "accepted");
});

const reserve = (type: "reserve.set" | "reserve.release", amount: string): ActDraft => ({
  type,
  by: "m-1",
  body: { reserve: "operating", currency: "USD", amount },
});

test("[DL24] a reserve lowers what may be distributed, and goes back to earnings", () => {
  const fund = fundAt("earning");
  enact(fund, reserve("reserve.set", "2000000000"));
  assert.equal(balance(fund, "3060", "operating"), -2_000_000_000n);
  assert.equal(balance(fund, "3030", "operating"), 2_000_000_000n);
  enact(fund, reserve("reserve.release", "500000000"));
  assert.equal(balance(fund, "3060", "operating"), -1_500_000_000n);
  const formula = 'reserve("operating")';
  under(fund, ({ distributions }) => ({
    distributions: distributions.map((terms) => ({ ...terms, formula })),
  }));
  const determination = enact(fund, drafts.determination());
  assert.equal(fund.state.distributions.get(determination)?.minor, 1_500_000_000n);
});
