import { assert } from "../../base/assert.ts";
import { ok } from "../../base/result.ts";
import {
  itemOf,
  microUnitsFor,
  paidInOf,
  type CallItem,
  type CapitalCall,
} from "../../capital/call.ts";
import { unitsOf } from "../../capital/state.ts";
import { isOpenTrueUp } from "../../capital/true-up.ts";
import type { LocalDate } from "../../calendar/date.ts";
import type { ActInHand, Context } from "../../governance/act-definition.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import { windowEnd } from "../../governance/window.ts";
import { ACCOUNTS } from "../../ledger/accounts.ts";
import type { Payment } from "../../ledger/payment.ts";
import { allocate } from "../../money/allocation.ts";
import { defineAct, moved, posted } from "../act-definition.ts";
import { capitalReturnSchema, type CapitalReturnBody } from "../bodies/capital.ts";
import type { FundEvent } from "../effects.ts";
import type { FundState } from "../state.ts";

type InHand = ActInHand<CapitalReturnBody>;

const paidIn = ({ items }: CapitalCall): bigint =>
  items.reduce((sum, item) => sum + paidInOf(item), 0n);

/** Until when what comes back today can be called again, where the charter lets it be. */
function recallUntil(state: FundState): {
  readonly until?: LocalDate;
  readonly refusal?: Rejection;
} {
  const { recall } = state.charter.capital;
  if (recall === undefined) return {};
  const until = windowEnd(state.charter, state.today, recall.within);
  return until.ok ? { until: until.value } : { refusal: until.error };
}

function checkReturn(state: FundState, { body, clause }: InHand): Rejection | undefined {
  const call = state.capital.calls.get(body.call);
  if (call === undefined) return rejection("call_unknown", clause, { actual: body.call });
  const { currency } = call;
  if (currency !== body.currency) {
    return rejection("wrong_currency", clause, { actual: body.currency, required: currency });
  }
  const most = paidIn(call);
  if (body.amount > most) {
    const facts = { actual: body.amount.toString(), required: most.toString(), currency };
    return rejection("return_beyond_paid_in", clause, facts);
  }
  for (const trueUp of state.capital.trueUps.values()) {
    if (!isOpenTrueUp(trueUp) || trueUp.unitClass !== call.unitClass) continue;
    return rejection("true_up_open", clause, { actual: trueUp.id });
  }
  return recallUntil(state).refusal;
}

/**
 * Micro-units that go with a returned part: what the call's price makes of it. Where a true-up has
 * moved units of the call, the same share of those that the party has by it, rounded down.
 */
function unitsReturned(state: FundState, call: CapitalCall, item: CallItem, minor: bigint): bigint {
  if (call.unitClass === undefined) return 0n;
  const kept = item.received - item.returned;
  const microUnits =
    item.moved === 0n
      ? item.heldMicroUnits - microUnitsFor(call, kept - minor)
      : (item.heldMicroUnits * minor) / paidInOf(item);
  const held = unitsOf(state.capital, call.unitClass, item.party);
  return microUnits < held ? microUnits : held;
}

/**
 * `capital.return`: money of a call that is not needed goes back to those who paid it, in
 * proportion, as if the call had been smaller: their units for it are cancelled at what they cost,
 * and where the charter says so it can be called again [CP40].
 */
export const capitalReturn = defineAct({
  type: "capital.return",
  nature: "decision",
  schema: capitalReturnSchema,
  check: checkReturn,
  effects(state, inHand, context) {
    const { body } = inHand;
    const call = state.capital.calls.get(body.call)!;
    const allocation = allocate({
      total: body.amount,
      shares: call.items.map((item) => ({ key: item.party, weight: paidInOf(item) })),
      tieBreak: { kind: "order", keys: state.charter.rounding.tieBreak },
    });
    assert(allocation.ok, "what was paid in on a call was paid by parties that the charter ranks");
    const parts = allocation.value.filter(({ part }) => part > 0n);
    return ok(
      parts.flatMap(({ key: party, part: minor }, index) =>
        returnedTo(state, inHand, context, { call, party, minor, index }),
      ),
    );
  },
  amount: (_state, { currency, amount }) => ({ currency, minor: amount }),
});

function returnedTo(
  state: FundState,
  inHand: InHand,
  context: Context,
  of: {
    readonly call: CapitalCall;
    readonly party: string;
    readonly minor: bigint;
    readonly index: number;
  },
): readonly FundEvent[] {
  const { call, party, minor, index } = of;
  const { currency, unitClass, vehicle } = call;
  const microUnits = unitsReturned(state, call, itemOf(call, party)!, minor);
  const { until } = recallUntil(state);
  const recallable = until !== undefined;
  const amount = { subject: party, currency, minor };
  const { paidInCapital, capitalReturnable } = ACCOUNTS;
  const payment: Payment = {
    ...{ id: `${inHand.id}/${index + 1}`, vehicle, payee: party, currency, minor },
    ...{ purpose: "returnOfCapital", liability: capitalReturnable, subject: party },
    ...{ mandatory: false, entry: context.index, instructedAt: context.recordedAt },
  };
  const events: FundEvent[] = [
    {
      kind: "capitalReturned",
      ...{ call: call.id, party, minor, microUnits, recallable },
      ...(until === undefined ? {} : { until }),
    },
    posted(
      inHand,
      2 * index + 1,
      vehicle,
      moved({ debit: paidInCapital, credit: capitalReturnable, ...amount }),
    ),
    { kind: "paymentInstructed", payment },
  ];
  if (microUnits > 0n && unitClass !== undefined) {
    events.push({ kind: "unitsCancelled", unitClass, holder: party, microUnits });
  }
  if (recallable) {
    const { recallableCapital: debit, recallableCapitalContra: credit } = ACCOUNTS;
    const main = state.charter.capital.vehicle;
    events.push(posted(inHand, 2 * index + 2, main, moved({ debit, credit, ...amount })));
  }
  return events;
}
