import { undrawnOf } from "../../facilities/amounts-due.ts";
import type { DebtPart, Facility } from "../../facilities/facility.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import type { FacilityDrawBody } from "../bodies/facilities.ts";
import type { FundState } from "../state.ts";
import { checkBorrowingBase, checkFixed, checkStatus } from "./borrowing.ts";
import { instructedOf, outTooLong, termsOfKind } from "./lending.ts";

export function checkLoanCurrency(
  facility: Facility,
  currency: string,
  clause: string,
): Rejection | undefined {
  if (facility.currency === currency) return undefined;
  return rejection("wrong_currency", clause, { actual: currency, required: facility.currency });
}

/** Whether a facility may be drawn on, by as much, for money that comes by the due day [LV2]. */
export function checkDrawing(
  state: FundState,
  { body, clause }: { readonly body: FacilityDrawBody; readonly clause: string },
): Rejection | undefined {
  const unfit = checkStatus(state, body.facility, clause, "open");
  if (unfit !== undefined) return unfit;
  const facility = state.facilities.get(body.facility)!;
  const { currency, terms } = facility;
  const wrong = checkLoanCurrency(facility, body.currency, clause);
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

export type DebtPaymentBody = {
  readonly facility: string;
  readonly currency: string;
  readonly amount: bigint;
};

/** No more is instructed than may be paid, what is on its way already taken off. */
export function checkPayable(
  state: FundState,
  { body, clause }: { readonly body: DebtPaymentBody; readonly clause: string },
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
