import assert from "node:assert/strict";
import { test } from "node:test";
import { runChecks } from "@jointfund/core/fund/checks/check-outcome.ts";
import type { FundState } from "@jointfund/core/fund/state.ts";
import { balanceOf } from "@jointfund/core/ledger/journal.ts";
import { NAMED_CHECKS } from "@jointfund/core/statements/page-checks.ts";
import {
  BILLION,
  borrowing,
  drawn,
  enact,
  enactAfter,
  entered,
  invested,
  releaseAll,
  tryEnact,
} from "../support/borrowing.ts";
import { chronicleOf } from "../support/chronicles.ts";
import type { DemonstrationFund } from "../support/demonstration-fund.ts";
import { fundAt } from "../support/stages.ts";

const booked = ({ ledger }: FundState, account: string, subject?: string): bigint =>
  balanceOf(ledger, {
    ...{ vehicle: "fund", account, currency: "USD" },
    ...(subject !== undefined && { subject }),
  });

const HALF = BILLION / 2n;

const facility = (fund: DemonstrationFund, id: string) => fund.state.facilities.get(id)!;

/** What checks find wrong with a fund, replayed by somebody who has its log alone. */
function broken(fund: DemonstrationFund): readonly unknown[] {
  const outcomes = runChecks(NAMED_CHECKS, chronicleOf(fund));
  return outcomes.filter(({ breaches }) => breaches.length > 0);
}

test("[LV1] entering owes the upfront fee and promises the limit", () => {
  const { state } = entered();
  assert.equal(booked(state, "5040", "line"), 500_000_000n);
  assert.equal(booked(state, "2050", "line"), -500_000_000n);
  assert.equal(booked(state, "9070", "line"), 4n * BILLION);
  assert.equal(booked(state, "9079", "bonds"), -6n * BILLION);
});

test("[LV1] a project's debt is its own vehicle's, and other debt is not", () => {
  const draft = borrowing.bonds({ kind: "project" });
  const outcome = tryEnact(fundAt("funded"), draft);
  assert.equal(!outcome.ok && outcome.error.code, "facility_kind_not_allowed");
});

test("[LV2] a drawing is asked for, then comes by the custodian's report alone", () => {
  const fund = entered();
  const cash = booked(fund.state, "1010");
  const drawing = enact(fund, borrowing.draw("bonds", 5));
  assert.equal(booked(fund.state, "1010"), cash);
  assert.equal(facility(fund, "bonds").principal, 0n);
  fund.report(borrowing.receipt("bonds", drawing, 2));
  assert.equal(booked(fund.state, "1010"), cash + 2n * BILLION);
  assert.equal(booked(fund.state, "2090", "bonds"), -2n * BILLION);
  assert.equal(booked(fund.state, "9070", "bonds"), 4n * BILLION);
  // The rest does not come by the due day: it lapses, and coming later is recorded all the same.
  fund.until("2025-12-31");
  assert.equal(facility(fund, "bonds").drawings[0]?.lapsed, true);
  fund.report(borrowing.receipt("bonds", drawing, 3));
  assert.equal(facility(fund, "bonds").principal, 5n * BILLION);
  assert.deepEqual(broken(fund), []);
});

test("[LV5] what a facility costs is recorded as each day opens", () => {
  const fund = drawn();
  const asked = enact(fund, borrowing.draw("line", 0.5));
  fund.report(borrowing.receipt("line", asked, 0.5));
  fund.until("2025-10-17");
  // 5 billion × 5% × 30/360, and 0.5 billion × (4% + 2%) × 30/360, in cents.
  assert.equal(booked(fund.state, "5030", "bonds"), (5n * BILLION * 5n * 30n) / 36_000n);
  assert.equal(booked(fund.state, "2095", "line"), -(HALF * 6n * 30n) / 36_000n);
  // 0.36% on the 3.5 billion that are not drawn.
  assert.equal(facility(fund, "line").feesPayable, 500_000_000n + (7n * HALF * 36n) / 120_000n);
  fund.at("2025-12-31T09:00:00Z");
  const days = 105n;
  assert.equal(booked(fund.state, "2095", "line"), -(HALF * 6n * days) / 36_000n);
  // On the payment date the agent's fee is due too.
  const commitment = (7n * HALF * 36n * days) / 3_600_000n;
  assert.equal(facility(fund, "line").feesPayable, 500_000_000n + commitment + 1_000_000n);
  assert.deepEqual(broken(fund), []);
});

test("[LV3] a fixing that comes late is made good as the next day opens", () => {
  const fund = drawn();
  const asked = enact(fund, borrowing.draw("line", 0.5));
  fund.report(borrowing.receipt("line", asked, 0.5));
  fund.until("2025-10-17");
  fund.report({ ...borrowing.fixing("0.01"), effectiveDate: "2025-09-27" });
  fund.until("2025-10-18");
  const byHand = (HALF * 6n * 10n + HALF * 3n * 21n) / 36_000n;
  assert.equal(facility(fund, "line").interestPayable, byHand);
  assert.deepEqual(broken(fund), []);
});

test("[LV7] debt service is paid when it is due, by the release of its payment", () => {
  const fund = drawn();
  fund.at("2026-03-15T09:00:00Z");
  const owed = facility(fund, "bonds").interestPayable;
  // From 17 September to 15 March on 30/360: 178 days.
  assert.equal(owed, (5n * BILLION * 5n * 178n) / 36_000n);
  enact(fund, borrowing.repayment("bonds", "interest", owed.toString()));
  assert.equal(facility(fund, "bonds").interestPayable, owed);
  const again = tryEnact(fund, borrowing.repayment("bonds", "interest", "1"));
  assert.equal(!again.ok && again.error.code, "repayment_beyond_owed");
  releaseAll(fund);
  assert.equal(facility(fund, "bonds").interestPayable, 0n);
  assert.equal(booked(fund.state, "2095", "bonds"), 0n);
  assert.deepEqual(broken(fund), []);
});

test("[LV7] principal falls due by instalments and at maturity", () => {
  const fund = fundAt("funded");
  const instalments = [{ on: "2026-03-16", amount: BILLION.toString() }];
  const terms = borrowing.terms({ instalments });
  enactAfter(fund, borrowing.bonds({ terms }), "2025-09-17");
  const drawing = enact(fund, borrowing.draw("bonds", 5));
  fund.report(borrowing.receipt("bonds", drawing, 5));
  fund.at("2026-03-16T09:00:00Z");
  const tooMuch = tryEnact(fund, borrowing.repayment("bonds", "principal", `${BILLION + 1n}`));
  assert.equal(!tooMuch.ok && tooMuch.error.facts["required"], BILLION.toString());
  enact(fund, borrowing.repayment("bonds", "principal", BILLION.toString()));
  releaseAll(fund);
  assert.equal(facility(fund, "bonds").principal, 4n * BILLION);
  // A bond that is redeemed cannot be issued again.
  assert.equal(booked(fund.state, "9070", "bonds"), BILLION);
  fund.at("2030-09-15T09:00:00Z");
  enact(fund, borrowing.repayment("bonds", "principal", (4n * BILLION).toString()));
  assert.deepEqual(broken(fund), []);
});

test("[LV8] what is repaid early on a line may be drawn again", () => {
  const fund = drawn();
  const asked = enact(fund, borrowing.draw("line", 0.5));
  fund.report(borrowing.receipt("line", asked, 0.5));
  enact(fund, borrowing.prepayment("line", 0.5));
  releaseAll(fund);
  assert.equal(facility(fund, "line").principal, 0n);
  assert.equal(booked(fund.state, "9070", "line"), 4n * BILLION);
  assert.deepEqual(broken(fund), []);
});

test("[LV5] new terms begin where the old ones end", () => {
  const fund = drawn();
  fund.until("2025-10-17");
  const before = facility(fund, "bonds").interestPayable;
  enact(fund, {
    ...{ type: "facility.amend", by: "m-1" },
    body: {
      facility: "bonds",
      currency: "USD",
      terms: borrowing.terms({ rate: "3%", limit: `${7n * BILLION}` }),
    },
  });
  assert.equal(booked(fund.state, "9070", "bonds"), 2n * BILLION);
  fund.until("2025-11-17");
  const after = facility(fund, "bonds").interestPayable - before;
  assert.equal(after, (5n * BILLION * 3n * 30n) / 36_000n);
  assert.deepEqual(broken(fund), []);
});

test("[LV1] a facility that is settled is closed, and promises nothing any more", () => {
  const fund = entered();
  enact(fund, borrowing.named("facility.close", "bonds", "m-1"));
  assert.equal(facility(fund, "bonds").status, "closed");
  assert.equal(booked(fund.state, "9070", "bonds"), 0n);
  fund.until("2025-10-17");
  assert.equal(facility(fund, "bonds").interestPayable, 0n);
});

test("[LV2] what comes after a facility was closed is recorded, owed and can be repaid", () => {
  const fund = entered();
  const drawing = enact(fund, borrowing.draw("bonds", 1, "2025-09-18"));
  fund.until("2025-09-19");
  enact(fund, borrowing.named("facility.close", "bonds", "m-1"));
  fund.report(borrowing.receipt("bonds", drawing, 1));
  assert.equal(facility(fund, "bonds").principal, BILLION);
  enact(fund, borrowing.prepayment("bonds", 1));
  releaseAll(fund);
  assert.equal(facility(fund, "bonds").principal, 0n);
  assert.deepEqual(broken(fund), []);
});

test("[LV20] a guarantee is a memorandum until it is paid, and ends after its last day", () => {
  const fund = drawn();
  const expires = "2025-10-15";
  const short = enact(fund, borrowing.guarantee({ expires }));
  assert.equal(booked(fund.state, "9030", "US"), 2n * BILLION);
  fund.until(expires);
  assert.equal(fund.state.guarantees.get(short)?.ended, false);
  fund.until("2025-10-16");
  assert.equal(fund.state.guarantees.get(short)?.ended, true);
  assert.equal(booked(fund.state, "9030", "US"), 0n);
  assert.deepEqual(broken(fund), []);
});

test("[LV21] what a guarantor pays takes the debt's place, and stands as paid in advance", () => {
  const fund = drawn();
  const guarantee = enact(fund, borrowing.guarantee());
  const cash = booked(fund.state, "1010");
  fund.report(borrowing.called(guarantee, 1));
  assert.equal(booked(fund.state, "1010"), cash);
  assert.equal(facility(fund, "bonds").principal, 4n * BILLION);
  assert.equal(booked(fund.state, "2130", "US"), -BILLION);
  assert.equal(booked(fund.state, "9030", "US"), BILLION);
  assert.deepEqual(broken(fund), []);
});

test("[LV15] in default, and only then, the lender calls in the whole", () => {
  const fund = invested();
  fund.report(borrowing.worth(3.9));
  const call = borrowing.named("facility.accelerate", "bonds", "le-1");
  const id = fund.propose(call);
  fund.approve(id, "le-2").execute(id, "le-1");
  assert.equal(facility(fund, "bonds").status, "accelerated");
  assert.equal(booked(fund.state, "9070", "bonds"), 0n);
  enact(fund, borrowing.repayment("bonds", "principal", BILLION.toString()));
  assert.deepEqual(broken(fund), []);
});
