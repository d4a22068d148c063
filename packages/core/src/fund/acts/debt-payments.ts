import { ok } from "../../base/result.ts";
import type { DebtPart, Facility } from "../../facilities/facility.ts";
import type { ActInHand, Context } from "../../governance/act-definition.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import { defineAct } from "../act-definition.ts";
import { facilityPrepaySchema, facilityRepaySchema } from "../bodies/facilities.ts";
import { checkStatus } from "../debt/borrowing.ts";
import { debtPayment, dueNow, instructedOf, owedOf } from "../debt/lending.ts";
import type { FundState } from "../state.ts";

type DebtPaymentBody = {
  readonly facility: string;
  readonly currency: string;
  readonly amount: bigint;
};

/** No more is instructed than may be paid, what is on its way already taken off. */
function checkAmount(
  state: FundState,
  { body, clause }: ActInHand<DebtPaymentBody>,
  part: DebtPart,
  payable: (facility: Facility) => bigint,
): Rejection | undefined {
  // Money of a drawing that lapsed may come after the facility was closed, and is owed then.
  const unfit = checkStatus(state, body.facility, clause, "open", "accelerated", "closed");
  if (unfit !== undefined) return unfit;
  const facility = state.facilities.get(body.facility)!;
  const { currency } = facility;
  if (body.currency !== currency) {
    return rejection("wrong_currency", clause, { actual: body.currency, required: currency });
  }
  const left = payable(facility) - instructedOf(state, facility, part);
  if (body.amount <= left) return undefined;
  const required = (left < 0n ? 0n : left).toString();
  const facts = { part, actual: body.amount.toString(), required, currency };
  return rejection("repayment_beyond_owed", clause, facts);
}

function instructed(
  state: FundState,
  inHand: ActInHand<DebtPaymentBody>,
  { index, recordedAt }: Context,
  of: { readonly part: DebtPart; readonly mandatory: boolean },
) {
  const facility = state.facilities.get(inHand.body.facility)!;
  const payment = debtPayment(facility, of.part, {
    ...{ id: `${inHand.id}/1`, minor: inHand.body.amount, mandatory: of.mandatory },
    ...{ entry: index, instructedAt: recordedAt },
  });
  return ok([{ kind: "paymentInstructed", payment } as const]);
}

/** Debt service: interest and fees that are recorded, and principal that has fallen due [LV7]. */
export const facilityRepay = defineAct({
  type: "facility.repay",
  nature: "decision",
  schema: facilityRepaySchema,
  check(state, inHand) {
    const { part } = inHand.body;
    return checkAmount(state, inHand, part, (facility) =>
      part === "principal" ? dueNow(state, facility) : owedOf(facility, part),
    );
  },
  effects: (state, inHand, context) =>
    instructed(state, inHand, context, { part: inHand.body.part, mandatory: true }),
  amount: (_state, { currency, amount }) => ({ currency, minor: amount }),
});

/** Principal that is repaid before it has to be: to cure a covenant, or to refinance. */
export const facilityPrepay = defineAct({
  type: "facility.prepay",
  nature: "decision",
  schema: facilityPrepaySchema,
  check: (state, inHand) =>
    checkAmount(state, inHand, "principal", (facility) => facility.principal),
  effects: (state, inHand, context) =>
    instructed(state, inHand, context, { part: "principal", mandatory: false }),
  amount: (_state, { currency, amount }) => ({ currency, minor: amount }),
});
