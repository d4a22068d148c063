import { ok } from "../../base/result.ts";
import { requestedDrawing } from "../../facilities/facility.ts";
import { rejection } from "../../governance/rejection.ts";
import { defineAct } from "../act-definition.ts";
import { facilityRefinanceSchema } from "../bodies/facilities.ts";
import { checkDrawing, checkPayable } from "../debt/debt-checks.ts";
import { debtPayment } from "../debt/lending.ts";

/**
 * Draws on one facility to repay another of the same vehicle, in one decision: the debt is not more
 * for it, so that covenants that stop borrowing do not stop this [LV24].
 */
export const facilityRefinance = defineAct({
  type: "facility.refinance",
  nature: "decision",
  schema: facilityRefinanceSchema,
  check(state, inHand) {
    const { body, clause } = inHand;
    const undrawable = checkDrawing(state, inHand);
    if (undrawable !== undefined) return undrawable;
    const repaid = { body: { ...body, facility: body.replaces }, clause };
    const unpayable = checkPayable(state, repaid, "principal", ({ principal }) => principal);
    if (unpayable !== undefined) return unpayable;
    const [drawn, replaced] = [body.facility, body.replaces].map((id) => state.facilities.get(id));
    if (drawn !== replaced && drawn?.vehicle === replaced?.vehicle) return undefined;
    const facts = { facility: body.facility, actual: body.replaces };
    return rejection("refinancing_unfit", clause, facts);
  },
  effects(state, { id, body }, { index, recordedAt }) {
    const asked = { id, requestedOn: state.today, due: body.due, requested: body.amount };
    const drawing = requestedDrawing(asked);
    const payment = debtPayment(state.facilities.get(body.replaces)!, "principal", {
      ...{ id: `${id}/1`, minor: body.amount, mandatory: false },
      ...{ entry: index, instructedAt: recordedAt },
    });
    return ok([
      { kind: "drawingRequested", facility: body.facility, drawing },
      { kind: "paymentInstructed", payment },
    ]);
  },
  concerns: (state, { facility, replaces }) =>
    [facility, replaces].flatMap((id) => state.facilities.get(id)?.lender ?? []),
  amount: (_state, { currency, amount }) => ({ currency, minor: amount }),
});
