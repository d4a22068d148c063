import { ok } from "../../base/result.ts";
import { openOf } from "../../capital/call.ts";
import {
  isOpenTrueUp,
  trueUpCapital,
  trueUpParts,
  type TrueUp,
  type TrueUpPart,
} from "../../capital/true-up.ts";
import type { ActInHand } from "../../governance/act-definition.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import { defineAct, posted } from "../act-definition.ts";
import { capitalTrueUpSchema, type CapitalTrueUpBody } from "../bodies/capital.ts";
import type { FundState } from "../state.ts";
import { findClass } from "../terms.ts";
import { commitmentDrawn, checkItem } from "./capital-call.ts";

type InHand = ActInHand<CapitalTrueUpBody>;

/** What the later partner takes over, with interest up to the due date. */
function partsOf(state: FundState, { body }: InHand): readonly TrueUpPart[] {
  const { admission } = state.charter.capital;
  const { commitments, calls } = state.capital;
  if (admission === undefined) return [];
  const { money: rounding, tieBreak } = state.charter.rounding;
  return trueUpParts(calls.values(), commitments.values(), {
    ...{ unitClass: body.class, party: body.party, date: body.dueDate },
    rate: { rate: admission.trueUpRate, dayCount: admission.dayCount },
    ...{ rounding, tieBreak },
  });
}

/** Everything that was called of the class is paid, and no other true-up of it is under way. */
function checkSettled(state: FundState, { body, clause }: InHand): Rejection | undefined {
  for (const trueUp of state.capital.trueUps.values()) {
    if (!isOpenTrueUp(trueUp) || trueUp.unitClass !== body.class) continue;
    return rejection("true_up_open", clause, { actual: trueUp.id });
  }
  for (const { unitClass, currency, items } of state.capital.calls.values()) {
    if (unitClass !== body.class) continue;
    for (const item of items) {
      if (openOf(item) === 0n) continue;
      const facts = { party: item.party, actual: openOf(item).toString(), currency };
      return rejection("call_still_unpaid", clause, facts);
    }
  }
  return undefined;
}

function checkTrueUp(state: FundState, inHand: InHand): Rejection | undefined {
  const { body, clause } = inHand;
  const { admission } = state.charter.capital;
  if (findClass(state.charter, body.class) === undefined) {
    return rejection("class_unknown", clause, { actual: body.class });
  }
  if (admission?.classes.includes(body.class) !== true) {
    const facts = { actual: body.class, required: admission?.classes ?? [] };
    return rejection("class_without_true_up", admission?.clause ?? clause, facts);
  }
  if (body.dueDate < state.today) {
    return rejection("due_date_past", clause, { actual: body.dueDate, required: state.today });
  }
  const unsettled = checkSettled(state, inHand);
  if (unsettled !== undefined) return unsettled;
  const amount = trueUpCapital({ parts: partsOf(state, inHand) });
  const { currency } = state.charter.capital;
  const asked = { party: body.party, commitment: body.commitment, amount };
  const refused = checkItem(state, clause, asked, { currency, dueDate: body.dueDate });
  if (refused !== undefined) return refused;
  if (amount > 0n) return undefined;
  return rejection("nothing_to_true_up", clause, { actual: body.class, party: body.party });
}

/**
 * `capital.trueUp`: a partner that was admitted later takes its share of the calls that were made
 * without it, with interest to the earlier partners [CP50]. The act fixes the parts; money, units
 * and paid-in capital change hands when the whole has come in.
 */
export const capitalTrueUp = defineAct({
  type: "capital.trueUp",
  nature: "decision",
  schema: capitalTrueUpSchema,
  check: checkTrueUp,
  effects(state, inHand) {
    const { class: unitClass, party, commitment, dueDate } = inHand.body;
    const { vehicle: main, currency } = state.charter.capital;
    const { vehicle } = findClass(state.charter, unitClass)!;
    const trueUp: TrueUp = {
      ...{ id: inHand.id, party, commitment, unitClass, vehicle, dueDate, received: 0n },
      ...{ currency, parts: partsOf(state, inHand) },
    };
    const minor = trueUpCapital(trueUp);
    const drawn = commitmentDrawn(state, { party, commitment, minor, dueDate, currency });
    return ok([{ kind: "trueUpCalled", trueUp }, posted(inHand, 1, main, drawn)]);
  },
});
