import { ok } from "../../base/result.ts";
import type { Covenant, LadderStep } from "../../charter/leverage-terms.ts";
import { rankOf } from "../../facilities/covenant-ladder.ts";
import { stepOf, type CurePlan } from "../../facilities/covenants.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import { defineAct } from "../act-definition.ts";
import {
  covenantCureSchema,
  covenantWaiveSchema,
  deleveragePlanSchema,
} from "../bodies/facilities.ts";
import { deadlineOf, findCovenant } from "../debt/covenants.ts";
import type { FundState } from "../state.ts";

const unknown = (clause: string, actual: string): Rejection =>
  rejection("covenant_unknown", clause, { actual });

/** The lenders agree with the fund that a covenant goes no further for a time [LV14]. */
export const covenantWaive = defineAct({
  type: "covenant.waive",
  nature: "decision",
  schema: covenantWaiveSchema,
  check(state, { body, clause }) {
    if (findCovenant(state, body.covenant) === undefined) return unknown(clause, body.covenant);
    if (body.until >= state.today) return undefined;
    return rejection("waiver_over", clause, { actual: body.until, required: state.today });
  },
  effects(state, { id, body }) {
    const { covenant, upTo, until } = body;
    const waiver = { actId: id, upTo, from: state.today, until };
    return ok([{ kind: "covenantWaived", covenant, waiver }]);
  },
});

type Plan = {
  readonly covenant: string;
  readonly currency: string;
  readonly amount: bigint;
  readonly due: FundState["today"];
};

/** A plan belongs to a step that asks for one, and is done before that step's period is over. */
function checkPlan(
  state: FundState,
  body: Plan,
  clause: string,
  from: LadderStep,
): Rejection | undefined {
  const covenant: Covenant | undefined = findCovenant(state, body.covenant);
  if (covenant === undefined) return unknown(clause, body.covenant);
  const { currency } = state.charter.vehicles.find(({ id }) => id === covenant.vehicle) ?? {};
  if (currency !== undefined && currency !== body.currency) {
    return rejection("wrong_currency", clause, { actual: body.currency, required: currency });
  }
  const step = stepOf(state.covenants, covenant.id);
  if (rankOf(step) < rankOf(from)) {
    const facts = { covenant: covenant.id, actual: step, required: from };
    return rejection("covenant_step_too_low", clause, facts);
  }
  const deadline = deadlineOf(state, covenant);
  if (deadline === undefined || body.due <= deadline) return undefined;
  return rejection("plan_after_deadline", clause, { actual: body.due, required: deadline });
}

const planOf = (id: string, body: Plan, by: CurePlan["by"], investments: readonly string[]) =>
  ({
    kind: "curePlanned",
    plan: {
      ...{ id, covenant: body.covenant, by, currency: body.currency, minor: body.amount },
      ...{ investments, due: body.due },
    },
  }) as const;

/** How much the parties will be called for, and by when, to mend a breach. */
export const covenantCure = defineAct({
  type: "covenant.cure",
  nature: "decision",
  schema: covenantCureSchema,
  check: (state, { body, clause }) => checkPlan(state, body, clause, "lock"),
  effects: (_state, { id, body }) => ok([planOf(id, body, "call", [])]),
  amount: (_state, { currency, amount }) => ({ currency, minor: amount }),
});

/** Which investments will be sold, and by when: what the step `sale` asks for. */
export const deleveragePlan = defineAct({
  type: "deleverage.plan",
  nature: "decision",
  schema: deleveragePlanSchema,
  check(state, { body, clause }) {
    const missing = body.investments.find((id) => !state.investments.has(id));
    if (missing !== undefined) return rejection("investment_unknown", clause, { actual: missing });
    return checkPlan(state, body, clause, "cure");
  },
  effects: (_state, { id, body }) => ok([planOf(id, body, "sale", body.investments)]),
  concerns: (state, { investments }) =>
    investments.flatMap(
      (id) => state.investments.get(id)?.parties.map(({ company }) => company) ?? [],
    ),
  amount: (_state, { currency, amount }) => ({ currency, minor: amount }),
});
