import { ok } from "../../base/result.ts";
import type { Guarantee } from "../../facilities/guarantee.ts";
import type { ActInHand } from "../../governance/act-definition.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import { ACCOUNTS } from "../../ledger/accounts.ts";
import { defineAct, posted } from "../act-definition.ts";
import {
  guaranteeCallSchema,
  guaranteeGrantSchema,
  type GuaranteeCallBody,
  type GuaranteeGrantBody,
} from "../bodies/facilities.ts";
import { checkStatus } from "../debt/borrowing.ts";
import { accountOf, instructedOf, memoOfGuarantee, unusedChanged } from "../debt/lending.ts";
import { isRevolving } from "../../facilities/facility.ts";
import type { FundState } from "../state.ts";
import { minorOf } from "../terms.ts";

/** What the charter and the party's own budget let it guarantee [LV20]. */
function checkCap(
  state: FundState,
  { body, clause }: ActInHand<GuaranteeGrantBody>,
): Rejection | undefined {
  const { party, currency, amount, authority, expires } = body;
  const terms = state.charter.leverage?.guarantees?.find(
    (one) => one.party === party && one.currency === currency,
  );
  if (terms === undefined)
    return rejection("guarantee_not_in_charter", clause, { party, currency });
  let whole = amount;
  for (const other of state.guarantees.values()) {
    if (other.party === party && other.currency === currency) whole += other.left + other.paid;
  }
  const cap = minorOf(currency, terms.cap);
  if (whole > cap) {
    const facts = { actual: whole.toString(), required: cap.toString(), currency };
    return rejection("guarantee_beyond_cap", terms.clause, facts);
  }
  if (amount > authority.amount) {
    const required = authority.amount.toString();
    const facts = { party, actual: amount.toString(), required, currency };
    return rejection("budget_authority_exceeded", clause, facts);
  }
  if (expires > authority.expires) {
    const facts = { party, actual: expires, required: authority.expires };
    return rejection("budget_authority_expired", clause, facts);
  }
  return undefined;
}

export const guaranteeGrant = defineAct({
  type: "guarantee.grant",
  nature: "decision",
  schema: guaranteeGrantSchema,
  check(state, inHand) {
    const { body, act, clause } = inHand;
    const party = state.officers.get(act.proposer)?.party;
    if (party !== body.party) {
      const facts = { actual: party ?? null, required: body.party };
      return rejection("guarantee_of_other_party", clause, facts);
    }
    const unfit = checkStatus(state, body.facility, clause, "open");
    if (unfit !== undefined) return unfit;
    const { currency } = state.facilities.get(body.facility)!;
    if (currency !== body.currency) {
      return rejection("wrong_currency", clause, { actual: body.currency, required: currency });
    }
    return checkCap(state, inHand);
  },
  effects(state, inHand) {
    const { party, facility, currency, amount, expires, authority } = inHand.body;
    const guarantee: Guarantee = {
      ...{ id: inHand.id, party, facility, currency, left: amount, paid: 0n, expires },
      authority: {
        ...{ law: authority.law, fiscalYear: authority.fiscalYear },
        ...{ minor: authority.amount, expires: authority.expires },
      },
      ended: false,
    };
    const { vehicle } = state.facilities.get(facility)!;
    return ok([
      { kind: "guaranteeGranted", guarantee },
      posted(inHand, 1, vehicle, memoOfGuarantee(guarantee, amount)),
    ]);
  },
  amount: (_state, { currency, amount }) => ({ currency, minor: amount }),
});

function checkCalled(
  state: FundState,
  { body, act, clause }: ActInHand<GuaranteeCallBody>,
): Rejection | undefined {
  const guarantee = state.guarantees.get(body.guarantee);
  if (guarantee === undefined) {
    return rejection("guarantee_unknown", clause, { actual: body.guarantee });
  }
  const facility = state.facilities.get(guarantee.facility)!;
  const party = state.officers.get(act.proposer)?.party;
  if (party !== facility.lender) {
    return rejection("lender_differs", clause, {
      actual: party ?? null,
      required: facility.lender,
    });
  }
  if (body.currency !== guarantee.currency) {
    const facts = { actual: body.currency, required: guarantee.currency };
    return rejection("wrong_currency", clause, facts);
  }
  // What is on its way to the lender already is not the guarantor's to pay.
  const owed = facility.principal - instructedOf(state, facility, "principal");
  const most = owed < guarantee.left ? owed : guarantee.left;
  if (body.amount <= most) return undefined;
  return rejection("guarantee_exceeded", clause, {
    ...{ actual: body.amount.toString(), required: most.toString() },
    currency: guarantee.currency,
  });
}

/**
 * The lender reports that a guarantor has paid on demand: the debt is the less, and what the
 * guarantor paid stands as money paid in ahead of a call [LV21].
 */
export const guaranteeCall = defineAct({
  type: "guarantee.call",
  nature: "fact",
  schema: guaranteeCallSchema,
  check: checkCalled,
  effects(state, inHand) {
    const { guarantee: id, currency, amount: minor } = inHand.body;
    const guarantee = state.guarantees.get(id)!;
    const facility = state.facilities.get(guarantee.facility)!;
    const on = inHand.effectiveDate;
    const debt = accountOf(facility, "principal");
    const reopened = isRevolving(facility.kind) && facility.status === "open" ? minor : 0n;
    return ok([
      { kind: "guaranteePaid", id, minor, on },
      { kind: "debtServiced", facility: facility.id, part: "principal", minor, on },
      posted(inHand, 1, facility.vehicle, [
        { account: debt, subject: facility.id, currency, minor },
        {
          account: ACCOUNTS.subscriptionsInAdvance,
          subject: guarantee.party,
          currency,
          minor: -minor,
        },
        ...memoOfGuarantee(guarantee, -minor),
        ...unusedChanged(facility, reopened),
      ]),
    ]);
  },
  amount: (_state, { currency, amount }) => ({ currency, minor: amount }),
});
