import { ok } from "../../base/result.ts";
import { undrawnOf } from "../../facilities/amounts-due.ts";
import type { Drawing, Facility } from "../../facilities/facility.ts";
import type { ActInHand } from "../../governance/act-definition.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import { ACCOUNTS } from "../../ledger/accounts.ts";
import { CASH_SUBJECT, defineAct, posted } from "../act-definition.ts";
import {
  facilityDrawSchema,
  facilityReceiveSchema,
  type FacilityDrawBody,
} from "../bodies/facilities.ts";
import { checkBorrowingBase, checkFixed, checkStatus } from "../debt/borrowing.ts";
import { accountOf, outTooLong, termsOfKind, unusedChanged } from "../debt/lending.ts";
import type { FundState } from "../state.ts";

function checkCurrency(
  facility: Facility,
  currency: string,
  clause: string,
): Rejection | undefined {
  if (facility.currency === currency) return undefined;
  return rejection("wrong_currency", clause, { actual: currency, required: facility.currency });
}

function checkDrawing(
  state: FundState,
  { body, clause }: ActInHand<FacilityDrawBody>,
): Rejection | undefined {
  const unfit = checkStatus(state, body.facility, clause, "open");
  if (unfit !== undefined) return unfit;
  const facility = state.facilities.get(body.facility)!;
  const { currency, terms } = facility;
  const wrong = checkCurrency(facility, body.currency, clause);
  if (wrong !== undefined) return wrong;
  const { maturity } = terms.dates;
  if (body.due < state.today || body.due >= maturity) {
    const required = body.due < state.today ? state.today : maturity;
    return rejection("drawing_due_past", clause, { actual: body.due, required });
  }
  const { rate } = terms;
  const unfixed = checkFixed(state, rate.kind === "fixed" ? undefined : rate.index, clause);
  if (unfixed !== undefined) return unfixed;
  const overdue = outTooLong(state, facility);
  if (overdue !== undefined) {
    const required = termsOfKind(state, facility.kind)?.longestDraw?.days ?? 0;
    const facts = { drawing: overdue.id, actual: overdue.outSince ?? "", required };
    return rejection("drawing_out_too_long", clause, facts);
  }
  const undrawn = undrawnOf(facility);
  if (body.amount > undrawn) {
    return rejection("drawing_beyond_limit", clause, {
      ...{ actual: body.amount.toString(), required: undrawn.toString(), currency },
    });
  }
  return checkBorrowingBase(state, facility, body.amount);
}

/** Asks the lender for money: nothing is owed before it has come [LV2]. */
export const facilityDraw = defineAct({
  type: "facility.draw",
  nature: "decision",
  schema: facilityDrawSchema,
  check: checkDrawing,
  effects(state, { id, body }) {
    const drawing: Drawing = {
      ...{ id, requestedOn: state.today, due: body.due, requested: body.amount },
      ...{ received: 0n, outstanding: 0n, lapsed: false },
    };
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
    return checkCurrency(facility, body.currency, clause);
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
