import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { localDate } from "../calendar/date.ts";
import {
  noPayments,
  evolvePayments,
  paymentsBetween,
  paymentsTo,
  waitingPayments,
  type Payment,
} from "./payment.ts";

const PAYEES = ["JP", "US", "spv"] as const;

const aPayment = fc.record({
  payee: fc.constantFrom(...PAYEES),
  isReleased: fc.boolean(),
  minor: fc.bigInt(1n, 1_000n),
});

test("payments by payee, between books and waiting are those of the whole map, in order", () => {
  fc.assert(
    fc.property(fc.array(aPayment, { maxLength: 80 }), (made) => {
      let payments = noPayments;
      for (const [n, { payee, isReleased, minor }] of made.entries()) {
        const id = `act-${(n * 37) % 101}/1`;
        const into = { vehicle: "spv", account: "1010", subject: "fund" };
        const payment: Payment = {
          ...{ id, vehicle: "fund", payee, purpose: "distribution", currency: "USD", minor },
          ...{ liability: "2200", subject: payee, mandatory: false, entry: n, instructedAt: "" },
          ...(payee === "spv" ? { into } : {}),
        };
        payments = evolvePayments(payments, { kind: "paymentInstructed", payment });
        if (isReleased) {
          const on = localDate("2027-03-01");
          payments = evolvePayments(payments, { kind: "paymentReleased", id, on });
        }
        const all = [...payments.values()];
        for (const payee of PAYEES) {
          const own = all.filter((of) => of.payee === payee);
          assert.deepEqual(paymentsTo(payments, payee), own);
        }
        assert.deepEqual(
          paymentsBetween(payments),
          all.filter(({ into: book }) => book !== undefined),
        );
        assert.deepEqual(
          [...waitingPayments(payments)],
          all.filter(({ releasedOn }) => releasedOn === undefined),
        );
      }
    }),
    { numRuns: 40 },
  );
});
