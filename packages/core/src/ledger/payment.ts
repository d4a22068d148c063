import { assert } from "../base/assert.ts";
import { PersistentMap } from "../base/persistent-map.ts";
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
