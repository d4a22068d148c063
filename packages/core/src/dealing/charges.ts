import { assert } from "../base/assert.ts";
import { PersistentMap } from "../base/persistent-map.ts";
import type { LocalDate } from "../calendar/date.ts";
import type { ExpenseCategory } from "../charter/expense-categories.ts";

/** How a fee of the charter stands; minor units of its vehicle's currency. */
export type FeeAccount = {
  /** The day up to which it has accrued, that day not counted. */
  readonly accruedTo: LocalDate;
  readonly accrued: bigint;
  readonly waived: bigint;
  /** Instructed to be paid, released or not. */
  readonly instructed: bigint;
};

/** Whether a stranger or a party of the fund charges an expense. */
export const EXPENSE_CHARGES = ["external", "internal"] as const;
export type ExpenseCharge = (typeof EXPENSE_CHARGES)[number];

export type Expense = {
  /** Id of the act that booked it. */
  readonly id: string;
  readonly vehicle: string;
  readonly category: ExpenseCategory;
  readonly payee: string;
  readonly charge: ExpenseCharge;
  readonly currency: string;
  readonly minor: bigint;
  readonly on: LocalDate;
  /** The last day to pay it, where the charter's calendar reaches so far. */
  readonly dueDate?: LocalDate;
  readonly instructedOn?: LocalDate;
};

export type Charges = {
  /** By id of the fee. */
  readonly fees: PersistentMap<FeeAccount>;
  /** By id of the expense. */
  readonly expenses: PersistentMap<Expense>;
};

export const noCharges: Charges = { fees: PersistentMap.empty, expenses: PersistentMap.empty };

export type ChargeEvent =
  | {
      readonly kind: "feeAccrued";
      readonly fee: string;
      readonly to: LocalDate;
      readonly minor: bigint;
    }
  | { readonly kind: "feeWaived" | "feeInstructed"; readonly fee: string; readonly minor: bigint }
  | { readonly kind: "expenseBooked"; readonly expense: Expense }
  | { readonly kind: "expenseInstructed"; readonly id: string; readonly on: LocalDate };

export function evolveCharges(charges: Charges, event: ChargeEvent): Charges {
  switch (event.kind) {
    case "feeAccrued":
    case "feeWaived":
    case "feeInstructed":
      return { ...charges, fees: charges.fees.set(event.fee, feeAfter(charges.fees, event)) };
    case "expenseBooked":
      return { ...charges, expenses: charges.expenses.set(event.expense.id, event.expense) };
    case "expenseInstructed": {
      const expense = charges.expenses.get(event.id);
      assert(expense !== undefined, `expense ${event.id} was never booked`);
      const paid = { ...expense, instructedOn: event.on };
      return { ...charges, expenses: charges.expenses.set(event.id, paid) };
    }
  }
}

function feeAfter(
  fees: Charges["fees"],
  event: Extract<ChargeEvent, { readonly fee: string }>,
): FeeAccount {
  const known = fees.get(event.fee);
  if (event.kind === "feeAccrued") {
    const account = known ?? { accrued: 0n, waived: 0n, instructed: 0n };
    return { ...account, accruedTo: event.to, accrued: account.accrued + event.minor };
  }
  assert(known !== undefined, `fee ${event.fee} has never accrued`);
  return event.kind === "feeWaived"
    ? { ...known, waived: known.waived + event.minor }
    : { ...known, instructed: known.instructed + event.minor };
}

/** What has accrued of a fee and is neither waived nor instructed to be paid. */
export function feeOwed({ fees }: Charges, fee: string): bigint {
  const account = fees.get(fee);
  return account === undefined ? 0n : account.accrued - account.waived - account.instructed;
}
