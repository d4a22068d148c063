import { ok } from "../../base/result.ts";
import type { DebtPart } from "../../facilities/facility.ts";
import type { ActInHand, Context } from "../../governance/act-definition.ts";
import { defineAct } from "../act-definition.ts";
import { facilityPrepaySchema, facilityRepaySchema } from "../bodies/facilities.ts";
import { checkPayable, type DebtPaymentBody } from "../debt/debt-checks.ts";
import { debtPayment, dueNow, owedOf } from "../debt/lending.ts";
import type { FundState } from "../state.ts";

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
    return checkPayable(state, inHand, part, (facility) =>
      part === "principal" ? dueNow(state, facility) : owedOf(facility, part),
    );
  },
  effects: (state, inHand, context) =>
    instructed(state, inHand, context, { part: inHand.body.part, mandatory: true }),
  amount: (_state, { currency, amount }) => ({ currency, minor: amount }),
});

/** Principal that is repaid before it has to be: to cure a covenant, or to owe less. */
export const facilityPrepay = defineAct({
  type: "facility.prepay",
  nature: "decision",
  schema: facilityPrepaySchema,
  check: (state, inHand) =>
    checkPayable(state, inHand, "principal", (facility) => facility.principal),
  effects: (state, inHand, context) =>
    instructed(state, inHand, context, { part: "principal", mandatory: false }),
  amount: (_state, { currency, amount }) => ({ currency, minor: amount }),
});
