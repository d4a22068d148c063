import type { ActDraft, DemonstrationFund } from "../../support/demonstration-fund.ts";
import { fundAt } from "../../support/stages.ts";
import { type Case, at, proposing, TREASURIES } from "../../support/rejection-case.ts";

const paying = (fee: string): ActDraft => ({
  type: "fee.pay",
  by: "m-1",
  body: { fee, currency: "USD", amount: "1" },
});

const expense = (payee: string, charge: string, amount = "100"): ActDraft => ({
  type: "expense.book",
  by: "m-1",
  body: {
    ...{ vehicle: "fund", category: "audit", payee, charge },
    ...{ currency: "USD", amount, for: "Yearly audit" },
  },
});

const payingExpense = (id: string): ActDraft => ({
  type: "expense.pay",
  by: "m-1",
  body: { expense: id },
});

const reserve = (type: string, name: string, amount = "1"): ActDraft => ({
  type,
  by: "m-1",
  body: { reserve: name, currency: "USD", amount },
});

const bookedOnce = (fund: DemonstrationFund): string => [...fund.state.charges.expenses.keys()][0]!;

export const chargesCases: readonly Case[] = [
  {
    code: "fee_unknown",
    clause: "32.3",
    fund: at("founded"),
    statement: proposing(() => paying("success")),
  },
  {
    code: "fee_not_owed",
    clause: "32.3",
    actual: "1",
    fund: at("earning"),
    statement: proposing(() => paying("partners-administration")),
  },
  {
    code: "fee_not_owed",
    clause: "32.3",
    actual: "1",
    fund: at("earning"),
    statement: proposing(() => {
      const draft = paying("partners-administration");
      return { ...draft, body: { ...draft.body, rebateTo: "JP" } };
    }),
  },
  {
    code: "expenses_not_in_charter",
    clause: "32.6",
    fund: () =>
      fundAt("founded").change((state) => {
        const { expenses: _expenses, ...charter } = state.charter;
        return { ...state, charter };
      }),
    statement: proposing(() => expense("auditor", "external")),
  },
  {
    code: "expense_charge_wrong",
    clause: "32.6",
    actual: "external",
    fund: at("founded"),
    statement: proposing(() => expense("AUD", "external")),
  },
  {
    code: "internal_cap_exceeded",
    clause: "32.5",
    actual: "6000000001",
    fund: at("founded"),
    statement: proposing(() => expense("AUD", "internal", "6000000001")),
  },
  {
    code: "expense_unknown",
    clause: "32.7",
    fund: at("founded"),
    statement: proposing(() => payingExpense("0".repeat(64))),
  },
  {
    code: "expense_already_paid",
    clause: "32.7",
    fund() {
      const fund = fundAt("earning");
      const id = fund.enact(expense("AUD", "internal"), ...TREASURIES);
      fund.enact(payingExpense(id), ...TREASURIES);
      return fund;
    },
    statement: (fund) => fund.proposal({ ...payingExpense(bookedOnce(fund)), reason: "Once more" }),
  },
  {
    code: "reserve_unknown",
    clause: "32.9",
    fund: at("founded"),
    statement: proposing(() => reserve("reserve.set", "none")),
  },
  {
    code: "reserve_beyond_target",
    clause: "32.9",
    actual: "2000000001",
    // 2% of the 100,000,000,000 cents that are invested.
    fund: at("closed"),
    statement: proposing(() => reserve("reserve.set", "operating", "2000000001")),
  },
  {
    code: "reserve_insufficient",
    clause: "32.10",
    fund: at("closed"),
    statement: proposing(() => reserve("reserve.release", "operating")),
  },
];
