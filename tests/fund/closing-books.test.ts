import assert from "node:assert/strict";
import { test } from "node:test";
import { VehicleFigures } from "@jointfund/core/fund/figures.ts";
import { trialBalance } from "@jointfund/core/ledger/journal.ts";
import { statementsOf } from "@jointfund/core/ledger/bank-record.ts";
import { booksDrafts, enacted, yenVehicleFund } from "../support/books-drafts.ts";
import { chronicleOf } from "../support/chronicles.ts";
import type { DemonstrationFund } from "../support/demonstration-fund.ts";
import { drafts, fundAt, idAt } from "../support/stages.ts";

const nominal = (fund: DemonstrationFund): { [account: string]: bigint } =>
  Object.fromEntries(
    trialBalance(fund.state.ledger)
      .filter(({ account }) => /^(4|5|3030)/.test(account))
      .map(({ account, subject, minor }) => [`${account} ${subject}`, minor]),
  );

const lastPosting = (fund: DemonstrationFund) => chronicleOf(fund).chronicle.postings.at(-1)!;

/** The fund of December, in which it earned a dividend, in January. */
function inJanuary(): DemonstrationFund {
  return fundAt("earning").until("2026-01-10");
}

test("[LG25] a close takes income to distributable earnings, dated the period's last day", () => {
  const fund = inJanuary();
  const { distributableIncome, netAssets } = new VehicleFigures(fund.state, "fund");
  const id = enacted(fund, booksDrafts.close("2025-12-31"));
  assert.deepEqual(nominal(fund), { "3030 4010/abilene": -10_000_000_001n });
  const { journal } = lastPosting(fund);
  assert.deepEqual([journal.id, journal.effectiveDate], [`${id}/1`, "2025-12-31"]);
  // What may be distributed and what the fund is worth have not changed.
  const after = new VehicleFigures(fund.state, "fund");
  assert.equal(after.distributableIncome, distributableIncome);
  assert.equal(after.netAssets, netAssets);
});

test("[LG25] a period in which nothing was earned is closed without an entry", () => {
  const fund = fundAt("funded");
  const entries = chronicleOf(fund).chronicle.postings.length;
  enacted(fund, booksDrafts.close("2025-08-31"));
  assert.equal(chronicleOf(fund).chronicle.postings.length, entries);
  assert.equal(fund.state.periods.closed.get("fund"), "2025-08-31");
});

test("[LG26] a fact of a closed period is posted on the first open day", () => {
  const fund = inJanuary();
  enacted(fund, booksDrafts.close("2025-12-31"));
  fund.report({ ...drafts.valuation(), effectiveDate: "2025-12-30" });
  assert.equal(lastPosting(fund).journal.effectiveDate, "2026-01-01");
  // The valuation itself is of the day that it says.
  assert.equal(fund.state.investments.get("abilene")?.valuation?.on, "2025-12-30");
});

test("[LG27] a correction turns the wrong leg back and leaves the others", () => {
  const fund = inJanuary();
  const entry = `${idAt("income")}/1`;
  const id = enacted(fund, booksDrafts.correction(entry, ["4020", "abilene", "-10000000001"]));
  assert.deepEqual(lastPosting(fund).journal.postings, [
    { account: "4010", subject: "abilene", currency: "USD", minor: 10_000_000_001n },
    { account: "4020", subject: "abilene", currency: "USD", minor: -10_000_000_001n },
  ]);
  assert.deepEqual(nominal(fund), { "4020 abilene": -10_000_000_001n });
  // It can be corrected again, by correcting the same entry.
  const again = booksDrafts.correction(
    entry,
    ["4010", "abilene", "-10000000000"],
    ["4030", "", "-1"],
  );
  enacted(fund, again);
  assert.deepEqual(nominal(fund), { "4010 abilene": -10_000_000_000n, "4030 ": -1n });
  assert.equal(fund.state.corrections.has(`${id}/1`), false);
});

test("[LG28] a vehicle begins with what it held before", () => {
  const fund = yenVehicleFund();
  const draft = booksDrafts.opening(
    "yen-feeder",
    ["1010", "bank", "JPY", "5000"],
    ["3030", "", "JPY", "-5000"],
  );
  const id = enacted(fund, draft);
  assert.deepEqual(lastPosting(fund).journal, {
    id: `${id}/1`,
    vehicle: "yen-feeder",
    effectiveDate: fund.state.today,
    postings: [
      { account: "1010", subject: "bank", currency: "JPY", minor: 5_000n },
      { account: "3030", subject: "", currency: "JPY", minor: -5_000n },
    ],
  });
});

const line = (on: string, amount: string, reference = "") => ({
  ...{ bookedOn: on, valueOn: on, amount, reference },
});

test("[LG24] a statement that does not follow on the last is recorded with the gap", () => {
  const fund = fundAt("funded");
  const first = {
    statement: "2025-09",
    opening: { on: "2025-09-10", amount: "0" },
    closing: { on: "2025-09-10", amount: "600000000000" },
    lines: [
      line("2025-09-10", "300000000000", "US-CALL-1"),
      line("2025-09-10", "300000000000", "JP-CALL-1"),
    ],
  };
  fund.report(booksDrafts.statement(first));
  fund.report(
    booksDrafts.statement({
      statement: "2025-11",
      opening: { on: "2025-11-01", amount: "599999999000" },
      closing: { on: "2025-11-01", amount: "599999998000" },
      lines: [line("2025-11-01", "-900")],
    }),
  );
  const of = { vehicle: "fund", account: "bank", currency: "USD" };
  const recorded = statementsOf(fund.state.bank, of);
  assert.deepEqual(
    recorded.map(({ id, gap, unexplained, lines }) => [id, gap, unexplained, lines.length]),
    [
      ["2025-09", undefined, undefined, 2],
      ["2025-11", -1_000n, -100n, 1],
    ],
  );
  assert.deepEqual(recorded[0]?.lines[1], [
    "2025-09-10",
    "2025-09-10",
    300_000_000_000n,
    "JP-CALL-1",
  ]);
});
