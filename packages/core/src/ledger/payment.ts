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

/** Measures that find the payments to one payee; there are as many as payees are asked about. */
const toPayee = new Map<string, SharedSum<Payment>>();

const isBetween = new SharedSum<Payment>(({ into }) => (into === undefined ? 0n : 1n));

/** Every payment to a payee, in the order of their ids. */
export function paymentsTo(payments: Payments, payee: string): readonly Payment[] {
  let isTo = toPayee.get(payee);
  if (isTo === undefined) {
    isTo = new SharedSum((payment) => (payment.payee === payee ? 1n : 0n));
    toPayee.set(payee, isTo);
  }
  return [...payments.valuesWith(isTo)];
}

/** Every payment whose payee is a vehicle with a book of its own, in the order of their ids. */
export const paymentsBetween = (payments: Payments): readonly Payment[] => [
  ...payments.valuesWith(isBetween),
];
