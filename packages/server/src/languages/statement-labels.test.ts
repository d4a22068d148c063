import assert from "node:assert/strict";
import { test } from "node:test";
import { CAPTION_KEYS } from "@jointfund/core/statements/caption-keys.ts";
import { STATEMENT_NAMES } from "@jointfund/core/statements/catalogue.ts";
import { CAPTIONS, STATEMENT_TITLES } from "./statement-labels.ts";

const JAPANESE = /[\u3040-\u30ff\u4e00-\u9fff]/;

test("[ST12] every caption and title has words in both languages", () => {
  const texts = [
    ...CAPTION_KEYS.map((key) => CAPTIONS[key]),
    ...STATEMENT_NAMES.map((name) => STATEMENT_TITLES[name]),
  ];
  for (const { en, ja } of texts) {
    assert.ok(en !== "" && !JAPANESE.test(en), en);
    assert.match(ja, JAPANESE);
  }
});

test("[ST30] ILPA's rows carry the labels of its template", () => {
  const rows = CAPTION_KEYS.filter((key) => key.startsWith("ilpa")).map((key) => CAPTIONS[key].en);
  // As ILPA's form of 2016 has them; the unnumbered deduction of calls is our wording.
  const form = [
    "Beginning NAV - Net of Incentive Allocation",
    "Contributions - Cash & Non-Cash",
    "Distributions - Cash & Non-Cash",
    "Total Cash / Non-Cash Flows",
    "(Management Fees - Gross of Offsets, Waivers & Rebates)",
    "(Management Fee Rebate)",
    "(Partnership Expenses - Total)",
    "Total Offsets to Fees & Expenses",
    "Fee Waiver",
    "Interest Income",
    "Dividend Income",
    "(Interest Expense)",
    "Other Income/(Expense)",
    "Total Net Operating Income / (Expense)",
    "(Placement Fees)",
    "Realized Gain / (Loss)",
    "Change in Unrealized Gain / (Loss)",
    "Ending NAV - Net of Incentive Allocation",
    "Incentive Allocation - Paid During the Period",
    "Accrued Incentive Allocation - Periodic Change",
    "Accrued Incentive Allocation - Ending Period Balance",
    "Ending NAV - Gross of Accrued Incentive Allocation",
    "Total Commitment",
    "Beginning Unfunded Commitment",
    "Plus Recallable Distributions",
    "Less Expired/Released Commitments",
    "+/- Other Unfunded Adjustment",
    "Ending Unfunded Commitment",
  ];
  assert.equal(form.length, 28);
  assert.deepEqual(
    rows.filter((row) => !form.includes(row)),
    ["(Less Contributions Called)"],
  );
  assert.deepEqual(
    form.filter((row) => !rows.includes(row)),
    [],
  );
});
