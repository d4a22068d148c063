import { ok } from "../../base/result.ts";
import { rejection, type Rejection } from "../../governance/rejection.ts";
import { defineAct } from "../act-definition.ts";
import { windUpCloseSchema, windUpDistributeSchema, windUpStartSchema } from "../bodies/wind-up.ts";
import type { FundState } from "../state.ts";
import { cashAfterClaims, openMatter } from "../winding-up.ts";
import { checkDetermination, determined } from "./distributions.ts";

function checkStarted(state: FundState, type: string, clause: string): Rejection | undefined {
  if (state.oversight.windUp !== undefined) return undefined;
  return rejection("not_winding_up", clause, { actual: type });
}

/** `winddown.start`: the owners agree that the fund ends (WU1). */
export const windUpStart = defineAct({
  type: "winddown.start",
  nature: "decision",
  schema: windUpStartSchema,
  check: () => undefined,
  effects: (state, _inHand, { index: entry }) =>
    ok([{ kind: "windUpStarted", windUp: { since: state.today, entry, cause: "agreed" } }]),
});

/**
 * `winddown.distribute`: what is left after all claims is determined for the owners, and goes the
 * way of every distribution: through the waterfall when it is declared (WU4).
 */
export const windUpDistribute = defineAct({
  type: "winddown.distribute",
  nature: "decision",
  schema: windUpDistributeSchema,
  check: (state, { act, body, clause }) =>
    checkStarted(state, act.type, clause) ?? checkDetermination(state, body, clause),
  effects: (state, inHand) =>
    determined(state, inHand, cashAfterClaims(state, inHand.body.vehicle)),
});

/** `winddown.close`: nothing is owned, owed or in question any more (WU6). */
export const windUpClose = defineAct({
  type: "winddown.close",
  nature: "decision",
  schema: windUpCloseSchema,
  check(state, { act, clause }) {
    const refusal = checkStarted(state, act.type, clause);
    if (refusal !== undefined) return refusal;
    const open = openMatter(state);
    return open === undefined ? undefined : rejection("wind_up_open", clause, { actual: open });
  },
  effects: (_state, { effectiveDate: on }) => ok([{ kind: "windUpClosed", on }]),
});
