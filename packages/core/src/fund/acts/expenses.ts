import { assert } from "../../base/assert.ts";
import { ok, type Result } from "../../base/result.ts";
import { fiscalYearOf } from "../../calendar/fiscal-year.ts";
import type { Expense } from "../../dealing/charges.ts";
import type { ActInHand } from "../../governance/act-definition.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import { windowEnd } from "../../governance/window.ts";
import { ACCOUNTS } from "../../ledger/accounts.ts";
import type { Posting } from "../../ledger/journal.ts";
import type { Payment } from "../../ledger/payment.ts";
import { findCurrency } from "../../money/currency.ts";
import { defineAct, posted } from "../act-definition.ts";
import { expenseBookSchema, expensePaySchema, type ExpenseBookBody } from "../bodies/charges.ts";
import { acrossCurrencies } from "../foreign-currency.ts";
import type { FundState } from "../state.ts";
import { minorOf, partyKind } from "../terms.ts";

function checkBooking(state: FundState, inHand: ActInHand<ExpenseBookBody>) {
  const { body, clause } = inHand;
  const { charter } = state;
  if (charter.expenses === undefined) return rejection("expenses_not_in_charter", clause);
  if (!charter.vehicles.some(({ id }) => id === body.vehicle)) {
    return rejection("vehicle_unknown", clause, { actual: body.vehicle });
  }
  if (!findCurrency(body.currency).ok) {
    return rejection("currency_unknown", clause, { actual: body.currency });
  }
  const postings = bookingPostings(state, inHand);
  if (!postings.ok) return postings.error;
  const required = partyKind(charter, body.payee) === undefined ? "external" : "internal";
  if (body.charge !== required) {
    return rejection("expense_charge_wrong", clause, { actual: body.charge, required });
  }
  return body.charge === "internal" ? checkCap(state, inHand) : undefined;
}

/** The expense in the book's currency, and the debt in that of the bill. */
function bookingPostings(
  state: FundState,
  { id: subject, body, clause }: ActInHand<ExpenseBookBody>,
): Result<readonly Posting[], Rejection> {
  const { vehicle, category, currency, amount } = body;
  const debt = { account: ACCOUNTS.expensesPayable, subject, currency, minor: -amount };
  const expense = { account: ACCOUNTS.expenses, subject: category };
  return acrossCurrencies(state, vehicle, debt, expense, clause);
}

/** What parties of the fund charge in a fiscal year stays within the charter's cap. */
function checkCap(
  { charter, charges }: FundState,
  { body, effectiveDate }: ActInHand<ExpenseBookBody>,
): Rejection | undefined {
  const { clause, currency, fiscalYear, internalCap } = charter.expenses!;
  if (body.currency !== currency) {
    return rejection("wrong_currency", clause, { actual: body.currency, required: currency });
  }
  const definition = { calendarId: fiscalYear, ...charter.calendars.fiscal[fiscalYear]! };
  const year = fiscalYearOf(definition, effectiveDate);
  assert(year.ok, `a business date is in a fiscal year: ${effectiveDate}`);
  const { start, end, label } = year.value;
  let sum = body.amount;
  for (const { charge, minor, on, currency: of } of charges.expenses.values()) {
    const isWithin = on >= start && on <= end;
    if (charge === "internal" && isWithin && of === currency) sum += minor;
  }
  const cap = minorOf(currency, internalCap);
  if (sum <= cap) return undefined;
  const facts = { actual: sum.toString(), required: cap.toString(), currency };
  return rejection("internal_cap_exceeded", clause, { ...facts, year: label });
}

/** An expense by its category, owed to whoever charges it. */
export const expenseBook = defineAct({
  type: "expense.book",
  nature: "decision",
  schema: expenseBookSchema,
  check: checkBooking,
  effects(state, inHand) {
    const { vehicle, category, payee, charge, currency, amount: minor } = inHand.body;
    const on = inHand.effectiveDate;
    const due = windowEnd(state.charter, on, state.charter.expenses!.paidWithin);
    const expense: Expense = {
      ...{ id: inHand.id, vehicle, category, payee, charge, currency, minor, on },
      ...(due.ok && { dueDate: due.value }),
    };
    const postings = bookingPostings(state, inHand);
    if (!postings.ok) return postings;
    return ok([{ kind: "expenseBooked", expense }, posted(inHand, 1, vehicle, postings.value)]);
  },
  concerns: (_state, { payee }) => [payee],
  amount: (_state, { currency, amount }) => ({ currency, minor: amount }),
});

/** A booked expense is instructed to be paid, whole. */
export const expensePay = defineAct({
  type: "expense.pay",
  nature: "decision",
  schema: expensePaySchema,
  check(state, { body, clause }) {
    const expense = state.charges.expenses.get(body.expense);
    if (expense === undefined) {
      return rejection("expense_unknown", clause, { actual: body.expense });
    }
    const { instructedOn } = expense;
    if (instructedOn === undefined) return undefined;
    return rejection("expense_already_paid", clause, { actual: body.expense, on: instructedOn });
  },
  effects(state, inHand, context) {
    const expense = state.charges.expenses.get(inHand.body.expense)!;
    const { id: subject, vehicle, payee, currency, minor } = expense;
    const payment: Payment = {
      id: `${inHand.id}/1`,
      ...{ vehicle, payee, purpose: "expense", currency, minor },
      ...{ liability: ACCOUNTS.expensesPayable, subject, mandatory: false },
      entry: context.index,
      instructedAt: context.recordedAt,
    };
    return ok([
      { kind: "expenseInstructed", id: subject, on: inHand.effectiveDate },
      { kind: "paymentInstructed", payment },
    ]);
  },
  concerns: (state, { expense }) => {
    const payee = state.charges.expenses.get(expense)?.payee;
    return payee === undefined ? [] : [payee];
  },
  amount(state, { expense }) {
    const booked = state.charges.expenses.get(expense);
    return booked && { currency: booked.currency, minor: booked.minor };
  },
});
