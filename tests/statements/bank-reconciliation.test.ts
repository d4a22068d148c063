import assert from "node:assert/strict";
import { test } from "node:test";
import type { Recorded } from "@jointfund/core/fund/chronicle.ts";
import { localDate } from "@jointfund/core/calendar/date.ts";
import { agedBreaks, bankReconciliations } from "@jointfund/core/statements/bank-reconciliation.ts";
import { booksDrafts } from "../support/books-drafts.ts";
import { chronicleOf } from "../support/chronicles.ts";
import type { DemonstrationFund } from "../support/demonstration-fund.ts";
import { drafts, fundAt } from "../support/stages.ts";

const line = (on: string, amount: string, reference = "") => ({
  ...{ bookedOn: on, valueOn: on, amount, reference },
});

/** Both contributions are booked with the bank's reference; the bank has one of them, and a fee. */
function withStatement(): DemonstrationFund {
  const fund = fundAt("called").until("2025-09-10");
  const receipt = (party: "US" | "JP"): void => {
    const { body, ...draft } = drafts.receipt(party);
    fund.report({ ...draft, body: { ...body, bankReference: `CALL-1-${party}` } });
  };
  receipt("US");
  receipt("JP");
  fund.report(
    booksDrafts.statement({
      statement: "2025-09",
      opening: { on: "2025-09-01", amount: "0" },
      closing: { on: "2025-09-30", amount: "299999997500" },
      lines: [line("2025-09-11", "300000000000", "CALL-1-JP"), line("2025-09-30", "-2500")],
    }),
  );
  return fund.until("2025-09-30");
}

test("[LG19] a reference decides which of two equal receipts the bank has", () => {
  const [only, ...others] = bankReconciliations(chronicleOf(withStatement()));
  assert.deepEqual(others, []);
  const { matching, account } = only!;
  assert.deepEqual(account, { vehicle: "fund", account: "bank", currency: "USD" });
  assert.deepEqual(
    matching.matches.map(({ bank, book, by }) => [bank.id, book.reference, by]),
    [["2025-09#1", "CALL-1-JP", "reference"]],
  );
  assert.deepEqual(
    matching.bookOnly.map(({ reference, minor }) => [reference, minor]),
    [["CALL-1-US", 300_000_000_000n]],
  );
});

test("[LG20] the bank's balance is the book's and the open items, to the cent", () => {
  const [only] = bankReconciliations(chronicleOf(withStatement()));
  assert.deepEqual(only?.proof, {
    currency: "USD",
    book: 600_000_000_000n,
    bookOnly: 300_000_000_000n,
    bankOnly: -2_500n,
    offStatement: 0n,
    bank: 299_999_997_500n,
  });
});

test("[LG20] breaks are aged by the charter's own calendar", () => {
  const input = chronicleOf(withStatement());
  const open = bankReconciliations(input);
  const breaks = agedBreaks(input.state.charter, open, localDate("2025-09-30"));
  assert.ok(breaks.ok);
  assert.deepEqual(
    // Japan's banks are closed on 15 and 23 September 2025.
    breaks.value.map(({ side, item, ageDays }) => [side, item.minor, ageDays]),
    [
      ["book", 300_000_000_000n, 12],
      ["bank", -2_500n, 0],
    ],
  );
});

test("[LG24] a gap between statements shows as money beside them", () => {
  const fund = withStatement();
  fund.report(
    booksDrafts.statement({
      statement: "2025-10",
      opening: { on: "2025-10-01", amount: "299999997000" },
      closing: { on: "2025-10-01", amount: "299999997000" },
      lines: [],
    }),
  );
  const [only] = bankReconciliations(chronicleOf(fund));
  assert.equal(only?.proof.offStatement, -500n);
  assert.deepEqual(
    only?.odd.map(({ id, gap }) => [id, gap]),
    [["2025-10", -500n]],
  );
});

test("[LG19] money set aside in escrow is still at the bank", () => {
  const input = chronicleOf(withStatement());
  const on = localDate("2025-09-20");
  const line = (account: string, subject: string, minor: bigint) => ({
    ...{ account, subject, currency: "USD", minor },
  });
  const postings = [line("1020", "dispute-1", 700n), line("1010", "bank", -700n)];
  const entry = { id: "act/1", vehicle: "fund", effectiveDate: on, postings };
  const { acts, postings: before } = input.chronicle;
  const proofOf = (booked: Recorded["postings"]): unknown => {
    const chronicle: Recorded = { ...input.chronicle, acts, postings: booked };
    return bankReconciliations({ state: input.state, chronicle })[0]?.proof;
  };
  assert.deepEqual(proofOf([...before, { entry: 9, journal: entry }]), proofOf(before));
});

test("[LG20] what was booked on the first balance's day is in it, unless a line has it", () => {
  const fund = fundAt("funded");
  fund.report(
    booksDrafts.statement({
      statement: "2025-09",
      opening: { on: "2025-09-10", amount: "300000000000" },
      closing: { on: "2025-09-10", amount: "600000000000" },
      lines: [line("2025-09-10", "300000000000")],
    }),
  );
  const [only] = bankReconciliations(chronicleOf(fund));
  assert.equal(only?.matching.matches.length, 1);
  assert.deepEqual([only?.matching.bookOnly, only?.proof.offStatement], [[], 0n]);
});
