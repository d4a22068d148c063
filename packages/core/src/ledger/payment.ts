import { assert } from "../base/assert.ts";
import { PersistentMap, SharedSum } from "../base/persistent-map.ts";
import type { LocalDate } from "../calendar/date.ts";

/** What a payment is for: statements tell payments apart by it. */
export const PAYMENT_PURPOSES = [
  "investment",
  "distribution",
  "carry",
  "returnOfCapital",
  "redemption",
  "debtService",
  "fee",
  "expense",
  "settlement",
  "award",
] as const;
export type PaymentPurpose = (typeof PAYMENT_PURPOSES)[number];

/**
 * Money that the fund owes and has been told to pay. It leaves only by `payment.release`, after a
 * finality record covers the entry that instructed it (docs/spec/record.md, R31).
 */
export type Payment = {
  /** "<act id>/<n>" of the act that instructed it. */
  readonly id: string;
  readonly vehicle: string;
  readonly payee: string;
  readonly purpose: PaymentPurpose;
  readonly currency: string;
  readonly minor: bigint;
  /** Liability account that the release clears, and the subject it is kept by. */
  readonly liability: string;
  readonly subject: string;
  /** Where the payee is a vehicle: the account of its book that the money is credited to. */
  readonly into?: { readonly vehicle: string; readonly account: string; readonly subject: string };
  /** Already owed: it may leave on one mirror and one witness after the charter's hours. */
  readonly mandatory: boolean;
  /** Index of the entry that instructed it. */
  readonly entry: number;
  readonly instructedAt: string;
  readonly releasedOn?: LocalDate;
};

export type PaymentEvent =
  | { readonly kind: "paymentInstructed"; readonly payment: Payment }
  | { readonly kind: "paymentReleased"; readonly id: string; readonly on: LocalDate };

export type Payments = PersistentMap<Payment>;

export const noPayments: Payments = PersistentMap.empty;

export function evolvePayments(payments: Payments, event: PaymentEvent): Payments {
  if (event.kind === "paymentInstructed") return payments.set(event.payment.id, event.payment);
  const payment = payments.get(event.id);
  assert(payment !== undefined, `payment ${event.id} was never instructed`);
  return payments.set(event.id, { ...payment, releasedOn: event.on });
}

const isWaiting = new SharedSum<Payment>(({ releasedOn }) => (releasedOn === undefined ? 1n : 0n));

/** What was instructed and has not left, in the order of their ids. */
export const waitingPayments = (payments: Payments): Iterable<Payment> =>
  payments.valuesWith(isWaiting);

/** Payments by payee, and those into another vehicle's book; both in the order of their ids. */
type PaymentLists = {
  readonly byPayee: ReadonlyMap<string, readonly Payment[]>;
  readonly between: readonly Payment[];
};

/** Derived, and made once for each version that somebody asks about. */
const listsByPayments = new WeakMap<Payments, PaymentLists>();

function listsOf(payments: Payments): PaymentLists {
  const known = listsByPayments.get(payments);
  if (known !== undefined) return known;
  const byPayee = new Map<string, Payment[]>();
  const between: Payment[] = [];
  for (const payment of payments.values()) {
    const list = byPayee.get(payment.payee);
    if (list === undefined) byPayee.set(payment.payee, [payment]);
    else list.push(payment);
    if (payment.into !== undefined) between.push(payment);
  }
  const lists = { byPayee, between };
  listsByPayments.set(payments, lists);
  return lists;
}

/** Every payment to a payee. */
export function paymentsTo(payments: Payments, payee: string): readonly Payment[] {
  return listsOf(payments).byPayee.get(payee) ?? [];
}

/** Every payment whose payee is a vehicle with a book of its own. */
export function paymentsBetween(payments: Payments): readonly Payment[] {
  return listsOf(payments).between;
}
