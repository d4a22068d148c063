import { ok } from "../../base/result.ts";
import { suspensionOn, type Suspension } from "../../dealing/suspensions.ts";
import type { ActInHand } from "../../governance/act-definition.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import { windowEnd } from "../../governance/window.ts";
import { defineAct } from "../act-definition.ts";
import { classSchema } from "../bodies/dealing.ts";
import { dealingSuspendSchema, type DealingSuspendBody } from "../bodies/orders.ts";
import type { FundState } from "../state.ts";
import { findDealing } from "./orders.ts";

function checkSuspension(
  state: FundState,
  { body, clause }: ActInHand<DealingSuspendBody>,
): Rejection | undefined {
  const terms = findDealing(state.charter, body.class)?.suspension;
  if (terms === undefined) {
    return rejection("dealing_not_in_charter", clause, { actual: body.class });
  }
  const grounds = terms.grounds.map(({ id }) => id);
  if (!grounds.includes(body.ground)) {
    const facts = { actual: body.ground, required: grounds.join(", ") };
    return rejection("ground_unknown", terms.clause, facts);
  }
  const until = windowEnd(state.charter, state.today, terms.longest);
  if (!until.ok) return until.error;
  if (body.review <= state.today || body.review > until.value) {
    const facts = { actual: body.review, required: until.value };
    return rejection("review_date_outside", terms.clause, facts);
  }
  const standing = suspensionOn(state.suspensions, body.class, state.today);
  if (standing === undefined) return undefined;
  const facts = { actual: body.class, until: standing.until };
  return rejection("dealing_suspended", terms.clause, facts);
}

/** No order for a class is priced from now on, until it is resumed or the longest time is over. */
export const dealingSuspend = defineAct({
  type: "dealing.suspend",
  nature: "decision",
  schema: dealingSuspendSchema,
  check: checkSuspension,
  effects(state, { id: actId, body }) {
    const { class: unitClass, ground, review } = body;
    const terms = findDealing(state.charter, unitClass)!.suspension!;
    const until = windowEnd(state.charter, state.today, terms.longest);
    if (!until.ok) return until;
    const from = state.today;
    const suspension: Suspension = { actId, unitClass, ground, from, review, until: until.value };
    return ok([{ kind: "dealingSuspended", suspension }]);
  },
});

/** Orders are priced again; those that waited take part in the next dealing day. */
export const dealingResume = defineAct({
  type: "dealing.resume",
  nature: "decision",
  schema: classSchema,
  check(state, { body, clause }) {
    if (suspensionOn(state.suspensions, body.class, state.today) !== undefined) return undefined;
    return rejection("dealing_not_suspended", clause, { actual: body.class });
  },
  effects: (state, { body }) =>
    ok([{ kind: "dealingResumed", unitClass: body.class, on: state.today }]),
});
