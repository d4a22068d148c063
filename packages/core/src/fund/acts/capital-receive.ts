import { err, ok, type Result } from "../../base/result.ts";
import { itemOf, type CapitalCall } from "../../capital/call.ts";
import { unitsOf } from "../../capital/state.ts";
import { isOpenTrueUp, trueUpCapital, trueUpInterest, type TrueUp } from "../../capital/true-up.ts";
import type { ActInHand, Context } from "../../governance/act-definition.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import { ACCOUNTS } from "../../ledger/accounts.ts";
import type { Posting } from "../../ledger/journal.ts";
import type { Payment } from "../../ledger/payment.ts";
import { CASH_SUBJECT, defineAct, moved, posted } from "../act-definition.ts";
import { capitalReceiveSchema, type CapitalReceiveBody } from "../bodies/capital.ts";
import { contribution } from "../contribution.ts";
import type { FundEvent } from "../effects.ts";
import { vehicleOf } from "../figures.ts";
import { foreignMovement, valueInBook } from "../foreign-currency.ts";
import type { FundState } from "../state.ts";

/** The call that asks a party for money. */
export function findCall(
  state: FundState,
  body: { readonly call: string; readonly party: string },
  clause: string,
): Result<CapitalCall, Rejection> {
  const call = state.capital.calls.get(body.call);
  if (call === undefined) return err(rejection("call_unknown", clause, { actual: body.call }));
  if (itemOf(call, body.party) === undefined) {
    return err(rejection("party_not_called", clause, { actual: body.party }));
  }
  return ok(call);
}

type Received = ActInHand<CapitalReceiveBody>;

/** The true-up that the money is for, if it is for one. */
function trueUpOf(state: FundState, { body }: Received): TrueUp | undefined {
  return state.capital.trueUps.get(body.call);
}

function checkReceipt(state: FundState, inHand: Received): Rejection | undefined {
  const { body, clause } = inHand;
  const trueUp = trueUpOf(state, inHand);
  if (trueUp !== undefined && trueUp.party !== body.party) {
    return rejection("party_not_called", clause, { actual: body.party });
  }
  const call = trueUp === undefined ? findCall(state, body, clause) : ok(trueUp);
  if (!call.ok) return call.error;
  const { currency: required, vehicle } = call.value;
  if (required === body.currency) return undefined;
  const isAccepted = state.charter.currencies.contribution.includes(body.currency);
  if (trueUp !== undefined || !isAccepted) {
    return rejection("wrong_currency", clause, { actual: body.currency, required });
  }
  const value = receivedValue(state, vehicle, body, clause);
  return value.ok ? undefined : value.error;
}

/** What the money is worth in the call's currency, which is the book's, at the last fixing. */
const receivedValue = (
  state: FundState,
  vehicle: string,
  { currency, amount: minor }: CapitalReceiveBody,
  clause: string,
): Result<bigint, Rejection> => valueInBook(state, vehicle, { currency, minor }, clause);

/** The cash, and in a foreign currency what it does to the position in it (LG13). */
function cashIn(
  state: FundState,
  vehicle: string,
  { currency, amount: minor }: CapitalReceiveBody,
  value: bigint,
): readonly Posting[] {
  const cash = { account: ACCOUNTS.cash, subject: CASH_SUBJECT, currency, minor };
  if (currency === vehicleOf(state.charter, vehicle).currency) return [cash];
  return [cash, ...foreignMovement(state, vehicle, { currency, minor, value })];
}

/** What is not owed is held in advance. */
const inAdvance = (party: string, currency: string, minor: bigint): readonly Posting[] =>
  minor === 0n
    ? []
    : [{ account: ACCOUNTS.subscriptionsInAdvance, subject: party, currency, minor: -minor }];

/**
 * `capital.receive`: the custodian reports money for a call. It pays what was called, then late
 * interest; the rest is held in advance [CP21]. Money in another currency that the charter takes
 * contributions in counts with its value at the last fixing [CP26]. Money for a true-up is held
 * until the whole of it has come in; then the earlier partners are paid and their units go over
 * [CP52].
 */
export const capitalReceive = defineAct({
  type: "capital.receive",
  nature: "fact",
  schema: capitalReceiveSchema,
  check: checkReceipt,
  effects(state, inHand, context) {
    const { body, effectiveDate: on } = inHand;
    const trueUp = trueUpOf(state, inHand);
    if (trueUp !== undefined) return ok(trueUpEffects(state, inHand, trueUp, context));
    const call = findCall(state, body, inHand.clause);
    if (!call.ok) return call;
    const { vehicle, currency } = call.value;
    const { party } = body;
    const value = receivedValue(state, vehicle, body, inHand.clause);
    if (!value.ok) return value;
    const paid = contribution(state, call.value, { party, minor: value.value, on });
    const postings = [
      ...cashIn(state, vehicle, body, value.value),
      ...paid.postings,
      ...inAdvance(party, currency, paid.excess),
    ];
    return ok([posted(inHand, 1, vehicle, postings), ...paid.events]);
  },
  amount: (_state, { currency, amount }) => ({ currency, minor: amount }),
});

function trueUpEffects(
  state: FundState,
  inHand: Received,
  trueUp: TrueUp,
  context: Context,
): readonly FundEvent[] {
  const { body, effectiveDate: on } = inHand;
  const { vehicle } = trueUp;
  const { party, currency, amount } = body;
  const postings = [...cashIn(state, vehicle, body, amount), ...inAdvance(party, currency, amount)];
  const events: FundEvent[] = [
    posted(inHand, 1, vehicle, postings),
    { kind: "trueUpReceived", id: trueUp.id, minor: body.amount },
  ];
  const owed = trueUpCapital(trueUp) + trueUpInterest(trueUp);
  if (!isOpenTrueUp(trueUp) || trueUp.received + body.amount < owed) return events;
  return [
    ...events,
    posted(inHand, 2, vehicle, settlementPostings(trueUp)),
    posted(inHand, 3, state.charter.capital.vehicle, settlementMemo(trueUp)),
    { kind: "trueUpSettled", id: trueUp.id, on },
    ...unitsHandedOver(state, trueUp),
    ...paymentsToEarlier(inHand, trueUp, context),
  ];
}

type Handed = { readonly minor: bigint; readonly interest: bigint; readonly microUnits: bigint };

/** What each earlier partner hands over in all, in the order in which it stands there first. */
function byEarlier({ parts }: TrueUp): ReadonlyMap<string, Handed> {
  const sums = new Map<string, Handed>();
  for (const { from, minor, interest, microUnits } of parts) {
    const sum = sums.get(from) ?? { minor: 0n, interest: 0n, microUnits: 0n };
    sums.set(from, {
      minor: sum.minor + minor,
      interest: sum.interest + interest,
      microUnits: sum.microUnits + microUnits,
    });
  }
  return sums;
}

/** Held in advance becomes owed to the earlier partners; paid-in capital changes its owner. */
function settlementPostings(trueUp: TrueUp): readonly Posting[] {
  const { currency, party } = trueUp;
  const owed = trueUpCapital(trueUp) + trueUpInterest(trueUp);
  const { subscriptionsInAdvance, capitalReturnable, paidInCapital } = ACCOUNTS;
  const of = (account: string, subject: string, minor: bigint): Posting => ({
    ...{ account, subject, currency, minor },
  });
  return [
    of(subscriptionsInAdvance, party, owed),
    of(paidInCapital, party, -trueUpCapital(trueUp)),
    ...[...byEarlier(trueUp)].flatMap(([from, { minor, interest }]) => [
      of(capitalReturnable, from, -(minor + interest)),
      of(paidInCapital, from, minor),
    ]),
  ];
}

/** What the earlier partners get back can be called again. */
function settlementMemo(trueUp: TrueUp): readonly Posting[] {
  const { currency } = trueUp;
  return [...byEarlier(trueUp)].flatMap(([subject, { minor }]) =>
    moved({
      debit: ACCOUNTS.recallableCapital,
      credit: ACCOUNTS.recallableCapitalContra,
      ...{ subject, currency, minor },
    }),
  );
}

function unitsHandedOver({ capital }: FundState, trueUp: TrueUp): readonly FundEvent[] {
  const { unitClass, party } = trueUp;
  return [...byEarlier(trueUp)].flatMap(([from, { microUnits: promised }]): FundEvent[] => {
    const held = unitsOf(capital, unitClass, from);
    const microUnits = held < promised ? held : promised;
    if (microUnits === 0n) return [];
    return [
      { kind: "unitsCancelled", unitClass, holder: from, microUnits },
      { kind: "unitsIssued", unitClass, holder: party, microUnits },
    ];
  });
}

function paymentsToEarlier(
  inHand: Received,
  trueUp: TrueUp,
  context: Context,
): readonly FundEvent[] {
  const { vehicle, currency } = trueUp;
  return [...byEarlier(trueUp)].map(([payee, { minor, interest }], index) => {
    const payment: Payment = {
      ...{ id: `${inHand.id}/${index + 1}`, vehicle, payee, currency, minor: minor + interest },
      ...{ purpose: "returnOfCapital", liability: ACCOUNTS.capitalReturnable, subject: payee },
      ...{ mandatory: true, entry: context.index, instructedAt: context.recordedAt },
    };
    return { kind: "paymentInstructed", payment };
  });
}
