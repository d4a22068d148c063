import { ok } from "../../base/result.ts";
import { requestedDrawing } from "../../facilities/facility.ts";
import { rejection } from "../../governance/rejection.ts";
import { ACCOUNTS } from "../../ledger/accounts.ts";
import { CASH_SUBJECT, defineAct, posted } from "../act-definition.ts";
import { facilityDrawSchema, facilityReceiveSchema } from "../bodies/facilities.ts";
import { checkDrawing, checkLoanCurrency } from "../debt/debt-checks.ts";
import { accountOf, unusedChanged } from "../debt/lending.ts";

/** Asks the lender for money: nothing is owed before it has come [LV2]. */
export const facilityDraw = defineAct({
  type: "facility.draw",
  nature: "decision",
  schema: facilityDrawSchema,
  check: checkDrawing,
  effects(state, { id, body }) {
    const asked = { id, requestedOn: state.today, due: body.due, requested: body.amount };
    const drawing = requestedDrawing(asked);
    return ok([{ kind: "drawingRequested", facility: body.facility, drawing }]);
  },
  concerns: (state, { facility }) => {
    const lender = state.facilities.get(facility)?.lender;
    return lender === undefined ? [] : [lender];
  },
  amount: (_state, { currency, amount }) => ({ currency, minor: amount }),
});

export const facilityReceive = defineAct({
  type: "facility.receive",
  nature: "fact",
  schema: facilityReceiveSchema,
  check(state, { body, clause }) {
    const facility = state.facilities.get(body.facility);
    if (facility === undefined) {
      return rejection("facility_unknown", clause, { actual: body.facility });
    }
    if (!facility.drawings.some(({ id }) => id === body.drawing)) {
      return rejection("drawing_unknown", clause, { actual: body.drawing });
    }
    return checkLoanCurrency(facility, body.currency, clause);
  },
  effects(state, inHand) {
    const { facility: id, drawing, currency, amount } = inHand.body;
    const facility = state.facilities.get(id)!;
    // Interest runs from the value date, but never from before the money was asked for.
    const { requestedOn } = facility.drawings.find((one) => one.id === drawing)!;
    const on = inHand.effectiveDate < requestedOn ? requestedOn : inHand.effectiveDate;
    const debt = accountOf(facility, "principal");
    return ok([
      { kind: "drawingReceived", facility: id, drawing, minor: amount, on },
      posted(inHand, 1, facility.vehicle, [
        { account: ACCOUNTS.cash, subject: CASH_SUBJECT, currency, minor: amount },
        { account: debt, subject: id, currency, minor: -amount },
        ...(facility.status === "open" ? unusedChanged(facility, -amount) : []),
      ]),
    ]);
  },
  amount: (_state, { currency, amount }) => ({ currency, minor: amount }),
});
