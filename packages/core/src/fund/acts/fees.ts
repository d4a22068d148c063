import { ok } from "../../base/result.ts";
import { feeOwed, rebateOwed } from "../../dealing/charges.ts";
import type { ActInHand } from "../../governance/act-definition.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import { ACCOUNTS } from "../../ledger/accounts.ts";
import type { Payment } from "../../ledger/payment.ts";
import { defineAct, moved, posted } from "../act-definition.ts";
import {
  feeAmountSchema,
  feePaySchema,
  type FeeAmountBody,
  type FeePayBody,
} from "../bodies/charges.ts";
import { findFee, ownPart } from "../dealing/fees.ts";
import { vehicleOf } from "../figures.ts";
import type { FundState } from "../state.ts";

function checkOwed(
  state: FundState,
  { body, clause }: ActInHand<FeePayBody>,
): Rejection | undefined {
  const terms = findFee(state, body.fee);
  if (terms === undefined) return rejection("fee_unknown", clause, { actual: body.fee });
  const { currency } = vehicleOf(state.charter, terms.vehicle);
  if (body.currency !== currency) {
    return rejection("wrong_currency", clause, { actual: body.currency, required: currency });
  }
  const { charges } = state;
  const { fee, rebateTo: party } = body;
  const owed = party === undefined ? feeOwed(charges, fee) : rebateOwed(charges, fee, party);
  if (body.amount <= owed) return undefined;
  return rejection("fee_not_owed", clause, {
    actual: body.amount.toString(),
    required: owed.toString(),
    currency,
  });
}

const parts = {
  nature: "decision",
  check: checkOwed,
  amount: (_state: FundState, { currency, amount }: FeeAmountBody) => ({ currency, minor: amount }),
} as const;

/** Whoever is owed a fee does without some of it; the class that bore it has it back (DL21). */
export const feeWaive = defineAct({
  ...parts,
  type: "fee.waive",
  schema: feeAmountSchema,
  effects(state, inHand) {
    const { fee, currency, amount: minor } = inHand.body;
    const terms = findFee(state, fee)!;
    const item = { subject: fee, currency, minor };
    return ok([
      { kind: "feeWaived", fee, minor },
      posted(inHand, 1, terms.vehicle, [
        ...moved({ debit: ACCOUNTS.feesPayable, credit: ACCOUNTS.fees, ...item }),
        ...ownPart(state, terms, minor),
      ]),
    ]);
  },
});

/** What has accrued is instructed to be paid, or what a party is owed back of it (DL22, DL27). */
export const feePay = defineAct({
  ...parts,
  type: "fee.pay",
  schema: feePaySchema,
  effects(state, inHand, context) {
    const { fee, currency, amount: minor, rebateTo: party } = inHand.body;
    const { vehicle, payee } = findFee(state, fee)!;
    const owed =
      party === undefined
        ? { payee, liability: ACCOUNTS.feesPayable, subject: fee }
        : { payee: party, liability: ACCOUNTS.feeRebatesPayable, subject: party };
    const payment: Payment = {
      id: `${inHand.id}/1`,
      ...{ vehicle, purpose: "fee", currency, minor, ...owed, mandatory: false },
      entry: context.index,
      instructedAt: context.recordedAt,
    };
    return ok([
      party === undefined
        ? { kind: "feeInstructed", fee, minor }
        : { kind: "rebateInstructed", fee, party, minor },
      { kind: "paymentInstructed", payment },
    ]);
  },
  concerns: (state, { fee, rebateTo }) => {
    const payee = rebateTo ?? findFee(state, fee)?.payee;
    return payee === undefined ? [] : [payee];
  },
});
