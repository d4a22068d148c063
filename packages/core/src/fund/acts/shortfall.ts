import { ok } from "../../base/result.ts";
import {
  itemOf,
  microUnitsFor,
  newItem,
  openOf,
  type CallItem,
  type CapitalCall,
} from "../../capital/call.ts";
import type { ActInHand } from "../../governance/act-definition.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import { defineAct } from "../act-definition.ts";
import { capitalFundShortfallSchema, type CapitalFundShortfallBody } from "../bodies/capital.ts";
import type { FundEvent } from "../effects.ts";
import type { FundState } from "../state.ts";
import { findClass, partyKind } from "../terms.ts";
import { callPosted, checkClassTotal, checkItem } from "./capital-call.ts";
import { reducedItem } from "./call-relief.ts";

type InHand = ActInHand<CapitalFundShortfallBody>;

/** The item in whose place another party would pay; none for what parties were let off. */
function replacedItem(call: CapitalCall, { inPlaceOf }: CapitalFundShortfallBody) {
  return inPlaceOf === undefined ? undefined : itemOf(call, inPlaceOf);
}

/** How much others may pay: what parties were let off, or all that a defaulter owes [CP33]. */
function fundable(call: CapitalCall, { clause, body }: InHand): bigint | Rejection {
  if (body.inPlaceOf === undefined) return call.shortfall;
  const item = replacedItem(call, body);
  if (item === undefined) return rejection("party_not_called", clause, { actual: body.inPlaceOf });
  if (item.steps.includes("dilute")) return openOf(item);
  return rejection("party_not_in_default", clause, { actual: body.call, party: body.inPlaceOf });
}

/** What the ladder's step takes off the price for who pays in a defaulter's place. */
function discountOf(state: FundState, { body }: InHand): string | undefined {
  if (body.inPlaceOf === undefined) return undefined;
  const { ladder = [] } = state.charter.capital.late ?? {};
  return ladder.find(({ step }) => step === "dilute")?.share;
}

/** The call on the party that pays, on the terms of the call whose shortfall it covers. */
function coveringCall(state: FundState, inHand: InHand, short: CapitalCall): CapitalCall {
  const { party, commitment, amount: minor, dueDate } = inHand.body;
  const { items: _items, discount: _discount, ...terms } = short;
  const discount = short.price === undefined ? undefined : discountOf(state, inHand);
  const call = {
    ...{ ...terms, id: inHand.id, dueDate, shortfall: 0n },
    ...(discount === undefined ? {} : { discount }),
  };
  const microUnits = microUnitsFor(call, minor);
  return { ...call, items: [newItem({ party, commitment, minor, microUnits, dueDate })] };
}

function checkFunder(state: FundState, inHand: InHand, short: CapitalCall): Rejection | undefined {
  const { body, clause } = inHand;
  const { unitClass: id } = short;
  const unitClass = id === undefined ? undefined : findClass(state.charter, id);
  const kind = partyKind(state.charter, body.party);
  if (unitClass !== undefined && !unitClass.eligible.some((eligible) => eligible === kind)) {
    return rejection("party_not_eligible", clause, {
      ...{ party: body.party, class: unitClass.id, actual: kind ?? null },
      required: unitClass.eligible,
    });
  }
  const refused = checkItem(state, clause, body, body);
  if (refused !== undefined || unitClass === undefined) return refused;
  const [item] = coveringCall(state, inHand, short).items;
  return checkClassTotal(state, unitClass.id, item!.microUnits);
}

function checkShortfall(state: FundState, inHand: InHand): Rejection | undefined {
  const { body, act, clause } = inHand;
  const short = state.capital.calls.get(body.call);
  if (short === undefined) return rejection("call_unknown", clause, { actual: body.call });
  if (short.currency !== body.currency) {
    const facts = { actual: body.currency, required: short.currency };
    return rejection("wrong_currency", clause, facts);
  }
  if (body.dueDate < act.effectiveDate || body.dueDate < state.today) {
    const required = state.today > act.effectiveDate ? state.today : act.effectiveDate;
    return rejection("due_date_past", clause, { actual: body.dueDate, required });
  }
  if (body.inPlaceOf === body.party) {
    return rejection("funder_in_default", clause, { actual: body.party });
  }
  const most = fundable(short, inHand);
  if (typeof most !== "bigint") return most;
  if (body.amount > most) {
    return rejection("shortfall_exceeded", clause, {
      ...{ actual: body.amount.toString(), required: most.toString(), currency: body.currency },
    });
  }
  return checkFunder(state, inHand, short);
}

/**
 * `capital.fundShortfall`: another party pays what one was let off or failed to pay, under its own
 * commitment and on the terms of the call. In place of a defaulter the units come at the discount
 * that the ladder's step `dilute` gives, and the defaulter is asked for that much less [CP33].
 */
export const capitalFundShortfall = defineAct({
  type: "capital.fundShortfall",
  nature: "decision",
  schema: capitalFundShortfallSchema,
  check: checkShortfall,
  effects(state, inHand) {
    const { body } = inHand;
    const short = state.capital.calls.get(body.call)!;
    const call = coveringCall(state, inHand, short);
    const item = replacedItem(short, body);
    const posts = callPosted(state, inHand, call);
    const events: FundEvent[] = [{ kind: "capitalCalled", call }, ...posts];
    if (item === undefined) {
      return ok([...events, { kind: "shortfallFunded", call: short.id, minor: body.amount }]);
    }
    return ok([...events, ...replaced(state, inHand, { call: short, item, n: posts.length + 1 })]);
  },
  amount: (_state, { currency, amount }) => ({ currency, minor: amount }),
});

function replaced(
  state: FundState,
  inHand: InHand,
  { call, item, n }: { readonly call: CapitalCall; readonly item: CallItem; readonly n: number },
): readonly FundEvent[] {
  const minor = inHand.body.amount;
  const because = "fundedByOthers";
  return reducedItem(state, inHand, { call, item }, { minor, because, shortfall: 0n, n });
}
