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
  /** Of what has accrued, owed to parties with side letters instead of the payee. */
  readonly rebated: bigint;
  /** Instructed to be paid to the payee, released or not. */
  readonly instructed: bigint;
};

/** What a party is owed back of a fee by its side letters; minor units of the fee's vehicle. */
export type RebateAccount = {
  readonly fee: string;
  readonly party: string;
  readonly accrued: bigint;
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
  /** By "<fee>/<party>". */
  readonly rebates: PersistentMap<RebateAccount>;
  /** By id of the expense. */
  readonly expenses: PersistentMap<Expense>;
};

export const noCharges: Charges = {
  fees: PersistentMap.empty,
  rebates: PersistentMap.empty,
  expenses: PersistentMap.empty,
};

export type ChargeEvent =
  | {
      readonly kind: "feeAccrued";
      readonly fee: string;
      readonly to: LocalDate;
      readonly minor: bigint;
    }
  | { readonly kind: "feeWaived" | "feeInstructed"; readonly fee: string; readonly minor: bigint }
  | {
      readonly kind: "feeRebated" | "rebateInstructed";
      readonly fee: string;
      readonly party: string;
      readonly minor: bigint;
    }
  | { readonly kind: "expenseBooked"; readonly expense: Expense }
  | { readonly kind: "expenseInstructed"; readonly id: string; readonly on: LocalDate };

export function evolveCharges(charges: Charges, event: ChargeEvent): Charges {
  switch (event.kind) {
    case "feeAccrued":
    case "feeWaived":
    case "feeInstructed":
      return { ...charges, fees: charges.fees.set(event.fee, feeAfter(charges.fees, event)) };
    case "feeRebated":
    case "rebateInstructed":
      return rebatesAfter(charges, event);
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
  event: Extract<ChargeEvent, { readonly kind: "feeAccrued" | "feeWaived" | "feeInstructed" }>,
): FeeAccount {
  const known = fees.get(event.fee);
  if (event.kind === "feeAccrued") {
    const account = known ?? { accrued: 0n, waived: 0n, rebated: 0n, instructed: 0n };
    return { ...account, accruedTo: event.to, accrued: account.accrued + event.minor };
  }
  assert(known !== undefined, `fee ${event.fee} has never accrued`);
  return event.kind === "feeWaived"
    ? { ...known, waived: known.waived + event.minor }
    : { ...known, instructed: known.instructed + event.minor };
}

function rebatesAfter(
  charges: Charges,
  event: Extract<ChargeEvent, { readonly kind: "feeRebated" | "rebateInstructed" }>,
): Charges {
  const { fee, party, minor } = event;
  const key = `${fee}/${party}`;
  const known = charges.rebates.get(key) ?? { fee, party, accrued: 0n, instructed: 0n };
  if (event.kind === "rebateInstructed") {
    const after = { ...known, instructed: known.instructed + minor };
    return { ...charges, rebates: charges.rebates.set(key, after) };
  }
  const account = charges.fees.get(fee);
  assert(account !== undefined, `fee ${fee} has never accrued`);
  return {
    ...charges,
    fees: charges.fees.set(fee, { ...account, rebated: account.rebated + minor }),
    rebates: charges.rebates.set(key, { ...known, accrued: known.accrued + minor }),
  };
}

/** What has accrued of a fee and is neither waived, rebated nor instructed to be paid. */
export function feeOwed({ fees }: Charges, fee: string): bigint {
  const account = fees.get(fee);
  if (account === undefined) return 0n;
  return account.accrued - account.waived - account.rebated - account.instructed;
}

/** What all parties are owed back of a fee and is not instructed to be paid yet. */
export function rebatesOwed({ rebates }: Charges, fee: string): bigint {
  let sum = 0n;
  for (const each of rebates.values()) if (each.fee === fee) sum += each.accrued - each.instructed;
  return sum;
}

/** What a party is owed back of a fee and is not instructed to be paid yet. */
export function rebateOwed({ rebates }: Charges, fee: string, party: string): bigint {
  const account = rebates.get(`${fee}/${party}`);
  return account === undefined ? 0n : account.accrued - account.instructed;
}
