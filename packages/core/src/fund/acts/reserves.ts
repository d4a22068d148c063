import { ok } from "../../base/result.ts";
import type { ReserveTerms } from "../../charter/distribution-terms.ts";
import type { ActInHand } from "../../governance/act-definition.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import { ACCOUNTS } from "../../ledger/accounts.ts";
import { balanceOf } from "../../ledger/journal.ts";
import { defineAct, moved, posted } from "../act-definition.ts";
import { reserveSchema, type ReserveBody } from "../bodies/charges.ts";
import { vehicleOf } from "../figures.ts";
import { moneyOf } from "../waterfall/formula.ts";
import type { FundState } from "../state.ts";

const findReserve = ({ charter }: FundState, id: string): ReserveTerms | undefined =>
  charter.reserves?.find((reserve) => reserve.id === id);

function checkReserve(
  state: FundState,
  { body, clause }: ActInHand<ReserveBody>,
): Rejection | undefined {
  const terms = findReserve(state, body.reserve);
  if (terms === undefined) return rejection("reserve_unknown", clause, { actual: body.reserve });
  const { currency } = vehicleOf(state.charter, terms.vehicle);
  if (body.currency === currency) return undefined;
  return rejection("wrong_currency", clause, { actual: body.currency, required: currency });
}

/** What a reserve holds, minor units of its vehicle's currency. */
function heldIn(state: FundState, { id: subject, vehicle }: ReserveTerms): bigint {
  const { currency } = vehicleOf(state.charter, vehicle);
  return -balanceOf(state.ledger, { vehicle, account: ACCOUNTS.reserves, currency, subject });
}

const parts = {
  nature: "decision",
  schema: reserveSchema,
  amount: (_state: FundState, { currency, amount }: ReserveBody) => ({ currency, minor: amount }),
} as const;

/** Earnings set aside, up to what the charter says the reserve should hold (DL24). */
export const reserveSet = defineAct({
  ...parts,
  type: "reserve.set",
  check(state, inHand) {
    const { body, clause, effectiveDate } = inHand;
    const refusal = checkReserve(state, inHand);
    if (refusal !== undefined) return refusal;
    const terms = findReserve(state, body.reserve)!;
    const { target: formula, vehicle } = terms;
    const target = moneyOf(state, { formula, vehicle }, effectiveDate);
    if (!target.ok) {
      return rejection("expression_undefined", terms.clause, { reason: target.error });
    }
    const after = heldIn(state, terms) + body.amount;
    if (after <= target.value) return undefined;
    return rejection("reserve_beyond_target", clause, {
      actual: after.toString(),
      required: target.value.toString(),
      currency: body.currency,
    });
  },
  effects(state, inHand) {
    const { reserve: subject, currency, amount: minor } = inHand.body;
    const accounts = { debit: ACCOUNTS.distributableEarnings, credit: ACCOUNTS.reserves };
    const { vehicle } = findReserve(state, subject)!;
    return ok([posted(inHand, 1, vehicle, moved({ ...accounts, subject, currency, minor }))]);
  },
});

/** What was set aside is earnings again. */
export const reserveRelease = defineAct({
  ...parts,
  type: "reserve.release",
  check(state, inHand) {
    const { body, clause } = inHand;
    const refusal = checkReserve(state, inHand);
    if (refusal !== undefined) return refusal;
    const held = heldIn(state, findReserve(state, body.reserve)!);
    if (body.amount <= held) return undefined;
    return rejection("reserve_insufficient", clause, {
      actual: body.amount.toString(),
      required: held.toString(),
      currency: body.currency,
    });
  },
  effects(state, inHand) {
    const { reserve: subject, currency, amount: minor } = inHand.body;
    const accounts = { debit: ACCOUNTS.reserves, credit: ACCOUNTS.distributableEarnings };
    const { vehicle } = findReserve(state, subject)!;
    return ok([posted(inHand, 1, vehicle, moved({ ...accounts, subject, currency, minor }))]);
  },
});
